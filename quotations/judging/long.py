"""Quotations of more than 400 words, judged in pieces."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quotations.comparison.tokens import Tokens
from quotations.model import Comparison, Confidence, Flag, Passage, Span, Verdict

_MOST, _PIECE = 400, 300
_PART_BITS = 70.0
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")


def pieces_of_words(words: str, tokens: Tokens) -> list[str]:
    """*words* as they are up to 400 of them (*tokens*), else in pieces of 300 to 400 that end with a sentence if they can."""
    count = len(tokens)
    if count <= _MOST:
        return [words]
    pieces: list[str] = []
    start = at = 0
    while at < count:
        stop = min(at + _MOST, count)
        if stop < count:
            ends = (n for n in range(at + _PIECE, stop) if _STOP.search(words[tokens.ends[n - 1] : tokens.starts[n]]))
            stop = next(ends, stop)
        end = tokens.starts[stop] if stop < count else len(words)
        if end > start:
            pieces.append(words[start:end])
        start, at = end, stop
    return pieces


def compare_pieces(pieces: Sequence[str], compare: Callable[[str], Comparison]) -> Comparison:
    """The verdict of all *pieces*: the worst of them, or SPLICED where they do not follow one another."""
    answers = [compare(piece) for piece in pieces]
    found = [one for one in answers if one.verdict.rank < Verdict.PARAPHRASE.rank]
    worst = max((one.verdict for one in found or answers), key=lambda v: v.rank)
    missing = len(answers) - len(found)
    if found and missing:
        worst = (
            Verdict.PARTIAL if max(one.chance.bits for one in found if one.chance) >= _PART_BITS else Verdict.NOT_FOUND
        )
    elif found and _out_of_order(found) and worst.rank < Verdict.SPLICED.rank:
        worst = Verdict.SPLICED
    return Comparison(
        verdict=worst,
        segments=tuple(s for one in answers for s in one.segments),
        operations=tuple(o for one in answers for o in one.operations),
        omitted=tuple(o for one in answers for o in one.omitted),
        passage=_whole([one.passage for one in found if one.passage]),
        chance=max((one.chance for one in found if one.chance), key=lambda c: c.bits, default=None),
        flags=_flags(found),
        confidence=min((one.confidence for one in found), key=tuple(Confidence).index, default=Confidence.HIGH),
        rules=tuple(dict.fromkeys(rule for one in answers for rule in one.rules)),
    )


def _out_of_order(found: Sequence[Comparison]) -> bool:
    starts = [one.passage.span.start for one in found if one.passage]
    return starts != sorted(starts)


def _flags(found: Sequence[Comparison]) -> tuple[Flag, ...]:
    edges = {Flag.TRUNCATED_LEFT: found[:1], Flag.TRUNCATED_RIGHT: found[-1:]} if found else {}
    inner = dict.fromkeys(
        flag for one in found for flag in one.flags if flag not in (Flag.TRUNCATED_LEFT, Flag.TRUNCATED_RIGHT)
    )
    return (*inner, *(flag for flag, where in edges.items() if where and flag in where[0].flags))


def _whole(passages: Sequence[Passage]) -> Passage | None:
    if not passages:
        return None
    first, last = min(passages, key=lambda p: p.span.start), max(passages, key=lambda p: p.span.end)
    if first is last:
        return first
    return Passage(
        exact=first.exact + " … " + last.exact, prefix=first.prefix, suffix=last.suffix,
        span=Span(first.span.start, last.span.end), page=first.page, section=first.section,
    )  # fmt: skip
