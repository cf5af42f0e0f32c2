"""Numbers in words and figures: value, magnitude and unit belong together, and the form does not matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import figure_values, has_figure, same_figure

_AMBIGUOUS = frozenset(
    {"may", "march", "mar", "second", "m", "b", "k", "sun", "mon", "sat", "once", "mai", "mars", "pound"}
)
_INSIDE = frozenset({"and", "und", "et", "y"})
_PARTS = {
    ("and", "a", "half"): 0.5, ("and", "a", "quarter"): 0.25, ("and", "three", "quarters"): 0.75, ("and", "a", "third"): 1 / 3,
    ("1", "2"): 0.5, ("1", "4"): 0.25, ("3", "4"): 0.75, ("1", "3"): 1 / 3, ("2", "3"): 2 / 3,
}  # fmt: skip
_COMPARING = frozenset({"<", ">", "≤", "≥", "≠", "±"})


@dataclass(frozen=True, slots=True)
class Number:
    """One number: figures as written or a value, and its unit ("percent", "$", a month's name …)."""

    figure: str | None
    value: float | None
    unit: str = ""

    def same(self, other: Number) -> bool:
        """Whether both are one number with one unit."""
        if self.unit != other.unit:
            return False
        if self.figure is not None and other.figure is not None:
            if ("^" in self.figure) != (
                "^" in other.figure
            ):  # a page's raised figures are often plain ones in its text
                return self.figure.replace("^", "") == other.figure.replace("^", "")
            return same_figure(self.figure, other.figure)
        mine, theirs = self._values(), other._values()
        return bool(mine & theirs) if mine or theirs else self.unit == other.unit

    def _values(self) -> set[float]:
        if self.value is not None:
            return {self.value}
        return _floats(self.figure) if self.figure is not None else set()


def is_numeral(key: str, lexicon: Lexicon) -> bool:
    """Whether *key* takes part in numbers: figure, numeral, magnitude, unit, month, currency or comparison sign."""
    return bool(key) and (has_figure(key) or _kind(key, lexicon) != "")


def _kind(key: str, lexicon: Lexicon) -> str:
    if key in lexicon.pairs.get("currency", {}):
        return "currency"
    if key in _COMPARING:
        return "sign"
    if key in _AMBIGUOUS:
        return ""
    for kind in ("number", "magnitude", "ordinal"):
        if key in lexicon.pairs.get(kind, {}):
            return kind
    if lexicon.form("same_word", key) == "percent" or lexicon.has("fraction", key):
        return "fraction"
    if lexicon.has("month", lexicon.form("same_word", key)) or lexicon.has("weekday", lexicon.form("same_word", key)):
        return "date"
    return ""


def numbers_of(keys: Sequence[str], lexicon: Lexicon) -> tuple[list[Number], list[str]]:
    """The numbers in *keys*, in order, and the other words."""
    found: list[Number] = []
    rest: list[str] = []
    at = 0
    while at < len(keys):
        number, after = _number_at(keys, at, lexicon)
        if number is None:
            rest.append(keys[at])
            at += 1
        else:
            found.append(number)
            at = after
    return found, rest


def _number_at(keys: Sequence[str], at: int, lexicon: Lexicon) -> tuple[Number | None, int]:
    """The number that begins at *at*, with its unit, and the place behind it."""
    unit = ""
    start = at
    if _kind(keys[at], lexicon) == "currency":
        unit = lexicon.form("currency", keys[at])
        at += 1
        if at == len(keys) or not (has_figure(keys[at]) or _kind(keys[at], lexicon) in ("number", "magnitude")):
            return Number(None, None, unit), at
    figure, value, at = _amount(keys, at, lexicon, money=bool(unit))
    if figure is None and value is None:
        key = keys[start]
        kind = _kind(key, lexicon)
        if kind in ("fraction", "sign"):
            return Number(None, None, lexicon.form("same_word", key)), start + 1
        if kind == "date":
            return Number(None, None, lexicon.form("same_word", key)), start + 1
        return None, start
    if at < len(keys):
        kind = _kind(keys[at], lexicon)
        unit_word = lexicon.form("same_word", keys[at])
        if kind == "fraction" and unit_word in ("percent", "percentage", "permille"):
            return Number(figure, value, unit_word), at + 1
        if kind == "currency":
            return Number(figure, value, lexicon.form("currency", keys[at])), at + 1
        if keys[at].startswith("^"):
            return Number(f"{figure or value}{keys[at]}", None, unit), at + 1
    return Number(figure, value, unit), at


def _amount(
    keys: Sequence[str], at: int, lexicon: Lexicon, *, money: bool = False
) -> tuple[str | None, float | None, int]:
    """Figures alone, or the value of numerals and magnitudes from *at* on, and the place behind."""
    start = at
    total = current = 0.0
    seen = False
    while at < len(keys):
        key = keys[at]
        kind = _kind(key, lexicon)
        if has_figure(key):
            if seen:
                part = _part(keys, at) if at == start + 1 else None
                if part:
                    current, at = current + part[0], part[1]
                break
            current, seen = min(_floats(key), default=0.0), True
        elif kind == "magnitude" or (money and seen and key in ("m", "b", "k")):
            scale = float(lexicon.form("magnitude", key))
            if scale == 100:
                current = (current if seen else 1) * scale
            else:
                total, current = total + (current if seen else 1) * scale, 0.0
            seen = True
        elif seen and (part := _part(keys, at)):
            total, current = total + current + part[0], 0.0
            at = part[1]
            break
        elif kind in ("number", "ordinal"):
            amount = float(lexicon.form(kind, key))
            if seen and not (current % 100 == 0 or (current % 10 == 0 and amount < 10)):
                break
            current, seen = current + amount, True
        elif key in ("a", "an") and not seen and at + 1 < len(keys) and _kind(keys[at + 1], lexicon) == "magnitude":
            current, seen = 1.0, True
        elif not (seen and key in _INSIDE and at + 1 < len(keys) and _kind(keys[at + 1], lexicon) == "number"):
            break
        at += 1
    if not seen:
        return None, None, start
    if at == start + 1 and has_figure(keys[start]):
        return keys[start], None, at
    return None, total + current, at


def _part(keys: Sequence[str], at: int) -> tuple[float, int] | None:
    """The part of one that follows a number at *at* ("and a half", ½ as figures), and the place behind it."""
    for words, value in _PARTS.items():
        if tuple(keys[at : at + len(words)]) == words:
            return value, at + len(words)
    return None


def _floats(figure: str) -> set[float]:
    """The values that *figure* may have; none where it is no plain number."""
    sign = -1.0 if figure.startswith("-") else 1.0
    values: set[float] = set()
    for text in figure_values(figure.lstrip("-^")):
        try:
            values.add(sign * float(text))
        except ValueError:
            continue
    return values


def same_numbers(left: list[Number], right: list[Number]) -> bool:
    """Whether two lists hold the same numbers in the same order."""
    return len(left) == len(right) and all(a.same(b) for a, b in zip(left, right, strict=True))
