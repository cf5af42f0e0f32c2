"""Whatever stands in a file, it is read, and every span lies in its text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.reading.citations.finding import find_citations
from quotations.reading.html import read_html
from quotations.reading.html.skim import skim

pytestmark = pytest.mark.unit

PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<a",
        "href=x>",
        "<a",
        "href='#n1'>",
        "</a>",
        "<blockquote>",
        "<blockquote",
        "cite=y>",
        "</blockquote>",
        "<q",
        "cite=z>",
        "</q>\n",
        "",
        "",
        "",
        "<li",
        "id=n1>",
        "<ol>",
        "</ol>",
        "<sup>",
        "</sup>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<pre>",
        "</pre>",
        "<br>",
        "<br/>",
        "<hr>",
        "<!--",
        "-->",
        "<script>",
        "</script>\n",
        "",
        "",
        "",
        "<style>",
        "</style>",
        "<svg>",
        "</svg>",
        "<template",
        "shadowrootmode=open>",
        "</template>",
        "<slot>",
        "<h1>",
        "</h1>",
        "<nav>",
        "</nav>",
        "<article>\n",
        "",
        "",
        "",
        "</article>",
        "<footer>",
        "<aside",
        "class=pullquote>",
        "<p",
        "hidden>",
        "<base",
        "href=//b>",
        "<title>",
        "</title>",
        "<meta",
        "name=author",
        "content=A>\n",
        "",
        "",
        "",
        "<time",
        "datetime=2020-02-30>",
        "&nbsp;",
        "&#0;",
        "&#xD800;",
        "&amp;",
        '"',
        "'",
        "<",
        ">",
        "“",
        "”",
        "\x00",
        "\r\n",
        "<![CDATA[",
        "]]>",
        "<?xml",
        "?>",
        "<area",
        "href=q>",
        "<map>\n",
        "",
        "",
        "",
        "<font",
        "<b><i></b></i>",
        "http://a.example/x",
        "www.b.example/y",
        "[1]",
        "1.",
        "Words",
        "and",
        "a",
        "sentence.",
        "http://web.archive.org/web/2020/http://c.example/\n",
        "",
        "",
        "",
        "",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_page_is_too_broken(markup):
    document = read_html(markup)
    citations, ids = find_citations(document)
    size = len(document.text)
    for span in (
        [b.span for b in document.blocks] + [k.span for k in document.links] + [i.span for i in document.inlines]
    ):
        assert span.end <= size
    for one, two in zip(document.blocks, document.blocks[1:], strict=False):
        assert one.span.end <= two.span.start
    assert [c.id for c in citations] == [str(n) for n in range(1, len(citations) + 1)]
    assert {index for index, link in enumerate(document.links) if link.note is None} <= set(ids)
    assert all(citation.span.end <= size for citation in citations)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_no_bytes_are_too_odd(data):
    find_citations(read_html(data))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_skimming_keeps_what_is_seen(markup):
    assert len(skim(markup).markup) <= len(markup) + markup.count("<")


def test_a_depth_of_a_hundred_thousand_is_read_to_the_bottom():
    assert "At the bottom." in read_html("<div>" * 100_000 + "At the bottom.").text


def test_ten_thousand_links_are_all_citations():
    page = "<article>" + "<p>A line with <a href='http://a.example/1'>a link</a> in it, and more.</p>" * 10_000
    citations, _ = find_citations(read_html(page))
    assert len(citations) == 10_000


def test_the_picture_inside_a_page_is_no_text():
    page = skim('<p>Before<img src="data:image/png;base64,' + "A" * 1_000_000 + '">after</p>')
    assert len(page.markup) < 100
    assert "Before" in page.markup
    assert "after" in page.markup


def test_an_unclosed_script_swallows_the_rest_as_in_a_browser():
    assert read_html("<p>Seen.</p><script>var x = '<p>unseen</p>'").text == "Seen."


def test_a_script_inside_a_comment_opens_nothing():
    assert read_html("<p>One.</p><!-- <script> --><p>Two.</p><script></script>").text == "One.\n\nTwo."
