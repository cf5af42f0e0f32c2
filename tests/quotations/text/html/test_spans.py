import pytest

from quotations.text.html.page import text_of_html

pytestmark = pytest.mark.unit


def marks(markup: str) -> list[str]:
    text = text_of_html(markup)
    return [span.of(text.text) for span in text.note_marks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>He left.<sup><a href='#fn1'>1</a></sup> She stayed.", ["1"]),
        ("<p>He left.<a href='#fn1'><sup>12</sup></a>", ["12"]),
        ("<p>He left<sup class=reference>[3]</sup> at last", ["[3]"]),
        ("<p>He left <a href='/wiki/X#cite_note-2'>[2]</a>", ["[2]"]),
        ("<p>He left<sup>*</sup>", ["*"]),
        ("<p>He left.<sup>4</sup>", ["4"]),
        ("<p>the harbour<sup>5</sup> froze", ["5"]),
        ("<p>He left<a role=doc-noteref href='#n'>6</a>", ["6"]),
        ("<p>It is so<sup>[<i>citation needed</i>]</sup>", ["[citation needed]"]),
        ("<p>10<sup>6</sup> grains", []),
        ("<p>E = mc<sup>2</sup>", []),
        ("<p>12 km<sup>2</sup> of ice", []),
        ("<p>the 21<sup>st</sup>", []),
        ("<p>see <a href='#part2'>part 2</a>", []),
        ("<p>see <a href='https://example.org/'>[2]</a>", []),
    ],
)
def test_note_references_are_told_from_powers_units_and_ordinals(markup: str, expected: list[str]) -> None:
    assert marks(markup) == expected


def test_links_keep_their_address_as_written_and_their_words() -> None:
    text = text_of_html(
        "<p>See <a href=' /a?b=1&amp;c=2 '> the <b>report</b> </a>.<a href='/none'></a><a name=x>anchor</a>"
    )
    assert [(link.href, link.span.of(text.text)) for link in text.links] == [
        (" /a?b=1&c=2 ", "the report"),
        ("/none", ""),
    ]


def test_a_link_around_a_block_is_a_link() -> None:
    text = text_of_html("<a href=/x style='display:block'>Head</a>")
    assert [(link.href, link.span.of(text.text)) for link in text.links] == [("/x", "Head")]


def test_emphasis_and_strokes_are_kept_as_spans() -> None:
    text = text_of_html("<p>This is <em>very</em> <s>old</s> <del>gone</del> <b>bold</b><i> </i>")
    assert [span.of(text.text) for span in text.emphasised] == ["very", "bold"]
    assert [span.of(text.text) for span in text.struck] == ["old", "gone"]


def test_fragment_targets_are_listed_in_order() -> None:
    text = text_of_html("<h2 id='caf%C3%A9'>x</h2><a name=old></a><p id=b hidden>y</p><a id=c name=d>")
    assert text.facts.ids == ("caf%C3%A9", "old", "b", "c")


def test_a_note_beside_the_line_is_no_part_of_the_sentence() -> None:
    text = text_of_html(
        "<p>He left<span class=sidenote>Or so the clerk wrote.</span> at noon<span class=footnote>1</span>."
    )
    assert text.text == "He left at noon1.\n\nOr so the clerk wrote."
    assert [str(s.role) for s in text.segments] == ["body", "note"]
