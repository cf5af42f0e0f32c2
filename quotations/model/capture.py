"""The outcome of looking at a source once, and what became of a link by those outcomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from quotations.model.certificate import Chain
from quotations.model.exchange import Exchange
from quotations.model.override import Override
from quotations.model.severity import Severity


class Failure(StrEnum):
    """Why there is no answer from the source; recorded by the crawler."""

    DNS = "dns"
    CONNECTION_REFUSED = "connection_refused"
    TLS = "tls"
    TIMEOUT = "timeout"
    RESET = "reset"
    PROTOCOL = "protocol"
    REDIRECT_LOOP = "redirect_loop"
    LIMIT = "limit"  #: of ours, where a reader's browser may have none: it tells nothing of the source
    ROBOTS = "robots"  #: robots.txt asks us not to look
    BLOCKED_ADDRESS = "blocked_address"  #: the address guard
    SCHEME = "scheme"  #: not http or https
    TOO_LARGE = "too_large"
    BUDGET = "budget"  #: put off to a later run
    INTERRUPTED = "interrupted"
    NOT_HELD = "not_held"  #: offline, and the archive has nothing
    NOT_FOLLOWED = "not_followed"  #: by its role


#: Not outcomes of a look but of our not looking.
NOT_LOOKED = frozenset({Failure.BUDGET, Failure.INTERRUPTED, Failure.NOT_HELD, Failure.NOT_FOLLOWED})


class TlsFault(StrEnum):
    """What is wrong with a server's certificate."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    SELF_SIGNED = "self_signed"
    WRONG_HOST = "wrong_host"
    UNTRUSTED = "untrusted"  #: by an authority that is not trusted, or with a part of the chain missing
    REVOKED = "revoked"
    INVALID = "invalid"  #: anything else


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect on the way: the address that answered, its status, and where it sent us."""

    url: str
    status: int  #: 0 for a meta refresh
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsDecision:
    """What robots.txt said about one address (RFC 9309)."""

    allowed: bool
    rule: str | None = None  #: the rule's line as written
    status: int | None = None  #: of robots.txt itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Memento:
    """That a capture came from an archive (RFC 7089)."""

    archive: str
    original: str
    at: datetime
    url: str | None = None  #: of the copy, as a person opens it


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """What happened when a source was looked at once. Facts only: `judging` says what they mean."""

    url: str  #: the source, without fragment
    captured_at: datetime  #: aware, UTC
    final_url: str | None = None
    status: int | None = None  #: of the last answer
    hops: tuple[Hop, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()  #: of the last answer, names lower case, capped
    failure: Failure | None = None
    detail: str = ""  #: of the failure, for people
    robots: RobotsDecision | None = None
    media_type: str | None = None
    charset: str | None = None  #: as the Content-Type header says
    digest: str | None = None  #: of the body, "sha256:<hex>"
    size: int | None = None  #: of the body, bytes after content decoding
    truncated: bool = False  #: the body is only a beginning
    rendered: bool = False  #: the body is the page as a browser built it, scripts run
    unrendered: str = ""  #: why a browser that was asked made nothing of the page, or not all, for people
    tls_verified: bool | None = None
    tls_faults: tuple[TlsFault, ...] = ()  #: of the certificates on the way that could not be verified
    chains: tuple[Chain, ...] = ()  #: the certificates of each host of the way that was asked over TLS
    address: str | None = None  #: of the peer
    retry_after: float | None = None  #: seconds the server asked for
    memento: Memento | None = None
    supplied: str | None = None  #: name of the file a person gave instead of the network's answer
    id: str = ""  #: given by the archive; empty until kept
    exchanges: tuple[Exchange, ...] = field(default=(), repr=False, compare=False)  #: see `Archive.exchanges`
    body: bytes | None = field(default=None, repr=False, compare=False)  #: never in JSON; see `Archive.body`

    def header(self, name: str) -> str | None:
        """The last value of the header *name* (lower case), or None."""
        for key, value in reversed(self.headers):
            if key == name:
                return value
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """A source that somebody asks to have looked at."""

    url: str
    as_of: date | None = None
    why: str = "cited"
    render: bool = False  #: have a browser build the page


class State(StrEnum):
    """What became of a citation's link."""

    ALIVE = "alive"
    MOVED = "moved"
    GONE = "gone"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    HIJACKED = "hijacked"
    REFUSED = "refused"
    CHALLENGED = "challenged"
    GATED = "gated"
    LIMITED = "limited"
    LEGAL = "legal"
    DISALLOWED = "disallowed"
    FAILED = "failed"
    SERVER_ERROR = "server_error"
    UNREADABLE = "unreadable"
    NOT_TEXT = "not_text"
    NEEDS_RENDERING = "needs_rendering"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    BLOCKED_ADDRESS = "blocked_address"
    LOST_TARGET = "lost_target"
    SUPPLIED = "supplied"
    UNKNOWN = "unknown"


#: The states in which the source's own text was read.
READABLE_STATES = frozenset({State.ALIVE, State.MOVED, State.SUPPLIED})


class Notice(StrEnum):
    """What else to know of a link."""

    FRAGMENT_MISSING = "fragment_missing"
    TEXT_DIRECTIVE_MISSING = "text_directive_missing"
    CROSS_SITE = "cross_site"
    UNVERIFIED_TLS = "unverified_tls"
    RETRACTED = "retracted"
    CORRECTED = "corrected"
    PAYWALL_MARKED = "paywall_marked"
    MIXED_REDIRECTS = "mixed_redirects"
    DRIFTED = "drifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkState:
    """One citation's link: state, the reason under it, and how it is known."""

    citation: str  #: `Citation.id`
    href: str
    url: str | None
    state: State
    reason: str | None = None  #: a closed word under the state: "http_404", "title", "dns" …
    severity: Severity | None = None
    final_url: str | None = None
    notices: tuple[Notice, ...] = ()
    evidence: tuple[str, ...] = ()  #: sentences that a person can check
    http_status: int | None = None
    redirects: tuple[Hop, ...] = ()
    captured_at: datetime | None = None
    first_failed: datetime | None = None
    last_good: datetime | None = None
    revived: datetime | None = None  #: since when it is good again, after it had failed
    archive: Memento | None = None
    archived: tuple[str, ...] = ()  #: those sentences of the evidence that come from web archives
    override: Override | None = None

    @property
    def weight(self) -> Severity | None:
        """The severity that counts for an exit code: a person's word goes before, as long as it speaks of this state."""
        if self.override is not None and not self.override.stale:
            return self.override.word.severity
        return self.severity
