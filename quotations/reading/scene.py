"""A paragraph as its narrator tells it: tokens and sentences, each quotation one token of its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quotations.reading.cutting import Cut
from quotations.reading.lexicon import Lexicon
from quotations.reading.tokens import ENDERS, QUOTED, Token

__all__ = ["QUOTED", "Scene", "Token"]

#: Scripts from here on have no capitals.
_FIRST_IDEOGRAPH = "\u2e80"
_AFTER_QUESTION = 14
_CLOSING = "\"'”“’‘»«› \u00a0\u202f」』"
_ASKING = "?!？！"
_STOPS = ".。…?!？！"
_ORDINAL = 2
_INITIALS = 2
_LONGEST_BRACKET = 80


class Scene:
    """The tokens of one paragraph."""

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]], lexicon: Lexicon) -> None:
        """*quoted*: where each quotation's outer marks stand in *text*, in order, not overlapping."""
        self.text = text
        cut = Cut(text, quoted, lexicon)
        self.tokens = cut.tokens
        self.capitals: Sequence[int] = cut.names  #: which tokens are written like names
        self._places = cut.quotations
        #: Where each sentence begins, and past the last.
        self._begins = _sentenced(cut, text, lexicon)
        self._firsts: dict[tuple[int, frozenset[str]], int] = {}

    def place(self, number: int) -> int:
        """Which token the quotation *number* is."""
        return self._places[number]

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """First and past-the-last token of ``text[start:end]``."""
        first = bisect_right(self.tokens, start, key=_start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        return first, max(first, bisect_left(self.tokens, end, key=_start))

    def first(self, words: frozenset[str], sentence: int) -> int:
        """The first token of the sentence that is one of *words*, past its last where none is; looked for once."""
        key = sentence, words
        if key not in self._firsts:
            start, end = self.bounds(sentence)
            self._firsts[key] = next((at for at in range(start, end) if self.tokens[at].lower in words), end)
        return self._firsts[key]

    def sentence(self, place: int) -> tuple[int, int]:
        """First and past-the-last token of the sentence in which the token *place* stands."""
        number = self.tokens[place].sentence
        return self._begins[number], self._begins[number + 1]

    def sentences(self) -> range:
        """The numbers of the paragraph's sentences."""
        return range(len(self._begins) - 1)

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First and past-the-last token of a sentence; none at the paragraph's edge where it has no such sentence."""
        if 0 <= sentence < len(self._begins) - 1:
            return self._begins[sentence], self._begins[sentence + 1]
        edge = 0 if sentence < 0 else len(self.tokens)
        return edge, edge


def _start(token: Token) -> int:
    return token.start


def _sentenced(cut: Cut, text: str, lexicon: Lexicon) -> list[int]:
    """Number the sentences of a paragraph that is *cut*; where each begins, and past the last.

    A quotation's own final stop ends a sentence when the narrator begins anew after it.
    """
    tokens = cut.tokens
    if not tokens:
        return [0]
    turns: Iterable[int] = range(len(tokens) - 1)
    if "\n\n" not in text:
        closed = [place + 1 for place in cut.enders if place + 1 < len(tokens) and tokens[place + 1].text == ")"]
        turns = sorted({*cut.enders, *closed, *cut.quotations} - {len(tokens) - 1})
    begins = [0, *(place + 1 for place in turns if _ends(tokens, place, text, lexicon)), len(tokens)]
    for number, (first, last) in enumerate(pairwise(begins)):
        for token in tokens[first:last] if number else ():
            token.sentence = number
    return begins


def _ends(tokens: list[Token], place: int, text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence ends with the token *place*, which is not the last."""
    token, following = tokens[place], tokens[place + 1]
    if token.quoted >= 0:
        return _begins(following) and _quotation_ends(tokens, place, text, lexicon)
    if token.text in ENDERS:
        ends = _begins(following) or _bracketed(tokens, place + 1)
        return ends and not (following.quoted < 0 and _ordinal(tokens, place, lexicon))
    apart = following.start - token.end > 1 and "\n\n" in text[token.end : following.start]
    if apart and following.text[0].isupper():
        return True
    if token.text == ")":
        return _begins(following) and place > 0 and tokens[place - 1].text in ENDERS and _apart(tokens, place)
    return following.quoted < 0 and _after_initials(token, following, lexicon)


def _after_initials(token: Token, following: Token, lexicon: Lexicon) -> bool:
    """Whether a small word with a capital begins a sentence behind an abbreviation: in the U.S. While he said.

    German nouns' capitals and titles' tell nothing.
    """
    if lexicon.language != "en" or token.text.count(".") < _INITIALS or not token.is_name:
        return False
    lower = following.lower
    return following.is_name and (lower in lexicon.whiles or lower in lexicon.pronouns or lower in lexicon.articles)


def _apart(tokens: list[Token], place: int) -> bool:
    """Whether the bracket that closes at *place* holds a sentence of its own: ended. (It rained.) Then."""
    opening = next(
        (at for at in range(place - 1, max(-1, place - _LONGEST_BRACKET), -1) if tokens[at].text == "("), None
    )
    return opening is not None and (opening == 0 or tokens[opening - 1].text in ENDERS)


def _begins(token: Token) -> bool:
    """Whether a sentence may begin with *token*."""
    begun = token.text[0]
    return token.quoted >= 0 or begun.isupper() or begun.isdigit() or begun >= _FIRST_IDEOGRAPH


def _quotation_ends(tokens: list[Token], place: int, text: str, lexicon: Lexicon) -> bool:
    """Whether the quotation's own stop may end the narrator's sentence."""
    token, following = tokens[place], tokens[place + 1]
    at = token.end
    while at > token.start and text[at - 1] in _CLOSING:
        at -= 1
    last = text[at - 1] if at > token.start else ""
    if last in _ASKING and last and following.quoted < 0:
        return not _cue_ahead(tokens, place + 1, lexicon)
    return last in _STOPS and last != "" and (last != "…" or following.quoted >= 0)


def _ordinal(tokens: list[Token], place: int, lexicon: Lexicon) -> bool:
    """Am 2. August: German puts a full stop behind a number that counts."""
    before = tokens[place - 1] if place else None
    if before is None or lexicon.language != "de" or tokens[place].text != ".":
        return False
    return before.text.isdigit() and len(before.text) <= _ORDINAL and before.end == tokens[place].start


def _bracketed(tokens: list[Token], place: int) -> bool:
    """Whether a sentence in brackets begins, as in (“No,” he wrote later)."""
    begun = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].text == "(" and begun is not None and (begun.quoted >= 0 or begun.text[0].isupper())


def _cue_ahead(tokens: list[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech comes before the sentence could end: “No!” Smith said."""
    for at, token in enumerate(tokens[place : place + _AFTER_QUESTION], place):
        inside = at + 1 < len(tokens) and tokens[at + 1].text in ",)"
        if token.quoted >= 0 or (token.text in ".;:?!" and not inside):
            return False
        if token.lower in lexicon.said:
            return True
    return False
