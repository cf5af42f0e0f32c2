"""wallabag's export as PDF: a page about each article before it, a page about the program behind the last."""

from __future__ import annotations

from quotations.reading.formats.pdf.page import Page

_SUBJECT = "Articles via wallabag"


def address(pages: list[Page], metadata: dict[str, str]) -> str | None:
    """The one article's own address, which stands on the page before it."""
    hrefs = {target.href for target in pages[0].targets} if pages and metadata.get("Subject") == _SUBJECT else set()
    return hrefs.pop() if len(hrefs) == 1 else None


def strip(pages: list[Page], metadata: dict[str, str]) -> None:
    """Take the words of the program's own last page away."""
    if metadata.get("Subject") == _SUBJECT and len(pages) > 1:
        pages[-1].lines = []
        pages[-1].targets = []
