"""What joins clauses, by language, and a clause as pairing sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

#: What sets one clause against another, by language.
_CONTRAST = {
    "en": "while whereas although though but yet",
    "de": "während wohingegen aber doch jedoch sondern obwohl hingegen dagegen",
    "fr": "tandis mais quoique alors",
    "es": "mientras pero aunque sino",
    "it": "mentre ma però sebbene",
    "pt": "enquanto mas embora porém",
    "nl": "terwijl maar hoewel echter doch",
}
_AND = {
    "en": "and or nor",
    "de": "und oder",
    "fr": "et ou ni",
    "es": "y e o ni",
    "it": "e ed o né",
    "pt": "e ou nem",
    "nl": "en of noch",
}
_TIME = {
    "en": "after before when because since as until once if",
    "de": "nachdem bevor als weil wie",
    "fr": "après avant quand lorsque car parce comme",
    "es": "después antes cuando porque como",
    "it": "dopo prima quando perché come",
    "pt": "depois antes quando porque como",
    "nl": "nadat voordat toen omdat zoals",
}
_WHO = {
    "en": "who whom whose which",
    "de": "welcher welche",
    "fr": "qui dont",
    "es": "quien quienes",
    "it": "cui quale",
    "pt": "quem",
    "nl": "wie",
}
#: “as Lanyon put it”.
AS = frozenset(("as", "wie", "comme", "como", "come", "zoals"))

#: Who answers or goes on does so where the words before were said.
ANSWERS = frozenset(
    """
    replied answered responded continued replies answers continues
    ajouté ajoute poursuivi poursuit répondu répond antwortete ergänzte ergänzt erwiderte fuhr añadió añade agregó respondió
    continuó aggiunge aggiunto risposto risponde acrescentou respondeu continuou antwoordde vervolgde
    """.split()  # noqa: SIM905
)


class Join(StrEnum):
    """How a clause is joined to what stands before it."""

    HEAD = "head"
    CONTRAST = "contrast"
    AND = "and"
    TIME = "time"
    WHO = "who"
    ASIDE = "aside"  #: between brackets or dashes
    PARTICIPLE = "participle"
    BESIDE = "beside"  #: right after another's words
    AS = "as"  #: “…,” as Lanyon put it,


@dataclass(slots=True)
class Clause:
    """One clause, as tokens of its scene."""

    join: Join
    first: int
    last: int = 0
    cue: tuple[int, int] | None = None
    subject: int | None = None  #: where its subject begins
    who: str | None = None  #: the subject's last word; None for a pronoun
    voiced: bool = False  #: somebody speaks in it, by a verb or a subject of its own
    quotes: set[int] = field(default_factory=set)  #: the tokens of its quotations
    of: int | None = None  #: the quotation's token that an “as X put it” belongs to


@cache
def joins(language: str) -> dict[str, Join]:
    """Which words join clauses in *language*, one with a lexicon, and how."""
    return {
        **dict.fromkeys(_TIME[language].split(), Join.TIME),
        **dict.fromkeys(_AND[language].split(), Join.AND),
        **dict.fromkeys(_WHO[language].split(), Join.WHO),
        **dict.fromkeys(_CONTRAST[language].split(), Join.CONTRAST),
    }
