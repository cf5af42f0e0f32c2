"""Every quotation and link of one article judged by what was seen of its sources: a pure step of the service."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from audit.config import Config
from audit.durations import duration
from audit.service.indexes import Indexes
from audit.service.order import Order
from audit.service.placing import placed
from crawler.hostrules import Rules
from quotations.judging import Candidate, Looked, judge
from quotations.judging.link_state import Rulings, Strikes, link_state, probe_address, wanted
from quotations.model import (
    Article,
    Capture,
    Citation,
    Finding,
    LinkState,
    Quotation,
    Severity,
    State,
    Target,
    Text,
    Want,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen of the sources, by their address."""

    texts: Mapping[str, Looked]  #: the look that is judged
    histories: Mapping[str, Sequence[Capture]]  #: all looks, newest first
    followed: frozenset[str]  #: the addresses that this audit follows
    asked: Mapping[str, Looked] = field(default_factory=dict)  #: what judgement asked to see besides, by address
    now: datetime = field(default_factory=lambda: datetime.now(UTC))  #: of the audit
    rulings: Rulings = field(default_factory=Rulings)  #: what the links came to when it was asked what else to look at


class Siblings:
    """The newest looks at an article's sources, found by what the addresses of one page share: its bytes, or its end.

    Of thousands that share it a few tell as much: each link is compared with no more than `ENOUGH`.
    """

    ENOUGH = 50

    def __init__(self, newest: Iterable[Capture]) -> None:
        self._by: dict[str, list[Capture]] = {}
        for one in newest:
            for key in _shared(one):
                group = self._by.setdefault(key, [])
                if len(group) < self.ENOUGH:
                    group.append(one)

    def of(self, capture: Capture) -> tuple[Capture, ...]:
        """The looks that may have come to the same page as *capture*."""
        found = {one.url: one for key in _shared(capture) for one in self._by.get(key, ())}
        return tuple(one for url, one in found.items() if url != capture.url)

    def beside(self, looks: Sequence[tuple[Capture, Text | None]]) -> tuple[Capture, ...]:
        """Those of the look that is judged, the first of *looks*."""
        return self.of(looks[0][0]) if looks else ()


def _shared(capture: Capture) -> Iterator[str]:
    if capture.digest is not None:
        yield capture.digest
    if capture.final_url is not None:
        yield capture.final_url


def judge_article(
    order: Order, evidence: Evidence, config: Config
) -> tuple[tuple[Finding, ...], tuple[LinkState, ...]]:
    """One finding a judged quotation and one link state a citation, in the article's order."""
    article = order.article
    seen = _all_seen(order, evidence)
    house = House(order, evidence, _newest(evidence), Rules(config.hosts, config.exclude), _strikes(config))
    links = {c.id: _link(c, seen[c.id], house) for c in article.citations}
    findings: list[Finding] = []
    indexes = Indexes()
    if order.quotations:
        kinds = set(config.kinds)
        for quotation in article.quotations:
            if "all" in kinds or quotation.kind.value in kinds:
                findings.append(_finding(quotation, article, seen, links, order, config, indexes))
    return tuple(findings), tuple(links.values())


def still_wanted(order: Order, evidence: Evidence, newly: Collection[str] | None = None) -> list[Want]:
    """What else has to be looked at before the article is judged, each address once; most articles need no more.

    *newly* are the addresses looked at since this was last asked; None where it never was.
    """
    wants = _wants(order.article, _all_seen(order, evidence), order, evidence, _newest(evidence), newly)
    return list({want.url: want for want in wants}.values())


def _all_seen(order: Order, evidence: Evidence) -> dict[str, Looked | None]:
    return {citation.id: _seen(citation, order, evidence) for citation in order.article.citations}


def _newest(evidence: Evidence) -> Siblings:
    return Siblings(history[0] for history in evidence.histories.values() if history)


