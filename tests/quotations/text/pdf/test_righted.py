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
    assert righted(characters, drawn(places))[0] == read


def test_marks_stay_on_their_letters() -> None:
    assert righted("בֵא", drawn([20, 20, 30])) == ("אבֵ", {0: 2, 1: 0, 2: 1})


def test_an_arabic_print_is_read_as_it_was_written() -> None:
    text = read_text(PRINT.read_bytes(), media_type="application/pdf").text
    assert "البوابة كانت مفتوحة طوال الليل ولم يسأل أحد" in " ".join(text.split())


def line(said: str, gaps: str = " ") -> tuple[str, object]:
    """The places of *said*, set from the right, five points a letter; blanks in *gaps* have none, others a width."""
    places, at = [], 300.0
    for character in said:
        at -= 5
        places.append((0.0, 0.0) if character in gaps else (at, at + 5))
    return said, lambda index: places[index]


def test_a_line_from_the_right_is_read_by_where_its_letters_stand() -> None:
    said, places = line("קטן שער של העיר")
    order = [2, 1, 0, 3, *range(4, 10), 14, 13, 12, 11, 10]  # two words last letter first
    given = "".join(said[at] for at in order)
    assert righted(given, lambda index: places(order[index]))[0] == said


def test_figures_in_a_line_from_the_right_run_from_the_left() -> None:
    places = {0: (20, 25), 1: (25, 30), 2: (30, 35), 3: (35, 40), 4: (0, 0), 5: (55, 60), 6: (50, 55), 7: (45, 50)}
    assert righted("2019 קטן", lambda index: places[index])[0].strip() == "קטן 2019"


def test_a_mark_on_no_letter_goes_with_the_one_on_its_right() -> None:
    places = [(60, 65), (56, 60), (53, 56)]
    assert righted("رًا", lambda index: places[index])[0] == "رًا"


def test_marks_drawn_in_a_mirror_are_turned_back() -> None:
    said, places = line("אמר »קטן שער« היום")
    assert righted(said, places)[0] == "אמר «קטן שער» היום"
    said, places = line("אמר «קטן שער» היום")
    assert righted(said, places)[0] == said


def test_lam_and_alef_of_one_glyph_stand_in_their_order() -> None:
    places = [(20, 25), (13, 20), (13, 20), (5, 13)]
    assert righted("ثالج"[:1] + "ال" + "ج", lambda index: places[index])[0] == "ثلاج"


def test_a_blank_that_a_narrow_gap_made_parts_no_word() -> None:
    places = [(60, 66), (0, 0), (53, 59.5), (47, 53), (0, 0), (35, 42), (28, 35)]
    assert righted("ר דה אב", lambda index: places[index])[0] == "רדה אב "
