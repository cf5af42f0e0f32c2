"""The text that people see on a page, and the marks in it."""

import pytest

from quotations.reading.document import BlockKind, InlineKind, Region
from quotations.reading.html import read_html

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a  b\n c</p><p>d</p>", "a b c\n\nd"),
        ("<p><b>W</b>all<i> paper</i></p>", "Wall paper"),
        ("<p>a<br>b</p>", "a\nb"),
        ("a<br><br>b", "a\n\nb"),
        ("<div>a<p>b</p>c</div>", "a\n\nb\n\nc"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>« a »</p>".replace(" ", "\xa0"), "«\xa0a\xa0»"),
        ("<p>co\xadoperate</p>", "co\xadoperate"),
        ("<p>a<span style='display: none'>b</span>c</p>", "ac"),
        ("<p>a<span class='sr-only'>b</span>c</p>", "ac"),
        ("<details><summary>a</summary>b</details>", "a\n\nb"),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>", "漢"),
        ("<p>a<noscript>b</noscript>c</p>", "ac"),
        ("<p>a<span style='display:block'>b</span></p>", "a\n\nb"),
        ("<template>a</template><p>b</p>", "b"),
        ("<p>a <button>Share</button> b</p><h3><button>c</button></h3>", "a b\n\nc"),
        (
            "<p>where <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math> holds</p>",
            "where x=2 holds",
        ),
        ("<p>it&#146;s &#147;x&#148;</p>", "it’s “x”"),
        ("<?xml version='1.0' encoding='utf-16'?><html><p>a</p></html>", "a"),
    ],
)
def test_text_is_what_a_browser_shows(markup, text):
    assert read_html(markup).text == text


def test_a_slot_shows_the_words_of_its_host():
    page = "<x-card><template shadowrootmode=open><p>Frame.</p><slot></slot></template><p>Words.</p></x-card>"
    assert read_html(page).text == "Frame.\n\nWords."
    assert read_html(page.replace("<slot></slot>", "")).text == "Frame."


def test_inline_marks_cover_their_words():
    document = read_html(
        '<p>He <em>never</em> said <q cite="/d">it was “late”</q> in <cite>The Log</cite>, x<sup>2</sup>.</p>'
    )
    marks = {inline.kind: (inline.span.of(document.text), inline.cite) for inline in document.inlines}
    assert marks == {
        InlineKind.EMPHASIS: ("never", None),
        InlineKind.Q: ("it was “late”", "/d"),
        InlineKind.CITE: ("The Log", None),
        InlineKind.SUPERSCRIPT: ("2", None),
    }


def test_a_block_quotation_keeps_its_paragraphs_together_and_its_author_apart():
    document = read_html(
        '<p>She wrote:</p><blockquote cite="http://d.example/1"><p>One.</p><blockquote>Two.</blockquote>'
        "<footer>— Orre</footer></blockquote><blockquote>Three.</blockquote>"
    )
    seen = [(document.words(b.span), b.kind, b.quote_depth, b.quote_group, b.cite) for b in document.blocks]
    assert seen == [
        ("She wrote:", BlockKind.PARAGRAPH, 0, None, None),
        ("One.", BlockKind.QUOTE, 1, 0, "http://d.example/1"),
        ("Two.", BlockKind.QUOTE, 2, 0, "http://d.example/1"),
        ("— Orre", BlockKind.BYLINE, 1, 0, "http://d.example/1"),
        ("Three.", BlockKind.QUOTE, 1, 1, None),
    ]


def test_a_pull_quote_is_known_by_its_class():
    document = read_html('<article><p>Body text.</p><aside class="pull-quote">Body</aside></article>')
    assert document.blocks[1].kind is BlockKind.PULL_QUOTE
    assert document.blocks[1].region is Region.MAIN


def test_a_class_on_what_holds_the_article_condemns_nothing():
    prose = "The council met for nine hours and decided, in the end, to meet again on the following Monday. "
    document = read_html(f"<body class='newsletter sidebar'><div class='share-page'><p>{prose * 3}</p></div></body>")
    assert document.blocks[0].region is Region.MAIN


