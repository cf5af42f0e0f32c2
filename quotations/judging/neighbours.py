"""A match too light by itself is weighed with its neighbours: quotations beside it that stand beside it in the source too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotations.comparison import TextIndex
from quotations.errors import WordsError
from quotations.judging.compare import compare
from quotations.model import Article, Comparison, Passage, Quotation, Span, Verdict

_NEAR_ARTICLE, _NEAR_SOURCE, _MOST = 500, 600, 4


def with_neighbours(
    quotation: Quotation, comparison: Comparison, index: TextIndex, article: Article | None, profile: str
) -> Comparison:
    """*comparison*, no longer WEAK where a neighbour in the article is found near one of its places in the source."""
    if comparison.verdict is not Verdict.WEAK or article is None or comparison.passage is None:
        return comparison
    places = comparison.occurrences or (comparison.passage.span,)
    for other in _beside(quotation, article)[:_MOST]:
        try:
            found = compare(other, index, profile=profile)
        except WordsError:
            continue
        if found.passage is None or found.verdict.rank > Verdict.MINOR.rank:
            continue
        near = min(places, key=lambda span: _distance(span, found.passage))
        if _distance(near, found.passage) <= _NEAR_SOURCE:
            verdict = max(
                (one.verdict for one in comparison.operations), key=lambda v: v.rank, default=Verdict.VERBATIM
            )
            return replace(
                comparison, verdict=verdict, rules=tuple(r for r in comparison.rules if r != "weak") or ("verbatim",)
            )
    return comparison


def _beside(quotation: Quotation, article: Article) -> Sequence[Quotation]:
    """The other quotations near *quotation* in the article, the nearest first."""
    here = quotation.span
    others = [q for q in article.quotations if q.id != quotation.id and _gap(here, q.span) <= _NEAR_ARTICLE]
    return sorted(others, key=lambda q: _gap(here, q.span))


def _gap(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)


def _distance(span: Span, passage: Passage | None) -> int:
    return _gap(span, passage.span) if passage is not None else 1 << 30
