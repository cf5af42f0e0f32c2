"""Notes as the programs that make pages write them: each mark leads to its note's source."""

import pytest

from quotations.reading.citations.finding import find_citations
from quotations.reading.document import Region
from quotations.reading.html import read_html

pytestmark = pytest.mark.unit

BODY = "<p>The ledger calls it “a holiday of nine weeks”{0} and the diary has “nothing but thread”{1} to eat.</p>"
FIRST = 'Guild ledger, <a href="http://a.example/ledger">fol. 9</a>.'
SECOND = 'M. Vale, <a href="http://b.example/diary">A diary</a>, p. 4.'

PAGES = {
    "pandoc": (
        '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
        '<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a>',
        '<section id="footnotes" class="footnotes" role="doc-endnotes"><hr><ol>'
        f'<li id="fn1"><p>{FIRST}<a href="#fnref1" class="footnote-back">↩︎</a></p></li>'
        f'<li id="fn2"><p>{SECOND}<a href="#fnref2" class="footnote-back">↩︎</a></p></li></ol></section>',
    ),
    "word": (
        '<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>',
        '<a href="#_ftn2" name="_ftnref2"><span class="MsoFootnoteReference">[2]</span></a>',
        f'<div><hr><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> {FIRST}</p></div>'
        f'<div id="ftn2"><p class="MsoFootnoteText"><a href="#_ftnref2" name="_ftn2">[2]</a> {SECOND}</p></div></div>',
    ),
    "mediawiki": (
        '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>',
        '<sup id="cite_ref-V_2-0" class="reference"><a href="#cite_note-V-2">[n 2]</a></sup>',
        '<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a></span> '
        f'<span class="reference-text">{FIRST}</span></li><li id="cite_note-V-2"><span class="mw-cite-backlink">^ '
        f'<a href="#cite_ref-V_2-0">a</a></span> <span class="reference-text">{SECOND}</span></li></ol>',
    ),
    "letter service": (
        '<a data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" class="footnote-anchor">1</a>',
        '<a id="footnote-anchor-2" href="#footnote-2" class="footnote-anchor">2</a>',
        '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a>'
        f'<div class="footnote-content"><p>{FIRST}</p></div></div>'
        '<div class="footnote"><a id="footnote-2" href="#footnote-anchor-2" class="footnote-number">2</a>'
        f'<div class="footnote-content"><p>{SECOND}</p></div></div>',
    ),
    "docutils": (
        ' <a class="footnote-reference brackets" href="#f1" id="r1">[1]</a>',
        ' <a class="footnote-reference brackets" href="#f2" id="r2">[2]</a>',
        f'<aside class="footnote brackets" id="f1"><span class="label">[<a href="#r1">1</a>]</span><p>{FIRST}</p></aside>'
        f'<aside class="footnote brackets" id="f2"><span class="label">[<a href="#r2">2</a>]</span><p>{SECOND}</p></aside>',
    ),
    "table of the nineties": (
        '<sup><a href="#note1">1</a></sup>',
        '<sup><a href="#note2">2</a></sup>',
        f'<table><tr><td><a name="note1">1.</a></td><td>{FIRST}</td></tr>'
        f'<tr><td><a name="note2">2.</a></td><td>{SECOND}</td></tr></table>',
    ),
    "asterisks": (
        '<a href="#star">*</a>',
        '<a href="#dagger">†</a>',
        f'<p id="star">* {FIRST}</p><p id="dagger">† {SECOND}</p>',
    ),
    "margin of a page": (
        f'<label for="s1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="s1">'
        f'<span class="sidenote">{FIRST}</span>',
        f'<label for="s2" class="margin-toggle">⊕</label><span class="marginnote">{SECOND}</span>',
        "",
    ),
    "paper of an archive": (
        f'<span id="footnote1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer">'
        f'<span class="ltx_note_content"><sup class="ltx_note_mark">1</sup>{FIRST}</span></span></span>',
        f'<span class="ltx_note"><span class="ltx_note_outer">{SECOND}</span></span>',
        "",
    ),
    "escaped target": (
        '<sup><a href="#note%C3%A91">1</a></sup>',
        '<sup><a href="#noteé2">2</a></sup>',
        f'<ol><li id="noteé1">{FIRST}</li><li id="noteé2">{SECOND}</li></ol>',
    ),
}


