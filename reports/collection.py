"""Many audits on one page, each written as it comes: the page never stands whole in memory.

What goes before the audits counts them, and so is known last: write what `add` gives to a side, then `head`, that, `foot`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from quotations.model import Audit
from reports.page import audit_page, audit_part, checked, document, rendered, told
from reports.summary import Summary, links_sentence, none, sentence, summarise
from reports.views.articles import OverviewRow, overview_row
from reports.words.phrases import counted

#: Where the audits go; mark-up, which no title can hold.
_HERE = Markup("<!-- audits -->")


def audits_page(audits: Sequence[Audit], *, findings: bool = True) -> str:
    """One page of *audits*, one after another; without *findings* only what became of the links."""
    if len(audits) == 1:
        return audit_page(audits[0], findings=findings)
    page = CollectionPage(findings)
    parts = [page.add(audit) for audit in audits]
    return "".join((page.head(), *parts, page.foot()))


@dataclass
class CollectionPage:
    """One page of several audits; without *findings* only what became of their links."""

    findings: bool = True
    late = True  #: `head` is known when all are added
    _rows: list[OverviewRow] = field(default_factory=list)
    _articles: set[tuple[str, str | None]] = field(default_factory=set)
    _summary: Summary = field(default_factory=none)

    def add(self, audit: Audit) -> str:
        """The mark-up of *audit*, the next on the page."""
        prefix = f"a{len(self._rows) + 1}-"
        summary = summarise(audit)
        self._summary = self._summary.plus(summary)
        self._articles.add((audit.name, audit.article.title))
        self._rows.append(overview_row(audit, summary, prefix))
        return f"{audit_part(audit, prefix, findings=self.findings)}\n"

    def head(self) -> str:
        """What goes before the audits."""
        return self._around[0]

    def foot(self) -> str:
        """What goes behind them."""
        return self._around[1]

    @cached_property
    def _around(self) -> tuple[str, str]:
        articles, audits = len(self._articles), len(self._rows)
        title = counted(articles, "article")
        if articles != audits:
            title = f"{counted(audits, 'audit')} of {title}"
        body = rendered(
            "overview.html",
            title=title,
            checked=checked(self.findings),
            sentence=sentence(self._summary) if self.findings else links_sentence(self._summary),
            links_sentence=links_sentence(self._summary) if self.findings else "",
            rows=self._rows,
            again=articles != audits,  # an article that is there twice is known by when it was audited
            told=told(self.findings),
            parts=_HERE,
        )
        head, _, foot = document(f"{title}: {checked(self.findings)}", body).partition(_HERE)
        return head, foot
