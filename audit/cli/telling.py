"""An error as the person at the keyboard reads it: what is wrong, and what to do."""

from __future__ import annotations

from quotations.errors import CitetrailError


def told(error: CitetrailError) -> str:
    """The lines of *error*, each without what would move a terminal's cursor."""
    lines = [f"error: {one_line(error.message)}"]
    if error.hint:
        lines.append(f"  try: {one_line(error.hint)}")
    return "\n".join(lines)


def one_line(words: str) -> str:
    """*words* on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
