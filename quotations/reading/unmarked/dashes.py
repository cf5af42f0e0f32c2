"""Dialogue whose lines begin with a dash, as in “—No sé —dijo Ana—. Vamos.”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotations.reading.document import BlockKind
from quotations.reading.lexicon import Lexicon
from quotations.reading.marks import Pair
from quotations.reading.paragraphs import Paragraph
from quotations.reading.scene import Scene, Token

_DASH = re.compile(r"\s*(?:—|–|―|--)\s?(?=[\w¿¡“\"'«(])")
_DASHES = ("—", "–", "--")
#: A dash that closes the whole line: --Who says so?--
_CLOSING_DASH = re.compile(r"(?<=[.!?…])(?:—|–|--)$")
_FEWEST_DASHES = 2
#: A reader of plain text may take lines that begin with a dash for a list.
_SPOKEN = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def with_dashes(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> list[Paragraph]:
    """Add dialogue whose lines begin with a dash: “—No sé —dijo Ana—. Vamos.”; not lists, and not beside marks."""
    lines = [at for at, p in enumerate(paragraphs) if p.kind in _SPOKEN and not p.pairs and _DASH.match(p.text)]
    marked = sum(len(p.pairs) for p in paragraphs)
    if len(lines) < _FEWEST_DASHES or marked > (0 if lexicon.language == "en" else len(lines)):
        return list(paragraphs)
    scenes = {at: Scene(paragraphs[at].text, (), lexicon) for at in lines}
    if not _told(lines, paragraphs, scenes, lexicon):
        return list(paragraphs)
    added = list(paragraphs)
    for at in lines:
        opening = _DASH.match(paragraphs[at].text)
        if opening is not None:
            line = paragraphs[at].text.rstrip()
            end = len(_CLOSING_DASH.sub("", line))
            spoken = _spoken(scenes[at], opening.end(), lexicon, end)
            added[at] = replace(paragraphs[at], pairs=tuple(Pair(s, e, "—", "—", s, e, 1) for s, e in spoken))
    return added


def _told(lines: Sequence[int], paragraphs: Sequence[Paragraph], scenes: Mapping[int, Scene], lexicon: Lexicon) -> bool:
    """Whether somebody is said to speak in one of the lines or right before one."""
    for at in lines:
        tokens = scenes[at].tokens
        if any(cue_at(tokens, place, lexicon) for place in range(len(tokens))):
            return True
        if at and paragraphs[at - 1].text.rstrip().endswith(":"):
            return True
    return False


def cue_at(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Past the cue “said X” or “X said” that begins at *place* behind a comma, stop or dash; 0 where none does."""
    if place == 0 or tokens[place - 1].text not in (",", "—", "–", "--", "!", "?", "."):
        return 0
    if tokens[place].is_name and (tokens[place].lower in lexicon.small or tokens[place - 1].text == "."):
        # A sentence of the speech itself: “He thinks you are no gentleman.”
        return 0
    for verb in range(place, min(place + 4, len(tokens))):
        if tokens[verb].text in ",.;:!?—–" or tokens[verb].quoted >= 0:
            return 0
        if tokens[verb].lower in lexicon.said:
            near = tokens[place:verb] or tokens[verb + 1 : verb + 2]
            if near and near[0].text in _DASHES and tokens[place - 1].text in _DASHES:
                # —dijo—
                return verb + 1
            if near and (near[0].is_name or near[0].lower in lexicon.pronouns or near[0].lower in lexicon.articles):
                return verb + 1
    return 0


def _spoken(scene: Scene, start: int, lexicon: Lexicon, end: int) -> list[tuple[int, int]]:
    """The stretches of a dash line that are speech, its attributions left out."""
    tokens = scene.tokens
    parts: list[tuple[int, int]] = []
    at, place = start, 0
    while place < len(tokens):
        cue = cue_at(tokens, place, lexicon) if tokens[place].start > start else 0
        if not cue:
            place += 1
            continue
        dashed = tokens[place - 1].text in _DASHES
        parts.append((at, tokens[place - 1].start if dashed else tokens[place - 1].end))
        while cue < len(tokens) and not _speech_resumes(tokens, cue, dashed):
            cue += 1
        at = tokens[cue].end if cue < len(tokens) else end
        place = cue + 1
    if at < end:
        parts.append((at, end))
    return [(first, last) for first, last in (_from_word(scene.text, *part) for part in parts) if first < last]


def _from_word(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first] in " \n\t.,—–-:;\u00a0":
        first += 1
    return first, last


def _speech_resumes(tokens: Sequence[Token], at: int, dashed: bool) -> bool:
    return tokens[at].text in (_DASHES if dashed else (".", ":", "—", "--"))
