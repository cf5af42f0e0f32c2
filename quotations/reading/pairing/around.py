"""What stands around a link and a quotation of one sentence: another speaker, where and when it was, what the link's page does."""

from __future__ import annotations

from itertools import pairwise

from quotations.reading.formats.dates import MONTHS
from quotations.reading.pairing.anchors import Leads
from quotations.reading.pairing.heard import Heard
from quotations.reading.pairing.near import introduces
from quotations.reading.phrases import is_verb

#: Behind the words no more tokens stand before the name of a post's author.
_BYLINE = 9
#: Between a speaker and a link that is not his own.
_BETWEEN = frozenset(("of", "to", "about", "who", "that", "for", "with", "at", "from"))
#: What a document does with the words that it holds, and how many tokens stand between.
_HOLDING = frozenset(
    """
    requires demands states says reads bans prohibits promises defines lists calls warns forbids guarantees urges
    concludes concluded stated said required found finds
    """.split()  # noqa: SIM905
)
#: So many tokens stand between a page and the words that it requires.
_RELATED = 6
#: Before when or where something was said, at a sentence's head.
_WHERE = frozenset(
    "in on at during before after for with bei im am pendant lors dans en durante nel alla na no tijdens op".split()  # noqa: SIM905
)
#: Who says something again, and elsewhere.
_WHO, _ALSO = frozenset(("who", "which")), frozenset(("also", "later", "previously", "has", "had"))
#: When somebody spoke, and what stands beside such words; so many tokens behind the cue.
_TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday week month year morning night evening afternoon weekend
    spring summer autumn fall winter
    """.split()  # noqa: SIM905
)
_TIMED = frozenset("on in at last this earlier late early the that back later a same".split())  # noqa: SIM905
_SPOKEN_THEN = 4


class Around(Heard):
    """Asks of a sentence what stands around its link."""

    def _posted(self) -> bool:
        """“…,” wrote the lawyer and columnist [Ada Krol](…/status/1): the post of whoever speaks."""
        between = self._tokens[self._last + 1 : self._anchor.first]
        if self._anchor.leads is not Leads.STATUS or not 0 < len(between) <= _BYLINE:
            return False
        if any(t.quoted >= 0 for t in between):
            return False
        voiced = is_verb(self._tokens, self._last + 1, self._lexicon) or is_verb(
            self._tokens, self._anchor.first - 1, self._lexicon
        )
        return voiced and not any(t.lower in _BETWEEN for t in between)

    def _demands(self) -> bool:
        """“to sign [the Covenant](…), which requires “…””: a page is said to hold the words."""
        between = self._tokens[self._anchor.last : self._first]
        if not 2 < len(between) <= _RELATED or introduces(self._anchor) or any(t.quoted >= 0 for t in between):
            return False
        led = between[0].text == "," and between[1].lower == "which"
        return led and any(t.lower in _HOLDING or t.lower in self._lexicon.called for t in between[2:4])

    def _outspoken(self) -> bool:
        """“a point that he [confirmed in an interview](…) — Quay suggested [a report](…) that …”: another speaks between."""
        between = range(self._anchor.last, self._first)
        dash = next((at for at in reversed(between) if self._tokens[at].text in ("—", "–", ";")), None)
        if dash is None or any(self._tokens[at].quoted >= 0 for at in between):
            return False
        named = (at for at in range(dash + 2, self._first) if self._tokens[at - 1].is_name)
        return any(is_verb(self._tokens, at, self._lexicon) for at in named)

    def _fronted(self) -> bool:
        """“During [the launch](…) Krol spoke of …”: when or where it was, and not who speaks."""
        start, _ = self._scene.bounds(self._anchor.sentence)
        ahead = self._tokens[start : self._anchor.first]
        subject = self._subject is not None and self._subject[1] > self._anchor.last
        return subject and bool(ahead) and ahead[0].lower in _WHERE

    def _does(self) -> bool:
        """Whether the link is over what the sentence's subject did: it begins with a verb of the past."""
        first = self._tokens[self._anchor.first]
        at = self._anchor.first - 1
        subject = at >= 0 and (self._tokens[at].is_name or self._tokens[at].lower in self._lexicon.pronouns)
        return subject and (first.lower.endswith("ed") or first.lower in self._lexicon.auxiliaries)

    def _when(self) -> bool:
        """“…,” Fenn said [last week](…): the link is over when somebody spoke, right behind the cue."""
        tokens, anchor = self._tokens, self._anchor
        inside = [t.lower for t in tokens[anchor.first : anchor.last] if t.is_word]
        if self._cue is None or not inside or not any(word in _TIMES or word in MONTHS for word in inside):
            return False
        if not all(word in _TIMES or word in MONTHS or word in _TIMED or word.isdigit() for word in inside):
            return False
        if anchor.first == self._last + 1:
            return True
        return self._near(self._cue, _SPOKEN_THEN) and not any(t.text == "," for t in self._gap())

    def _said_again(self) -> bool:
        """““…,” [said](…) Krol, who also says that she is “…””: said there, and again somewhere else."""
        if self._cue is None or self._cue[0] < self._anchor.last:
            return False
        between = [t.lower for t in self._tokens[self._anchor.last : self._cue[0]] if t.quoted < 0]
        return any(word in _WHO and again in _ALSO for word, again in pairwise(between))
