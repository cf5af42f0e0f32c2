"""The link that answers for each labelled quotation of real pages: ours beside the nearest preceding link."""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.labelled import in_half, lines
from quotations.model import Attribution, Citation, Quotation
from quotations.model.article import JUDGED_KINDS
from quotations.reading.citations.finding import find_citations
from quotations.reading.document import Document
from quotations.reading.html import read_html
from quotations.reading.pairing import attribute
from quotations.reading.quotes import find_quotations

_WORD = re.compile(r"[^\W_]+")


def same(href: str, citation: Citation) -> bool:
    """Whether the citation has that address, scheme, www., fragment and last slash aside."""
    bare = lambda url: re.sub(r"^https?://(www\.)?|#.*", "", url or "").rstrip("/")  # noqa: E731
    return bare(href) in (bare(citation.href), bare(citation.url or ""))


def nearest_before(quotation: Quotation, citations: Iterable[Citation]) -> Citation | None:
    """The rival: the last link that begins before the quotation."""
    before = [c for c in citations if c.span.start <= quotation.span.start and c.role.value == "body"]
    return before[-1] if before else None


def of_page(quotations: tuple[Quotation, ...], row: dict[str, Any], document: Document) -> Quotation | None:
    """The quotation of *row*: its first words, then the nearest length."""
    first = _WORD.findall(row["first"].casefold())
    fits = [
        q
        for q in quotations
        if any(_WORD.findall(document.words(p).casefold())[: len(first)] == first for p in q.parts)
    ]
    return min(fits, key=lambda q: abs(len(q.text.split()) - row["words"]), default=None)


def print_pairs(path: Path, pages: Path, half: int | None) -> None:
    """First candidate, at score .5, sourceless and sure; articles that lean on one link apart; ms a page."""
    rows = [r for r in lines(path) if r["sure"] and r["kind"] in ("speech", "other")]
    by_page: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if in_half(row["page_url"], half):
            by_page[row["page"]].append(row)
    count: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    elapsed = 0.0
    for page, page_rows in by_page.items():
        data = (pages / page).read_bytes()
        started = time.process_time()
        document = read_html(data)
        quotations = find_quotations(document)
        citations, ids = find_citations(document)
        attributions = attribute(document, quotations, citations, ids)
        elapsed += time.process_time() - started
        hrefs = [r["href"] for r in page_rows if r["href"]]
        leans = len(hrefs) >= 8 and Counter(hrefs).most_common(1)[0][1] >= 0.9 * len(hrefs)
        for row in page_rows:
            tally(count[leans], row, of_page(quotations, row, document), citations, attributions)
    for leans, c in count.items():
        print(
            f"pairs{' (one link for all)' if leans else ''}: first {c['first']}/{c['with']}, at .5 {c['half']}/{c['with']}, "
            f"wrong at .5 {c['wrong']}; sourceless at .5 {c['null half']}/{c['null']}; sure right {c['sure right']}/{c['sure']}; "
            f"nearest preceding link {c['nearest']}/{c['with']}"
        )
    print(f"{1000 * elapsed / max(1, len(by_page)):.0f} ms CPU a page, reading HTML included")


def tally(
    count: Counter[str],
    row: dict[str, Any],
    quotation: Quotation | None,
    citations: tuple[Citation, ...],
    attributions: tuple[Attribution, ...],
) -> None:
    """Count one labelled quotation."""
    best = next((a for a in attributions if quotation is not None and a.quotation == quotation.id), None)
    judged = quotation is not None and quotation.kind in JUDGED_KINDS
    link = next((c for c in citations if best is not None and c.id == best.citation), None)
    addresses = [row["href"], *row["also"]] if row["href"] else []
    right = link is not None and any(same(href, link) for href in addresses)
    staked = judged and best is not None and best.score >= 0.5
    count["sure"] += bool(judged and best is not None and best.sure)
    count["sure right"] += bool(judged and best is not None and best.sure and right)
    if not row["href"]:
        count.update({"null": 1, "null half": int(staked)})
        return
    near = nearest_before(quotation, citations) if quotation is not None else None
    nearest = near is not None and any(same(href, near) for href in addresses)
    count.update(
        {
            "with": 1,
            "first": int(right),
            "half": int(right and staked),
            "wrong": int(staked and not right),
            "nearest": int(nearest),
        }
    )
