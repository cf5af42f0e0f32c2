import pytest

from quotations.comparison.lexicon import lexicon
from quotations.comparison.number_rows import same_numbers
from quotations.comparison.numbers import numbers_of
from quotations.comparison.tokens import tokenize

pytestmark = pytest.mark.unit

PAIRS = [
    ("12", "twelve", True),
    ("21", "twenty-one", True),
    ("1,300", "1300", True),
    ("1.300", "1300", True),  # a stop may part thousands
    ("7,5", "7.5", True),
    ("8%", "eight percent", True),
    ("8 percent", "8 per cent", True),  # "per cent" becomes one word in the alignment
    ("$1 trillion", "a trillion dollars", True),
    ("2.6 million", "2,600,000", True),
    ("2.6 million", "2.6", False),  # magnitude belongs to the number
    ("2.6 million", "2.6 billion", False),
    ("5", "-5", False),
    ("10 ^6", "10", False),
    ("12 percent", "12", False),  # percent against points
    ("$5", "€5", False),
    ("two hundred and five", "205", True),
    ("12", "21", False),
    ("7.3", "73", False),
    ("8th", "eighth", True),
    ("in March 5", "in May 5", True),  # "march" and "may" are no dates by themselves
    ("3 July", "3 August", False),
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_same_value_same_unit(one: str, other: str, same: bool) -> None:
    english = lexicon("en")
    found = [numbers_of(tokenize(words).keys, english)[0] for words in (one, other)]
    assert same_numbers(*found) is same
