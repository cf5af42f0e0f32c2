"""Speech and what only looks like it: whole sentences, fragments, scare quotes."""

from __future__ import annotations

from quotations.model import QuotationKind
from quotations.reading.document import BlockKind
from quotations.reading.drafts import Draft
from quotations.reading.kinds.case import Case, Kind
from quotations.reading.phrases import is_verb
from quotations.reading.speakers.voice import Route

SINGLE = frozenset("‘'’‚`‹›")
_SPEECH = (Route.AFTER, Route.BEFORE, Route.COLON, Route.DASH, Route.ACCORDING, Route.LATE)


def scare(case: Case, *, double: bool, unread: bool = False) -> Kind | None:
    """Words in marks that quote nobody.

    *double*: the article quotes with double marks; *unread*: with two apostrophes, inside which single marks are nested.
    """
    if unread and case.draft.opening in SINGLE:
        return QuotationKind.SCARE, "single marks where the article quotes with two apostrophes"
    if double and case.draft.opening in SINGLE and not _led(case):
        return QuotationKind.SCARE, "single marks where the article quotes with double ones"
    before, after, words = case.before, case.after, case.words
    if len(words) != 1 or not case.unheard or not before or not after:
        return None
    if words[0][0] >= "\u2e80":
        return None
    if case.draft.route is Route.SUBJECT and words[0][0].islower() and _told_of(case):
        return None
    led = before[-1].lower in ("is", "was", "are", "were", "as") or before[-1].quoted >= 0
    modifies = after[0].is_word and not after[0].is_name
    if not led and modifies and case.draft.words[-1:] not in ".,;!?":
        return QuotationKind.SCARE, "one word that no cue leads to"
    return None


def _told_of(case: Case) -> bool:
    """Another notes her summer job “sliming” fish: a verb of speech stands before the words, and not the article's own."""
    tokens, lexicon = case.scene.tokens, case.lexicon
    own = case.draft.speaker is not None and case.draft.speaker.lower() in lexicon.first
    first = case.place - len(case.before)
    near = range(first, case.place - 1)
    return not own and any(tokens[at].lower in lexicon.speaking and is_verb(tokens, at, lexicon) for at in near)


def _led(case: Case) -> bool:
    """Whether a cue stands right beside words in single marks, outside a headline."""
    draft, paragraph = case.draft, case.paragraph
    if (
        draft.places[0][0] == 0
        or paragraph.kind is BlockKind.HEADING
        or not paragraph.text.rstrip("\"'”’").endswith((".", "!", "?", ":"))
    ):
        return False
    return (
        draft.route in _SPEECH
        and case.place > 0
        and case.scene.tokens[case.place - 1].text in ",:"
        and len(draft.words.split()) > 3
    )


def speech(draft: Draft, words: list[str]) -> Kind:
    """Direct speech or a fragment of it."""
    how = (
        f"attributed by “{draft.cue}”" if draft.cue else f"attributed to {draft.speaker}" if draft.speaker else "no cue"
    )
    first = draft.words.lstrip("[(…. ")[:1]
    whole = len(draft.parts) > 1 or (not first.islower() and len(words) > 3)
    spoken = draft.route in (Route.AFTER, Route.COLON, Route.BEFORE, Route.CONTINUED)
    stands = draft.words[-1:] in "!?" or (draft.words[-1:] in ".,。" and spoken)
    if whole or (stands and not first.islower()):
        return QuotationKind.DIRECT, how
    return QuotationKind.FRAGMENT, f"no whole clause; {how}"
