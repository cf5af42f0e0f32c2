"""Numbers in words and figures: value, magnitude and unit belong together, and the form does not matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotations.comparison.han import HAN, han_at, scale_of
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import figure_values, has_figure, same_figure
from quotations.comparison.parts import part_at, scaled_at, share_at

_AMBIGUOUS = frozenset(
    {"may", "march", "mar", "second", "m", "b", "k", "sun", "mon", "sat", "once", "mai", "mars", "pound"}
)
_INSIDE = frozenset({"and", "und", "et", "y", "e"})
_SCORES = frozenset({"vingt", "vingts"})  #: four of them are eighty
_SCORED = frozenset({60.0, 80.0})  #: French goes on from here up to nineteen more


def _romans() -> dict[str, float]:
    """The numerals of kings, wars and chapters up to 39; "vi", "xi" and single letters are words and names too."""
    tens, ones = ("", "x", "xx", "xxx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    found = {ten + one: 10.0 * high + low for high, ten in enumerate(tens) for low, one in enumerate(ones)}
    return {numeral: value for numeral, value in found.items() if len(numeral) > 1 and numeral not in ("vi", "xi")}


_ROMAN = _romans()
#: Behind a figure, in languages whose lexicon has no such magnitude, too.
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9}
_HAN_LANGUAGES = frozenset({"zh", "ja"})
GROUP = 3  #: figures between two marks of thousands
GROUPS = 5  #: of thousands in one number, at most
_HALVES_OF_DAY = frozenset({"am", "pm"})
_OF_MONEY = frozenset({"d'", "de", "di"})  #: between a magnitude and its currency: millions d'euros
_PER_CENT = frozenset(
    {("per", "cent"), ("per", "centum"), ("pour", "cent"), ("por", "ciento"), ("per", "cento"), ("por", "cento")}
)
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
            if ("^" in self.figure) != ("^" in other.figure):
                # a page's raised figures are often plain ones in its text
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
    kinds = lexicon.kinds
    if not kinds:
        kinds.update((word, _kind_of(word, lexicon)) for word in _candidates(lexicon))
    return kinds.get(key, "")


def _candidates(lexicon: Lexicon) -> set[str]:
    """Every word that may be of a kind, whether it is or not."""
    pairs = [lexicon.pairs.get(name, {}) for name in ("currency", "number", "magnitude", "ordinal", "same_word")]
    lists = [lexicon.words(name) for name in ("fraction", "month", "weekday")]
    return {"minus", "percent", *_COMPARING, *_ROMAN, *HAN}.union(*pairs, *lists)


def _kind_of(key: str, lexicon: Lexicon) -> str:
    if key in HAN and lexicon.language in _HAN_LANGUAGES:
        return "number"
    if key in lexicon.pairs.get("currency", {}):
        return "currency"
    if key in _COMPARING:
        return "sign"
    if key in _AMBIGUOUS:
        return ""
    if key in _ROMAN or key == "minus":
        return "number"
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
    if keys[at] == "minus":
        figure, value, at = _amount(keys, at + 1, lexicon)
        amount = min(_floats(figure), default=0.0) if figure is not None else value
        return Number(None, None if amount is None else -amount, "minus" if amount is None else unit), at
    scaled = scaled_at(keys, at, lexicon)
    if scaled is not None:
        return Number(None, scaled[0], unit), scaled[1]
    share = share_at(keys, at, lexicon)
    if share is not None:
        return Number(None, share, unit), at + 2
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
        money = at + 1 if keys[at] in _OF_MONEY and _kind(keys[at + 1] if at + 1 < len(keys) else "", lexicon) else at
        if _kind(keys[money], lexicon) == "currency":
            return Number(figure, value, lexicon.form("currency", keys[money])), money + 1
        if keys[at] in _HALVES_OF_DAY:
            return Number(figure, value, keys[at]), at + 1
        if keys[at].startswith("^"):
            return Number(f"{figure or value}{keys[at]}", None, unit), at + 1
        if not unit:
            unit, at = unit_at(keys, at, lexicon)
    rate, at = _rate_at(keys, at, lexicon)
    return Number(figure, value, unit + rate), at


def _rate_at(keys: Sequence[str], at: int, lexicon: Lexicon) -> tuple[str, int]:
    """What an amount is paid or counted for, and the place behind it: "a year", "per hour"; empty where nothing is."""
    if at + 1 < len(keys) and keys[at] in ("a", "an", "per") and len(keys[at + 1]) > 1:
        unit = lexicon.pairs.get("unit", {}).get(keys[at + 1])
        if unit:
            return f"/{unit}", at + 2
    return "", at


def unit_at(keys: Sequence[str], at: int, lexicon: Lexicon) -> tuple[str, int]:
    """The unit that stands at *at*, behind a number, and the place behind it; empty where none does."""
    units, size = lexicon.pairs.get("unit", {}), len(keys)
    if tuple(keys[at : at + 2]) in _PER_CENT:
        return "percent", at + 2
    if at + 1 < size and lexicon.has("unit_prefix", keys[at]) and keys[at + 1] in units:
        return f"square {units[keys[at + 1]]}" if keys[at] != "cubic" else f"cubic {units[keys[at + 1]]}", at + 2
    if at < size and keys[at] in units and (len(keys[at]) > 1 or (at and has_figure(keys[at - 1]))):
        return units[keys[at]], at + 1
    return "", at


def _amount(
    keys: Sequence[str], at: int, lexicon: Lexicon, *, money: bool = False
) -> tuple[str | None, float | None, int]:
    """Figures alone, or the value of numerals and magnitudes from *at* on, and the place behind."""
    start = at
    if lexicon.language in _HAN_LANGUAGES and (numeral := han_at(keys, at)):
        return None, *numeral
    total = current = 0.0
    seen = False
    while at < len(keys):
        key = keys[at]
        kind = _kind(key, lexicon)
        if has_figure(key):
            if seen:
                part = part_at(keys, at) if at == start + 1 else None
                if part:
                    current, at = current + part[0], part[1]
                    if at < len(keys) and _kind(keys[at], lexicon) == "magnitude":
                        continue
                break
            size = _grouped_size(keys, at, lexicon)
            if size > 1:
                key, at = "".join(keys[at : at + size]), at + size - 1
            current, seen = _value(key, lexicon), True
        elif seen and lexicon.language in _HAN_LANGUAGES and (times := scale_of(key)):
            total, current = (total + current) * times, 0.0
        elif kind == "magnitude" or (seen and _letter_at(keys, at, lexicon, money=money)):
            scale = _LETTERS.get(key) or float(lexicon.form("magnitude", key))
            total, current = _scaled(total, current if seen else 1.0, scale)
            seen = True
        elif seen and (part := part_at(keys, at)):
            current, at = current + part[0], part[1]
            if at < len(keys) and _kind(keys[at], lexicon) == "magnitude":
                continue
            break
        elif kind in ("number", "ordinal") and key != "minus" and key not in HAN:
            amount = _ROMAN.get(key) or float(lexicon.form(kind, key))
            if key in _SCORES and current % 100 == 4:
                amount = 76.0
            elif seen and not _joins(current, amount, lexicon):
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


def _letter_at(keys: Sequence[str], at: int, lexicon: Lexicon, *, money: bool) -> bool:
    """Whether the letter behind a figure is a magnitude: 12k anywhere, 3m and 2b only of money."""
    return keys[at] == "k" or (keys[at] in ("m", "b") and (money or _before_money(keys, at, lexicon)))


def _scaled(total: float, current: float, scale: float) -> tuple[float, float]:
    """What is counted so far, and the part of it that still grows, with a magnitude behind that part."""
    if scale == 100:
        return total, current * scale
    if total and not current and scale > total:
        return total * scale, current  # five thousand million
    return total + current * scale, 0.0


def _joins(current: float, amount: float, lexicon: Lexicon) -> bool:
    """Whether a numeral behind others is a part of their number: twenty-one, a hundred and five, soixante-quinze."""
    return (
        current % 100 == 0
        or (current % 10 == 0 and amount < 10)
        or (current % 100 in _SCORED and amount < 20 and lexicon.language == "fr")
    )


def _before_money(keys: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a currency stands directly behind *at*, in any but English: 2,5 M€."""
    return lexicon.language != "en" and at + 1 < len(keys) and _kind(keys[at + 1], lexicon) == "currency"


def _value(figure: str, lexicon: Lexicon) -> float:
    """What *figure* comes to before a magnitude; 5.000 is five in English, elsewhere five thousand."""
    values = _floats(figure) or {0.0}
    return min(values) if lexicon.language == "en" else max(values)


def _grouped_size(keys: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """How many figures from *at* on are one number with blanks for its thousands, before a magnitude: 5 000 million."""
    end = at + 1
    while end < len(keys) and end - at < GROUPS and len(keys[end]) == GROUP and keys[end].isdigit():
        end += 1
    grouped = end < len(keys) and keys[at].isdigit() and len(keys[at]) <= GROUP
    return end - at if grouped and _kind(keys[end], lexicon) == "magnitude" else 1


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
