"""Articles as the page shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotations.model import Article, Audit, Severity
from reports.outcome import Tone
from reports.summary import Summary
from reports.words.labels import FIELDS
from reports.words.phrases import day, moment

#: BCP 47 as far as a page's lang attribute needs it.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")


def language_tag(language: str | None) -> str | None:
    """*language* when it can stand in a lang attribute, else None."""
    return language if language and _LANGUAGE.fullmatch(language) else None


def byline(article: Article) -> str:
    """Who wrote and who published *article*, and when."""
    facts = [article.author, article.publisher, day(article.published)]
    if article.original_publisher:
        facts.append(f"first in {article.original_publisher}")
    return " · ".join(fact for fact in facts if fact)


def metadata(article: Article) -> list[tuple[str, str, str]]:
    """Field, value and how it was known, of what is known."""
    names = ("title", "author", "publisher", "published", "url", "original_url", "original_publisher")
    fields = [(name, getattr(article, name)) for name in (*names, "saved_at", "language", "format")]
    return [(FIELDS[name], value, article.provenance.get(name, "")) for name, value in fields if value]


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One audit in the table of a page that holds several."""

    prefix: str  #: goes before its anchors
    tone: Tone
    title: str
    day: str  #: of the article, where it is known
    audited: str
    look: int
    stand: int
    unchecked: int
    links: int


def overview_row(audit: Audit, summary: Summary, prefix: str) -> OverviewRow:
    """*audit*, of which *summary* gives the counts, as a row of a page that holds several."""
    stand = summary.classes["stands"]
    worst = summary.worst or (None if summary.unchecked else Severity.OK)
    return OverviewRow(
        prefix=prefix,
        tone=Tone(worst.value) if worst else Tone.OPEN,
        title=audit.article.title or audit.name or "Untitled",
        day=day(audit.article.published or audit.audited_at),
        audited=moment(audit.audited_at),
        look=summary.checked - stand,
        stand=stand,
        unchecked=summary.unchecked,
        links=sum(link.severity not in (None, Severity.OK) for link in audit.links),
    )
