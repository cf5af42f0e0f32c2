"""Changes that look small and are not, beside changes that look large and are none."""

from __future__ import annotations

import pytest

from quotations.judging import compare
from quotations.model import Text, Verdict

pytestmark = pytest.mark.unit


def verdict(source: str, words: str) -> Verdict:
    """The verdict on *words* against a short English text that says *source* among other things."""
    text = f"The shop by the canal sells bread on Fridays, and nobody minds the queue.\n\n{source}\n\nThe baker has two sons."
    return compare(words, Text(text=text, language="en")).verdict


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Few bakers expect the flour to last until spring.", "A few bakers expect the flour to last until spring"),
        ("There is little hope that the oven will be mended.", "There is a little hope that the oven will be mended"),
        ("The price rose from 30 to 35 cents within one week.", "The price rose from 35 to 30 cents within one week"),
        ("That night Mr. Lund and Mr. Falk were not in town.", "Mr. Lund and Mr. Berg were not in town"),
        ("Never before had the canal frozen in the first week.", "Ever before had the canal frozen in the first week"),
        ("The baker could scarcely lift the sack by himself.", "The baker could lift the sack by himself"),
        ("The shop opened on 7 June 1984 with two ovens.", "The shop opened on June 8, 1984 with two ovens"),
        ("The oven holds three and a half stone of dough.", "The oven holds 4½ stone of dough"),
        ("The mean was 2.31 [95% CI 1.10-4.05] in both groups.", "The mean was 2.31 [95% CI 1.10-5.04] in both groups"),
    ],
)
def test_a_critical_change_is_told_however_small_it_looks(source: str, words: str) -> None:
    assert verdict(source, words) is Verdict.CRITICAL


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("The shop opened on 7 June 1984 with two ovens.", "The shop opened on June 7, 1984 with two ovens"),
        ("The shop opened on the 7th of June 1984 with two ovens.", "The shop opened on June 7, 1984 with two ovens"),
        ("The new oven cost $2.4m and came by boat.", "The new oven cost $2.4 million and came by boat"),
        ("The oven holds three and a half stone of dough.", "The oven holds 3½ stone of dough"),
        ("The oven burns 3 × 106 splinters a year, he said.", "The oven burns 3 × 10^6 splinters a year"),
    ],
)
def test_a_number_or_date_in_another_form_is_convention(source: str, words: str) -> None:
    assert verdict(source, words) is Verdict.CONVENTIONAL


def test_marks_of_quoted_lines_are_no_words() -> None:
    assert verdict("> The baker keeps his\n> flour in the loft\n> above the stable.", "The baker keeps his flour in the loft above the stable") is Verdict.TYPOGRAPHIC  # fmt: skip


def test_a_word_written_twice_is_a_repetition() -> None:
    assert verdict("The baker keeps his flour in the loft above the stable.", "The baker keeps his his flour in the loft above the stable") is Verdict.MINOR  # fmt: skip


def test_a_bracket_that_the_text_prints_is_no_change() -> None:
    source = "The mean was 2.31 [95% CI 1.10-4.05] in both groups."
    assert verdict(source, "The mean was 2.31 [95% CI 1.10-4.05] in both groups") is Verdict.VERBATIM
