"""Which quotation marks belong together, in any language's habit and in none.

Every mark of a paragraph is read in order by a small machine that may open a quotation, close the innermost
one, or pass a mark over. Each choice has a price: a mark that stands where an opening mark stands opens for
nothing, one that pairs with another family's costs little, a double mark passed over costs much, an
apostrophe passed over next to nothing. The cheapest reading wins (Viterbi's algorithm over stacks of open
marks, with a bounded beam), so one stray or forgotten mark costs its own price and moves nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotations.reading.flow import CODE

#: How many readings are kept after each mark, how deep marks may nest, and how many marks a paragraph may have.
BEAM = 12
DEEPEST = 3
#: The price of a quotation that nothing closes, and from which price on a mark stands where none opens.
_LEFT_OPEN = 4.6
_MISPLACED = 1.0
MOST_MARKS = 4_000
#: How many straight marks in a row are looked past for what stands beside them.
_ROW = 4

_MARK = re.compile(
    r"&(?:quot|[lr]dquo|bdquo|[lr]aquo|#34|#8220|#8221|#8222);|``|'{3,}|''|,,(?=\w)|[\"'`´“”„‟«»‹›‘’‚‛「」『』״″＂〝〞〟]"
)
_WORD = re.compile(r"[^\W\d_]+")
_LONE = re.compile(r'(?<![“”=])"(?![“”])')
_DOUBLE = frozenset(('"', "“", "”", "„", "«", "»", "``", "''", "「", "『", "」", "』", "״", "″"))
#: Escaped once too often, so that people see the reference itself.
_ESCAPED = {"&quot;": '"', "&#34;": '"', "&ldquo;": "“", "&rdquo;": "”", "&bdquo;": "„", "&laquo;": "«", "&raquo;": "»"}
_ESCAPED |= {"&#8220;": "“", "&#8221;": "”", "&#8222;": "„"}
_ALIAS = {",,": "„", "‟": "“", "＂": '"', "〝": "“", "〞": "”", "〟": "”", "‛": "‘", "´": "’", **_ESCAPED}
_FAMILY = {"“": "c", "”": "c", "„": "c", "«": "g", "»": "g", '"': "s", "``": "t", "''": "t", "「": "j", "『": "k"}

#: What closes what, and the price of it. Swedish ”…”, German „…“, Polish „…”, Danish »…«, mixed "…” and the rest.
_CLOSES: dict[str, dict[str, float]] = {
    '"': {'"': 0.0, "”": 0.5, "“": 1.5, "''": 0.6, "″": 0.4},
    "“": {"”": 0.0, '"': 0.5, "“": 2.0, "''": 0.5, "″": 0.6, "»": 3.0},
    "”": {"”": 0.3, '"': 0.7, "“": 1.0},
    "„": {"“": 0.0, "”": 0.1, '"': 0.3, "''": 0.5, "»": 3.0, "„": 2.0},
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
_DIRECTED_OPEN = frozenset("“„«‘‚‹「『`") | {"``"}
_DIRECTED_CLOSE = frozenset("”»’›」』")
_BRACKETS_OPEN = frozenset("([{<¿¡—–―-/|…")
_AFTER = frozenset(".,;:!?…)]}>—–―-/|*†‡。，、；：！？）।،؛؟·")
_WORDLIKE = frozenset("$£€#@&([{<¿¡—–-…*+~.§%/_") | {CODE}
_ELIDED = frozenset(
    (
        *(
            "em",
            "tis",
            "twas",
            "twere",
            "twill",
            "til",
            "till",
            "bout",
            "cause",
            "cuz",
            "coz",
            "round",
            "n",
            "neath",
            "nuff",
            "gainst",
        ),
        *("ere", "kay", "er", "ow", "ello", "im", "ve", "re", "ll", "d", "s", "t", "tude", "fraid", "nother"),
    )
)

#: Two marks in a row that are two marks: a quotation's end and the next one's beginning.
_BACK_TO_BACK = frozenset((("”", "“"), ('"', '"'), ("”", "”"), ("“", "”")))

Stack = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark and what its neighbours say of it."""

    start: int
    end: int
    sign: str
    opens: float  #: price of reading it as an opening mark
    closes: float  #: price of reading it as a closing mark
    passed: float  #: price of reading it as no quotation mark


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation's marks: the words are ``text[start:end]``."""

    start: int
    end: int
    opening: str
    closing: str  #: empty when the paragraph ended first
    outer_start: int
    outer_end: int
    depth: int  #: 1 for the outermost

    @property
    def closed(self) -> bool:
        """Whether a mark closes it."""
        return bool(self.closing)


@dataclass(frozen=True, slots=True)
class _Reading:
    price: float
    stack: Stack  #: indices into the marks
    pairs: tuple[tuple[int, int, int], ...] | None  #: (opening, closing, depth), newest last; linked below
    before: _Reading | None


