"""Reports: pure functions of an audit. They query nothing, fetch nothing and know no clock."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Article, Audit, Finding
from reports.formats import CHECK_FORMATS, FORMATS, LINK_FORMATS, READ_FORMATS, chosen
from reports.streams import stream
from reports.terminal.screen import Screen

__all__ = [
    "CHECK_FORMATS",
    "FORMATS",
    "LINK_FORMATS",
    "READ_FORMATS",
    "Screen",
    "render",
    "render_check",
    "render_links",
    "render_read",
    "stream",
]

_SCREEN = Screen()


def render(audits: Audit | Sequence[Audit], format: str = "terminal", screen: Screen = _SCREEN) -> str:
    """One audit or several in *format*, one of `FORMATS`; raises UsageError for another."""
    return chosen(FORMATS, format)(_several(audits), screen)


def render_links(audits: Audit | Sequence[Audit], format: str = "terminal", screen: Screen = _SCREEN) -> str:
    """The links of one audit or several in *format*, one of `LINK_FORMATS`; raises UsageError for another."""
    return chosen(LINK_FORMATS, format)(_several(audits), screen)


def render_check(finding: Finding, format: str = "terminal", screen: Screen = _SCREEN) -> str:
    """One finding in *format*, one of `CHECK_FORMATS`; raises UsageError for another."""
    return chosen(CHECK_FORMATS, format)(finding, screen)


def render_read(
    articles: Article | Sequence[Article], format: str = "terminal", screen: Screen = _SCREEN, *, name: str = ""
) -> str:
    """The articles of the one file *name* in *format*, one of `READ_FORMATS`; raises UsageError for another."""
    return chosen(READ_FORMATS, format)((articles,) if isinstance(articles, Article) else articles, screen, name)


def _several(audits: Audit | Sequence[Audit]) -> Sequence[Audit]:
    return (audits,) if isinstance(audits, Audit) else audits
