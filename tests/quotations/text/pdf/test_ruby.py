"""Readings over Chinese characters in prints."""

import pytest

from quotations.text.pdf.markers import Place
from quotations.text.pdf.ruby import without_ruby

pytestmark = pytest.mark.unit

BASE = Place("監査委員会の報告書は述べる。", 46, 346, 570, 16)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (Place("か ん さ", 47, 69, 579, 8), False),
        (Place("jiān chá", 47, 69, 579, 8), False),
        (Place("か ん さ", 47, 69, 579, 16), True),  # as large as the line
        (Place("か ん さ", 47, 69, 640, 8), True),  # far above it
        (Place("か ん さ", 47, 69, 560, 8), True),  # under it
        (Place("注1を見よ", 47, 69, 579, 8), True),  # no reading
    ],
)
def test_only_small_readings_over_a_line_are_left_out(line: Place, kept: bool) -> None:
    assert (line in without_ruby([BASE, line], lambda one: one)) is kept


def test_small_latin_words_over_latin_lines_stay() -> None:
    lines = [Place("The board saw it.", 46, 346, 570, 16), Place("see note", 47, 69, 579, 8)]
    assert without_ruby(lines, lambda one: one) == lines


def test_a_long_line_of_small_letters_is_looked_at_once() -> None:
    lines = [BASE, Place("a" * 79 + "!", 47, 69, 579, 8)]
    assert without_ruby(lines, lambda one: one) == lines
