import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.comparison.fold import fold
from quotations.comparison.tokens import tokenize

pytestmark = pytest.mark.unit

WORDS = [
    ("He didn't pay $1,300 (8%).", "he did not pay $ 1300 8 percent"),
    ("we've they'll I'm you're", "we have they will i am you are"),
    ("can't won't cannot gonna gotta", "can not will not can not going to got to"),
    ("dont wasnt thats", "do not was not that 's"),  # transcripts without apostrophes
    ("the captain's wheel, ISIS' flag", "the captain 's wheel isis flag"),
    ("l'eau qu'il dell'arte", "l' eau qu' il dell' arte"),
    ("long-term co-\noperative", "long term co operative"),
    ("F.B.I. and U.S. at 5 p.m. e.g.", "fbi and us at 5 pm eg"),
    ("the 8th and 21st", "the 8 and 21"),
    ("held at −5 °C, not 5 °C", "held at -5 c not 5 c"),  # a minus sign is no typography
    ("pages 5–10", "pages 5 10"),  # a range is no minus
    ("4 × 10⁶ m²", "4 10 ^6 m ^2"),
    ("p < 0.05", "p < 0.05"),
    ("covid19", "covid 19"),
    ("港は閉", "港 は 閉"),  # no blanks: each character is a word
    ("हिन्दी में", "हिन्दी में"),  # vowel signs belong to the word
    ("한국어 문장", "한국어 문장"),
    ("…—“”", ""),
]


@pytest.mark.parametrize(("raw", "keys"), WORDS)
def test_words(raw: str, keys: str) -> None:
    assert " ".join(tokenize(raw).keys) == keys


@given(st.text(max_size=120))
def test_offsets_rise_and_hold_each_word(raw: str) -> None:
    tokens = tokenize(raw)
    assert tokens.starts == sorted(tokens.starts)
    for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
        assert 0 <= start <= end <= len(raw)
        assert key
        if key.isalpha() and key.isascii() and len(key) > 4 and len(key) == end - start:
            assert key in fold(raw[start:end]).text


@pytest.mark.parametrize(
    "line", ["Plain words, U.S. ones.", "Crème brûlée à l'eau", "東京 is Tokyo", "привет, мир", "हिन्दी 12", "x < 5", ""]
)
def test_lines_of_several_scripts_have_the_words_that_each_has_alone(line):
    for other in ("Zwölf Häuser", "中国的", "ascii only"):
        both = tokenize(f"{line}\n{other}\n\n{line}")
        alone, after = tokenize(line), tokenize(other)
        assert both.keys == alone.keys + after.keys + alone.keys
        assert both.starts[: len(alone)] == alone.starts
        assert both.starts[len(alone) :][: len(after)] == [start + len(line) + 1 for start in after.starts]
