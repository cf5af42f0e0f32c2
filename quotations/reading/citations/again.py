"""Notes that take up an earlier one: "ibid.", "op. cit.", "see note 3", and an author's name with a shortened title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_IBID = re.compile(r"\W{0,6}(?:\d{1,4}\W{1,3})?(?:ibid(?:em)?|ebd|ebenda|id|idem)\b\.?", re.IGNORECASE)
_CITED = re.compile(
    r"\b(?:op\.?\s?cit|loc\.?\s?cit|art\.?\s?cit|a\.?\s?a\.?\s?O|wie Anm|cited above|as above|supra)\b\.?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:supra|see|above|at|in|wie|siehe|voir|ver|cf\.?)\s(?:note|notes|n\.|fn\.?|footnote|Anm\.?|Fn\.?|nota)\s?(\d{1,4})\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W{0,3}(\d{1,4})\W")
_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_PAGES = re.compile(r"^\W*(?:(?:pp?|S|fols?|ch|vol|no)\.?\s?)?[\divxlc–\-, ]+\W*$", re.IGNORECASE)
#: A shortened note has so many words at most; so many notes back it is looked for.
_SHORT = 16
_FARTHEST = 400


def is_ibid(words: str) -> bool:
    """Whether the note's *words* only point to the note before."""
    return bool(_IBID.match(words))


def taken_up(words: str, earlier: Mapping[str, str]) -> str | None:
    """Which of the *earlier* notes (id → words, in order) a note of these *words* takes up; None when none."""
    if is_ibid(words):
        return next(reversed(list(earlier)), None)
    numbered = _NUMBERED.search(words)
    if numbered:
        for note, other in earlier.items():
            found = _NUMBER.match(other)
            if (found and found[1] == numbered[1]) or re.fullmatch(rf"\D*{numbered[1]}", note):
                return note
        return None
    cited = _CITED.search(words)
    head = words[: cited.start()] if cited else words
    if not cited and len(words.split()) > _SHORT:
        return None
    pieces = _pieces(head)
    # A name alone is enough beside "op. cit."; without it the shortened title must be there too.
    if not pieces or (not cited and len(pieces) < 2):
        return None
    for note in list(earlier)[: -_FARTHEST - 1 : -1]:
        folded = _folded(earlier[note])
        if all(f" {piece} " in folded for piece in pieces[:2]) and len(earlier[note]) >= len(words) - 20:
            return note
    return None


def _pieces(words: str) -> Sequence[str]:
    """Name and shortened title, in small letters without marks; page numbers left out."""
    found = []
    for piece in re.split(r"[,;]", words):
        if piece.strip() and not _PAGES.match(piece):
            folded = " ".join(w.casefold() for w in _WORD.findall(piece))
            if folded:
                found.append(folded)
    return found


def _folded(words: str) -> str:
    return f" {' '.join(w.casefold() for w in _WORD.findall(words))} "
