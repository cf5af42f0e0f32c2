"""List markers that were drawn after all else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.text.pdf.markers import Place, beside

pytestmark = pytest.mark.unit


def at(words: str, left: float, middle: float) -> Place:
    return Place(words, left, left + 5 * len(words), middle, 10.0)


def test_a_marker_goes_before_the_line_beside_it_and_not_before_one_far_off_or_below():
    first, second, far = at("The first thing", 60, 300), at("The second", 60, 280), at("In another column", 300, 300)
    lines = [first, far, second, at("1.", 45, 300), at("•", 45, 280), at("2.", 45, 100)]
    assert [line.words for line in beside(lines, lambda line: line)] == [
        "1.",
        "The first thing",
        "In another column",
        "•",
        "The second",
        "2.",
    ]


def test_lines_without_markers_stay_as_they_are():
    lines = [at("One", 60, 300), at("Two", 20, 320)]
    assert beside(lines, lambda line: line) == lines


PLACES = st.builds(
    Place,
    st.sampled_from(["•", "1.", "words", "more words", "(a)"]),
    st.floats(0, 600),
    st.floats(0, 600),
    st.floats(0, 800),
    st.floats(1, 20),
)


@given(st.lists(PLACES, max_size=30))
def test_no_line_is_lost_or_doubled(lines: list[Place]):
    assert sorted(beside(lines, lambda line: line)) == sorted(lines)
