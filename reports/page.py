"""Reports as one HTML file: no request, no script, readable on paper, by screen readers and in the dark.

Everything from outside is escaped by the template engine and, besides, may do nothing: the page's own policy
allows one style sheet, by its hash, and nothing else. A web face builds on `document` and `finding_fragment`.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shlex
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from quotations.model import Article, Audit, Finding, Severity
from reports.order import graded
from reports.outcome import outcome
from reports.proportions import proportions
from reports.summary import links_sentence, sentence, summarise
from reports.views.articles import byline, language_tag, metadata
from reports.views.findings import by_title, finding_view, unchecked_views
from reports.views.links import alike, by_severity, link_views
from reports.visible import on_page
from reports.words import method
from reports.words.phrases import moment

if TYPE_CHECKING:
    from jinja2 import Environment


def audit_page(audit: Audit, *, findings: bool = True) -> str:
    """The page of one audit; without *findings* only what became of the links."""
    title = audit.article.title or audit.name or "Untitled"
    return document(f"{title}: {checked(findings)}", audit_part(audit, "", findings=findings))


def checked(findings: bool) -> str:
    """What a page is about."""
    return "citations checked" if findings else "links checked"


def told(findings: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How a page came about, and what it cannot tell."""
    return (method.METHOD, method.LIMITS) if findings else (method.LINK_METHOD, method.LINK_LIMITS)


def audit_part(audit: Audit, prefix: str, *, findings: bool) -> Markup:
    """The mark-up of one audit; *prefix* goes before its anchors where the page holds several."""
    return rendered("audit.html", **_audit_values(audit, prefix, findings=findings))


def check_page(finding: Finding) -> str:
    """One finding as a page of its own."""
    values = {"body": finding_fragment(finding), "engine": finding.engine, "profile": finding.profile}
    return document(outcome(finding).title, rendered("check.html", **values))


def finding_fragment(finding: Finding, article: Article | None = None) -> Markup:
    """The mark-up of one finding, for a page that `document` makes."""
    return rendered("one.html", finding=finding_view(finding, article))


def document(title: str, body: Markup, *, policy: str | None = None) -> str:
    """A whole page around *body*, with the style sheet, the badges' shapes and a policy.

    A server that sends its own policy as a header passes "" and puts `style_hash` into it.
    """
    policy = POLICY.format(style=style_hash()) if policy is None else policy
    return str(rendered("document.html", title=title, body=body, policy=policy, style=style()))


POLICY = "default-src 'none'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def style() -> str:
    """The style sheet of all pages."""
    return files("reports").joinpath("templates/style.css").read_text(encoding="utf-8")


@cache
def style_hash() -> str:
    """The style sheet as a source of a content security policy: ``sha256-…``."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()


def _audit_values(audit: Audit, prefix: str, *, findings: bool) -> dict[str, Any]:
    article, summary = audit.article, summarise(audit)
    ordered = graded(audit.findings) if findings else []
    links = link_views(audit.links, article)
    looked = [link for link in links if link.amiss]
    look = [finding_view(f, article) for f in ordered if f.severity not in (None, Severity.OK)]
    return {
        "prefix": prefix,
        "part": "div" if prefix else "main",  # a page has one main part
        "audit": audit,
        "label": f"{article.title or audit.name or 'Untitled'}{f', audit {audit.id}' if audit.id else ''}",
        "article": article,
        "language": language_tag(article.language),
        "audited": moment(audit.audited_at),
        "byline": byline(article),
        "sentence": sentence(summary) if findings else links_sentence(summary),
        "links_sentence": links_sentence(summary) if findings else "",
        "summary": summary,
        "proportions": proportions(summary) if findings else (),
        "look": look,
        "contents": by_title(look),
        "stand": [finding_view(f, article) for f in ordered if f.severity is Severity.OK],
        "unchecked": unchecked_views(ordered, article),
        "links": alike(by_severity(looked)),
        "other_links": alike(link for link in links if not link.amiss),
        "other_count": len(links) - len(looked),
        "metadata": metadata(article),
        "checked": checked(findings),
        "told": told(findings),
        "method": method,
        "verb": "audit" if findings else "links",
        "command": shlex.quote(audit.name or "FILE"),
        "archives": [shlex.quote(one) for one in str(audit.run.get("archives") or "").split()],
        "engine": audit.findings[0].engine if audit.findings else {},
        "profile": audit.findings[0].profile if audit.findings else "",
    }


def rendered(name: str, **values: object) -> Markup:
    """The template *name* with *values*, which it escapes."""
    return Markup(_environment().get_template(name).render(**values))  # noqa: S704 - the engine escaped it


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters.update(options=_options, together=_together, one=_one)
    return environment


def _options(text: str) -> Markup:
    """*text* with command-line options set as such, so that no line breaks inside one."""
    parts = re.split(r"(--[a-z][a-z-]*)", on_page(text))
    option = Markup('<code class="option">{}</code>')
    return Markup("").join(option.format(part) if number % 2 else part for number, part in enumerate(parts))


def _one(links: Sequence[object], name: str) -> bool:
    """Whether all of *links* have the same under *name*."""
    return len({getattr(link, name) for link in links}) == 1


def _together(text: str) -> str:
    """*text* with each number kept on the line of the word that it counts."""
    return re.sub(r"(?<=\d) ", "\N{NO-BREAK SPACE}", text)


def _shown(value: object) -> object:
    """What acts on a page instead of standing on it made visible, in every value that a template prints."""
    return on_page(value) if isinstance(value, str) and not isinstance(value, Markup) else value
