import io
import zipfile

import pytest

from quotations.errors import DamagedInput
from quotations.reading.document import BlockKind, Document
from quotations.reading.formats import read_documents

pytestmark = pytest.mark.unit

SPACES = (
    " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("style", "style"),
            ("table", "table"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
)


def content(body: str) -> str:
    return f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"


def packed(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, member in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), member)
    return out.getvalue()


def read(body: str) -> Document:
    (document,) = read_documents(packed(content_xml=content(body)))
    return document


def text(document: Document) -> list[str]:
    return [document.words(block.span) for block in document.blocks]


def test_blanks_links_and_line_breaks() -> None:
    document = read(
        '<text:p>The<text:s text:c="2"/>log<text:tab/>of <text:a xlink:href="https://x.example/log?a=1&amp;b=2">the <text:span text:style-name="T9">keeper</text:span></text:a><text:line-break/>says so.</text:p>'
    )
    assert text(document) == ["The log of the keeper says so."]
    assert [(document.words(link.span), link.href) for link in document.links] == [
        ("the keeper", "https://x.example/log?a=1&b=2")
    ]


def test_deleted_words_and_comments_are_left_out() -> None:
    document = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>It ran<office:annotation><text:p>Sure?</text:p></office:annotation> well<text:change/>.</text:p>"
    )
    assert text(document) == ["It ran well."]


def test_quotation_by_an_inherited_style_and_a_note_in_its_place() -> None:
    document = read(
        "<text:h text:outline-level='1'>The lamp</text:h><text:p>The keeper wrote to the office in the mainland town about it:</text:p>"
        '<text:p text:style-name="P1">Oil low.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Folio 12, <text:a xlink:href="https://x.example/book">lamp book</text:a>.</text:p></text:note-body></text:note></text:p>'
        "<text:list><text:list-item><text:p>an item</text:p></text:list-item></text:list>"
    )
    assert document.title == "The lamp"
    assert [document.words(b.span) for b in document.blocks if b.quote_depth] == ["Oil low."]
    assert [document.words(b.span) for b in document.blocks if b.kind is BlockKind.NOTE] == ["Folio 12, lamp book."]
    assert [link.in_note is not None for link in document.links if link.element == "a"] == [True]


def test_flat_file_is_read_too() -> None:
    flat = f'<?xml version="1.0"?><office:document {SPACES}><office:meta><dc:title>The lamp</dc:title></office:meta><office:body><office:text><text:p>Oil low.</text:p></office:text></office:body></office:document>'
    (document,) = read_documents(flat.encode(), name="lamp.fodt")
    assert (document.format, document.title, text(document)) == ("odt", "The lamp", ["Oil low."])


def test_a_locked_document_says_so() -> None:
    manifest = "<manifest:manifest xmlns:manifest='urn:m'><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    with pytest.raises(DamagedInput, match="password"):
        read_documents(packed(**{"META-INF__manifest_xml": manifest, "content_xml": "x"}))
