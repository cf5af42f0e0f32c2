"""What a finding comes to for a person: a title, a sentence, what to do, and a shape to know it by.

The verdict alone does not say it. Words that another source has are misattributed, not made up; words missing
from a page that was read years later may have stood there; and of what could not be read nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotations.model import READABLE_STATES, Finding, Flag, Group, Severity, State, Verdict
from reports.words import Said
from reports.words.labels import operation_in_words
from reports.words.links import STATES, reason_in_words
from reports.words.phrases import counted, day, listed
from reports.words.unchecked import BY_LINK, UNCHECKED
from reports.words.verdicts import (
    EARLIER_COPY,
    EARLIER_VERSION,
    ELSEWHERE,
    HIDDEN,
    LATER_ABSENT,
    LATER_ABSENT_TOO,
    LATER_ALTERED,
    RUNGS,
    TODO,
    UNSTAKED,
    VERDICTS,
)


class Tone(StrEnum):
    """The kinds of outcome that must never look alike."""

    OK = "ok"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"
    ELSEWHERE = "elsewhere"  #: misattributed: another source has the words
    LATER = "later"  #: only a later version was read
    OPEN = "open"  #: not checked


#: A shape for each tone, so that colour is never alone.
SYMBOLS: dict[Tone, str] = {
    Tone.OK: "✓",
    Tone.NOTE: "≈",
    Tone.WARNING: "≠",
    Tone.ERROR: "✗",
    Tone.ELSEWHERE: "↷",
    Tone.LATER: "◷",
    Tone.OPEN: "?",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finding in words."""

    tone: Tone
    title: str
    sentence: str
    todo: str = ""

    @property
    def symbol(self) -> str:
        """One character that stands for the tone."""
        return SYMBOLS[self.tone]


def outcome(finding: Finding) -> Outcome:
    """What *finding* comes to."""
    tone, said = _said(finding)
    link = finding.attribution.citation if finding.attribution else "N"
    days = f", {counted(finding.days_later, 'day')} after the article," if finding.days_later else ""
    where = _where(finding)
    placement = finding.placement
    elsewhere = f": {placement.url}" if placement and placement.url else "."
    told = {"link": link, "days": days, "where": where, "elsewhere": elsewhere, "touches": _touches(finding)}
    if archived(finding):
        told |= _version(finding)
    return Outcome(tone, *(_filled(text, told) for text in (said.title, said.sentence, said.todo)))


def misattributed(finding: Finding) -> bool:
    """Whether the cited source lacks the words and another one, named in the placement, has them."""
    placement = finding.placement
    lacking = finding.verdict.group is Group.ABSENT or finding.verdict is Verdict.PARTIAL
    return lacking and placement is not None and placement.url is not None and placement.rung != "nowhere_held"


def archived(finding: Finding) -> bool:
    """Whether the verdict is that of an archived copy, which has the words where the live page cannot show them."""
    placement = finding.placement
    found = finding.verdict.rank <= Verdict.MINOR.rank
    return found and placement is not None and placement.rung == "archived_version" and placement.url is not None


def later(finding: Finding) -> bool:
    """Whether the finding rests on a version that was read long after the article, and blames it for nothing."""
    amiss = finding.severity is not None and finding.severity is not Severity.OK
    return finding.checkability == "later_version" and amiss


def unstaked(finding: Finding) -> bool:
    """Whether the words stand otherwise in a link that is only the nearest: nobody is blamed for that."""
    return "unstaked_pairing" in finding.rules and finding.verdict.group is Group.ALTERED


def _said(finding: Finding) -> tuple[Tone, Said]:
    verdict = finding.verdict
    if verdict is Verdict.UNCHECKED:
        return Tone.OPEN, _why_unchecked(finding)
    if archived(finding):
        return Tone.LATER, EARLIER_VERSION if finding.source.state in READABLE_STATES else EARLIER_COPY
    if misattributed(finding):
        return Tone.ELSEWHERE, ELSEWHERE
    if later(finding):
        absent = verdict.group is Group.ABSENT or verdict is Verdict.PARTIAL
        searched = finding.placement.searched if finding.placement else ()
        missing = LATER_ABSENT_TOO if "archived_version" in searched else LATER_ABSENT
        return Tone.LATER, missing if absent else LATER_ALTERED
    if unstaked(finding):
        return Tone.NOTE, UNSTAKED
    said = HIDDEN if Flag.ONLY_HIDDEN in finding.flags and verdict is Verdict.NOT_FOUND else VERDICTS[verdict]
    tone = Tone(finding.severity.value) if finding.severity else Tone.OPEN
    return tone, Said(said.title, said.sentence, "" if tone is Tone.OK else TODO.get(verdict, ""))


def _why_unchecked(finding: Finding) -> Said:
    if finding.checkability.startswith("link:"):
        name = finding.checkability.removeprefix("link:")
        state = STATES[State(name)] if name in set(State) else STATES[State.UNKNOWN]
        reason = reason_in_words(finding.reason)
        title = f"{state.title} ({reason})" if reason else state.title
        told = {"state": title, "sentence": state.sentence, "todo": state.todo}
        return Said(*(_filled(text, told) for text in (BY_LINK.title, BY_LINK.sentence, BY_LINK.todo)))
    return UNCHECKED.get(finding.checkability, UNCHECKED["full"])


def _version(finding: Finding) -> dict[str, str]:
    """Of which day the version is that has the words, what it says, and why the live page does not show them."""
    state = finding.source.state
    return {
        "day": day(finding.placement.captured_at if finding.placement else None),
        "found": VERDICTS[finding.verdict].sentence,
        "state": STATES[state].title.lower() if state is not None else "",
    }


def _touches(finding: Finding) -> str:
    """What the critical differences touch, as the end of a sentence."""
    operations = finding.comparison.operations if finding.comparison else ()
    critical = (operation_in_words(o.label) for o in operations if o.verdict is Verdict.CRITICAL)
    names = tuple(dict.fromkeys(critical))
    return f": {listed(names[:3])}" if names else ""


def _where(finding: Finding) -> str:
    placement = finding.placement
    if placement is None:
        return "another source"
    if placement.citation:
        return f"link {placement.citation}, which the article also cites,"
    return RUNGS.get(placement.rung, placement.rung.replace("_", " "))


def _filled(text: str, values: dict[str, str]) -> str:
    """*text* with each ``{name}`` replaced once; never `str.format`, for values may hold braces."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


__all__ = ["SYMBOLS", "Outcome", "Tone", "archived", "later", "misattributed", "outcome"]
