"""What the neighbours of a mark say of it: the price of reading it as opening, as closing, as no quotation mark."""

from __future__ import annotations

import re

from quotations.reading.flow import CODE
from quotations.reading.marks.signs import ALIAS, DIRECTED_CLOSE, DIRECTED_OPEN, DOUBLE, signs_in
from quotations.values import plain_value

#: How many marks a paragraph may have.
MOST_MARKS = 4_000
#: How many straight marks in a row are looked past for what stands beside them.
_ROW = 4
_WORD = re.compile(r"[^\W\d_]+")
_LINE_ENDED = re.compile(r"[.!?…:][ \t]{0,4}\n\s{0,8}$")
#: So far back the end of the line before is looked for.
_BACK = 16
_LONE = re.compile(r'(?<![“”=])"(?![“”])')
_BRACKETS_OPEN = frozenset("([{<¿¡—–―-/|…")
_AFTER = frozenset(".,;:!?…)]}>—–―-/|*†‡。，、；：！？）।،؛؟·")
_WORDLIKE = frozenset("$£€#@&([{<¿¡—–-…*+~.§%/_") | {CODE}
_ELIDED = frozenset(
    """em tis twas twere twill til till bout cause cuz coz round n neath nuff gainst ere kay er ow ello im ve re ll
    d s t tude fraid nother""".split()  # noqa: SIM905
)
#: A year that lost its century: ’90s, ’04.
_YEAR = re.compile(r"\d\d(?:s|er|-|\b(?![,.]\d))")
#: Two marks in a row that are two marks: a quotation's end and the next one's beginning.
_BACK_TO_BACK = frozenset((("”", "“"), ('"', '"'), ("”", "”"), ("“", "”")))


@plain_value
class Mark:
    """One mark and what its neighbours say of it."""

    start: int
    end: int
    sign: str
    opens: float  #: price of reading it as an opening mark
    closes: float  #: price of reading it as a closing mark
    passed: float  #: price of reading it as no quotation mark
    new_line: bool = False  #: stands first in a line, and the line before ended a sentence


def find_marks(text: str, *, apostrophes: bool = False) -> list[Mark]:
    """All signs of *text* that could be quotation marks; apostrophes inside words are left out.

    *apostrophes*: two of them are the text's double mark, as typewriters and some agencies print it.
    """
    marks: list[Mark] = []
    lone = _LONE.search(text) if '"' in text else None
    for found in signs_in(text):
        start, end = found.span()
        sign = ALIAS.get(found.group(), found.group())
        if apostrophes and sign.startswith("''"):
            # A third one belongs to a quotation inside.
            closes = start > 0 and not text[start - 1].isspace()
            start, end, sign = (end - 2, end, '"') if closes else (start, start + 2, '"')
        if sign == "'''" and "``" in text and start and not text[start - 1].isspace():
            # TeX's closing mark behind the one of a quotation inside.
            marks.append(_weighed(text, start, start + 1, "'"))
            start, sign = start + 1, "''"
        if sign == "''" and not apostrophes and "``" not in text and _opens_shortened(text, start, end):
            # ''Tis a pity'
            sign, end = "'", start + 1
        if len(sign) > 2:
            # A wiki's bold.
            continue
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if sign in "'‘’`" and before.isalnum() and after.isalnum():
            continue
        if marks and _doubled(marks[-1], start, sign) and not (lone and lone.start() < start and sign == '"'):
            # Somebody's software added its own mark to the one that was there; but a straight mark that closes
            # behind another may close what an earlier straight one opened.
            start = marks.pop().start
            sign = sign if sign != '"' else "”" if text[start] == "”" else "“"
        marks.append(_weighed(text, start, end, sign))
        if len(marks) >= MOST_MARKS:
            break
    return marks


def _doubled(mark: Mark, start: int, sign: str) -> bool:
    return mark.end == start and sign in '“”"' and mark.sign in '“”"' and (mark.sign, sign) not in _BACK_TO_BACK


