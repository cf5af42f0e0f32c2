"""A quotation whose source is in another language: numbers, names and words left in the original, held against it (rule 15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from quotations.comparison import TextIndex
from quotations.comparison.index import View
from quotations.comparison.languages import language_of
from quotations.comparison.lexicon import Lexicon, lexicon
from quotations.comparison.likeness import figure_values, has_figure
from quotations.comparison.names import is_name, opens_as_name, same_sound
from quotations.comparison.tokens import Tokens, tokenize
from quotations.judging.report import surroundings
from quotations.model import Comparison, Confidence, Operation, Passage, SegmentMatch, Span, Verdict

_NUMBER, _NAME, _WORD = "translated_number", "translated_name", "translated_word"
_WEIGHTS = {_NUMBER: 2, _NAME: 3, _WORD: 3}
_ENOUGH = 3  #: of the weights: less is no candidate
_LONG_WORD, _STEM = 6, 4  #: letters of a word left in the original, and of a name before its ending
_PLACES = 2000  #: of one anchor that are looked at
_SHOWN = 600  #: characters of a candidate passage


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A number, name or word of the quotation that a translation leaves as it is."""

    kind: str
    key: str
    span: Span


def translated(words: str, index: TextIndex) -> Comparison | None:
    """The passage of *index* that shares most numbers, names and original words with *words*, and which of them it lacks.

    None where no passage shares enough. The verdict is UNCHECKED whatever is found: a translation is not a wording.
    """
    tokens = tokenize(words)
    own = lexicon(language_of(tokens.keys, None))
    view = index.seen
    anchors = list(_anchors(words, tokens, own))
    held: defaultdict[int, set[_Anchor]] = defaultdict(set)
    for anchor, keys in _sources(anchors, view, lexicon(index.language)):
        for key in keys:
            for at in view.postings[key][:_PLACES]:
                held[index.block_at(view.start(at))].add(anchor)
    if not held or not index.blocks:
        return None
    best = max(held, key=lambda block: (_weight(held[block]), -block))
    if _weight(held[best]) < _ENOUGH:
        return None
    span = index.blocks[best].span
    span = Span(span.start, min(span.end, span.start + _SHOWN))
    text = index.text
    low, high = surroundings(text, span)
    return Comparison(
        verdict=Verdict.UNCHECKED,
        segments=(SegmentMatch(text=words, verdict=Verdict.UNCHECKED, span=span),),
        operations=tuple(
            Operation(
                label=anchor.kind, article=anchor.span.of(words), source="", span=Span(span.end, span.end), at=anchor.span,
                verdict=Verdict.UNCHECKED,
            )
            for anchor in anchors if anchor not in held[best] and anchor.kind is not _WORD
        ),
        passage=Passage(
            exact=span.of(text.text), prefix=text.text[low : span.start], suffix=text.text[span.end : high], span=span,
            page=text.page_at(span.start), section=text.section_at(span.start),
        ),
        confidence=Confidence.LOW,
        rules=("other_language",),
    )  # fmt: skip


def _weight(anchors: set[_Anchor]) -> int:
    return sum(_WEIGHTS[anchor.kind] for anchor in anchors)


def _anchors(words: str, tokens: Tokens, own: Lexicon) -> Iterator[_Anchor]:
    """The numbers, names and rare words of a quotation, each key once."""
    told: set[str] = set()
    for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
        if key in told:
            continue
        surface, before = words[start:end], words[max(0, start - 16) : start]
        number = own.pairs.get("number", {}).get(key)
        kind = ""
        if has_figure(key) or number is not None:
            kind, key = _NUMBER, number or key
            if key in ("0", "1"):
                continue  # as often an article
        elif own.has("title", key) or own.has("weekday", key):
            continue
        elif is_name(surface, before, own) or opens_as_name(surface, own):
            kind = _NAME
        elif len(key) >= _LONG_WORD and not own.has("function", key):
            kind = _WORD
        if kind:
            told.add(key)
            yield _Anchor(kind, key, Span(start, end))


def _sources(anchors: list[_Anchor], view: View, foreign: Lexicon) -> Iterator[tuple[_Anchor, list[str]]]:
    """Each anchor with the words of the text that may stand for it."""
    numbers = [key for key in view.postings if has_figure(key)]
    named = foreign.pairs.get("number", {})
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for key in view.postings:
        if len(key) >= _STEM:
            stems[key[:_STEM]].append(key)
    for anchor in anchors:
        if anchor.kind is _NUMBER:
            values = figure_values(anchor.key)
            found = [key for key in numbers if figure_values(key) & values]
            found += [key for key, value in named.items() if value in values and key in view.postings]
        elif anchor.kind is _NAME:
            found = [key for key in stems[anchor.key[:_STEM]] if _one_name(key, anchor.key)]
            found += [anchor.key] if anchor.key in view.postings and anchor.key not in found else []
        else:
            found = [anchor.key] if anchor.key in view.postings else []
        yield anchor, found


def _one_name(word: str, name: str) -> bool:
    """Whether *word* is *name*, perhaps with another ending: Moskau for Moskwa, Kowalskiego for Kowalski."""
    short, long = sorted((word, name), key=len)
    return (long.startswith(short[: max(_STEM, len(short) - 2)]) and len(long) - len(short) <= _STEM) or same_sound(
        word, name
    )
