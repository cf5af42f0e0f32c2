"""What an answer with content really holds: its page, another in its place, a gate, or nothing that can be read."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin

from quotations.judging.link_state.gates import by_gate
from quotations.judging.link_state.ruling import Facts, Ruling
from quotations.judging.link_state.sale import by_sale
from quotations.judging.link_state.soft404 import by_body, by_way, by_words, of_something_else
from quotations.model import Capture, Incomplete, State, Text

#: Bytes below which a body of text that has none is blank.
_BLANK = 64
_LOOKED_AT = 20_000
#: What stands for a letter that could not be decoded, or has no meaning outside one font (Unicode, 23.5).
_NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff]")
#: Letters of its own below which a page may be a server's notice.
_NOTICE = 1200
#: What servers tell of themselves when they break.
_TECHNICAL = re.compile(
    r"[{}<>$\\#]|\w/\w|::|\.(?:php|py|js|java|cs|rb)\b|\b(?:line|port|error|exception|sql|server|stack)\b", re.I
)
#: The status that a notice of an error names.
_NUMBER = re.compile(r"\b5[0-2]\d\b")


def by_content(facts: Facts) -> Ruling:
    """The state of a page that answered; the last rule, which always decides."""
    for one in (_nothing, by_sale, by_gate, by_way, by_words, _in_its_place, _unread, by_body):
        ruling = one(facts)
        if ruling is not None:
            return ruling
    return _alive(facts)


def _nothing(facts: Facts) -> Ruling | None:
    look, text = facts.look, facts.text
    if look.size == 0 and look.truncated and look.header("content-encoding"):
        return Ruling(State.UNREADABLE, "encoding", ("a body came, and is damaged: nothing of it could be unpacked",))
    if look.status in (204, 205) or (look.size == 0 and not look.truncated):
        return Ruling(State.UNREADABLE, "empty", (f"the server answered {look.status} without a body",))
    if look.truncated and (text is None or text.incomplete in (None, Incomplete.TRUNCATED)):
        came = f": {look.size:,} bytes" if look.size else ""
        return Ruling(State.UNREADABLE, "truncated", (f"only the beginning of the body arrived{came}",))
    if text is None:
        return _without_text(look)
    if text.incomplete is Incomplete.UNREADABLE and not text.version:
        return Ruling(State.UNREADABLE, "encoding", ("the body is damaged: it could not be read within our limits",))
    if _garbled(text):
        return Ruling(State.UNREADABLE, "encoding", ("the body is in no encoding that could be read",))
    if text.incomplete is Incomplete.SCANNED:
        return Ruling(
            State.NOT_TEXT, None, ("the pages are pictures of text, or their fonts do not say which letters they draw",)
        )
    return None


def _without_text(look: Capture) -> Ruling:
    """A body of which the readers made no text: of another kind than it is called, damaged, or blank."""
    kind = look.media_type
    if kind == "application/pdf":
        return Ruling(State.UNREADABLE, "encoding", ("the document is encrypted or damaged",))
    if kind is not None and kind.startswith("text/") and look.size is not None and look.size <= _BLANK:
        return Ruling(State.UNREADABLE, "empty", (f"the body is {look.size} bytes of nothing",))
    called = f"is called {kind}" if kind else "has no declared type"
    return Ruling(State.NOT_TEXT, None, (f"the body {called} and holds no text",))


def _garbled(text: Text) -> bool:
    """Whether the decoder had to give up on much of it, or a font of the page's own says what its letters are."""
    start = text.text[:_LOOKED_AT]
    return not start.isascii() and len(_NO_LETTER.findall(start)) * 5 > len(start)


def _in_its_place(facts: Facts) -> Ruling | None:
    """A server's own page where the cited one was: out of order, suspended, or fresh from its maker."""
    page = facts.page
    if not page.bare or page.own >= _NOTICE or not (facts.titles or page.blocks) or facts.named:
        return None
    if _listing_of(facts):
        return None
    titled = {kind: facts.worded(kind) for kind in ("error", "default")}
    first = facts.titles[0] if facts.titles else page.blocks[0]
    said = f"answers {facts.look.status}, and the page is “{first.strip()[:120]}”"
    if titled["error"] and not any(map(_TECHNICAL.search, page.blocks)) and of_something_else(facts):
        return None
    if titled["error"] >= 2 or (titled["error"] and facts.foreign):
        number = next((found[0] for title in facts.titles if (found := _NUMBER.search(title))), "500")
        return Ruling(State.SERVER_ERROR, f"http_{number}", (f"{said}, an error of the server",))
    placeholder = titled["default"] >= 2 or (titled["default"] and facts.foreign)
    if placeholder and not of_something_else(facts):
        return Ruling(State.SOFT_404, "title", (f"{said}, which stands where nothing else does",))
    return None


def _listing_of(facts: Facts) -> bool:
    """Whether the page is a server's list of the files in the very folder that was cited."""
    folder = unquote(facts.cited.path).rstrip("/").lower()
    begins = "index of /"
    return any(
        title.strip().lower().startswith(begins) and title.strip().lower()[len(begins) - 1 :].rstrip("/") == folder
        for title in facts.titles
    )


def _unread(facts: Facts) -> Ruling | None:
    text = facts.text
    assert text is not None
    if text.incomplete is Incomplete.FRAMES:
        return Ruling(State.NEEDS_RENDERING, None, (_framed(facts),))
    if text.incomplete is Incomplete.SCRIPT or facts.look.unrendered:
        tried = (f"a browser was asked: {facts.look.unrendered}",) if facts.look.unrendered else ()
        return Ruling(State.NEEDS_RENDERING, None, ("the page shows its words only after a script has run", *tried))
    if facts.page.shown == 0:
        return Ruling(State.UNREADABLE, "empty", ("the page shows no text",))
    return None


def _framed(facts: Facts) -> str:
    """That the words stand in another document, and where."""
    assert facts.text is not None
    inner = facts.text.facts.frames[0]
    try:
        where = urljoin(facts.look.final_url or facts.look.url, inner)
    except ValueError:
        where = inner
    return f"the page only shows another document, whose words are not its own: {where[:200]}"


def _alive(facts: Facts) -> Ruling:
    look = facts.look
    moves = list(look.hops)
    if not moves:
        return Ruling(State.ALIVE, None, (f"the server answered {look.status}",))
    if (look.final_url or "").partition("#")[0] == moves[0].url:
        return Ruling(State.ALIVE, None, (f"the server sent us round and back, and answered {look.status}",))
    permanent = all(hop.status in (301, 308) for hop in moves)
    way = " → ".join(str(hop.status) if hop.status else "refresh" for hop in moves)
    return Ruling(State.MOVED, "permanent" if permanent else "temporary", (f"redirected ({way}) to {look.final_url}",))
