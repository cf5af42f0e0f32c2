import io
import zipfile

import pytest

from quotations.reading.document import BlockKind, Document
from quotations.reading.formats import read_documents

pytestmark = pytest.mark.unit

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
LINK = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{}" TargetMode="External"/>'


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def read(body: str, **parts: str) -> Document:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(f"word/{name.replace('__', '/').replace('_xml', '.xml')}", content)
    (document,) = read_documents(out.getvalue())
    return document


def links(document: Document) -> list[tuple[str, str]]:
    return [(document.words(link.span), link.href) for link in document.links if link.element == "a"]


def text(document: Document) -> str:
    return "\n".join(document.words(block.span) for block in document.blocks)


def test_hyperlink_of_a_relationship_and_of_a_place_in_it() -> None:
    document = read(
        paragraph(
            run("So says ")
            + "<w:hyperlink r:id='r1' w:anchor='p4'>"
            + run("the ")
            + run("log")
            + "</w:hyperlink>"
            + run(" today.")
        ),
        **{"_rels__document_xml.rels": RELS.format(LINK.format("r1", "https://x.example/log?a=1&amp;b=2"))},
    )
    assert links(document) == [("the log", "https://x.example/log?a=1&b=2#p4")]


def test_field_code_split_over_runs_is_one_link() -> None:
    document = read(
        paragraph(
            run("The ")
            + field("begin")
            + code(" HYPER")
            + code('LINK "https://x.exam')
            + code('ple/a" \\o "a tip"')
            + field("separate")
            + run("parish ")
            + run("minutes")
            + field("end")
            + run(" say so.")
        )
    )
    assert links(document) == [("parish minutes", "https://x.example/a")]
    assert text(document) == "The parish minutes say so."


def test_simple_field_and_nested_field() -> None:
    document = read(
        paragraph(
            '<w:fldSimple w:instr=\' HYPERLINK "https://x.example/b" \\l "s2" \'>'
            + run("simple")
            + "</w:fldSimple>"
            + run(" and ")
        )
        + paragraph(
            field("begin")
            + code("TOC \\h")
            + field("separate")
            + field("begin")
            + code('HYPERLINK \\l "_Toc1"')
            + field("separate")
            + run("one")
            + field("end")
            + field("end")
        )
    )
    assert links(document) == [("simple", "https://x.example/b#s2"), ("one", "#_Toc1")]


def test_citation_manager_field_leads_to_the_work() -> None:
    cited = 'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":1,"itemData":{"DOI":"10.1000/x","URL":"https://x.example/paper"}}]}'
    document = read(
        paragraph(
            run("It ran ")
            + field("begin")
            + code(cited)
            + field("separate")
            + run("(Holm, 2016)")
            + field("end")
            + run(".")
        )
    )
    assert links(document) == [("(Holm, 2016)", "https://x.example/paper")]


def test_tracked_changes_are_read_as_accepted() -> None:
    document = read(
        paragraph(
            run("The pump ")
            + "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
            + f"<w:ins>{run('hardly ')}</w:ins>"
            + run("stopped.")
            + f"<w:moveFrom>{run('Gone.')}</w:moveFrom><w:moveTo>{run(' Moved.')}</w:moveTo>"
        )
    )
    assert text(document) == "The pump hardly stopped. Moved."


def test_footnotes_have_their_own_relationships() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p>{run(" Minutes, ")}<w:hyperlink r:id="r1">{run("item 6")}</w:hyperlink></w:p></w:footnote></w:footnotes>'
    document = read(
        paragraph(run("“We oiled it,” she said.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + paragraph("<w:hyperlink r:id='r1'>" + run("elsewhere") + "</w:hyperlink>" + run(" it is told otherwise.")),
        footnotes_xml=notes,
        **{
            "_rels__document_xml.rels": RELS.format(LINK.format("r1", "https://x.example/body")),
            "_rels__footnotes_xml.rels": RELS.format(LINK.format("r1", "https://x.example/note")),
        },
    )
    assert links(document) == [("elsewhere", "https://x.example/body"), ("item 6", "https://x.example/note")]
    (mark,) = [link for link in document.links if link.element == "ref"]
    assert [link.in_note for link in document.links if "note" in link.href and link.element == "a"] == [mark.note]
    assert [document.words(b.span) for b in document.blocks if b.kind is BlockKind.NOTE] == ["Minutes, item 6"]


def test_quotations_by_style_and_by_indentation() -> None:
    styles = f'<w:styles {W}><w:style w:styleId="Zit"><w:name w:val="Quote"/></w:style><w:style w:styleId="My"><w:name w:val="Mine"/><w:basedOn w:val="Zit"/></w:style></w:styles>'
    document = read(
        paragraph(run("The harbour master wrote to the insurers at some length:"))
        + paragraph(run("The vessel sails."), '<w:pStyle w:val="My"/>')
        + paragraph(run("Between the two letters there was a year of silence."))
        + paragraph(run("The vessel has sailed."), '<w:ind w:left="720"/>')
        + paragraph(run("an item"), '<w:numPr><w:numId w:val="3"/></w:numPr><w:ind w:left="720"/>'),
        styles_xml=styles,
    )
    assert [document.words(b.span) for b in document.blocks if b.quote_depth] == [
        "The vessel sails.",
        "The vessel has sailed.",
    ]


def test_text_of_a_shape_is_read_once() -> None:
    document = read(
        paragraph(
            run("Before ")
            + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
            + paragraph(run("boxed"))
            + "</w:txbxContent></mc:Choice>"
            + "<mc:Fallback><w:txbxContent>"
            + paragraph(run("boxed"))
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
            + run(" after.")
        )
    )
    assert text(document).count("boxed") == 1
