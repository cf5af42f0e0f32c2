"""Which language an article is in: the one that it declares, unless its words are plainly another's."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from quotations.reading.lexicon import CUES_ONLY, LANGUAGES, Lexicon, lexicon

_COMMON = {
    "en": "the and of to is that was for with he she said by from it not a in i who will we you they have",
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
_COMMONEST = {code: words.split() for code, words in (_COMMON | _NEIGHBOURS).items()}
_WORD = re.compile(r"[^\W\d_]+")
#: Of so many words at least this share is common, in every language that is known.
_FEWEST_WORDS = 8
_COMMON_SHARE = 0.05
#: The two ways in which Norwegian is written.
_WRITTEN = {"nb": "no", "nn": "no"}
#: In texts of fewer words than this the commonest ones are few.
_SHORT = 80
#: A declaration that a glimpse of a text does not bear out is doubted by so many code points, of so many words at least.
_GLIMPSE = 600
_SAMPLE = 12_000
_FEWEST_SAMPLED = 24
#: A text of the declared language has more of its commonest words than this; one of another language has that share of
#: its own, and so many times the declared one's.
_FOREIGN_SHARE = 0.05
#: A glimpse of it has so many different ones.
_DIFFERENT = 4
_PLAIN_SHARE = 0.12
_PLAINLY = 4


def language_of(text: str, declared: str | None) -> str:
    """The declared language if it has a lexicon, else the one whose commonest words *text* uses most."""
    name = _believed(text, declared)
    if name in LANGUAGES:
        return name
    counts = _words_of(text[:20_000])
    scores = {code: _common(counts, code) for code in LANGUAGES}
    near = [code for code in LANGUAGES if 2 * scores[code] >= max(scores.values())]
    if len(near) == 1:
        return near[0]
    # Short texts: how they tell who speaks weighs more than an article.
    return max(near, key=lambda code: scores[code] + 2 * _speech(counts, code))


def cues_of(text: str, declared: str | None) -> Lexicon | None:
    """The words of speech of a language of which little else is known; None where it is another."""
    name = _believed(text, declared)
    if name:
        return lexicon(name) if name in CUES_ONLY else None
    counts = _words_of(text[:20_000])
    common = {code: _common(counts, code) for code in _NEIGHBOURS}
    best = max(common, key=lambda code: common[code])
    return lexicon(best) if best in CUES_ONLY and common[best] >= _COMMON_SHARE * counts.total() else None


@lru_cache(maxsize=2)
def _believed(text: str, declared: str | None) -> str:
    """The declared language's code, empty where none is declared; another's where a sample's words are plainly its own.

    Sites declare the language of their software, and pages of another language stand on them.
    """
    name = (declared or "").lower().replace("_", "-").split("-")[0]
    name = _WRITTEN.get(name, name)
    if name not in _COMMON and name not in _NEIGHBOURS:
        return name
    glimpse = _middle(text, _GLIMPSE)
    # One word says little: a French text has "a" as often as an English one.
    if _share(glimpse, name) >= _FOREIGN_SHARE and _common(Counter(set(glimpse)), name) >= _DIFFERENT:
        return name
    counts = _middle(text, _SAMPLE)
    own = _share(counts, name)
    if counts.total() < _FEWEST_SAMPLED:
        return name
    share, other = max((_share(counts, code), code) for code in (*_COMMON, *_NEIGHBOURS))
    return other if share >= _PLAIN_SHARE and share >= _PLAINLY * own else name


def _middle(text: str, size: int) -> Counter[str]:
    """The words of *size* code points in the middle of *text*."""
    first = max(0, len(text) // 2 - size // 2)
    return Counter(_WORD.findall(text[first : first + size].lower()))


def _common(counts: Counter[str], code: str) -> int:
    """How many of the words are among the commonest of the language *code*."""
    return sum(counts.get(word, 0) for word in _COMMONEST[code])


def _share(counts: Counter[str], code: str) -> float:
    """The same as a share of all words, 0 to 1."""
    return _common(counts, code) / max(1, counts.total())


def _weight(counts: Counter[str], code: str) -> int:
    """How many of the words are among the commonest of the language *code*; in short texts how it tells who speaks, too."""
    short = counts.total() < _SHORT and code in LANGUAGES + CUES_ONLY
    return _common(counts, code) + (2 * _speech(counts, code) if short else 0)


def _speech(counts: Counter[str], code: str) -> int:
    """How many of the words report speech in the language *code*."""
    return sum(map(counts.__getitem__, counts.keys() & lexicon(code).said))


@lru_cache(maxsize=2)
def _words_of(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def is_foreign(text: str, declared: str | None) -> bool:
    """Whether *text* is in a language that has no lexicon: declared so, or its words are commoner in one of those."""
    name = _believed(text, declared)
    if name:
        return name not in LANGUAGES
    counts = _words_of(text[:20_000])
    most = max(_weight(counts, code) for code in LANGUAGES)
    neighbour = max(_weight(counts, code) for code in _NEIGHBOURS)
    return counts.total() >= _FEWEST_WORDS and (most < _COMMON_SHARE * counts.total() or most < neighbour)
