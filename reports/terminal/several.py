"""What several audits come to together, for the end of a terminal's long scroll: counts, and which to look at first."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotations.model import Audit
from reports.outcome import SYMBOLS, Tone
from reports.summary import Summary, links_sentence, none, sentence, summarise
from reports.terminal.lines import Layout, clipped
from reports.terminal.screen import Screen
from reports.views.articles import OverviewRow, overview_row
from reports.words.phrases import counted

#: Audits that are named; the others are counted.
_NAMED = 20
_GRAVEST = (Tone.ERROR, Tone.WARNING, Tone.NOTE, Tone.OPEN, Tone.OK)


@dataclass
class Several:
    """The counts of the audits that were added; without *findings* of their links alone."""

    findings: bool = True
    _rows: list[OverviewRow] = field(default_factory=list)
    _articles: set[tuple[str, str | None]] = field(default_factory=set)
    _summary: Summary = field(default_factory=none)

    def add(self, audit: Audit) -> None:
        """Count *audit* as well."""
        summary = summarise(audit)
        self._summary = self._summary.plus(summary)
        self._rows.append(overview_row(audit, summary, ""))
        self._articles.add((audit.name, audit.article.title))

    def text(self, screen: Screen) -> str:
        """What is behind the last audit, a gap before it; nothing where there was only one."""
        return f"\n\n{self._told(screen)}" if len(self._rows) > 1 else ""

    def _told(self, screen: Screen) -> str:
        rows, layout = self._rows, Layout(screen)
        again = len(self._articles) != len(rows)
        whole = counted(len(self._articles), "article")
        layout.add((f"{counted(len(rows), 'audit')} of {whole}" if again else f"All {whole}", "head"))
        if self.findings:
            layout.add((sentence(self._summary), "bold"))
        layout.add((links_sentence(self._summary), "" if self.findings else "bold"))
        amiss = [row for row in rows if row.links or (self.findings and row.look)]
        layout.blank()
        for row in sorted(amiss, key=lambda row: _GRAVEST.index(row.tone))[:_NAMED]:
            self._add_row(layout, row, row.audited if again else "")
        if len(amiss) > _NAMED:
            layout.add((f"and {counted(len(amiss) - _NAMED, 'other')} to look at", "dim"), indent=2)
        if rest := len(rows) - len(amiss):
            layout.add((f"{counted(rest, 'audit' if again else 'article')} with nothing to look at", "dim"), indent=2)
        return layout.text()

    def _add_row(self, layout: Layout, row: OverviewRow, audited: str) -> None:
        told = [counted(row.look, "quotation")] if self.findings and row.look else []
        told += [counted(row.links, "link")] if row.links else []
        tail = f"  {' · '.join(filter(None, (', '.join(told), audited)))}"
        title = clipped(row.title, max(20, layout.screen.width - len(tail) - 6))
        layout.add((SYMBOLS[row.tone], row.tone.value), f" {title}", (tail, "dim"), indent=2, hang=4)
