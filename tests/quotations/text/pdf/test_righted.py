"""Words that run from right to left in prints."""

from pathlib import Path

import pytest

from quotations.text import read_text
from quotations.text.pdf.righted import righted

pytestmark = pytest.mark.unit

PRINT = Path(__file__).parents[2] / "reading" / "formats" / "specimens" / "chromium-arabic.pdf"


def drawn(places: list[float]):
    return lambda index: (places[index], places[index] + 5)


@pytest.mark.parametrize(
    ("characters", "places", "read"),
    [
        ("ab ןומל cd", [0, 5, 10, 20, 25, 30, 35, 45, 50, 55], "ab למון cd"),
        ("ab למון cd", [0, 5, 10, 35, 30, 25, 20, 45, 50, 55], "ab למון cd"),
        ("ab ٢٠٢٤", [0, 5, 10, 20, 25, 30, 35], "ab ٢٠٢٤"),
        ("plain", [0, 5, 10, 15, 20], "plain"),
    ],
)
def test_a_word_whose_first_letter_stands_left_is_turned(characters: str, places: list[float], read: str) -> None:
    assert righted(characters, drawn(places)) == read


def test_marks_stay_on_their_letters() -> None:
    assert righted("בֵא", drawn([20, 20, 30])) == "אבֵ"


def test_an_arabic_print_is_read_as_it_was_written() -> None:
    text = read_text(PRINT.read_bytes(), media_type="application/pdf").text
    assert "البوابة كانت مفتوحة طوال الليل ولم يسأل أحد" in " ".join(text.split())
