"""What “it” and “they” mean: a body, several people, whoever spoke last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import Phrase
from quotations.reading.scene import Token
from quotations.reading.speakers.memory import Memory
from quotations.reading.speakers.names import Name
from quotations.reading.speakers.openings import sentence_subject

_PLACED = frozenset(
    ("in", "on", "at", "down", "up", "near", "through", "across", "outside", "inside", "along", "around")
)


class Things:
    """Finds the body or the people whom a pronoun means."""

    def __init__(
        self, lexicon: Lexicon, memory: Memory, named: Callable[[Sequence[Token], Phrase], str | None]
    ) -> None:
        """*named*: the name in a phrase, or its words."""
        self.lexicon = lexicon
        self.memory = memory
        self._named = named

    def meant(self, tokens: Sequence[Token], at: int, names: Sequence[Name]) -> str | None:
        """“It”, “they”: the last institution or, failing that, whoever spoke last."""
        people = self.memory.people
        spoken = self._subject_before(tokens, at)
        if spoken is not None:
            return spoken
        several = tokens[at].lower in self.lexicon.they
        here = [n for n in names if n.first < at and tokens[n.first].sentence == tokens[at].sentence]
        for name in (*here[:1], *reversed([n for n in names if n.first < at])):
            full = people.full(name)
            placed = several and name.first > 0 and tokens[name.first - 1].lower in _PLACED
            if not people.is_person(full) and not self._is_time(full) and not placed:
                return full
        spoke = self.memory.spoke[-1:]
        if spoke and tokens[at].lower in self.lexicon.it and people.is_person(spoke[0]):
            spoke = []
        return spoke[0] if spoke else tokens[at].text

    def _is_time(self, full: str) -> bool:
        """Whether a name is a day's or a month's only."""
        return all(word.lower() in self.lexicon.stops for word in full.split())

    def _subject_before(self, tokens: Sequence[Token], at: int) -> str | None:
        """What the sentence or the one before it is about, where that is a body or several: what they call “…”."""
        stop, start = at, at
        for _ in range(2):
            while start > 0 and tokens[start - 1].sentence == tokens[stop - 1 if stop < at else at].sentence:
                start -= 1
            begun = self._clause(tokens, start, at) if stop == at else start
            subject = sentence_subject(tokens, begun, stop, self.lexicon) if start < stop else None
            first = tokens[subject.first].lower if subject is not None else ""
            if subject is not None and first not in united(self.lexicon.pronouns, self.lexicon.first):
                return self._body(tokens, subject, several=tokens[at].lower in self.lexicon.they)
            if start == 0:
                return None
            stop, start = start, start - 1
        return None

    def _clause(self, tokens: Sequence[Token], start: int, at: int) -> int:
        """Where the last clause with a subject of its own begins before *at*: it is full, but the crew has what it calls."""
        for comma in range(at - 2, start, -1):
            if tokens[comma].text in ",;" and tokens[comma + 1].lower in ("but", "and", "while", "yet"):
                subject = sentence_subject(tokens, comma + 1, at, self.lexicon)
                own = subject is not None and (
                    tokens[subject.first].lower in self.lexicon.articles or tokens[subject.first].is_name
                )
                if own:
                    return comma + 1
        return start

    def _body(self, tokens: Sequence[Token], subject: Phrase, *, several: bool) -> str | None:
        """The phrase's words if they name a body, or, where *several* is asked for, several."""
        named = self._named(tokens, subject)
        headed = tokens[subject.first].lower in self.lexicon.articles or tokens[subject.first].is_name
        owned = (
            any(t.lower == "'s" for t in tokens[subject.first : subject.last]) and not tokens[subject.last - 1].is_name
        )
        if not named or not headed:
            return None
        head = [t for t in tokens[subject.first : subject.last] if t.is_word and not t.is_name]
        plural = bool(head) and head[-1].lower.endswith("s") and not head[-1].lower.endswith("ss")
        nameless = not any(t.is_name for t in tokens[subject.first + 1 : subject.last])
        those = several and plural and nameless and tokens[subject.first].lower in self.lexicon.articles
        if not owned and not those and self.memory.people.may_be_person(named):
            return None
        return named if several or not plural else None
