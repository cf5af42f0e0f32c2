"""Quotation and source side by side: the cells of a table's row, the terms and the words of a list."""

from __future__ import annotations

from collections.abc import Iterator

from quotations.reading.document import BlockKind
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Nearby
from quotations.reading.pairing.near import introduces
from quotations.reading.quotes import Speech

_ROWED = (BlockKind.TABLE_CELL, BlockKind.LIST_ITEM)
#: So many cells back the order of a table is looked for.
_FARTHEST = 60


def row_source(speech: Speech, nearby: Nearby, draft: Draft) -> Iterator[int]:
    """The anchor of the link-only cell or item that goes with a quotation-only one; none where that is not clear."""
    at, number = draft.places[0]
    paragraph = speech.paragraphs[at]
    if number < 0 or paragraph.kind not in _ROWED or not quotes_only(speech, at) or nearby.between(at, at):
        return
    before, behind = _link(speech, nearby, at - 1), _link(speech, nearby, at + 1)
    if before is None and behind is None:
        return
    alone = before is None or behind is None
    if (
        paragraph.kind is BlockKind.LIST_ITEM
        and alone
        and not _repeats(speech, nearby, at, 1 if before is None else -1)
    ):
        return
    chosen = behind if before is None or (behind is not None and not _starts_with_link(speech, nearby, at)) else before
    if chosen is not None:
        yield chosen


def quotes_only(speech: Speech, at: int) -> bool:
    """Whether a paragraph is nothing but quotations."""
    tokens = speech.scenes[at].tokens
    return any(t.quoted >= 0 for t in tokens) and not any(t.is_word for t in tokens)


def _link(speech: Speech, nearby: Nearby, at: int) -> int | None:
    """The anchor of a cell or item that is nothing but one link."""
    if not 0 <= at < len(speech.paragraphs) or speech.paragraphs[at].kind not in _ROWED:
        return None
    found = nearby.between(at, at)
    if len(found) != 1 or introduces(found[0][1]):
        return None
    tokens, anchor = speech.scenes[at].tokens, found[0][1]
    outside = [t for place, t in enumerate(tokens) if not anchor.first <= place < anchor.last]
    return found[0][0] if tokens and not any(t.is_word or t.quoted >= 0 for t in outside) else None


def _starts_with_link(speech: Speech, nearby: Nearby, at: int) -> bool:
    """Whether the run of links and quotations by turns in which *at* stands begins with a link."""
    place, starts = at, False
    for _ in range(_FARTHEST):
        place -= 1
        linked = _link(speech, nearby, place) is not None
        if not linked and not (place >= 0 and speech.paragraphs[place].kind in _ROWED and quotes_only(speech, place)):
            break
        starts = linked
    return starts


def _repeats(speech: Speech, nearby: Nearby, at: int, side: int) -> bool:
    """Whether the item two further on or back is a quotation with its link on the same side."""
    return any(
        0 <= other < len(speech.paragraphs)
        and speech.paragraphs[other].kind in _ROWED
        and quotes_only(speech, other)
        and _link(speech, nearby, other + side) is not None
        for other in (at - 2, at + 2)
    )
