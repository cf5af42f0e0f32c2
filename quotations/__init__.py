"""Reading quotations and citations, and judging the one by what the other says. Pure: no network, clock, database.

>>> from quotations import compare
>>> from quotations.text.plain import text_of
>>> compare("a very long night", text_of("She called it “a very long night” in the memoir.")).verdict.value
'VERBATIM'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotations.judging.compare import compare
    from quotations.judging.findings import judge
    from quotations.reading import read_article

__all__ = ["compare", "judge", "read_article"]

_DOORS = {"compare": "quotations.judging", "judge": "quotations.judging", "read_article": "quotations.reading"}


def __getattr__(name: str) -> Any:
    if name in _DOORS:
        import importlib

        return getattr(importlib.import_module(_DOORS[name]), name)
    raise AttributeError(name)
