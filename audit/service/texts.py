"""From a kept capture to the text that is judged: held from before, or read now in the sandbox and kept."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from crawler.sandbox import Sandbox, jobs
from quotations.errors import InputError, SandboxError
from quotations.judging import Looked
from quotations.model import Capture, Incomplete, Text
from quotations.text import TEXT_VERSION

if TYPE_CHECKING:
    from storage import Archive

#: What is left of a text that was taken out of the archive.
FORGOTTEN = Text(text="", incomplete=Incomplete.FORGOTTEN, media_type="text/plain")
#: Bodies that are read in one go, and the bytes that they may have together.
_GROUP, _GROUP_BYTES = 200, 16 << 20


def looked(capture: Capture, sandbox: Sandbox, archive: Archive | None) -> Looked:
    """*capture* with its text; the text is None where there is none that could be read."""
    return Looked(capture=capture, text=text_of(capture, sandbox, archive))


def text_of(capture: Capture, sandbox: Sandbox, archive: Archive | None) -> Text | None:
    """The text of a capture's body, None when it has none or is in no format that is read.

    A body that kills or stalls its reader comes back as an empty text that says so: unread is not unsaid.
    """
    if capture.digest is None:
        return None
    if archive is not None and (held := archive.text(capture.digest, TEXT_VERSION)) is not None:
        return held
    body = capture.body if capture.body is not None or archive is None else archive.body(capture.digest)
    if not body:
        return FORGOTTEN if archive is not None and archive.forgotten([capture.digest]) else None
    text = _answer(capture, sandbox.submit(_job(capture, body)))
    if archive is not None and text is not None:
        archive.keep_text(capture.digest, TEXT_VERSION, text)
    return text


def looked_all(captures: Sequence[Capture], sandbox: Sandbox, archive: Archive) -> list[Looked]:
    """Each of *captures* with its text, in order, as `looked` gives them; what was never read is read side by side."""
    first: dict[str, Capture] = {}
    for one in captures:
        if one.digest is not None:
            first.setdefault(one.digest, one)
    texts = archive.texts(first, TEXT_VERSION)
    for read in _read([one for digest, one in first.items() if digest not in texts], sandbox, archive):
        texts |= read
    texts |= dict.fromkeys(archive.forgotten([digest for digest in first if digest not in texts]), FORGOTTEN)
    return [
        Looked(one, texts[one.digest])
        if one.digest in texts
        # The same bytes under another type may be readable where those of the first were not.
        else Looked(one, text_of(one, sandbox, archive) if first.get(one.digest or "", one) is not one else None)
        for one in captures
    ]


def _read(captures: Sequence[Capture], sandbox: Sandbox, archive: Archive) -> Iterator[dict[str, Text]]:
    """The texts of *captures* by digest, read and kept group by group; no more than two groups are in memory."""
    going: deque[list[tuple[Capture, Future[Text]]]] = deque()
    for group in _groups(captures):
        held = archive.bodies_of([one.digest for one in group if one.digest and one.body is None])
        bodies = [(one, held.get(one.digest or "") if one.body is None else one.body) for one in group]
        going.append([(one, sandbox.submit(_job(one, body))) for one, body in bodies if body])
        if len(going) > 1:
            yield _kept(going.popleft(), archive)
    for asked in going:
        yield _kept(asked, archive)


def _kept(asked: Iterable[tuple[Capture, Future[Text]]], archive: Archive) -> dict[str, Text]:
    """What the readers answered, once it is in the archive."""
    answers = ((capture.digest, _answer(capture, future)) for capture, future in asked)
    texts = {digest: text for digest, text in answers if digest is not None and text is not None}
    archive.keep_texts(TEXT_VERSION, texts)
    return texts


def _groups(captures: Iterable[Capture]) -> Iterator[list[Capture]]:
    """*captures* in order, so many together as hold no more than some megabytes."""
    group: list[Capture] = []
    size = 0
    for one in captures:
        if group and (len(group) == _GROUP or size + (one.size or 0) > _GROUP_BYTES):
            yield group
            group, size = [], 0
        group.append(one)
        size += one.size or 0
    if group:
        yield group


def _job(capture: Capture, body: bytes) -> jobs.Job[Text]:
    return jobs.text(
        body,
        media_type=capture.media_type,
        charset=capture.charset,
        url=capture.final_url or capture.url,
        truncated=capture.truncated,
    )


def _answer(capture: Capture, future: Future[Text]) -> Text | None:
    """The text that a reader came to; None where the body is in no format that is read."""
    try:
        return future.result()
    except InputError:
        return None
    except SandboxError:
        # Kept as well: what killed its reader once is not tried again in every run.
        return Text(text="", incomplete=Incomplete.UNREADABLE, media_type=capture.media_type or "text/plain")


def own_looks(history: Iterable[Capture]) -> list[Capture]:
    """The looks at the source itself: what archives' copies say is told beside it, never in its place."""
    return [capture for capture in history if capture.memento is None]


class Shelf:
    """The texts that a long-lived process read last, indexed: who asks twice about a page waits once.

    Thread-safe. Holds captures that the archive knows, up to *room* characters of text in all.
    """

    def __init__(self, room: int = 4_000_000) -> None:
        self.room = room
        self._held: OrderedDict[str, Looked] = OrderedDict()
        self._lock = threading.Lock()

    def looked(self, capture: Capture, sandbox: Sandbox, archive: Archive) -> Looked:
        """*capture* with its text, as the function of that name gives it."""
        with self._lock:
            if capture.id in self._held:
                self._held.move_to_end(capture.id)
                return self._held[capture.id]
        found = looked(capture, sandbox, archive)
        if capture.id and found.text is not None:
            found.ready()
            with self._lock:
                self._held[capture.id] = found
                while sum(_length(one) for one in self._held.values()) > self.room:
                    self._held.popitem(last=False)
        return found


def _length(one: Looked) -> int:
    return len(one.text.text) if one.text is not None else 0
