"""The answers that one look met on its way, as they went over the wire or, for older looks, as the facts tell them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from quotations.model import Capture, Exchange
from reports.evidence import heads
from reports.evidence.dossier import Look


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: where from, when, and whether it is the one that the look ended with."""

    capture: Capture
    url: str
    at: datetime
    exchange: Exchange | None
    last: bool
    bare: bytes = b""  #: the head, where it is made from facts and no body stands behind it

    @property
    def unchanged(self) -> bool:
        """Whether the server only said that what was held is still good."""
        return self.exchange is not None and heads.is_not_modified(self.exchange)

    def head(self, held: int) -> bytes:
        """Its head, with *held* bytes of its body behind it."""
        if self.bare:
            return self.bare
        if self.exchange is not None:
            return heads.response_head(self.exchange, held)
        return heads.head_of_capture(self.capture, held)


def answers(look: Look) -> Iterator[Answer]:
    """Every answer of *look*, in order."""
    capture, going = look.capture, look.exchanges
    for at, exchange in enumerate(going, 1):
        yield Answer(capture, exchange.url, exchange.at, exchange, at == len(going) and capture.status is not None)
    if going:
        return
    for hop in capture.hops:
        if hop.status:
            yield Answer(capture, hop.url, capture.captured_at, None, last=False, bare=heads.head_of_hop(hop))
    if capture.status is not None:
        url = (capture.final_url or capture.url).partition("#")[0]
        yield Answer(capture, url, capture.captured_at, None, last=True)
