"""One quotation in several pieces: interrupted by its attribution, or opened again at each paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import QuotationForm, Span
from quotations.reading.drafts import Draft
from quotations.reading.kinds import titled
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.phrases import is_verb
from quotations.reading.scene import Scene

_LONGEST_CUE = 45
_LONGEST_LEAD = 10
_DASHES = "—–―-"


def join_paragraphs(drafts: list[Draft], paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """Make one quotation of speech that each paragraph opens and only the last one closes."""
    joined: list[Draft] = []
    for draft in drafts:
        head = joined[-1] if joined else None
        if (
            head is not None
            and not head.closed
            and draft.paragraph == head.places[-1][0] + 1
            and draft.number == 0
            and _begins(paragraphs[draft.paragraph], draft)
        ):
            head.parts.extend(draft.parts)
            head.places.extend(draft.places)
            head.outer = Span(head.outer.start, draft.outer.end)
            head.words = f"{head.words} {draft.words}"
            head.closed = draft.closed
            continue
        joined.append(draft)
    return joined


def _begins(paragraph: Paragraph, draft: Draft) -> bool:
    start = paragraph.flow.place(draft.outer.start)
    return not any(c.isalnum() for c in paragraph.text[:start])


def join_splits(drafts: list[Draft], scenes: Sequence[Scene], lexicon: Lexicon) -> list[Draft]:
    """Make one quotation of the pieces between which only their attribution stands."""
    joined: list[Draft] = []
    for draft in drafts:
        head = joined[-1] if joined else None
        if head is not None and draft.places[0][0] == head.places[-1][0] and head.closed:
            scene = scenes[draft.places[0][0]]
            if _one_sentence(
                head, draft, scene, scene.place(head.places[-1][1]), scene.place(draft.places[0][1]), lexicon
            ):
                head.parts.extend(draft.parts)
                head.places.extend(draft.places)
                head.outer = Span(head.outer.start, draft.outer.end)
                head.words = f"{head.words} {draft.words}"
                head.form = QuotationForm.SPLIT
                head.closed = draft.closed
                continue
        joined.append(draft)
    return joined


def _one_sentence(head: Draft, draft: Draft, scene: Scene, first: int, last: int, lexicon: Lexicon) -> bool:
    between = scene.tokens[first + 1 : last]
    if not between or len(between) > _LONGEST_CUE or scene.tokens[first].sentence != scene.tokens[last].sentence:
        return False
    if any(t.quoted >= 0 or t.text in (".", ";", ":") for t in between):
        return False
    if between[0].lower in (
        "and",
        "but",
        "while",
        "und",
        "aber",
        "et",
        "mais",
        "y",
        "pero",
        "e",
        "ma",
        "mas",
        "en",
        "maar",
    ):
        # “…,” and she said “…”: the next clause's own quotation.
        return False
    opens, closes = (
        between[0].text in _DASHES or between[0].text == "--",
        between[-1].text in _DASHES or between[-1].text == "--",
    )
    if opens and closes and len(between) > 2:
        return True
    last_sign = head.words[-1:]
    goes_on = last_sign in ",–—-" or between[0].text == ","
    asks = last_sign in "?!…"
    lower = draft.words[:1].islower()
    if not (goes_on or (asks and lower)) or not (between[-1].text == "," or closes or lower):
        return False
    anew = lexicon.pronouns | lexicon.nobody | lexicon.articles | lexicon.openers
    if not goes_on and between[-1].text != "," and between[0].is_name and between[0].lower in anew:
        # “Why?” One could say “…”: a sentence of its own.
        return False
    words = draft.words.split()
    if between[-1].text == "," and len(between) > 1 and between[-2].lower in lexicon.works and titled(_names(words)):
        # she wrote in her memoir, “Tough Choices.”
        return False
    if not _opens(scene, first) and (not lower or titled(_names(head.words.split()))):
        return False
    if not _opens(scene, first) and between[-1].text != "," and not closes:
        # A called it “…,” the report called it “…”: two phrases of two.
        return False
    verbs = [at for at in range(len(between)) if is_verb(between, at, lexicon)]
    if not verbs:
        verbs = [at for at, token in enumerate(between[:3]) if token.lower in lexicon.behind]
    if not verbs and between[0].text == "," and between[-1].text == "," and len(between) <= _LONGEST_LEAD:
        # "…", so Keller, "…"
        return any(tuple(t.lower for t in between[1 : 1 + len(lead)]) == lead for lead in lexicon.according)
    if len(verbs) != 1:
        return len(verbs) == 2 and lower and between[-1].text == "," and last_sign == ","
    # "…," he said, and she answered, "…" is two voices; a bare "and" before the second piece likewise.
    joins = [t.lower for t in between[verbs[0] + 1 :]]
    if any(word in ("and", "but", "adding", "while", "und", "et", "y", "e", "en") for word in joins[-1:]):
        return False
    if between[-1].text == "," or closes:
        return True
    # "…," X voiced a wish to "…": another phrase of the narrator's.
    return len(between) <= 6 and between[-1].lower not in lexicon.stops | lexicon.articles | {"to", "of", "as", "that"}


def _opens(scene: Scene, place: int) -> bool:
    """Whether the quotation begins its sentence, or follows a comma or colon as after a cue."""
    start, _ = scene.sentence(place)
    return place == start or scene.tokens[place - 1].text in ",:–—" or scene.tokens[place - 1].quoted >= 0


def _names(words: Sequence[str]) -> list[str]:
    return [bare for word in words if (bare := word.strip(".,;:!?'’\"”“…()")) and bare[0].isalpha()] or ["a"]
