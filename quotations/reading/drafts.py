"""Quotations in the making: what marks found, joined where paragraphs or attributions divide one."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotations.model import QuotationForm, QuotationKind, Span
from quotations.reading.speakers.incises import Incise
from quotations.reading.speakers.voice import Route, Voice


@dataclass(slots=True)
class Draft:
    """A quotation while its rules are still being asked. Changed in place by each rule in turn."""

    paragraph: int  #: number of the paragraph in which it begins
    number: int  #: which quotation of that paragraph
    parts: list[Span]  #: in the document
    outer: Span  #: with its marks
    words: str
    opening: str  #: the mark that opens it, empty for a block quotation
    closed: bool = True
    declared: str = ""  #: how mark-up declares it, in words
    form: QuotationForm = QuotationForm.INLINE
    kind: QuotationKind = QuotationKind.DIRECT
    reason: str = ""
    speaker: str | None = None
    cue: str | None = None
    route: Route | None = None
    heard: tuple[int, Voice] | None = None  #: the paragraph and the cue that named the speaker
    incise: Incise | None = None  #: the attribution that stood inside its marks
    lead: str | None = None  #: a block quotation's own first line, “NAME wrote:”
    echo_of: int | None = None  #: number of the draft that it repeats
    places: list[tuple[int, int]] = field(default_factory=list)  #: (paragraph, number) of each part

    @property
    def start(self) -> int:
        """Where its words begin in the document."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Past its last word in the document."""
        return self.parts[-1].end
