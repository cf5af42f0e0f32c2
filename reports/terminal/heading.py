"""Whose report it is."""

from __future__ import annotations

from quotations.model import Article, Audit
from reports.terminal.lines import Layout
from reports.words.phrases import day, moment


def add_heading(layout: Layout, audit: Audit) -> None:
    """Title, who published it and when, and when it was audited."""
    add_article(layout, audit.article, audit.name)
    audited = f"audited {moment(audit.audited_at)}"
    layout.add((f"{audited} · audit {audit.id}" if audit.id else audited, "dim"))
    layout.blank()


def add_article(layout: Layout, article: Article, name: str = "") -> None:
    """The article's title, and what else is known of it on a line below."""
    layout.add((article.title or name or "Untitled", "head"))
    facts = [article.author, article.publisher, day(article.published)]
    if article.original_publisher:
        facts.append(f"first in {article.original_publisher}")
    known = " · ".join(fact for fact in facts if fact)
    if known:
        layout.add(known)
    if article.url or (name and article.title):
        layout.add((article.url or name, "dim"))
