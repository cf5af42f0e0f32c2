"""An attribution inside the marks, as French prints it: « La porte était ouverte, a déclaré Mme Adam, et personne … ».

Italian, Spanish and Portuguese set it between dashes, and so do Russian, Polish and their neighbours, whose verbs are not
known here: there a few small words and a name between two dashes are one. The attribution is nobody's speech: it is cut
out, and the words before it and behind it are the parts of one quotation.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import Phrase, over_apposition, phrase_before, phrase_from, skip_auxiliaries
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.named_cues import DASHES, is_apart, named_cue
from quotations.reading.speakers.voice import Route, Voice
from quotations.values import plain_value

#: What opens an attribution inside the marks, by language.
_OPENS = {"fr": DASHES | {","}, "it": DASHES, "es": DASHES, "pt": DASHES}
#: Whose mother or minister is spoken of belongs to the speech itself: « Oui, dit ma mère, … ».
_OWN = frozenset(
    """mon ma mes notre nos mio mia miei mie nostro nostra mi mis nuestro nuestra meu minha meus minhas nosso
    nossa""".split()  # noqa: SIM905
)
#: “One reads in the report”, where nobody is named.
_IMPERSONAL = {
    "fr": (("peut", "on", "lire"), ("lit", "on"), ("est", "il", "écrit"), ("peut-on", "lire"), ("lit-on",)),
    "es": (("se", "lee"), ("se", "leía"), ("se", "dice"), ("se", "afirma"), ("se", "explica"), ("se", "indica")),
    "it": (("si", "legge"), ("si", "leggeva"), ("si", "precisa"), ("si", "spiega")),
    "pt": (("lê-se",), ("lê", "se"), ("diz-se",), ("pode-se", "ler")),
}
_LONGEST_PLACE = 14
#: So many tokens may stand between the speaker and the end of the attribution.
_TAIL = 8
_FEWEST = 1
#: A person's whole name has so many words.
_NAME = 2


@plain_value
class Incise:
    """An attribution between words of one quotation."""

    scene: Scene  #: of the words between the marks
    voice: Voice
    start: int  #: where the words before it end, in the paragraph's flow
    end: int  #: where the words behind it begin


def find_incise(text: str, start: int, end: int, lexicon: Lexicon) -> Incise | None:
    """The first attribution inside ``text[start:end]``; None in languages that put none there."""
    opens = _OPENS.get(lexicon.language)
    if opens is None or end - start < 2 * _TAIL:
        return None
    scene = Scene(text[start:end], (), lexicon)
    tokens = scene.tokens
    for at in range(_FEWEST, len(tokens) - 1):
        if tokens[at].text in opens and _apart(tokens, at):
            found = _attribution(tokens, at, lexicon)
            if found is not None:
                voice, stop = found
                last = tokens[stop].end if stop < len(tokens) else end - start
                return Incise(scene, voice, start + tokens[at].start, start + last)
    return None


def find_foreign_incise(text: str, start: int, end: int, lexicon: Lexicon, *, ends: bool = False) -> Incise | None:
    """The first attribution inside ``text[start:end]``, in a language whose verbs of speech are not known.

    *ends*: it may be the last thing that stands there, as behind a dash that nothing closes.
    """
    if end - start < 2 * _TAIL:
        return None
    scene = Scene(text[start:end], (), lexicon)
    tokens = scene.tokens
    for at in range(_FEWEST, len(tokens) - 1):
        found = named_cue(tokens, at, ends=ends) if tokens[at].text in DASHES and is_apart(tokens, at) else None
        if found is not None:
            voice, stop = found
            last = tokens[stop].end if stop < len(tokens) and tokens[stop].text in DASHES else end - start
            return Incise(scene, voice, start + tokens[at].start, start + last)
    return None


def find_tail(text: str, start: int, end: int, lexicon: Lexicon) -> Incise | None:
    """The attribution with which a quotation ends that nothing closes: “The gate was never square, said Pell.”."""
    scene = Scene(text[start:end], (), lexicon)
    tokens = scene.tokens
    early = _early(scene, start, end, lexicon)
    if early is not None:
        return early
    commas = [at for at in range(max(_FEWEST, len(tokens) - _TAIL), len(tokens) - 1) if tokens[at].text in ",?!"]
    if not commas or tokens[-1].text != ".":
        return None
    at = commas[-1]
    for verb in range(at + 1, len(tokens) - 1):
        if tokens[verb].lower not in lexicon.said:
            continue
        inverted = phrase_from(tokens, verb + 1, len(tokens) - 1, lexicon)
        subject = phrase_before(tokens, at + 1, verb, lexicon) or inverted
        if subject is not None and subject.first in (at + 1, verb + 1) and _somebody(tokens, subject, lexicon):
            return Incise(scene, Voice(Route.AFTER, subject, (verb, verb + 1)), start + tokens[at].end, end)
    return None


def _early(scene: Scene, start: int, end: int, lexicon: Lexicon) -> Incise | None:
    """“The gate is theirs, said Lena Pell. Nobody else …: the narrator has the word from the attribution on."""
    tokens = scene.tokens
    for verb in range(_FEWEST + 1, len(tokens) - 3):
        if tokens[verb - 1].text not in ",?!" or tokens[verb].lower not in lexicon.speaking:
            continue
        subject = phrase_from(tokens, verb + 1, len(tokens) - 1, lexicon)
        if subject is None or tokens[subject.last].text != "." or subject.last - subject.first < _NAME:
            continue
        if all(token.is_name for token in tokens[subject.first : subject.last]):
            return Incise(scene, Voice(Route.AFTER, subject, (verb, verb + 1)), start + tokens[verb - 1].end, end)
    return None


def _apart(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash has a blank at least on one side, and is no hyphen."""
    return tokens[at].text == "," or tokens[at].start > tokens[at - 1].end or tokens[at + 1].start > tokens[at].end


