"""MIME files: pages saved as MHTML (Chromium, Internet Explorer, Word) and newsletters saved as ``.eml`` or mbox."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from quotations.errors import DamagedInput
from quotations.reading.document import Document
from quotations.reading.formats import forwarded, webcopy
from quotations.reading.formats.draft import informed

_MOST_PARTS = 2000
_MOST_MAILS = 1000
_REPLY = re.compile(r"(?i)^\s*(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+")
_FORWARDED = re.compile(r"(?i)^\s*(?:(?:re|aw)\s*:\s*)*(?:fwd?|wg|tr)\s*:")
_MBOX = re.compile(rb"^From \S[^\r\n]*\r?\n(?=[A-Za-z-]+:)", re.MULTILINE)
_ADDRESS = re.compile(r"(?i)https?://\S+$")


def read_mhtml(data: bytes, *, name: str | None = None, base_url: str | None = None) -> Document:
    """The page that an MHTML file holds; its frames and pictures are left out."""
    from quotations.reading.html import read_html

    message = _message(data, name)
    parts = _parts(message)
    root = _root(message, parts)
    if root is None:
        raise DamagedInput("The MHTML file holds no page.", hint="Save the page again.", subject=name or "")
    location = _header(message, "Snapshot-Content-Location") or _header(root, "Content-Location")
    base = location if _ADDRESS.match(location) else None
    document = read_html(_characters(root), name=name, base_url=base_url or base, format="mhtml")
    facts: dict[str, tuple[object, str]] = {"saved_at": (_moment(message), "the MHTML file's date")}
    if base and not document.url:
        facts["url"] = (base, "the MHTML file's location")
    if not document.title:
        facts["title"] = (_header(message, "Subject"), "the MHTML file's subject")
    return informed(document, facts)


def read_mail(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The letters of an ``.eml`` file or a mailbox, each read once though it holds its text twice."""
    if not data.startswith(b"From "):
        return (_letter(data, name, base_url),)
    starts = [match.start() for match in _MBOX.finditer(data)][:_MOST_MAILS]
    ends = [*starts[1:], len(data)]
    letters = []
    for start, end in zip(starts, ends, strict=True):
        letters.append(_letter(data[start:end].split(b"\n", 1)[-1], name, base_url))
    if not letters:
        raise DamagedInput("The mailbox holds no letter.", hint="Save the letter as .eml.", subject=name or "")
    return tuple(letters)


def _letter(data: bytes, name: str | None, base_url: str | None) -> Document:
    message = _message(data, name)
    document = _body(message, name, base_url)
    sender = parseaddr(_header(message, "From"))[0]
    subject = _header(message, "Subject")
    facts: dict[str, tuple[object, str]] = {
        "title": (_REPLY.sub("", subject), "the letter's subject"),
        "published": (_moment(message), "the letter's date"),
        "publisher": (sender, "the letter's sender"),
    }
    if _FORWARDED.match(subject):
        # Day and sender are those of whoever sent it on: the page's own are better where it has them.
        if first := forwarded.sender(document):
            facts["publisher"] = (first, "the sender of the letter that was sent on")
        facts = {name: fact for name, fact in facts.items() if name == "title" or not getattr(document, name)}
    archived = _header(message, "Archived-At").strip("<> ")
    if _ADDRESS.match(archived):
        facts["url"] = (archived, "the letter's Archived-At")
    return webcopy.located(informed(document, facts))


def _body(message: Message, name: str | None, base_url: str | None) -> Document:
    from quotations.reading.html import read_html
    from quotations.text.decoding import decode

    texts = [part for part in _parts(message) if not _attached(part)]
    pages = [part for part in texts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    plain = [part for part in texts if part.get_content_type() == "text/plain"]
    if pages:
        page = _characters(pages[0])
        page = page if isinstance(page, str) else decode(page)[0]
        return read_html(forwarded.unquoted(page), name=name, base_url=base_url, format="eml")
    if plain:
        from quotations.reading.formats.plain import read_plain

        words = "\n\n".join(_decoded(part) for part in plain).replace("\r\n", "\n")
        return read_plain(forwarded.unmarked(words), base_url=base_url, format="eml")
    raise DamagedInput("The letter holds no text.", hint="Save it again from the mail program.", subject=name or "")


def _message(data: bytes, name: str | None) -> Message:
    try:
        return message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise DamagedInput("The MIME file is broken.", hint="Save it again.", subject=name or "") from error


def _parts(message: Message) -> list[Message]:
    """The leaves, in order."""
    leaves: list[Message] = []
    stack = [message]
    while stack and len(leaves) < _MOST_PARTS:
        part = stack.pop()
        # Of other parts Python would decode the words here, by whatever charset the header has.
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list):
            stack.extend(reversed([p for p in inner if isinstance(p, Message)]))
        else:
            leaves.append(part)
    return leaves


def _root(message: Message, parts: list[Message]) -> Message | None:
    """The page itself: what the container says it starts with, else what stands at its own address, else the first."""
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start = str(message.get_param("start") or "").strip()
    location = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    for part in pages:
        if start and _header(part, "Content-ID") == start:
            return part
    for part in pages:
        if location and _header(part, "Content-Location") == location:
            return part
    return pages[0] if pages else None


def _attached(part: Message) -> bool:
    return _header(part, "Content-Disposition").lower().startswith("attachment")


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError, UnicodeError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _characters(part: Message) -> bytes | str:
    """A page's bytes where only its own head tells the charset, its characters where the part does."""
    from quotations.text.decoding import decode

    declared = _charset(part)
    payload = _payload(part)
    return decode(payload, declared)[0] if declared else payload


def _decoded(part: Message) -> str:
    from quotations.text.decoding import decode

    return decode(_payload(part), _charset(part), html=False)[0]


def _charset(part: Message) -> str | None:
    declared = part.get_param("charset")
    return str(declared) if isinstance(declared, str) and declared else None


def _header(message: Message, name: str) -> str:
    """A header's words, encoded words decoded, folded lines joined."""
    raw = message.get(name)
    if raw is None:
        return ""
    out = []
    try:
        for piece, charset in decode_header(str(raw).replace("\r", "").replace("\n", "")):
            out.append(piece if isinstance(piece, str) else piece.decode(charset or "latin-1", "replace"))
    except (LookupError, ValueError, TypeError, MessageError):
        return " ".join(str(raw).split())
    return " ".join("".join(out).encode("utf-8", "replace").decode("utf-8").split())


def _moment(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
