"""Whether what was read is a later version than what the article's author read (rule 17)."""

from __future__ import annotations

import re
from datetime import date

from quotations.model import Article, Capture, Citation

DAYS = 30
#: Addresses that name one version of a page: an archive's copy, a commit, a revision.
_FIXED = re.compile(
    r"//(?:web\.archive\.org/web/\d|archive\.(?:today|ph|is|li|md|vn|fo)/|perma\.cc/|webcitation\.org/)|[?&](?:oldid|rev|revision|version)=\w"
    r"|/(?:commit|blob|tree|raw)/[0-9a-f]{7,40}\b|/[0-9a-f]{40}/|/memento/",
    re.IGNORECASE,
)


def is_fixed(citation: Citation | None) -> bool:
    """Whether a citation points to one version that does not change."""
    if citation is None:
        return False
    return citation.archived is not None or bool(_FIXED.search(citation.url or ""))


def days_later(article: Article | None, citation: Citation | None, capture: Capture) -> int | None:
    """Days between the article (or the day for which it cites) and the capture, if more than thirty; else None."""
    if capture.memento is not None or capture.supplied is not None or is_fixed(citation):
        return None
    day = citation.as_of if citation is not None and citation.as_of is not None else _published(article)
    if day is None:
        return None
    days = (capture.captured_at.date() - day).days
    return days if days > DAYS else None


def _published(article: Article | None) -> date | None:
    if article is None or article.published is None:
        return None
    try:
        return date.fromisoformat(article.published[:10])
    except ValueError:
        return None
