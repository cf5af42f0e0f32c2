"""The rules that decide, as a table that a person can read: code, law, verdict, words, and an example of each.

A comparison labels every difference; a label is the code of a rule here, and the rule says what the difference comes to.
Profiles move single rules to other verdicts (`quotations.judging.profiles`).
"""

from __future__ import annotations

from dataclasses import dataclass

from quotations.errors import UsageError
from quotations.judging.ruletable import TABLE
from quotations.model import Flag, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it looks at, what follows, and an example (what the source has → what is quoted)."""

    code: str
    law: int  #: the paragraph of the law of verdicts that it carries out
    verdict: Verdict | None  #: None where the rule only sets a flag or decides what was checked
    words: str
    source: str  #: the example's source
    quoted: str  #: the example's quotation
    flag: Flag | None = None

    @property
    def severity(self) -> Severity | None:
        """How much the rule's verdict weighs; None where it gives none."""
        return SEVERITY.get(self.verdict) if self.verdict else None


#: How much each verdict weighs; UNCHECKED weighs nothing.
SEVERITY: dict[Verdict, Severity] = {
    Verdict.VERBATIM: Severity.OK,
    Verdict.TYPOGRAPHIC: Severity.OK,
    Verdict.CONVENTIONAL: Severity.OK,
    Verdict.MARKED: Severity.OK,
    Verdict.ELIDED: Severity.OK,
    Verdict.MINOR: Severity.NOTE,
    Verdict.ALTERED: Severity.WARNING,
    Verdict.SPLICED: Severity.WARNING,
    Verdict.CRITICAL: Severity.ERROR,
    Verdict.PARTIAL: Severity.WARNING,
    Verdict.WEAK: Severity.NOTE,
    Verdict.PARAPHRASE: Severity.WARNING,
    Verdict.NOT_FOUND: Severity.ERROR,
}


def _read(table: str) -> dict[str, Rule]:
    """The rules of *table*: a line each, ``code | law | verdict [flag] | words | source | quoted``."""
    rules: dict[str, Rule] = {}
    for line in table.strip().splitlines():
        code, law, outcome, words, source, quoted = (part.strip() for part in line.split("|"))
        verdict, _, flag = outcome.partition(" ")
        rules[code] = Rule(
            code,
            int(law),
            Verdict(verdict) if verdict != "-" else None,
            words,
            source,
            quoted,
            Flag(flag) if flag else None,
        )
    return rules


RULES: dict[str, Rule] = _read(TABLE)


def explain(code: str) -> Rule:
    """The rule *code*; raises UsageError where there is none."""
    try:
        return RULES[code.strip().lower()]
    except KeyError:
        raise UsageError(f"There is no rule {code!r}.", hint="Rules: " + ", ".join(RULES), subject=code) from None
