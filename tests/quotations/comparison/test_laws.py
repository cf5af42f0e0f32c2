"""The three laws: a substring is VERBATIM, folding maps back (test_fold), an added edit never raises the verdict."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quotations.comparison import index
from quotations.errors import WordsError
from quotations.judging import compare
from quotations.model import Text, Verdict

pytestmark = pytest.mark.unit

STORY = (
    "The keeper of the northern lighthouse wrote every evening what the wind had done. He was never late, and in forty years "
    "he missed seven evenings, of which four were Sundays. “I will not leave the lamp,” he told the harbour board in 1887, "
    "“unless somebody better comes.” The board’s clerk, Tamsin Orr, thought that he might be right; most of the fishermen did.\n\n"
    "After the storm the quay was closed for two winters. It cost the town 2.6 million crowns and a summer’s water, which "
    "nobody had foreseen. The net-makers dredged the inner basin, mended the lamps along the wall and asked for better terms."
)
SOURCE = index(Text(text=STORY, language="en"))
WORDS = STORY.split()


@given(st.integers(0, len(WORDS) - 7), st.integers(6, 40))
@settings(max_examples=150, deadline=None)
def test_a_substring_on_word_boundaries_is_verbatim(start: int, size: int) -> None:
    quote = " ".join(WORDS[start : start + size])
    found = compare(quote, SOURCE)
    # a cut that takes the unit of a number is a change even of an exact substring (rule 2)
    assert found.verdict is Verdict.VERBATIM or "cut_number" in found.rules, (quote, found)
    assert found.passage is not None
    assert found.passage.exact.split() == quote.strip("“”,;. ").split() or found.passage.exact in STORY


EDITS = [
    lambda words, at: words[:at] + words[at + 1 :],
    lambda words, at: [*words[:at], "zebra", *words[at:]],
    lambda words, at: [*words[:at], "not", *words[at:]],
    lambda words, at: [*words[:at], "gantry", *words[at + 1 :]],
]


@given(st.integers(0, len(WORDS) - 22), st.integers(2, 17), st.sampled_from(EDITS))
@settings(max_examples=150, deadline=None)
def test_an_added_edit_never_raises_the_verdict(start: int, at: int, edit) -> None:  # type: ignore[no-untyped-def]
    own = WORDS[start : start + 20]
    before = compare(" ".join(own), SOURCE)
    words = edit(own, at)
    assume(words != own)
    after = compare(" ".join(words), SOURCE)
    assert after.verdict.rank >= before.verdict.rank
    assert after.verdict.rank > Verdict.CONVENTIONAL.rank or words == own or _same_letters(words, own), (words, after)


def _same_letters(words: list[str], own: list[str]) -> bool:
    return "".join(words).lower() == "".join(own).lower()


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_words_get_an_answer_or_a_clear_error(words: str) -> None:
    try:
        found = compare(words, SOURCE)
    except WordsError:
        return
    assert found.verdict in Verdict
    for segment in found.segments:
        assert segment.span is None or segment.span.end <= len(STORY)


@given(st.text(min_size=1, max_size=400), st.integers(0, 300), st.integers(1, 80))
@settings(max_examples=200, deadline=None)
def test_any_source_answers_for_its_own_words(source: str, start: int, size: int) -> None:
    try:
        found = compare(source[start : start + size], Text(text=source))
    except WordsError:
        return
    assert found.verdict in Verdict
