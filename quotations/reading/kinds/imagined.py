"""Speech that nobody uttered: “one might say …”, “imagine a clerk who writes …”."""

from __future__ import annotations

from quotations.model import QuotationKind
from quotations.reading.kinds.case import Case, Kind


def imagined(case: Case) -> Kind | None:
    """Whether the words are nobody's: spoken by anybody, or in a sentence that says so."""
    tokens, draft, lexicon = case.scene.tokens, case.draft, case.lexicon
    if draft.heard is not None and draft.heard[0] == draft.places[0][0]:
        voice = draft.heard[1]
        if voice.cue is not None and voice.subject is not None:
            subject = tokens[voice.subject.first].lower
            single = voice.subject.last - voice.subject.first == 1
            low, high = min(voice.subject.first, voice.cue[0]), max(voice.subject.last, voice.cue[1])
            modal = any(t.lower in lexicon.modals for t in tokens[max(0, low - 2) : high])
            near = voice.cue[0] > case.place or case.place - voice.cue[1] <= 3
            if single and near and subject in lexicon.nobody and (modal or subject == "you"):
                return (
                    QuotationKind.HYPOTHETICAL,
                    f"speech of nobody in particular: {tokens[voice.subject.first].text}",
                )
    if case.scene.first(lexicon.imagined, tokens[case.place].sentence) < case.place:
        return QuotationKind.HYPOTHETICAL, "the sentence says that it is imagined"
    return None
