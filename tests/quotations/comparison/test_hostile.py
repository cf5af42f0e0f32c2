"""Input made to break or to stall: an answer or a clear error, and none of it quadratic."""

import pytest

from quotations.errors import UsageError, WordsError
from quotations.judging import compare
from quotations.model import Segment, SegmentRole, Span, Text, Verdict

pytestmark = pytest.mark.unit

LINE = "The quay was shut for two winters after the storm, said the clerk of the harbour board. "
SOURCE = Text(text=LINE * 30)

EMPTY = ["", " \n", "“…” — [ ] !!", "\u200b\u00ad", "[…]", "."]


@pytest.mark.parametrize("words", EMPTY)
def test_words_without_a_word_are_refused(words: str) -> None:
    with pytest.raises(WordsError):
        compare(words, SOURCE)


def test_words_longer_than_any_quotation_are_refused() -> None:
    with pytest.raises(WordsError):
        compare("a" * 4_000_001, SOURCE)


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(UsageError):
        compare("the quay", SOURCE, profile="bluebook")


BOMBS = [
    ("the quay\x00was shut for two winters", SOURCE),
    ("the quay \ud800 was shut for two winters", SOURCE),
    ("e" + "\u0301" * 20_000 + " quay was shut for two winters", SOURCE),
    ("the \u202equay\u202c was \u2066shut\u2069 for two winters", SOURCE),
    ("[a]b" * 3_000, Text(text="a b " * 3_000)),
    ("[a] b " * 200, Text(text="a b " * 3_000)),
    ("[" * 20_000 + "quay was shut", SOURCE),
    ("the … " * 300, SOURCE),
    ("quay " + ". " * 20_000 + "was shut for two", SOURCE),
    ("a b " * 200, Text(text="a b " * 20_000)),
    ("spam eggs ham " * 130, Text(text="spam ham eggs ham spam " * 4_000)),
    ("a'" * 5_000, SOURCE),
    ("1." * 5_000 + "2 quay", Text(text="1." * 20_000)),
    ("(a+)+$" * 500, Text(text="a" * 50_000)),
    ("quay was shut for two", Text(text="a" * 300_000)),
    ("quay was shut for two", Text(text="(" * 100_000 + LINE)),
    ("quay was shut for two", Text(text="AAAA BBBB: x\n" * 5_000 + LINE)),
    ("quay was shut for two", Text(text="a." * 50_000 + LINE)),
    ("quay was shut for two", Text(text="")),
]


@pytest.mark.parametrize("number", range(len(BOMBS)))
def test_bombs_get_an_answer(number: int) -> None:
    words, source = BOMBS[number]
    assert compare(words, source).verdict in Verdict


def test_a_quotation_of_thousands_of_words_is_judged_in_pieces() -> None:
    story = " ".join(
        f"On day {n} the keeper of lamp {n * 7} saw {n + 3} boats pass the {n}th buoy." for n in range(400)
    )
    assert compare(story, Text(text="Preface. " + story + " The end.")).verdict is Verdict.VERBATIM
    half = len(story) // 2
    assert compare(story, Text(text=story[:half])).verdict is Verdict.PARTIAL
    swapped = story[half:] + " " + story[:half]
    assert compare(swapped, Text(text=story)).verdict.rank >= Verdict.SPLICED.rank


def test_thousands_of_small_blocks_are_no_trouble() -> None:
    words, segments = "", []
    for number in range(3_000):
        item = f"Item number {number} of the list"
        segments.append(Segment(Span(len(words), len(words) + len(item)), SegmentRole.LIST))
        words += item + "\n"
    assert (
        compare("Item number 777 of the list", Text(text=words, segments=tuple(segments))).verdict is Verdict.VERBATIM
    )
