"""A paragraph cut into tokens, each quotation one of its own.

A text says most of its words again and again, so that what stands between two blanks is cut once and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quotations.reading.lexicon import Lexicon
from quotations.reading.tokens import APOSTROPHES, FORMS, LONGEST_KEPT, MOST_KEPT, QUOTATION, Form, Part, Token

_TOKEN = re.compile(
    r"@\w+|[^\W\d_]+(?:(?:[’'.&-]|[\u0300-\u036f]+|(?<=[א-ת])[\"״](?=[א-ת]))[^\W\d_]+)*[\u0300-\u036f]*|\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)*%?|\.{2,}|--+|[^\w\s]|_",
)
#: What stands on its own behind an apostrophe: an owner's s, and the verbs of he'd, they'll, we've, they're.
_CLITIC = re.compile(r"['’‘](?:s|d|ll|ve|re|m)$")
#: French puts the pronoun behind its verb: dit-il, cria-t-elle.
_INVERTED = re.compile(r"-(?:t-)?(je|il|elle|on|nous|vous|ils|elles)$")
#: An article that lost its vowel: l’association, dell'articolo; not L’Express, which is a name.
_ELIDED = re.compile(r"(?:l|un|dell|all|nell|dall|sull)['’](?=\w)|L['’](?=[^\W\d_A-ZÀ-ÖØ-Þ])")
_ELIDING = frozenset(("fr", "it"))


class _Chunks(dict[str, tuple[Part, ...]]):
    """What is between two blanks, cut: its tokens, by where they stand in it."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, chunk: str) -> tuple[Part, ...]:
        parts = tuple(_cut(chunk + " ", 0, len(chunk), self._lexicon))
        if len(self) >= MOST_KEPT:
            self.clear()
        if len(chunk) <= LONGEST_KEPT:
            self[chunk] = parts
        return parts


_chunks = cache(_Chunks)


class Cut:
    """A paragraph's tokens, and which of them are asked for by what they are."""

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]], lexicon: Lexicon) -> None:
        """*quoted*: where each quotation's outer marks stand in *text*, in order, not overlapping."""
        self.tokens: list[Token] = []
        self.quotations: list[int] = []  #: which token each of *quoted* is
        self.names: list[int] = []  #: what is written like a name
        self.enders: list[int] = []  #: what may end a sentence
        at = 0
        for number, (start, end) in enumerate(quoted):
            self._narrate(text, at, start, lexicon)
            self.quotations.append(len(self.tokens))
            self._set_down([""], [((QUOTATION, 0, end - start),)], start)
            self.tokens[-1].quoted = number
            at = end
        self._narrate(text, at, len(text), lexicon)

    def _narrate(self, text: str, start: int, end: int, lexicon: Lexicon) -> None:
        """Add the tokens of the narrator's ``text[start:end]``."""
        chunks = _chunks(lexicon)
        told = text[start:end].split(" ")
        cut = [chunks[chunk] for chunk in told]
        if text[end - 1 : end] in APOSTROPHES or text[end : end + 1] in APOSTROPHES:
            # A quotation's mark, or an owner's.
            last = end - len(told[-1])
            cut[-1] = tuple((form, first - last, stop - last) for form, first, stop in _cut(text, last, end, lexicon))
        self._set_down(told, cut, start)

    def _set_down(self, chunks: Sequence[str], cut: Sequence[tuple[Part, ...]], start: int) -> None:
        """Add the tokens of *chunks*, which stand from *start* on with a blank between each two, as they are *cut*."""
        tokens = self.tokens
        for chunk, parts in zip(chunks, cut, strict=True):
            for form, first, stop in parts:
                if form.telling:
                    if form.is_name:
                        self.names.append(len(tokens))
                    if form.ends:
                        self.enders.append(len(tokens))
                token = Token()
                token.text = form.text
                token.lower = form.lower
                token.start = start + first
                token.end = start + stop
                token.sentence = 0
                token.quoted = -1
                token.is_word = form.is_word
                token.is_name = form.is_name
                tokens.append(token)
            start += len(chunk) + 1


def _cut(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Part]:
    """The tokens of the narrator's ``text[start:end]``."""
    last = taken = start
    # Blanks alone stand between what is found, so that each word is the next of its kind in the text.
    for word in _TOKEN.findall(text, start, end):
        first = text.index(word, last)
        last = first + len(word)
        form = FORMS[word]
        sign = text[last : last + 1]
        if form.plain and sign != ".":
            yield form, first, last
            continue
        if first < taken:
            # The stop that an abbreviation before it took along.
            continue
        if not form.simple:
            parts = _divided(word, first, lexicon)
            if parts:
                yield from parts
                continue
        if sign == "." and last < end and _abbreviated(form, lexicon):
            taken = last + 1
            yield FORMS[word + "."], first, taken
            continue
        yield form, first, last
        if form.owns and sign in APOSTROPHES and text[last + 1 : last + 2] == " ":
            taken = last + 1
            yield Form(sign, "'s"), last, taken


def _divided(word: str, at: int, lexicon: Lexicon) -> tuple[Part, ...]:
    """The parts of a word that is two, and stands at *at*: he'd, l'article, dit-il; none where it is one."""
    lower, end = word.lower(), at + len(word)
    clitic = _CLITIC.search(lower)
    if clitic is not None:
        cut = clitic.start()
        said, rest = Form(word[:cut], lower[:cut]), Form("'" + word[cut + 1 :], "'" + lower[cut + 1 :])
        return (said, at, at + cut), (rest, at + cut, end)
    elided = _ELIDED.match(word) if lexicon.language in _ELIDING else None
    if elided is not None:
        cut = elided.end()
        article, noun = (Form(word[s], lower[s].replace("’", "'")) for s in (slice(cut), slice(cut, None)))
        return (article, at, at + cut), (noun, at + cut, end)
    inverted = _INVERTED.search(lower) if lexicon.language == "fr" and "-" in lower else None
    if inverted is not None:
        cut = inverted.start()
        verb, pronoun = Form(word[:cut], lower[:cut]), Form(inverted[1], inverted[1])
        return (verb, at, at + cut), (pronoun, at + inverted.start(1), end)
    return ()


def _abbreviated(form: Form, lexicon: Lexicon) -> bool:
    initial = len(form.text) == 1 and form.is_name and form.lower != "i"
    return form.text[0].isalpha() and (initial or form.lower + "." in lexicon.abbreviations)
