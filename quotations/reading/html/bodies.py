"""Which blocks of a page are the article: what its elements say first, trafilatura's choice where they say nothing."""

from __future__ import annotations

from collections.abc import Iterable

from quotations.reading.document import BlockKind, Region
from quotations.reading.html.canvas import DraftBlock
from quotations.reading.html.places import Surround

#: From this many characters outside links a block is taken for prose.
_PROSE = 80
#: An element that holds more than this share of the page's prose is not beside the article, whatever its name.
_OVERRULED = 0.4
#: An element holds the article when it has this share of the prose of the best one.
_HOLDS = 0.6
_LEAST = 250
#: A page larger than this (characters, without scripts) is read by its elements alone.
_LARGEST = 3_000_000
_MOST_TAGS = 40_000

Decision = tuple[Region, str]


def decide(blocks: list[DraftBlock], text: str, markup: str, title: str | None) -> list[Decision]:
    """Region and reason of each block; (MAIN, "") leaves it to the rules that every format has."""
    overruled = _weigh_chrome(blocks)
    decisions = [_surrounded(block, overruled) for block in blocks]
    body = _body(blocks, decisions)
    if body is not None:
        heading = _heading(blocks, text, title)
        return [
            (Region.MAIN, "") if block is heading else _within(block, decision, body)
            for block, decision in zip(blocks, decisions, strict=True)
        ]
    if sum(len(text[b.start : b.end]) for b, d in zip(blocks, decisions, strict=True) if d[0] is Region.MAIN) > 1500:
        return _chosen(blocks, decisions, text, markup)
    return decisions


def _prose(block: DraftBlock) -> int:
    return block.bare if block.bare >= _PROSE and block.bare > block.linked else 0


def _weigh_chrome(blocks: list[DraftBlock]) -> frozenset[Surround]:
    total = 0
    met: set[Surround] = set()
    for block in blocks:
        prose = _prose(block)
        total += prose
        for surround in block.place.chrome:
            surround.prose += prose
            surround.bare += block.bare
            surround.linked += block.linked
            met.add(surround)
    return frozenset(
        surround
        for surround in met
        if surround.prose > _OVERRULED * total > 0 or (surround.weak and surround.bare > 2 * surround.linked)
    )


def _surrounded(block: DraftBlock, overruled: frozenset[Surround]) -> Decision:
    if block.place.notes:
        return Region.NOTES, "in an element that holds notes"
    for surround in block.place.chrome:
        if surround not in overruled:
            return Region.CHROME, surround.reason
    return Region.MAIN, ""


def _body(blocks: list[DraftBlock], decisions: list[Decision]) -> frozenset[Surround] | None:
    """The elements that hold the article, all of one kind; None when none does."""
    kinds: dict[tuple[int, str], dict[Surround, int]] = {}
    total = 0
    for block, (region, _) in zip(blocks, decisions, strict=True):
        prose = _prose(block)
        if region is not Region.MAIN or not prose:
            continue
        total += prose
        for key, surround in _outermost(block.place.bodies):
            held = kinds.setdefault(key, {})
            held[surround] = held.get(surround, 0) + prose
    if not kinds:
        return None
    sums = {key: sum(held.values()) for key, held in kinds.items()}
    best = max(sums.values())
    if best < _LEAST or best < 0.3 * total:
        return None
    key = min((key for key, prose in sums.items() if prose >= _HOLDS * best), key=lambda key: (key[0], -sums[key]))
    largest = max(kinds[key].values())
    return frozenset(surround for surround, prose in kinds[key].items() if prose >= 0.1 * largest)


def _outermost(bodies: Iterable[Surround]) -> Iterable[tuple[tuple[int, str], Surround]]:
    seen: set[tuple[int, str]] = set()
    for surround in bodies:
        key = surround.rank, surround.reason
        if key not in seen:
            seen.add(key)
            yield key, surround


def _heading(blocks: list[DraftBlock], text: str, title: str | None) -> DraftBlock | None:
    """The heading that names the article; many pages set it above the element that holds the article."""
    name = _folded(title or "")
    return next(
        (b for b in blocks if b.kind is BlockKind.HEADING and name and _folded(text[b.start : b.end]) == name), None
    )


def _within(block: DraftBlock, decision: Decision, body: frozenset[Surround]) -> Decision:
    if decision[0] is not Region.MAIN or not body.isdisjoint(block.place.bodies):
        return decision
    return Region.CHROME, "outside the element that holds the article"


def _chosen(blocks: list[DraftBlock], decisions: list[Decision], text: str, markup: str) -> list[Decision]:
    """Trafilatura's choice, and with it every block between two that it kept."""
    small = len(markup) <= _LARGEST and markup.count("<") <= _MOST_TAGS
    kept_text = _folded(_trafilatura(markup)) if small else ""
    if len(kept_text) < 300:
        return decisions
    kept = [
        i
        for i, block in enumerate(blocks)
        if decisions[i][0] is Region.MAIN
        and len(words := _folded(text[block.start : block.end])) >= 12
        and words in kept_text
    ]
    if not kept:
        return decisions
    first, last = kept[0], kept[-1]
    return [
        (Region.CHROME, "not chosen by trafilatura")
        if decision[0] is Region.MAIN and not first <= i <= last
        else decision
        for i, decision in enumerate(decisions)
    ]


def _folded(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _trafilatura(markup: str) -> str:
    # Imported here: most pages say by their elements where the article is, and this takes a third of a second to load.
    from trafilatura import extract

    found = extract(
        markup, fast=True, include_comments=False, include_tables=True, favor_recall=True, output_format="txt"
    )
    return found or ""
