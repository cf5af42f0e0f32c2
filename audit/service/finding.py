"""Words sought in all that is held: the newest good look at each source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from audit.service.bench import Bench
from audit.service.checking import check_text
from audit.service.texts import looked_all
from quotations.comparison.background import bits
from quotations.comparison.fold import fold
from quotations.comparison.tokens import tokenize
from quotations.errors import UsageError
from quotations.model import Finding, Group

_AT_ONCE = 50  #: texts that are in memory
_MOST = 1_000_000  #: sources
_RAREST = 3  #: words of which a text must have all but one to be worth a comparison
_HITS = (Group.EXACT, Group.MARKED, Group.ALTERED, Group.PARTLY)


def find(words: str, bench: Bench, progress: Callable[[int, int], None]) -> list[Finding]:
    """Where *words* stand in what is held, word for word first and then what is nearest, the newest first.

    Args:
        words: sought as a quotation is: with ellipses, brackets and other marks than the source's.
        bench: its archive is gone through; pages that another version read are read anew. Nothing is fetched.
        progress: hears how many sources were gone through, and of how many.

    Raises:
        UsageError: there is no word in *words*.
    """
    keys = rarest(words)
    if not keys:
        raise UsageError("there are no words to look for", hint='citetrail find "the words"', subject=words)
    looks = bench.archive.held(None, _MOST)
    found: list[Finding] = []
    for at in range(0, len(looks), _AT_ONCE):
        some = looks[at : at + _AT_ONCE]
        for one in looked_all(some, bench.sandbox, bench.archive):
            if one.text is not None and may_have(fold(one.text.text).text, keys):
                finding = check_text(words, one.text, one.capture, profile=bench.config.profile)
                found += [finding] if finding.verdict.group in _HITS else []
        progress(at + len(some), len(looks))
    return sorted(found, key=lambda one: one.verdict.rank)


def rarest(words: str) -> list[str]:
    """Those of *words* that tell most, as they stand in a folded text."""
    return sorted(set(tokenize(words).keys), key=lambda key: (-bits(key), key))[:_RAREST]


def may_have(folded: str, keys: Sequence[str]) -> bool:
    """Whether a *folded* text has all but one of *keys*, or all where they are few."""
    return sum(key in folded for key in keys) >= len(keys) - (len(keys) == _RAREST)
