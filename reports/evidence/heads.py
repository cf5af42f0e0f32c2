"""The heads of HTTP messages as they stand in records: as they went over the wire, save what would be untrue.

Bodies are kept without their content and transfer codings. ISO 28500:2017 says what a response record *should* hold
(6.3.2: the message as received); a header that no longer describes the bytes behind it keeps its value under
another name, ``X-Archive-Orig-…``, as the Wayback Machine and pywb name what they take out of the way (Common Crawl
does the same as ``X-Crawl-…``).
"""

from __future__ import annotations

import re
from http.client import responses

from quotations.model import Capture, Exchange, Hop

ORIGINAL = "X-Archive-Orig-"
_CODINGS = frozenset({"content-encoding", "transfer-encoding"})
_UNSAFE = re.compile(r"[\r\n\x00]+")


def request_head(exchange: Exchange) -> bytes:
    """The head of a request, ready for a record."""
    return _block(exchange.request.split("\n"))


def response_head(exchange: Exchange, held: int) -> bytes:
    """The head of an answer of whose body *held* bytes stand behind it."""
    return _block(_true(exchange.response.split("\n"), held))


def head_of_hop(hop: Hop) -> bytes:
    """The head of a redirect of which only status and target were recorded."""
    return _block([_status(hop.status), f"Location: {hop.location}", "Content-Length: 0"])


def head_of_capture(capture: Capture, held: int) -> bytes:
    """The head of an answer of which only the status and the readable headers were recorded."""
    lines = [f"{name}: {value}" for name, value in capture.headers]
    return _block(_true([_status(capture.status or 0), *lines], held))


def is_not_modified(exchange: Exchange) -> bool:
    """Whether the answer was 304."""
    return status_of(exchange.response.split("\n")[0].encode("latin-1", "replace")) == "304"


def leads_on(head: bytes) -> bool:
    """Whether the head of an answer sends its reader on."""
    return re.match(rb"HTTP/\S+ 3\d\d", head) is not None and b"\nlocation:" in head.lower()


def status_of(head: bytes) -> str:
    """The status of an answer's head, "-" where there is none."""
    match = re.match(rb"HTTP/\S+ (\d{3})", head)
    return match[1].decode() if match else "-"


def media_type_of(head: bytes) -> str:
    """The media type that an answer's head gives last, "unk" where it gives none."""
    found = re.findall(rb"(?im)^content-type:[ \t]*([^\s;,]{1,200})", head)
    return found[-1].decode("latin-1").lower() if found else "unk"


def _true(lines: list[str], held: int) -> list[str]:
    """*lines* so that they describe *held* bytes without codings; cookies are names alone, which no client may take."""
    names = {line.partition(":")[0].strip().lower() for line in lines[1:]}
    coded = bool(names & _CODINGS)
    kept = lines[:1]
    length = False
    for line in lines[1:]:
        name = line.partition(":")[0].strip().lower()
        if name == "content-length" and not coded and line.partition(":")[2].strip() == str(held):
            length = True
        elif name in _CODINGS or name in ("content-length", "set-cookie"):
            line = ORIGINAL + line
        kept.append(line)
    return kept if length else [*kept, f"Content-Length: {held}"]


def _status(status: int) -> str:
    return f"HTTP/1.1 {status} {responses.get(status, '')}".rstrip()


def _block(lines: list[str]) -> bytes:
    clean = [line for line in (_UNSAFE.sub(" ", line).strip() for line in lines) if line]
    return ("\r\n".join(clean) + "\r\n\r\n").encode("utf-8" if _beyond(clean) else "latin-1")


def _beyond(lines: list[str]) -> bool:
    """Whether characters stand there that are no bytes: readable headers of captures, decoded for people."""
    return any(ord(char) > 255 for line in lines for char in line)
