"""An error as the person at the keyboard reads it: of what, what is wrong, and what to do."""

from __future__ import annotations

from quotations.errors import CitetrailError

#: Words that keep their capital in the middle of a line.
_NAMES = frozenset({"Chromium", "Playwright", "Python", "Scrapy", "Zotero"})


def told(error: CitetrailError) -> str:
    """The lines of *error*, each without what would move a terminal's cursor."""
    message, subject = _running(error.message), one_line(error.subject)
    if subject and subject not in message:
        message = f"{subject}: {message}"
    lines = [f"error: {message}"]
    if error.hint:
        lines.append(f"  try: {_running(error.hint)}")
    return "\n".join(lines)


def one_line(words: str) -> str:
    """*words* on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def _running(sentence: str) -> str:
    """*sentence* as it goes on behind a colon: without its capital, and without its full stop where it is alone."""
    words = one_line(sentence)
    first = words.split(" ", 1)[0].rstrip(".,:;")
    if (first not in _NAMES and first[1:].islower()) or len(first) == 1:
        words = words[:1].lower() + words[1:]
    return words.removesuffix(".") if words.count(". ") == 0 and not words.endswith("..") else words
