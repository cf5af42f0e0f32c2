"""What is looked at only where a cheap sign says that it may be there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.comparison import margins
from quotations.comparison.blocks import blocks_of
from quotations.comparison.margins import line_numbers
from quotations.model import Text

pytestmark = pytest.mark.unit


def verses(first: int) -> str:
    return " ".join(f"{number} The boats came home at night." for number in range(first, first + 3))


@pytest.mark.parametrize("first", range(1, 31))
def test_three_verses_in_a_row_are_found_wherever_they_begin_to_count(first: int) -> None:
    text = verses(first)
    assert [span.of(text) for span in line_numbers(text)] == [str(number) for number in range(first, first + 3)]


def test_figures_before_capitals_that_do_not_count_up_are_no_verses() -> None:
    assert line_numbers("In 1994 Orr sold it. In 1971 Tamm came. In 1949 Beck left. In 1917 Holm died.") == []


@given(st.text(alphabet='0123456789 .A“"\n', max_size=60))
def test_the_quick_look_misses_no_verse(words: str) -> None:
    found = margins._of_verses(words)
    assert not found or margins._may_be_verses(words)


def test_questions_and_answers_are_told_apart_and_one_question_is_none() -> None:
    asked = "Q. Was it shut? A. It was. Q. For how long? A. Two winters."
    assert {block.speaker for block in blocks_of(Text(text=asked))} == {"Q", "A"}
    once = "Q. Was it shut? It was. A. Two winters."
    assert {block.speaker for block in blocks_of(Text(text=once))} <= {None}
