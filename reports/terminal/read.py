"""What was read in an article, for a terminal: nothing is judged here."""

from __future__ import annotations

from quotations.model import JUDGED_KINDS, Article, Attribution, Basis, Citation, Quotation, QuotationKind, Role, Target
from quotations.reading.excerpts import page_of
from quotations.urls import host_of
from reports.terminal.heading import add_article
from reports.terminal.lines import Layout
from reports.terminal.screen import Screen
from reports.words.labels import BASES, KINDS, ROLES
from reports.words.pairing import (
    ELSEWHERE,
    GIVEN_IN_ARTICLE,
    LINKS,
    LOST,
    NO_SOURCE,
    copy_of,
    paired,
    set_aside,
    staked,
)
from reports.words.phrases import counted, number


def read_text(article: Article, screen: Screen = Screen(), *, name: str = "") -> str:  # noqa: B008 - a frozen value
    """Metadata, quotations with the source each is paired with, and citations; furniture is counted unless verbose."""
    layout = Layout(screen)
    add_article(layout, article, name)
    layout.blank()
    _add_counts(layout, article)
    if screen.explain or screen.verbose:
        for field, how in article.provenance.items():
            layout.add((f"{field}: {how}", "dim"), indent=2)
    layout.blank()
    quotations = [q for q in article.quotations if screen.verbose or q.kind is not QuotationKind.BOILERPLATE]
    citations = [c for c in article.citations if screen.verbose or c.role is not Role.CHROME]
    for quotation in quotations:
        _add_quotation(layout, article, quotation)
    if quotations and citations:
        layout.blank()
        layout.add((LINKS, "bold"))
    for citation in citations:
        _add_citation(layout, citation)
    if told := set_aside(len(article.quotations) - len(quotations), len(article.citations) - len(citations)):
        layout.blank()
        layout.add((told, "dim"))
    return layout.text()


def _add_counts(layout: Layout, article: Article) -> None:
    """How much there is, and how much of it has a source."""
    found = (
        f"{counted(len(article.quotations), 'quotation')}, {counted(len(article.citations), 'link')}, {article.format}"
    )
    layout.add((found, "bold"), (f", language {article.language}" if article.language else "", ""))
    best = [_best(article, q) for q in article.quotations if q.kind in JUDGED_KINDS]
    if told := paired(best):
        layout.add(told)
    if page_of(article) is not None:
        layout.add(ELSEWHERE)


def _best(article: Article, quotation: Quotation) -> Attribution | None:
    return next(iter(article.candidates(quotation.id)), None)


def _add_quotation(layout: Layout, article: Article, quotation: Quotation) -> None:
    facts = [KINDS[quotation.kind]]
    facts += [f"by {quotation.speaker}"] if quotation.speaker else []
    facts += [f"repeats {number(quotation.echo_of)}"] if quotation.echo_of else []
    layout.add(f"{number(quotation.id):>3}  “{quotation.text}”", ("  " + ", ".join(facts), "dim"), hang=5)
    verbose = layout.screen.verbose
    candidates = article.candidates(quotation.id)[: 3 if verbose else 1]
    for attribution in candidates:
        score = f" ({attribution.score:.2f})" if verbose else ""
        said = f"→ {staked(attribution, _leads_to(article, attribution))}{score}: {_how(attribution)}"
        layout.add((said, "dim"), indent=5, hang=7)
    if not candidates and quotation.kind in JUDGED_KINDS:
        layout.add((f"→ {NO_SOURCE}", "dim"), indent=5, hang=7)


def _how(attribution: Attribution) -> str:
    """By what the quotation is paired; here nobody but the article names a source."""
    return GIVEN_IN_ARTICLE if attribution.basis is Basis.GIVEN else BASES[attribution.basis]


def _leads_to(article: Article, attribution: Attribution) -> str:
    """The host of the source, by which a reader knows it; its address stands in the list of links."""
    cited = next((c for c in article.citations if c.id == attribution.citation), None)
    if cited is None:
        return ""
    host = host_of(cited.archived.original if cited.archived else cited.url or "") or ""
    return host.removeprefix("www.") or (LOST if cited.target is Target.LOST else "")


def _add_citation(layout: Layout, citation: Citation) -> None:
    where = {
        Target.OK: citation.url or citation.href,
        Target.LOST: LOST,
        Target.UNSUPPORTED: f"{citation.href} (not followed)",
    }[citation.target]
    anchor = f"[{citation.anchor}] " if citation.anchor else ""
    role = f"  {ROLES[citation.role]}" + (f", {copy_of(citation.archived)}" if citation.archived else "")
    layout.add(f"{citation.id:>3}  {anchor}", (where, "link"), (role, "dim"), hang=5)
