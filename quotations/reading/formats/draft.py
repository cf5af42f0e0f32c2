"""A document in the making: what a reader has found so far, in any order, and the tidy `Document` at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace

from quotations.model import Span
from quotations.reading.document import Block, Document, Inline, Link
from quotations.reading.formats import bylines

FACTS = frozenset(
    {
        "title",
        "author",
        "publisher",
        "published",
        "url",
        "original_url",
        "original_publisher",
        "saved_at",
        "language",
    }
)


@dataclass(slots=True)
class Draft:
    """Collects blocks, links, inline marks, skipped spans and facts; `document` puts them in order."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)
    skip: list[Span] = field(default_factory=list)
    base_url: str | None = None
    facts: dict[str, str] = field(default_factory=dict)
    provenance: dict[str, str] = field(default_factory=dict)
    raised: list[Span] = field(default_factory=list)  #: small raised numbers whose notes are not known yet
    levels: dict[int, int] = field(default_factory=dict)  #: a heading's start → its level
    numbers: dict[int, int] = field(default_factory=dict)  #: a numbered list item's start → its number
    _merged: tuple[int, tuple[Span, ...]] | None = None

    def note(self, name: str, value: object, how: str) -> None:
        """Keep one fact about the article unless it is empty or already known; how it was known stays with it."""
        if name not in FACTS:
            raise KeyError(name)
        words = " ".join(str(value).split()) if value is not None else ""
        if name == "author":
            words = bylines.names(words) or ""
        if words and name not in self.facts:
            self.facts[name] = words
            self.provenance[name] = how

    def hide(self, start: int, end: int) -> None:
        """Mark text[start:end] as mark-up that is not words."""
        if end > start:
            self.skip.append(Span(start, end))

    @property
    def hidden(self) -> tuple[Span, ...]:
        """The hidden spans in order, without overlaps."""
        if self._merged is None or self._merged[0] != len(self.skip):
            self._merged = (len(self.skip), merged(self.skip))
        return self._merged[1]

    def document(self, format: str) -> Document:
        """The finished document."""
        return Document(
            text=self.text,
            format=format,
            pages=(),
            blocks=tuple(sorted(self.blocks, key=lambda block: block.span)),
            links=tuple(sorted(self.links, key=lambda link: (link.span, link.href))),
            inlines=tuple(sorted(self.inlines, key=lambda inline: (inline.span.start, -inline.span.end))),
            skip=merged(self.skip),
            base_url=self.base_url or self.facts.get("url"),
            provenance=dict(self.provenance),
            **self.facts,
        )


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same cover as *spans*, in order, without overlaps."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            if span.end > out[-1].end:
                out[-1] = Span(out[-1].start, span.end)
        elif len(span):
            out.append(span)
    return tuple(out)


def informed(document: Document, facts: dict[str, tuple[object, str]]) -> Document:
    """*document* with facts that its container knows (value, how it was known) put before its own."""
    changes: dict[str, object] = {}
    provenance = dict(document.provenance)
    for name, (value, how) in facts.items():
        words = " ".join(str(value).split()) if value is not None else ""
        if name not in FACTS:
            raise KeyError(name)
        if name == "author":
            words = bylines.names(words) or ""
        if words:
            changes[name] = words
            provenance[name] = how
    known = {f.name for f in fields(document)}
    assert set(changes) <= known
    return replace(document, **changes, provenance=provenance)  # type: ignore[arg-type]
