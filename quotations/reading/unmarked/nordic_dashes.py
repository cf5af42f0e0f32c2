"""Speech behind a dash as Nordic papers print it: “– Muren holdt, sier Anna Holm. – Den holder ennå.”.

A paragraph that begins with a dash is speech as far as a comma and a verb of speech with its subject; that attribution ends
with its sentence. What a second dash opens is speech again; in Swedish all that follows is.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.document import BlockKind, Region
from quotations.reading.lexicon import Lexicon, united
from quotations.reading.marks import Pair
from quotations.reading.paragraphs import Paragraph, taking_in
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.named_cues import DASHES, is_apart

#: The languages whose papers do so.
NORDIC = frozenset(("sv", "no", "da", "fi"))
_TOLD = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_ENDED = (".", "!", "?", "…")
_OPENING = "–—―-"
#: Who speaks has so many words before the verb at most.
_LONGEST_NAME = 5
_SHORTEST = 3


def with_nordic_dashes(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> list[Paragraph]:
    """Add what *paragraphs* print behind a dash, where one of them says who speaks; *lexicon*: of a Nordic language."""
    found: dict[int, list[tuple[int, int]]] = {}
    told = False
    for at, paragraph in enumerate(paragraphs):
        text = paragraph.text.rstrip()
        first = text.lstrip()[:1]
        if paragraph.kind not in _TOLD or paragraph.region is not Region.MAIN or not first or first not in _OPENING:
            continue
        tokens = Scene(text, [(p.outer_start, p.outer_end) for p in paragraph.pairs], lexicon).tokens
        if len(tokens) <= _SHORTEST or not is_apart(tokens, 0) or not _begins(tokens[1]):
            continue
        spoken, cued = _spoken(tokens, len(text), lexicon)
        told = told or cued
        if cued or text.endswith(_ENDED):
            found[at] = spoken
    if not told:
        # A list.
        return list(paragraphs)
    return [
        taking_in(paragraph, [Pair(start, end, "—", "—", start, end, 1) for start, end in found[at]])
        if at in found
        else paragraph
        for at, paragraph in enumerate(paragraphs)
    ]


def _spoken(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> tuple[list[tuple[int, int]], bool]:
    """The stretches of speech of a paragraph that a dash opens, and whether somebody is said to speak there."""
    spoken: list[tuple[int, int]] = []
    start, at, cued = 1, 1, False
    while at < len(tokens):
        if tokens[at].text not in (",", "?", "!", "…") or not _is_cue(tokens, at + 1, lexicon):
            at += 1
            continue
        cued = True
        spoken.append((tokens[start].start, tokens[at].end))
        sentence = tokens[at + 1].sentence
        past = (n for n in range(at + 1, len(tokens)) if tokens[n].sentence != sentence or _resumes(tokens, n))
        at = next(past, len(tokens))
        dashed = at < len(tokens) and tokens[at].text in DASHES
        if not dashed and lexicon.language != "sv":
            at = next(
                (n for n in range(at, len(tokens)) if tokens[n].text in DASHES and is_apart(tokens, n)), len(tokens)
            )
            dashed = at < len(tokens)
        at += dashed
        start = at
    if start < len(tokens):
        spoken.append((tokens[start].start, end))
    return spoken, cued


def _is_cue(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether “säger Anna Holm”, “Salo sanoo” or “hän sanoo” begins at *at*."""
    if at >= len(tokens):
        return False
    if tokens[at].lower in lexicon.said:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is None or following.text in (".", ":"):
            return True
        someone = following.lower in united(lexicon.pronouns, lexicon.articles, lexicon.titles)
        # sanoo hallituksen puheenjohtaja Anna Salo
        named = any(t.is_name for t in tokens[at + 1 : at + 1 + _LONGEST_NAME])
        return following.is_name or someone or (following.is_word and named)
    verb = next(
        (n for n in range(at + 1, min(len(tokens), at + 1 + _LONGEST_NAME)) if tokens[n].lower in lexicon.said), 0
    )
    named = tokens[at].is_name or tokens[at].lower in lexicon.pronouns
    return bool(verb) and named and all(tokens[n].is_word for n in range(at, verb)) and _closes(tokens, verb + 1)


def _resumes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash behind the end of a sentence stands there."""
    return tokens[at].text in DASHES and tokens[at - 1].text in ".:!?" and is_apart(tokens, at)


def _closes(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in ".:" or not tokens[at].is_name


def _begins(token: Token) -> bool:
    return token.is_name or token.quoted >= 0 or token.text[0].isdigit() or token.text[0] in "…("
