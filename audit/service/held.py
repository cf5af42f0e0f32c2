"""What the archive holds beside the article's own sources: where absent words stand, and which words are a formula.

No verdict depends on it: a placement says where the words are, a flag that many say them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.service.bench import Bench
from audit.service.finding import may_have, rarest
from audit.service.judgement import Evidence
from audit.service.placing import NOWHERE, sought
from quotations.comparison import TextIndex
from quotations.comparison.fold import fold
from quotations.judging import Looked, place
from quotations.judging.formulas import may_be_formulaic, with_formulas
from quotations.model import Article, Capture, Finding, Quotation, Text
from quotations.text import TEXT_VERSION
from quotations.urls import resolve, site, source_url

#: Captures of one site, links of one source, and captures of any site that are looked through, the newest first.
_SAME_SITE, _LINKED, _ANYWHERE = 20, 40, 60
_FORMULAS = 24  #: captures of other sites in which formulas are sought
_AT_ONCE = 20  #: texts that are read from the archive in one go


class Held:
    """The archive beside one article: texts are read and indexed once for all of its quotations.

    Args:
        article: under audit; what it cites is searched before and left out here.
        evidence: what was seen of its sources.
        bench: its archive is read; nothing is fetched and no body is parsed.
    """

    def __init__(self, article: Article, evidence: Evidence, bench: Bench) -> None:
        self._evidence = evidence
        self._archive = bench.archive
        self._own = {citation.url for citation in article.citations if citation.url}
        self._citations = {citation.id: citation for citation in article.citations}
        self._looked: dict[str, Looked | None] = {}
        self._folded: dict[str, str] = {}
        self._sites: dict[str | None, list[Capture]] = {}

    def near(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """*findings* with the places of absent words on the cited source's site, or behind the source's own links."""
        return tuple(self._placed(one, self._beside(one)) if sought(one) else one for one in findings)

    def anywhere(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """*findings* with the places of absent words on any page held, and with formulas flagged."""
        placed = tuple(self._placed(one, self._all(one.quotation)) if sought(one) else one for one in findings)
        if not any(map(may_be_formulaic, placed)):
            return placed
        cited = {site(url) for url in self._own}
        others = [(name, one) for one in self._captures(None) if (name := site(one.url)) not in cited][:_FORMULAS]
        self._fetch([one for _, one in others])
        return with_formulas(placed, ((name, text) for name, one in others if (text := self._text(one)) is not None))

    def named(self, findings: Sequence[Finding]) -> list[str]:
        """Ids of the looks in which the words of *findings* stand."""
        looks = (looked.capture for looked in self._looked.values() if looked is not None)
        ids = {(one.final_url or one.url, one.captured_at): one.id for one in looks}
        places = (one.placement for one in findings if one.placement is not None)
        return [ids[place] for one in places if (place := (one.url, one.captured_at)) in ids]

    def _placed(self, finding: Finding, places: Iterator[tuple[str, Capture, TextIndex]]) -> Finding:
        found = place(finding.quotation, places, profile=finding.profile)
        before = finding.placement.searched if finding.placement is not None else ()
        searched = tuple(dict.fromkeys((*before, *found.searched)))
        if found.rung == NOWHERE and finding.placement is not None:
            return replace(finding, placement=replace(finding.placement, searched=searched))
        return replace(finding, placement=replace(found, searched=searched))

    def _beside(self, finding: Finding) -> Iterator[tuple[str, Capture, TextIndex]]:
        citation = self._citations.get(finding.attribution.citation) if finding.attribution else None
        if citation is None or citation.url is None:
            return
        domain = site(citation.url)
        for capture in self._fetched(self._captures(domain)) if domain else ():
            yield from self._indexed("same_site", capture, finding.quotation)
        look = self._evidence.texts.get(citation.url)
        if look is None or look.text is None:
            return
        base = look.capture.final_url or look.capture.url
        linked = (resolve(link.href, base) for link in look.text.links)
        urls = [url for one in linked if one and (url := source_url(one)) not in self._own]
        latest = self._archive.latest(list(dict.fromkeys(urls))[:_LINKED])
        for capture in self._fetched(list(latest.values())):
            yield from self._indexed("linked_from_source", capture, finding.quotation)

    def _all(self, quotation: Quotation) -> Iterator[tuple[str, Capture, TextIndex]]:
        for capture in self._fetched(self._captures(None)):
            yield from self._indexed("anywhere_held", capture, quotation)

    def _captures(self, domain: str | None) -> list[Capture]:
        """The newest captures held of a site, or of any, without those of the article's own sources."""
        if domain not in self._sites:
            most = _SAME_SITE if domain else _ANYWHERE
            found = self._archive.held(domain, most + len(self._own))
            self._sites[domain] = [
                one for one in found if one.url not in self._own and (domain is None or site(one.url) == domain)
            ][:most]
        return self._sites[domain]

    def _indexed(self, rung: str, capture: Capture, quotation: Quotation) -> Iterator[tuple[str, Capture, TextIndex]]:
        """The capture with its index, where its text has the rarest words of *quotation*."""
        text = self._text(capture)
        if text is None:
            return
        if capture.id not in self._folded:
            self._folded[capture.id] = fold(text.text).text
        if not may_have(self._folded[capture.id], rarest(quotation.text)):
            return
        looked = self._looked[capture.id]
        index = looked.ready() if looked is not None else None
        if index is not None:
            yield rung, capture, index

    def _fetched(self, captures: Sequence[Capture]) -> Iterator[Capture]:
        """*captures*, the texts of which are read some at a time: a search ends where the words are found."""
        for at in range(0, len(captures), _AT_ONCE):
            some = captures[at : at + _AT_ONCE]
            self._fetch(some)
            yield from some

    def _fetch(self, captures: Sequence[Capture]) -> None:
        """Read the texts that are kept of *captures*: nothing is read anew for a placement."""
        new = [one for one in captures if one.id not in self._looked]
        texts = self._archive.texts([one.digest for one in new if one.digest], TEXT_VERSION) if new else {}
        for one in new:
            text = texts.get(one.digest or "")
            self._looked[one.id] = Looked(capture=one, text=text) if text is not None else None

    def _text(self, capture: Capture) -> Text | None:
        """The text that is kept of *capture*, which was fetched before; None where none is."""
        looked = self._looked[capture.id]
        return looked.text if looked is not None else None