def test_bytes_are_read_in_the_page_s_own_charset_and_queries_keep_it():
    document = read_html('<meta charset="windows-1252"><p>Käse <a href="/s?q=ä">x</a></p>'.encode("cp1252"))
    assert "Käse" in document.text
    assert document.charset == "cp1252"


def test_nothing_is_read_from_an_empty_page():
    document = read_html("")
    assert document.text == ""
    assert document.blocks == ()


def test_the_address_of_a_quoting_element_stands_where_its_words_begin():
    document = read_html('<p>It ends: <q cite="/d">Lamp out</q>.</p><blockquote cite="/e"><p>Fog.</p></blockquote>')
    assert [(link.element, document.text[link.span.start :][:4]) for link in document.links] == [
        ("q", "Lamp"),
        ("blockquote", "Fog."),
    ]


def test_note_marks_are_no_words_of_what_they_stand_in():
    document = read_html(
        '<p>“We oiled it<sup><a href="#c1">[a]</a></sup> with oil,”<sup>[<a href="#n1">1</a>]</sup> she said.</p>'
        '<p id=n1><a href="#m">[1]</a> Minutes, item 6.</p><p id=c1>[a] Ring her.</p>'
    )
    assert document.words(document.blocks[0].span) == "“We oiled it with oil,” she said."
    assert [(b.note, b.region) for b in document.blocks[1:]] == [("n1", Region.NOTES), ("c1", Region.NOTES)]


def test_numbered_notes_without_links_are_tied_to_their_marks():
    document = read_html(
        "<article><p>The ledger calls it “a holiday of nine weeks” [1] and says no more of the strike.</p>"
        "<h2>Notes</h2><ol><li>Guild ledger, http://a.example/ledger, fol. 9.</li></ol></article>"
    )
    marks = [link for link in document.links if link.note]
    assert len(marks) == 1
    assert [link.in_note for link in document.links if link.element == "bare"] == [marks[0].note]
    assert document.words(document.blocks[0].span).startswith("The ledger calls it “a holiday of nine weeks” and")


def test_a_side_column_s_widget_is_chrome_and_a_page_builder_s_is_not():
    prose = "The council met for nine hours and decided, in the end, to meet again on the following Monday. " * 3
    document = read_html(
        f'<div class="elementor-widget-text-editor"><p>{prose}</p></div><div class="elementor-widget"><p>{prose}</p></div>'
        '<div class="widget widget_recent_entries"><p>Recent: a line of other news that nobody asked for here.</p></div>'
    )
    assert [block.region for block in document.blocks] == [Region.MAIN, Region.MAIN, Region.CHROME]


def test_an_address_printed_behind_its_link_is_the_link_s_and_no_word():
    document = read_html(
        "<article><p>He calls it “<a href='http://a.example/x'>a departure</a> (http://a.example/x) in every sense”, "
        "and [http://b.example/y] is another.</p></article>"
    )
    assert document.words(document.blocks[0].span).startswith("He calls it “a departure in every sense”, and")
    assert [(link.element, link.href) for link in document.links] == [
        ("a", "http://a.example/x"),
        ("bare", "http://b.example/y"),
    ]


def test_a_remark_beside_the_text_is_the_author_s():
    prose = "The council met for nine hours and decided, in the end, to meet again on the following Monday. " * 3
    document = read_html(
        f"<article><p>{prose}</p><aside class='admonition'><p>See <a href='/a'>the minutes</a>.</p></aside>"
        "<aside><p>An aside of the author’s own, in a few words, about <a href='/b'>the hall</a>.</p></aside>"
        "<aside><ul><li><a href='/c'>New pier opens</a></li><li><a href='/d'>Tides</a></li></ul></aside></article>"
    )
    assert [link.region for link in document.links] == [Region.MAIN, Region.MAIN, Region.CHROME, Region.CHROME]


def test_the_id_of_a_section_is_only_its_heading():
    prose = "The council met for nine hours and decided, in the end, to meet again on the following Monday. " * 3
    document = read_html(
        f"<article><p>{prose * 2}</p><section id='tags'><h2>Tags</h2><p>{prose}</p></section>"
        f"<section id='platform-share-metadata'><p>{prose}</p></section>"
        f"<section id='comments'><p>{prose}</p></section></article>"
    )
    assert [block.region.value for block in document.blocks][-4:] == ["main", "main", "main", "chrome"]
