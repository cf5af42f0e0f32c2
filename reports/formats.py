"""The formats that a report is rendered in; each renderer is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from quotations.errors import UsageError
from quotations.model import Article, Audit, Finding
from reports.terminal.screen import Screen

T = TypeVar("T")


def _terminal(audits: Sequence[Audit], screen: Screen) -> str:
    from reports.terminal.audit import audit_text

    return _all_told([audit_text(audit, screen) for audit in audits], audits, screen)


def _all_told(texts: Sequence[str], audits: Sequence[Audit], screen: Screen, *, findings: bool = True) -> str:
    """The *texts* of *audits*, and behind several what these come to together."""
    from reports.terminal.several import Several

    several = Several(findings)
    for audit in audits:
        several.add(audit)
    return "\n\n".join(texts) + several.text(screen)


def _json(audits: Sequence[Audit], _: Screen) -> str:
    from reports.records import as_line, audit_record

    return "".join(f"{as_line(audit_record(audit))}\n" for audit in audits)


def _html(audits: Sequence[Audit], _: Screen) -> str:
    from reports.collection import audits_page

    return audits_page(audits)


def _csv(audits: Sequence[Audit], _: Screen) -> str:
    from reports.tables import findings_table

    return findings_table(audits)


def _markdown(audits: Sequence[Audit], _: Screen) -> str:
    from reports.markdown import markdown

    return markdown(audits)


def _junit(audits: Sequence[Audit], _: Screen) -> str:
    from reports.junit import junit

    return junit(audits)


def _sarif(audits: Sequence[Audit], _: Screen) -> str:
    from reports.sarif import sarif

    return sarif(audits)


#: What `audit` and `report` may be asked for.
FORMATS: Mapping[str, Callable[[Sequence[Audit], Screen], str]] = {
    "terminal": _terminal,
    "json": _json,
    "html": _html,
    "csv": _csv,
    "markdown": _markdown,
    "junit": _junit,
    "sarif": _sarif,
}


def _links_terminal(audits: Sequence[Audit], screen: Screen) -> str:
    from reports.terminal.links import links_text

    return _all_told([links_text(audit, screen) for audit in audits], audits, screen, findings=False)


def _links_json(audits: Sequence[Audit], _: Screen) -> str:
    from reports.records import as_line, links_record

    return "".join(f"{as_line(links_record(audit))}\n" for audit in audits)


def _links_html(audits: Sequence[Audit], _: Screen) -> str:
    from reports.collection import audits_page

    return audits_page(audits, findings=False)


def _links_csv(audits: Sequence[Audit], _: Screen) -> str:
    from reports.tables import links_table

    return links_table(audits)


def _links_markdown(audits: Sequence[Audit], _: Screen) -> str:
    from reports.markdown import links_markdown

    return links_markdown(audits)


def _links_junit(audits: Sequence[Audit], screen: Screen) -> str:
    return _junit([replace(audit, findings=()) for audit in audits], screen)


def _links_sarif(audits: Sequence[Audit], screen: Screen) -> str:
    return _sarif([replace(audit, findings=()) for audit in audits], screen)


#: What `links` may be asked for.
LINK_FORMATS: Mapping[str, Callable[[Sequence[Audit], Screen], str]] = {
    "terminal": _links_terminal,
    "json": _links_json,
    "html": _links_html,
    "csv": _links_csv,
    "markdown": _links_markdown,
    "junit": _links_junit,
    "sarif": _links_sarif,
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
