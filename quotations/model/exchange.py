"""What went over the wire for one look at a source: each request as it was sent, each answer's head as it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and the head of its answer, without bodies and without secrets.

    Both heads are lines joined by line feeds, bytes as ISO 8859-1: the request line or status line, then the header
    lines in their order and letters, blanks around values dropped and folded lines joined. Of cookies the names stand
    alone; of keys nothing.
    """

    url: str  #: that was asked for, without fragment
    at: datetime  #: when it was asked, aware, UTC
    request: str
    response: str
    address: str | None = None  #: of the peer
    received: int = 0  #: bytes of the answer's body, before content decoding
    cut: bool = False  #: the head was longer than what is kept
