"""What differs, said in words, and what would put it right."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from quotations.model import Finding, Flag, Group, Verdict
from reports.outcome import later, outcome, unstaked
from reports.surroundings import widened
from reports.words.labels import operation_in_words
from reports.words.phrases import listed

#: A passage up to so many words is offered whole.
_OFFERED = 60
_LONG = 12
_WIDE = 80
_WEIGHT = {Verdict.CRITICAL: 3, Verdict.SPLICED: 2, Verdict.ALTERED: 1}
_MARKS = " .,;:!?…\"'”’»"
_EDGES = " .,;:!?–—"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ, and all that they touch."""

    article: str
    source: str
    touches: tuple[str, ...]  #: for people
    verdict: Verdict  #: the worst that it comes to

    @property
    def allowed(self) -> bool:
        """Whether it may pass unmarked, or is marked."""
        return self.verdict.group in (Group.EXACT, Group.MARKED)

    @property
    def words(self) -> str:
        """What the article has, what the source has, and what it touches."""
        touches, article, source = listed(self.touches), _short(self.article), _short(self.source)
        if not article and not source:
            return f"{touches[:1].upper()}{touches[1:]}."
        if article and _bare(article) == _bare(source):
            return f"“{article}” is set in other characters ({touches})."
        if article and source:
            return f"The quotation has “{article}” where the source has “{source}” ({touches})."
        if source:
            return f"The quotation leaves out “{source}” ({touches})."
        return f"“{article}” is not in the source ({touches})."


def differences(finding: Finding) -> tuple[Difference, ...]:
    """What differs, the gravest first and otherwise by place; of an absent quotation nothing, for all does."""
    comparison = finding.comparison
    if comparison is None or finding.verdict.group in (Group.ABSENT, Group.UNCHECKED):
        return ()
    found: dict[tuple[str, str, int], Difference] = {}
    for operation in comparison.operations:
        key = (operation.article, operation.source, operation.span.start)
        touches: tuple[str, ...] = (operation_in_words(operation.label),)
        verdict = operation.verdict
        if known := found.get(key):
            touches = tuple(dict.fromkeys((*known.touches, *touches)))
            verdict = max(known.verdict, verdict, key=lambda one: one.rank)
        found[key] = Difference(operation.article, operation.source, touches, verdict)
    told = [one for one in found.values() if one.article.strip() or one.source.strip() or not one.allowed]
    grave = [one for one in told if not one.allowed] or told
    return tuple(sorted(grave, key=lambda one: -_WEIGHT.get(one.verdict, 0)))


def differences_in_words(finding: Finding, *, most: int = 6) -> tuple[str, ...]:
    """The gravest differences of *finding* in words, and how many more there are."""
    found = differences(finding)
    told = tuple(difference.words for difference in found[:most])
    return (*told, f"And {len(found) - most} more.") if len(found) > most else told


def repairs(finding: Finding) -> tuple[str, ...]:
    """What an editor may do, the plainest first; empty when nothing needs to be done."""
    told = [step for step in (outcome(finding).todo,) if step]
    comparison = finding.comparison
    if comparison is None or finding.verdict is Verdict.UNCHECKED or later(finding) or unstaked(finding):
        return tuple(told)
    if finding.verdict.group is Group.ALTERED:
        told += [_mend(difference) for difference in differences(finding)[:3]]
        passage = comparison.passage and widened(comparison.passage, comparison.operations)
        whole = passage and not comparison.omitted and not _hangs_over(finding)
        if passage and whole and 1 < len(passage.exact.split()) <= _OFFERED:
            told.append(f"Or quote it as it stands: “{' '.join(passage.exact.split())}”")
    if Flag.FULL_STOP_FAKED in finding.flags:
        told.append("Set the closing mark outside the quotation marks, or show with … that the sentence goes on.")
    return tuple(dict.fromkeys(step for step in told if step))


def _hangs_over(finding: Finding) -> bool:
    """Whether the quotation begins or ends with words that the source has nothing for: the passage is no whole then."""
    operations = finding.comparison.operations if finding.comparison else ()
    added = [operation.at for operation in operations if operation.at is not None and not operation.source.strip()]
    end = len(finding.quotation.text.rstrip(_MARKS))
    return any(at.start == 0 or at.end >= end for at in added if len(at))


def _mend(difference: Difference) -> str:
    article, source = _short(difference.article), _short(difference.source.strip(_EDGES))
    if difference.verdict is Verdict.SPLICED and source:
        return f"Show with … that “{source}” is left out."
    if article and source:
        return f"Restore “{source}” for “{article}”, or set the change in [brackets]."
    if article:
        return f"Take out “{article}”, or set it in [brackets]."
    if len(difference.source.split()) > 1:
        return f"Restore “{source}”, or show the cut with …"
    return f"Restore “{source}”." if source else ""


def _bare(words: str) -> str:
    """*words* as they look: composed, without characters that show nothing."""
    composed = unicodedata.normalize("NFC", words)
    return "".join(character for character in composed if unicodedata.category(character) != "Cf")


def _short(words: str) -> str:
    """Long words by their ends."""
    parts = [part if len(part) <= _WIDE else f"{part[:_WIDE]}…" for part in words.split()]
    if len(parts) <= _LONG:
        return " ".join(parts)
    return f"{' '.join(parts[:6])} … {' '.join(parts[-4:])}"
