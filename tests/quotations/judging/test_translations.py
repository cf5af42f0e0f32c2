"""A source in another language: what a translation leaves alone is compared, and the likeliest passage shown."""

import pytest

from quotations.comparison import index
from quotations.judging.translated import translated
from quotations.model import Text, Verdict

pytestmark = pytest.mark.unit

GERMAN = index(
    Text(
        text="Die Stadt hatte lange keine Mühle und keinen Markt.\n\nDer Hafen von Emden schloss im Jahre 1921, als nur noch"
        " vierzig Boote und die „Frisia“ dort lagen, wie Wessels sagte.\n\nIm Jahre 1930 kam niemand mehr.",
        language="de",
    )
)


def found(words, text=GERMAN):
    comparison = translated(words, text)
    assert comparison is not None
    return comparison


def test_the_passage_with_most_of_the_names_and_numbers_is_shown():
    comparison = found("The port of Emden was closed in 1921 when forty boats and the Frisia lay there, Wessels said.")
    assert comparison.passage.exact.startswith("Der Hafen von Emden")
    assert comparison.verdict is Verdict.UNCHECKED
    assert not comparison.operations


def test_a_number_and_a_name_that_the_passage_lacks_are_told():
    comparison = found("The port of Emden was closed in 1912 when forty boats lay there, as Harmsen told the paper.")
    assert [(one.label, one.article) for one in comparison.operations] == [
        ("translated_number", "1912"), ("translated_name", "Harmsen"),
    ]  # fmt: skip


def test_numerals_are_one_number_in_both_languages():
    assert not found("In Emden there were only 40 boats left in the port.").operations


def test_names_may_have_another_ending():
    polish = index(Text(text="Rada wysłuchała Kowalskiego, który mówił o 12 statkach.", language="pl"))
    assert not found("The council heard that Kowalski spoke of twelve ships", polish).operations


def test_nothing_in_common_is_no_candidate():
    assert translated("The harbour was closed by the council after a long strike of the pilots.", GERMAN) is None
