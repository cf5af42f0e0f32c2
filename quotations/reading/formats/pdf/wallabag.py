"""wallabag's export as PDF: a page about each article before it, a page about the program behind the last."""

from __future__ import annotations

from quotations.reading.formats.pdf.page import Page

_SUBJECT = "Articles via wallabag"


def strip(pages: list[Page], metadata: dict[str, str]) -> None:
    """Take the words of the program's own last page away."""
    if metadata.get("Subject") == _SUBJECT and len(pages) > 1:
        pages[-1].lines = []
        pages[-1].targets = []
