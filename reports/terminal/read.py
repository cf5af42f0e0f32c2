"""What was read in an article, for a terminal: nothing is judged here."""

from __future__ import annotations

from quotations.model import Article, Citation, Quotation, Target
from reports.terminal.heading import add_article
from reports.terminal.lines import Layout
from reports.terminal.screen import Screen
from reports.words.labels import BASES, KINDS, ROLES
from reports.words.phrases import counted, number


def read_text(article: Article, screen: Screen = Screen(), *, name: str = "") -> str:  # noqa: B008 - a frozen value
    """Metadata, quotations with the source each is paired with, and citations."""
    layout = Layout(screen)
    add_article(layout, article, name)
    layout.blank()
    found = (
        f"{counted(len(article.quotations), 'quotation')}, {counted(len(article.citations), 'link')}, {article.format}"
    )
    layout.add((found, "bold"), (f", language {article.language}" if article.language else "", ""))
    if screen.explain or screen.verbose:
        for field, how in article.provenance.items():
            layout.add((f"{field}: {how}", "dim"), indent=2)
    layout.blank()
    for quotation in article.quotations:
        _add_quotation(layout, article, quotation)
    if article.citations:
        layout.blank()
    for citation in article.citations:
        _add_citation(layout, citation)
    return layout.text()


def _add_quotation(layout: Layout, article: Article, quotation: Quotation) -> None:
    facts = [KINDS[quotation.kind]]
    facts += [f"by {quotation.speaker}"] if quotation.speaker else []
    facts += [f"repeats {number(quotation.echo_of)}"] if quotation.echo_of else []
    layout.add(f"{number(quotation.id):>3}  “{quotation.text}”", ("  " + ", ".join(facts), "dim"), hang=5)
    for attribution in article.candidates(quotation.id)[: 3 if layout.screen.verbose else 1]:
        basis = f"→ link {attribution.citation} ({attribution.score:.2f}): {BASES[attribution.basis]}"
        layout.add((basis, "dim"), indent=5, hang=7)


def _add_citation(layout: Layout, citation: Citation) -> None:
    where = {
        Target.OK: citation.url or citation.href,
        Target.LOST: "address lost",
        Target.UNSUPPORTED: f"{citation.href} (not followed)",
    }[citation.target]
    anchor = f"[{citation.anchor}] " if citation.anchor else ""
    layout.add(f"{citation.id:>3}  {anchor}", (where, "link"), (f"  {ROLES[citation.role]}", "dim"), hang=5)
