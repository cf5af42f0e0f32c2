"""What was found of a quotation in a source, and the audit that collects it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from quotations.model.article import Article, Attribution, Quotation
from quotations.model.capture import LinkState, State
from quotations.model.severity import Severity
from quotations.model.spans import Span


class Group(StrEnum):
    """The families of verdicts, best first."""

    EXACT = "exact"
    MARKED = "marked"
    ALTERED = "altered"
    PARTLY = "partly"
    ABSENT = "absent"
    UNCHECKED = "unchecked"


class Verdict(StrEnum):
    """What the source says of the quoted words; the order is the law's, best first."""

    VERBATIM = "VERBATIM"
    TYPOGRAPHIC = "TYPOGRAPHIC"
    CONVENTIONAL = "CONVENTIONAL"
    MARKED = "MARKED"
    ELIDED = "ELIDED"
    MINOR = "MINOR"
    ALTERED = "ALTERED"
    SPLICED = "SPLICED"
    CRITICAL = "CRITICAL"
    PARTIAL = "PARTIAL"
    WEAK = "WEAK"
    PARAPHRASE = "PARAPHRASE"
    NOT_FOUND = "NOT_FOUND"
    UNCHECKED = "UNCHECKED"

    @property
    def group(self) -> Group:
        """The family that the verdict belongs to."""
        return _GROUPS[self]

    @property
    def rank(self) -> int:
        """0 for VERBATIM, rising as the verdict worsens."""
        return _RANKS[self]


_RANKS = {verdict: rank for rank, verdict in enumerate(Verdict)}
_GROUPS = {
    Verdict.VERBATIM: Group.EXACT,
    Verdict.TYPOGRAPHIC: Group.EXACT,
    Verdict.CONVENTIONAL: Group.EXACT,
    Verdict.MARKED: Group.MARKED,
    Verdict.ELIDED: Group.MARKED,
    Verdict.MINOR: Group.ALTERED,
    Verdict.ALTERED: Group.ALTERED,
    Verdict.SPLICED: Group.ALTERED,
    Verdict.CRITICAL: Group.ALTERED,
    Verdict.PARTIAL: Group.PARTLY,
    Verdict.WEAK: Group.PARTLY,
    Verdict.PARAPHRASE: Group.ABSENT,
    Verdict.NOT_FOUND: Group.ABSENT,
    Verdict.UNCHECKED: Group.UNCHECKED,
}


class Flag(StrEnum):
    """What else to know of a finding."""

    TRUNCATED_LEFT = "truncated_left"
    TRUNCATED_RIGHT = "truncated_right"
    FULL_STOP_FAKED = "full_stop_faked"
    OMITS_REVERSAL = "omits_reversal"
    FAR_GAP = "far_gap"
    BRACKET_SUBSTANTIVE = "bracket_substantive"
    ONLY_HIDDEN = "only_hidden"
    ONLY_HEADLINE = "only_headline"
    ONLY_CAPTION = "only_caption"
    ONLY_METADATA = "only_metadata"
    OUTSIDE_MAIN = "outside_main"
    SPEAKER_MISMATCH = "speaker_mismatch"
    SECONDARY_SOURCE = "secondary_source"
    CONTEXT_NEGATED = "context_negated"
    CONTEXT_CONDITIONAL = "context_conditional"
    CONTEXT_QUESTION = "context_question"
    CONTEXT_REPORTED = "context_reported"
    CONTEXT_REBUTTED = "context_rebutted"
    EMPHASIS_CHANGED = "emphasis_changed"
    SEVERAL_OCCURRENCES = "several_occurrences"
    FORMULAIC = "formulaic"
    SOURCE_CORRECTED = "source_corrected"
    SOURCE_RETRACTED = "source_retracted"
    SOURCE_LATER = "source_later"
    CIRCULAR = "circular"
    ECHO = "echo"
    PAIRED_BY_EVIDENCE = "paired_by_evidence"
    LANGUAGE_RULES_MISSING = "language_rules_missing"
    FRAME_CHANGED = "frame_changed"
    NAME_SPELLING = "name_spelling"
    INAUDIBLE = "inaudible"
    TRANSCRIPT_QUALITY = "transcript_quality"


class Confidence(StrEnum):
    """How sure the instrument is of its own answer."""

    CERTAIN = "certain"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One labelled difference between the article's words and the source's."""

    label: str  #: "negation", "number", "omission", "function_word" …
    article: str  #: the article's words; empty where it left some out
    source: str  #: the source's words; empty where the article added some
    span: Span  #: of the source's words in `Text.text`
    at: Span | None = None  #: of the article's words in `Quotation.text`
    verdict: Verdict = Verdict.ALTERED  #: what this difference alone would come to


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentMatch:
    """What became of one segment of a quotation (between its ellipses)."""

    text: str
    verdict: Verdict
    span: Span | None  #: in `Text.text`; None where it is not there


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What a declared gap leaves out."""

    text: str
    words: int
    sentences: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where the words stand, from the first found segment to the last."""

    exact: str
    prefix: str
    suffix: str
    span: Span
    page: int | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How likely a match this good is by accident."""

    bits: float  #: information of the matched words
    expected: float  #: occurrences by chance expected in a text of this length
    in_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Words held against one text: what matched where, what differs, and the verdict that follows."""

    verdict: Verdict
    segments: tuple[SegmentMatch, ...] = ()
    operations: tuple[Operation, ...] = ()
    omitted: tuple[Omission, ...] = ()
    passage: Passage | None = None
    chance: Chance | None = None
    flags: tuple[Flag, ...] = ()
    confidence: Confidence = Confidence.CERTAIN
    rules: tuple[str, ...] = ()  #: codes of the rules that fired, in order
    occurrences: tuple[Span, ...] = ()  #: of the whole words, when they stand there more than once


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSeen:
    """The source as it was when it was judged."""

    url: str | None = None
    final_url: str | None = None
    state: State | None = None
    captured_at: datetime | None = None
    digest: str | None = None
    complete: bool | None = None
    language: str | None = None
    title: str | None = None
    capture: str = ""  #: `Capture.id`


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the words are, when the cited source does not have them."""

    rung: str  #: "cited_elsewhere", "same_site" … or "nowhere_held"
    url: str | None = None
    citation: str | None = None  #: of the article, when another of its links has them
    captured_at: datetime | None = None
    passage: Passage | None = None
    verdict: Verdict | None = None
    searched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One attribution judged against one capture."""

    quotation: Quotation
    attribution: Attribution | None
    verdict: Verdict
    severity: Severity | None  #: None when unchecked
    checkability: str  #: "full", "partial", "no_target", "link:<state>" …
    reason: str | None = None
    comparison: Comparison | None = None  #: None when there was no text to compare
    flags: tuple[Flag, ...] = ()
    confidence: Confidence = Confidence.CERTAIN
    source: SourceSeen = field(default_factory=SourceSeen)
    placement: Placement | None = None
    also: tuple[str, ...] = ()  #: other citations that have the words
    days_later: int | None = None  #: of a later version: days between article and capture
    rules: tuple[str, ...] = ()
    profile: str = "chicago"
    engine: Mapping[str, str] = field(default_factory=dict)
    archived: tuple[str, ...] = ()  #: what web archives say of the source, in sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """All findings and link states of one article at one time."""

    article: Article
    findings: tuple[Finding, ...]
    links: tuple[LinkState, ...]
    audited_at: datetime
    name: str = ""  #: the file or address as the person gave it
    run: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)
    captures: tuple[str, ...] | None = None  #: ids of the looks that it rests on; None where they were not recorded
    id: str = ""  #: given by the archive
