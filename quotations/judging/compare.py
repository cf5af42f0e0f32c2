"""`compare`: words held against one text, with the verdict that follows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import unquote

from quotations.comparison.account import Account
from quotations.comparison.aligned import Aligned
from quotations.comparison.background import bits
from quotations.comparison.breaks import divides, undivided
from quotations.comparison.index import TextIndex, View, index
from quotations.comparison.languages import language_of
from quotations.comparison.likeness import likeness_in
from quotations.comparison.quoted import Quoted, Reading, read_quoted, readings
from quotations.comparison.telling import account_of
from quotations.comparison.tokens import tokenize
from quotations.errors import WordsError
from quotations.judging.credit import without_credit
from quotations.judging.long import compare_pieces, pieces_of_words
from quotations.judging.profiles import profile as profile_of
from quotations.judging.report import absent, comparison_of
from quotations.judging.verdict import Judged, judge_account, may_be_found
from quotations.model import Comparison, Quotation, SegmentRole, Span, Text, Verdict

_NEAR = 400  #: characters around a passage
_PLACES = 12  #: of those that have all words, how many are looked at
_MAIN = frozenset({SegmentRole.BODY, SegmentRole.LIST, SegmentRole.TABLE, SegmentRole.QUOTE, SegmentRole.CODE})
_GOOD = Verdict.ELIDED.rank
_FAINT = 0.25  #: of the bits
_FEW = 8  #: words
_CHARACTERS = 4_000_000  #: of a quotation: no quotation is longer


def compare(
    words: str | Quotation, text: Text | TextIndex, *, profile: str = "chicago", speaker: str | None = None,
    locator: str | None = None, found_only: bool = False,
) -> Comparison:  # fmt: skip
    """Hold *words* against *text* and say what matches, what differs and what that comes to.

    *speaker* (who is said to speak) and *locator* (the citation's fragment or text directive) only choose among several
    places that have the words. With *found_only* a comparison that comes to NOT_FOUND may be bare of what differs: for
    who asks only whether the words are there. Raises WordsError when *words* hold no letter or figure or are longer than
    four million characters, UsageError for an unknown *profile*.
    """
    quoted = words.text if isinstance(words, Quotation) else words
    if speaker is None and isinstance(words, Quotation):
        speaker = words.speaker
    moved = profile_of(profile)
    if len(quoted) > _CHARACTERS:
        raise WordsError("The words are longer than any quotation.", hint="Check them piece by piece.")
    tokens = tokenize(quoted)
    if not tokens.keys:
        raise WordsError("There is no word to check.", hint="Give at least one word or figure.")
    source = text if isinstance(text, TextIndex) else index(text)
    pieces = pieces_of_words(quoted, tokens)
    if len(pieces) > 1:
        return compare_pieces(pieces, lambda piece: _compare(piece, source, moved, speaker, locator))
    return _compare(quoted, source, moved, speaker, locator, may_be_found if found_only else None)


def _compare(
    quoted: str, source: TextIndex, moved: Mapping[str, Verdict], speaker: str | None, locator: str | None,
    worth: Callable[[Aligned], bool] | None = None,
) -> Comparison:  # fmt: skip
    """Compare; where the words are not there as they are, a credit behind them may be none of them."""
    court = _Court(quoted, source, moved, speaker, locator, worth)
    found = _heard(court)
    bare = without_credit(quoted, court.lexicon) if found.verdict.rank > _GOOD else None
    if bare is None:
        return found
    other = _heard(_Court(bare, source, moved, speaker, locator, worth))
    if other.verdict.rank >= found.verdict.rank:
        return found
    verdict = max(other.verdict, Verdict.TYPOGRAPHIC, key=lambda one: one.rank)
    return replace(other, verdict=verdict, rules=tuple(dict.fromkeys((*other.rules, "credit"))))


def _heard(court: _Court) -> Comparison:
    quoted, source = court.quoted, court.source
    best = court.hear(source.seen)
    if best is None or best.verdict.rank > _GOOD:
        plain = source.plain if best is not None and court.near and _interrupted(best, source) else None
        if plain is not None:
            other = court.hear(plain)
            if other is not None and (best is None or other.verdict.rank < best.verdict.rank):
                best = other
    if (
        (best is None or best.verdict.rank > _GOOD)
        and court.may_divide
        and (divides(quoted) or source.undivided is not None)
    ):
        whole = _Court(undivided(quoted), source, court.moved, court.speaker, court.locator, court.worth)
        other = whole.hear(source.undivided or source.seen)
        if other is not None and (best is None or other.verdict.rank < best.verdict.rank):
            best = other
    if best is None or best.verdict.rank >= Verdict.WEAK.rank:
        unseen = source.unseen
        hidden = court.hear(unseen) if unseen is not None else None
        if hidden is not None and hidden.verdict.rank <= Verdict.MINOR.rank:
            return (
                comparison_of(hidden, court.language, hidden_view=True)
                if best is None or best.verdict is not Verdict.WEAK
                else comparison_of(best, court.language)
            )
    if best is None or not best.account.told:
        return absent(quoted, court.language)
    return comparison_of(best, court.language)


def _interrupted(judged: Judged, source: TextIndex) -> bool:
    """Whether anything that may be stepped over stands in the passage or near it."""
    account = judged.account
    span = account.aligned.view.span(*account.range())
    low, high = span.start - _NEAR, span.end + _NEAR
    skips = source.skips
    at = bisect_left(skips, low, key=lambda one: one[0].end)
    return at < len(skips) and skips[at][0].start < high


class _Court:
    """One quotation before one source: hears its readings, the most literal first."""

    def __init__(
        self, quoted: str, source: TextIndex, moved: Mapping[str, Verdict], speaker: str | None, locator: str | None,
        worth: Callable[[Aligned], bool] | None,
    ) -> None:  # fmt: skip
        self.quoted, self.source, self.moved = quoted, source, moved
        self.speaker, self.locator, self.worth = speaker, locator, worth
        self.readings = [read_quoted(quoted, reading) for reading in readings(quoted)]
        self.language = self._language()
        self.likeness = likeness_in(self.language)
        self.lexicon = self.likeness.lexicon
        self._weights: dict[str, float] = {}
        self.held = 0.0  #: the largest share of a reading's bits that stands in what was heard last

    def _language(self) -> str | None:
        keys = self.readings[0].keys
        own = language_of(keys, self.source.language) if len(keys) >= 6 else None
        return own or self.source.language

    def _weigh(self, key: str) -> float:
        weight = self._weights.get(key)
        if weight is None:
            weight = self._weights[key] = bits(key, self.language)
        return weight

    def hear(self, view: View) -> Judged | None:
        """The best answer of all readings in *view*."""
        answers: list[Judged] = []
        self.held = 0.0
        for quoted in self.readings:
            if quoted.reading is Reading.ROUND and not self._may_be_whole(quoted, answers):
                continue
            judged = self._one(quoted, view)
            if judged is None:
                continue
            self.held = max(self.held, judged.account.aligned.coverage)
            if quoted.reading is Reading.ROUND and (judged.verdict.rank > _GOOD or _round_in_source(judged.account)):
                continue
            if judged.verdict.rank <= _GOOD:
                return judged
            answers.append(judged)
        return _fittest(answers)

    @property
    def near(self) -> bool:
        """Whether so much of the quotation was heard that stepping over what interrupts it may bring the rest."""
        return self.held > _FAINT

    @property
    def may_divide(self) -> bool:
        """Whether joining what ends of lines divide may bring the rest: of a few words one is much."""
        return self.near or len(self.readings[0].keys) < _FEW

    def _may_be_whole(self, quoted: Quoted, answers: list[Judged]) -> bool:
        """Whether *quoted* may stand there from end to end: of what does, the literal reading has the greater part."""
        literal = next((one for one in answers if one.account.aligned.quoted.reading is Reading.LITERAL), None)
        if literal is None or any(item.lettered for item in quoted.items):
            return True
        return literal.account.aligned.matched >= sum(self._weigh(key) for key in quoted.keys if key) / 2

    def _one(self, quoted: Quoted, view: View) -> Judged | None:
        account = account_of(quoted, self.source, view, self.lexicon, self.likeness, self._weigh, worth=self.worth)
        if account is None:
            return None
        first = judge_account(account, self.moved)
        places = account.aligned.places
        if len(places) < 2:
            return first
        others = [
            judge_account(other, self.moved)
            for at in places[:_PLACES] if at != account.first
            if (other := account_of(quoted, self.source, view, self.lexicon, self.likeness, self._weigh, at=at, places=places)) is not None
        ]  # fmt: skip
        return min([first, *others], key=self._fitness)

    def _fitness(self, judged: Judged) -> tuple[int, int, int, int]:
        """Of several places with the same words the best: the better verdict, the speaker's, the cited one, the body."""
        account = judged.account
        span = account.aligned.view.span(account.first, account.last + 1)
        block = self.source.blocks[self.source.block_at(span.start)] if self.source.blocks else None
        speaker = bool(self.speaker and block and block.speaker and _same_person(self.speaker, block.speaker))
        main = block is None or (block.role in _MAIN and not block.junk)
        return (judged.verdict.rank, -speaker, -self._cited(span), not main)

    def _cited(self, span: Span) -> bool:
        """Whether the citation's locator names the section or the words of the passage."""
        if not self.locator:
            return False
        directive = self.locator.partition(":~:text=")[2]
        if directive:
            words = tokenize(unquote(directive.split(",")[0].rpartition("-,")[2])).keys
            return words[:4] == tokenize(span.of(self.source.text.text)).keys[: len(words[:4])]
        section = self.source.text.section_at(span.start)
        named = tokenize(unquote(self.locator).replace("-", " ").replace("_", " ")).keys
        return section is not None and tokenize(section).keys == named


def _same_person(one: str, other: str) -> bool:
    """Whether two ways of naming a speaker share a name."""
    return bool(set(tokenize(one).keys) & set(tokenize(other).keys))


def _round_in_source(account: Account) -> bool:
    """Whether the passage itself has round brackets: then those of the quotation are not the editor's."""
    scene = account.scene
    around = scene.source_marks(account.first - 1, account.first), scene.source_marks(account.last, account.last + 1)
    return any(
        sign in text
        for text in (account.aligned.view.words(account.first, account.last + 1), *around)
        for sign in "(（"
    )


def _fittest(answers: list[Judged]) -> Judged | None:
    """Of the answers that are not good, the one of the square reading where there is one, else the mildest."""
    if not answers:
        return None
    square = [one for one in answers if one.account.aligned.quoted.reading is Reading.SQUARE]
    if square and square[0].found:
        return square[0]
    return min(answers, key=lambda one: one.verdict.rank)
