"""Emphasis of the article against the source's."""

import pytest

from quotations import read_article
from quotations.comparison import index
from quotations.judging import compare
from quotations.judging.emphasis import emphasis_flag
from quotations.model import Flag, Quotation
from quotations.text import read_text

pytestmark = pytest.mark.unit

WORDS = "The keeper did {} close the gate before the tide came in"


def flags(quoted, printed, *, article="html"):
    """The flags of a quotation that an article prints as *quoted* and the source as *printed*."""
    if article == "html":
        saved = f'<html lang="en"><body><p>She wrote in <a href="https://x.example/">the log</a>: “{quoted}”</p></body></html>'
    else:
        saved = f"# Log\n\nShe wrote in [the log](https://x.example/): “{quoted}”\n"
    quotation = read_article(saved.encode(), name=f"a.{article}").quotations[0]
    source = index(read_text(f'<html lang="en"><body><p>{printed}.</p></body></html>'.encode(), name="s.html"))
    return emphasis_flag(quotation, compare(quotation, source), source)


@pytest.mark.parametrize(
    ("quoted", "printed", "changed"),
    [
        (WORDS.format("not"), WORDS.format("not"), False),
        (WORDS.format("<em>not</em>"), WORDS.format("<i>not</i>"), False),
        (WORDS.format("<em>not</em>"), WORDS.format("not"), True),
        (WORDS.format("<b>not</b>"), WORDS.format("not"), True),
        (WORDS.format("not"), WORDS.format("<em>not</em>"), True),
        (WORDS.format("<em>not</em>") + " (emphasis added)", WORDS.format("not"), True),
        ("<em>" + WORDS.format("not") + "</em>", WORDS.format("not"), False),
        (WORDS.format("not"), "<b>" + WORDS.format("not") + "</b>", False),
    ],
)
def test_words_set_off_in_one_text_only_raise_the_flag(quoted, printed, changed):
    assert flags(quoted, printed) == ([Flag.EMPHASIS_CHANGED] if changed else [])


def test_markdown_sets_off_by_its_own_marks():
    assert flags(WORDS.format("*not*"), WORDS.format("not"), article="md") == [Flag.EMPHASIS_CHANGED]
    assert flags(WORDS.format("*not*"), WORDS.format("<em>not</em>"), article="md") == []


def test_who_asks_in_plain_words_says_nothing_of_emphasis():
    source = index(read_text(f"<p>{WORDS.format('<em>not</em>')}".encode(), name="s.html"))
    asked = Quotation.asked(WORDS.format("not"))
    assert emphasis_flag(asked, compare(asked, source), source) == []


def test_ranges_point_into_the_quotation_as_it_is_printed():
    saved = (
        '<html lang="en"><body><p>She wrote: “The\n <em>old  keeper</em> did <b>not</b> close it.”</p></body></html>'
    )
    (quotation,) = read_article(saved.encode(), name="a.html").quotations
    assert [span.of(quotation.text) for span in quotation.emphasised or ()] == ["old keeper", "not"]
