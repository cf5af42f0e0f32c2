"""What a source says, as one string in reading order, with the parts labelled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quotations.model.spans import Span


class SegmentRole(StrEnum):
    """What a part of a source's text is to its readers."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    LIST = "list"  #: one list item
    TABLE = "table"  #: one table cell
    NOTE = "note"
    TEASER = "teaser"  #: a link to another page with a line of it; "read more"
    COMMENTS = "comments"  #: what readers wrote under the page
    NAV = "nav"
    QUOTE = "quote"  #: set as a block quotation in the source
    CODE = "code"
    METADATA = "metadata"  #: title element, description, alt text, JSON-LD: not shown on the page
    HIDDEN = "hidden"  #: in the file, never shown to a reader (comment, script, template, hidden)


@dataclass(frozen=True, slots=True)
class Segment:
    """A labelled block of a `Text`. Blocks never overlap and stand in order."""

    span: Span
    role: SegmentRole
    page: int | None = None  #: of a PDF, from 1
    junk: bool = False  #: advertisement, share line, "read more": may be stepped over inside a passage
    item: int | None = None  #: shared by the segments of one list item or one table row
    speaker: str | None = None  #: in a transcript, who says this block


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link that stands in a source's own text."""

    href: str
    span: Span


class Incomplete(StrEnum):
    """Why a text is not the whole of its source."""

    TRUNCATED = "truncated"  #: the connection or a size limit cut it
    PAYWALL = "paywall"
    SCRIPT = "script"  #: the words come by script
    SCANNED = "scanned"  #: pictures of text
    LOGIN = "login"
    STAND_IN = "stand_in"  #: another page stands in its place: a bot or consent wall, a parked or missing page
    UNREADABLE = "unreadable"  #: damaged or in no known encoding
    PAGES = "pages"  #: only some pages could be read
    FRAMES = "frames"  #: the words stand in other documents that it shows inside itself
    FORGOTTEN = "forgotten"  #: its bytes were taken out of the archive for good


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What else a page says of itself; recorded by reading, judged by `judging.link_state`."""

    canonical: str | None = None
    meta_refresh: tuple[float, str] | None = None  #: seconds, target as written
    accessible_for_free: bool | None = None  #: schema.org isAccessibleForFree
    content_tier: str | None = None  #: article:content_tier
    declared_words: int | None = None  #: schema.org wordCount
    password_field: bool = False
    noscript_demand: bool = False  #: "enable JavaScript" in noscript or body
    app_root: bool = False  #: an empty application mount point
    scripts: int = 0
    markers: tuple[str, ...] = ()  #: signatures of walls, parking, consent met in the mark-up, by name
    ids: tuple[str, ...] = ()  #: fragment targets, in order
    robots_meta: str | None = None
    og_type: str | None = None
    lead: str = ""  #: the first heading that is shown
    frames: tuple[str, ...] = ()  #: addresses of what a short page shows inside itself, as written, ten at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A source's words in reading order, derived from its bytes, made again at will."""

    text: str
    segments: tuple[Segment, ...] = ()
    media_type: str = "text/plain"
    charset: str | None = None
    title: str | None = None
    language: str | None = None  #: BCP 47, as declared or detected
    language_basis: str | None = None  #: "declared" or "detected"
    published: str | None = None
    modified: str | None = None
    site_name: str | None = None
    incomplete: Incomplete | None = None  #: None when the whole was read
    emphasised: tuple[Span, ...] = ()
    struck: tuple[Span, ...] = ()
    note_marks: tuple[Span, ...] = ()  #: superscript note references inside the words
    links: tuple[TextLink, ...] = ()
    notices: tuple[str, ...] = ()  #: "retracted: …", "corrected: …", as the page words them
    facts: PageFacts = field(default_factory=PageFacts)
    metadata: Mapping[str, str] = field(default_factory=dict)
    version: str = ""  #: TEXT_VERSION of the reader that made it

    @property
    def complete(self) -> bool:
        """Whether the whole source was read."""
        return self.incomplete is None

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that covers *offset*, by bisection; None between segments."""
        low, high = 0, len(self.segments)
        while low < high:
            middle = (low + high) // 2
            if self.segments[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.segments) and self.segments[low].span.start <= offset:
            return self.segments[low]
        return None

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, on which *offset* stands; None where there are no pages."""
        segment = self.segment_at(offset)
        return segment.page if segment else None

    def section_at(self, offset: int) -> str | None:
        """The last heading before *offset*; None when there is none."""
        found: str | None = None
        for segment in self.segments:
            if segment.span.start > offset:
                break
            if segment.role is SegmentRole.HEADING:
                found = segment.span.of(self.text).strip()
        return found
