"""What leads to a speaker without a verb: according to, laut, selon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.scene import Token


def leads_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[int]:
    """How many tokens each lead has that stands at *at*, longest first."""
    if at >= len(tokens) or tokens[at].lower not in lexicon.leads:
        return
    for lead in lexicon.according:
        if tuple(token.lower for token in tokens[at : at + len(lead)]) == lead:
            yield len(lead)
