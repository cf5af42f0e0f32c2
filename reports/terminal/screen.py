"""What a report is printed on."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

_NARROWEST, _WIDEST = 40, 100


@dataclass(frozen=True, slots=True)
class Screen:
    """Columns, colour, and how much to tell."""

    width: int = 80  #: columns, at least 40
    color: bool = False
    explain: bool = False  #: every rule that fired, in order
    verbose: bool = False  #: what needs no look in full as well

    @classmethod
    def of(cls, stream: TextIO, environ: Mapping[str, str], *, explain: bool = False, verbose: bool = False) -> Screen:
        """The screen that *stream* is: colour on a terminal, unless NO_COLOR is set; anywhere with FORCE_COLOR."""
        tty = stream.isatty()
        color = bool(environ.get("FORCE_COLOR")) or (
            tty and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
        )
        told = environ.get("COLUMNS", "")
        width = int(told) if told.isdigit() else shutil.get_terminal_size((80, 24)).columns if tty else 80
        return cls(max(_NARROWEST, min(_WIDEST, width)), color, explain, verbose)
