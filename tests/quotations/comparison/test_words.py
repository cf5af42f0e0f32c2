"""The words of a long text, parted by stretches, are those that the whole has."""

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.comparison import index
from quotations.comparison.breaks import fused
from quotations.comparison.tokens import tokenize
from quotations.comparison.words import Located, Words, inside, outside
from quotations.model import Span, Text

pytestmark = pytest.mark.unit

PIECES = [
    "the", "said.", "“Don’t”", "l'eau", "F.B.I.", "p < 0.05", "-5", "5 -10", "(−3)", "−½", "&amp;", "\\u2013", "co\u00adworker",
    "1,300.50", "8th", "can't", "gonna", "中国的", "हिन्दी", "ﷺ", "m²", "\n", "\n\n", "\t", "\u200b", "naïve", ">\n5", "ﬁrst-rate",
]  # fmt: skip
LONG = " ".join(PIECES * 40)


def places(words: Located) -> list[tuple[str, int, int]]:
    return [(key, words.start(at), words.end(at)) for at, key in enumerate(words.keys)]


def told(raw: str) -> list[tuple[str, int, int]]:
    tokens = tokenize(raw)
    return list(zip(tokens.keys, tokens.starts, tokens.ends, strict=True))


@given(st.lists(st.sampled_from(PIECES), max_size=400), st.sampled_from([" ", "", "  "]))
def test_words_stand_where_the_whole_has_them(pieces: list[str], blank: str) -> None:
    raw = blank.join(pieces)
    assert places(Words(raw)) == told(raw)


@given(st.text(max_size=200))
def test_words_of_any_text_are_those_of_the_whole(raw: str) -> None:
    assert places(Words(raw)) == told(raw)


@pytest.mark.parametrize("raw", [LONG, LONG.replace("\u00ad", ""), "plain words only " * 200, ""])
def test_the_word_behind_an_offset_is_found_anywhere(raw: str) -> None:
    words, starts = Words(raw), tokenize(raw).starts
    for offset in [*range(0, len(raw) + 2, 7), *starts]:
        assert words.from_(offset) == bisect_left(starts, offset)


def test_ranges_of_words_keep_their_places() -> None:
    raw = "one two three four five six seven"
    spans = [Span(4, 7), Span(14, 23)]  # two; four five
    kept, other = outside(Words(raw), spans), inside(Words(raw), spans)
    assert places(kept) == [one for one in told(raw) if one[0] in ("one", "three", "six", "seven")]
    assert places(other) == [one for one in told(raw) if one[0] in ("two", "four", "five")]
    assert [kept.from_(offset) for offset in (0, 4, 8, 14, 24, 90)] == [0, 1, 1, 2, 2, 4]
    assert outside(kept, [Span(8, 13)]).keys == ["one", "six", "seven"]


def test_a_page_without_its_hidden_end_or_head_has_the_places_of_the_rest() -> None:
    raw = "zero one two three four five " * 60
    all_of_it = told(raw)
    for span in (Span(900, len(raw)), Span(0, 900)):
        kept = outside(Words(raw), [span])
        assert places(kept) == [one for one in all_of_it if not span.start <= one[1] < span.end]
        starts = [start for _, start, _ in places(kept)]
        assert [kept.from_(at) for at in range(0, len(raw), 31)] == [
            bisect_left(starts, at) for at in range(0, len(raw), 31)
        ]


def test_divided_words_are_one_and_reach_to_the_end_of_their_last_part() -> None:
    raw = "a diplo-\nmatic an-\nti-\ndote and more"
    words = fused(raw, Words(raw))
    assert words is not None
    assert [(key, raw[start:end]) for key, start, end in places(words)] == [
        ("a", "a"), ("diplomatic", "diplo-\nmatic"), ("antidote", "an-\nti-\ndote"), ("and", "and"), ("more", "more"),
    ]  # fmt: skip
    assert fused("a diplo-matic note -\n5", Words("a diplo-matic note -\n5")) is None


def test_the_first_quotations_find_without_the_index_what_it_has() -> None:
    text = " ".join(["the old mill by the river stood still", "and the old mill by the road ran on"] * 3)
    waiting, indexed = index(Text(text=text)).seen, index(Text(text=text)).seen
    for key in ("the", "old", "mill", "river", "absent"):
        assert list(waiting.places({key}).get(key, ())) == list(indexed.postings.get(key, ()))
        assert waiting.first_places(key, 3) == indexed.first_places(key, 3) == list(indexed.postings.get(key, ()))[:3]