def _weighed(text: str, start: int, end: int, sign: str) -> Mark:
    left, right = start - 1, end
    while left >= 0 and text[left] in "\"'" and start - left <= _ROW:
        left -= 1
    while right < len(text) and text[right] in "\"'" and right - end < _ROW:
        right += 1
    before = text[left] if left >= 0 else " "
    after = text[right] if right < len(text) else " "
    starts = before.isspace() or before in _BRACKETS_OPEN or before in DIRECTED_OPEN
    ends = not before.isspace()
    leads = after.isalnum() or after in _WORDLIKE or after in DIRECTED_OPEN
    trails = (
        after.isspace()
        or after in _AFTER
        or after in DIRECTED_CLOSE
        or (after.isdigit() and before in ".,!?;:…")
        or (after == "“" and sign != "“")
    )
    fault = 1.2 if sign in "\"'’״″" or sign == "''" else 0.5
    opens = fault * ((not starts) + 1.6 * (not leads))
    closes = fault * ((not ends) + (not trails))
    opens, closes = _directed(sign, opens, closes, before, after)
    if sign == '"' and start and text[start - 1] == "=":
        # An attribute of a tag that stands in the text: paired, so that it shifts nothing, and left out later.
        opens = 0.1
    new_line = before.isspace() and leads and bool(_LINE_ENDED.search(text, max(0, start - _BACK), start))
    return Mark(start, end, sign, opens, closes, _passing(text, start, end, sign), new_line)


def _directed(sign: str, opens: float, closes: float, before: str, after: str) -> tuple[float, float]:
    """What the sign itself says of its direction."""
    spaced = before.isspace() and after.isspace()
    match sign:
        case "“":
            closes += 0.0 if not before.isspace() else 2.0
        case "”":
            opens += 0.8
            closes += 0.6 if before.isspace() else 0.0
        case "«":
            opens = 0.0 if spaced else opens
            closes += 0.4
        case "»":
            closes = 0.0 if spaced else closes
            opens += 0.4
        case "‘" | "‹" | "``" | "`" | "„" | "‚":
            closes += 0.4
        case "’" | "›":
            opens += 1.5 if sign == "’" else 0.6
        case "'":
            opens += 0.3
        case _:
            pass
    return opens, closes


def _passing(text: str, start: int, end: int, sign: str) -> float:
    """The price of passing a mark over: dear for a double mark, cheap for an apostrophe, an inch, a foot."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if sign == "''":
        # Two apostrophes close what `` opened; alone they are a wiki's emphasis or a measure.
        return 0.0
    if before == "=" or (sign in '"״″' and before.isalnum() and after.isalnum()):
        return 0.3
    if sign in ('"', "”", "″", "״") and before.isdigit():
        return 0.6
    if sign in DOUBLE:
        return 1.5 if sign in "«»″" else 4.0
    if sign in "'’`" or (sign == "‘" and (not before.isspace() or _shortened(text, end, after))):
        return _apostrophe(text, end, before, after)
    return 3.5 if sign == "‘" and after.isupper() else 2.0


def _apostrophe(text: str, end: int, before: str, after: str) -> float:
    if before.isdigit() or (after.isdigit() and (not before.isspace() or _shortened(text, end, after))):
        return 0.0
    if before.isalpha():
        return 0.15 if before in "sSnNxXzZ" else 0.5
    if after.isalnum():
        return 0.0 if _shortened(text, end, after) else 0.9 if before.isspace() else 0.6
    # No word is shortened behind a full stop.
    return 2.0 if before in ".,!?…" and not after.isalnum() else 0.9


def _opens_shortened(text: str, start: int, end: int) -> bool:
    """Whether the second of two apostrophes belongs to the word behind them, and the first one opens."""
    opens = start == 0 or text[start - 1].isspace() or text[start - 1] in _BRACKETS_OPEN
    return opens and end < len(text) and text[end].isalnum() and _shortened(text, end, text[end])


def _shortened(text: str, end: int, after: str) -> bool:
    """Whether a word or a year that lost its beginning follows: ’tis, ’em, ’90s."""
    if after.isdigit():
        return bool(_YEAR.match(text, end))
    word = _WORD.match(text[end : end + 12]) if after.isalpha() else None
    return word is not None and word.group().lower() in _ELIDED
