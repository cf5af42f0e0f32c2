"""What a saved document under audit holds: quotations, citations, and which answers for which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from quotations.model.spans import Place, Span


class QuotationForm(StrEnum):
    """How an article sets words apart as quoted."""

    INLINE = "inline"  #: between quotation marks, or in a ``q`` element
    BLOCK = "block"  #: set apart as a block of its own
    SPLIT = "split"  #: one sentence interrupted by its attribution


class QuotationKind(StrEnum):
    """What the quoted words are to the article."""

    DIRECT = "direct"
    FRAGMENT = "fragment"  #: attributed words that are no whole clause
    ECHO = "echo"  #: repeats words of an earlier quotation
    SCARE = "scare"
    TITLE = "title"
    TERM = "term"
    NICKNAME = "nickname"
    BOILERPLATE = "boilerplate"
    EXAMPLE = "example"
    HYPOTHETICAL = "hypothetical"  #: speech that nobody uttered
    CALLOUT = "callout"  #: a note, gloss or proposed wording set as a block quotation
    TRANSLATION = "translation"


#: The kinds that are judged unless ``--kinds`` says otherwise.
JUDGED_KINDS = frozenset({QuotationKind.DIRECT, QuotationKind.FRAGMENT, QuotationKind.ECHO})


class Role(StrEnum):
    """What a citation is to the article."""

    BODY = "body"
    NOTE = "note"
    LIST = "list"  #: an entry of a reference list or of "further reading"
    CHROME = "chrome"  #: navigation, share buttons, "read more", back-links of notes


class Target(StrEnum):
    """Whether a citation still says where it points."""

    OK = "ok"
    LOST = "lost"  #: the saved copy lost the address
    UNSUPPORTED = "unsupported"  #: a scheme that is not followed: mailto, file, zotero …


class Basis(StrEnum):
    """Why a quotation is attributed to a citation."""

    GIVEN = "given"
    CITE_ATTRIBUTE = "cite_attribute"
    INSIDE_ANCHOR = "inside_anchor"
    CUE_LINK = "cue_link"
    NOTE = "note"
    SAME_SENTENCE = "same_sentence"
    NAMED_SOURCE = "named_source"
    SAME_SPEAKER = "same_speaker"
    PARAGRAPH = "paragraph"
    ECHO = "echo"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words presented as another's, as printed, without the marks around them."""

    id: str
    text: str  #: the parts without mark-up, blanks collapsed, joined by one blank
    parts: tuple[Span, ...]  #: in `Article.text`; one unless split or over several paragraphs
    form: QuotationForm = QuotationForm.INLINE
    kind: QuotationKind = QuotationKind.DIRECT
    kind_reason: str = ""  #: the rule that decided the kind, in words
    speaker: str | None = None  #: the name as the article resolves it, else the words as written
    cue: str | None = None  #: "said", "according to" …
    echo_of: str | None = None  #: id of the quotation that it repeats
    prefix: str = ""  #: up to 32 code points before the first part
    suffix: str = ""  #: up to 32 code points after the last part
    emphasised: tuple[Span, ...] | None = None  #: in `text`; None where the article's format or asker does not say
    struck: tuple[Span, ...] = ()  #: in `text`: words that the article shows struck through

    @property
    def span(self) -> Span:
        """From the first part's start to the last part's end."""
        return Span(self.parts[0].start, self.parts[-1].end)

    @classmethod
    def asked(cls, words: str) -> Quotation:
        """The quotation of a question on demand, which stands in no article."""
        return cls(id="1", text=words, parts=(Span(0, len(words)),))


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedCopy:
    """What a link to an archive's copy is a copy of."""

    original: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A pointer from an article to a source."""

    id: str
    href: str  #: the attribute's value with entities decoded, otherwise as written
    url: str | None  #: the cited source's address, wrappers undone; None when lost
    anchor: str  #: the words that carry the pointer, blanks collapsed
    span: Span  #: of the anchor in `Article.text`
    role: Role = Role.BODY
    role_reason: str = ""
    locator: str | None = None  #: fragment, text directive or page, without ``#``
    target: Target = Target.OK
    archived: ArchivedCopy | None = None
    note: str | None = None  #: id of the note through which it is cited
    as_of: date | None = None  #: the day for which it is cited ("retrieved on"), when stated
    place: Place | None = None  #: in the saved file, where that is not `Article.text` itself


#: From this score on a finding is staked on a pairing.
STAKED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The claim under audit: this quotation comes from that citation's source."""

    quotation: str  #: `Quotation.id`
    citation: str  #: `Citation.id`
    basis: Basis
    score: float  #: 0 to 1; from .5 on a finding may be staked on it
    margin: float  #: 0 to 1; how far ahead of the next candidate

    @property
    def staked(self) -> bool:
        """Whether a finding may be staked on it: below that the link is only the nearest, and an alteration is no one's."""
        return self.score >= STAKED or self.basis is Basis.EVIDENCE

    @property
    def sure(self) -> bool:
        """Whether an absence may accuse: rule 16 of the law of verdicts."""
        match self.basis:
            case Basis.GIVEN | Basis.CITE_ATTRIBUTE | Basis.INSIDE_ANCHOR | Basis.NOTE:
                return True
            case Basis.CUE_LINK:
                return self.score >= 0.5 and self.margin >= 0.1
            case Basis.SAME_SENTENCE | Basis.NAMED_SOURCE:
                return self.score >= 0.8 and self.margin >= 0.2
            case _:
                return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A saved document under audit."""

    text: str  #: what people see; for plain text and Markdown the decoded file itself
    format: str  #: "html", "markdown", "text" …
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None  #: ISO 8601 day or moment
    url: str | None = None  #: where it was published
    original_url: str | None = None  #: of a syndicated copy
    original_publisher: str | None = None
    saved_at: str | None = None
    language: str | None = None  #: BCP 47
    provenance: Mapping[str, str] = field(default_factory=dict)  #: how each field was known
    quotations: tuple[Quotation, ...] = ()
    citations: tuple[Citation, ...] = ()
    attributions: tuple[Attribution, ...] = ()  #: of each quotation best first

    def candidates(self, quotation: str) -> tuple[Attribution, ...]:
        """The attributions of the quotation with that id, best first."""
        return tuple(a for a in self.attributions if a.quotation == quotation)

    def citation(self, id: str) -> Citation:
        """The citation with that id; raises KeyError when there is none."""
        for citation in self.citations:
            if citation.id == id:
                return citation
        raise KeyError(id)
