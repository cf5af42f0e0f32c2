"""Where in the article's file something stands, for formats that point into files."""

from __future__ import annotations

from bisect import bisect_right

from quotations.model import Article, Place, Span

#: The formats whose text is the file itself, character for character.
_FILE_ITSELF = frozenset({"markdown", "text"})


class Lines:
    """Offsets of an article's text as lines and columns; none where the text is not the file."""

    def __init__(self, article: Article) -> None:
        self._starts: list[int] | None = None
        self._length = len(article.text)
        if article.format in _FILE_ITSELF:
            self._starts = [0, *(at + 1 for at, character in enumerate(article.text) if character == "\n")]

    def region(self, span: Span) -> Place | None:
        """The place of *span*; None where the text is not the file, or the span not in it."""
        if self._starts is None or span.end > self._length:
            return None
        line, column = self._position(span.start)
        end_line, end_column = self._position(span.end)
        return Place(line=line, column=column, end_line=end_line, end_column=end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        assert self._starts is not None
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Places:
    """Where the citations of an article stand in its saved file, by their ids."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._lines = Lines(article)
        self._citations = {citation.id: citation for citation in article.citations}

    def of(self, citation: str) -> Place | None:
        """The place of the citation with that id; None where it is not known."""
        found = self._citations.get(citation)
        if found is None or found.place is not None:
            return found.place if found else None
        return self._lines.region(found.span)

    def in_words(self, citation: str) -> str:
        """The place as people look it up: "line 12" or "page 3"; empty where it is not known."""
        place = self.of(citation)
        if place is None:
            return ""
        if place.line is not None:
            return f"line {place.line}"
        return f"page {place.page}" if place.page is not None else ""
