"""One quotation in several pieces: interrupted by its attribution, or opened again at each paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import QuotationForm, Span
from quotations.reading.document import Region
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.scene import Scene
from quotations.reading.speakers.interruption import Interruption


def join_paragraphs(drafts: list[Draft], paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """Make one quotation of speech that each paragraph, or each line, opens and only the last one closes."""
    joined: list[Draft] = []
    for draft in drafts:
        head = joined[-1] if joined else None
        if head is not None and not head.closed and _goes_on(head, draft, paragraphs):
            _append(head, draft)
            continue
        joined.append(draft)
    return joined


def _goes_on(head: Draft, draft: Draft, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether *draft* is the next quotation, and nothing but its own opening mark stands before its words."""
    paragraph = paragraphs[draft.paragraph]
    start = paragraph.flow.place(draft.outer.start)
    at, number = head.places[-1]
    if draft.paragraph == at and draft.number == number + 1:
        return not any(c.isalnum() for c in paragraph.text[paragraph.flow.place(head.outer.end) : start])
    between = paragraphs[at + 1 : draft.paragraph]
    begins = draft.paragraph > at and draft.number == 0 and all(p.region is Region.CHROME for p in between)
    return begins and not any(c.isalnum() for c in paragraph.text[:start])


def join_splits(
    drafts: list[Draft], scenes: Sequence[Scene], lexicon: Lexicon, *, foreign: bool = False
) -> list[Draft]:
    """Make one quotation of the pieces between which only their attribution stands.

    *foreign*: the verbs of speech of the text's language are not known.
    """
    joined: list[Draft] = []
    for draft in drafts:
        head = joined[-1] if joined else None
        if head is not None and draft.places[0][0] == head.places[-1][0] and head.closed:
            scene = scenes[draft.places[0][0]]
            first, last = scene.place(head.places[-1][1]), scene.place(draft.places[0][1])
            between = Interruption(scene, first, last, head.words, draft.words, lexicon, foreign=foreign)
            if between.is_one_sentence():
                _append(head, draft)
                head.form = QuotationForm.SPLIT
                continue
        joined.append(draft)
    return joined


def _append(head: Draft, draft: Draft) -> None:
    head.parts.extend(draft.parts)
    head.places.extend(draft.places)
    head.outer = Span(head.outer.start, draft.outer.end)
    head.words = f"{head.words} {draft.words}"
    head.closed = draft.closed
