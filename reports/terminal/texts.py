"""Two texts with their differences, as styled runs: ``[-only in the article-]``, ``{+only in the source+}``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reports.diff import Mark, Piece
from reports.terminal.lines import Run

#: The end of a block inside a text.
_BREAK = re.compile(r"\s*\n\s*")
_SIGNS = {
    Mark.ONLY_ARTICLE: ("[-", "-]"),
    Mark.ONLY_SOURCE: ("{+", "+}"),
    Mark.LEFT_OUT: ("[…", "…]"),
}


QUOTED = ("“", "”")
PLACE = ("▸", "◂")


def runs_of(pieces: Iterable[Piece], *, marks: tuple[str, str] = QUOTED) -> list[Run]:
    """The runs of *pieces*, with *marks* around what is not surroundings."""
    runs: list[Run] = []
    opened = False
    for piece in pieces:
        if (piece.mark is Mark.AROUND) == opened:
            runs.append((marks[opened], ""))
            opened = not opened
        runs.append(_run(piece))
    if opened:
        runs.append((marks[1], ""))
    return runs


def _run(piece: Piece) -> Run:
    text = _BREAK.sub(" ¶ ", piece.text)
    if piece.mark is Mark.MISSING:
        return "‸", "missing"
    if piece.allowed and piece.mark is not Mark.LEFT_OUT:  # told in words; signs would make much of it
        return text, "allowed"
    if piece.mark not in _SIGNS:
        return text, piece.mark.value if piece.mark is Mark.AROUND else ""
    front, back = _SIGNS[piece.mark]
    core = text.strip()
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :] if core else ""
    return f"{lead}{front}{core}{back}{tail}", piece.mark.value
