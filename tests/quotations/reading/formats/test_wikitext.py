import pytest

from quotations.reading.citations.finding import find_citations
from quotations.reading.document import BlockKind, Document, InlineKind
from quotations.reading.formats import read_documents

pytestmark = pytest.mark.unit

ARTICLE = """{{Short description|A ferry}}
{{Infobox ferry|name=Sandling ferry|owner={{lang|en|County}}}}
[[File:Pier.jpg|thumb|The [[pier]] in “1987”]]
The '''Sandling ferry''' was a [[ferry|paper ferry]] in [[Tidewrack]].<ref name="audit">{{cite web |url=https://county.example/audits/2016?a=1&b=2 |title=Audit of 2016 |author=County |date=2016 |access-date=3 May 2024 |quote=a service in every respect except the boat}}</ref> It had a whistle.<ref>{{Cite news|last=Lindqvist|first=Ada|title=The [very] good pier|url=https://echo.example/pier|archive-url=https://web.archive.org/web/20160101000000/https://echo.example/pier|archive-date=1 January 2016}}</ref><ref name=audit />

== What the office knew ==
The harbour master wrote:
{{Quote|text=The vessel sails.|author=Harbour master|source=Letter}}
* [https://archive.example/inventory The inventory] says so.
* Plain item<!-- hidden -->

{| class="wikitext"
! Year !! Boats
|-
| 1987 || 0
|}

== References ==
{{Reflist|30em}}

[[Category:Ferries]]
"""


def read() -> Document:
    (document,) = read_documents(ARTICLE.encode())
    return document


def test_text_is_what_a_reader_of_the_page_sees() -> None:
    document = read()
    words = [document.words(block.span) for block in document.blocks]
    assert document.format == "wikitext"
    assert words[0] == "The Sandling ferry was a paper ferry in Tidewrack. It had a whistle."
    assert "What the office knew" in words
    assert "Plain item" in words
    assert not any(sign in document.text for sign in ("{{", "[[", "'''", "Category", "hidden", "thumb", "Infobox"))


def test_each_reference_is_one_note_however_often_it_is_marked() -> None:
    citations, _ = find_citations(read())
    notes = [(c.url, c.anchor) for c in citations if c.note]
    assert notes == [
        ("https://county.example/audits/2016?a=1&b=2", "“Audit of 2016”"),
        ("https://echo.example/pier", "“The [very] good pier”"),
        ("https://web.archive.org/web/20160101000000/https://echo.example/pier", "Archived"),
    ]
    assert len([link for link in read().links if link.element == "ref"]) == 3


def test_quote_parameter_is_a_quotation_with_its_source_given() -> None:
    document = read()
    given = [(document.words(i.span), i.cite) for i in document.inlines if i.kind is InlineKind.GIVEN_QUOTE]
    assert given == [("a service in every respect except the boat", "https://county.example/audits/2016?a=1&b=2")]


def test_quote_template_is_a_block_quotation() -> None:
    document = read()
    assert [document.words(b.span) for b in document.blocks if b.kind is BlockKind.QUOTE] == ["The vessel sails."]


def test_quote_template_that_links_its_source_is_paired_with_it() -> None:
    source = "A '''gate'''.<ref>x</ref>\n\n== Night ==\n{{quote|The water came in at four.|Idris Crowe|[https://crowe.example/diary Diary]}}\n"
    (document,) = read_documents(source.encode(), name="gate.wiki")
    (block,) = (block for block in document.blocks if block.kind is BlockKind.QUOTE)
    assert (block.cite, document.words(block.span)) == ("https://crowe.example/diary", "The water came in at four.")


def test_quote_in_a_wikipedia_page_is_given_too() -> None:
    page = (
        "<!DOCTYPE html><html><body><main><p>The ferry was “paper”<sup id='cite_ref-1' class='reference'><a href='#cite_note-1'>[1]</a></sup> and stayed it for many years after.</p>"
        "<ol class='references'><li id='cite_note-1'><a href='#cite_ref-1'>^</a> <cite><a href='https://county.example/a'>Audit</a></cite>. <q>a service except the boat</q></li></ol></main></body></html>"
    )
    (document,) = read_documents(page.encode())
    given = [(document.words(i.span), i.cite) for i in document.inlines if i.kind is InlineKind.GIVEN_QUOTE]
    assert given == [("a service except the boat", "https://county.example/a")]


@pytest.mark.parametrize(
    "source", ["{{" * 5000, "[[" * 5000, "<ref>" * 3000, "{|\n" * 3000, "'''" * 5000, "{{cite|" * 2000 + "}}" * 2000]
)
def test_unclosed_marks_end(source: str) -> None:
    (document,) = read_documents((source + " [[a]] '''b''' <ref>c</ref>").encode(), name="a.wiki")
    assert document.format == "wikitext"


def test_export_of_a_wiki_holds_its_pages() -> None:
    page = f"<page><title>Sandling ferry</title><revision><text>{ARTICLE.replace('&', '&amp;').replace('<', '&lt;')}</text></revision></page>"
    (document,) = read_documents(
        f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">{page}</mediawiki>'.encode()
    )
    assert (document.title, document.format) == ("Sandling ferry", "wikitext")
    assert len([link for link in document.links if link.element == "ref"]) == 3
