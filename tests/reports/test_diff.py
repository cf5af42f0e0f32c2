from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.model import Comparison, Omission, Operation, Passage, SegmentMatch, Span, Verdict
from reports.diff import Mark, passage_pieces, side_by_side

pytestmark = pytest.mark.unit


def joined(pieces, *marks: Mark) -> str:
    return "".join(piece.text for piece in pieces if piece.mark in marks)


def test_both_texts_come_back_whole_whatever_is_marked(sample) -> None:
    for finding in sample.FINDINGS:
        both = side_by_side(finding)
        assert joined(both.article, Mark.SAME, Mark.ONLY_ARTICLE) == finding.quotation.text
        if both.source:
            exact = finding.comparison.passage.exact
            assert joined(both.source, Mark.SAME, Mark.ONLY_SOURCE, Mark.LEFT_OUT) == exact


def test_a_dropped_word_leaves_a_mark_where_it_should_stand(sample) -> None:
    [missing] = [piece for piece in side_by_side(sample.FINDINGS[8]).article if piece.mark is Mark.MISSING]
    assert (missing.text, missing.label) == ("not", "negation")


def test_a_segment_that_is_not_there_is_marked_as_a_whole(sample) -> None:
    partial = next(f for f in sample.FINDINGS if f.verdict is Verdict.PARTIAL)
    marked = joined(side_by_side(partial).article, Mark.ONLY_ARTICLE)
    assert marked == "and the county was thanked for its patience"


def test_a_declared_change_is_marked_more_softly_than_a_silent_one(sample) -> None:
    declared = next(f for f in sample.FINDINGS if f.verdict is Verdict.MARKED)
    assert all(piece.allowed for piece in side_by_side(declared).article if piece.mark is Mark.ONLY_ARTICLE)
    assert not all(
        piece.allowed for piece in side_by_side(sample.FINDINGS[8]).article if piece.mark is Mark.ONLY_ARTICLE
    )


def test_a_long_declared_gap_is_shown_by_its_ends() -> None:
    gap = " ".join(f"g{number}" for number in range(500))
    exact = f"first words {gap} last words"
    start = len("first words ")
    omission = Omission(text=gap, words=500, sentences=3, span=Span(start, start + len(gap)))
    passage = Passage(exact=exact, prefix="", suffix="", span=Span(0, len(exact)))
    pieces = passage_pieces(passage, Comparison(verdict=Verdict.ELIDED, omitted=(omission,), passage=passage))
    shown = joined(pieces, Mark.LEFT_OUT)
    assert "[480 words]" in shown
    assert len(shown.split()) == 22


def test_at_most_sixty_words_surround_a_passage_and_none_of_them_is_a_half() -> None:
    words = " ".join(f"word{number}" for number in range(100))
    passage = Passage(exact="here", prefix=f"alf {words} ", suffix=f" {words} hal", span=Span(5000, 5004))
    around = [piece.text for piece in passage_pieces(passage) if piece.mark is Mark.AROUND]
    assert sum(len(text.split()) for text in around) == 62
    assert around[0].startswith("… word70")
    assert around[1].endswith("word29 …")
    short = Passage(
        exact="here", prefix="alf a word ", suffix=" and on it goes for a while to the hal", span=Span(50, 54)
    )
    assert [piece.text for piece in passage_pieces(short)] == [
        "… a word ",
        "here",
        " and on it goes for a while to the …",
    ]


def test_a_passage_at_the_beginning_and_end_of_its_text_has_no_dots() -> None:
    passage = Passage(exact="here", prefix="It stands ", suffix=" only.", span=Span(10, 14))
    assert [piece.text for piece in passage_pieces(passage)] == ["It stands ", "here", " only."]


@given(
    st.text(max_size=40),
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_no_spans_however_wrong_lose_or_double_a_letter(sample, quote: str, exact: str, spans) -> None:
    operations = tuple(
        Operation(
            label="word",
            article=quote[min(a, b) : max(a, b)],
            source=exact[min(c, d) : max(c, d)],
            span=Span(min(c, d), max(c, d)),
            at=Span(min(a, b), max(a, b)),
        )
        for a, b, c, d in spans
    )
    passage = Passage(exact=exact, prefix="", suffix="", span=Span(0, len(exact)))
    segments = (SegmentMatch(text=quote[:5], verdict=Verdict.NOT_FOUND, span=None),) * 2
    comparison = Comparison(verdict=Verdict.ALTERED, operations=operations, passage=passage, segments=segments)
    quotation = sample.Quotation(id="1", text=quote, parts=(Span(0, 1),))
    both = side_by_side(sample.finding("1", "x", Verdict.ALTERED, quotation=quotation, comparison=comparison))
    assert joined(both.article, Mark.SAME, Mark.ONLY_ARTICLE) == quote
    assert joined(both.source, Mark.SAME, Mark.ONLY_SOURCE) == exact


def test_plain_text_wrapped_to_a_width_flows_and_its_paragraphs_stay() -> None:
    exact = "In a wet January the race takes 4.2 million\nlitres a day out of the main stream."
    passage = Passage(exact=exact, prefix="One.\n\n", suffix="\n\nThe chair asked.", span=Span(6, 6 + len(exact)))
    assert "".join(piece.text for piece in passage_pieces(passage)) == (
        "One.\nIn a wet January the race takes 4.2 million litres a day out of the main stream.\nThe chair asked."
    )
    items = Passage(exact="the rope\nthe lamp\nthe pier", prefix="", suffix="", span=Span(0, 26))
    assert passage_pieces(items)[0].text == "the rope\nthe lamp\nthe pier"
