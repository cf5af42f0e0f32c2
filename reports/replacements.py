"""What to write instead of links that have moved for good: only where nothing speaks against it.

A link is offered if every redirect on its way is permanent and the words that are quoted from it still stand at the
new address. Where none is quoted from it, or pairing was not sure enough to hold any against it, a column says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quotations.model import Audit, Citation, Finding, Group, LinkState, Place, State, Verdict
from reports.places import Places
from reports.tables import table
from reports.visible import in_json, in_terminal
from reports.words.phrases import counted

#: Verdicts of words that stand in the source as far as they ever did.
_THERE = frozenset({Verdict.MINOR, Verdict.WEAK})
_SUFFIXES = {".csv": "csv", ".json": "json", ".jsonl": "json"}


@dataclass(frozen=True, slots=True)
class Replacement:
    """One link with what to write instead, or why nothing is offered."""

    article: str
    link: str
    href: str
    old: str
    new: str
    why: str
    quotations: str
    place: Place
    offered: bool


def replacements(audits: Sequence[Audit]) -> list[Replacement]:
    """The links of *audits* that have moved for good, those that are held back among them."""
    return [one for audit in audits for one in _of(audit)]


def form_of(name: str) -> str:
    """The form that a file's name asks for: csv, json, else text."""
    return next((form for suffix, form in _SUFFIXES.items() if name.lower().endswith(suffix)), "text")


def rendered(rows: Sequence[Replacement], form: str) -> str:
    """The replacements that are offered, as CSV, as JSON or as text."""
    offered = [row for row in rows if row.offered]
    if form == "csv":
        return table((_record(row) for row in offered), _NAMES)
    if form == "json":
        return in_json(json.dumps({"replacements": [_record(row) for row in offered]}, ensure_ascii=False)) + "\n"
    return "".join(map(_text, offered)) or "No link has moved for good.\n"


def told(rows: Sequence[Replacement]) -> str:
    """How many are offered and how many are held back, in one sentence."""
    offered = sum(row.offered for row in rows)
    held = len(rows) - offered
    words = counted(offered, "link has a new address", "links have new addresses")
    if held:
        back = counted(held, "is held back", "are held back")
        return f"{words}; {back}, since quoted words are not at the new address"
    return words


def _of(audit: Audit) -> Iterable[Replacement]:
    places = Places(audit.article)
    citations = {citation.id: citation for citation in audit.article.citations}
    findings: dict[str, list[Finding]] = {}
    for finding in audit.findings:
        citation = citations.get(finding.attribution.citation) if finding.attribution else None
        if citation is not None and citation.url is not None and finding.verdict is not Verdict.UNCHECKED:
            findings.setdefault(citation.url, []).append(finding)
    for link in audit.links:
        citation = citations.get(link.citation)
        if citation is not None and _moved(link, citation):
            quoted = findings.get(link.url or "", [])
            yield _replacement(audit, link, citation, quoted, places.of(link.citation) or Place())


def _moved(link: LinkState, citation: Citation) -> bool:
    """Whether the link has moved for good to an address of its own."""
    permanent = link.state is State.MOVED and link.reason == "permanent" and link.url is not None
    return permanent and bool(link.final_url) and link.final_url != link.url and citation.archived is None


def _replacement(
    audit: Audit, link: LinkState, citation: Citation, quoted: Sequence[Finding], place: Place
) -> Replacement:
    there = sum(_there(finding) for finding in quoted)
    final = link.final_url or ""
    fragment = f"#{citation.locator}" if citation.locator else ""
    ways = ", ".join(str(hop.status) for hop in link.redirects)
    return Replacement(
        article=audit.name or audit.article.title or "",
        link=citation.id,
        href=citation.href,
        old=f"{link.url}{fragment}",
        new=final if "#" in final else f"{final}{fragment}",
        why=f"moved for good ({ways})" if ways else "moved for good",
        quotations=f"{there} of {len(quoted)} there" if quoted else "none judged",
        place=place,
        offered=there == len(quoted),
    )


def _there(finding: Finding) -> bool:
    """Whether the new address has the words; those of an archived copy are not there."""
    placement = finding.placement
    if placement is not None and placement.url is not None and "archived" in placement.rung:
        return False
    return finding.verdict.group in (Group.EXACT, Group.MARKED) or finding.verdict in _THERE


_NAMES = ("article", "line", "column", "page", "link", "old", "new", "why", "quotations", "as written")


def _record(row: Replacement) -> Mapping[str, Any]:
    place = (row.place.line, row.place.column, row.place.page)
    values = (row.article, *place, row.link, row.old, row.new, row.why, row.quotations, row.href)
    return dict(zip(_NAMES, values, strict=True))


def _text(row: Replacement) -> str:
    where = f"{row.place.line}:{row.place.column}" if row.place.line is not None else ""
    where = where or (f"page {row.place.page}" if row.place.page is not None else f"link {row.link}")
    lines = (
        f"{row.article}:{where}",
        f"  - {row.old}",
        f"  + {row.new}",
        f"    {row.why}; quotations: {row.quotations}",
    )
    return "".join(f"{in_terminal(line)}\n" for line in lines)
