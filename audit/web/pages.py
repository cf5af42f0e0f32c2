"""The pages of the local server: the form, its answer in the report's own words and looks, and held audits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from quotations.errors import CitetrailError
from quotations.model import Finding, Severity
from reports.listing import graded
from reports.outcome import Tone
from reports.page import document, finding_fragment, style_hash
from reports.words.phrases import counted, day

if TYPE_CHECKING:
    from jinja2 import Environment

    from storage import AuditEntry

#: The page's own policy: its style sheets and one script from here, and forms that lead back here.
POLICY = "default-src 'none'; style-src 'self' '{style}'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'self'"
NOTHING = {"quote": "", "source": "", "text": ""}


def ask_page(audits: Sequence[AuditEntry] = ()) -> str:
    """The form, and the newest audits that are held."""
    rows = [
        {"id": row.id, "title": row.title or row.name, "when": day(row.audited_at), **_found(row)} for row in audits
    ]
    return _page("Check a quotation", asked=NOTHING, audits=rows)


def answer_page(finding: Finding, asked: Mapping[str, str]) -> str:
    """The finding over the form that asked for it."""
    return _page("One quotation checked", asked=asked, finding=finding_fragment(finding))


def trouble_page(error: CitetrailError, asked: Mapping[str, str]) -> str:
    """Why there is no answer, over the form as it was filled in."""
    return _page("Check a quotation", asked=asked, trouble=error)


def _found(row: AuditEntry) -> dict[str, str]:
    """What an audit found, in words, and the tone to say it in."""
    for severity, tone in ((Severity.ERROR, Tone.ERROR), (Severity.WARNING, Tone.WARNING)):
        if number := graded(row.counts, severity):
            return {"tone": tone.value, "found": counted(number, severity.value)}
    return {"tone": Tone.OK.value, "found": "nothing amiss"} if row.counts else {"tone": Tone.OPEN.value, "found": ""}


def _page(title: str, **values: object) -> str:
    body = _environment().get_template("ask.html").render({"audits": (), "finding": None, "trouble": None, **values})
    return document(title, Markup(body), policy=POLICY.format(style=style_hash()))  # noqa: S704 - the engine escaped it


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("audit.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
