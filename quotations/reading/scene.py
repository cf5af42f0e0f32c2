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
#: So many words, and none longer than this, are kept with their forms.
_MOST_FORMS, _LONGEST_KEPT = 50_000, 40
_CLOSING = "\"'”“’‘»«› \u00a0\u202f」』"
_ASKING = "?!？！"
_STOPS = ".。…?!？！"
_APOSTROPHES = ("'", "’")
#: What an abbreviation or an owner before it takes along.
_TAKEN = frozenset((".", *_APOSTROPHES))
_ORDINAL = 2


class Token:
    """A word, a sign or a quotation, and where it stands in the paragraph's flow.

    A plain class, for an article has tens of thousands of them. Nobody changes one after its scene is made.
    """

    __slots__ = ("end", "is_name", "is_word", "lower", "quoted", "sentence", "start", "text")

    def __init__(self, form: Form, start: int, end: int, quoted: int = -1) -> None:
        """*quoted*: number of the quotation in the paragraph, -1 for the narrator's own words."""
        self.text = form.text
        self.lower = form.lower
        self.start = start
        self.end = end
        self.sentence = 0
        self.quoted = quoted
        self.is_word = form.is_word  #: a word of the narrator's
        self.is_name = form.is_name  #: written like a name


class Form:
    """What a word is wherever it stands."""

    __slots__ = ("is_name", "is_word", "lower", "owns", "plain", "simple", "text")

    def __init__(self, text: str, lower: str) -> None:
        self.text = text
        self.lower = lower
        self.is_word = text[0].isalnum()
        self.is_name = text[0].isupper() or text[0] == "@"
        self.owns = lower.endswith("s")  #: may stand before an owner's apostrophe
        self.simple = text.isalpha() or not text[0].isalpha()  #: cannot be two words in one
        #: Never more than this one token, unless a stop follows that may be part of it.
        self.plain = self.simple and not self.owns and text[0] not in _TAKEN


class _Forms(dict[str, Form]):
    """The form of each word, looked at once: texts say most of their words again and again."""

    def __missing__(self, text: str) -> Form:
        lower = text.lower()
        # Some systems save é as e and an accent of its own.
        form = Form(text, lower if lower.isascii() else normalize("NFC", lower.replace("’", "'")))
        if len(self) >= _MOST_FORMS:
            self.clear()
        if len(text) <= _LONGEST_KEPT:
            self[text] = form
        return form


_FORMS = _Forms()
_QUOTATION = Form(QUOTED, QUOTED)


class Scene:
    """The tokens of one paragraph."""

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]], lexicon: Lexicon) -> None:
        """*quoted*: where each quotation's outer marks stand in *text*, in order, not overlapping."""
        self.text = text
        self.tokens = _sentenced(_tokens(text, quoted, lexicon), text, lexicon)
        self._at = {token.quoted: place for place, token in enumerate(self.tokens) if token.quoted >= 0}
        self._sentences = [token.sentence for token in self.tokens]
        self._firsts: dict[tuple[int, frozenset[str]], int] = {}

    def place(self, number: int) -> int:
        """Which token the quotation *number* is."""
        return self._at[number]

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
        return bisect_left(self._sentences, number), bisect_left(self._sentences, number + 1)

    def sentences(self) -> range:
        """The numbers of the paragraph's sentences."""
        return range(self._sentences[-1] + 1) if self._sentences else range(0)

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First and past-the-last token of a sentence."""
        return bisect_left(self._sentences, sentence), bisect_left(self._sentences, sentence + 1)


def _start(token: Token) -> int:
    return token.start


def _tokens(text: str, quoted: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    for number, (start, end) in enumerate([*quoted, (len(text), len(text))]):
        _narrate(text, at, start, lexicon, tokens)
        if number < len(quoted):
            tokens.append(Token(_QUOTATION, start, end, number))
        at = end
    return tokens


def _narrate(text: str, start: int, end: int, lexicon: Lexicon, tokens: list[Token]) -> None:
    """Add the tokens of the narrator's ``text[start:end]``."""
    last = taken = start
    # Blanks alone stand between what is found, so that each word is the next of its kind in the text.
    for word in _TOKEN.findall(text, start, end):
        first = text.index(word, last)
        last = first + len(word)
        form = _FORMS[word]
        sign = text[last : last + 1]
        if form.plain and sign != ".":
            tokens.append(Token(form, first, last))
            continue
        if first < taken:
            # The stop that an abbreviation before it took along.
            continue
        if not form.simple:
            parts = _divided(word, first, lexicon)
            if parts:
                tokens.extend(parts)
                continue
        if sign == "." and last < end and _abbreviated(form, lexicon):
            taken = last + 1
            tokens.append(Token(_FORMS[word + "."], first, taken))
            continue
        tokens.append(Token(form, first, last))
        if form.owns and sign in _APOSTROPHES and text[last + 1 : last + 2] == " ":
            taken = last + 1
            tokens.append(Token(Form(sign, "'s"), last, taken))


def _divided(word: str, at: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of a word that is two, and stands at *at*: he'd, l'article, dit-il; none where it is one."""
    lower, end = word.lower(), at + len(word)
    clitic = _CLITIC.search(lower)
    if clitic is not None:
        cut = clitic.start()
        said, rest = Form(word[:cut], lower[:cut]), Form("'" + word[cut + 1 :], "'" + lower[cut + 1 :])
        return [Token(said, at, at + cut), Token(rest, at + cut, end)]
    elided = _ELIDED.match(word) if lexicon.language in _ELIDING else None
    if elided is not None:
        cut = elided.end()
        article, noun = (Form(word[s], lower[s].replace("’", "'")) for s in (slice(cut), slice(cut, None)))
        return [Token(article, at, at + cut), Token(noun, at + cut, end)]
    inverted = _INVERTED.search(lower) if lexicon.language == "fr" and "-" in lower else None
    if inverted is not None:
        cut = inverted.start()
        pronoun = Form(inverted[1], inverted[1])
        return [Token(Form(word[:cut], lower[:cut]), at, at + cut), Token(pronoun, at + inverted.start(1), end)]
    return []


def _abbreviated(form: Form, lexicon: Lexicon) -> bool:
    initial = len(form.text) == 1 and form.is_name and form.lower != "i"
    return form.text[0].isalpha() and (initial or form.lower + "." in lexicon.abbreviations)


def _sentenced(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Number the sentences; a quotation's own final stop ends one when the narrator begins anew after it."""
    number = 0
    for place, token in enumerate(tokens):
        token.sentence = number
        if place + 1 == len(tokens):
            break
        following = tokens[place + 1]
        if token.quoted >= 0:
            number += _begins(following) and _quotation_ends(tokens, place, text, lexicon)
        elif token.text in _ENDERS:
            ends = _begins(following) or _bracketed(tokens, place + 1)
            number += ends and not (following.quoted < 0 and _ordinal(tokens, place, lexicon))
        elif following.start - token.end > 1 and "\n\n" in text[token.end : following.start]:
            number += following.text[0].isupper()
    return tokens


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
