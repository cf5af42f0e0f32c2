"""Pages that the article names again as it linked them: by their title, by their kind and number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import Basis, QuotationKind
from quotations.model.article import STAKED
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor, Leads
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.earlier import Earlier
from quotations.reading.quotes import Speech

#: A document by its kind and number: rule 12, pep 563, rfc 2119.
_NUMBERED = re.compile(
    r"(?:pep|rfc|rule|article|section|chapter|part|issue|bug|ticket|annex|appendix|act|directive|regulation|resolution|order|"
    r"bill|amendment|bcp|std|iso|artikel|regel|abschnitt|règle|regla|regola|regra|artículo|articolo|artigo) \d{1,6}[a-z]?"
)
#: So many quotations back a title is looked for, of at least so many words.
_TITLES, _LEAST_TITLE = 3, 2


class Documents(Earlier):
    """Finds the page that a title or a number names."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
        super().__init__(speech, anchors, candidates)
        self._numbered = [
            at
            for at, anchor in enumerate(anchors)
            if not anchor.note and anchor.inside is None and _NUMBERED.fullmatch(anchor.words)
        ]

    def titled(self, number: int, draft: Draft, read: int) -> None:
        """(from “The Laws of the Sea”), “…”: the page that was linked under that title."""
        self._read = read
        best = self._candidates.best(number)
        if best is not None and best.score >= STAKED and best.basis is not Basis.PARAGRAPH:
            return
        for other in self._speech.drafts[max(0, number - _TITLES) : number]:
            title = other.words.casefold().strip(" .,")
            if not self._leads_in(other, draft) or not _is_title(other) or len(title.split()) < _LEAST_TITLE:
                continue
            for index in self._back():
                anchor = self._anchors[index]
                named = anchor.words.replace("’", "'") == title.replace("’", "'")
                if named and not anchor.note and anchor.leads is not Leads.PROFILE:
                    found = Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.84, "titled", index)
                    self._candidates.add(number, found)
                    return

    def numbered(self, number: int, draft: Draft, read: int) -> None:
        """“As Rule 12 has it, …”: the document that was linked under that name and number."""
        self._read = read
        best = self._candidates.best(number)
        if draft.number < 0 or (best is not None and best.score >= STAKED):
            return
        told: str | None = None
        back = self._back()
        for index in reversed(self._numbered):
            if index not in back:
                continue
            anchor = self._anchors[index]
            if told is None:
                told = " ".join(self._told_ahead(draft))
            if f" {anchor.words} " in f" {told} ":
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.72, "numbered", index))
                return

    def _leads_in(self, title: Draft, draft: Draft) -> bool:
        """Whether a title stands before the words in their sentence, or in the line with a colon ahead of them."""
        at, number = draft.places[0]
        there, other = title.places[-1]
        if other < 0:
            return False
        scene = self._speech.scenes[there]
        if there == at and number >= 0:
            first, last = scene.place(other), scene.place(number)
            # What brackets behind a title hold only explains it.
            opened = any(t.text in "([" for t in scene.tokens[first + 1 : last])
            return not opened and scene.tokens[first].sentence == scene.tokens[last].sentence
        return (
            there == at - 1
            and scene.tokens[-1].text == ":"
            and (number < 0 or self._speech.scenes[at].place(number) <= 1)
        )


def _is_title(draft: Draft) -> bool:
    """Whether words in marks may name a page: “The Laws of the Sea”, but not “a law of the sea”, which is said of something."""
    return draft.kind in (QuotationKind.TITLE, QuotationKind.TERM) or draft.words.lstrip("“\"'‘„«[ ")[:1].isupper()
