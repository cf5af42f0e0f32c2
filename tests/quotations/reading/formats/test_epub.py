import io
import zipfile

import pytest

from quotations.errors import DamagedInput
from quotations.reading.citations.finding import find_citations
from quotations.reading.formats import epub_styles, read_documents
from quotations.reading.languages import language_of

pytestmark = pytest.mark.unit

DC = "xmlns:dc='http://purl.org/dc/elements/1.1/'"


def book(metadata: str = "<dc:title>Two keepers</dc:title>", **chapters: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
        package.writestr(
            "META-INF/container.xml", "<container><rootfiles><rootfile full-path='O/a.opf'/></rootfiles></container>"
        )
        items = "".join(
            f"<item id='{name}' href='text/{name}.xhtml' media-type='application/xhtml+xml'/>" for name in chapters
        )
        spine = "".join(f"<itemref idref='{name}'/>" for name in chapters)
        package.writestr(
            "O/a.opf",
            f"<package><metadata {DC}>{metadata}</metadata><manifest>{items}<item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/></manifest><spine><itemref idref='nav'/>{spine}</spine></package>",
        )
        package.writestr("O/nav.xhtml", "<html><body><nav>“Contents”</nav></body></html>")
        for name, body in chapters.items():
            package.writestr(
                f"O/text/{name}.xhtml",
                f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'><body>{body}</body></html>",
            )
    return out.getvalue()


CHAPTERS = {
    "one": "<h1>One</h1><p>The keeper wrote: “Oil low. Sea high.”<a epub:type='noteref' href='#fn1'>*</a> The office <a href='two.xhtml#p'>answered later</a>.</p>"
    "<aside epub:type='footnote' id='fn1'><p>* <a href='https://x.example/book'>Lamp book</a>, 12.</p></aside>",
    "two": "<h1>Two</h1><p id='p'>“We have noted it,” says the <a href='https://x.example/letter'>letter</a>.<sup><a href='notes.xhtml#n7'>7</a></sup></p>",
    "notes": "<h2>Notes</h2><p id='n7'>7. Office, <a href='https://x.example/file'>file</a> 4.</p>",
}


def test_notes_are_found_in_the_chapter_and_in_a_file_of_their_own() -> None:
    (document,) = read_documents(book(**CHAPTERS))
    citations, _ = find_citations(document)
    cited = [(c.anchor, c.url, bool(c.note)) for c in citations if c.url]
    assert cited == [
        ("Lamp book", "https://x.example/book", True),
        ("letter", "https://x.example/letter", False),
        ("file", "https://x.example/file", True),
    ]
    assert len([link for link in document.links if link.element == "ref"]) == 2


def test_a_link_to_another_chapter_stays_in_the_book() -> None:
    (document,) = read_documents(book(**CHAPTERS))
    (link,) = [link for link in document.links if document.words(link.span) == "answered later"]
    assert link.href.startswith("#")
    assert link.href.endswith("--p")


def test_table_of_contents_is_left_out_and_facts_are_the_packages() -> None:
    metadata = "<dc:title>Two keepers</dc:title><dc:creator>Ada Roe</dc:creator><dc:creator>Ned Rowe</dc:creator><dc:date>2023-10-01</dc:date><dc:language>en</dc:language><dc:identifier>https://x.example/two-keepers</dc:identifier>"
    (document,) = read_documents(book(metadata, **CHAPTERS))
    assert "Contents" not in document.text
    facts = (document.title, document.author, document.published, document.language, document.url)
    assert facts == ("Two keepers", "Ada Roe, Ned Rowe", "2023-10-01", "en", "https://x.example/two-keepers")


def test_a_book_without_chapters_is_damaged() -> None:
    with pytest.raises(DamagedInput, match="no chapter"):
        read_documents(book())


@pytest.mark.parametrize(
    ("sheet", "inset"),
    [
        (".q { margin: 0in 0.4in 0.2in 0.4in }", True),
        ("p.q { margin-left: 2em; margin-right: 2em }", True),
        (".q { margin-left: 1cm; border-left: 3pt solid #888 }", True),
        (".q { margin: 0 2em }", True),
        (".q { margin: 1em 0 }", False),
        (".q { margin-left: 2em }", False),
        (".q { margin-left: 2em; border-left: none }", False),
        (".q .r { margin: 0 3em }", False),
        (".q { margin: 0 3em } .q { margin: 0 }", False),
    ],
)
def test_a_class_set_in_on_both_sides_is_a_block_quotation_s(sheet: str, inset: bool) -> None:
    assert (epub_styles.inset_classes([sheet]) == {"q"}) is inset


def test_neighbours_of_such_a_class_are_one_block_quotation() -> None:
    chapter = '<p class="n">A</p><p class="q x">B</p>\n<p class="q">C</p><p class="n">D</p><p class="q">E</p>'
    assert epub_styles.quoted(chapter, frozenset({"q"})) == (
        '<p class="n">A</p><blockquote><p class="q x">B</p>\n<p class="q">C</p></blockquote>'
        '<p class="n">D</p><blockquote><p class="q">E</p></blockquote>'
    )


def test_a_french_text_is_not_english_for_its_words_that_english_has_too() -> None:
    text = (
        "La maire a reçu la cour. Le verger a été compté par une équipe qui a tout noté, et le registre a disparu. "
        "On a cherché dans les caves, dans les greniers et sous le pont; on a trouvé des pommes, mais pas le registre. "
    )
    assert language_of(text * 4, "en") == "fr"
    assert language_of("The clerk has lost a book of the board, and on the shelf there is a hat. " * 8, "en") == "en"
