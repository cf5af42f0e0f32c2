"""Accents that are glyphs of their own."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.text.pdf.accents import composed

pytestmark = pytest.mark.unit


def spread(characters: str, over: dict[int, int]) -> list[tuple[float, float]]:
    """Glyphs side by side, five points each; those of *over* stand over another."""
    return [((over.get(n, n)) * 5.0, over.get(n, n) * 5.0 + 5.0) for n in range(len(characters))]


def read(characters: str, over: dict[int, int]) -> str:
    return unicodedata.normalize("NFC", composed(characters, spread(characters, over).__getitem__))


def test_an_accent_over_the_next_letter_is_that_letters():
    assert read("Schr¨odinger", {4: 5}) == "Schrödinger"
    assert read("na¨ıve", {2: 3}) == "naïve"
    assert read("fa¸cade", {2: 3}) == "façade"


def test_an_accent_beside_a_letter_stays_a_mark():
    assert read("don´t c´est `a", {}) == "don´t c´est `a"


def test_a_capitals_accent_at_the_end_of_another_line_leaves_the_page():
    assert read("Uber alles ¨\r\nNext", {11: 0}).split("\r\n") == ["Uber alles  ", "Next"]
    assert read("alles ¨\r\nNext", {}) == "alles ¨\r\nNext"


@given(st.text("ao´¨`ˇ \r\n", max_size=40), st.dictionaries(st.integers(0, 39), st.integers(0, 39)))
def test_each_glyph_keeps_its_place(characters: str, over: dict[int, int]):
    places = spread(characters, over)
    assert len(composed(characters, places.__getitem__)) == len(characters)
