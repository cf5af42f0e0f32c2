"""The words of a phrase as an article writes them."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.scene import Token


def words_of(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """The phrase from *first* to *last*, without its article before a name and without words in marks."""
    pieces: list[str] = []
    for at in range(first, last):
        token = tokens[at]
        if token.quoted >= 0:
            # A nickname inside the name.
            continue
        if pieces and (token.lower == "'s" or tokens[at - 1].end == token.start):
            pieces[-1] += token.text
        else:
            pieces.append(token.text)
    named = len(pieces) > 1 and pieces[1][:1].isupper()
    if named and pieces[0].lower() in ("the", "der", "die", "das", "le", "la", "el", "il", "de", "het"):
        pieces = pieces[1:]
    return " ".join(pieces) or None
