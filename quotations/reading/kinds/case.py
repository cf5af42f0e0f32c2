"""One quotation and what stands around it, as the rules of kind look at it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import QuotationKind
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.voice import Route
from quotations.values import plain_value

#: A kind and why.
Kind = tuple[QuotationKind, str]

#: Routes by which nobody in particular is heard.
UNHEARD = (None, Route.SUBJECT, Route.CONTINUED)
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_NEIGHBOURS = 8
_SMALL = frozenset(
    """a an the of in on at for to and or but with from by is as vs v und der die das des von im zum zur de la le
    les du et el los y del di il da do e van het en nor up into it vs. about over after before without through
    off out down that than""".split()  # noqa: SIM905
)
_ROW = frozenset((",", "and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "of"))
_COMPOUNDING = frozenset(("de", "nl"))
_LONG = 4
_CLOSING = "\"'”’“»«‹›"


def words_of(text: str) -> list[str]:
    """The words of *text*, marks and numbers left out."""
    return _WORD.findall(text)


def titled(words: Sequence[str]) -> bool:
    """Whether every word but the small ones begins with a capital, as in a title."""
    return words[0][0].isupper() and all(word[0].isupper() or word.lower() in _SMALL for word in words)


@plain_value
class Case:
    """A draft in its sentence."""

    draft: Draft
    paragraph: Paragraph
    scene: Scene
    place: int  #: which token of the scene it is
    words: list[str]
    before: Sequence[Token]  #: up to eight tokens of the same sentence before it
    after: Sequence[Token]  #: and behind it
    lexicon: Lexicon
    foreign: bool = False  #: in a language whose verbs of speech are not known

    @classmethod
    def of(cls, draft: Draft, paragraph: Paragraph, scene: Scene, lexicon: Lexicon, *, foreign: bool = False) -> Case:
        """The case of *draft*, which begins in *paragraph* and its *scene*."""
        place = scene.place(draft.places[0][1])
        start, end = scene.sentence(place)
        before = scene.tokens[max(start, place - _NEIGHBOURS) : place]
        after = scene.tokens[place + 1 : min(end, place + 1 + _NEIGHBOURS)]
        return cls(draft, paragraph, scene, place, words_of(draft.words), before, after, lexicon, foreign)

    def is_work(self, token: Token) -> bool:
        """Whether *token* is a noun beside a title or a name in marks; German and Dutch write compounds in one word."""
        works = self.lexicon.works
        if token.lower in works or token.quoted >= 0 or self.lexicon.language not in _COMPOUNDING:
            return token.quoted < 0 and token.lower in works
        return any(token.lower.endswith(work) for work in works if len(work) >= _LONG)

    def row_before(self) -> int:
        """The token of the quotation just before it in one row, “…,” “…” and “…”; -1 where it begins none."""
        tokens = self.scene.tokens
        at = self.place - 1
        while at > 0 and tokens[at].lower in _ROW:
            at -= 1
        if at < 0 or tokens[at].quoted < 0 or tokens[at].sentence != tokens[self.place].sentence:
            return -1
        # American printers put the comma of the row inside the marks.
        apart = at < self.place - 1 or self.scene.text[: tokens[at].end].rstrip(_CLOSING)[-1:] == ","
        return at if apart else -1

    @property
    def unheard(self) -> bool:
        """Whether no cue leads to the words."""
        return self.draft.route in UNHEARD