def find_marks(text: str) -> list[Mark]:
    """All signs of *text* that could be quotation marks; apostrophes inside words are left out."""
    marks: list[Mark] = []
    lone = _LONE.search(text)
    for found in _MARK.finditer(text):
        start, end = found.span()
        sign = _ALIAS.get(found.group(), found.group())
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
    starts = before.isspace() or before in _BRACKETS_OPEN or before in _DIRECTED_OPEN
    ends = not before.isspace()
    leads = after.isalnum() or after in _WORDLIKE or after in _DIRECTED_OPEN
    trails = (
        after.isspace()
        or after in _AFTER
        or after in _DIRECTED_CLOSE
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
    return Mark(start, end, sign, opens, closes, _passing(text, start, end, sign))


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
    if sign in _DOUBLE:
        return 1.5 if sign in "«»″" else 4.0
    if sign in "'’`" or (sign == "‘" and (not before.isspace() or _shortened(text, end, after))):
        return _apostrophe(text, end, before, after)
    return 2.0


def _apostrophe(text: str, end: int, before: str, after: str) -> float:
    if before.isdigit() or after.isdigit():
        return 0.0
    if before.isalpha():
        return 0.15 if before in "sSnNxXzZ" else 0.5
    if after.isalpha():
        return 0.0 if _shortened(text, end, after) else 0.6
    return 0.9


def _shortened(text: str, end: int, after: str) -> bool:
    """Whether a word or a year that lost its beginning follows: ’tis, ’em, ’90s."""
    if after.isdigit():
        return True
    word = _WORD.match(text[end : end + 12]) if after.isalpha() else None
    return word is not None and word.group().lower() in _ELIDED


def pair_marks(text: str, *, carries_on: bool = False) -> list[Pair]:
    """The quotations of a paragraph, nested ones after the one that holds them.

    *carries_on* says that the next paragraph begins with an opening mark, so that a quotation left open here
    is as printers do it. A quotation that nothing closes ends with the paragraph.
    """
    marks = find_marks(text)
    if not marks:
        return []
    readings: dict[Stack, _Reading] = {(): _Reading(0.0, (), None, None)}
    for number in range(len(marks)):
        readings = _step(readings, marks, number)
    left_open = 0.4 if carries_on else _LEFT_OPEN
    best = min(readings.values(), key=lambda r: r.price + _unclosed(r.stack, marks, left_open))
    return _pairs(best, marks, len(text.rstrip()))


def _unclosed(stack: Stack, marks: list[Mark], left_open: float) -> float:
    return sum(_still_open(marks[at], left_open) for at in stack)


def _still_open(mark: Mark, left_open: float) -> float:
    if mark.sign not in _DOUBLE:
        return 3.0
    # What stands where a closing mark stands opens nothing that the next paragraph could carry on.
    return left_open if mark.opens < _MISPLACED else max(left_open, _LEFT_OPEN)


def _step(readings: dict[Stack, _Reading], marks: list[Mark], number: int) -> dict[Stack, _Reading]:
    mark = marks[number]
    found: dict[Stack, _Reading] = {}

    def keep(reading: _Reading) -> None:
        other = found.get(reading.stack)
        if other is None or reading.price < other.price:
            found[reading.stack] = reading

    for reading in readings.values():
        stack = reading.stack
        keep(_Reading(reading.price + mark.passed, stack, None, reading))
        if mark.sign in _CLOSES and len(stack) < DEEPEST:
            price = reading.price + mark.opens + _nesting(stack, marks, mark)
            keep(_Reading(price, (*stack, number), None, reading))
        if stack:
            empty = 1.0 if mark.start == marks[stack[-1]].end else 0.0
            price_of = _CLOSES[marks[stack[-1]].sign].get(mark.sign)
            if price_of is not None and mark.start >= marks[stack[-1]].end:
                keep(
                    _Reading(
                        reading.price + mark.closes + price_of + empty,
                        stack[:-1],
                        ((stack[-1], number, len(stack)),),
                        reading,
                    )
                )
    if len(found) > BEAM:
        return {r.stack: r for r in sorted(found.values(), key=lambda r: (r.price, r.stack))[:BEAM]}
    return found


def _nesting(stack: Stack, marks: list[Mark], mark: Mark) -> float:
    """A quotation inside a quotation takes the other kind of marks."""
    if not stack:
        return 0.0 if mark.sign in _DOUBLE else 0.5
    outer = marks[stack[-1]].sign
    if mark.sign not in _DOUBLE or outer not in _DOUBLE:
        return 2.5 if (mark.sign in _DOUBLE) == (outer in _DOUBLE) else 0.0
    family, other = _FAMILY.get(mark.sign), _FAMILY.get(outer)
    if family == other:
        return 2.5
    return 0.3 if "g" in (family, other) or "k" in (family, other) else 1.5


def _pairs(reading: _Reading, marks: list[Mark], end: int) -> list[Pair]:
    pairs = [
        Pair(
            marks[at].end, max(marks[at].end, end), marks[at].sign, "", marks[at].start, max(marks[at].end, end), depth
        )
        for depth, at in enumerate(reading.stack, 1)
    ]
    step: _Reading | None = reading
    while step is not None:
        for opening, closing, depth in step.pairs or ():
            first, last = marks[opening], marks[closing]
            pairs.append(Pair(first.end, last.start, first.sign, last.sign, first.start, last.end, depth))
        step = step.before
    return sorted(pairs, key=lambda p: (p.start, -p.end))
