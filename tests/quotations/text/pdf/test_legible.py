"""Fonts that draw letters and do not say which."""

from collections.abc import Callable

import pytest

from quotations.errors import EmptyInput
from quotations.model import Incomplete
from quotations.reading import read_articles
from quotations.text import read_text

pytestmark = pytest.mark.unit

WORDS = [
    "The keeper wrote that “the ferry must be painted before",
    "the ice comes down the river”, and nobody in the council",
    "had anything to say against it. The paint was bought in",
    "the spring of that year, and in the autumn it was used.",
]


def drawn(code: Callable[[str], int]) -> bytes:
    """A PDF whose Type 3 font knows its glyphs by numbers only."""
    codes = sorted({code(letter) for line in WORDS for letter in line})
    procedures = b" ".join(b"/g%d 5 0 R" % number for number in codes)
    differences = b" ".join(b"%d /g%d" % (number, number) for number in codes)
    lines = [bytes(map(code, line)).hex() for line in WORDS]
    return document(
        lines,
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0/LastChar 255"
        b"/Widths[%s]/CharProcs<<%s>>/Encoding<</Differences[%s]>>/Resources<<>>>>"
        % (b"500 " * 256, procedures, differences),
        stream(b"500 0 0 0 400 700 d1 0 0 400 700 re f"),
    )


def silent() -> bytes:
    """A PDF in whose font only the blank and the stop have a letter; all else is the glyph for what is missing."""
    lines = ["".join({" ": "0003", ".": "0004"}.get(letter, "0000") for letter in line) for line in WORDS]
    return document(
        lines,
        b"<</Type/Font/Subtype/Type0/BaseFont/Ferry/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Ferry/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 700/FontDescriptor 7 0 R>>",
        stream(
            b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
            b"2 beginbfchar <0003> <0020> <0004> <002E> endbfchar endcmap"
        ),
        b"<</Type/FontDescriptor/FontName/Ferry/Flags 4/FontBBox[0 0 700 700]/ItalicAngle 0/Ascent 700/Descent 0"
        b"/CapHeight 700/StemV 80>>",
    )


def document(lines: list[str], font: bytes, *more: bytes) -> bytes:
    """A page with *lines* of codes in *font*; the objects after it are numbered from 5."""
    page = b"".join(
        b"BT /F1 10 Tf 50 %d Td <%s> Tj ET\n" % (700 - 14 * at, line.encode()) for at, line in enumerate(lines)
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 4 0 R>>>>/Contents %d 0 R>>"
        % (len(more) + 5),
        font,
        *more,
        stream(page),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%%PDF-1.4\n%strailer<</Size %d/Root 1 0 R>>\n%%%%EOF" % (body, len(objects) + 1)


def stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def as_printed(letter: str) -> int:
    return letter.encode("cp1252")[0]


def moved(letter: str) -> int:
    return (as_printed(letter) + 29) % 256


def test_codes_that_are_the_letters_all_the_same_are_read() -> None:
    text = read_text(drawn(as_printed))
    assert text.incomplete is None
    assert "painted before the ice comes down the river" in text.text


def test_codes_that_are_no_letters_are_pictures_of_text() -> None:
    assert read_text(drawn(moved)).incomplete is Incomplete.SCANNED


def test_glyphs_that_stand_for_nothing_are_pictures_of_text() -> None:
    assert read_text(silent()).incomplete is Incomplete.SCANNED


def test_an_article_in_codes_is_refused_with_what_to_do() -> None:
    with pytest.raises(EmptyInput) as told:
        read_articles(drawn(moved), name="ferry.pdf")
    assert "ocrmypdf" in told.value.hint
