"""Words shortened with stops, told by their letters: z. B. for *zum Beispiel*, p. ex. for *por exemplo*, Univ. for *University*."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.comparison.changes import Group
from quotations.comparison.scene import Scene

_ALONE = 3  #: letters of a word shortened alone, at least
_SHORT = 4  #: letters of one among several, at most


def shortened(scene: Scene, group: Group) -> bool:
    """Whether each word of one side begins a word of the other and has a stop behind it, both sides being as long."""
    size = group.quote_end - group.quote
    if not size or size != group.source_end - group.source:
        return False
    quoted, source = scene.quote_keys[group.quote : group.quote_end], scene.source_keys[group.source : group.source_end]
    after = [scene.quote_marks(at, at + 1) for at in range(group.quote, group.quote_end)]
    if group.quote_end < len(scene.quote_keys) and _begin(quoted, source, after):
        return True
    after = [scene.source_marks(at, at + 1) for at in range(group.source, group.source_end)]
    return _begin(source, quoted, after)


def _begin(short: Sequence[str], long: Sequence[str], after: Sequence[str]) -> bool:
    """Whether *short* are beginnings of *long*, with stops *after* them; one alone needs a few letters."""
    if len(short) == 1:
        return (
            len(short[0]) >= _ALONE
            and len(long[0]) > len(short[0]) + 1
            and long[0].startswith(short[0])
            and after[0][:1] == "."
        )
    return all(
        one and len(one) <= _SHORT and len(one) < len(whole) and whole.startswith(one) and marks[:1] == "."
        for one, whole, marks in zip(short, long, after, strict=True)
    )
