"""The signs that can be quotation marks, which family each is of, and what closes what."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGNS = "[\"'`´“”„‟«»‹›‘’‚‛「」『』״″＂〝〞〟]"
_ONE_SIGN = re.compile(_SIGNS)
#: What several signs together may stand for; a wiki's bold (three apostrophes) is told apart by its length.
_MARK = re.compile(
    rf"&(?:quot|[lr]dquo|bdquo|[lr]aquo|#34|#8220|#8221|#8222);|``|'{{3,}}|''|(?<![,\w]),,(?=\w)|{_SIGNS}"
)
_SEVERAL = ("&", "``", "''", ",,")
#: Escaped once too often, so that people see the reference itself.
_ESCAPED = {"&quot;": '"', "&#34;": '"', "&ldquo;": "“", "&rdquo;": "”", "&bdquo;": "„", "&laquo;": "«", "&raquo;": "»"}
_ESCAPED |= {"&#8220;": "“", "&#8221;": "”", "&#8222;": "„"}
#: Signs that stand for another.
ALIAS = {",,": "„", "‟": "“", "＂": '"', "〝": "“", "〞": "”", "〟": "”", "‛": "‘", "´": "’", **_ESCAPED}
#: Marks of the double kind.
DOUBLE = frozenset(('"', "“", "”", "„", "«", "»", "``", "''", "「", "『", "」", "』", "״", "″"))
#: Which marks go together.
FAMILY = {"“": "c", "”": "c", "„": "c", "«": "g", "»": "g", '"': "s", "``": "t", "''": "t", "「": "j", "『": "k"}
#: What closes what, and the price of it. Swedish ”…”, German „…“, Polish „…”, Danish »…«, mixed "…” and the rest.
CLOSES: dict[str, dict[str, float]] = {
    '"': {'"': 0.0, "”": 0.5, "“": 1.5, "''": 0.6, "″": 0.4},
    "“": {"”": 0.0, '"': 0.5, "“": 2.0, "''": 0.5, "″": 0.6, "»": 3.0},
    "”": {"”": 0.3, '"': 0.7, "“": 1.0},
    "„": {"“": 0.0, "”": 0.1, '"': 0.3, "''": 0.5, "``": 0.6, "»": 3.0, "„": 2.0},
    "«": {"»": 0.0, '"': 2.0, "”": 2.5},
    "»": {"«": 0.0, "»": 0.4, '"': 2.0},
    "``": {"''": 0.0, '"': 0.3, "”": 0.5, "``": 1.5},
    "「": {"」": 0.0},
    "『": {"』": 0.0},
    "״": {"״": 0.0, '"': 0.5},
    "″": {"″": 0.0, '"': 0.5},
    "‘": {"’": 0.0, "'": 0.2, "‘": 2.0},
    "'": {"'": 0.2, "’": 0.3},
    "’": {"’": 1.0},
    "‚": {"‘": 0.0, "’": 0.1, "'": 0.3},
    "`": {"'": 0.4, "’": 0.5, "`": 1.0},
    "‹": {"›": 0.0},
    "›": {"‹": 0.0, "›": 0.6},
}
#: Marks that say of themselves that they open.
DIRECTED_OPEN = frozenset("“„«‘‚‹「『`") | {"``"}
#: Marks that say of themselves that they close.
DIRECTED_CLOSE = frozenset("”»’›」』")


def signs_in(text: str) -> Iterator[re.Match[str]]:
    """Every sign of *text* that may be a mark; where none is of several characters, the search passes over words at once."""
    return (_MARK if any(start in text for start in _SEVERAL) else _ONE_SIGN).finditer(text)
