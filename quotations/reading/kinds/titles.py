"""Titles of works in marks: of books, songs, programmes, articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import QuotationKind
from quotations.reading.document import BlockKind, Document, Region
from quotations.reading.drafts import Draft
from quotations.reading.kinds.beside import LONGEST_CITED, by_somebody, called_so, of_compound, wrote_it
from quotations.reading.kinds.case import Case, Kind, titled
from quotations.reading.kinds.leads import addressed, cue_near, led, owned
from quotations.reading.speakers.voice import Route

_LONGEST_TITLE = 12
_SHORTEST_PAGE = 3
_YEAR = re.compile(r"\((?:[^()]{0,20} )?[12]\d{3}\)")
#: So many code points behind a title its year stands.
_CITED = 80
_OF = frozenset(("of", "von", "de", "di", "du", "do", "da", "van", "del", "della", "aus"))
_MADE = frozenset(("written", "called", "titled", "published", "sung", "released", "directed", "filmed", "recorded"))
_GOVERN = frozenset(("in", "during"))
_ENTITLED = frozenset(("titled", "entitled", "headlined", "subtitled"))
#: What leads to a title of several capitals in languages that give a sentence only one.
_ROMANCE = {
    "fr": frozenset(("dans", "au", "à", "du", "sur")),
    "es": frozenset(("en", "a", "al", "del", "de")),
    "it": frozenset(("nel", "nella", "su", "a", "al", "del", "della")),
    "pt": frozenset(("em", "no", "na", "ao", "à", "do", "da")),
}
_PRINTED = re.compile(r"(?:1[6-9]|20)\d\d")


class Titles:
    """Knows the titles of one article as they are found, and which words are links as a whole."""

    def __init__(self, document: Document) -> None:
        self._anchors = {
            side for link in document.links if len(link.span) for side in ((link.span.start, 0), (link.span.end, 1))
        }
        self._found: set[tuple[int, int]] = set()  #: scene and number of the titles so far

    def forget(self) -> None:
        """Begin anew."""
        self._found.clear()

    def found(self, draft: Draft, scenes: Sequence[object]) -> None:
        """Remember that *draft* is a title."""
        self._found.update((id(scenes[at]), number) for at, number in draft.places)

    def noted(self, case: Case) -> Kind | None:
        """A title in a note or in a reference list: the words of a link, or set off by a comma or a full stop."""
        paragraph = case.paragraph
        listed = paragraph.kind is BlockKind.NOTE or paragraph.region in (Region.NOTES, Region.LIST)
        if not listed or not case.words or len(case.words) > LONGEST_CITED:
            return None
        if not (case.unheard or (case.draft.route is Route.DASH and titled(case.words))):
            # “Chunked Transfer Coding” -- HTTP/1.1
            return None
        if self._linked_whole(case.draft):
            return QuotationKind.TITLE, "a title in a note: itself the link"
        lead = case.scene.tokens[case.place - 1].text if case.place else "."
        return (QuotationKind.TITLE, "a title in a note") if lead in ".,)" or lead.isdigit() else None

    def title(self, case: Case) -> Kind | None:
        """A title in the article's own sentence."""
        draft, words = case.draft, case.words
        if by_somebody(case):
            return QuotationKind.TITLE, f"its maker is named behind it: “{case.after[0].text} {case.after[1].text}”"
        if not words or len(words) > _LONGEST_TITLE:
            return None
        if not titled(words):
            if self._linked_whole(draft) and _of_page(case):
                return QuotationKind.TITLE, "itself the link, and no cue leads to it"
            # Only English gives each word of a title its capital, and newspapers not even there.
            named = words[0][0].isupper() and case.before
            other = case.lexicon.language != "en"
            if named and not other and wrote_it(case):
                return QuotationKind.TITLE, f"follows what it names: {case.before[-2].text}"
            work = named and (case.is_work(case.before[-1]) if other else case.before[-1].lower in _ENTITLED)
            return (QuotationKind.TITLE, f"follows what it names: {case.before[-1].text}") if work else None
        linked = self._linked_whole(draft) and len(words) > 1
        if linked and not (draft.route is Route.AFTER and draft.words[-1:] == ","):
            return QuotationKind.TITLE, "written as a title and itself the link"
        if _dated(case):
            return QuotationKind.TITLE, "written as a title and cited with its year"
        if addressed(case):
            return QuotationKind.TITLE, "the paper that somebody spoke to"
        beside = self._beside(case)
        if beside is not None:
            return beside
        adjacent = draft.route in (Route.AFTER, Route.LATE) and case.after and cue_near(case)
        govern = _GOVERN if case.lexicon.language == "en" else _ROMANCE.get(case.lexicon.language, frozenset())
        if case.before and case.before[-1].lower in govern and len(words) > 1:
            # In “The Long Weir,” Ana Reed tells of a flood.
            return QuotationKind.TITLE, f"written as a title after “{case.before[-1].text}”"
        if (
            min(len(case.before), len(words)) > 1
            and case.before[-2].lower == "during"
            and case.before[-1].lower in case.lexicon.articles
        ):
            return QuotationKind.TITLE, "the name of an occasion: written as a title after “during”"
        if case.before and owned(case):
            return QuotationKind.TITLE, "written as a title after its owner's name"
        if case.before and len(words) > 1 and _PRINTED.fullmatch(case.before[-1].text) and case.unheard:
            # His 1994 “Contract with the Parish”
            return QuotationKind.TITLE, "written as a title behind its year"
        return None if adjacent or not case.before else led(case)

    def _beside(self, case: Case) -> Kind | None:
        """What stands next to the words names their kind."""
        draft, before, after = case.draft, case.before, case.after
        if before and case.is_work(before[-1]):
            return QuotationKind.TITLE, f"written as a title and named: {before[-1].text}"
        if after and case.is_work(after[0]) and draft.words[-1:] not in ",.":
            return QuotationKind.TITLE, f"written as a title and named: {after[0].text}"
        if of_compound(case):
            return QuotationKind.TITLE, f"written as a title and named: {after[1].text}"
        of_one = len(before) > 1 and before[-1].lower in _OF and any(case.is_work(t) for t in before[-4:-1])
        if of_one or self._apposed(case):
            return QuotationKind.TITLE, "written as a title beside the name of its kind"
        if self._listed(case):
            return QuotationKind.TITLE, "stands in a row with titles"
        return called_so(case)

    def _apposed(self, case: Case) -> bool:
        """What stands beside the words behind a comma: the spot, “Trumpcare,”; “Chi-Raq,” a movie about it."""
        draft, before, after = case.draft, case.before, case.after
        inside = draft.words[-1:] == ","
        closed = inside or (bool(after) and after[0].text in ",.")
        if len(before) > 1 and before[-1].text == "," and case.is_work(before[-2]) and (closed or len(case.words) > 1):
            return True
        start = 0 if inside else 1
        if not after or (not inside and after[0].text != ","):
            return False
        behind = after[start : start + 5]
        if inside and not (behind and behind[0].lower in case.lexicon.articles):
            return False
        for at, token in enumerate(behind):
            if case.is_work(token):
                following = after[start + at + 1].lower if start + at + 1 < len(after) else ""
                return following in _MADE or (following not in case.lexicon.said and following != "'s")
        return False

    def _linked_whole(self, draft: Draft) -> bool:
        starts, ends = {(draft.start, 0), (draft.outer.start, 0)}, {(draft.end, 1), (draft.outer.end, 1)}
        return bool(starts & self._anchors) and bool(ends & self._anchors)

    def _listed(self, case: Case) -> bool:
        """Whether the quotation just before in the same row is a title."""
        before = case.row_before()
        return before >= 0 and (id(case.scene), case.scene.tokens[before].quoted) in self._found


def _dated(case: Case) -> bool:
    """“Dams of the North,” River Journal 12 (2004)."""
    if not case.unheard or case.draft.words[-1:] != "," or not case.after or not case.after[0].is_name:
        return False
    text, end = case.scene.text, case.scene.tokens[case.place].end
    return bool(_YEAR.search(text[end : end + _CITED]))


def _of_page(case: Case) -> bool:
    """Whether words that are a link as a whole seem to be their page's title: See “How to dig a well”."""
    words, draft = case.words, case.draft
    return case.unheard and len(words) >= _SHORTEST_PAGE and words[0][0].isupper() and draft.words[-1:] not in ".,!…"
