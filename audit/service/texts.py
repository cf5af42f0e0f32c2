"""From a kept capture to the text that is judged: held from before, or read now in the sandbox and kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from crawler.sandbox import Sandbox
from quotations.errors import InputError, SandboxError
from quotations.judging import Looked
from quotations.model import Capture, Incomplete, Text
from quotations.text import TEXT_VERSION

if TYPE_CHECKING:
    from storage import Archive


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
        return None
    try:
        text = sandbox.text(
            body,
            media_type=capture.media_type,
            charset=capture.charset,
            url=capture.final_url or capture.url,
            truncated=capture.truncated,
        )
    except InputError:
        return None
    except SandboxError:
        # Kept as well: what killed its reader once is not tried again in every run.
        text = Text(text="", incomplete=Incomplete.UNREADABLE, media_type=capture.media_type or "text/plain")
    if archive is not None:
        archive.keep_text(capture.digest, TEXT_VERSION, text)
    return text


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
