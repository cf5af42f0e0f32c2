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
        ("The oven was built after World War II by strangers.", "The oven was built after World War I by strangers"),
        ("The shop opens at 7 a.m. on every day but Sunday.", "The shop opens at 7 p.m. on every day but Sunday"),
        ("The cellar was at minus six degrees that night.", "The cellar was at six degrees that night"),
        ("A third of the flour was lost when the canal rose.", "Two thirds of the flour was lost when the canal rose"),
        ("A baker may, if the board agrees, sell bread on Sunday.", "A baker … sell bread on Sunday"),
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
        ("The oven was built after World War II by strangers.", "The oven was built after World War 2 by strangers"),
        ("The cellar was at minus six degrees that night.", "The cellar was at −6 degrees that night"),
        ("Two-thirds of the flour was lost when the canal rose.", "2/3 of the flour was lost when the canal rose"),
        ("The shop sold 12k loaves in the year of the fair.", "The shop sold 12,000 loaves in the year of the fair"),
        ("The queue began at 10:30 and ended at noon.", "The queue began at 10.30 and ended at noon"),
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


def test_a_note_mark_copied_with_the_words_changes_nothing() -> None:
    found = verdict(
        "The oven was sold to a miller before the fair.", "The oven was sold to a miller[14] before the fair"
    )
    assert found is Verdict.TYPOGRAPHIC


def test_words_too_common_to_mean_anything_are_weak() -> None:
    assert verdict("The oven was sold to a miller before the fair.", "the") is Verdict.WEAK


def test_german_numerals_are_numbers() -> None:
    source = Text(
        text="Der Bäcker zählte fünfundsechzig Brote, und nicht eines war für die Leute am Kanal.", language="de"
    )
    assert compare("Der Bäcker zählte 65 Brote", source).verdict is Verdict.CONVENTIONAL
    assert compare("Der Bäcker zählte 56 Brote", source).verdict is Verdict.CRITICAL


def test_a_clause_cut_out_of_a_sentence_is_a_silent_cut_even_of_a_short_one() -> None:
    source = "The oven, which the board had lent to a stranger for the feast, was broken on Monday."
    assert verdict(source, "The oven was broken on Monday") is Verdict.SPLICED


def test_a_name_that_opens_a_sentence_is_known_by_its_other_places() -> None:
    source = "Norway kept the canal open all winter. The baker had never been to Norway himself."
    assert verdict(source, "Sweden kept the canal open all winter") is Verdict.CRITICAL


def test_line_numbers_of_a_hearing_are_stepped_over() -> None:
    lines = (
        "1  Q. Who had the key?\n2  A. The baker left it with the\n3  miller on the day of the fair.\n4  Q. And then?\n"
    )
    assert verdict(lines, "The baker left it with the miller on the day of the fair") is Verdict.TYPOGRAPHIC


def test_figures_that_begin_two_lines_are_words() -> None:
    lines = "The baker sold\n3 loaves to the miller\n4 days before the fair."
    assert verdict(lines, "The baker sold loaves to the miller days before the fair") is Verdict.CRITICAL


def test_an_advertisement_inside_a_sentence_is_stepped_over() -> None:
    source = "The baker left the key Advertisement with the miller on the day of the fair."
    assert verdict(source, "The baker left the key with the miller on the day of the fair") is Verdict.TYPOGRAPHIC


def test_numbers_may_change_places_with_what_they_count_but_not_without() -> None:
    source = "In the queue stood 11 bakers and 6 millers from the upper town."
    assert verdict(source, "In the queue stood 6 millers and 11 bakers from the upper town") is Verdict.ALTERED
    assert verdict(source, "In the queue stood 6 bakers and 11 millers from the upper town") is Verdict.CRITICAL
