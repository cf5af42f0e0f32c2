"""An account as the noun that everybody reads: a `Comparison` with spans in the text."""

from __future__ import annotations

from bisect import bisect_left

from quotations.comparison.account import Account
from quotations.comparison.aligned import MATCHED
from quotations.comparison.changes import Change
from quotations.comparison.edges import cut_left, cut_right
from quotations.comparison.index import UNSEEN
from quotations.comparison.lexicon import lexicon
from quotations.comparison.significance import chance
from quotations.judging.rules import RULES
from quotations.judging.verdict import Judged
from quotations.model import (
    Chance,
    Comparison,
    Confidence,
    Flag,
    Omission,
    Operation,
    Passage,
    SegmentMatch,
    SegmentRole,
    Span,
    Text,
    Verdict,
)  # fmt: skip

_CONTEXT = 120
_MOST_PLACES = 100
_SILENT_LABELS = frozenset({"gap", "gap_edge", "gap_empty"})


def absent(quoted: str, language: str | None) -> Comparison:
    """The comparison of words of which nothing stands in the text."""
    return Comparison(
        verdict=Verdict.NOT_FOUND,
        segments=(SegmentMatch(text=quoted, verdict=Verdict.NOT_FOUND, span=None),),
        chance=Chance(bits=0.0, expected=1.0, in_words="no word of it stands there"),
        flags=_language_flag(language),
        confidence=Confidence.HIGH,
        rules=("not_found",),
    )


def _language_flag(language: str | None) -> tuple[Flag, ...]:
    return () if lexicon(language).lists else (Flag.LANGUAGE_RULES_MISSING,)


def comparison_of(judged: Judged, language: str | None, *, hidden_view: bool = False) -> Comparison:
    """The comparison that *judged* comes to; of a hidden view, the words are absent unless only metadata has them."""
    account = judged.account
    span = _span(account)
    verdict = judged.verdict
    flags = _flags(judged, span)
    rules = list(dict.fromkeys(change.label for change, _ in judged.outcomes))
    rules += [
        change.label for change in account.changes if RULES[change.label].verdict is None and change.label not in rules
    ]
    if hidden_view:
        segment = account.scene.index.text.segment_at(span.start)
        hidden = segment is None or segment.role is not SegmentRole.METADATA
        flags = (Flag.ONLY_HIDDEN if hidden else Flag.ONLY_METADATA, *flags)
        rules.append(flags[0].value)
        if hidden:
            verdict = Verdict.NOT_FOUND
    if not rules:
        rules = ["verbatim"]
    if verdict.value.lower() in ("weak", "paraphrase", "not_found", "partial") and verdict.value.lower() not in rules:
        rules.append(verdict.value.lower())
    rules += [flag.value for flag in flags if flag.value in RULES and flag.value not in rules]
    operations = tuple(
        _operation(account, change, outcome)
        for change, outcome in judged.outcomes
        if change.label not in _SILENT_LABELS
    )
    return Comparison(
        verdict=verdict, segments=_segments(judged), operations=operations, omitted=_omitted(account),
        passage=_passage(account, span), chance=_chance(judged), flags=(*flags, *_language_flag(language)),
        confidence=_confidence(judged), rules=tuple(rules), occurrences=_occurrences(account),
    )  # fmt: skip


def _span(account: Account) -> Span:
    return account.aligned.view.span(*account.range())


def _occurrences(account: Account) -> tuple[Span, ...]:
    """Every place of the whole words, when they stand there more than once."""
    places, view = account.aligned.places, account.aligned.view
    size = len(account.aligned.quoted.items)
    return tuple(view.span(at, at + size) for at in places[:_MOST_PLACES]) if len(places) > 1 else ()


def _passage(account: Account, span: Span) -> Passage:
    text = account.scene.index.text
    low, high = surroundings(text, span)
    return Passage(
        exact=span.of(text.text),
        prefix=text.text[low : span.start],
        suffix=text.text[span.end : high],
        span=span, page=text.page_at(span.start), section=text.section_at(span.start),
    )  # fmt: skip


def surroundings(text: Text, span: Span) -> tuple[int, int]:
    """From where to where the text around *span* is shown: what no reader sees beside it is left out."""
    low, high = max(0, span.start - _CONTEXT), min(len(text.text), span.end + _CONTEXT)
    at = bisect_left(text.segments, low, key=lambda segment: segment.span.end)
    for segment in text.segments[at:]:
        if segment.span.start >= high:
            break
        if segment.role in UNSEEN and segment.span.end <= span.start:
            low = segment.span.end
        elif segment.role in UNSEEN and segment.span.start >= span.end:
            high = segment.span.start
    return low, high


