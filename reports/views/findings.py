"""Findings as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from quotations.model import Article, Basis, Finding, Verdict
from reports.addresses import at_passage, followable
from reports.diff import Mark, Piece, passage_pieces, side_by_side
from reports.opening import archive_address, live_address
from reports.outcome import Outcome, archived, misattributed, outcome
from reports.repair import differences_in_words, repairs
from reports.views.articles import language_tag
from reports.words.labels import BASES, CONFIDENCES, FLAGS, SEVERITIES
from reports.words.phrases import QUOTES, begun, ended, moment, number

_SHORT_DIGEST = 19


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as it was read."""

    title: str
    host: str
    open: str | None  #: opens it at the passage
    archive: str | None
    place: str
    read: str
    copied: bool  #: read from an archive's copy, of that time
    digest: str
    short_digest: str
    whole: bool | None
    language: str | None


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding as the page shows it."""

    number: str
    anchor: str  #: where it stands on the page
    told: Outcome
    whose: str  #: the label over the quoted words
    which: str  #: which quotation and link, and how much it weighs
    link: str | None
    speaker: str | None
    language: str | None
    article: tuple[Piece, ...]
    source: tuple[Piece, ...]
    elsewhere: tuple[Piece, ...]  #: the passage of another source that has the words
    elsewhere_open: str | None
    elsewhere_read: str
    differences: tuple[str, ...]
    flags: tuple[str, ...]
    repairs: tuple[str, ...]
    seen: SourceView
    facts: tuple[tuple[str, str], ...]  #: how it was decided


@dataclass(frozen=True, slots=True)
class UncheckedView:
    """The findings that one reason kept from being checked."""

    told: Outcome
    findings: tuple[FindingView, ...]


def finding_view(finding: Finding, article: Article | None = None) -> FindingView:
    """*finding* for the page; *article* gives the language of its words."""
    both = side_by_side(finding)
    placement = finding.placement if misattributed(finding) else None
    return FindingView(
        number=number(finding.quotation.id),
        anchor=f"q{number(finding.quotation.id)}",
        told=outcome(finding),
        whose="The quotation" if _asked(finding) else "The article",
        which=_which(finding),
        link=finding.attribution.citation if finding.attribution else None,
        speaker=finding.quotation.speaker,
        language=language_tag(article.language if article else None),
        article=_in_sentence(finding, both.article),
        source=both.source,
        elsewhere=passage_pieces(placement.passage) if placement and placement.passage else (),
        elsewhere_open=at_passage(placement.url, placement.passage) if placement else None,
        elsewhere_read=moment(placement.captured_at) if placement else "",
        differences=differences_in_words(finding),
        flags=tuple(FLAGS[flag] for flag in finding.flags),
        repairs=repairs(finding),
        seen=_source_view(finding),
        facts=_facts(finding),
    )


def by_title(findings: Sequence[FindingView]) -> list[list[FindingView]]:
    """Neighbouring *findings* of one title together."""
    return [list(group) for _, group in groupby(findings, key=lambda finding: finding.told.title)]


def unchecked_views(findings: Iterable[Finding], article: Article) -> list[UncheckedView]:
    """The unchecked among *findings*, those of one reason together."""
    unchecked = [f for f in findings if f.verdict is Verdict.UNCHECKED]
    told = sorted(((_reason(f), f) for f in unchecked), key=lambda pair: pair[0])
    groups = [[f for _, f in group] for _, group in groupby(told, key=lambda pair: pair[0])]
    return [UncheckedView(outcome(group[0]), tuple(finding_view(f, article) for f in group)) for group in groups]


def _which(finding: Finding) -> str:
    weight = SEVERITIES[finding.severity]
    if finding.attribution is None:
        return f"quotation {number(finding.quotation.id)} · {weight}"
    if _asked(finding):  # there is nothing to tell it from
        return weight
    return f"quotation {number(finding.quotation.id)}, link {finding.attribution.citation} · {weight}"


def _asked(finding: Finding) -> bool:
    """Whether the quotation was asked about by itself and stands in no article."""
    return finding.attribution is not None and finding.attribution.basis is Basis.GIVEN


def _reason(finding: Finding) -> tuple[str, str]:
    return finding.checkability, finding.reason or ""


def _in_sentence(finding: Finding, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The quoted words between their neighbours in the article."""
    front, back = finding.quotation.prefix, finding.quotation.suffix
    before, after = front.rstrip(QUOTES), back.lstrip(QUOTES)  # ours stand around the words
    if len(before.split()) > 1 and before[0].isalnum():  # the first word may be the rest of one
        before = before.split(maxsplit=1)[1]
    if len(after.split()) > 1 and after[-1].isalnum():
        after = after.rsplit(maxsplit=1)[0]
    around = [Piece(f"… {before}" if before.strip() else "", Mark.AROUND), *pieces]
    around.append(Piece(f"{after} …" if after.strip() else "", Mark.AROUND))
    return tuple(piece for piece in around if piece.text)


def _source_view(finding: Finding) -> SourceView:
    seen = finding.source
    passage = finding.comparison.passage if finding.comparison else None
    place = []
    if passage and finding.verdict is not Verdict.NOT_FOUND:
        place = [f"page {passage.page}"] if passage.page is not None else []
        place += [f"under “{passage.section.strip(QUOTES)}”"] if passage.section else []
    address = followable(seen.final_url) or followable(seen.url)
    digest = seen.digest or ""
    return SourceView(
        title=seen.title or "",
        host=_host(address) or (seen.url or ""),
        open=live_address(finding),
        archive=archive_address(finding),
        place=", ".join(place),
        read=moment(seen.captured_at),
        copied=archived(finding),
        digest=digest,
        short_digest=digest[:_SHORT_DIGEST],
        whole=seen.complete,
        language=language_tag(seen.language),
    )


def _facts(finding: Finding) -> tuple[tuple[str, str], ...]:
    comparison = finding.comparison
    attribution = finding.attribution
    passage = comparison.passage if comparison else None
    rules = finding.rules or (comparison.rules if comparison else ())
    pairing = f"{BASES[attribution.basis]} (score {attribution.score:.2f})" if attribution else ""
    placement = finding.placement
    facts = (
        ("Verdict", finding.verdict.value),
        ("Rules", ", ".join(rules)),
        ("Paired because", pairing),
        ("How sure", CONFIDENCES[finding.confidence] if finding.verdict is not Verdict.UNCHECKED else ""),
        ("Chance", comparison.chance.in_words if comparison and comparison.chance else ""),
        ("Place", f"characters {passage.span.start}–{passage.span.end} of the source's text" if passage else ""),
        ("Also there", ", ".join(f"link {citation}" for citation in finding.also)),
        ("Looked for in", ", ".join(name.replace("_", " ") for name in placement.searched) if placement else ""),
        ("In archives", " ".join(begun(ended(one)) for one in finding.archived)),
        ("Digest", finding.source.digest or ""),
    )
    return tuple((name, value) for name, value in facts if value)


def _host(address: str | None) -> str:
    return (urlsplit(address).hostname or "") if address else ""