def _attribution(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Voice, int] | None:
    """The cue and its subject behind the comma or dash *at*, and the token that closes them."""
    sentence = tokens[at + 1].sentence
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n].sentence != sentence), len(tokens))
    impersonal = _impersonal(tokens, at, end, lexicon)
    if impersonal is not None:
        return impersonal
    verb = skip_auxiliaries(tokens, at + 1, min(end, at + 4), lexicon)
    if verb >= end or tokens[verb].lower not in lexicon.said:
        return None
    subject = phrase_from(tokens, verb + 1, end, lexicon)
    if subject is None or not _somebody(tokens, subject, lexicon):
        return None
    stop = over_apposition(tokens, subject.last, end) if _apposed(tokens, subject.last, end, lexicon) else subject.last
    if stop > subject.last and tokens[stop - 1].text in ",–—":
        stop -= 1
    while stop < end and stop - subject.last <= _TAIL and not _closes(tokens, stop, at):
        stop += 1
    if stop < end and not _closes(tokens, stop, at):
        return None
    return Voice(Route.AFTER, subject, (at + 1, verb + 1)), stop


def _apposed(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind the comma *at* tells who the speaker is, and is not the speech that goes on."""
    if at + 1 >= end or tokens[at].text != ",":
        return True
    first = tokens[at + 1]
    known = first.lower in lexicon.titles or first.lower in lexicon.articles or first.lower in ("qui", "dont", "que")
    return first.is_name or first.text[0].isdigit() or known


def _impersonal(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> tuple[Voice, int] | None:
    """“, peut-on lire dans le rapport,” behind the comma or dash *at*, and the token that closes it."""
    for words in _IMPERSONAL.get(lexicon.language, ()):
        last = at + 1 + len(words)
        if tuple(token.lower for token in tokens[at + 1 : last]) != words:
            continue
        stop = next((n for n in range(last, min(end, last + _LONGEST_PLACE)) if _closes(tokens, n, at)), None)
        if stop is not None:
            return Voice(Route.AFTER, None, (at + 1, last)), stop
    return None


def _closes(tokens: Sequence[Token], stop: int, at: int) -> bool:
    same = tokens[stop].text == "," if tokens[at].text == "," else tokens[stop].text in DASHES
    return same or tokens[stop].text in ".!?…"


def _somebody(tokens: Sequence[Token], subject: Phrase, lexicon: Lexicon) -> bool:
    words = [t.lower for t in tokens[subject.first : subject.last]]
    if any(word in _OWN or word in lexicon.first for word in words):
        return False
    named = any(t.is_name for t in tokens[subject.first : subject.last])
    return named or words[0] in lexicon.articles or words[0] in lexicon.pronouns
