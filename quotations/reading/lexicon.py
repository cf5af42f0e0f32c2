"""The words by which each language tells who speaks: data files beside this module, loaded when first needed."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

#: Languages with a lexicon of their own.
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
#: Languages of which the words of speech are known and little else: speakers are found by their cues, none is guessed.
CUES_ONLY = ("pl", "cs", "sv", "ru")

_COMMON = {
    "en": "the and of to is that was for with he she said by from it not",
    "de": "der die und das ist nicht den von mit sie ein im zu auf sagte dem",
    "fr": "le la les et des est une du que dans pour qui au ne pas sur de il elle n qu ses son a été par ce",
    "es": "el la los y que de en una por con del se las es no para un su lo al como más",
    "it": "il la di che e un per non della sono con gli è nel del dei si ha le una",
    "pt": "o a os de que e do da em um uma não para com no na se as dos ao é",
    "nl": "de het een van en dat is niet op te voor met zijn die aan er",
}
#: Languages without a whole lexicon whose commonest words are partly spelt like those of languages that have one.
_NEIGHBOURS = {
    "sv": "och att det som är på av för med inte till han hon den ett jag var har men sade om så",
    "da": "og at det som er på af for med ikke til han hun den et jeg var har men sagde om så",
    "no": "og at det som er på av for med ikke til han hun den et jeg var har men sa om så",
    "pl": "i w nie na się że z do to jest jak od po ale przez o za jego był powiedział",
    "cs": "a v se na je že to s z do i o ve za ale jsou byl řekl které pro",
    "ru": "и в не на что с как это он но по из его для она был сказал",
    "uk": "і в не на що з як це він але по та його для вона був сказав",
    "bg": "и в не на че с как това той но по от за се каза",
    "hu": "a az és hogy nem egy is volt ez csak meg már de mondta azt",
    "ro": "și de în la a cu care nu pe este că din pentru o un spus sunt au",
    "fi": "ja on ei oli että se hän mutta kun niin ovat myös sanoi kuin joka",
    "tr": "ve bir bu da de için ile ne çok daha olarak dedi gibi ama kadar",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga kata ke",
}
_WORD = re.compile(r"[^\W\d_]+")
#: Of so many words at least this share is common, in every language that is known.
_FEWEST_WORDS = 8
_COMMON_SHARE = 0.05


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


def language_of(text: str, declared: str | None) -> str:
    """The declared language if it has a lexicon, else the one whose commonest words *text* uses most."""
    name = (declared or "").lower().replace("_", "-").split("-")[0]
    if name in LANGUAGES:
        return name
    counts = _words_of(text[:20_000])
    scores = {code: sum(counts[word] for word in _COMMON[code].split()) for code in LANGUAGES}
    near = [code for code in LANGUAGES if 2 * scores[code] >= max(scores.values())]
    if len(near) == 1:
        return near[0]
    # Short texts: how they tell who speaks weighs more than an article.
    return max(near, key=lambda code: scores[code] + 2 * sum(counts[word] for word in lexicon(code).said))


def cues_of(text: str, declared: str | None) -> Lexicon | None:
    """The words of speech of a language of which little else is known; None where it is another."""
    name = (declared or "").lower().replace("_", "-").split("-")[0]
    if name:
        return lexicon(name) if name in CUES_ONLY else None
    counts = _words_of(text[:20_000])
    common = {code: sum(counts[word] for word in words.split()) for code, words in _NEIGHBOURS.items()}
    best = max(common, key=lambda code: common[code])
    return lexicon(best) if best in CUES_ONLY and common[best] >= _COMMON_SHARE * counts.total() else None


@lru_cache(maxsize=2)
def _words_of(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def is_foreign(text: str, declared: str | None) -> bool:
    """Whether *text* is in a language that has no lexicon: declared so, or its words are commoner in one of those."""
    name = (declared or "").lower().replace("_", "-").split("-")[0]
    if name:
        return name not in LANGUAGES
    counts = _words_of(text[:20_000])
    most = max(sum(counts[word] for word in _COMMON[code].split()) for code in LANGUAGES)
    neighbour = max(sum(counts[word] for word in words.split()) for words in _NEIGHBOURS.values())
    return counts.total() >= _FEWEST_WORDS and (most < _COMMON_SHARE * counts.total() or most < neighbour)


@cache
def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names that mostly men and mostly women bear, in lower case."""
    data = tomllib.loads((files(__package__) / "lexicons" / "names.toml").read_text("utf-8"))
    return frozenset(data["men"].split()), frozenset(data["women"].split())


@cache
def common_words() -> frozenset[str]:
    """Words, in lower case, that begin a sentence with a capital and are no names."""
    data = tomllib.loads((files(__package__) / "lexicons" / "names.toml").read_text("utf-8"))
    return frozenset(data["common"].split())


@cache
def body_words() -> frozenset[str]:
    """Words, in lower case, that show a name to be no person's."""
    data = tomllib.loads((files(__package__) / "lexicons" / "names.toml").read_text("utf-8"))
    return frozenset(data["bodies"].split())
