"""Changes that the article sets off and announces: "the addition (in bold)" above a rule quoted as amended (rule 8)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from quotations.model import Article, Comparison, Quotation, Span, Verdict

_ANNOUNCED = re.compile(
    r"\b(?:in|as|with|set) (?:bold|italics?|emphasis|underlin\w+|red|green|highlight\w*)\b|\b(?:bold(?:ed|face)?|italici[sz]ed|underlined|highlighted|"
    r"emphasi[sz]ed) (?:text|words?|parts?|passages?|additions?|changes?|is|are|shows?|marks?)\b|\bfett\w*|\bkursiv\w*|\ben (?:gras|italique|negrita|cursiva)\b"
    r"|\bin (?:grassetto|corsivo)\b",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 400, 200  #: characters of the article in which the announcement stands


def with_announced(
    quotation: Quotation, comparison: Comparison, article: Article | None, compare: Callable[[str], Comparison]
) -> Comparison:
    """*comparison*, or that of the words with the set-off ones as editorial brackets, where the article announces them."""
    spans = quotation.emphasised
    if (
        not spans
        or article is None
        or comparison.verdict.rank <= Verdict.ELIDED.rank
        or not _announces(quotation, article)
    ):
        return comparison
    pieces, inserted, done = "", [], 0
    for span in spans:
        inner = span.of(quotation.text)
        if span.start < done or "[" in inner or "]" in inner:
            continue
        pieces += f"{quotation.text[done : span.start]}[{inner}]"
        inserted += [span.start, span.end]
        done = span.end
    found = compare(pieces + quotation.text[done:])
    if found.verdict.rank > Verdict.ELIDED.rank:
        return comparison
    operations = tuple(
        replace(one, at=_moved(one.at, quotation, inserted), article=one.article.strip("[]"))
        for one in found.operations
    )
    return replace(found, operations=operations, rules=(*found.rules, "announced"))


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
