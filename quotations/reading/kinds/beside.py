"""What stands beside a title and names it: its kind, what it is called, who made it."""

from __future__ import annotations

from quotations.model import QuotationKind
from quotations.reading.kinds.case import Case, Kind, titled
from quotations.reading.lexicon import united
from quotations.reading.speakers.voice import Route

#: A headline or a title in a note has so many words.
LONGEST_CITED = 25
_BY = frozenset(("by", "von", "par", "por", "di", "door", "van", "de"))
_DASHES = "—–-:"
#: Closing marks of a quotation inside a title.
_INNER = "'’”\""


def wrote_it(case: Case) -> bool:
    """Pell's commentary, “Mayor, tell your story,” is thoughtful: a headline as newspapers write them."""
    before, after = case.before, case.after
    apposed = len(before) > 2 and before[-1].text == "," and case.is_work(before[-2])
    if not apposed or case.draft.words[-1:] != "," or not case.unheard or not after:
        return False
    return (
        after[0].is_word
        and not after[0].is_name
        and after[0].lower not in united(case.lexicon.said, case.lexicon.pronouns)
    )


def of_compound(case: Case) -> bool:
    """A three-day “Dig It Now” bus tour: the noun that names the kind stands behind another one."""
    after = case.after
    if len(after) < 2 or case.draft.words[-1:] in ",." or not case.is_work(after[1]):
        return False
    between = after[0]
    small = (
        between.is_word
        and not between.is_name
        and between.lower not in united(case.lexicon.stops, case.lexicon.auxiliaries)
    )
    return small and between.lower not in united(case.lexicon.said, case.lexicon.articles) and len(case.words) > 1


def called_so(case: Case) -> Kind | None:
    """A ship called “Reed”; a blog, called the “Feed,” with three writers."""
    before = case.before
    if before and before[-1].lower in case.lexicon.articles:
        before = before[:-1]
    if len(before) < 2 or before[-1].lower != "called":
        return None
    noun = before[-3] if before[-2].text == "," and len(before) > 2 else before[-2]
    something = (
        noun.is_word and not noun.is_name and noun.lower not in united(case.lexicon.auxiliaries, case.lexicon.pronouns)
    )
    return (QuotationKind.TITLE, "the name of something: follows “called”") if something else None


def by_somebody(case: Case) -> bool:
    """“Living Room to close,” by Ben Sisario: a headline or a work and who made it, and no cue before it."""
    after, draft = case.after, case.draft
    if len(after) < 2 or after[0].text not in _BY or not 0 < len(case.words) <= LONGEST_CITED:
        return False
    the = len(after) > 2 and after[1].lower == "the" and after[2].is_name
    if not (after[1].is_name or the):
        return False
    cued = draft.heard is not None and draft.heard[1].cue is not None
    if cued and draft.route is not Route.AFTER:
        return False
    opens = not case.before or case.before[-1].text in _DASHES
    return titled(case.words) or (draft.words.rstrip(_INNER)[-1:] == "," and opens)
