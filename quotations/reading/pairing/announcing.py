"""Links that announce speech: one beside a speech, an interview or a letter speaks for whom its sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotations.reading.lexicon import united
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.clauses import Clauses
from quotations.reading.pairing.near import introduces, says_in
from quotations.reading.pairing.told import key_of
from quotations.reading.pairing.topic import Topic
from quotations.reading.phrases import is_verb
from quotations.reading.quotes import Speech
from quotations.reading.speakers.own_voices import own_voice
from quotations.values import plain_value

#: The score that a quotation takes from an announcement.
ANNOUNCED = 0.74
SPOKEN = frozenset(
    (
        *(
            "speech",
            "interview",
            "remarks",
            "address",
            "testimony",
            "conference",
            "debate",
            "hearing",
            "rally",
            "podcast",
            "talk",
        ),
        *(
            "video",
            "appearance",
            "statement",
            "letter",
            "post",
            "blog",
            "tweet",
            "thread",
            "memo",
            "essay",
            "op-ed",
            "column",
            "article",
        ),
        *(
            "announcement",
            "message",
            "email",
            "keynote",
            "sermon",
            "briefing",
            "commentary",
            "report",
            "book",
            "paper",
        ),
        *(
            "messages",
            "emails",
            "e-mails",
            "texts",
            "tweets",
            "dms",
            "transcript",
            "recording",
            "conversation",
            "exchange",
            "deposition",
            "argument",
            "arguments",
        ),
    )
)
#: What nobody says aloud in.
_WRITTEN = frozenset(("paper", "study", "book", "essay", "article", "op-ed", "memoir", "research"))
#: Of whom was named before.
_POSSESSIVE = frozenset("his her sein seine seinem ihr ihre ihrem son sa ses su sus suo sua seu zijn haar".split())  # noqa: SIM905
#: Somebody does so with others, or of something, in what is linked.
_SPOKE = frozenset("spoke speaks spoken speaking talked talks talking opened".split())  # noqa: SIM905
_WITH = frozenset("about with to of on up at".split())  # noqa: SIM905
_BY = frozenset("by von par por".split())  # noqa: SIM905
_THAT = frozenset("that dass que che dat".split())  # noqa: SIM905
_WHILE = frozenset("while whereas although because alors während wohingegen mientras mentre enquanto terwijl".split())  # noqa: SIM905
#: A link over a relative clause speaks for whom the sentence around it names.
_RELATIVE = frozenset("which that qui que die der das che dat".split())  # noqa: SIM905


@plain_value
class Announced:
    """A link and one for whom it speaks."""

    speaker: str  #: as `key_of` gives it
    citation: str
    anchor: int  #: index among the anchors
    paragraph: int
    written: bool  #: something that is written and not spoken


class Announcer:
    """Reads a document's links once, in order."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor], clauses: Clauses) -> None:
        self._speech = speech
        self._anchors = anchors
        self._clauses = clauses
        self.read = 0  #: how many anchors have been read
        self.occasions: list[int] = []  #: those of them beside something spoken, as indices

    def before(self, start: int) -> Iterator[Announced]:
        """What the links not yet read announce that stand before *start* in the document."""
        while self.read < len(self._anchors) and self._anchors[self.read].span.start < start:
            index, anchor = self.read, self._anchors[self.read]
            self.read += 1
            scene = self._speech.scenes[anchor.paragraph]
            if anchor.note or anchor.inside is not None or introduces(anchor) or not anchor.body or not scene.tokens:
                continue
            topic = Topic(self._speech.lexicon, scene, anchor)
            if topic.judged(anchor.first) or topic.answered() or topic.reviews():
                continue
            first, last = scene.bounds(anchor.sentence)
            near = scene.tokens[max(first, anchor.first - 6) : min(last, anchor.last + 4)]
            spoken = any(t.lower in SPOKEN for t in near if t.quoted < 0)
            written = any(t.lower in _WRITTEN for t in near if t.quoted < 0)
            if anchor.first == anchor.last or scene.tokens[anchor.first].lower not in _RELATIVE:
                first, last = self._clauses.around(anchor.paragraph, scene, anchor.sentence, anchor.first)
            if spoken and not written:
                self.occasions.append(index)
            author = self._author(anchor)
            if author is not None:
                yield Announced(author, anchor.citation, index, anchor.paragraph, written=True)
            if spoken or self._tells(anchor, first):
                keys = self._named(anchor, first, last, spoken)
                owner = self._owner(anchor, first) if spoken else None
                for key in [*keys, owner] if owner is not None and owner not in keys else keys:
                    yield Announced(key, anchor.citation, index, anchor.paragraph, written)

    def _author(self, anchor: Anchor) -> str | None:
        """“[The Laws of the Sea](…) by Ada Fenn”: whose words the article goes on to give."""
        tokens = self._speech.scenes[anchor.paragraph].tokens
        named = anchor.last > anchor.first and tokens[anchor.first].text[:1].isupper()
        if not named or not any(t.lower in _BY for t in tokens[anchor.last : anchor.last + 1]):
            return None
        names = self._speech.voices.names(anchor.paragraph)
        return next((key_of(full) for first, full in names if first == anchor.last + 1 and " " in full), None)

    def _owner(self, anchor: Anchor, start: int) -> str | None:
        """“Ada Fenn is unhappy. In [her latest column](…)”: who was named last before it."""
        scene = self._speech.scenes[anchor.paragraph]
        words = {t.lower for t in scene.tokens[max(start, anchor.first - 1) : anchor.first + 1]}
        voice = own_voice(scene.tokens, anchor.last, scene.bounds(anchor.sentence)[1], self._speech.lexicon)
        if words.isdisjoint(_POSSESSIVE) or voice is None or voice.cue is None:
            return None
        named = [full for first, full in self._speech.voices.names(anchor.paragraph) if first < anchor.first]
        return key_of(named[-1]) if named else None

    def _tells(self, anchor: Anchor, start: int) -> bool:
        """“told [the paper]”, “[wrote]”: somebody speaks in the link."""
        scene = self._speech.scenes[anchor.paragraph]
        if says_in(self._speech.lexicon, scene, anchor):
            return True
        inside = [t.lower for t in scene.tokens[anchor.first : anchor.last + 1]]
        if any(word in _SPOKE and behind in _WITH for word, behind in pairwise(inside)):
            return True
        before = [t.lower for t in scene.tokens[max(start, anchor.first - 4) : anchor.first]]
        return any(word in ("told", "tells", "according") for word in before)

    def _told_of(self, anchor: Anchor, end: int) -> int:
        """Where the sentence begins to tell what was said, or what else was so: whom it names there does not speak."""
        tokens = self._speech.scenes[anchor.paragraph].tokens
        for at in range(anchor.last, end):
            word = tokens[at].lower
            said = word in _THAT and at > 0 and is_verb(tokens, at - 1, self._speech.lexicon)
            if tokens[at].quoted < 0 and (said or word in _WHILE):
                return at
        return end

    def _named(self, anchor: Anchor, start: int, end: int, everybody: bool) -> list[str]:
        """Whom the sentence names; only its speaker unless *everybody*."""
        scene = self._speech.scenes[anchor.paragraph]
        voice = own_voice(scene.tokens, start, end, self._speech.lexicon)
        keys: list[str] = []
        if voice is not None and voice.subject is not None:
            words = [t.text for t in scene.tokens[voice.subject.first : voice.subject.last] if t.is_word]
            keys.extend([key_of(" ".join(words))] if words else [])
            # “The mayor of Weir, Ada Fenn, announced”.
            behind = voice.subject.last + 1
            if any(t.text == "," for t in scene.tokens[voice.subject.last : behind]):
                keys.extend(
                    key_of(full) for first, full in self._speech.voices.names(anchor.paragraph) if first == behind
                )
        if everybody or not keys:
            last = self._told_of(anchor, end)
            keys.extend(
                key_of(full) for first, full in self._speech.voices.names(anchor.paragraph) if start <= first < last
            )
        lexicon = self._speech.lexicon
        # A word that is spoken of says nothing.
        nobody = united(lexicon.pronouns, lexicon.mentions)
        if not self._tells(anchor, start):
            nobody = united(nobody, lexicon.first)
        return [key for key in keys if key not in nobody]
