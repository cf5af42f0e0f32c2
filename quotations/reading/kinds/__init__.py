"""What quoted words are to the article: speech, or a title, a nickname, a term, a scare quote, words spoken of.

Only what is attributed to somebody is judged, so a doubt is settled for speech where a cue leads to the words and
against it where nothing does. Every kind carries its reason in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import QuotationKind
from quotations.reading.document import Document
from quotations.reading.drafts import Draft
from quotations.reading.kinds.case import Case, Kind, titled
from quotations.reading.kinds.furniture import Boilerplate
from quotations.reading.kinds.imagined import imagined
from quotations.reading.kinds.named import italics_of, mentioned, translated
from quotations.reading.kinds.nicknames import nickname
from quotations.reading.kinds.spoken import SINGLE, scare, speech
from quotations.reading.kinds.termed import termed
from quotations.reading.kinds.titles import Titles
from quotations.reading.kinds.unled import unled
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.scene import Scene

__all__ = ["Kinds", "titled"]

_SPOKEN = (QuotationKind.FRAGMENT, QuotationKind.DIRECT)
_SHOUTED = "!?"


class Kinds:
    """Gives every draft of one article its kind."""

    def __init__(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        scenes: Sequence[Scene],
        lexicon: Lexicon,
        *,
        foreign: bool = False,
    ) -> None:
        """*foreign*: the verbs of speech of the document's language are not known."""
        #: Whether two apostrophes stand for a double mark, as in some agencies' text.
        self._apostrophes = document.text.count(" ''") >= 2
        self._document = document
        self._italics = italics_of(document)
        self._paragraphs = paragraphs
        self._scenes = scenes
        self._lexicon = lexicon
        self._foreign = foreign
        self._boilerplate = Boilerplate()
        self._titles = Titles(document)
        #: Scene and number of the examples and translations so far → what each is.
        self._examples: dict[tuple[int, int], QuotationKind] = {}

    def decide(self, drafts: Sequence[Draft]) -> None:
        """Fill in kind and reason of every draft."""
        marked = [d.opening for d in drafts if d.opening]
        doubles = sum(sign not in SINGLE for sign in marked)
        double = self._apostrophes or 2 * doubles > len(marked)
        nicknames: set[str] = set()
        self._titles.forget()
        self._examples.clear()
        for draft in drafts:
            draft.kind, draft.reason = self._kind(draft, double=double)
            if draft.kind is QuotationKind.TITLE:
                self._titles.found(draft, self._scenes)
            if draft.kind in (QuotationKind.EXAMPLE, QuotationKind.TRANSLATION):
                self._examples.update({(id(self._scenes[at]), number): draft.kind for at, number in draft.places})
            if draft.kind is QuotationKind.NICKNAME:
                nicknames.add(_bare(draft.words))
        for draft in drafts if nicknames else ():
            called = draft.words[-1:] in _SHOUTED
            # Greeted with chants of “Bobby!”
            if draft.kind in _SPOKEN and not called and _bare(draft.words) in nicknames:
                draft.kind, draft.reason = QuotationKind.NICKNAME, "the nickname given elsewhere in the article"

    def _kind(self, draft: Draft, *, double: bool) -> Kind:
        if draft.declared:
            return QuotationKind.DIRECT, draft.declared
        at = draft.places[0][0]
        case = Case.of(draft, self._paragraphs[at], self._scenes[at], self._lexicon, foreign=self._foreign)
        return (
            self._boilerplate.kind(case)
            or imagined(case)
            or nickname(case)
            or mentioned(case)
            or termed(case)
            or self._exemplified(case)
            or translated(case, self._document, self._italics)
            or self._titles.noted(case)
            or self._titles.title(case)
            or scare(case, double=double, unread=self._apostrophes)
            or unled(case)
            or speech(draft, case.words)
        )

    def _exemplified(self, case: Case) -> Kind | None:
        """Whether the quotation before it in the same row is an example of words spoken of, or what words mean."""
        before = case.row_before()
        kind = self._examples.get((id(case.scene), case.scene.tokens[before].quoted)) if before >= 0 else None
        return (kind, "stands in a row with examples of words spoken of") if kind is not None else None


def _bare(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())
