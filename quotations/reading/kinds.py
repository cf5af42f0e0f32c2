"""What quoted words are to the article: speech, or a title, a nickname, a term, a scare quote, words spoken of.

Only what is attributed to somebody is judged, so a doubt is settled for speech where a cue leads to the words and
against it where nothing does. Every kind carries its reason in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import QuotationKind
from quotations.reading.document import BlockKind, Document, InlineKind, Region
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.scene import Scene, Token
from quotations.reading.voice import Route

_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_SMALL = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "of",
            "in",
            "on",
            "at",
            "for",
            "to",
            "and",
            "or",
            "but",
            "with",
            "from",
            "by",
            "is",
            "as",
            "vs",
            "v",
        ),
        *(
            "und",
            "der",
            "die",
            "das",
            "des",
            "von",
            "im",
            "zum",
            "zur",
            "de",
            "la",
            "le",
            "les",
            "du",
            "et",
            "el",
            "los",
            "y",
            "del",
        ),
        *(
            "di",
            "il",
            "da",
            "do",
            "e",
            "van",
            "het",
            "en",
            "nor",
            "up",
            "into",
            "it",
            "vs.",
            "about",
            "over",
            "after",
            "before",
            "without",
            "through",
            "off",
            "out",
            "down",
        ),
    )
)
_LEGAL = re.compile(
    r"all rights reserved|fair use|fair dealing|copyright|©|terms of (?:use|service)|privacy policy|disclaimer|trademark|"
    r"creative commons|cookies?\b|subscribe|newsletter|alle rechte vorbehalten|tous droits réservés|derechos reservados",
    re.IGNORECASE,
)
_SINGLE = frozenset("‘'’‚`‹›")
#: What is done with works, and with words hardly ever.
_PLAYED = frozenset(
    """played plays play playing sang sings sing singing sung performed performs perform recorded records record
    wrote writes published publishes titled entitled directed directs filmed watched watches read screened aired
    released releases hummed covered composed""".split()  # noqa: SIM905
)
_SPEECH = (Route.AFTER, Route.BEFORE, Route.COLON, Route.DASH, Route.ACCORDING, Route.LATE)
#: Routes by which nobody in particular is heard.
_UNHEARD = (None, Route.SUBJECT, Route.CONTINUED)
_LONGEST_TITLE = 12
_LONGEST_CITED = 25


class Kinds:
    """Gives every draft of one article its kind."""

    def __init__(
        self, document: Document, paragraphs: Sequence[Paragraph], scenes: Sequence[Scene], lexicon: Lexicon
    ) -> None:
        self._anchors = {
            side for link in document.links if len(link.span) for side in ((link.span.start, 0), (link.span.end, 1))
        }
        #: Whether two apostrophes stand for a double mark, as in some agencies' text.
        self._apostrophes = document.text.count(" ''") >= 2
        self._document = document
        #: Where words in italics end → the words.
        self._italics = {
            i.span.end: i.span.of(document.text) for i in document.inlines if i.kind is InlineKind.EMPHASIS
        }
        self._paragraphs = paragraphs
        self._scenes = scenes
        self._lexicon = lexicon
        self._notices: dict[int, bool] = {}  #: paragraph's place → whether it is a legal notice
        self._titles: set[tuple[int, int]] = set()  #: scene and number of the titles so far

    def decide(self, drafts: Sequence[Draft]) -> None:
        """Fill in kind and reason of every draft."""
        marked = [d.opening for d in drafts if d.opening]
        doubles = sum(sign not in _SINGLE for sign in marked)
        double = self._apostrophes or 2 * doubles > len(marked)
        nicknames: set[str] = set()
        self._titles.clear()
        for draft in drafts:
            draft.kind, draft.reason = self._kind(draft, double)
            if draft.kind is QuotationKind.TITLE:
                self._titles.update((id(self._scenes[at]), number) for at, number in draft.places)
            if draft.kind is QuotationKind.NICKNAME:
                nicknames.add(_bare(draft.words))
        for draft in drafts:
            if draft.kind in (QuotationKind.FRAGMENT, QuotationKind.DIRECT) and _bare(draft.words) in nicknames:
                draft.kind, draft.reason = QuotationKind.NICKNAME, "the nickname given elsewhere in the article"

    def _kind(self, draft: Draft, double: bool) -> tuple[QuotationKind, str]:
        if draft.declared:
            return QuotationKind.DIRECT, draft.declared
        at, number = draft.places[0]
        paragraph, scene = self._paragraphs[at], self._scenes[at]
        place = scene.place(number)
        words = _WORD.findall(draft.words)
        for found in (
            self._boilerplate(paragraph, words),
            self._imagined(draft, scene, place),
            self._name(draft, scene, place, words),
            self._mentioned(draft, scene, place, words),
            self._translated(draft),
            self._noted(draft, paragraph, scene, place, words),
            self._title(draft, scene, place, words),
            self._scare(draft, scene, place, words, double, paragraph),
        ):
            if found is not None:
                return found
        return _speech(draft, words)

    def _boilerplate(self, paragraph: Paragraph, words: list[str]) -> tuple[QuotationKind, str] | None:
        if paragraph.region is Region.CHROME:
            return QuotationKind.BOILERPLATE, "stands outside the article's own text"
        if len(words) <= 4 and self._legal(paragraph):
            return QuotationKind.BOILERPLATE, "a few words in a legal notice"
        return None

    def _legal(self, paragraph: Paragraph) -> bool:
        start = paragraph.blocks[0].span.start
        if start not in self._notices:
            self._notices[start] = len(_LEGAL.findall(paragraph.text)) >= 2
        return self._notices[start]

    def _imagined(self, draft: Draft, scene: Scene, place: int) -> tuple[QuotationKind, str] | None:
        """Speech that nobody uttered: “one might say …”, “imagine a clerk who writes …”."""
        tokens = scene.tokens
        if draft.heard is not None and draft.heard[0] == draft.places[0][0]:
            voice = draft.heard[1]
            if voice.cue is not None and voice.subject is not None:
                subject = tokens[voice.subject.first].lower
                single = voice.subject.last - voice.subject.first == 1
                low, high = min(voice.subject.first, voice.cue[0]), max(voice.subject.last, voice.cue[1])
                modal = any(t.lower in self._lexicon.modals for t in tokens[max(0, low - 2) : high])
                near = voice.cue[0] > place or place - voice.cue[1] <= 3
                if single and near and subject in self._lexicon.nobody and (modal or subject == "you"):
                    return (
                        QuotationKind.HYPOTHETICAL,
                        f"speech of nobody in particular: {tokens[voice.subject.first].text}",
                    )
        start, _ = scene.sentence(place)
        if any(t.lower in self._lexicon.imagined for t in tokens[start:place]):
            return QuotationKind.HYPOTHETICAL, "the sentence says that it is imagined"
        return None

    def _name(self, draft: Draft, scene: Scene, place: int, words: list[str]) -> tuple[QuotationKind, str] | None:
        """A nickname: inside a person's name, or after “known as”."""
        before, after = _neighbours(scene, place)
        if not words or len(words) > 4:
            return None
        capital = words[0][0].isupper()
        if before and after and capital and len(words) <= 3 and before[-1].is_name and after[0].is_name:
            tight = after[0].sentence == before[-1].sentence and draft.words[-1:] not in ".,!?"
            if tight and before[-1].lower not in self._lexicon.titles and before[-1].lower not in self._lexicon.stops:
                return QuotationKind.NICKNAME, "stands inside a name"
        named = [t.lower for t in before[-3:]]
        if named[-1:] and named[-1] in self._lexicon.naming:
            return (QuotationKind.NICKNAME if capital else QuotationKind.TERM), f"follows “{before[-1].text}”"
        if named[-2:] == ["known", "as"] or ("known" in [t.lower for t in before[-8:]] and named[-1:] == ["as"]):
            return (QuotationKind.NICKNAME if capital else QuotationKind.TERM), "follows “known as”"
        return None

    def _mentioned(self, draft: Draft, scene: Scene, place: int, words: list[str]) -> tuple[QuotationKind, str] | None:
        """Words that are spoken of or explained."""
        before, _ = _neighbours(scene, place)
        tail = [t.lower for t in before[-6:]]
        listing = tail[-2:] == ["such", "as"] or tail[-1:] in (["like"], ["containing"])
        if len(words) <= 3 and listing and any(word in self._lexicon.mentions for word in tail[:-1]):
            return QuotationKind.EXAMPLE, "an example of words spoken of"
        if (
            tail[-1:]
            and (
                tail[-1] in self._lexicon.means
                or (tail[-1] in ("as", "to") and tail[-2:-1] and tail[-2] in self._lexicon.means)
            )
            and not any(word in self._lexicon.said for word in tail)
        ):
            return QuotationKind.TRANSLATION, f"follows “{before[-1].text}”"
        spoken_of = len(words) <= 3 and tail[-1:] and tail[-1] in self._lexicon.mentions
        if spoken_of and draft.route in (None, Route.SUBJECT, Route.CONTINUED):
            return QuotationKind.TERM, f"follows “{before[-1].text}” and is nobody's in particular"
        return None

    def _translated(self, draft: Draft) -> tuple[QuotationKind, str] | None:
        """Foreign words in italics and what they mean behind them: *Zugang verboten* (“no entry”)."""
        text = self._document.text
        start, end = draft.outer.start, draft.outer.end
        if text[start - 1 : start] + text[end : end + 1] != "()" or start < 2:
            return None
        at = start - 1 - (text[start - 2] == " ")
        set_apart = next((s for s in (self._italics.get(at), self._italics.get(at - 1)) if s), None)
        if set_apart is None or titled(_WORD.findall(set_apart) or ["A"]):
            return None
        return QuotationKind.TRANSLATION, "explains the words in italics before it"

    def _noted(
        self, draft: Draft, paragraph: Paragraph, scene: Scene, place: int, words: list[str]
    ) -> tuple[QuotationKind, str] | None:
        """A title in a note or in a reference list: the words of a link, or set off by a comma or a full stop."""
        listed = paragraph.kind is BlockKind.NOTE or paragraph.region in (Region.NOTES, Region.LIST)
        if not listed or not words or len(words) > _LONGEST_CITED or draft.route not in _UNHEARD:
            return None
        if self._linked_whole(draft):
            return QuotationKind.TITLE, "a title in a note: itself the link"
        lead = scene.tokens[place - 1].text if place else "."
        return (QuotationKind.TITLE, "a title in a note") if lead in ".,)" or lead.isdigit() else None

    def _linked_whole(self, draft: Draft) -> bool:
        starts, ends = {(draft.start, 0), (draft.outer.start, 0)}, {(draft.end, 1), (draft.outer.end, 1)}
        return bool(starts & self._anchors) and bool(ends & self._anchors)

    def _title(self, draft: Draft, scene: Scene, place: int, words: list[str]) -> tuple[QuotationKind, str] | None:
        if not words or len(words) > _LONGEST_TITLE or not titled(words):
            return None
        before, after = _neighbours(scene, place)
        if (
            self._linked_whole(draft)
            and len(words) > 1
            and not (draft.route is Route.AFTER and draft.words[-1:] == ",")
        ):
            return QuotationKind.TITLE, "written as a title and itself the link"
        works = self._lexicon.works
        cased = len(words) > 1
        if before and before[-1].lower in works and before[-1].quoted < 0:
            return QuotationKind.TITLE, f"written as a title and named: {before[-1].text}"
        if after and after[0].lower in works and draft.words[-1:] not in ",.":
            return QuotationKind.TITLE, f"written as a title and named: {after[0].text}"
        beside = [t.lower for t in after[:5]] if after and after[0].text == "," else []
        if cased and (
            any(word in works for word in beside)
            or (before[-1:] and before[-1].text == "," and before[-2:-1] and before[-2].lower in works)
        ):
            return QuotationKind.TITLE, "written as a title beside the name of its kind"
        if cased and self._listed(scene, place):
            return QuotationKind.TITLE, "stands in a row with titles"
        if (
            before[-1:]
            and before[-1].lower == "called"
            and before[-2:-1]
            and before[-2].is_word
            and not before[-2].is_name
        ) and before[-2].lower not in self._lexicon.auxiliaries | self._lexicon.pronouns:
            return QuotationKind.TITLE, "the name of something: follows “called”"
        adjacent = draft.route in (Route.AFTER, Route.LATE) and after and self._cue_near(draft, scene, place)
        if adjacent or not before:
            return None
        if cased and before[-1].lower == "'s" and len(before) > 1 and before[-2].is_name:
            return QuotationKind.TITLE, "written as a title after its owner's name"
        if cased and before[-1].lower in (
            "on",
            "in",
            "from",
            "of",
            "during",
            "with",
            "watching",
            "reading",
            "at",
            "’s",
        ):
            return QuotationKind.TITLE, f"written as a title after “{before[-1].text}”"
        if cased and len(before) > 1 and before[-1].lower in ("the", "a") and draft.route in (None, Route.SUBJECT):
            return QuotationKind.TITLE, "written as a title, and no cue leads to it"
        if cased and draft.route in (None, Route.SUBJECT) and before[-1].lower in _PLAYED:
            return QuotationKind.TITLE, f"written as a title after “{before[-1].text}”"
        return None

    def _listed(self, scene: Scene, place: int) -> bool:
        """Whether the quotation just before in the same row is a title."""
        at = place - 1
        while at > 0 and scene.tokens[at].lower in (",", "and", "or", "und", "et", "y", "e", "en"):
            at -= 1
        return (
            0 <= at < place - 1
            and scene.tokens[at].quoted >= 0
            and (id(scene), scene.tokens[at].quoted) in self._titles
        )

    def _cue_near(self, draft: Draft, scene: Scene, place: int) -> bool:
        """Whether a finite verb right after the words reports them and nothing else."""
        if draft.heard is None or draft.heard[1].cue is None:
            return False
        cue = draft.heard[1].cue
        verb = scene.tokens[cue[0]].lower
        following = scene.tokens[cue[1]].lower if cue[1] < len(scene.tokens) else ""
        return (
            0 <= cue[0] - place <= 8 and not verb.endswith("ing") and following not in ("that", "the", "he", "she", ":")
        )

    def _scare(
        self, draft: Draft, scene: Scene, place: int, words: list[str], double: bool, paragraph: Paragraph
    ) -> tuple[QuotationKind, str] | None:
        if double and draft.opening in _SINGLE and not self._led(draft, scene, place, paragraph):
            return QuotationKind.SCARE, "single marks where the article quotes with double ones"
        before, after = _neighbours(scene, place)
        if len(words) != 1 or draft.route not in _UNHEARD or not before or not after:
            return None
        if words[0][0] >= "\u2e80":
            return None
        led = before[-1].lower in ("is", "was", "are", "were", "as") or before[-1].quoted >= 0
        modifies = after[0].is_word and not after[0].is_name
        if not led and modifies and draft.words[-1:] not in ".,;!?":
            return QuotationKind.SCARE, "one word that no cue leads to"
        return None

    def _led(self, draft: Draft, scene: Scene, place: int, paragraph: Paragraph) -> bool:
        """Whether a cue stands right beside words in single marks, outside a headline."""
        if (
            draft.places[0][0] == 0
            or paragraph.kind is BlockKind.HEADING
            or not paragraph.text.rstrip("\"'”’").endswith((".", "!", "?", ":"))
        ):
            return False
        return (
            draft.route in _SPEECH
            and place > 0
            and scene.tokens[place - 1].text in ",:"
            and len(draft.words.split()) > 3
        )


def _neighbours(scene: Scene, place: int) -> tuple[Sequence[Token], Sequence[Token]]:
    """Up to eight tokens of the same sentence on either side."""
    start, end = scene.sentence(place)
    return scene.tokens[max(start, place - 8) : place], scene.tokens[place + 1 : min(end, place + 9)]


def titled(words: Sequence[str]) -> bool:
    """Whether every word but the small ones begins with a capital, as in a title."""
    return words[0][0].isupper() and all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _bare(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _speech(draft: Draft, words: list[str]) -> tuple[QuotationKind, str]:
    how = (
        f"attributed by “{draft.cue}”" if draft.cue else f"attributed to {draft.speaker}" if draft.speaker else "no cue"
    )
    first = draft.words.lstrip("[(…. ")[:1]
    whole = len(draft.parts) > 1 or (not first.islower() and len(words) > 3)
    spoken = draft.route in (Route.AFTER, Route.COLON, Route.BEFORE, Route.CONTINUED)
    stands = draft.words[-1:] in "!?" or (draft.words[-1:] in ".,。" and spoken)
    if whole or (stands and not first.islower()):
        return QuotationKind.DIRECT, how
    return QuotationKind.FRAGMENT, f"no whole clause; {how}"
