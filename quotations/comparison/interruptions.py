"""What may stand inside a passage without being part of its words: advertisements, captions, labels, notes, applause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotations.comparison.blocks import Block
from quotations.comparison.margins import line_numbers
from quotations.comparison.stamps import points, stamps
from quotations.model import SegmentRole, Span, Text

_JUNK_ROLES = frozenset(
    {SegmentRole.TEASER, SegmentRole.NAV, SegmentRole.CAPTION, SegmentRole.NOTE, SegmentRole.COMMENTS}
)
#: Stage directions are listed: any capitals in brackets would swallow (ISIS) or (PACT).
STAGE = re.compile(
    r"[(\[]\s*(?:(?:applause|laughter|laughs?|laughing|chuckles?|cheers?|cheering|boos|booing|crosstalk|cross-talk|music|singing|"
    r"chanting|chant|pause|sighs?|gavel|bell rings|begin video|end video|video clip|commercial break|commercial|break|ph|sic|"
    r"beifall|heiterkeit|zuruf|lachen|applaus|applaudissements|rires|aplausos|risas|applausi|risate|oklaski)\b[^()\[\]\n]{0,40})[)\]]"
    r"|>{2,3}(?=\s)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[(\[>]")
_PAGE = re.compile(r"[-–—\[(]?\s*(?:page|p\.|seite|página|pagina|strona)?\s*\d{1,4}\s*[-–—\])]?", re.IGNORECASE)
_LONGEST_NUMBER = 16
_NOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|(?:note|nb) ?\d{1,3}|citation needed|edit)\](?:\[(?:\d{1,3}|[a-z])\])*")
#: A raised figure behind a word or a stop.
#: Behind a unit of length it is a power.
_RAISED = re.compile(
    r"[¹²³⁰⁴-⁹](?<![^a-zA-Z]m[²³])(?<![^a-zA-Z][kcdm]m[²³])(?<=[^\W\d_].|[.,;:!?”’\"')»].)[¹²³⁰⁴-⁹]{0,2}"
)
_ITEM = re.compile(  # a line's end is found much quicker than a line's beginning
    r"\n([ \t]*(?:\(?(?:[a-zA-Z]|[ivxIVX]{1,4}|\d{1,2})\)|(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z])\.|[•·▪◦*–-])[ \t]+)"
)


def _is_page_number(words: str, block: Block) -> bool:
    """Whether a block of running text is nothing but a number: the page's, between two lines of its words."""
    return block.role is SegmentRole.BODY and bool(_PAGE.fullmatch(block.span.of(words).strip()))


#: A line of an advertisement that runs on inside a sentence.
_ADVERT = re.compile(r"(?<=[a-z,;] )(?:Advertisement|ADVERTISEMENT)(?= [a-z])")


def _directions(words: str) -> Iterator[Span]:
    """What `STAGE` finds; only what may begin one is looked at."""
    end = 0
    for opening in _OPENING.finditer(words):
        if opening.start() >= end and (found := STAGE.match(words, opening.start())):
            end = found.end()
            yield Span(found.start(), end)


def interruptions(text: Text, blocks: tuple[Block, ...]) -> tuple[tuple[Span, str], ...]:
    """What may be stepped over, each with its kind: junk, label, stage, note or item; in order, not overlapping."""
    found: list[tuple[Span, str]] = []
    for block in blocks:
        span = block.span
        if (
            block.junk
            or block.role in _JUNK_ROLES
            or (span.end - span.start <= _LONGEST_NUMBER and _is_page_number(text.text, block))
        ):
            found.append((span, "junk"))
        elif block.label is not None:
            found.append((block.label, "label"))
    words = text.text
    if "(" in words or "[" in words or ">" in words:
        found += [(span, "stage") for span in _directions(words)]
    if "[" in words:
        found += [(Span(*m.span()), "note") for m in _NOTE.finditer(words)]
    if not words.isascii():
        found += [(Span(*m.span()), "note") for m in _RAISED.finditer(words)]
    if "dvertisement" in words or "ADVERT" in words:
        found += [(Span(*m.span()), "junk") for m in _ADVERT.finditer(words)]
    found += [(span, "item") for span in line_numbers(words)]
    found += [(span, "stage") for span in stamps(words)] + [(span, "item") for span in points(words)]
    found += [(span, "note") for span in text.note_marks]
    found += [(Span(m.start(1) - 1, m.end() - 1), "item") for m in _ITEM.finditer("\n" + words)]
    found.sort(key=lambda one: (one[0].start, -one[0].end))
    kept: list[tuple[Span, str]] = []
    for span, kind in found:
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, kind))
    return tuple(kept)
