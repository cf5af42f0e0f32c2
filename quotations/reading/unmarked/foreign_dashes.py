"""Speech behind dashes in languages whose verbs of speech are not known, as Polish and Russian papers print it.

“– Wał wytrzymał – mówi Anna Kos. – Nikt nie pytał o klucz.”: words behind a dash are speech as far as a named cue behind
another dash, and go on where a third one follows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.document import BlockKind, Region
from quotations.reading.lexicon import Lexicon
from quotations.reading.marks import Pair
from quotations.reading.paragraphs import Paragraph, taking_in
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.named_cues import DASHES, is_apart, named_cue

_TOLD = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_ENDED = ".!?…:”"


def with_foreign_dashes(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> list[Paragraph]:
    """Add what *paragraphs* print behind dashes and give to somebody."""
    return [_with_dashes(p, lexicon) if p.kind in _TOLD and p.region is Region.MAIN else p for p in paragraphs]


def _with_dashes(paragraph: Paragraph, lexicon: Lexicon) -> Paragraph:
    text = paragraph.text.rstrip()
    if sum(text.count(dash) for dash in "–—―") + text.count(" - ") < 2:
        return paragraph
    scene = Scene(text, [(p.outer_start, p.outer_end) for p in paragraph.pairs], lexicon)
    spoken = _spoken(scene.tokens, len(text))
    if not spoken:
        return paragraph
    return taking_in(paragraph, [Pair(start, end, "—", "—", start, end, 1) for start, end in spoken])


def _spoken(tokens: Sequence[Token], end: int) -> list[tuple[int, int]]:
    """Where speech and its first cue stand, from its first word to its last or to the cue's end."""
    found: list[tuple[int, int]] = []
    start, at, cued = -1, 0, False
    while at < len(tokens):
        if tokens[at].text not in DASHES or not is_apart(tokens, at):
            at += 1
            continue
        if start < 0:
            opens = at == 0 or tokens[at - 1].text in _ENDED or tokens[at - 1].quoted >= 0
            start, cued = (tokens[at + 1].start if opens and _begins(tokens[at + 1]) else -1), False
            at += 1
            continue
        cue = named_cue(tokens, at, ends=True)
        if cue is None and cued and _lone_verb(tokens, at):
            found.append((start, tokens[at - 1].end))
            start, at = -1, at + 2
            continue
        if cue is None:
            at += 1
            continue
        closing = cue[1]
        goes_on = closing < len(tokens) and tokens[closing].text in DASHES
        if cued:
            # A second cue: what stands before it is a quotation, and what goes on behind it another.
            found.append((start, tokens[at - 1].end))
            start = tokens[closing].end if goes_on else -1
        elif not goes_on:
            found.append((start, tokens[closing - 1].end))
            start = -1
        cued, at = goes_on, closing + 1
    if start >= 0 and cued:
        found.append((start, end))
    return found


def _lone_verb(tokens: Sequence[Token], at: int) -> bool:
    """“– dodaje.”: who spoke before speaks on, and one small word says so."""
    behind = tokens[at + 1 : at + 3]
    return len(behind) == 2 and behind[0].is_word and not behind[0].is_name and behind[1].text == "."


def _begins(token: Token) -> bool:
    return token.is_name or token.quoted >= 0 or token.text[0] in "…¿¡(" or token.text[0].isdigit()
