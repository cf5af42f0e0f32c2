"""Emphasis that differs: words that the article sets off and the source does not, or the reverse, announced or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from quotations.comparison import TextIndex
from quotations.comparison.tokens import Tokens, tokenize
from quotations.model import Comparison, Flag, Quotation, Span, Verdict

_ADDED = re.compile(
    r"\b(?:emphas[ie]s|italics?|bold(?:ing|face)?|underlin(?:e|ing)|highlight(?:s|ing)?|hervorhebung|soulign\w+|cursivas?|corsivo|"
    r"grifos?|cursivering|podkreśl\w+|wyróżn\w+|курсив\w*|выделен\w*)\b[^()\[\]]{0,24}"
    r"\b(?:added|mine|ours|supplied|nous|notre|nuestr\w+|mi[ao]|nostr\w+|noss\w+|meu|hinzugefügt|von mir|durch|toegevoegd|moje|nasze|мо[йяе]|наш\w*)",
    re.IGNORECASE,
)
#: What the pattern's first words begin with: all of it is looked for only where one of them stands.
_STEMS = ("empha", "ital", "bold", "underlin", "highlight", "hervorh", "soulign", "cursiv", "corsivo", "grifo", "podkreśl", "wyróżn", "курсив", "выделен")  # fmt: skip
_TOLD = 60  #: characters behind a quotation in which its emphasis is spoken of


def emphasis_flag(quotation: Quotation, comparison: Comparison, index: TextIndex) -> list[Flag]:
    """`Flag.EMPHASIS_CHANGED` where the found words are set off in one text and not in the other, else nothing."""
    if comparison.passage is None or comparison.verdict.rank >= Verdict.PARTIAL.rank:
        return []
    if _announced(quotation.text + " " + quotation.suffix[:_TOLD]):
        return [Flag.EMPHASIS_CHANGED]
    if quotation.emphasised is None or not (index.text.emphasised or "html" in index.text.media_type):
        return []
    spans = [segment.span for segment in comparison.segments if segment.span is not None]
    printed = [(span.start, tokenize(span.of(index.text.text))) for span in spans]
    written = tokenize(quotation.text)
    common = Counter(written.keys) & Counter(key for _, tokens in printed for key in tokens.keys)
    mine = _set_off(written, 0, quotation.emphasised)
    theirs: Counter[str] = Counter()
    for start, tokens in printed:
        theirs += _set_off(tokens, start, index.text.emphasised)
    if theirs.total() and theirs.total() == sum(len(tokens) for _, tokens in printed):
        theirs.clear()  # the whole passage is set so: a matter of style
    return [Flag.EMPHASIS_CHANGED] if mine & common != theirs & common else []


def _announced(words: str) -> bool:
    """Whether *words* say that emphasis was added."""
    folded = words.lower()
    return any(stem in folded for stem in _STEMS) and _ADDED.search(words) is not None


def _set_off(tokens: Tokens, offset: int, spans: Iterable[Span]) -> Counter[str]:
    """The words of *tokens*, which begin at *offset*, inside *spans*."""
    inside = [span for span in spans if span.end > offset]
    return Counter(
        key
        for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True)
        if any(span.start <= offset + start and offset + end <= span.end for span in inside)
    )
