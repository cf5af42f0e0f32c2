"""Words that an article quotes again: a fragment taken up later, a headline, a pull quotation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import chain

from quotations.model import QuotationKind
from quotations.reading.document import BlockKind
from quotations.reading.drafts import Draft
from quotations.reading.paragraphs import Paragraph
from quotations.reading.speakers.voice import Route

_DISPLAYED = (BlockKind.HEADING, BlockKind.PULL_QUOTE, BlockKind.CAPTION)
_QUOTING = frozenset((QuotationKind.DIRECT, QuotationKind.FRAGMENT))
_SPOKEN = (Route.AFTER, Route.BEFORE, Route.COLON, Route.DASH, Route.LATE)
_WORD = re.compile(r"[^\W_]+")
_FEWEST = 2
_SURE = 5
_FEW = 3
#: Of a word that is quoted everywhere so many places are looked at.
_MOST = 200


def mark_echoes(drafts: Sequence[Draft], paragraphs: Sequence[Paragraph]) -> None:
    """Make an echo of every draft whose words an earlier one has; of what is only displayed, whichever has them."""
    folded = [_WORD.findall(draft.words.casefold()) for draft in drafts]
    rarest = _rarest(folded)
    places = _places(folded, {folded[at][place] for at, place in rarest.items()})
    for at, rare in rarest.items():
        draft, words = drafts[at], folded[at]
        displayed = _displayed(draft, paragraphs)
        if draft.kind not in _QUOTING and not (draft.kind is QuotationKind.SCARE and displayed):
            continue
        if len(words) < _FEWEST and not displayed:
            continue
        for other, place in places[words[rare]][:_MOST]:
            begins = place - rare
            if begins < 0 or folded[other][begins : begins + len(words)] != words:
                continue
            if _may_echo(at, other, drafts, paragraphs, len(words)):
                if displayed or draft.route in (None, Route.SUBJECT):
                    draft.speaker = drafts[other].speaker
                draft.echo_of = other
                draft.kind, draft.reason = QuotationKind.ECHO, "repeats words that the article quotes elsewhere"
                break


def _rarest(folded: Sequence[Sequence[str]]) -> dict[int, int]:
    """For each of those whose words all stand elsewhere, too: the place of the word that does least often."""
    counts = Counter(chain.from_iterable(folded))
    found = {}
    for at, words in enumerate(folded):
        often = [counts[word] for word in words]
        least = min(often, default=1)
        if least > 1:
            found[at] = often.index(least)
    return found


def _places(folded: Sequence[Sequence[str]], wanted: Set[str]) -> dict[str, list[tuple[int, int]]]:
    """Where each of the words *wanted* stands."""
    places: dict[str, list[tuple[int, int]]] = {word: [] for word in wanted}
    for at, words in enumerate(folded):
        for place, word in enumerate(words):
            if word in wanted:
                places[word].append((at, place))
    return places


def mark_own_words(drafts: Sequence[Draft], paragraphs: Sequence[Paragraph]) -> None:
    """A pull quotation that repeats the article's own sentence quotes nobody."""
    pulled = [d for d in drafts if paragraphs[d.places[0][0]].kind is BlockKind.PULL_QUOTE and d.echo_of is None]
    if not pulled:
        return
    told = [
        " ".join(_WORD.findall(p.text.casefold()))
        for p in paragraphs
        if p.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    ]
    for draft in pulled:
        words = " ".join(_WORD.findall(draft.words.casefold()))
        if len(words.split()) >= _SURE and any(words in text for text in told):
            draft.kind, draft.reason = QuotationKind.CALLOUT, "repeats the article's own words"


def _may_echo(at: int, other: int, drafts: Sequence[Draft], paragraphs: Sequence[Paragraph], length: int) -> bool:
    draft, source = drafts[at], drafts[other]
    if other == at or (other > at and not _displayed(draft, paragraphs)) or _displayed(source, paragraphs):
        return False
    if source.echo_of is not None or source.kind not in _QUOTING:
        return False
    # A headline says “the mayor” of her whom the article names.
    enough = _FEW if _displayed(draft, paragraphs) else _SURE
    return length >= enough or not _another_voice(draft, source)


def _another_voice(draft: Draft, source: Draft) -> bool:
    """Whether somebody else is said to say the same words."""
    if draft.route not in _SPOKEN or not draft.speaker or not source.speaker:
        return False
    return draft.speaker.split()[-1].casefold() != source.speaker.split()[-1].casefold()


def _displayed(draft: Draft, paragraphs: Sequence[Paragraph]) -> bool:
    return paragraphs[draft.places[0][0]].kind in _DISPLAYED
