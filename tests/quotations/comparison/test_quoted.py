import pytest

from quotations.comparison.quoted import Reading, read_quoted, readings

pytestmark = pytest.mark.unit

SEGMENTS = [
    ("one two … three", ["one two", "three"], False, False),
    ("one two [...] three", ["one two", "three"], False, False),
    ("one (. . .) two", ["one", "two"], False, False),
    ("one * * * two", ["one", "two"], False, False),
    ("one. . . . two", ["one", "two"], False, False),
    ("… one two …", ["one two"], True, True),
    ("one two", ["one two"], False, False),
]


@pytest.mark.parametrize(("quote", "segments", "opens", "closes"), SEGMENTS)
def test_declared_gaps_part_segments(quote: str, segments: list[str], opens: bool, closes: bool) -> None:
    quoted = read_quoted(quote, Reading.LITERAL)
    assert [" ".join(quoted.keys[at] for at in segment) for segment in quoted.segments] == segments
    assert (quoted.opens_with_gap, quoted.closes_with_gap) == (opens, closes)


BRACKETS = [
    ("[The mayor] went home", Reading.SQUARE, ["", "went", "home"]),
    ("[The mayor] went home", Reading.LITERAL, ["the", "mayor", "went", "home"]),
    ("he (the mayor) went", Reading.SQUARE, ["he", "the", "mayor", "went"]),
    ("he (the mayor) went", Reading.ROUND, ["he", "", "went"]),
    ("[t]he boats become[s] old", Reading.SQUARE, ["the", "boats", "becomes", "old"]),
    ("the boats [sic] went", Reading.LITERAL, ["the", "boats", "went"]),
    ("the boats went (emphasis added)", Reading.LITERAL, ["the", "boats", "went"]),
    ("the harbour[12] was", Reading.SQUARE, ["the", "harbour", "was"]),  # a note mark copied with the words is no word
    ("until then, [… all the details …]", Reading.SQUARE, ["until", "then"]),
]


@pytest.mark.parametrize(("quote", "reading", "keys"), BRACKETS)
def test_brackets_are_read_in_three_ways(quote: str, reading: Reading, keys: list[str]) -> None:
    assert read_quoted(quote, reading).keys == keys


def test_each_item_stands_where_it_says() -> None:
    quoted = read_quoted("[The mayor] didn’t … close the port [sic]", Reading.SQUARE)
    assert [item.span.of(quoted.text) for item in quoted.items] == ["[The mayor]", "did", "n’t", "close", "the", "port"]


def test_only_the_readings_that_the_words_allow_are_tried() -> None:
    assert readings("no bracket … here [sic]") == [Reading.LITERAL]
    assert readings("a [b] (c)") == [Reading.LITERAL, Reading.SQUARE, Reading.ROUND]
