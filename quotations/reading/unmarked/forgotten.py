"""Quotations one of whose marks was forgotten, where what stands around them says how far they reach.

A closing mark that nobody set: the words go to the paragraph's end where a cue with a colon leads to them, where they
begin the paragraph, or where the paragraph before was left open for them; and nowhere if somebody is told to speak on
the way, for then the narrator has the word again. An opening mark that nobody set: the sentence that ends at the closing
mark, where who said it stands right behind.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from quotations.reading.document import BlockKind
from quotations.reading.lexicon import Lexicon
from quotations.reading.marks import Mark, Pair
from quotations.reading.marks.signs import DIRECTED_CLOSE, DIRECTED_OPEN, DOUBLE
from quotations.reading.paragraphs import Paragraph, taking_in
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.incises import find_tail
from quotations.reading.unmarked.dashes import cue_at

_TOLD = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_ENDED = ".!?…。！？"
#: A source in brackets behind the last sentence.
_SOURCE = re.compile(r"(?<=[.!?…])\s*[\[(][^\[\]()]{1,40}[\])]\.?$")
#: From this price on a mark does not stand where one opens or closes.
_MISPLACED = 1.0
#: Words in marks that nothing leads to are taken for speech from so many on.
_FEWEST = 6
_LONGEST = 1_500
#: So many tokens behind a closing mark are asked who speaks.
_BEHIND = 5


def with_forgotten(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> list[Paragraph]:
    """Add the quotations of *paragraphs* that only one mark sets apart."""
    added: list[Paragraph] = []
    for paragraph in paragraphs:
        carried = bool(added) and _is_left_open(added[-1])
        added.append(_completed(paragraph, lexicon, carried=carried))
    return added


def _is_left_open(paragraph: Paragraph) -> bool:
    last = paragraph.pairs[-1] if paragraph.pairs else None
    return last is not None and not last.closed and last.outer_end == len(paragraph.text.rstrip())


def _completed(paragraph: Paragraph, lexicon: Lexicon, *, carried: bool) -> Paragraph:
    if paragraph.kind not in _TOLD or not paragraph.marked.marks:
        return paragraph
    lonely = list(islice(_lonely(paragraph), 2))
    if len(lonely) != 1:
        return paragraph
    pair = _unclosed(paragraph, lonely[0], lexicon, carried=carried) or _unopened(paragraph, lonely[0], lexicon)
    if pair is None:
        return paragraph
    return taking_in(paragraph, [pair])


def _lonely(paragraph: Paragraph) -> Iterator[Mark]:
    """The double marks of *paragraph* that belong to no quotation."""
    starts = [pair.outer_start for pair in paragraph.pairs]
    for mark in paragraph.marked.marks:
        at = bisect_right(starts, mark.start) - 1
        inside = at >= 0 and mark.start < paragraph.pairs[at].outer_end
        if mark.sign in DOUBLE and mark.sign not in ("''", "״", "″") and mark.passed > 1.0 and not inside:
            yield mark


def _unclosed(paragraph: Paragraph, mark: Mark, lexicon: Lexicon, *, carried: bool) -> Pair | None:
    """The words from *mark* to the paragraph's end."""
    text = _SOURCE.sub("", paragraph.text.rstrip())
    if mark.sign in DIRECTED_CLOSE or mark.opens >= _MISPLACED or text[-1:] not in _ENDED:
        return None
    if any(p.opening in DOUBLE and p.outer_start > mark.start for p in paragraph.pairs):
        return None
    before = text[: mark.start].rstrip()
    words = len(text[mark.end :].split())
    led = before.endswith(":") and words > 1
    if not (led or (not before and (carried or words >= _FEWEST))) or len(text) - mark.end > _LONGEST:
        return None
    if _is_told(text[mark.end :], lexicon) and find_tail(text, mark.end, len(text), lexicon) is None:
        return None
    return Pair(mark.end, len(text), mark.sign, "", mark.start, len(text), 1)


def _is_told(words: str, lexicon: Lexicon) -> bool:
    """Whether somebody is said to speak in the midst of *words*."""
    tokens = Scene(words, (), lexicon).tokens
    return any(cue_at(tokens, place, lexicon) for place in range(len(tokens)))


def _unopened(paragraph: Paragraph, mark: Mark, lexicon: Lexicon) -> Pair | None:
    """The sentence that ends at *mark*."""
    text = paragraph.text
    if mark.sign in DIRECTED_OPEN or mark.closes >= _MISPLACED:
        return None
    comma = text[mark.start - 1 : mark.start] == "," or text[mark.end : mark.end + 1] == ","
    if not comma or any(p.outer_start < mark.start for p in paragraph.pairs):
        return None
    tokens = Scene(text[: mark.start], (), lexicon).tokens
    behind = Scene(text[mark.end :], (), lexicon).tokens[:_BEHIND]
    if not tokens or not _is_said(behind, lexicon):
        return None
    sentence = [token for token in tokens if token.sentence == tokens[-1].sentence]
    if any(token.lower in lexicon.said or token.text == ":" for token in sentence):
        return None
    start = sentence[0].start
    return Pair(start, mark.start, mark.sign, mark.sign, start, mark.end, 1)


def _is_said(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a verb of speech comes first, but for who speaks and a comma: “…,” says Moen; “…”, puntualizó."""
    for at, token in enumerate(tokens):
        if token.lower in lexicon.said:
            return True
        if token.text in ".;:!?" or (token.text == "," and at):
            return False
    return False