def _segments(judged: Judged) -> tuple[SegmentMatch, ...]:
    """Each segment with its own verdict and place."""
    account = judged.account
    quoted, view = account.aligned.quoted, account.aligned.view
    found: list[SegmentMatch] = []
    for segment in quoted.segments:
        held = [s for s in account.aligned.steps if s.kind in MATCHED and segment.start <= s.quote < segment.stop]
        text = quoted.text[quoted.items[segment.start].span.start : quoted.items[segment.stop - 1].span.end]
        if not held:
            found.append(SegmentMatch(text=text, verdict=Verdict.NOT_FOUND, span=None))
            continue
        own = [
            v
            for c, v in judged.outcomes
            if segment.start <= c.quote < segment.stop and c.label not in ("gap", "gap_edge")
        ]
        verdict = max(own, key=lambda v: v.rank, default=Verdict.VERBATIM)
        if len(quoted.segments) == 1:
            verdict = judged.verdict
        found.append(
            SegmentMatch(
                text=text, verdict=verdict, span=view.span(min(s.source for s in held), max(s.source_end for s in held))
            )
        )
    return tuple(found)


def _operation(account: Account, change: Change, verdict: Verdict) -> Operation:
    view, quoted = account.aligned.view, account.aligned.quoted
    size = len(view)
    start, end = min(change.source, size), min(change.source_end, size)
    if start < end:
        span = view.span(start, end)
    else:
        at = view.start(start) if start < size else len(view.text)
        span = Span(at, at)
    at_quote, words = None, ""
    if change.quote < change.quote_end:
        items = quoted.items
        at_quote = Span(items[change.quote].span.start, items[change.quote_end - 1].span.end)
        words = at_quote.of(quoted.text)
    return Operation(
        label=change.label, article=words, source=span.of(view.text), span=span, at=at_quote, verdict=verdict
    )


def _omitted(account: Account) -> tuple[Omission, ...]:
    """The ledger of declared gaps."""
    view, scene = account.aligned.view, account.scene
    return tuple(
        Omission(
            text=view.words(gap.source, gap.source_end), words=gap.words,
            sentences=scene.sentences_in(gap.source, gap.source_end) + 1, span=view.span(gap.source, gap.source_end),
        )
        for gap in account.gaps if gap.words
    )  # fmt: skip


def _flags(judged: Judged, span: Span) -> tuple[Flag, ...]:
    account = judged.account
    flags: list[Flag] = []
    for change in account.changes:
        flag = RULES[change.label].flag
        if flag is not None and flag not in flags:
            flags.append(flag)
    if account.fakes_stop:
        flags.append(Flag.FULL_STOP_FAKED)
    if len(account.aligned.places) > 1:
        flags.append(Flag.SEVERAL_OCCURRENCES)
    if judged.found:
        scene = account.scene
        if cut_left(scene, account.first):
            flags.append(Flag.TRUNCATED_LEFT)
        if cut_right(scene, account.last):
            flags.append(Flag.TRUNCATED_RIGHT)
        flags += _place_flags(account, span)
    return tuple(dict.fromkeys(flags))


_ROLE_FLAGS = {
    SegmentRole.HEADING: Flag.ONLY_HEADLINE, SegmentRole.CAPTION: Flag.ONLY_CAPTION, SegmentRole.TEASER: Flag.OUTSIDE_MAIN,
    SegmentRole.COMMENTS: Flag.OUTSIDE_MAIN, SegmentRole.NAV: Flag.OUTSIDE_MAIN,
}  # fmt: skip


def _place_flags(account: Account, span: Span) -> list[Flag]:
    """Where the words stand, if that is not the body of the page."""
    index = account.scene.index
    blocks = index.blocks[index.block_at(span.start) : index.block_at(max(span.start, span.end - 1)) + 1]
    roles = {_ROLE_FLAGS.get(block.role) for block in blocks}
    if None in roles or len(roles) != 1:
        return []
    return [flag for flag in roles if flag is not None]


def _chance(judged: Judged) -> Chance:
    account = judged.account
    matched = sum(s.quote_end - s.quote for s in account.aligned.steps if s.kind in MATCHED)
    return chance(judged.bits, len(account.aligned.view), matched)


def _confidence(judged: Judged) -> Confidence:
    """How sure the instrument is, by the chance of the match and by how much of it was aligned."""
    if judged.verdict in (Verdict.NOT_FOUND, Verdict.PARAPHRASE, Verdict.WEAK):
        return Confidence.HIGH if judged.account.aligned.coverage < 0.35 else Confidence.MEDIUM
    if judged.verdict.rank <= Verdict.CONVENTIONAL.rank and judged.expected < 1e-6:
        return Confidence.CERTAIN
    if judged.expected < 1e-4 and judged.verdict is not Verdict.PARTIAL:
        return Confidence.HIGH
    return Confidence.MEDIUM if judged.expected < 1e-2 else Confidence.LOW
