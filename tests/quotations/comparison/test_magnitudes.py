"""A figure and its magnitude are one number, in whatever style each is written."""

import pytest

from quotations import compare
from quotations.comparison.lexicon import lexicon
from quotations.comparison.numbers import numbers_of
from quotations.model import Verdict
from quotations.text.plain import text_of

pytestmark = pytest.mark.unit
SOURCE = text_of(
    "In a wet January the race takes 4.2 million litres a day out of the main stream. That is one part in twenty."
)


@pytest.mark.parametrize("written", ["42 million", "4.3 million", "4.2 billion", "4.2 thousand", "420 million", "4.2"])
def test_another_value_is_critical_however_alike_the_figures_are(written):
    assert compare(f"the race takes {written} litres a day out of the main stream", SOURCE).verdict is Verdict.CRITICAL


@pytest.mark.parametrize("written", ["4,200,000", "4200 thousand", "4.20 million"])
def test_the_same_value_in_another_style_is_conventional(written):
    found = compare(f"the race takes {written} litres a day out of the main stream", SOURCE).verdict
    assert found is Verdict.CONVENTIONAL


@pytest.mark.parametrize("language", ["en", "es", "de", "xx"])
def test_a_letter_behind_a_figure_is_a_magnitude_in_every_language(language):
    (found,), rest = numbers_of(["12", "k", "euros"], lexicon(language))
    assert found.value == 12000
    assert not rest or rest == ["euros"]
