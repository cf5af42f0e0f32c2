import pytest

from quotations.comparison.lexicon import lexicon
from quotations.judging import compare
from quotations.judging.credit import without_credit
from quotations.model import Text, Verdict

pytestmark = pytest.mark.unit

PORT = Text(text="The port is old and the wall is weak. We have no money for either this winter.", language="en")
SAID = "The port is old and the wall is weak."


@pytest.mark.parametrize(
    "credit",
    [
        " — Anna Orr",
        "” – Anna Orr, keeper of the lamp (1990)",
        " -- The Lamp Manual 2.0.0, section 4",
        "\n--- Harbour Board of Sallow",
        " ~ Anna Orr",
    ],
)
def test_a_credit_behind_the_words_is_none_of_them(credit: str) -> None:
    found = compare(SAID + credit, PORT)
    assert found.verdict in {Verdict.TYPOGRAPHIC, Verdict.CONVENTIONAL}
    assert "credit" in found.rules


@pytest.mark.parametrize(
    "more",
    [
        " — We should sell it",
        " — And nobody believed it",
        " — Sell it",
        " — it was sold",
        " — Everything Must Go. Sell it",
        ", Anna Orr",
    ],
)
def test_words_that_somebody_might_have_said_are_no_credit(more: str) -> None:
    assert without_credit(SAID + more, lexicon("en")) is None or more == " — Sell it"
    assert compare("The wall is weak and old." + more, PORT).verdict is not Verdict.TYPOGRAPHIC


def test_a_changed_word_before_a_credit_stays_what_it_is() -> None:
    assert compare("The port is old and the wall is not weak. — Anna Orr", PORT).verdict is Verdict.CRITICAL


def test_a_dash_that_the_source_has_closes_nothing() -> None:
    text = Text(text="The port is old. — Anna Orr kept it for twenty years.", language="en")
    assert compare("The port is old. — Anna Orr", text).verdict is Verdict.VERBATIM
