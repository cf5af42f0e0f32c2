"""Every quotation of a document: its words, its form and kind, and who speaks."""

from __future__ import annotations

from quotations.model import Quotation, Span
from quotations.reading.document import Document
from quotations.reading.drafts import Draft
from quotations.reading.flow import CODE
from quotations.reading.kinds import Kinds
from quotations.reading.lexicon import language_of, lexicon
from quotations.reading.paragraphs import Paragraph, read_paragraphs
from quotations.reading.scene import Scene
from quotations.reading.splits import join_paragraphs, join_splits
from quotations.reading.voices import Voices

_AROUND = 32


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of *document* in reading order. Offsets count in its text and exclude the marks; never raises."""
    words = lexicon(language_of(document.text, document.language))
    paragraphs = read_paragraphs(document)
    drafts = _drafts(document, paragraphs)
    scenes = [Scene(p.text, [(pair.outer_start, pair.outer_end) for pair in p.pairs], words) for p in paragraphs]
    drafts = join_splits(join_paragraphs(drafts, paragraphs), scenes, words)
    Voices(paragraphs, scenes, words).attribute(drafts)
    Kinds(paragraphs, scenes, words).decide(drafts)
    return tuple(_quotation(document, draft, number) for number, draft in enumerate(drafts, 1))


def _drafts(document: Document, paragraphs: list[Paragraph]) -> list[Draft]:
    drafts: list[Draft] = []
    for at, paragraph in enumerate(paragraphs):
        for number, pair in enumerate(paragraph.pairs):
            start, end = _trimmed(paragraph.text, pair.start, pair.end)
            if not _is_prose(paragraph.text, start, end, pair.outer_start):
                continue
            span = paragraph.flow.span(start, end)
            drafts.append(
                Draft(
                    paragraph=at,
                    number=number,
                    parts=[span],
                    outer=paragraph.flow.span(pair.outer_start, pair.outer_end),
                    words=document.words(span),
                    opening=pair.opening,
                    closed=pair.closed,
                    places=[(at, number)],
                )
            )
    return drafts


def _is_prose(text: str, start: int, end: int, outer: int) -> bool:
    """Whether words are quoted at all: something is between the marks, and they are no attribute of a tag."""
    return (
        any(c.isalnum() for c in text[start:end])
        and text[outer - 1 : outer] != "="
        and CODE * (end - start) != text[start:end]
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _quotation(document: Document, draft: Draft, number: int) -> Quotation:
    first, last = draft.parts[0], draft.parts[-1]
    return Quotation(
        id=f"q{number}",
        text=" ".join(document.words(part) for part in draft.parts),
        parts=tuple(Span(part.start, part.end) for part in draft.parts),
        form=draft.form,
        kind=draft.kind,
        kind_reason=draft.reason,
        speaker=draft.speaker,
        cue=draft.cue,
        prefix=document.text[max(0, first.start - _AROUND) : first.start],
        suffix=document.text[last.end : last.end + _AROUND],
    )
