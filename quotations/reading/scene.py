"""A paragraph as its narrator tells it: tokens and sentences, each quotation one token of its own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from unicodedata import normalize

from quotations.reading.lexicon import Lexicon

#: The token of a quotation.
QUOTED = "\ue001"

_TOKEN = re.compile(
    r"@\w+|[^\W\d_]+(?:(?:[’'.&-]|[\u0300-\u036f]+)[^\W\d_]+)*[\u0300-\u036f]*|\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)*%?|\.{2,}|--+|[^\w\s]|_",
)
_ENDERS = frozenset(".!?。！？")
#: What stands on its own behind an apostrophe: an owner's s, and the verbs of he'd, they'll, we've, they're.
_CLITIC = re.compile(r"['’‘](?:s|d|ll|ve|re|m)$")
#: French puts the pronoun behind its verb: dit-il, cria-t-elle.
_INVERTED = re.compile(r"-(?:t-)?(je|il|elle|on|nous|vous|ils|elles)$")
#: An article that lost its vowel: l’association, dell'articolo; not L’Express, which is a name.
_ELIDED = re.compile(r"(?:l|un|dell|all|nell|dall|sull)['’](?=\w)|L['’](?=[^\W\d_A-ZÀ-ÖØ-Þ])")
_ELIDING = frozenset(("fr", "it"))
#: Scripts from here on have no capitals.
_FIRST_IDEOGRAPH = "\u2e80"
_AFTER_QUESTION = 14
_ORDINAL = 2


class Token:
    """A word, a sign or a quotation, and where it stands in the paragraph's flow.

    A plain class, for an article has tens of thousands of them. Nobody changes one after its scene is made.
    """

    __slots__ = ("end", "is_name", "is_word", "lower", "quoted", "sentence", "start", "text")

    def __init__(self, text: str, lower: str, start: int, end: int, quoted: int = -1) -> None:
        """*quoted*: number of the quotation in the paragraph, -1 for the narrator's own words."""
        self.text = text
        self.lower = lower
        self.start = start
        self.end = end
        self.sentence = 0
        self.quoted = quoted
        self.is_word = quoted < 0 and text[0].isalnum()  #: a word of the narrator's
        self.is_name = quoted < 0 and (text[0].isupper() or text[0] == "@")  #: written like a name


class Scene:
    """The tokens of one paragraph."""

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]], lexicon: Lexicon) -> None:
        """*quoted*: where each quotation's outer marks stand in *text*, in order, not overlapping."""
        self.text = text
        self.tokens = _sentenced(_tokens(text, quoted, lexicon), text, lexicon)
        self._at = {token.quoted: place for place, token in enumerate(self.tokens) if token.quoted >= 0}
        self._sentences = [token.sentence for token in self.tokens]
        self._starts = [token.start for token in self.tokens]

    def place(self, number: int) -> int:
        """Which token the quotation *number* is."""
        return self._at[number]

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """First and past-the-last token of ``text[start:end]``."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        return first, max(first, bisect_left(self._starts, end))

    def sentence(self, place: int) -> tuple[int, int]:
        """First and past-the-last token of the sentence in which the token *place* stands."""
        number = self.tokens[place].sentence
        return bisect_left(self._sentences, number), bisect_left(self._sentences, number + 1)

    def sentences(self) -> range:
        """The numbers of the paragraph's sentences."""
        return range(self._sentences[-1] + 1) if self._sentences else range(0)

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First and past-the-last token of a sentence."""
        return bisect_left(self._sentences, sentence), bisect_left(self._sentences, sentence + 1)


def _tokens(text: str, quoted: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    for number, (start, end) in enumerate([*quoted, (len(text), len(text))]):
        tokens.extend(_narrated(text, at, start, lexicon))
        if number < len(quoted):
            tokens.append(Token(QUOTED, QUOTED, start, end, number))
        at = end
    return tokens


def _narrated(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for found in _TOKEN.finditer(text, start, end):
        word, last = found.group(), found.end()
        if found.start() < at:
            # The stop that an abbreviation before it took along.
            continue
        lower = word.lower()
        if word[0].isalpha():
            clitic = _CLITIC.search(lower) if not word.isalpha() else None
            if clitic is not None:
                cut = found.start() + clitic.start()
                tokens.append(Token(word[: clitic.start()], lower[: clitic.start()], found.start(), cut))
                tokens.append(Token("'" + word[clitic.start() + 1 :], "'" + lower[clitic.start() + 1 :], cut, last))
                at = last
                continue
            elided = _ELIDED.match(word) if lexicon.language in _ELIDING and not word.isalpha() else None
            if elided is not None:
                cut = found.start() + elided.end()
                tokens.append(Token(word[: elided.end()], lower[: elided.end()].replace("’", "'"), found.start(), cut))
                word, lower = word[elided.end() :], lower[elided.end() :]
                tokens.append(Token(word, lower.replace("’", "'"), cut, last))
                at = last
                continue
            inverted = _INVERTED.search(lower) if lexicon.language == "fr" and "-" in lower else None
            if inverted is not None:
                cut, pronoun = found.start() + inverted.start(), found.start() + inverted.start(1)
                tokens.append(Token(word[: inverted.start()], lower[: inverted.start()], found.start(), cut))
                tokens.append(Token(inverted[1], inverted[1], pronoun, last))
                at = last
                continue
            if last < end and text[last] == "." and _abbreviated(word, lower, lexicon):
                last += 1
                word, lower = word + ".", lower + "."
        if not lower.isascii():
            # Some systems save é as e and an accent of its own.
            lower = normalize("NFC", lower.replace("’", "'"))
        tokens.append(Token(word, lower, found.start(), last))
        if lower.endswith("s") and text[last : last + 1] in ("'", "’") and text[last + 1 : last + 2] == " ":
            tokens.append(Token(text[last], "'s", last, last + 1))
            last += 1
        at = last
    return tokens


def _abbreviated(word: str, lower: str, lexicon: Lexicon) -> bool:
    return lower + "." in lexicon.abbreviations or (len(word) == 1 and word.isupper() and lower != "i")


def _sentenced(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Number the sentences; a quotation's own final stop ends one when the narrator begins anew after it."""
    number = 0
    for place, token in enumerate(tokens):
        token.sentence = number
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if following is None:
            continue
        begun = following.text[0]
        fresh = following.quoted >= 0 or begun.isupper() or begun.isdigit() or begun >= _FIRST_IDEOGRAPH
        if token.quoted >= 0:
            inside = text[token.start : token.end].rstrip("\"'”“’‘»«› \u00a0\u202f」』")
            last = inside[-1:] if inside else ""
            if last in ("?", "!", "？", "！") and following.quoted < 0:
                ends = fresh and not _cue_ahead(tokens, place + 1, lexicon)
            elif last and last in ".。…?!？！":
                ends = fresh and (last != "…" or following.quoted >= 0)
            else:
                ends = False
            number += ends
        elif token.text in _ENDERS and (fresh or _bracketed(tokens, place + 1)):
            number += not (following.quoted < 0 and _ordinal(tokens, place, lexicon))
        elif following.start - token.end > 1 and "\n\n" in text[token.end : following.start]:
            number += following.text[0].isupper()
    return tokens


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
