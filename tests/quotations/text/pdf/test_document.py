import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.errors import DamagedInput, InputError
from quotations.model import Incomplete, Text
from quotations.text import read_text

pytestmark = pytest.mark.unit
Pdf = Callable[..., bytes]


def told(text: Text) -> list[tuple[str, int | None, str]]:
    return [(str(s.role), s.page, s.span.of(text.text)) for s in text.segments]


def column(
    words: str, *, left: float = 60, top: float = 700, size: float = 10
) -> list[tuple[float, float, float, str]]:
    return [(left, top - number * 12, size, line) for number, line in enumerate(words.split("|"))]


def test_lines_of_a_paragraph_are_joined_and_paragraphs_parted(pdf: Pdf) -> None:
    lines = column("The ferry ran every day of that year until|the ice came down the river in November.")
    lines += column("Then it did not run at all, and the keeper|went home to his sister in the hills.", top=660)
    assert told(read_text(pdf([lines]))) == [
        ("body", 1, "The ferry ran every day of that year until the ice came down the river in November."),
        ("body", 1, "Then it did not run at all, and the keeper went home to his sister in the hills."),
    ]


def test_a_word_broken_at_a_line_end_can_be_put_together(pdf: Pdf) -> None:
    text = read_text(pdf([column("Nobody had expected the naviga-|tion to end so early in the season.")])).text
    assert (
        text.replace("\u00ad", "").replace("-\n", "")
        == "Nobody had expected the navigation to end so early in the season."
    )


def test_a_larger_line_is_a_heading_and_names_the_section(pdf: Pdf) -> None:
    lines = [
        (60.0, 730.0, 18.0, "On ferries"),
        *column("They run on water and on paper, and the paper|lasts longer than the boat."),
    ]
    text = read_text(pdf([lines]))
    assert told(text)[0] == ("heading", 1, "On ferries")
    assert text.section_at(text.text.index("paper")) == "On ferries"


def test_columns_drawn_one_after_the_other_are_read_so(pdf: Pdf) -> None:
    lines = column("The first column says this|and goes on to say that,") + column(
        "and the second one ends|what the first began.", left=320
    )
    assert "say that, and the second one ends" in read_text(pdf([lines])).text


def test_columns_drawn_row_by_row_are_parted(pdf: Pdf) -> None:
    left = [f"left line number {n} of the ferry tale" for n in "abcdefgh"]
    right = [f"right line number {n} of the other tale" for n in "abcdefgh"]
    lines = [
        placed
        for row, (one, other) in enumerate(zip(left, right, strict=True))
        for placed in ((60.0, 700.0 - 12 * row, 10.0, one), (330.0, 700.0 - 12 * row, 10.0, other))
    ]
    words = " ".join(read_text(pdf([lines])).text.split())
    assert " ".join(left) in words
    assert " ".join(right) in words


def test_a_table_stays_in_rows(pdf: Pdf) -> None:
    rows = [
        (60.0 + 200 * cell, 700.0 - 12 * row, 10.0, f"{name} {row}")
        for row in range(8)
        for cell, name in enumerate(("year", "boats"))
    ]
    words = " ".join(read_text(pdf([rows])).text.split())
    assert "year 0 boats 0 year 1 boats 1" in words


def test_running_heads_and_page_numbers_stand_behind_the_text(pdf: Pdf) -> None:
    def page(number: int, body: str) -> list[tuple[float, float, float, str]]:
        return [(60, 770, 8, f"Annual report of the ferry {number}"), *column(body), (300, 30, 8, f"- {number} -")]

    text = read_text(
        pdf(
            [
                page(1, "The keeper said that the"),
                page(2, "boat would sail again and"),
                page(3, "nobody believed a word."),
            ]
        )
    )
    assert text.text.startswith("The keeper said that the boat would sail again and nobody believed a word.")
    assert [s.page for s in text.segments if not s.junk] == [1, 2, 3]
    assert [s.span.of(text.text) for s in text.segments if s.junk and s.page == 2] == [
        "Annual report of the ferry 2",
        "- 2 -",
    ]
    assert text.page_at(text.text.index("sail again")) == 2


def test_an_address_that_a_browser_printed_is_furniture_even_on_one_page(pdf: Pdf) -> None:
    lines = [*column("The whole tale stands on one page."), (40.0, 20.0, 7.0, "https://echo.example/tale 1/1")]
    text = read_text(pdf([lines]))
    assert [s.junk for s in text.segments] == [False, True]


