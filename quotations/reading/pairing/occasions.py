"""Whether words were said on another occasion than the one that a link leads to: another day, a speech of its own."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.formats.dates import MONTHS
from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.announcing import SPOKEN
from quotations.reading.pairing.outlets import stands_for
from quotations.reading.quotes import Speech
from quotations.reading.scene import Scene, Token

_OTHER_TIME = frozenset(("separate", "another", "earlier", "previous", "previously", "later"))
#: Where people speak, besides what holds their words.
EVENTS = frozenset(
    """
    ceremony event meeting gathering visit session panel summit trial tour forum webinar dinner reception call livestream
    broadcast stream presser town-hall moment
    """.split()  # noqa: SIM905
)
#: One occasion by its several names.
_ALIKE = (
    frozenset(("messages", "exchange", "conversation", "chat", "texts", "dms", "emails", "thread")),
    frozenset(("interview", "conversation", "podcast", "episode", "show", "appearance", "segment")),
    frozenset(("statement", "release", "announcement", "announced")),
    frozenset(("speech", "address", "remarks", "keynote", "talk")),
    frozenset(("post", "tweet", "thread", "blog", "essay", "column", "op-ed")),
)
_A = frozenset(("a", "an"))
#: Before an occasion that is told of for the first time.
_THERE = frozenset(("in", "at", "during", "on", "via", "through", "of", "after"))
_REACHED = frozenset(("reached", "contacted", "approached", "joint", "jointe"))
_WITH = frozenset(("with", "on", "to", "for", "by"))
_AHEAD, _NAME = 4, 5
_TELLING = frozenset(("told", "tells", "with"))


class Occasions:
    """Asks of a document's sentences when and where somebody spoke, each sentence once."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor]) -> None:
        self._speech = speech
        self._linked = {(a.paragraph, a.sentence) for a in anchors if not a.note}
        self._apart: dict[tuple[int, int], bool] = {}
        self._days: dict[tuple[int, int], frozenset[str]] = {}

    def differ(self, place: tuple[int, int], anchor: Anchor) -> bool:
        """Whether the sentence at *place* (paragraph, sentence) is of another occasion than that of *anchor*'s link."""
        scene = self._speech.scenes[place[0]]
        if place not in self._apart:
            start, end = scene.bounds(place[1])
            self._apart[place] = _says_another(scene.tokens[start:end], self._speech.lexicon)
        if self._apart[place] or self._on_its_own(place, anchor) or self._elsewhere(place, anchor):
            return True
        here, there = self._named_days(place), self._named_days((anchor.paragraph, anchor.sentence))
        return bool(here) and bool(there) and not here & there

    def opened(self, first: tuple[int, int], last: tuple[int, int], key: str, anchor: Anchor) -> bool:
        """Whether a sentence behind *first* and before *last* tells of another occasion of the speaker *key*."""
        for paragraph in range(first[0], last[0] + 1):
            scene = self._speech.scenes[paragraph]
            for sentence in scene.sentences():
                place = (paragraph, sentence)
                if first < place < last and self._on_its_own(place, anchor):
                    start, end = scene.bounds(sentence)
                    if any(t.lower == key for t in scene.tokens[start:end]):
                        return True
        return False

    def _on_its_own(self, place: tuple[int, int], anchor: Anchor) -> bool:
        """“in a statement on Monday”, “during an interview with the Lamp”: not linked, and not what the link leads to."""
        if place in self._linked:
            return False
        scene = self._speech.scenes[place[0]]
        start, end = scene.bounds(place[1])
        tokens = scene.tokens[start:end]
        if tokens and tokens[0].lower in _REACHED:
            # “Reached by telephone, Fenn laughed”.
            return True
        found = _occasion(tokens)
        if found is None or _with(tokens[found:], anchor.host):
            return False
        return not self._told_just_now(tokens[found - 1].lower, place, anchor)

    def _told_just_now(self, noun: str, place: tuple[int, int], anchor: Anchor) -> bool:
        """“[the Lamp published messages](…) of hers. “…,” she said in a conversation”: the same, told more closely."""
        if not 0 <= place[0] - anchor.paragraph <= 1:
            return False
        alike = next((group for group in _ALIKE if noun in group), frozenset())
        scene = self._speech.scenes[anchor.paragraph]
        start, end = scene.bounds(anchor.sentence)
        return any(t.lower in alike for t in scene.tokens[start:end] if t.quoted < 0)

    def _elsewhere(self, place: tuple[int, int], anchor: Anchor) -> bool:
        """“told the Courier”, where the link is the Lamp's: an outlet or a body that the link's sentence does not name."""
        scene, linked = self._speech.scenes[place[0]], self._speech.scenes[anchor.paragraph]
        start, end = scene.bounds(place[1])
        first, last = linked.bounds(anchor.sentence)
        there = {t.lower for t in linked.tokens[first:last]}
        tokens = scene.tokens[start:end]
        for at in range(len(tokens) - 2):
            if tokens[at].lower not in _TELLING or tokens[at + 1].lower != "the" or not tokens[at + 2].is_name:
                continue
            named = []
            for token in tokens[at + 2 : at + 2 + _NAME]:
                if not token.is_name:
                    break
                named.append(token.lower)
            return there.isdisjoint(named) and not stands_for(named, anchor.host)
        return False

    def _named_days(self, place: tuple[int, int]) -> frozenset[str]:
        if place not in self._days:
            self._days[place] = _days(self._speech.scenes[place[0]], place[1])
        return self._days[place]


def _says_another(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """“in a separate interview”, “has since said”."""
    words = [t.lower for t in tokens]
    return any(
        (word in _OTHER_TIME and any(w in SPOKEN for w in words[at + 1 : at + 4]))
        or (
            word == "since"
            and at > 0
            and words[at - 1] in ("has", "have", "had")
            and words[at + 1 : at + 2]
            and words[at + 1] in lexicon.said
        )
        for at, word in enumerate(words)
    )


def _occasion(tokens: Sequence[Token]) -> int | None:
    """Past the noun of an occasion that the sentence tells of for the first time; None where it tells of none."""
    for at, token in enumerate(tokens[1:], 1):
        if token.lower not in _A or tokens[at - 1].lower not in _THERE or token.quoted >= 0:
            continue
        for place in range(at + 1, min(at + 1 + _AHEAD, len(tokens))):
            if tokens[place].quoted >= 0 or not tokens[place].is_word:
                break
            if tokens[place].lower in SPOKEN or tokens[place].lower in EVENTS:
                return place + 1
    return None


def _with(tokens: Sequence[Token], host: str) -> bool:
    """Whether the occasion is one with the site at *host*: “in an interview with the Lamp”."""
    if not tokens or tokens[0].lower not in _WITH:
        return False
    named: list[str] = []
    for token in tokens[1 : 1 + _NAME]:
        if not token.is_name and token.lower != "the":
            break
        named.append(token.lower)
        if stands_for(named, host):
            return True
    return False


def _days(scene: Scene, sentence: int) -> frozenset[str]:
    """The days that a sentence names, as month and number, and as a day of the week."""
    start, end = scene.bounds(sentence)
    found: set[str] = set()
    tokens = scene.tokens[start:end]
    for at, token in enumerate(tokens):
        if token.quoted >= 0 or not token.is_word:
            continue
        month = MONTHS.get(token.lower.rstrip("."))
        if month is None:
            continue
        for other in (*tokens[at + 1 : at + 2], *tokens[max(0, at - 1) : at]):
            if other.text.isdigit() and len(other.text) <= 2:
                found.add(f"{month}-{int(other.text)}")
    return frozenset(found)
