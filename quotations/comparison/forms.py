"""Two forms of one word: inflection, degree, and an act moved between done and doing."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import same_spelling, same_stem


def degree_form(long: Sequence[str], short: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether *long* is "more brave" or "most brave" and *short* "braver" or "bravest"."""
    if len(long) != 2 or len(short) != 1 or long[0] not in ("more", "most"):
        return False
    return short[0].endswith("er" if long[0] == "more" else "est") and same_stem(long[1], short[0], lexicon)


def pairs_label(pairs: Sequence[tuple[str, str]], lexicon: Lexicon) -> str:
    """Inflection, or an act moved between done and doing."""
    for left, right in pairs:
        label = form_label(left, right, lexicon)
        if label != "inflection":
            return label
    return "inflection"


def form_label(left: str, right: str, lexicon: Lexicon) -> str:
    """The label of two forms of one word."""
    if left == right or same_spelling(left, right, lexicon):
        return "spelling"
    if lexicon.language == "en" and {_aspect(left, lexicon), _aspect(right, lexicon)} == {"doing", "done"}:
        return "aspect"
    return "inflection"


def _aspect(word: str, lexicon: Lexicon) -> str:
    if word.endswith("ing") and len(word) > 5:
        return "doing"
    return "done" if lexicon.has("past", word) or (word.endswith("ed") and len(word) > 4) else ""