@pytest.mark.parametrize("system", PAGES)
def test_a_mark_leads_to_its_note_s_source(system):
    first, second, notes = PAGES[system]
    document = read_html(f"<article><h1>Weavers</h1>{BODY.format(first, second)}{notes}</article>")
    citations, ids = find_citations(document)
    by_id = {citation.id: citation for citation in citations}
    marks = [index for index, link in enumerate(document.links) if link.note is not None]
    assert [by_id[ids[index]].url for index in marks] == ["http://a.example/ledger", "http://b.example/diary"]
    sources = [citation for citation in citations if citation.role.value != "chrome"]
    assert [citation.role.value for citation in sources] == ["note", "note"]
    body = next(block for block in document.blocks if "holiday" in document.words(block.span))
    assert document.words(body.span).replace(" and", "and") == (
        "The ledger calls it “a holiday of nine weeks”and the diary has “nothing but thread” to eat."
    )


def test_a_link_forward_to_a_section_is_no_mark():
    document = read_html(
        '<article><p>See part <a href="#two">2</a> below.</p><h2 id="two">2</h2><p>Part two.</p></article>'
    )
    assert [link.note for link in document.links] == [None]


def test_a_note_of_several_paragraphs_keeps_them_all():
    document = read_html(
        '<article><p>Words<a href="#n1">1</a> and more<a href="#n2">2</a>.</p><ol><li id="n1"><p>One.</p><p>Still one.</p></li>'
        '<li id="n2">Two.</li></ol><p>After the notes.</p></article>'
    )
    assert [(block.note, block.region is Region.NOTES) for block in document.blocks[1:]] == [
        ("n1", True),
        ("n1", True),
        ("n2", True),
        (None, False),
    ]


@pytest.mark.parametrize(
    ("page", "base"),
    [
        ("index.html", "https://a.example/weir/"),  # wget's mirror
        ("weir.html", "https://a.example/weir"),
        ("http://www.a.example/weir/", "https://a.example/weir"),  # saved under another scheme than the canonical one
        ("https://a.example/weir", None),  # a reader view, which keeps no head
        ("weir-3f2a.html", "https://a.example/?p=77"),  # a name of the saver's own
    ],
)
def test_marks_that_the_saver_completed_lead_to_their_notes(page, base):
    body = BODY.format(f'<sup><a id="r1" href="{page}#n1">1</a></sup>', f'<sup><a id="r2" href="{page}#n2">2</a></sup>')
    notes = f'<ol><li id="n1">{FIRST} <a href="{page}#r1">back</a></li><li id="n2">{SECOND} <a href="{page}#r2">back</a></li></ol>'
    document = read_html(f"<article>{body}{notes}</article>", base_url=base)
    citations, ids = find_citations(document)
    marks = [ids[index] for index, link in enumerate(document.links) if link.note is not None]
    assert [c.url for c in citations if c.id in marks] == ["http://a.example/ledger", "http://b.example/diary"]


def test_an_author_year_link_under_another_scheme_leads_to_its_entry():
    document = read_html(
        '<article><p>It was “nearly level” (<a href="http://a.example/weir#pell">Pell 2019</a>).</p><h2>References</h2>'
        '<ul><li id="pell">Pell, A. (2019). <a href="https://b.example/">Levels</a>.</li></ul></article>',
        base_url="https://a.example/weir",
    )
    citations, _ = find_citations(document)
    assert {c.url for c in citations if c.role.value != "chrome"} == {"https://b.example/"}
    assert next(link.note for link in document.links) == "pell"


def test_links_into_another_page_that_has_the_same_names_are_no_notes():
    document = read_html(
        '<article><p>See <a href="https://b.example/#n1">1</a> there.</p><ol><li id="n1">One.</li></ol></article>',
        base_url="https://a.example/weir",
    )
    assert [link.note for link in document.links] == [None]