def _wants(
    article: Article,
    seen: Mapping[str, Looked | None],
    order: Order,
    evidence: Evidence,
    newest: Siblings,
    newly: Collection[str] | None,
) -> list[Want]:
    """What more to look at: an address beside one whose page may stand in another's place, each once."""
    found: dict[str, Want] = {}
    for citation in article.citations:
        look = seen[citation.id]
        if look is None or look.capture.supplied is not None or citation.url not in evidence.followed:
            continue
        if citation.id in order.supplied.instead or (newly is not None and citation.url not in newly):
            continue
        want = wanted(citation, [(look.capture, look.text)], newest.of(look.capture), rulings=evidence.rulings)
        if want is not None and want.url not in evidence.asked:
            found.setdefault(want.url, want)
    return list(found.values())


def _finding(
    quotation: Quotation,
    article: Article,
    seen: Mapping[str, Looked | None],
    links: Mapping[str, LinkState],
    order: Order,
    config: Config,
    indexes: Indexes,
) -> Finding:
    candidates = [
        Candidate(
            attribution=attribution,
            citation=article.citation(attribution.citation),
            link=links[attribution.citation],
            looked=seen[attribution.citation],
        )
        for attribution in article.candidates(quotation.id)
    ]
    finding = judge(quotation, candidates, article=article, profile=config.profile, supplied=order.supplied.bare)
    for candidate in reversed(candidates):
        indexes.used(candidate.looked)
    return placed(finding, article, seen, links, indexes)


def _seen(citation: Citation, order: Order, evidence: Evidence) -> Looked | None:
    """What was seen of the citation's source: a supplied copy before what the network answered."""
    given = order.supplied
    if citation.id in given.by_citation:
        return given.by_citation[citation.id]
    if citation.id in given.instead:
        return evidence.texts.get(given.instead[citation.id])
    if citation.url is None or citation.target is not Target.OK:
        return None
    return given.by_url.get(citation.url) or evidence.texts.get(citation.url)


@dataclass(frozen=True, slots=True)
class House:
    """What the links of one article are judged by besides their own looks."""

    order: Order
    evidence: Evidence
    newest: Siblings
    rules: Rules
    strikes: Strikes


def _strikes(config: Config) -> Strikes:
    return Strikes(config.dead_after, duration(config.dead_interval))


def _link(citation: Citation, seen: Looked | None, house: House) -> LinkState:
    order, evidence, newest = house.order, house.evidence, house.newest
    if seen is not None and seen.capture.supplied is not None:
        return _supplied(citation, seen)
    if citation.id in order.supplied.instead:
        looks = _looks(evidence.histories.get(order.supplied.instead[citation.id], ()), seen)
        return link_state(citation, looks, newest.beside(looks), strikes=house.strikes, rulings=evidence.rulings)
    if citation.target is not Target.OK or citation.url is None:
        return link_state(citation, ())
    if citation.url not in evidence.followed:
        return _unfollowed(citation, house.rules.refusal(citation.url, evidence.now.date()))
    looks = _looks(evidence.histories.get(citation.url, ()), seen)
    beside = evidence.asked.get(probe_address(citation.url) or "")
    probe = (beside.capture, beside.text) if beside else None
    return link_state(citation, looks, newest.beside(looks), probe, strikes=house.strikes, rulings=evidence.rulings)


def _looks(history: Sequence[Capture], seen: Looked | None) -> list[tuple[Capture, Text | None]]:
    """The history with the judged look first: what says nothing stands behind it."""
    if seen is None:
        return [(capture, None) for capture in history]
    rest = [capture for capture in history if capture is not seen.capture and capture.id != seen.capture.id]
    return [(seen.capture, seen.text), *((capture, None) for capture in rest)]


def _supplied(citation: Citation, seen: Looked) -> LinkState:
    """A copy stands for its citation, whatever became of the link."""
    return LinkState(
        citation=citation.id,
        href=citation.href,
        url=citation.url,
        state=State.SUPPLIED,
        severity=Severity.OK,
        final_url=citation.url,
        evidence=(f"read from the copy given: {seen.capture.supplied}",),
    )


def _unfollowed(citation: Citation, refusal: str | None) -> LinkState:
    """A link that was not asked for: by a rule of the person's, told in its words, or by its role."""
    return LinkState(
        citation=citation.id,
        href=citation.href,
        url=citation.url,
        state=State.UNKNOWN,
        reason="not_followed",
        evidence=(refusal or f"links of the role {citation.role.value} are listed, not followed",),
    )
