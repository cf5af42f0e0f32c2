"""Changes that the article sets off and announces: "the addition (in bold)" above a rule quoted as amended (rule 8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from quotations.model import Article, Comparison, Quotation, Span, Verdict

_ANNOUNCED = re.compile(
    r"\b(?:in|as|with|set) (?:bold|italics?|emphasis|underlin\w+|red|green|highlight\w*)\b|\b(?:bold(?:ed|face)?|italici[sz]ed|underlined|highlighted|"
    r"emphasi[sz]ed) (?:text|words?|parts?|passages?|additions?|changes?|is|are|shows?|marks?)\b|\b(?:struck|crossed) (?:out|through)\b|\bstrike-?throughs?\b|\bfett\w*|\bkursiv\w*|\ben (?:gras|italique|negrita|cursiva)\b"
    r"|\bin (?:grassetto|corsivo)\b",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 400, 200  #: characters of the article in which the announcement stands


def with_announced(
    quotation: Quotation, comparison: Comparison, article: Article | None, compare: Callable[[str], Comparison]
) -> Comparison:
    """*comparison*, or that of the words as they were before a change that the article shows and announces.

    Words set off are read as editorial brackets where the article says what setting off means, or where others are
    struck through beside them; words struck through are read as left out, if they are not the source's own.
    """
    if article is None or comparison.verdict.rank <= Verdict.ELIDED.rank:
        return comparison
    if quotation.emphasised and (quotation.struck or _announces(quotation, article)):
        found = _bracketed(quotation, quotation.emphasised, compare)
        if found.verdict.rank <= Verdict.ELIDED.rank:
            return found
    if quotation.struck:
        found = _without(quotation, quotation.struck, compare)
        if found.verdict.rank <= Verdict.ELIDED.rank:
            return found
    return comparison


def _bracketed(quotation: Quotation, spans: Sequence[Span], compare: Callable[[str], Comparison]) -> Comparison:
    """The comparison of the words with those of *spans* as an editor's brackets."""
    pieces, inserted, done = "", [], 0
    for span in spans:
        inner = span.of(quotation.text)
        if span.start < done or "[" in inner or "]" in inner:
            continue
        pieces += f"{quotation.text[done : span.start]}[{inner}]"
        inserted += [span.start, span.end]
        done = span.end
    found = compare(pieces + quotation.text[done:])
    operations = tuple(
        replace(one, at=_moved(one.at, quotation, inserted), article=one.article.strip("[]"))
        for one in found.operations
    )
    return replace(found, operations=operations, rules=(*found.rules, "announced"))


def _without(quotation: Quotation, spans: Sequence[Span], compare: Callable[[str], Comparison]) -> Comparison:
    """The comparison of the words without those of *spans*, marked at best: the article shows that it left them out."""
    left, done = "", 0
    places: list[int] = []  # of each character that is left, in the words as printed
    for span in [*spans, Span(len(quotation.text), len(quotation.text))]:
        if span.start >= done:
            start = done + (left.endswith(" ") and quotation.text[done : done + 1] == " ")
            left += quotation.text[start : span.start]
            places += range(start, span.start)
            done = span.end
    found = compare(left) if left.strip() else compare(quotation.text)
    places.append(len(quotation.text))
    operations = tuple(
        replace(
            one, at=Span(places[min(one.at.start, len(left))], places[min(one.at.end, len(left))]) if one.at else None
        )
        for one in found.operations
    )
    marked = max(found.verdict, Verdict.MARKED, key=lambda verdict: verdict.rank)
    return replace(found, verdict=marked, operations=operations, rules=(*found.rules, "announced"))


def _announces(quotation: Quotation, article: Article) -> bool:
    before = article.text[max(0, quotation.span.start - _BEFORE) : quotation.span.start]
    behind = article.text[quotation.span.end : quotation.span.end + _BEHIND]
    return bool(_ANNOUNCED.search(before) or _ANNOUNCED.search(behind))


def _moved(at: Span | None, quotation: Quotation, inserted: list[int]) -> Span | None:
    """*at* in the words as printed: without the brackets that were put in."""
    if at is None:
        return None

    def plain(offset: int) -> int:
        for place in sorted(inserted):
            if place < offset:
                offset -= 1
        return min(max(offset, 0), len(quotation.text))

    start = plain(at.start)
    return Span(start, max(start, plain(at.end)))
