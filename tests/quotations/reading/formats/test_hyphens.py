"""Words that a line end divides."""

import pytest

from quotations.reading.formats.plain import read_plain

pytestmark = pytest.mark.unit


def _words(text: str) -> str:
    document = read_plain(text)
    return document.words(document.blocks[0].span)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The net-\nmaker left the har-\nbour.", "The netmaker left the harbour."),
        ("The net-\nmaker met a net-maker.", "The net-maker met a net-maker."),
        ("The net-\nmaker met a net-maker and a netmaker.", "The netmaker met a net-maker and a netmaker."),
        ("The net-\nmakers and net-makers’ friends.", "The net-makers and net-makers’ friends."),
        ("From Wells-\nNorth to Wells.", "From Wells- North to Wells."),
        ("It is 1990-\nodd years old, a-\n b-\nc.", "It is 1990- odd years old, ab- c."),
    ],
)
def test_a_divided_word_is_one_and_keeps_the_hyphen_that_it_has_elsewhere(text: str, words: str) -> None:
    assert _words(text) == words


def test_many_divided_words_are_read() -> None:
    text = "\n".join(f"Line {n} tells of the har-\nbour and a wharf-{n}." for n in range(20_000))
    assert len(read_plain(text).skip) == 20_000
