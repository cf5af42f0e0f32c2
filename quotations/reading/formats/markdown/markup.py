"""What the mark-up of one view of Markdown text comes to: what it hides, what it marks, and where it points."""

from __future__ import annotations

from quotations.reading.document import Inline, InlineKind, Link, Region
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.view import View


class Markup:
    """Takes down the mark-up of *view* for *draft*; *note* is the note that the view stands in."""

    def __init__(self, view: View, draft: Draft, note: str | None = None) -> None:
        self.view, self.text, self.draft, self.note = view, view.text, draft, note
        self.hidden: list[tuple[int, int]] = []
        self.links: list[Link] = []
        self.failures = 64  #: unclosed tags and destinations that are still searched for

    @property
    def visible(self) -> bool:
        """Whether letters, digits or the dots of an omission are left outside the mark-up."""
        at = 0
        for start, end in sorted(self.hidden):
            if _says(self.text[at:start]):
                return True
            at = max(at, end)
        return _says(self.text[at:])

    def hide(self, start: int, end: int) -> None:
        """Set view[start:end] apart as mark-up."""
        if end > start:
            self.hidden.append((start, end))

    def mark(self, start: int, end: int, kind: InlineKind, cite: str | None = None) -> None:
        """Record a run of inline mark-up."""
        self.draft.inlines.append(Inline(span=self.view.span(start, end), kind=kind, cite=cite))

    def link(self, start: int, end: int, href: str, element: str = "a", note: str | None = None) -> None:
        """Record a pointer carried by view[start:end]."""
        self.links.append(
            Link(
                span=self.view.span(start, end),
                href=href,
                element=element,
                note=note,
                in_note=self.note,
                region=Region.NOTES if self.note else Region.MAIN,
                region_reason="in a note" if self.note else "",
            )
        )


def _says(text: str) -> bool:
    """Whether *text* has words, or the dots that stand for some."""
    return any(c.isalnum() for c in text) or "..." in text or "…" in text
