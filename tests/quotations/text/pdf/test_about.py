"""PDFs whose own words about themselves are broken."""

import pytest

from quotations.reading.formats import read_documents
from quotations.text import read_text

pytestmark = pytest.mark.unit


def pdf(title: bytes) -> bytes:
    stream = b"BT /F1 12 Tf 72 700 Td (The tide was low that evening.) Tj ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Title <%s> /Author (Ida Rook)>>" % title.hex().encode(),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(out),
        )
    )


@pytest.mark.parametrize("title", [b"\xfe\xff\xd8\x00\x00a", b"\xfe\xff\xdc\x01\x00b"])
def test_a_title_in_broken_utf_16_costs_no_word(title: bytes):
    text = read_text(pdf(title))
    assert text.text == "The tide was low that evening."
    assert text.metadata["author"] == "Ida Rook"
    (document,) = read_documents(pdf(title))
    assert document.text == "The tide was low that evening."
    assert document.author == "Ida Rook"


def test_a_title_is_read():
    assert read_text(pdf(b"\xfe\xff\x00T\x00i\x00d\x00e")).title == "Tide"
