"""What the codec writes it reads again, also what another version wrote."""

import json
from datetime import UTC, date, datetime

import pytest

from quotations.codec import decode, encode
from quotations.model import (
    Attribution,
    Basis,
    Capture,
    Citation,
    LinkState,
    Notice,
    Place,
    Quotation,
    QuotationForm,
    QuotationKind,
    Severity,
    Span,
    State,
)

pytestmark = pytest.mark.unit

CITATION = Citation(
    id="1",
    href="/a",
    url="https://a.example/a",
    anchor="words",
    span=Span(3, 8),
    as_of=date(2026, 10, 1),
    place=Place(line=4, column=2),
)
NOUNS = [
    CITATION,
    Quotation(
        id="q1", text="words", parts=(Span(0, 2), Span(4, 5)), form=QuotationForm.SPLIT, kind=QuotationKind.DIRECT
    ),
    Attribution(quotation="q1", citation="1", basis=Basis.CUE_LINK, score=0.85, margin=1.0),
    LinkState(
        citation="1",
        href="/a",
        url="https://a.example/a",
        state=State.ALIVE,
        severity=Severity.OK,
        notices=(Notice.FRAGMENT_MISSING,),
        captured_at=datetime(2026, 11, 26, 12, 0, tzinfo=UTC),
    ),
    Place(line=4, column=2),
    Span(3, 8),
]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_a_noun_comes_back_from_json_as_it_was(noun):
    read = decode(type(noun), json.loads(json.dumps(encode(noun))))
    assert read == noun
    assert hash(read) == hash(noun)
    assert repr(read) == repr(noun)


def test_what_was_read_is_as_frozen_as_what_was_made():
    read = decode(Citation, encode(CITATION))
    with pytest.raises(AttributeError):
        read.anchor = "other"


def test_a_missing_field_takes_its_default_and_an_unknown_one_is_left_out():
    value = encode(CITATION) | {"colour": "red"}
    del value["place"], value["as_of"]
    read = decode(Citation, value)
    assert (read.place, read.as_of, read.span) == (None, None, CITATION.span)


def test_what_lacks_a_field_without_a_default_is_no_such_noun():
    value = encode(CITATION)
    del value["href"]
    with pytest.raises(TypeError, match="href"):
        decode(Citation, value)


@pytest.mark.parametrize("change", [{"role": "nonsense"}, {"span": [8, 3]}, {"as_of": "yesterday"}])
def test_a_value_that_a_field_cannot_have_is_refused(change):
    with pytest.raises(ValueError):
        decode(Citation, encode(CITATION) | change)


def test_bytes_never_stand_in_json():
    looked = Capture(url="https://a.example/", captured_at=datetime(2026, 11, 26, tzinfo=UTC), body=b"<p>")
    assert "body" not in encode(looked)
    assert decode(Capture, encode(looked)).body is None
