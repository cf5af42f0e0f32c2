"""The words by which each language tells who speaks: data files beside this module, loaded when first needed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

#: Languages with a lexicon of their own.
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
#: Languages of which the words of speech are known and little else: speakers are found by their cues, none is guessed.
CUES_ONLY = ("pl", "cs", "sv", "ru", "no", "da", "fi")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language's words of speech, all in lower case."""

    language: str
    said: frozenset[str]  #: verbs that report speech
    behind: frozenset[str]  #: verbs that report speech only right behind the words: fuhr (fort), begann
    called: frozenset[str]  #: verbs that quote a phrase
    thought: frozenset[str]  #: those among them that tell what somebody thinks or wants
    nouns: frozenset[str]  #: nouns whose owner speaks
    according: tuple[tuple[str, ...], ...]  #: what leads to a speaker, longest first
    titles: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    first: frozenset[str]
    finite: frozenset[str]  #: verbs that end a subject of small letters
    openers: frozenset[str]  #: words that may open a sentence before its subject
    stops: frozenset[str]
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    abbreviations: frozenset[str]
    works: frozenset[str]  #: nouns beside a title or a name in marks
    naming: frozenset[str]  #: words before a nickname or a term
    mentions: frozenset[str]  #: nouns of words spoken of
    nobody: frozenset[str]  #: subjects of speech that nobody uttered
    modals: frozenset[str]
    imagined: frozenset[str]
    means: frozenset[str]  #: words before a translation
    tongues: frozenset[str]  #: names of languages
    pressed: frozenset[str]  #: what is done with a button, and its name
    whiles: frozenset[str]  #: heads of a clause that is set against the main one: while, although

    @cached_property
    def bare(self) -> frozenset[str]:
        """Verbs in the form that is also a noun's: “call”, “claim”."""
        verbs = self.said | self.called
        past = {"put", "read", "cut", "set", "let", "shut"}  # the same in the past
        ends = ("s", "es", "ed", "d")
        return frozenset(verb for verb in verbs - past if any(verb + end in verbs for end in ends))

    @cached_property
    def leads(self) -> frozenset[str]:
        """The first words of what leads to a speaker."""
        return frozenset(lead[0] for lead in self.according)

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Words that stand for somebody named elsewhere."""
        return self.he | self.she | self.they | self.it

    @cached_property
    def speaking(self) -> frozenset[str]:
        """Verbs that report speech and are nothing else."""
        return self.said - self.nouns - self.thought - self.called

    @cached_property
    def cues(self) -> frozenset[str]:
        """Words that may be the cue of words behind them: verbs of speech, verbs that quote a phrase, nouns of speech."""
        return self.said | self.called | self.nouns

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that may head a phrase and name nobody."""
        return self.pronouns | self.articles | self.first


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of *language* (a BCP 47 tag); English where there is none."""
    name = language.lower().replace("_", "-").split("-")[0]
    if name not in LANGUAGES + CUES_ONLY:
        name = "en"
    data: dict[str, Any] = tomllib.loads((files(__package__) / "lexicons" / f"{name}.toml").read_text("utf-8"))
    leads = sorted((tuple(lead.split()) for lead in data.pop("according")), key=len, reverse=True)
    data = {
        "thought": "",
        "openers": "",
        "finite": "",
        "pressed": "",
        "tongues": "",
        "behind": "",
        "whiles": "",
        **data,
    }
    return Lexicon(
        language=name, according=tuple(leads), **{key: frozenset(words.split()) for key, words in data.items()}
    )


@cache
def united(*words: frozenset[str]) -> frozenset[str]:
    """All of *words*, put together once: they have hundreds, and are asked at every other word."""
    return frozenset().union(*words)


@cache
def _names() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files(__package__) / "lexicons" / "names.toml").read_text("utf-8"))
    return {key: frozenset(words.split()) for key, words in data.items()}


def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names that mostly men and mostly women bear, in lower case."""
    return _names()["men"], _names()["women"]


def is_given_name(word: str) -> bool:
    """Whether *word*, in lower case, is a given name."""
    men, women = given_names()
    return word in men or word in women


def common_words() -> frozenset[str]:
    """Words, in lower case, that begin a sentence with a capital and are no names."""
    return _names()["common"]


def body_words() -> frozenset[str]:
    """Words, in lower case, that show a name to be no person's."""
    return _names()["bodies"]
