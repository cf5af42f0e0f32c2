import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.comparison import index
from quotations.judging.compare import compare
from quotations.judging.prospect import may_have
from quotations.model import Text, Verdict

pytestmark = pytest.mark.unit

TOLD = (
    "the keeper of lamp wrote that no boat had come up river since storm and harbour board would not pay for oil which "
    "he bought in spring when ice was gone from quay they said it cost forty crowns a barrel but nobody asked him"
)
WORDS = TOLD.split()
QUOTE = "the harbour board would not pay for the oil which the keeper bought in the spring"


def test_a_source_that_lacks_most_of_the_words_cannot_have_them() -> None:
    assert not may_have(QUOTE, index(Text(text="Tides and moonlight drive the engines of the mill, said a miller.")))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (QUOTE, "He wrote: the harbour board will not pay for the oil that the keeper bought last spring."),
        ("not pay for the oil", "Tides and moonlight drive the engines."),  # too short to tell
        ("[The board] would never pay for [any of] the lamp oil [it] had ordered", "Tides drive the engines."),
        (QUOTE, "The har-\nbour board would not pay for the oil which the kee-\nper bought in the spring."),
    ],
)
def test_where_the_words_may_be_they_are_looked_for(words: str, text: str) -> None:
    assert may_have(words, index(Text(text=text)))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=24), st.integers(0, 2**32), st.floats(0, 1))
def test_what_cannot_be_had_is_never_found(quote: list[str], seed: int, kept: float) -> None:
    choose = random.Random(seed)
    held = [word if choose.random() < kept else choose.choice(["mill", "tide", "moon", "flour"]) for word in quote]
    source = index(Text(text="Of this it was told: " + " ".join(held) + ". Then the miller went home.", language="en"))
    words = " ".join(quote)
    if not may_have(words, source):
        assert compare(words, source).verdict.rank > Verdict.CRITICAL.rank
