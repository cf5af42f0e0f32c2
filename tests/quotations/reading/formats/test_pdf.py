"""PDFs set by hand, line by line, so that each habit of typesetters stands alone."""

from pathlib import Path

import pytest

from quotations.errors import DamagedInput, EmptyInput
from quotations.reading.document import BlockKind, Document, Region
from quotations.reading.formats import read_documents

pytestmark = pytest.mark.unit

Placed = tuple[float, float, float, str]  # x, y, size, words
Linked = tuple[float, float, float, float, str]  # left, bottom, right, top, address

SPECIMENS = Path(__file__).parent / "specimens"


def escaped(text: str) -> str:
    return text.replace("(", "\\(").replace(")", "\\)")


def pdf(
    *pages: tuple[list[Placed], list[Linked]],
    info: str = "/Producer (typesetter)",
    trailer: str = "",
    drawing: str = "",
) -> bytes:
    """A PDF whose pages hold those words and links; 300 × 400 points, Helvetica (some 5 points a letter at size 10)."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>",
    ]
    kids = []
    for words, links in pages:
        shown = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({escaped(text)}) Tj ET" for x, y, size, text in words)
        stream = f"{drawing}\n{shown}".encode("cp1252").decode("latin-1")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        annotations = []
        for left, bottom, right, top, address in links:
            objects.append(
                f"<< /Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}] /A << /S /URI /URI ({address}) >> >>"
            )
            annotations.append(f"{len(objects)} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R /Annots [{' '.join(annotations)}] >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF"
    return out.encode("latin-1")


def column(top: float, *lines: str, x: float = 40, size: float = 10) -> list[Placed]:
    """Lines under one another, twelve points apart."""
    return [(x, top - 12 * number, size, line) for number, line in enumerate(lines)]


def read(
    *pages: tuple[list[Placed], list[Linked]], info: str = "/Producer (typesetter)", drawing: str = ""
) -> Document:
    (document,) = read_documents(pdf(*pages, info=info, drawing=drawing))
    return document


def words(document: Document) -> list[str]:
    return [document.words(block.span) for block in document.blocks]


BODY = (
    "The keeper of the lamp at Gull Rock wrote two books",
    "and nobody has read the first of them to its very end,",
    "although it is much shorter and has pictures of the birds",
    "that the keeper saw in the eleven years of his service.",
)


def test_lines_become_paragraphs_and_gaps_part_them() -> None:
    document = read((column(350, *BODY) + column(280, "The second has no pictures and is about the money alone."), []))
    assert words(document) == [" ".join(BODY), "The second has no pictures and is about the money alone."]


@pytest.mark.parametrize(
    ("info", "shown"),
    [("/Producer (typesetter)", "taken to repair it"), ("/Producer (Skia/PDF m156)", "taken to re-pair it")],
    ids=["typesetter", "browser"],
)
def test_a_hyphen_at_a_lines_end_is_the_lines_for_a_typesetter_and_the_words_for_a_browser(
    info: str, shown: str
) -> None:
    document = read(
        (
            column(
                350,
                *BODY,
                "He says in it that the lamp was once taken to re-",
                "pair it and that the birds did not mind at all.",
            ),
            [],
        ),
        info=info,
    )
    assert shown in document.text


def test_a_compound_written_elsewhere_keeps_its_hyphen() -> None:
    document = read(
        (
            column(
                350,
                "It was a well-known lamp and the keeper was a well-",
                "known man, who had kept it for eleven years or more.",
            ),
            [],
        )
    )
    assert document.text.count("well-known") == 2


def test_headers_and_page_numbers_do_not_cut_a_paragraph() -> None:
    head, foot = (40.0, 385.0, 8.0, "Tidewrack Review"), (140.0, 12.0, 8.0, "{}")
    first = [
        head,
        *column(350, *BODY, "He says: \\223We carried the old ones up to the loft of the"),
        (140.0, 12.0, 8.0, "7"),
    ]
    second = [head, *column(350, "sailmaker, where it was dry.\\224 Nobody else says so."), (140.0, 12.0, 8.0, "8")]
    document = read((first, []), (second, []))
    assert foot
    assert "the loft of the sailmaker, where it was dry.” Nobody" in document.text
    assert "Tidewrack" not in document.text
    assert len(document.blocks) == 1


def test_a_link_over_lines_is_one_and_two_links_to_one_address_are_two() -> None:
    lines = column(
        350, "So it stands in the", "long letter of the keeper", "to the office; see also", "the letter for more on it."
    )
    links: list[Linked] = [
        (93, 347, 130, 358, "https://x.example/letter"),
        (38, 335, 160, 346, "https://x.example/letter"),
        (38, 311, 80, 322, "https://x.example/letter"),
    ]
    document = read((lines, links))
    assert [(document.words(link.span), link.href) for link in document.links] == [
        ("in the long letter of the keeper", "https://x.example/letter"),
        ("the letter", "https://x.example/letter"),
    ]


def test_raised_number_leads_to_the_note_at_the_foot() -> None:
    body = column(350, *BODY)
    mark = (40 + 10 * 23.5, 354.0, 6.0, "1")
    notes = [(40.0, 60.0, 7.0, "1 Gull Rock Trust, lamp book, folio 12."), (40.0, 51.0, 7.0, "2 The same, p. 4.")]
    document = read(([body[0], mark, *body[1:], *notes], [(100, 58, 160, 68, "https://x.example/book")]))
    blocks = [
        (block.note, block.region, document.words(block.span))
        for block in document.blocks
        if block.kind is BlockKind.NOTE
    ]
    assert blocks[0] == ("1", Region.NOTES, "Gull Rock Trust, lamp book, folio 12.")
    assert [(link.element, link.note or link.in_note) for link in document.links] == [("ref", "1"), ("a", "1")]


def test_inset_lines_are_a_quotation() -> None:
    lines = [
        *column(350, *BODY, "He wrote to the office in the mainland town of it:"),
        *column(272, "The vessel is entered as sailing because", "the form has no entry for one that does not.", x=65),
        *column(230, "The office did not answer, and the keeper sailed on."),
    ]
    document = read((lines, []))
    quotes = [document.words(block.span) for block in document.blocks if block.quote_depth]
    assert quotes == ["The vessel is entered as sailing because the form has no entry for one that does not."]


@pytest.mark.parametrize(
    ("lead", "rest", "quoted"),
    [
        ("He wrote to the office in the mainland town of it:", 65, True),
        ("He wrote to the office in the mainland town of it.", 65, False),
        ("He wrote to the office in the mainland town of it:", 40, False),
    ],
    ids=["led by a colon", "led by nothing", "only the first line set in"],
)
def test_lines_set_in_from_the_left_alone_are_a_quotation_where_a_colon_leads_to_them(
    lead: str, rest: float, quoted: bool
) -> None:
    lines = [
        *column(350, *BODY, lead),
        *column(272, "The vessel is entered as one that sails on Monday,", x=65),
        *column(260, "because the form has no entry for vessels on land,", x=rest),
        *column(248, "and no other form has come to the house since May.", x=rest),
        *column(210, *BODY),
    ]
    document = read((lines, []))
    found = [document.words(block.span)[:10] for block in document.blocks if block.quote_depth]
    assert found == (["The vessel"] if quoted else [])


def test_a_bar_beside_inset_lines_makes_them_a_quotation_and_a_dot_a_list() -> None:
    def inset(drawing: str) -> list[str]:
        lines = [
            *column(350, *BODY),
            *column(
                290,
                "The vessel is entered as sailing because the",
                "form has no entry for one that does not sail, as it is.",
                x=58,
            ),
            *column(254, "The office did not answer, and the keeper sailed on."),
        ]
        document = read((lines, []), drawing=drawing)
        return [block.kind.value for block in document.blocks]

    assert inset("50 274 2 26 re f") == ["paragraph", "quote", "paragraph"]
    assert inset("48 292 4 4 re f") == ["paragraph", "list_item", "paragraph"]


def test_menus_do_not_set_the_measures_of_the_prose() -> None:
    menu = [(10.0, 390 - 8 * number, 7.0, f"Shelf number {number}") for number in range(22)]
    prose = [(60.0, 200 - 17 * number, 10.0, line) for number, line in enumerate(BODY)]
    document = read((menu + prose, []))
    assert words(document)[-1] == " ".join(BODY)
    assert document.blocks[-1].kind is BlockKind.PARAGRAPH


def test_addresses_printed_in_the_text_are_links() -> None:
    document = read((column(350, *BODY, "See https://x.example/book for the whole of it."), []))
    assert [(link.element, link.href) for link in document.links] == [("bare", "https://x.example/book")]


def test_an_address_written_out_by_a_print_style_sheet_is_the_links() -> None:
    lines = column(
        350,
        *BODY,
        "He says: \\223We read the log (https://x.example/log/of/the/",
        "keeper) twice and found nothing in it.\\224 So it goes.",
    )
    top = 350 - 12 * 4
    links: list[Linked] = [
        (120, top - 3, 290, top + 8, "https://x.example/log/of/the/keeper"),
        (38, top - 15, 73, top - 4, "https://x.example/log/of/the/keeper"),
    ]
    document = read((lines, links))
    assert [(document.words(link.span)[-3:], link.href) for link in document.links] == [
        ("log", "https://x.example/log/of/the/keeper")
    ]
    assert "“We read the log twice and found nothing in it.”" in " ".join(words(document))


def test_a_printed_address_over_two_lines_is_one() -> None:
    document = read(
        (
            column(
                350,
                *BODY,
                "The whole of it stands at https://x.example/keeper/log-",
                "1889/march.html and nowhere else that I know of.",
            ),
            [],
        )
    )
    assert [link.href for link in document.links] == ["https://x.example/keeper/log-1889/march.html"]


def test_facts_of_a_browsers_print() -> None:
    page = [
        (20.0, 388.0, 8.0, "03/05/2024, 21:14"),
        (150.0, 388.0, 8.0, "The lamp"),
        *column(350, *BODY),
        (20.0, 8.0, 8.0, "https://fen.example/lamp"),
        (270.0, 8.0, 8.0, "1/1"),
    ]
    document = read((page, []), info="/Producer (Skia/PDF m156) /Title (The lamp) /CreationDate (D:20240503211400)")
    assert (document.title, document.url, document.saved_at) == ("The lamp", "https://fen.example/lamp", "2024-05-03")
    assert words(document) == [" ".join(BODY)]


def test_headers_as_firefox_prints_them() -> None:
    top = [(20.0, 388.0, 8.0, "The lamp"), (180.0, 388.0, 8.0, "https://fen.example/lamp")]
    foot = [(20.0, 8.0, 8.0, "1 of 1"), (220.0, 8.0, 8.0, "03/05/2024, 21:14")]
    document = read(
        ([*top, *column(350, *BODY), *foot], []), info="/Producer (cairo 1.18.0) /Creator (Mozilla Firefox 131.0)"
    )
    assert (document.title, document.url) == ("The lamp", "https://fen.example/lamp")
    assert words(document) == [" ".join(BODY)]


def test_an_address_that_ends_the_last_paragraph_of_a_page_is_no_footer() -> None:
    document = read((column(80, *BODY, "https://x.example/book"), []))
    assert document.url is None
    assert [link.href for link in document.links] == ["https://x.example/book"]


def test_pictures_of_pages_say_what_to_do() -> None:
    with pytest.raises(EmptyInput) as caught:
        read_documents(pdf(([], [])), name="scan.pdf")
    assert "recognition" in caught.value.hint


def test_a_locked_pdf_says_so() -> None:
    lock = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{}> /U <{}> >> /ID [<{}> <{}>]".format(
        "61" * 32, "62" * 32, "63" * 16, "63" * 16
    )
    with pytest.raises(DamagedInput, match="password"):
        read_documents(pdf((column(350, *BODY), []), trailer=lock), name="locked.pdf")


def test_a_typesetters_pages_keep_paragraphs_whole_and_footnotes_and_numbers_apart() -> None:
    (document,) = read_documents((SPECIMENS / "pdflatex-columns.pdf").read_bytes())
    paragraphs = [block.span.of(document.text) for block in document.blocks]
    assert any(words.startswith("The insurers paid.") and words.endswith("affixed to paper”.2") for words in paragraphs)
    assert [block.note for block in document.blocks if block.note] == ["1", "2"]
    assert not {"1", "2"} & set(paragraphs)
    assert "Lefèvre" in document.text
