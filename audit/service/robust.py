"""Copies of saved articles whose links are Robust Links: which attributes each link gets, and the copy's bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from audit.service.order import Order
from crawler.sandbox import Sandbox
from quotations.errors import UsageError
from quotations.model import Article, Audit, Citation, Finding, LinkState, State
from quotations.reading.saved.edits import spliced

Attributes = Sequence[tuple[str, str]]
#: Links of which nothing was asked, or that lead to nothing on the web.
_LEFT = frozenset({State.UNKNOWN, State.LOST_TARGET, State.UNSUPPORTED})
#: Where a copy that has the quoted words is told.
_ARCHIVED = "archived_version"


def check_format(order: Order) -> None:
    """Raises UsageError, with what to do, unless the article can carry Robust Links: they are attributes of HTML."""
    cited = order.article.citations
    if order.article.format == "html" and (not cited or any(one.place is not None for one in cited)):
        return
    kind = "a page packed into another file" if order.article.format == "html" else order.article.format
    raise UsageError(
        f"{order.name} is no HTML page by itself ({kind}), and Robust Links are attributes of HTML",
        hint="save the article as a web page, or turn it into one (pandoc article.md -o article.html), and audit that",
        subject=order.name,
    )


def robust_copy(order: Order, audit: Audit, sandbox: Sandbox) -> tuple[bytes, int]:
    """The article's own bytes with attributes on every link that was audited, and how many links got some.

    Raises:
        InputError: the page cannot be written again byte for byte.
        SandboxError: reading it took too long or too much.
    """
    edits = sandbox.robust(order.data, attributes(audit), name=order.name)
    return spliced(order.data, edits), len(edits)


def attributes(audit: Audit) -> Mapping[str, Attributes]:
    """The attributes of each audited link, by its address as the article writes it."""
    copies: dict[str, Finding] = {}
    for finding in audit.findings:
        if finding.attribution and finding.placement and finding.placement.rung == _ARCHIVED and finding.placement.url:
            copies.setdefault(finding.attribution.citation, finding)
    citations = {citation.id: citation for citation in audit.article.citations}
    found: dict[str, Attributes] = {}
    for link in audit.links:
        citation = citations.get(link.citation)
        if citation is None or not citation.href or link.state in _LEFT or citation.href in found:
            continue
        found[citation.href] = _attributes(link, citation, audit, copies.get(citation.id))
    return found


def _attributes(link: LinkState, citation: Citation, audit: Audit, holds: Finding | None) -> Attributes:
    original, version, at = _original(citation), None, None
    if citation.archived is not None:
        version, at = citation.url, citation.archived.at
    elif holds is not None and holds.placement is not None:  # a copy in which the quoted words stand
        version, at = holds.placement.url, holds.placement.captured_at
    elif link.archive is not None:
        version, at = link.archive.url, link.archive.at
    day = citation.as_of or _day(audit.article) or _of(at) or _of(link.captured_at) or _of(audit.audited_at)
    found = [("data-originalurl", original), ("data-versiondate", day.isoformat() if day else "")]
    return (*found, ("data-versionurl", version)) if version else tuple(found)


def _original(citation: Citation) -> str:
    """The address of the cited page itself, with the place in it that the link names."""
    if citation.archived is not None:
        return citation.archived.original
    return f"{citation.url}#{citation.locator}" if citation.locator else str(citation.url)


def _day(article: Article) -> date | None:
    """When the article was published: the day for which it cites, unless a link says its own."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _of(moment: datetime | None) -> date | None:
    return moment.astimezone(UTC).date() if moment is not None else None
