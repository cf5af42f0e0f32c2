"""The nouns of news: what happened to a link, which hosts are unsteady, and the whole of one article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quotations.model import Audit, LinkState, Severity


class NewsKind(StrEnum):
    """What happened to a link since it was last seen clearly; in the order in which it is told."""

    DEAD = "dead"
    DRIFTED = "drifted"  #: words that the article quotes stood there and do no longer
    RETRACTED = "retracted"
    GATED = "gated"  #: it was open and is behind a wall, a login or a rule now
    MOVED = "moved"  #: for good, or to another site
    CORRECTED = "corrected"
    REVIVED = "revived"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that happened to one source, or to a whole host that no longer answers."""

    kind: NewsKind
    severity: Severity
    links: tuple[LinkState, ...]  #: the article's citations that it concerns, as they are now
    since: datetime | None  #: when it was first seen so
    before: LinkState | None = None  #: what was last seen clearly
    before_at: datetime | None = None
    quotations: tuple[str, ...] = ()  #: of what drifted: the quoted words that are gone

    @property
    def link(self) -> LinkState:
        """The first of its links."""
        return self.links[0]

    @property
    def weight(self) -> Severity:
        """What counts for an exit code: nothing where a person's word says that it is not so."""
        said = self.link.override
        if said is not None and not said.stale and self.kind in (NewsKind.DEAD, NewsKind.GATED):
            return said.word.severity
        return self.severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsteady:
    """Links of one host that gave no answer this time and are not dead for that."""

    host: str
    links: tuple[LinkState, ...]
    since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkNews:
    """All news of one article's links."""

    audit: Audit
    last: datetime | None  #: of the audit before; None: there is none to compare with
    last_audit: str = ""
    news: tuple[News, ...] = ()
    unsteady: tuple[Unsteady, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The gravest that counts for an exit code; None without news."""
        return max((one.weight for one in self.news), key=lambda weight: weight.rank, default=None)
