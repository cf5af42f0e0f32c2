"""What a reader sees as one line of text is one run of characters."""

import pytest

from quotations.text.html.page import text_of_html

pytestmark = pytest.mark.unit


def shown(markup: str) -> str:
    return text_of_html(markup).text


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p><span class=cap>T</span>he ferry", "The ferry"),
        ("<p>un<b>like</b>ly", "unlikely"),
        ("<p>a <b> bold </b> word", "a bold word"),
        ("<p>one<b> two</b> three", "one two three"),
        ("<p>mid<!-- a remark -->word", "midword"),
        ("<p>a very<wbr>long word", "a verylong word"),
        ("<p>hy&shy;phen", "hy\u00adphen"),
        ("<p>H<sub>2</sub>O and x<sup>2</sup>", "H2O and x2"),
        ("<p>21<sup>st</sup> century", "21st century"),
        ("<p>one<br>two", "one\ntwo"),
        ("<p>one<br> <br>two", "one\n\ntwo"),
        ("<p>fixed&nbsp;blank", "fixed\u00a0blank"),
        ("<p>\n  many\n\t blanks  \n</p>", "many blanks"),
        ("<p>he said <q>no</q>.", "he said “no”."),
        ("<p>漢<rp>(</rp>", "漢"),
        ("<p>good <img class=emoji alt='👍' src=x> day", "good 👍 day"),
        ("<p>in <x-term>line</x-term>s", "in lines"),
        ("<x-a>half</x-a><x-b>word", "half\n\nword"),
        ("<div>mid<x-a>word</x-a></div>", "midword"),
        ("<p>one<span style='display: block'>two</span>", "one\n\ntwo"),
        ("<pre>  kept\n   as written\n</pre>", "  kept\n   as written"),
        ("<p>5 &lt; 6 &amp;amp; 7", "5 < 6 &amp; 7"),
        ("<p>a<script>var x = 1;</script>b<style>p{}</style>c", "abc"),
        ("<p>a<noscript>x</noscript>b", "ab"),
    ],
)
def test_the_line_is_what_is_seen(markup: str, words: str) -> None:
    text = text_of_html(markup)
    assert (
        "\n\n".join(s.span.of(text.text) for s in text.segments if s.role not in ("hidden", "metadata", "note"))
        == words
    )


def test_words_hidden_inside_a_sentence_do_not_part_it() -> None:
    text = text_of_html("<p>The price may be<span style='display:none'>an advertisement here</span> one of few.")
    assert text.text.startswith("The price may be one of few.")


def test_ruby_readings_stand_behind_the_text() -> None:
    text = text_of_html("<p><ruby>東<rt>とう</rt></ruby><ruby>京<rt>きょう</rt></ruby>へ行く")
    assert [(s.role, s.span.of(text.text)) for s in text.segments] == [
        ("body", "東京へ行く"),
        ("note", "とう"),
        ("note", "きょう"),
    ]


def test_nothing_is_lost_below_any_depth() -> None:
    for tag in ("div", "blockquote", "ul><li", "b", "x-deep", "table><tr><td", "section"):
        assert "the end" in shown(f"<{tag}>" * 6000 + "the end"), tag


def test_very_deep_markup_keeps_its_blocks_apart() -> None:
    text = text_of_html("<div>word" * 5000 + "</div>" * 5000)
    assert len(text.segments) == 5000


def test_a_text_of_ten_megabytes_is_whole() -> None:
    assert len(shown("<p>" + "word " * 2_000_000 + "end")) == 10_000_003


def test_a_tag_with_attributes_without_number_is_read_on() -> None:
    attributes = " ".join(f"a{n}='>'" if n % 900 == 0 else f"a{n}=1" for n in range(60_000))
    assert "the end" in shown(f"<p {attributes}>the end</p>")


def test_a_long_quoted_attribute_is_left_whole() -> None:
    text = text_of_html(f'<p style="{"width: 1px; " * 4000}">the end</p><p>after')
    assert text.text == "the end\n\nafter"
