"""What differs, said in words, and what would put it right."""

from __future__ import annotations

from quotations.model import Finding, Flag, Group, Operation, Verdict
from reports.diff import differences
from reports.outcome import later, outcome
from reports.words.labels import operation_in_words

#: A passage up to so many words is offered whole.
_OFFERED = 60
_LONG = 12
_WIDE = 80
_EDGES = " .,;:!?–—"


def said_of(operation: Operation) -> str:
    """One difference in words: what the article has, what the source has, and what it touches."""
    touches = operation_in_words(operation.label)
    article, source = _short(operation.article), _short(operation.source)
    if article and source:
        return f"The article has “{article}” where the source has “{source}” ({touches})."
    if source:
        return f"The article leaves out “{source}” ({touches})."
    return f"“{article}” is not in the source ({touches})."


def differences_in_words(finding: Finding, *, most: int = 6) -> tuple[str, ...]:
    """The gravest differences of *finding* in words, and how many more there are."""
    operations = finding.comparison.operations if finding.comparison else ()
    shown = differences(operations, most=most)
    told = tuple(said_of(operation) for operation in shown)
    more = len(differences(operations, most=len(operations))) - len(shown)
    return (*told, f"And {more} more.") if more > 0 else told


def repairs(finding: Finding) -> tuple[str, ...]:
    """What an editor may do, the plainest first; empty when nothing needs to be done."""
    told = [step for step in (outcome(finding).todo,) if step]
    comparison = finding.comparison
    if comparison is None or finding.verdict is Verdict.UNCHECKED or later(finding):
        return tuple(told)
    if finding.verdict.group is Group.ALTERED:
        told += [_mend(operation) for operation in differences(comparison.operations, most=3)]
        passage = comparison.passage
        if passage and not comparison.omitted and 1 < len(passage.exact.split()) <= _OFFERED:
            told.append(f"Or quote it as it stands: “{' '.join(passage.exact.split())}”")
    if Flag.FULL_STOP_FAKED in finding.flags:
        told.append("Set the closing mark outside the quotation marks, or show with … that the sentence goes on.")
    if Flag.SECONDARY_SOURCE in finding.flags:
        told.append("Cite the source that first has the words, if it can be had.")
    return tuple(dict.fromkeys(told))


def _mend(operation: Operation) -> str:
    article, source = _short(operation.article), _short(operation.source.strip(_EDGES))
    if operation.verdict is Verdict.SPLICED and source:
        return f"Show with … that “{source}” is left out."
    if article and source:
        return f"Restore “{source}” for “{article}”, or set the change in [brackets]."
    if article:
        return f"Take out “{article}”, or set it in [brackets]."
    if len(operation.source.split()) > 1:
        return f"Restore “{source}”, or show the cut with …"
    return f"Restore “{source}”."


def _short(words: str) -> str:
    """Long words by their ends."""
    parts = [part if len(part) <= _WIDE else f"{part[:_WIDE]}…" for part in words.split()]
    if len(parts) <= _LONG:
        return " ".join(parts)
    return f"{' '.join(parts[:6])} … {' '.join(parts[-4:])}"
