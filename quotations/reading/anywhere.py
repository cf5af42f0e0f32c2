"""Patterns that are searched for anywhere in a block's words: most blocks are passed over without a search.

A search tries every alternative at every word. That one begins at all is seen at once by the letters that it begins with.
"""

from __future__ import annotations

import re

_LITERAL = re.compile(r"[^\\.^$*+?{}\[\]|()]|\\[^\w\s]")
_QUANTIFIERS = tuple("?*+{")


class Anywhere:
    """Any of several alternatives where a word begins."""

    def __init__(self, *alternatives: str) -> None:
        """*alternatives*: patterns of words in small letters."""
        every = [led for one in alternatives for choice in _choices(one) for led in spread(choice)]
        self.pattern = rf"(?<!\w)(?:{'|'.join(every)})"
        self._search = re.compile(self.pattern).search
        self._leads = _shortest({_lead(one) for one in every})

    def search(self, words: str) -> re.Match[str] | None:
        """The first place in *words*, which are in small letters, where one of the alternatives stands."""
        for lead in self._leads:
            if lead in words:
                return self._search(words)
        return None


def spread(alternative: str) -> list[str]:
    """*alternative* as several where it begins with a choice: what begins with a letter is passed over by that letter."""
    if not alternative.startswith("(?:"):
        return [alternative]
    depth = 0
    for at, sign in enumerate(alternative):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            rest = alternative[at + 1 :]
            if rest.startswith(_QUANTIFIERS):
                return [alternative]
            return [choice + rest for choice in _choices(alternative[3:at])]
    return [alternative]


def _choices(alternative: str) -> list[str]:
    """What ``|`` divides in *alternative*, outside brackets."""
    choices, depth = [""], 0
    for sign in alternative:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            choices.append("")
        else:
            choices[-1] += sign
    return choices


def _lead(alternative: str) -> str:
    """The letters that *alternative* always begins with."""
    lead, at = "", 0
    while found := _LITERAL.match(alternative, at):
        if alternative.startswith(_QUANTIFIERS, found.end()):
            break
        lead += found[0][-1]
        at = found.end()
    return lead


def _shortest(leads: set[str]) -> tuple[str, ...]:
    """Those of *leads* that no other one of them is the beginning of."""
    return tuple(sorted(one for one in leads if not any(one != other and one.startswith(other) for other in leads)))
