"""Spans inside lines: links, emphasis, strokes and note references, noted when the element that makes them ends."""

from __future__ import annotations

from collections.abc import Callable

from quotations.text.html.elements import STRUCK
from quotations.text.html.notes import calls_note, is_note_link, is_note_mark
from quotations.text.html.walked import Attributes, Walked

_MARK = 40  # code points: what is longer is no note reference


class Spans:
    """Opens a span where an element begins; the function that it answers closes it."""

    def __init__(self, out: Walked) -> None:
        self.out = out
        self.stream = out.shown
        self.calling = 0  #: how many links to a place in the page are open
        self.called = False  #: whether such a link ended inside the raised text that is open

    def open(self, name: str, attributes: Attributes) -> Callable[[], None] | None:
        """Begin the span of element *name*."""
        start, part = self.stream.length, len(self.stream.parts)
        if name == "a":
            return self._link(start, part, attributes)
        if name == "sup":
            return self._raised(start, part, calls_note(attributes))
        spans = self.out.struck if name in STRUCK else self.out.emphasised
        return lambda: spans.append((start, self.stream.length))

    def _link(self, start: int, part: int, attributes: Attributes) -> Callable[[], None] | None:
        href = attributes.get("href")
        if not href:
            return None
        inside = "#" in href
        self.calling += inside
        noted = calls_note(attributes)

        def close() -> None:
            end = self.stream.length
            self.calling -= inside
            self.called = self.called or inside
            self.out.links.append((start, end, href))
            self.out.linked += end - start
            if (inside or noted) and end - start < _MARK:
                said = self.stream.tail(part)
                if is_note_link(said, href) or (noted and is_note_mark(said, "", called=True)):
                    self.out.note_marks.append((start, end))

        return close

    def _raised(self, start: int, part: int, noted: bool) -> Callable[[], None]:
        self.called = False

        def close() -> None:
            if self.stream.length - start < _MARK:
                before = "".join(self.stream.parts[max(0, part - 3) : part])[-8:]
                called = noted or self.called or self.calling > 0
                if is_note_mark(self.stream.tail(part), before, called=called):
                    self.out.note_marks.append((start, self.stream.length))
            self.called = False

        return close
