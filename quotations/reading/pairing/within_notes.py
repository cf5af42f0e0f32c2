"""Words quoted inside a note: their source is the one that the note names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotations.model import Basis, Citation, Role
from quotations.reading.document import Document
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import INTRODUCING, Anchor, leads_to
from quotations.reading.quotes import Speech

#: A note that only cites has no more characters of its own; a longer one tells of many things.
_LONGEST = 300


class WithinNotes:
    """The sources of a document's notes."""

    def __init__(
        self, document: Document, speech: Speech, anchors: Sequence[Anchor], citations: Sequence[Citation]
    ) -> None:
        self._speech = speech
        self._marks: dict[str, int] = {}
        for at, anchor in enumerate(anchors):
            note = document.links[anchor.number].note
            if note is not None:
                self._marks.setdefault(note, at)
        self._anchors = anchors
        self._sources: dict[str, list[Citation]] = {}
        for citation in citations:
            if citation.note in self._marks and citation.role is not Role.CHROME and not _introduces(citation):
                self._sources.setdefault(citation.note or "", []).append(citation)

    def find(self, draft: Draft) -> Iterator[tuple[int, str, Basis, float]]:
        """For a quotation that stands in a note the anchor of its mark, and the citation with basis and score."""
        note = self._speech.paragraphs[draft.places[0][0]].blocks[0].note
        mark = self._marks.get(note) if note is not None else None
        if mark is None or note is None:
            return
        sources = self._sources.get(note, [])
        if not sources:
            # “Ibid.: “…””: the mark has the source of the note before.
            yield mark, self._anchors[mark].citation, Basis.NOTE, 0.85
        elif len({_original(citation) for citation in sources}) == 1:
            sure = self._told(draft) <= _LONGEST
            yield mark, sources[0].id, Basis.NOTE if sure else Basis.PARAGRAPH, 0.9 if sure else 0.4
        else:
            before = [c for c in sources if c.span.start < draft.start]
            yield mark, (before[-1] if before else sources[0]).id, Basis.PARAGRAPH, 0.4

    def _told(self, draft: Draft) -> int:
        """How many characters of the note are its own, outside what it quotes."""
        scene = self._speech.scenes[draft.places[0][0]]
        return sum(len(t.text) for t in scene.tokens if t.quoted < 0)


def _original(citation: Citation) -> str:
    """What is cited, whether by its own address or by an archive's."""
    return (citation.archived.original if citation.archived is not None else citation.url) or citation.href


def _introduces(citation: Citation) -> bool:
    return citation.url is not None and leads_to(citation.url, citation.anchor.lower()) in INTRODUCING
