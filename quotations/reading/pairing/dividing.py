"""Divides a sentence into the clauses that bear on quotations.

A clause begins where a semicolon, a conjunction, a relative or an aside leads to somebody's words with a subject of
their own; a sentence without quotations is one.
"""

from __future__ import annotations

from bisect import bisect_left

from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.heads import Heads, Heard
from quotations.reading.pairing.joins import AS, Clause, Join, joins
from quotations.reading.phrases import is_verb
from quotations.reading.scene import Scene
from quotations.reading.speakers.cues_before import before_cue
from quotations.reading.speakers.openings import sentence_subject

_BESIDE = 4
#: A name has so many words at most, and what stands before the first of several that are one subject.
_NAMES = 4
_BEFORE_NAMES = frozenset("by of from with von de par por di da van".split())  # noqa: SIM905


class Division:
    """Divides one sentence."""

    def __init__(self, scene: Scene, start: int, end: int, lexicon: Lexicon) -> None:
        self._scene = scene
        self._tokens = scene.tokens
        self._start, self._end = start, end
        self._lexicon = lexicon
        self._quotes = [at for at in range(start, end) if self._tokens[at].quoted >= 0]
        self._joins = joins(lexicon.language)
        self._heads = Heads(scene.tokens, lexicon)

    def divide(self) -> tuple[dict[int, int], list[Clause]]:
        """Number the tokens by clause."""
        start, end = self._start, self._end
        first = Join.HEAD
        if start < end and self._tokens[start].lower not in AS:
            first = {Join.TIME: Join.TIME, Join.CONTRAST: Join.CONTRAST}.get(
                self._joins.get(self._tokens[start].lower, Join.HEAD), Join.HEAD
            )
        clauses = [Clause(first, start, end)]
        if not self._quotes:
            return dict.fromkeys(range(start, end), 0), clauses
        numbers: dict[int, int] = {}
        asides = self._asides()
        current, parent = 0, 0
        for at in range(start, end):
            if at in asides:
                if asides[at]:
                    clauses.append(Clause(Join.ASIDE, at))
                    parent = current if clauses[current].join is not Join.ASIDE else parent
                    current = len(clauses) - 1
            elif clauses[current].join is Join.ASIDE:
                current = parent
            begun = self._begins(at, clauses[current]) if at > start and at not in asides else None
            if begun is not None:
                clauses.append(begun)
                parent = current
                current = len(clauses) - 1
            elif clauses[current].join in (Join.WHO, Join.AS) and self._resumes(at, clauses[current]):
                current = parent
            numbers[at] = current
            clauses[current].last = at + 1
            if self._tokens[at].quoted >= 0:
                clauses[current].quotes.add(at)
        self._hear_all(clauses, numbers)
        return numbers, clauses

    def _hear_all(self, clauses: list[Clause], numbers: dict[int, int]) -> None:
        for number, clause in enumerate(clauses):
            if clause.voiced:
                continue
            nested = next((at for at in range(clause.first, clause.last) if numbers[at] != number), None)
            if nested is not None:
                # Its verb may stand behind what is set into it; whose it is stands before.
                subject = sentence_subject(self._tokens, clause.first, nested, self._lexicon)
                key = self._heads.key(subject.first, subject.last) if subject is not None else None
                found: Heard | None = (None, subject.first, key) if subject is not None else None
            else:
                found = self._heads.voice(clause.first, min(clause.last, self._end), trailing=True)
            if found is not None:
                clause.voiced = True
                clause.cue, clause.subject, clause.who = found

    def _asides(self) -> dict[int, bool]:
        """Tokens between brackets or dashes with a quotation among them; True where an aside begins."""
        found: dict[int, bool] = {}
        opened: int | None = None
        for at in range(self._start, self._end):
            sign = self._tokens[at].text
            closes = opened is not None and sign == {"(": ")"}.get(self._tokens[opened].text, sign)
            if opened is not None and closes and sign in ")—–":
                if bisect_left(self._quotes, at) > bisect_left(self._quotes, opened) and at + 1 < self._end:
                    found.update({inside: inside == opened for inside in range(opened, at + 1)})
                opened = None
            elif sign in "(—–" and at > self._start and sign:
                opened = at
        return found

    def _begins(self, at: int, current: Clause) -> Clause | None:
        """The clause that begins at *at*, if one does."""
        tokens, before = self._tokens, self._tokens[at - 1]
        join = None if tokens[at].is_name else self._joins.get(tokens[at].lower)
        if before.text == ";":
            return self._led(at, Join.CONTRAST, at) or (Clause(Join.CONTRAST, at) if self._later(at) else None)
        if join is not None and tokens[at].lower in AS:
            return (
                self._as(at) if before.quoted >= 0 or before.text == "," or before.lower in ("even", "just") else None
            )
        if join is Join.WHO:
            return self._relative(at)
        if join is not None:
            return self._led(at + 1, join, at)
        behind = before.quoted >= 0 or (before.text == "," and at - 2 >= self._start and tokens[at - 2].quoted >= 0)
        if behind and self._lexicon.language == "en" and tokens[at].lower.endswith("ing") and len(tokens[at].text) > 5:
            holds = self._later(at) and before.text != "—"
            return Clause(Join.PARTICIPLE, at, voiced=True) if holds else None
        ended = behind or (before.text == "," and current.join in (Join.TIME, Join.CONTRAST))
        return self._beside(at, current, ended=before.text == "," or self._comma_inside(at - 1)) if ended else None

    def _later(self, at: int) -> bool:
        return bool(self._quotes) and self._quotes[-1] > at

    def _comma_inside(self, at: int) -> bool:
        """Whether the quotation at *at* ends with a comma inside its marks."""
        token = self._tokens[at]
        return token.quoted >= 0 and "," in self._scene.text[max(token.start, token.end - 3) : token.end]

    def _led(self, at: int, join: Join, first: int) -> Clause | None:
        """A clause behind a conjunction: with a subject of its own."""
        if join is Join.AND and self._joint(first):
            return None
        found = self._heads.voice(at, self._end, trailing=join in (Join.AND, Join.CONTRAST))
        if found is not None:
            cue, subject, who = found
            if (
                join is Join.AND
                and subject is not None
                and cue is not None
                and not self._later(cue[0])
                and subject < at
            ):
                return None
            return Clause(join, first, self._end, cue, subject, who, voiced=True)
        return Clause(join, first) if join is Join.CONTRAST and self._tells(at) else None

    def _joint(self, at: int) -> bool:
        """“, Fenn and others describe”, “a study by Fenn and Lind warns”: one subject of several, and no clause before it."""
        first = at
        while first > self._start and self._tokens[first - 1].is_name and self._tokens[first - 1].quoted < 0:
            first -= 1
        if first == at or at - first > _NAMES:
            return False
        return (
            first == self._start
            or self._tokens[first - 1].text == ","
            or self._tokens[first - 1].lower in _BEFORE_NAMES
        )

    def _tells(self, at: int) -> bool:
        """Whether a subject and a verb of any kind stand there."""
        if at >= self._end:
            return False
        token = self._tokens[at]
        heads = token.is_name or token.lower in self._lexicon.articles or token.lower in self._lexicon.pronouns
        near = self._tokens[at + 1 : min(self._end, at + 8)]
        return heads and any(
            t.lower in self._lexicon.finite or t.lower in self._lexicon.auxiliaries for t in near if t.quoted < 0
        )

    def _relative(self, at: int) -> Clause | None:
        commas = (p for p in range(at + 2, self._end) if self._tokens[p].text == "," or self._tokens[p].quoted >= 0)
        ends = next(commas, self._end)
        if ends < self._end and self._tokens[ends].text == ",":
            # "which runs to nine pages, says": the verb behind the comma is not the relative's.
            return None
        found = self._heads.voice(at + 1, self._end, trailing=False, owned=True)
        if found is None or not self._later(at):
            return None
        cue, subject, who = found
        return Clause(Join.WHO, at, self._end, cue, subject, who, voiced=True)

    def _as(self, at: int) -> Clause | None:
        """“…,” as Lanyon put it: belongs to the words before it; “even as Lanyon called it “…””: a clause of its own."""
        found = self._heads.voice(at + 1, min(self._end, at + 8), trailing=False)
        if found is None or found[0] is None:
            return None
        cue, subject, who = found[0], found[1], found[2]
        if any(cue[0] < q <= cue[0] + _BESIDE for q in self._quotes):
            return Clause(Join.TIME, at, self._end, cue, subject, who, voiced=True)
        before = at - 1 - (self._tokens[at - 1].text == ",")
        if before >= self._start and self._tokens[before].quoted >= 0 and self._later(at):
            return Clause(Join.AS, at, self._end, cue, subject, who, voiced=True, of=before)
        return None

    def _resumes(self, at: int, current: Clause) -> bool:
        """Whether the clause around a relative or an “as X put it” goes on at *at*."""
        before = self._tokens[at - 1]
        if current.join is Join.AS:
            return before.text == "," and at - 1 > current.first
        if before.text != "," and not self._comma_inside(at - 1):
            return False
        if not any(current.first < q < at for q in self._quotes):
            return False
        return is_verb(self._tokens, at, self._lexicon) or self._tokens[at].lower in self._lexicon.auxiliaries

    def _beside(self, at: int, current: Clause, *, ended: bool) -> Clause | None:
        """“a miracle,” Lanyon called it “a scandal”: another's words right behind those of somebody who was named."""
        if not ended:
            return None
        subordinate = current.join in (Join.TIME, Join.CONTRAST) and current.first == self._start
        found = self._heads.voice(at, self._end, trailing=False)
        if found is None:
            return None
        tokens = self._tokens
        cue, subject, who = found
        heads = (subject == at and self._heads.nominal(at)) or (cue is not None and cue[0] == at)
        if subordinate:
            return Clause(Join.HEAD, at, self._end, cue, subject, who, voiced=True) if heads else None
        last = max((q for q in self._quotes if q < at), default=None)
        if not heads or last is None or not self._later(cue[0] if cue is not None else at):
            return None
        if before_cue(tokens, current.first, last, self._lexicon) is None and not self._heads.elided(
            current.first, last
        ):
            return None
        return Clause(Join.BESIDE, at, self._end, cue, subject, who, voiced=True)
