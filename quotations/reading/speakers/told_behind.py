"""Who spoke, told by the sentence behind the words: “…” That was how X put it. “…” So said X. “…” — X, keeper."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import (
    back_over_auxiliaries,
    is_said,
    is_verb,
    over_apposition,
    phrase_before,
    phrase_from,
    skip_auxiliaries,
)
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.openings import up_to_name
from quotations.reading.speakers.voice import Route, Voice

_THAT = frozenset(("that", "this", "those", "these", "such"))
_IS = frozenset(("is", "was", "are", "were", "'s"))
_OF = frozenset(("from", "by", "of"))
_WORDS = frozenset(("words", "word", "quote", "quotes", "quotation", "line", "lines", "sentiment", "sentiments"))
_UTTERED = frozenset(("spoken", "written", "uttered", "said", "delivered", "posted", "made", "came", "come"))
_DASHES = ("—", "–", "―", "--", "-")
_LONGEST_BYLINE = 16
_NEAR = 4
_SHORTEST = 6  #: tokens of a sentence that only says who spoke
_CUTS = 5  #: so many tokens before a sentence's end somebody may cut in
_CUTTING = frozenset(
    ("cut", "cuts", "interrupted", "interrupts", "chimed", "interjected", "replied", "answered", "responded")
)


def sentence_behind(scenes: Sequence[Scene], at: int, number: int) -> tuple[int, int, int] | None:
    """Paragraph, first and past-the-last token of the sentence behind quotation *number* of paragraph *at*.

    None where the quotation's own sentence goes on, or nothing follows.
    """
    scene = scenes[at]
    tokens = scene.tokens
    first = scene.place(number) + 1
    if first == len(tokens) - 1 and tokens[first].text == ".":
        first += 1
    if first == len(tokens):
        if at + 1 == len(scenes) or not scenes[at + 1].tokens:
            return None
        return at + 1, *scenes[at + 1].bounds(0)
    if tokens[first].sentence == tokens[first - 1].sentence:
        return None
    return at, *scene.bounds(tokens[first].sentence)


def cuts_in(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Voice | None:
    """Who speaks next by the end of a sentence with another's words: “…,” X said, and her husband cut in."""
    if lexicon.language != "en":
        return None
    for verb in range(max(start + 2, end - _CUTS), end):
        if tokens[verb].lower not in _CUTTING:
            continue
        subject = phrase_before(tokens, start, back_over_auxiliaries(tokens, start, verb, lexicon), lexicon)
        if subject is None or subject.first - 1 <= start:
            continue
        if tokens[subject.first - 1].lower in ("and", "but", "before", "when"):
            return Voice(Route.BEFORE, subject, (verb, verb + 1))
    return None


def told_behind(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The voice that the sentence from *start* to *end* gives to the words before it; None where it tells nothing of them."""
    if end - start < 2:
        return None
    byline = _byline(tokens, start, end, lexicon)
    if byline is not None or lexicon.language != "en":
        return byline
    alone = _said_alone(tokens, start, end, lexicon)
    if alone is not None:
        return alone
    first, second = tokens[start].lower, tokens[start + 1].lower
    if first == "so" and is_said(tokens[start + 1], lexicon):
        subject = phrase_from(tokens, start + 2, end, lexicon)
        return Voice(Route.AFTER, subject, (start + 1, start + 2)) if subject is not None else None
    if first not in _THAT:
        return None
    if tokens[start + 1].text == ",":
        # That, at least, is how X put it.
        closing = next((at for at in range(start + 2, min(end - 1, start + _SHORTEST)) if tokens[at].text == ","), None)
        if closing is None:
            return None
        start, second = closing, tokens[closing + 1].lower
    if second in _IS and start + 3 < end and tokens[start + 2].lower == "how":
        return _how(tokens, start + 3, end, lexicon)
    return _whose(tokens, start + 1, end, lexicon)


def _said_alone(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“….” X said.: a full stop within the marks where a comma belongs."""
    if end - start > _SHORTEST or start == 0 or tokens[start - 1].quoted < 0 or tokens[end - 1].text != ".":
        return None
    subject = phrase_from(tokens, start, end, lexicon)
    if subject is None or subject.last != end - 2 or not tokens[subject.first].is_name:
        return None
    said = tokens[end - 2]
    return Voice(Route.AFTER, subject, (end - 2, end - 1)) if said.lower in ("said", "says") else None


def how_put(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“…,” is how X put it: what begins at *at*, right behind the words."""
    if lexicon.language != "en" or at + 2 >= end or tokens[at].lower not in _IS or tokens[at + 1].lower != "how":
        return None
    return _how(tokens, at + 2, end, lexicon)


def _how(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """That was how X, the engineer, once described it."""
    subject = phrase_from(tokens, at, end, lexicon)
    if subject is None:
        return None
    verb = skip_auxiliaries(tokens, over_apposition(tokens, subject.last, end), end, lexicon)
    if verb < end and (is_verb(tokens, verb, lexicon) or tokens[verb].lower in ("put", "summed")):
        return Voice(Route.AFTER, subject, (verb, verb + 1))
    return None


def _whose(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """That quote from X; those words, spoken by X; those were the words of X; that was X's warning."""
    is_so = tokens[at].lower in _IS
    at += is_so
    for noun in range(at, min(end - 2, at + 2 * _NEAR)):
        if tokens[noun].quoted >= 0 or not (tokens[noun].is_word or tokens[noun].lower == "'s"):
            return None
        if tokens[noun].lower == "'s":
            owned = tokens[noun + 1].lower in united(_WORDS, lexicon.nouns)
            subject = phrase_from(tokens, at, noun, lexicon) if is_so and owned else None
            fits = subject is not None and subject.last == noun
            return Voice(Route.NOUN, subject, (noun + 1, noun + 2)) if fits else None
        if tokens[noun].lower in _WORDS or (noun == at and not is_so and tokens[noun].lower in lexicon.nouns):
            break
    else:
        return None
    for by in range(noun + 1, min(end - 1, noun + 1 + _NEAR)):
        if tokens[by].lower in _OF:
            subject = up_to_name(tokens, phrase_from(tokens, by + 1, end, lexicon), lexicon)
            return Voice(Route.NOUN, subject, (noun, noun + 1)) if subject is not None else None
        if tokens[by].text != "," and tokens[by].lower not in _UTTERED and tokens[by].lower not in lexicon.auxiliaries:
            return None
    return None


def _byline(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Voice | None:
    """— X, keeper of the weir: a paragraph of its own."""
    if start > 0 or tokens[start].text not in _DASHES or end != len(tokens) or end - start > _LONGEST_BYLINE:
        return None
    named = tokens[start + 1]
    if not named.is_name or any(t.quoted >= 0 or t.text in "?!;:" for t in tokens[start:end]):
        return None
    if any(is_verb(tokens, at, lexicon) for at in range(start + 2, end)):
        return None
    subject = phrase_from(tokens, start + 1, end, lexicon)
    return Voice(Route.DASH, subject, None) if subject is not None else None
