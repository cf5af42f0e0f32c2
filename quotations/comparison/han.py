"""Chinese and Japanese numerals, of which each character is a word: 二十三, 三万五千, 二〇二〇."""

from __future__ import annotations

from collections.abc import Sequence

_FIGURES = {figure: value for value, figure in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
HAN = frozenset(_FIGURES | _TENS | _MYRIADS)


def han_at(keys: Sequence[str], at: int) -> tuple[float, int] | None:
    """The value of the numeral that begins at *at*, and the place behind it; None where none does.

    A magnitude counts what stands before it, 35 in 35万 too; alone it is no numeral.
    """
    end = at
    while end < len(keys) and keys[end] in HAN:
        end += 1
    numeral = keys[at:end]
    if not numeral or numeral[0] in _MYRIADS:
        return None
    if len(numeral) > 1 and all(key in _FIGURES for key in numeral):
        return float("".join(str(_FIGURES[key]) for key in numeral)), end
    total = part = current = 0
    for key in numeral:
        if key in _FIGURES:
            current = _FIGURES[key]
        elif key in _TENS:
            part, current = part + (current or 1) * _TENS[key], 0
        else:
            total, part, current = total + (part + current) * _MYRIADS[key], 0, 0
    return float(total + part + current), end


def scale_of(key: str) -> int:
    """How many one of *key* is: 万 is ten thousand; 0 where it is no magnitude."""
    return _MYRIADS.get(key) or _TENS.get(key, 0)
