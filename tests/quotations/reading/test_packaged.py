"""Books and office documents as sources."""

import io
import zipfile
from pathlib import Path

import pytest

from quotations import compare
from quotations.errors import DamagedInput, UnknownFormat
from quotations.model import SegmentRole, Verdict
from quotations.reading.packaged import MEDIA_TYPES, text_of_package

pytestmark = pytest.mark.unit

SPECIMENS = Path(__file__).parent / "formats" / "specimens"


@pytest.mark.parametrize("ending", MEDIA_TYPES)
def test_words_of_a_book_or_office_document_are_found_in_it(ending: str) -> None:
    text = text_of_package((SPECIMENS / f"pandoc.{ending}").read_bytes(), name=f"pandoc.{ending}")
    assert text.media_type == MEDIA_TYPES[ending]
    assert text.title == "The ferry that ran on paper"
    assert text.complete
    found = compare("I took my class to see it and we saw a very good pier", text)
    assert found.verdict is Verdict.VERBATIM
    assert found.passage is not None
    assert text.section_at(text.text.index("The harbour office knew")) == "What the office knew"


@pytest.mark.parametrize("ending", MEDIA_TYPES)
def test_segments_stand_in_order_and_do_not_overlap(ending: str) -> None:
    text = text_of_package((SPECIMENS / f"pandoc.{ending}").read_bytes())
    ends = [0]
    for segment in text.segments:
        assert segment.span.start >= ends[-1]
        ends.append(segment.span.end)
    assert {SegmentRole.HEADING, SegmentRole.BODY, SegmentRole.LIST} <= {s.role for s in text.segments}


def packed(**members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, words in members.items():
            package.writestr(name, words)
    return made.getvalue()


def test_another_container_is_no_source() -> None:
    with pytest.raises(UnknownFormat):
        text_of_package(packed(index="<p>Words in a page.</p>"), name="x.zip")


def test_a_broken_book_is_an_error() -> None:
    with pytest.raises(DamagedInput):
        text_of_package((SPECIMENS / "pandoc.epub").read_bytes()[:2000], name="x.epub")
