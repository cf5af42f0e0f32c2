"""What a speaker told the reporter: words that no link can answer for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.reading.document import Document
from quotations.reading.drafts import Draft
from quotations.reading.pairing.outlets import squeezed
from quotations.reading.quotes import Speech
from quotations.reading.scene import Token

_TELLING = frozenset(("told", "tells", "with", "to", "assured"))
_TO_US = frozenset(("me", "us", "mir", "uns", "nous", "nos", "noi", "ons"))
#: How it was told, by the first word.
_BY_MAIL: dict[str, list[tuple[str, ...]]] = {}
for _how in (
    "by email", "by e-mail", "over email", "over e-mail", "via email", "via e-mail", "by phone", "by telephone",
    "over the phone", "a phone interview", "a telephone interview", "a recent phone interview", "in an email",
    "in an e-mail", "an exclusive interview", "personal communication", "private communication",
    "personal correspondence", "personal email",
):  # fmt: skip
    _BY_MAIL.setdefault(_how.split()[0], []).append(tuple(_how.split()))
_BEFORE_NAME = frozenset(
    (
        "told",
        "tells",
        "to",
        "with",
        "from",
        "by",
        "informed",
        "assured",
        "sagte",
        "dit",
        "dijo",
        "a",
        "à",
        "au",
        "al",
        "gegenüber",
        "tegen",
    )
)


class Told:
    """Which quotations were said to the article's own reporter, and by whom."""

    def __init__(self, document: Document, speech: Speech) -> None:
        self._speech = speech
        self._site = _site(document)
        self._barred: set[int] = set()
        self._known: dict[tuple[int, int], bool] = {}  #: by paragraph and sentence
        self.speakers: dict[str, int] = {}  #: speaker → the first draft so told
        for number, draft in enumerate(speech.drafts):
            if draft.number >= 0 and self._told(draft):
                self._barred.add(number)
                if draft.speaker:
                    self.speakers.setdefault(key_of(draft.speaker), number)

    def bars(self, number: int) -> bool:
        """Whether the draft's own sentence says so."""
        return number in self._barred

    def spare(self, number: int) -> None:
        """The draft's sentence links what was told."""
        self._barred.discard(number)

    def _told(self, draft: Draft) -> bool:
        at, number = draft.places[0]
        scene = self._speech.scenes[at]
        key = (at, scene.tokens[scene.place(number)].sentence)
        if key not in self._known:
            start, end = scene.bounds(key[1])
            self._known[key] = self._tells_us(scene.tokens[start:end])
        return self._known[key]

    def _tells_us(self, tokens: Sequence[Token]) -> bool:
        """Whether the sentence says that somebody spoke to its writer."""
        words = tuple(token.lower for token in tokens)
        for place, word in enumerate(words):
            if word in _TO_US and place and words[place - 1] in _TELLING:
                return True
            if word in _BEFORE_NAME and self._own_name(tokens, place + 1):
                return True
            if any(words[place : place + len(how)] == how for how in _BY_MAIL.get(word, ())):
                return True
        return False

    def _own_name(self, tokens: Sequence[Token], at: int) -> bool:
        name = ""
        for token in tokens[at : at + 4]:
            if token.quoted >= 0 or not token.is_word:
                break
            name += squeezed(token.lower)
            if name and name in self._site:
                return True
        return False


def key_of(speaker: str) -> str:
    """What two forms of one speaker's name share: the last word, or the whole of a description."""
    words = [w for w in re.findall(r"[^\W_]+", speaker.casefold()) if w not in ("the", "jr", "sr", "ii", "iii")]
    return words[-1] if words else speaker.casefold()


def _site(document: Document) -> frozenset[str]:
    """The site's own names, squeezed: "The List", thelist.com."""
    names: set[str] = set()
    if document.publisher:
        name = squeezed(document.publisher)
        names.update((name, name.removeprefix("the")))
    for url in (document.url, document.base_url):
        found = re.match(r"https?://(?:www\.|m\.|edition\.)?([^/:]+)", url or "")
        if found:
            labels = found[1].split(".")
            names.update((squeezed(labels[0]), squeezed("".join(labels[-2:-1]))))
    return frozenset(name for name in names if len(name) > 2)
