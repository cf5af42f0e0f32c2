"""Who is who in an article: full names behind surnames, persons behind pronouns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quotations.reading.lexicon import Lexicon, body_words, given_names, is_given_name
from quotations.reading.scene import Token
from quotations.reading.speakers.names import Name, surname

#: Titles that only persons have.
_OF_PERSONS = frozenset(
    """dr dr. prof prof. professor sen. rep. gov. judge justice mayor councillor councilman councilwoman senator capt. captain sgt.
    sergeant lt. lieutenant rev. reverend dame detective inspector""".split()  # noqa: SIM905
)
#: Prepositions before places. A person may be confided in, so that a given name outweighs them.
_PLACED = frozenset(("in", "near", "across", "throughout", "outside"))


class People:
    """The names seen so far and in the whole article; tells gender as far as the article or a given name shows it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._by_last: dict[str, Counter[str]] = {}
        self._genders: dict[str, Counter[str]] = {}
        self._first_seen: dict[str, int] = {}
        self._things: set[str] = set()  #: names of which the article speaks as it does of places and bodies
        self._titled: set[str] = set()  #: surnames that stand with a person's title
        self._alone: set[str] = set()  #: given names that stand by themselves
        self._answers: dict[str, tuple[str, bool]] = {}  #: name → gender and whether a person, once asked
        self._possible: dict[str, bool] = {}  #: name → whether it may be a person's, once asked
        self._full: dict[
            tuple[tuple[str, ...], str], str
        ] = {}  #: words and title of a name → its full name, once asked

    def _forget(self) -> None:
        """What was answered may be answered otherwise once more is known."""
        self._answers.clear()
        self._possible.clear()
        self._full.clear()

    def learn(self, names: Iterable[Name]) -> None:
        """Take in names in reading order."""
        self._forget()
        for name in names:
            full = name.text
            self._first_seen.setdefault(full, len(self._first_seen))
            last = surname(name.words)
            if name.title:
                self._note_gender(last, name)
                if name.title in _OF_PERSONS:
                    self._titled.add(last)
            if len(name.words) > 1:
                if last not in self._by_last:
                    self._by_last[last] = Counter()
                self._by_last[last][full] += 1

    def learn_things(self, tokens: Sequence[Token], names: Iterable[Name]) -> None:
        """Take in which names stand as a place or a body does: in X; the X; X, which; X opened its line."""
        self._forget()
        for name in names:
            if len(name.words) == 1 and is_given_name(name.words[0].lower()) and _by_itself(tokens, name, self.lexicon):
                self._alone.add(name.text)
            if not name.title and _is_thing(tokens, name, self.lexicon):
                self._things.add(name.text)

    def is_thing(self, full: str) -> bool:
        """Whether the article speaks of *full* as of a place or a body, and nothing shows it to be a person."""
        return full in self._things and not self.is_person(full)

    def _note_gender(self, last: str, name: Name) -> None:
        if name.title in self.lexicon.men:
            self._genders.setdefault(last, Counter())["he"] += 1
        elif name.title in self.lexicon.women:
            self._genders.setdefault(last, Counter())["she"] += 1

    def full(self, name: Name) -> str:
        """The full name for a surname; the name itself where nothing longer is known."""
        if len(name.words) > 1:
            return name.text
        key = name.words, name.title
        if key not in self._full:
            self._full[key] = self._in_full(name)
        return self._full[key]

    def full_of(self, name: Name, wanted: str) -> str:
        """The full name for a surname that several bear, of whom *wanted* (“he”, “she”) means one."""
        full = self.full(name)
        if self.gender(full) in ("", wanted) or name.title:
            return full
        bearers = self._by_last.get(surname(name.words), ())
        return next((other for other in bearers if self.gender(other) == wanted), full)

    def _in_full(self, name: Name) -> str:
        known = self._by_last.get(surname(name.words))
        if not known:
            return name.text
        wanted = "he" if name.title in self.lexicon.men else "she" if name.title in self.lexicon.women else ""
        fitting = [full for full in known if not wanted or self.gender(full) in ("", wanted)]
        persons = [full for full in fitting if _given(full)] or fitting or list(known)
        return max(persons, key=lambda full: (known[full], -self._first_seen.get(full, 0)))

    def gender(self, full: str) -> str:
        """Either "he" or "she"; empty when nothing tells."""
        return self._answer(full)[0]

    def is_person(self, full: str) -> bool:
        """Whether it is known to be a person's name: a given name, a title, or a surname that stands with either."""
        return self._answer(full)[1]

    def may_be_person(self, full: str) -> bool:
        """Whether *full* may be a person's name: not an institution's, a place's or a day's."""
        if full not in self._possible:
            self._possible[full] = self.is_person(full) or (
                not self.is_thing(full)
                and not full.isupper()
                and body_words().isdisjoint(word.lower().strip(".") for word in full.split())
            )
        return self._possible[full]

    def _answer(self, full: str) -> tuple[str, bool]:
        if full not in self._answers:
            self._answers[full] = self._gender(full), self._is_person(full)
        return self._answers[full]

    def _gender(self, full: str) -> str:
        words = full.split()
        men, women = given_names()
        if len(words) > 1 or surname(tuple(words)) not in self._by_last:
            first = words[0].lower()
            if (first in men) != (first in women):
                return "he" if first in men else "she"
        told = self._genders.get(surname(tuple(words)))
        return told.most_common(1)[0][0] if told else ""

    def _is_person(self, full: str) -> bool:
        words = full.split()
        if len(words) == 1 and full in self._alone and full not in self._things:
            return True
        return (
            _given(full)
            or surname(tuple(words)) in self._genders
            or (surname(tuple(words)) in self._titled and full not in self._things)
            or any(_given(other) for other in self._by_last.get(surname(tuple(words)), ()))
        )


def _given(full: str) -> bool:
    words = full.split()
    if len(words) < 2:
        return False
    first = words[0].lower()
    double = "-" in first and words[0].split("-")[1][:1].isupper() and is_given_name(first.split("-")[0])
    return is_given_name(first) or double or first.rstrip(".") in given_names()[0]


def _by_itself(tokens: Sequence[Token], name: Name, lexicon: Lexicon) -> bool:
    """Whether a given name stands as a person does who is called by it: “his wife, Jane, …”, “Tom said”."""
    after = tokens[name.last] if name.last < len(tokens) else None
    before = tokens[name.first - 1] if name.first else None
    if after is None or name.words[0].isupper():
        return False
    if before is not None and before.text == "," and after.text in ",.":
        return name.first > 1 and not tokens[name.first - 2].is_name
    return after.lower in lexicon.said and not after.is_name


def _is_thing(tokens: Sequence[Token], name: Name, lexicon: Lexicon) -> bool:
    """Whether the words beside the name are those beside a place's or a body's."""
    before = tokens[name.first - 1].lower if name.first else ""
    after = tokens[name.last : name.last + 2]
    behind = [token.lower for token in after]
    if before in _PLACED and name.first > 1:
        return True
    if len(behind) < 2:
        return False
    if behind[0] == "," and behind[1] == "which":
        return True
    if behind[1] == "its" and after[0].is_word:
        return True
    ends = not after[0].is_word or behind[0] in lexicon.stops or behind[0] in lexicon.said
    return before == "the" and ends and not tokens[name.first - 1].is_name
