"""Who is heard in the clause of a quotation, and where a link of its sentence stands to the cue and to the subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.clauses import Clauses
from quotations.reading.pairing.coordinated import coordinated
from quotations.reading.pairing.joins import Clause
from quotations.reading.pairing.near import is_source_noun, source_near
from quotations.reading.pairing.outlets import stands_for
from quotations.reading.pairing.topic import OF, Topic
from quotations.reading.phrases import is_said
from quotations.reading.quotes import Speech
from quotations.reading.scene import Token

#: Before the place in which somebody speaks.
PLACES = frozenset("in on to at from via by told with per citing quoting during im auf dans à en nel".split())  # noqa: SIM905
#: A person has so many names at most.
_NAMES = 4
#: Social sites by their names, behind “on”; whatever stands between a cue and such a link.
_PLATFORMS = frozenset(
    """
    x twitter facebook instagram telegram tiktok bluesky mastodon threads linkedin youtube weibo substack medium reddit
    """.split()  # noqa: SIM905
)
_CLOSE, _FAR_OFF = 7, 14
#: Whoever does so may be linked where he did.
_IN_WRITING = frozenset(
    """
    writes wrote written reports reported tweeted tweets posted posts noted notes argued argues blogged
    schreibt schrieb berichtet berichtete écrit écrivait rapporte escribe escribió scrive scrisse escreve escreveu schrijft
    """.split()  # noqa: SIM905
)
#: Between who tells and whom he tells it.
_TO = frozenset("a al à au aux ao aos tegen gegenüber till dem".split())  # noqa: SIM905
#: Verbs with which somebody tells another something, by their last word.
_TELLING = frozenset(
    """
    sagte sagt sagten erklärte erklärt erzählte erzählt verriet bestätigte berichtete schilderte
    déclaré dit dit-il expliqué confié affirmé raconté indiqué confirmé assuré déclare explique raconte
    dijo dice declaró declara contó cuenta explicó explica aseguró afirmó confesó comentó señaló confirmó relató
    detto dichiarato raccontato spiegato confidato confermato affermato disse dichiarò raccontò spiegò
    afirmou contou declarou explicou revelou confirmou diz disseram
    zei zegt vertelde vertelt verklaarde säger sade berättar berättade
    """.split()  # noqa: SIM905
)


class Heard:
    """A quotation, a link of its sentence, and the voice of the quotation's clause."""

    def __init__(self, speech: Speech, clauses: Clauses, draft: Draft, anchor: Anchor, places: Sequence[int]) -> None:
        scene = speech.scenes[anchor.paragraph]
        self._lexicon = speech.lexicon
        self._tokens = scene.tokens
        self._scene = scene
        self._anchor = anchor
        self._first, self._last = coordinated(scene.tokens, places[0], places[-1])
        self._cue: tuple[int, int] | None = None
        self._subject: tuple[int, int] | None = None
        self._route = draft.route
        self._foreign = speech.foreign
        self._heard = _is_heard(draft, self._lexicon) or speech.foreign
        self._speaker = re.findall(r"[^\W_]+", draft.speaker.casefold()) if draft.speaker else []
        if draft.heard is not None and draft.heard[0] == anchor.paragraph:
            self._cue = draft.heard[1].cue
            if draft.heard[1].subject is not None:
                self._subject = (draft.heard[1].subject.first, draft.heard[1].subject.last)
        self._topic = Topic(self._lexicon, scene, anchor)
        self._share = clauses.share(anchor.paragraph, scene, min(anchor.first, len(scene.tokens) - 1), places)
        self._own_clause(clauses.of(anchor.paragraph, scene, scene.tokens[places[0]].sentence), places[0])

    def _own_clause(self, divided: tuple[dict[int, int], list[Clause]], place: int) -> None:
        """Take the cue of the quotation's own clause where another clause's was heard."""
        numbers, clauses = divided
        own = clauses[numbers[place]]
        self._heard = self._heard or own.voiced
        if self._cue is None:
            self._cue = own.cue
            return
        if len(clauses) == 1 or not own.voiced or numbers.get(self._cue[0]) == numbers[place]:
            return
        self._cue, self._subject, self._route = own.cue, None, None

    def _placed(self) -> bool:
        """“told [CNN]”, “said on [Fox]”: the link follows the cue and a preposition."""
        reach = _FAR_OFF if self._anchor.words in _PLATFORMS else _CLOSE
        if self._cue is None or not self._near(self._cue, reach) or self._anchor.first < self._cue[1]:
            return False
        at = self._anchor.first - 1
        while at > self._cue[0] and self._tokens[at].lower in self._lexicon.articles:
            at -= 1
        if any(t.lower in ("that", "who") for t in self._gap()):
            return False
        if self._telling() and (self._tokens[at].lower in _TO or self._tokens[self._anchor.first].lower in _TO):
            return True
        # “told [the Lamp]”, “reported [the Lamp]”: where it was.
        told = at == self._cue[1] - 1 and not self._presented()
        return at >= self._cue[0] and (self._tokens[at].lower in PLACES or told)

    def _presented(self) -> bool:
        """“said [Ada Fenn](…), a planner at the yard”: the link is over who speaks, and tells who that is."""
        if self._cue is None or self._foreign or not self._within(self._subject):
            return False
        if self._tokens[self._cue[1] - 1].lower in _IN_WRITING:
            return False
        named = self._tokens[self._anchor.first : self._anchor.last]
        if not 1 < len(named) <= _NAMES or not all(t.text[:1].isupper() for t in named):
            return False
        if named[0].lower in self._lexicon.articles or stands_for([t.lower for t in named], self._anchor.host):
            return False
        behind = self._tokens[self._anchor.last : self._anchor.last + 1]
        return any(t.text == "," for t in behind)

    def _telling(self) -> bool:
        """“sagte Lind [dem Kurier](…)”, “dijo Lind a [El Correo](…)”: a verb of telling, and nothing set off behind it."""
        if self._cue is None or any(t.text in (",", ";") or t.quoted >= 0 for t in self._gap()):
            return False
        return self._tokens[self._cue[1] - 1].lower in _TELLING

    def _of_source(self) -> bool:
        """The lawsuit of the anchor [Bo Lind](…): what speaks holds words, and the link is whose it is."""
        if self._subject is None:
            return False
        ahead = self._tokens[self._subject[0] : self._anchor.first]
        return any(is_source_noun(t, self._lexicon) for t in ahead) and any(t.lower in OF for t in ahead)

    def _meets(self, tokens: tuple[int, int]) -> bool:
        return self._anchor.first < tokens[1] and tokens[0] < self._anchor.last

    def _within(self, tokens: tuple[int, int] | None) -> bool:
        return tokens is not None and self._meets(tokens)

    def _near(self, tokens: tuple[int, int] | None, reach: int) -> bool:
        if tokens is None:
            return False
        gap = max(self._anchor.first - tokens[1], tokens[0] - self._anchor.last, 0)
        return gap <= reach and not any(t.quoted >= 0 for t in self._gap())

    def _gap(self) -> Sequence[Token]:
        """The tokens between cue and link."""
        if self._cue is None:
            return ()
        if self._anchor.first >= self._cue[1]:
            return self._tokens[self._cue[1] : self._anchor.first]
        return self._tokens[self._anchor.last : self._cue[0]]

    def _aside(self) -> bool:
        """“…, noting that “…””: what is noted stands in no link that another verb's clause has."""
        if (
            self._cue is None
            or self._cue[0] < self._anchor.last
            or not self._tokens[self._cue[0]].lower.endswith("ing")
        ):
            return False
        start, _ = self._scene.bounds(self._anchor.sentence)
        verbs = (is_said(t, self._lexicon) for t in self._tokens[start : self._anchor.first])
        return self._tokens[self._cue[0] - 1].text == "," and not any(verbs)

    def _after_cue(self) -> bool:
        """The link stands between the cue and the quotation, in what is said."""
        if self._cue is None or not self._cue[1] <= self._anchor.first < self._first:
            return False
        return any(t.lower in ("that", "the", "is", "was", "were", "are") for t in self._gap())

    def _describes_subject(self) -> bool:
        """Behind the speaker's name: “, founder of [a company]”."""
        if self._subject is None or self._anchor.first < self._subject[1]:
            return False
        at = self._anchor.first - 1
        while at > self._subject[1] and self._tokens[at].lower in self._lexicon.articles:
            at -= 1
        between = self._tokens[self._subject[1] : self._anchor.first]
        relative = any(t.lower in ("who", "whose", "whom", "qui", "dont", "quien") and t.quoted < 0 for t in between)
        ahead = (self._tokens[at], *self._tokens[self._anchor.first : self._anchor.first + 1])
        placed = any(t.lower in ("in", "on", "to", "via", "im", "dans", "en") for t in ahead)
        if not relative and placed and source_near(self._lexicon, self._scene, self._anchor):
            return False
        return any(t.text == "," for t in self._tokens[self._subject[1] : self._anchor.first])


def _is_heard(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether somebody else than the author is heard, and not only said to think or want something."""
    if draft.cue is None:
        return False
    first = draft.speaker is not None and not lexicon.first.isdisjoint(draft.speaker.casefold().split())
    return not first and not all(word in lexicon.thought for word in draft.cue.casefold().split())
