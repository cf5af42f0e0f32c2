"""A note mark beside a quotation: it serves the words before it, back to the mark before."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Basis
from quotations.reading.document import Document
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.clauses import Clauses, Share
from quotations.reading.pairing.near import Near
from quotations.reading.quotes import Speech


def noted(
    document: Document, speech: Speech, anchors: Sequence[Anchor], draft: Draft, anchor: Anchor, index: int
) -> Near | None:
    """A note mark serves the words before it, back to the mark before."""
    last, number = draft.places[-1]
    if anchor.paragraph != last:
        return None
    if any(part.start <= anchor.span.start and anchor.span.end < part.end for part in draft.parts):
        # A note of the quoted text's own.
        return Near(index, Basis.PARAGRAPH, 0.06, "in_gloss")
    scene = speech.scenes[last]
    place = scene.place(number)
    if anchor.span.start >= draft.end:
        if anchor.sentence != scene.tokens[place].sentence and _opens(document, anchor):
            return None
        between = document.text[draft.end : anchor.span.start]
        if not any(c.isalpha() for c in between):
            return Near(index, Basis.NOTE, 0.97, "note_at")
        marks = [a for a in anchors if a.note and a.paragraph == last and draft.end <= a.span.start < anchor.span.start]
        if marks and any(c.isalnum() for c in document.text[marks[-1].span.end : anchor.span.start]):
            return None
        ends = sum(
            t.sentence != scene.tokens[place].sentence for t in scene.tokens[place + 1 : anchor.first] if t.is_word
        )
        return Near(index, Basis.NOTE, 0.88, "note_sentence") if not ends else None
    if anchor.sentence == scene.tokens[place].sentence and not _closes(document, anchor):
        later = any(
            a.note and a.paragraph == last and draft.end <= a.span.start <= draft.end + 3 and not _opens(document, a)
            for a in anchors
        )
        between_quotes = any(t.quoted >= 0 for t in scene.tokens[anchor.last : place])
        if later or between_quotes:
            return None
        # "As Pell (2019) showed, Lanyon says …": the reference is the other's.
        if not _opens(document, anchor):
            return Near(index, Basis.SAME_SENTENCE, 0.5 if draft.cue else 0.4, "note_ahead")
        other = draft.speaker and not set(anchor.words.split()) & set(draft.speaker.lower().split())
        return Near(index, Basis.NOTE, 0.4 if other else 0.7, "note_before")
    return None


def _closes(document: Document, anchor: Anchor) -> bool:
    """Whether a mark stands right behind a sentence's last sign, to which it belongs."""
    before = document.text[max(0, anchor.span.start - 4) : anchor.span.start].rstrip("[(^")
    return before.rstrip('”"’»)')[-1:] in (".", "!", "?") and not before[-1:].isspace()


def noted_apart(speech: Speech, clauses: Clauses, draft: Draft, anchor: Anchor, near: Near) -> Near:
    """A mark behind another's clause may serve both, and is sure for none but that; one before serves its own."""
    last, number = draft.places[-1]
    scene = speech.scenes[last]
    place = scene.place(number)
    token = scene.tokens[min(max(anchor.first - 1, 0), len(scene.tokens) - 1)]
    if token.sentence != scene.tokens[place].sentence:
        return near
    at = min(max(anchor.first - 1, 0), len(scene.tokens) - 1)
    if clauses.share(last, scene, at, [place]) is Share.SAME:
        return near
    behind = anchor.span.start >= draft.end
    return Near(near.anchor, Basis.PARAGRAPH, 0.45 if behind else 0.2, near.route + "_apart")


def _opens(document: Document, anchor: Anchor) -> bool:
    """Whether a reference by name is part of its sentence ("Pell (2019) shows"), and not set behind another."""
    before = document.text[max(0, anchor.span.start - 6) : anchor.span.start].rstrip()
    return len(anchor.words) > 4 and anchor.words[0].isalpha() and before[-1:] not in ("(", "[", ";")
