"""The formats that a report is rendered in; each renderer is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from quotations.errors import UsageError
from quotations.model import Article, Audit, Finding
from reports.terminal.screen import Screen

T = TypeVar("T")


def _terminal(audits: Sequence[Audit], screen: Screen) -> str:
    from reports.terminal.audit import audit_text

    return "\n\n".join(audit_text(audit, screen) for audit in audits)


def _json(audits: Sequence[Audit], _: Screen) -> str:
    from reports.records import as_line, audit_record

    return "".join(f"{as_line(audit_record(audit))}\n" for audit in audits)


def _html(audits: Sequence[Audit], _: Screen) -> str:
    from reports.page import audits_page

    return audits_page(audits)


#: What `audit` and `report` may be asked for.
FORMATS: Mapping[str, Callable[[Sequence[Audit], Screen], str]] = {
    "terminal": _terminal,
    "json": _json,
    "html": _html,
}


def _links_terminal(audits: Sequence[Audit], screen: Screen) -> str:
    from reports.terminal.links import links_text

    return "\n\n".join(links_text(audit, screen) for audit in audits)


def _links_json(audits: Sequence[Audit], _: Screen) -> str:
    from reports.records import as_line, links_record

    return "".join(f"{as_line(links_record(audit))}\n" for audit in audits)


def _links_html(audits: Sequence[Audit], _: Screen) -> str:
    from reports.page import audits_page

    return audits_page(audits, findings=False)


#: What `links` may be asked for.
LINK_FORMATS: Mapping[str, Callable[[Sequence[Audit], Screen], str]] = {
    "terminal": _links_terminal,
    "json": _links_json,
    "html": _links_html,
}


def _check_terminal(finding: Finding, screen: Screen) -> str:
    from reports.terminal.check import check_text

    return check_text(finding, screen)


def _check_json(finding: Finding, _: Screen) -> str:
    from reports.records import as_line, check_record

    return f"{as_line(check_record(finding))}\n"


def _check_html(finding: Finding, _: Screen) -> str:
    from reports.page import check_page

    return check_page(finding)


#: What `check` may be asked for.
CHECK_FORMATS: Mapping[str, Callable[[Finding, Screen], str]] = {
    "terminal": _check_terminal,
    "json": _check_json,
    "html": _check_html,
}


def _read_terminal(articles: Sequence[Article], screen: Screen, name: str) -> str:
    from reports.terminal.read import read_text

    return "\n\n".join(read_text(article, screen, name=name) for article in articles)


def _read_json(articles: Sequence[Article], _: Screen, name: str) -> str:  # noqa: ARG001 - one signature for all
    from reports.records import articles_record, as_line

    return f"{as_line(articles_record(articles))}\n"


#: What `read` may be asked for, of one file's articles and its name.
READ_FORMATS: Mapping[str, Callable[[Sequence[Article], Screen, str], str]] = {
    "terminal": _read_terminal,
    "json": _read_json,
}


def chosen(formats: Mapping[str, T], name: str) -> T:
    """The renderer called *name*; raises UsageError, naming those there are."""
    try:
        return formats[name]
    except KeyError:
        known = ", ".join(formats)
        raise UsageError(f"no format {name!r} here", hint=f"choose one of {known}", subject=name) from None
