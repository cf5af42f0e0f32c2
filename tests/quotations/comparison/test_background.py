"""What words weigh, by the background of their language."""

import pytest

from quotations.comparison.background import RARE, bits

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("language", "common", "known", "rare"),
    [
        ("en", "the", "harbour", "zymurgy"), ("de", "nicht", "hafen", "zwiebelfisch"), ("fr", "dans", "bateau", "quincaillier"),
        ("es", "pero", "barco", "zarzaparrilla"), ("it", "sono", "barca", "zibaldone"), ("pt", "isso", "barco", "ziguezague"),
        ("nl", "niet", "boot", "zeepziederij"), ("pl", "jest", "statek", "zazdrostka"),
    ],
)  # fmt: skip
def test_the_commoner_a_word_of_its_language_the_less_it_says(
    language: str, common: str, known: str, rare: str
) -> None:
    assert bits(common, language) < bits(known, language) <= bits(rare, language) <= RARE
    assert bits(common, language) < 10 < bits(known, language)


def test_a_language_without_a_background_goes_by_length_and_its_commonest_words() -> None:
    assert bits("и", "ru") < bits("корабль", "ru")
    assert bits("xyz", "xx") < bits("xyzxyz", "xx")
