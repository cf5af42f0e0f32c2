"""Who heads a clause: the verb of speech with its subject, a source that is named, or a subject whose verb is left out."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import Phrase, is_verb, leads_at, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.cues_after import after_cue
from quotations.reading.speakers.subjects import subject_of

_OTHERS = frozenset("others another some one andere autres otros altri outros anderen der".split())  # noqa: SIM905
_BEFORE_PLACE = frozenset(
    """
    in on at with from by for during to via through im auf bei dans sur en nel su no na op
    """.split()  # noqa: SIM905
)
_FAR = 26
#: Cue, where the subject begins, and the subject's last word.
Heard = tuple[tuple[int, int] | None, int | None, str | None]


class Heads:
    """Finds who heads the clauses of one scene."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon

    def voice(self, at: int, end: int, *, trailing: bool, owned: bool = False) -> Heard | None:
        """Cue, subject and the subject's last word of whoever speaks from *at* on; None where nobody new does."""
        tokens, lexicon = self._tokens, self._lexicon
        for place in range(at, min(end, at + _FAR)):
            token = tokens[place]
            if token.quoted >= 0:
                return self.elided(at, place) or (self._trailing(place, end) if trailing else None)
            if token.text == ";":
                return None
            if is_verb(tokens, place, lexicon):
                found = self._by_verb(at, place, end, owned=owned)
                if found is not None:
                    return found
            for size in leads_at(tokens, place, lexicon):
                subject = phrase_from(tokens, place + size, end, lexicon)
                if subject is not None:
                    return (place, place + size), subject.first, self.key(subject.first, subject.last)
        return None

    def _by_verb(self, at: int, verb: int, end: int, *, owned: bool) -> Heard | None:
        tokens, lexicon = self._tokens, self._lexicon
        subject = subject_of(tokens, at, verb, lexicon, 0) if verb > at else None
        if subject is not None and subject.first > at and self._placed(at, subject.first):
            # "and in a follow-up called it": whoever spoke before; "and in a letter Lanyon called it": Lanyon.
            named = [
                p for p in range(subject.first + 1, subject.last) if tokens[p].is_name and not tokens[p - 1].is_name
            ]
            subject = Phrase(named[-1], subject.last) if named else None
        if subject is None and lexicon.language != "en":
            behind = phrase_from(tokens, verb + 1, end, lexicon)
            subject = behind if behind is not None and self.nominal(behind.first) else None
        if subject is None and tokens[verb - 1].text == "," and verb + 1 < end and tokens[verb + 1].is_name:
            # "in practice, says Lind, they …"
            subject = phrase_from(tokens, verb + 1, end, lexicon)
        if subject is None:
            return ((verb, verb + 1), None, None) if owned else None
        return (verb, verb + 1), subject.first, self.key(subject.first, subject.last)

    def _placed(self, first: int, last: int) -> bool:
        """Whether nothing but a preposition stands there."""
        return all(t.lower in _BEFORE_PLACE for t in self._tokens[first:last] if t.is_word)

    def nominal(self, at: int) -> bool:
        """Whether a name, an article or a pronoun stands there, as at the head of a subject."""
        token = self._tokens[at]
        small = token.lower in self._lexicon.articles or token.lower in self._lexicon.pronouns
        return token.is_name or small or token.lower in _OTHERS

    def elided(self, at: int, quote: int) -> Heard | None:
        """Lanyon “a scandal”; Pell, in [a letter], “a mystery”: a subject and no verb."""
        tokens = self._tokens
        if at >= quote or not (
            (tokens[at].is_name and tokens[at].lower not in self._lexicon.stops) or tokens[at].lower in _OTHERS
        ):
            return None
        subject = phrase_from(tokens, at, quote, self._lexicon)
        if subject is None:
            return None
        behind = subject.last
        if behind < quote and tokens[behind].text != "," and tokens[behind].lower not in ("of", "von", "de", "di"):
            return None
        if behind == quote and self._named_object(at):
            return None
        return None, at, self.key(subject.first, subject.last)

    def _named_object(self, at: int) -> bool:
        """Called Ferrier “crooked” and Lanyon “a scandal”: whom the one who speaks so calls, and not who speaks."""
        tokens, place, named = self._tokens, at - 1, False
        sentence = tokens[at].sentence
        while place >= 0 and tokens[place].quoted < 0 and tokens[place].sentence == sentence:
            place -= 1
        for back in range(place - 1, max(-1, place - _FAR), -1):
            token = tokens[back]
            if token.sentence != sentence or token.quoted >= 0 or token.text == ";":
                return False
            if is_verb(tokens, back, self._lexicon):
                return named
            named = named or token.is_name
        return False

    def _trailing(self, quote: int, end: int) -> Heard | None:
        voice = after_cue(self._tokens, quote + 1, end, self._lexicon)
        if voice is None or voice.subject is None:
            return None
        return voice.cue, voice.subject.first, self.key(voice.subject.first, voice.subject.last)

    def key(self, first: int, last: int) -> str | None:
        """The last word of the phrase; None for a pronoun."""
        words = [t.lower for t in self._tokens[first:last] if t.is_word]
        if not words or words[-1] in self._lexicon.pronouns or words[0] in self._lexicon.first:
            return None
        return words[-1]
