"""Formulaic words: what many sources say, whoever is quoted. A flag only: no verdict depends on what is held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotations.comparison.fold import fold
from quotations.model import Finding, Flag, Text, Verdict

#: Sites beside the cited one that have the words, from which they are a formula.
MANY = 3
_WORDS = 14  #: longer quotations are nobody's formula
_LETTERS = re.compile(r"[^\W_]+")


def may_be_formulaic(finding: Finding) -> bool:
    """Whether *finding* is worth a look: short words that were found."""
    return finding.verdict.rank <= Verdict.WEAK.rank and 1 < len(_plain(finding.quotation.text).split()) <= _WORDS


def with_formulas(findings: Sequence[Finding], held: Iterable[tuple[str, Text]]) -> tuple[Finding, ...]:
    """*findings*, with `Flag.FORMULAIC` where the words stand in texts of `MANY` other sites.

    *held* gives texts with the site of each, no site of a cited source among them; it is read no further than needed.
    """
    asked = {
        finding.quotation.id: f" {_plain(finding.quotation.text)} " for finding in findings if may_be_formulaic(finding)
    }
    sites: dict[str, set[str]] = {one: set() for one in asked}
    for site, text in held:
        if not asked:
            break
        lowered = text.text.lower()
        if not any(max(words.split(), key=len) in lowered for words in asked.values()):
            continue
        plain = f" {_plain(text.text)} "
        for one in [one for one, words in asked.items() if words in plain]:
            sites[one].add(site)
            if len(sites[one]) >= MANY:
                del asked[one]
    return tuple(_flagged(one) if len(sites.get(one.quotation.id, ())) >= MANY else one for one in findings)


def _flagged(finding: Finding) -> Finding:
    return replace(finding, flags=(*finding.flags, Flag.FORMULAIC), rules=(*finding.rules, "formulaic"))


def _plain(text: str) -> str:
    """The folded words of *text*, parted by one blank."""
    return " ".join(_LETTERS.findall(fold(text).text))
