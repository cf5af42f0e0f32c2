import pytest

from quotations.comparison.han import han_at
from quotations.comparison.lookalikes import one_alphabet

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("二十三", 23),
        ("三万五千", 35_000),
        ("二〇二〇", 2020),
        ("十", 10),
        ("一百零五", 105),
        ("两亿三千万", 230_000_000),
    ],
)
def test_numerals_of_han_characters_have_their_value(written: str, value: int) -> None:
    assert han_at([*list(written), "年"], 0) == (value, len(written))


def test_a_magnitude_alone_is_no_numeral() -> None:
    assert han_at(["万", "里"], 0) is None


@pytest.mark.parametrize(
    ("mixed", "pure"),
    [
        ("the hаrbоur", "the harbour"),
        ("сhесkbоха", "checkboxa"),
        ("пopта", "порта"),
        ("порт", "порт"),
        ("щuzhoй", "щuzhoй"),
    ],
)
def test_a_word_of_two_alphabets_becomes_one_where_all_its_strange_letters_have_twins(mixed: str, pure: str) -> None:
    assert one_alphabet(mixed) == pure
