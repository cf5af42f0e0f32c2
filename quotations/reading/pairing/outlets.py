"""An outlet's name and its address: the Los Angeles Times, latimes.com; the Wall Street Journal, wsj.com."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import normalize

from quotations.reading.scene import Token

_SIGNS = re.compile(r"[^a-z0-9]+")
_SMALL = frozenset(("the", "of", "and", "for", "de", "le", "la", "el", "il", "der", "die", "das"))
#: Short names are common in addresses by chance.
_SHORTEST, _SHORTEST_INSIDE, _FEWEST_INITIALS = 3, 6, 3
#: “with” in other languages, and behind what it leads to an outlet.
_BESIDE = frozenset("mit avec con com met".split())  # noqa: SIM905
_TALKS = frozenset("gespräch interview sprach entretien entrevista intervista conversa conversación gesprek".split())  # noqa: SIM905
#: Before the outlet through which words came.
_BY_WAY_OF = _BESIDE | frozenset("via per told tells with to in on by from laut gegenüber selon según".split())  # noqa: SIM905
_SPEAKING = frozenset(("according", "said", "spoke", "speaking", "talked", "talking"))
_MOST_WORDS = 5


def squeezed(words: str) -> str:
    """*words* as an address writes them: in small letters, without accents, blanks and signs."""
    plain = words.lower()
    if not plain.isascii():
        plain = normalize("NFD", plain)
    return _SIGNS.sub("", plain)


def stands_for(words: Sequence[str], host: str) -> bool:
    """Whether *words*, in small letters, name the site at *host*: in one word, shortened to initials, or inside it."""
    named, shapes = _shapes(tuple(words))
    plain = _labels(host)
    inside = len(named) >= _SHORTEST_INSIDE and any(named in label for label in plain)
    return inside or not shapes.isdisjoint((*plain, "".join(plain)))


@lru_cache(maxsize=4_096)
def _labels(host: str) -> tuple[str, ...]:
    """The parts of a host's name but its last, squeezed."""
    return tuple(squeezed(label) for label in host.split(".")[:-1])


@lru_cache(maxsize=4_096)
def _shapes(words: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """*words* in one, and what a site may be called after them."""
    bits = [found for word in words if (found := squeezed(word))]
    bare = [word for word in bits if word not in _SMALL] or bits
    if not bare:
        return "", frozenset()
    whole, named = "".join(bits), "".join(bare)
    shapes = {shape for shape in (whole, named, "the" + named) if len(shape) >= _SHORTEST}
    if len(bare) > 1:
        initials = "".join(word[0] for word in bare)
        shapes.add("".join(word[0] for word in bare[:-1]) + bare[-1])
        if len(initials) >= _FEWEST_INITIALS:
            shapes.add(initials)
    return named, frozenset(shapes)


def by_way_of(tokens: Sequence[Token], host: str) -> bool:
    """Whether the narrator says that words came through the site: “he said, via the Los Angeles Times”."""
    return any(stands_for(named, host) for named in ways(tokens))


def ways(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    """What the narrator may name as that through which words came, in small letters; the shorter form of a name first."""
    for at, token in enumerate(tokens):
        if token.lower not in _BY_WAY_OF or token.quoted >= 0:
            continue
        if token.lower == "to" and not (at and tokens[at - 1].lower in _SPEAKING):
            continue
        if token.lower in _BESIDE and not (at and tokens[at - 1].lower in _TALKS):
            continue
        named: list[str] = []
        for other in tokens[at + 1 : at + 2 + _MOST_WORDS]:
            if not (other.is_name or other.lower in _SMALL) or other.quoted >= 0:
                break
            named.append(other.lower)
            if other.is_name:
                yield tuple(named)


def told_another(tokens: Sequence[Token], host: str) -> bool:
    """Whether the sentence says that its words were told to somebody named who is not the site at *host*."""
    for at in range(len(tokens) - 2):
        if tokens[at].lower not in ("told", "tells") or tokens[at + 1].lower != "the" or not tokens[at + 2].is_name:
            continue
        named = []
        for token in tokens[at + 2 : at + 2 + _MOST_WORDS]:
            if not token.is_name:
                break
            named.append(token.lower)
        return not stands_for(named, host)
    return False
