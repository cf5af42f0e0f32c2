"""What stands around a link and a quotation of one sentence: another speaker, where it was, what the link's page does."""

from __future__ import annotations

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
