"""What stands between two pieces in marks: the attribution of one sentence, or a clause that quotes anew."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.kinds import titled
from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import is_verb, leads_at
from quotations.reading.scene import Scene

_LONGEST_CUE = 45
_LONGEST_LEAD = 10
#: A cue without comma or dash before the second piece has so many tokens at most.
_SHORTEST_OTHER = 6
_FULL_COMMA = "，"
_FIRST_IDEOGRAPH = "\u2e80"
_DASHES = ("—", "–", "―", "-", "--")
#: What joins a clause of its own.
_JOINS = frozenset(("and", "but", "while", "und", "aber", "et", "mais", "y", "pero", "e", "ma", "mas", "en", "maar"))
#: What ties an object to its verb.
_TIES = frozenset(("to", "of", "as", "that"))
#: “…,” he said, and she answered, “…” is two voices; a bare "and" before the second piece likewise.
_ANEW = frozenset(("and", "but", "adding", "while", "und", "et", "y", "e", "en"))


class Interruption:
    """The tokens between two quotations of one paragraph, and the words of both."""

    def __init__(
        self,
        scene: Scene,
        first: int,
        last: int,
        before: str,
        behind: str,
        lexicon: Lexicon,
        *,
        foreign: bool = False,
    ) -> None:
        """*first* and *last*: which tokens of *scene* the two quotations are; *before* and *behind*: their words.

        *foreign*: the verbs of speech of the language are not known.
        """
        self._scene = scene
        self._first = first
        self._between = scene.tokens[first + 1 : last]
        self._same_sentence = scene.tokens[first].sentence == scene.tokens[last].sentence
        self._before = before
        self._behind = behind
        self._lower = behind[:1].islower()
        self._lexicon = lexicon
        self._foreign = foreign

    def is_one_sentence(self) -> bool:
        """Whether one sentence goes on behind its attribution."""
        between = self._between
        if not between or not self._is_clause():
            return False
        opens, closes = between[0].text in _DASHES, between[-1].text in _DASHES
        if opens and closes and len(between) > 2:
            return True
        if (
            self._before[-1:] == _FULL_COMMA
            and between[-1].text == _FULL_COMMA
            and self._behind[:1] >= _FIRST_IDEOGRAPH
        ):
            # “…，”王敏说，“…。”
            return len(between) <= _LONGEST_LEAD
        comma = between[-1].text == ","
        return (
            self._is_pointed(comma=comma, closes=closes)
            and not self._begins_anew(comma=comma)
            and self._is_a_pair(comma=comma, closes=closes)
            and self._is_told(comma=comma, closes=closes)
        )

    def _is_clause(self) -> bool:
        """Whether no more than one clause stands between, and none with a quotation of its own to lead to."""
        between = self._between
        if len(between) > _LONGEST_CUE or not self._same_sentence:
            return False
        if any(t.quoted >= 0 or t.text in (".", ";", ":") for t in between) or between[-1].text == "(":
            return False
        # “…,” and she said “…”: the next clause's own quotation.
        return between[0].lower not in _JOINS

    def _is_pointed(self, *, comma: bool, closes: bool) -> bool:
        """Whether the marks at the seams let a sentence go on."""
        goes_on = self._goes_on()
        asks = self._before[-1:] in "?!…"
        return (goes_on or (asks and self._lower)) and (comma or closes or self._lower)

    def _goes_on(self) -> bool:
        return self._before[-1:] in ",–—-" or self._between[0].text == ","

    def _begins_anew(self, *, comma: bool) -> bool:
        """Whether the second piece is a sentence or a title of its own."""
        between, lexicon = self._between, self._lexicon
        anew = united(lexicon.pronouns, lexicon.nobody, lexicon.articles, lexicon.openers)
        if not self._goes_on() and not comma and between[0].is_name and between[0].lower in anew:
            # “Why?” One could say “…”.
            return True
        # she wrote in her memoir, “Tough Choices.”
        work = comma and len(between) > 1 and between[-2].lower in lexicon.works
        return work and titled(_names(self._behind.split()))

    def _is_a_pair(self, *, comma: bool, closes: bool) -> bool:
        """Whether a first piece in the middle of its sentence may be the beginning of one quotation."""
        if self._opens():
            return True
        if not self._lower or titled(_names(self._before.split())):
            return False
        # A called it “…,” the report called it “…”: two phrases of two.
        return comma or closes

    def _opens(self) -> bool:
        """Whether the first piece begins its sentence, or follows a comma or colon as after a cue."""
        start, _ = self._scene.sentence(self._first)
        before = self._scene.tokens[self._first - 1]
        return self._first == start or before.text in ",:–—" or before.quoted >= 0

    def _is_told(self, *, comma: bool, closes: bool) -> bool:
        """Whether one verb of speech stands between, and nothing that leads to other words."""
        between, lexicon = self._between, self._lexicon
        verbs = [at for at in range(len(between)) if is_verb(between, at, lexicon)]
        if not verbs:
            verbs = [at for at, token in enumerate(between[:3]) if token.lower in lexicon.behind]
        if self._foreign and not verbs:
            # ”…”, sade Anna Holm, ”…”: the commas and the small letter say it.
            named = any(t.is_name for t in between)
            return self._lower and comma and self._opens() and named and len(between) <= _LONGEST_LEAD
        if not verbs and between[0].text == "," and comma and len(between) <= _LONGEST_LEAD:
            # "…", so Keller, "…"
            return any(leads_at(between, 1, lexicon))
        if len(verbs) != 1:
            return len(verbs) == 2 and self._lower and comma and "," in (self._before[-1:], between[0].text)
        if verbs[0] == 0 and between[0].lower.endswith("ing") and not self._opens():
            # called it “…,” stating, “…”: what was said besides.
            return False
        if any(t.lower in _ANEW for t in between[verbs[0] + 1 :][-1:]):
            return False
        if comma or closes:
            return True
        # "…," X voiced a wish to "…": another phrase of the narrator's.
        small = united(lexicon.stops, lexicon.articles, _TIES)
        return len(between) <= _SHORTEST_OTHER and between[-1].lower not in small


def _names(words: Sequence[str]) -> list[str]:
    return [bare for word in words if (bare := word.strip(".,;:!?'’\"”“…()")) and bare[0].isalpha()] or ["a"]
