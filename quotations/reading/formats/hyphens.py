"""Words that a line end divides: the break is hidden, and the hyphen with it unless the word is written with one elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotations.reading.formats.draft import Draft

#: Begins with the hyphen, so that a search passes over all other signs at once; the word before it is found backwards.
_BREAK = re.compile(r"[-‐][ \t]*\r?\n[ \t>]*([^\W\d_]+)")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")


def hide_breaks(draft: Draft) -> None:
    """Hide line ends inside words of the draft's text."""
    text = draft.text
    breaks: list[tuple[str, re.Match[str]]] = []
    taken = 0
    for found in _BREAK.finditer(text):
        first = found.start()
        while first > taken and _is_letter(text[first - 1]):
            first -= 1
        if first < found.start():
            taken = found.end()
            breaks.append((text[first : found.start()], found))
    divided = [(head, found) for head, found in breaks if found[1][0].islower()]
    if not divided:
        return
    compounds = _lines(_COMPOUND.findall(text))
    words = ""
    for head, found in divided:
        kept = f"{head}-{found[1]}" in compounds
        if kept:
            words = words or _lines(_WORD.findall(text))
            kept = f"{head}{found[1]}" not in words
        draft.hide(found.start() + kept, found.start(1))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not sign.isdecimal()


def _lines(words: Iterable[str]) -> str:
    """*words*, each once, so that looking for one costs no more than the text's vocabulary."""
    return "\n".join(dict.fromkeys(words))
