"""Words that an article quotes again: a fragment taken up later, a headline, a pull quotation."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import QuotationKind
from quotations.reading.document import BlockKind
from quotations.reading.drafts import Draft
from quotations.reading.paragraphs import Paragraph
from quotations.reading.speakers import Route

_DISPLAYED = (BlockKind.HEADING, BlockKind.PULL_QUOTE, BlockKind.CAPTION)
_QUOTING = frozenset((QuotationKind.DIRECT, QuotationKind.FRAGMENT))
_SPOKEN = (Route.AFTER, Route.BEFORE, Route.COLON, Route.DASH, Route.LATE)
_FEWEST = 2
_SURE = 5


def mark_echoes(drafts: Sequence[Draft], paragraphs: Sequence[Paragraph]) -> None:
    """Make an echo of every draft whose words an earlier one has; of what is only displayed, whichever has them."""
    folded = [_folded(draft.words) for draft in drafts]
    for at, draft in enumerate(drafts):
        if draft.kind not in _QUOTING and not (draft.kind is QuotationKind.SCARE and _displayed(draft, paragraphs)):
            continue
        if len(folded[at]) < _FEWEST and not _displayed(draft, paragraphs):
            continue
        source = _source(at, drafts, folded, paragraphs)
        if source is not None:
            draft.echo_of = source
            if draft.route in (None, Route.SUBJECT):
                draft.speaker = drafts[source].speaker
            draft.kind, draft.reason = QuotationKind.ECHO, "repeats words that the article quotes elsewhere"


def _source(
    at: int, drafts: Sequence[Draft], folded: Sequence[list[str]], paragraphs: Sequence[Paragraph]
) -> int | None:
    draft, words = drafts[at], folded[at]
    everywhere = _displayed(draft, paragraphs)
    for other in range(len(drafts) if everywhere else at):
        source = drafts[other]
        if other == at or source.echo_of is not None or source.kind not in _QUOTING:
            continue
        if _displayed(source, paragraphs) or not _within(words, folded[other]):
            continue
        if _another_voice(draft, source) and len(words) < _SURE:
            continue
        return other
    return None


def _another_voice(draft: Draft, source: Draft) -> bool:
    """Whether somebody else is said to say the same words."""
    if draft.route not in _SPOKEN or not draft.speaker or not source.speaker:
        return False
    return draft.speaker.split()[-1].casefold() != source.speaker.split()[-1].casefold()


def _displayed(draft: Draft, paragraphs: Sequence[Paragraph]) -> bool:
    return paragraphs[draft.places[0][0]].kind in _DISPLAYED


def _folded(words: str) -> list[str]:
    return [
        "".join(c for c in word if c.isalnum()) for word in words.casefold().split() if any(c.isalnum() for c in word)
    ]


def _within(words: Sequence[str], source: Sequence[str]) -> bool:
    """Whether *words* stand in a row in *source*."""
    if not words or len(words) > len(source):
        return False
    first, length = words[0], len(words)
    return any(source[at] == first and source[at : at + length] == words for at in range(len(source) - length + 1))
