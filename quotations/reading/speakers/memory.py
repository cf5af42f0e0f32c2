"""Who was named and who spoke so far in an article, for the pronouns that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotations.reading.scene import Token
from quotations.reading.speakers.names import Name
from quotations.reading.speakers.people import People

#: How many names back a pronoun may point.
_MEMORY = 40
#: What stands before the name of who made a picture, of whom nothing is told: “Photo: Lars Feld”, “Foto von …”.
_PICTURES = frozenset(
    """photo photos photograph photographs picture pictures image images illustration graphic credit foto fotos bild
    crédit crédits fotografía fotografia imagen immagine""".split()  # noqa: SIM905
)
_MADE_BY = frozenset((":", "/", "by", "von", "par", "por", "di", "door"))


@dataclass(slots=True)
class Memory:
    """Who was named and who spoke so far, newest last."""

    people: People
    named: list[tuple[str, bool]] = field(default_factory=list)  #: (full name, whether it headed its sentence)
    spoke: list[str] = field(default_factory=list)
    before: str | None = None  #: who heads the last sentence of the paragraph before, where nobody speaks in it
    heads: list[str] = field(default_factory=list)  #: lone words with a capital that acted as a person does

    def heard(self, speaker: str | None) -> None:
        """Remember who spoke, unless nobody knows whom a pronoun means."""
        if speaker and speaker.lower() not in self.people.lexicon.pronouns:
            self.spoke.append(speaker)

    def saw(self, names: Sequence[Name], tokens: Sequence[Token]) -> None:
        """Remember who was named, sentence by sentence."""
        seen: int | None = None
        for name in names:
            sentence = tokens[name.first].sentence
            full = self.people.full(name)
            if self.people.may_be_person(full) and not _made_a_picture(tokens, name.first):
                self.named.append((full, sentence != seen))
                seen = sentence
        del self.named[:-_MEMORY]

    def acted(self, full: str) -> None:
        """Remember a lone name that headed its sentence before a verb."""
        self.heads.append(full)
        del self.heads[:-_MEMORY]


def _made_a_picture(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name there only credits a picture."""
    return at >= 2 and tokens[at - 1].lower in _MADE_BY and tokens[at - 2].lower in _PICTURES
