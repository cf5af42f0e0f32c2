"""What went over the wire, for evidence: taken down where requests are written and answers are parsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from scrapy import Request
from scrapy.http import Response

from quotations.model import Exchange

TAP = "citetrail_tap"  #: request.meta: the `Tap` of the last try
HEAD = "citetrail_head"  #: attribute of Twisted's response: its head's lines, as bytes

#: Bytes of one head, and exchanges of one look, that are kept.
_LONGEST = 16 * 1024
_MOST = 64
_COOKIES = (b"set-cookie", b"cookie")
_KEYS = (b"authorization", b"proxy-authorization")


@dataclass(slots=True)
class Tap:
    """One request under way."""

    sent: list[bytes]  #: its head's lines
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    answer: Any = None  #: Twisted's response, once its head is there


def begin(request: Request, head: list[bytes]) -> None:
    """Take down that *request* is being sent now, under that *head*."""
    request.meta[TAP] = Tap(head)


def head_came(request: Request, answer: Any) -> None:
    """Take down that the head of the answer to *request* is there."""
    request.meta[TAP].answer = answer


def add(exchanges: list[Exchange], request: Request, response: Response) -> None:
    """Add what was asked and what came, unless enough is kept already."""
    tap = request.meta.get(TAP)
    if tap is None or tap.answer is None or len(exchanges) >= _MOST:
        return
    came = getattr(tap.answer, HEAD, ())
    request_head, request_cut = _head(tap.sent)
    response_head, response_cut = _head(came)
    exchanges.append(
        Exchange(
            url=request.url,
            at=tap.at,
            request=request_head,
            response=response_head,
            address=str(response.ip_address) if response.ip_address is not None else None,
            received=len(response.body),
            cut=request_cut or response_cut,
        )
    )


def _head(lines: Any) -> tuple[str, bool]:
    """The head that *lines* are, without secrets, and whether it is only its beginning."""
    head = b"\n".join(lines)
    low = head.lower()
    if any(b"\n" + name + b":" in low for name in (*_COOKIES, *_KEYS)):
        head = b"\n".join(map(_without_secret, lines))
    cut = len(head) > _LONGEST
    if cut:
        head = head[:_LONGEST].rpartition(b"\n")[0]
    return head.replace(b"\r", b" ").decode("latin-1"), cut


def _without_secret(line: bytes) -> bytes:
    name, _, value = line.partition(b":")
    if name.lower() in _KEYS:
        return name + b":"
    if name.lower() in _COOKIES:
        parts = value.split(b";") if name.lower() == b"cookie" else value.split(b";")[:1]
        return name + b": " + b"; ".join(part.partition(b"=")[0].strip() for part in parts)
    return line
