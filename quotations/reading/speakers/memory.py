"""Who was named and who spoke so far in an article, for the pronouns that follow."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.heads import head_of
from quotations.reading.speakers.names import Name
from quotations.reading.speakers.people import People

#: How many names back a pronoun may point.
_MEMORY = 40
#: Fewer tokens are no sentence that somebody heads.
_SENTENCE = 3
#: What stands before the name of who made a picture, of whom nothing is told: “Photo: Lars Feld”, “Foto von …”.
_PICTURES = frozenset(
    """photo photos photograph photographs picture pictures image images illustration graphic credit foto fotos bild
    crédit crédits fotografía fotografia imagen immagine""".split()  # noqa: SIM905
)
_MADE_BY = frozenset((":", "/", "by", "von", "par", "por", "di", "door"))


class Memory:
    """Who was named and who spoke so far, newest last.

    Paragraphs are kept as they come, and read for names only once a pronoun asks for one.
    """

    def __init__(self, people: People) -> None:
        self.people = people
        self.spoke: list[str] = []
        self._named: list[tuple[str, bool]] = []
        self._heads: list[str] = []
        self._before: str | None = None
        self._unread: list[tuple[Scene, Sequence[Name]]] = []

    @property
    def named(self) -> Sequence[tuple[str, bool]]:
        """Who was named: full name, and whether it was the first of its sentence."""
        self._read()
        return self._named

    @property
    def heads(self) -> Sequence[str]:
        """Lone words with a capital that acted as a person does."""
        self._read()
        return self._heads

    @property
    def before(self) -> str | None:
        """Who heads the last sentence of the paragraph before, where nobody speaks in it."""
        self._read()
        return self._before

    def heard(self, speaker: str | None) -> None:
        """Remember who spoke, unless nobody knows whom a pronoun means."""
        if speaker and speaker.lower() not in self.people.lexicon.pronouns:
            self.spoke.append(speaker)

    def saw(self, scene: Scene, names: Sequence[Name]) -> None:
        """Remember who was named in a paragraph, and who acted in it under a lone name."""
        self._unread.append((scene, names))

    def _read(self) -> None:
        for scene, names in self._unread:
            self._read_names(names, scene.tokens)
            if scene.tokens:
                self._read_heads(names, scene)
        self._unread.clear()
        del self._named[:-_MEMORY]
        del self._heads[:-_MEMORY]

    def _read_names(self, names: Sequence[Name], tokens: Sequence[Token]) -> None:
        seen: int | None = None
        for name in names:
            sentence = tokens[name.first].sentence
            full = self.people.full(name)
            if self.people.may_be_person(full) and not _made_a_picture(tokens, name.first):
                self._named.append((full, sentence != seen))
                seen = sentence

    def _read_heads(self, names: Sequence[Name], scene: Scene) -> None:
        tokens = scene.tokens
        by_first = {name.first: name for name in names}
        last = None
        for sentence in scene.sentences():
            first, end = scene.bounds(sentence)
            last = head_of(tokens, first, end, by_first, self.people) if end - first >= _SENTENCE else None
            if last is not None and " " not in last:
                self._heads.append(last)
        told = last is not None and not any(token.quoted >= 0 for token in tokens)
        self._before = last if told else None


def _made_a_picture(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name there only credits a picture."""
    return at >= 2 and tokens[at - 1].lower in _MADE_BY and tokens[at - 2].lower in _PICTURES