def test_footnotes_stand_behind_the_text(pdf: Pdf) -> None:
    first = [
        *column("The keeper said that nobody would ever|go back to the old way of doing it and"),
        (60.0, 60.0, 7.0, "1 Harbour office, file 88."),
    ]
    text = read_text(
        pdf([first, column("that he himself was glad of it, he said,|since the boat leaked at both its ends.")])
    )
    assert "doing it and that he himself was glad" in text.text
    assert told(text)[-1] == ("note", 1, "1 Harbour office, file 88.")


def test_a_raised_figure_is_a_note_reference_and_one_on_the_line_is_not(pdf: Pdf) -> None:
    lines = [
        (60.0, 700.0, 10.0, "The boat sank."),
        (127.0, 704.0, 6.0, "12"),
        (60.0, 688.0, 10.0, "It was raised in 1911 and sank."),
    ]
    text = read_text(pdf([lines]))
    assert [span.of(text.text) for span in text.note_marks] == ["12"]


def test_a_large_initial_belongs_to_its_word(pdf: Pdf) -> None:
    lines = [
        (60.0, 680.0, 30.0, "T"),
        (80.0, 692.0, 10.0, "he ferry ran every day of that year until"),
        (80.0, 680.0, 10.0, "the ice came down the river in November."),
    ]
    assert (
        read_text(pdf([lines])).text
        == "The ferry ran every day of that year until the ice came down the river in November."
    )


def test_a_sentence_goes_on_over_a_line_in_another_fonts_height(pdf: Pdf) -> None:
    lines = [
        (60.0, 700.0, 10.0, "The keeper keeps a list of the boats, the tides,"),
        (60.0, 687.0, 12.5, "winds and keys"),
        (60.0, 673.0, 10.0, "that he was given by the office."),
    ]
    assert len(read_text(pdf([lines])).segments) == 1


def test_list_items_are_known(pdf: Pdf) -> None:
    text = read_text(pdf([column("The rules of the boat are these:|1. keep left|2. keep dry|3. keep quiet")]))
    assert [s.role for s in text.segments][1:] == ["list", "list", "list"]


def test_pictures_of_text_are_told_from_text(pdf: Pdf) -> None:
    picture = b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q\n"
    scanned = read_text(pdf([[], []], extra=picture))
    assert scanned.incomplete is Incomplete.SCANNED
    assert read_text(pdf([column("A page of words with a picture beside it.")], extra=picture)).complete


def test_a_page_that_is_a_picture_among_pages_of_text_is_missed(pdf: Pdf) -> None:
    both = pdf([column("Words on the first page, and many of them."), column("Words on the second page, and many.")])
    assert read_text(both).incomplete is None


def test_a_link_lies_over_its_words(pdf: Pdf) -> None:
    whole = pdf([column("The file of the harbour office|was read again.")])
    annotation = (
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[80 697 93 709]/A<</S/URI/URI(https://office.example/88)>>>>]/MediaBox"
    )
    text = read_text(whole.replace(b"/MediaBox", annotation))
    assert [(link.href, link.span.of(text.text)) for link in text.links] == [("https://office.example/88", "file")]


def test_the_title_is_the_documents_own(pdf: Pdf) -> None:
    text = read_text(pdf([column("Words.")], title="On ferries"))
    assert (text.title, text.media_type) == ("On ferries", "application/pdf")


def test_an_encrypted_document_says_so(pdf: Pdf) -> None:
    locked = pdf([column("Words.")]).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>" % (b"o" * 32, b"u" * 32),
    )
    with pytest.raises(DamagedInput) as refused:
        read_text(locked, name="locked.pdf")
    assert "encrypted" in str(refused.value)
    assert refused.value.hint
    assert refused.value.subject == "locked.pdf"


def test_a_document_without_its_end_is_damaged_or_read(pdf: Pdf) -> None:
    whole = pdf([column("Words that stand on a page.")])
    with pytest.raises(DamagedInput):
        read_text(whole[:40])
    assert "Words that stand" in read_text(whole[: whole.index(b"startxref")]).text


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_no_damage_raises_anything_but_our_own_errors(data: st.DataObject) -> None:
    whole = bytearray(SPECIMEN)
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(8, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=5))
    with contextlib.suppress(InputError):
        read_text(bytes(whole))


SPECIMEN = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[5 0 R]/Count 1>>\nendobj\n"
    b"3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n4 0 obj\n<</Length 44>>\nstream\n"
    b"BT /F1 10 Tf 60 700 Td (The boat sank.) Tj ET\n\nendstream\nendobj\n"
    b"5 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)
