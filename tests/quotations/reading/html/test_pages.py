"""Saved pages of our own making, each with what is to be read from it beside it."""

import json
from pathlib import Path

import pytest

from quotations.reading.citations.finding import find_citations
from quotations.reading.html import read_html

pytestmark = pytest.mark.unit

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
FACTS = (
    "title",
    "author",
    "publisher",
    "published",
    "url",
    "original_url",
    "original_publisher",
    "saved_at",
    "language",
)


def as_read(data: bytes) -> dict[str, object]:
    document = read_html(data)
    citations, ids = find_citations(document)
    return {
        "facts": {name: value for name in FACTS if (value := getattr(document, name)) is not None},
        "blocks": [
            [block.region.value, block.kind.value, document.words(block.span)]
            for block in document.blocks
            if block.region.value != "chrome"
        ],
        "citations": [
            [
                c.id,
                c.role.value,
                c.target.value,
                c.href.strip()[:80],
                c.url,
                c.locator,
                c.anchor,
                c.note,
                str(c.as_of or ""),
            ]
            for c in citations
        ],
        "marks": {
            document.links[index].href: citation
            for index, citation in sorted(ids.items())
            if document.links[index].note is not None
        },
        "archived": {c.id: c.archived.original for c in citations if c.archived is not None},
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_read_as_a_person_reads_it(page):
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert as_read(page.read_bytes()) == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_words_of_every_link_are_its_citation_s_anchor(page):
    document = read_html(page.read_bytes())
    citations, ids = find_citations(document)
    by_id = {citation.id: citation for citation in citations}
    for index, link in enumerate(document.links):
        if link.note is None:
            shown = document.words(link.span) or " ".join(link.span.of(document.text).split())
            assert by_id[ids[index]].anchor == shown
