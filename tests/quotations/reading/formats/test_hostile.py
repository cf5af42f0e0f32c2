"""Whatever the bytes and the name: a document or an error that says what to do, and never any other exception."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotations.errors import DamagedInput, EmptyInput, InputError, InputTooLarge, UnknownFormat
from quotations.reading import read_articles
from quotations.reading.formats import read_documents

pytestmark = pytest.mark.unit

NAMES = st.sampled_from(
    [None, "", "a", "a.md", "a.txt", "a.html", "a.pdf", "a.mhtml", "a.eml", "a.epub", "a.docx", "a.odt", "a.enex", "a.xml", "a.json", "a.csv", "a.warc.gz", "a.wacz", "a.wiki", "a.zip", "…/\x00"]
)  # fmt: skip
HEADS = st.sampled_from(
    [
        b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 50\r\n\r\n", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
        b"From: a\r\nTo: b\r\nSubject: =?utf-8?q?=ff?=\r\nDate: x\r\nContent-Type: text/html; charset=nope\r\n\r\n", b"<rss version='2.0'><channel><item>", b"<en-export><note><content>", b"<?xml version='1.0'?><office:document>",
        b"[{\"url\":\"a\",\"content\":1,\"domain_name\":2},", b"title,url\n", b"---\n", b"[^1]: ", b"> ", b"{{cite|", b"<ref>", b"<!DOCTYPE NETSCAPE-Bookmark-file-1>", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00\x01",
    ]
)  # fmt: skip
SIGNS = st.lists(
    st.sampled_from(["[", "]", "(", ")", "<", ">", "*", "_", "`", "~~", "==", "|", "\n", "\n\n", "  ", "    ", "> ", "- ", "1. ", "# ", "---\n", "```\n", "[a](b)", "[^1]", "[^1]: ", "[[", "]]", "<a href='x'>", "</a>", "<!--", "-->", "\"", "“", "”", "https://x.example/a", "\\", "word ", "Ende. ", "\f", "\r", "{{", "}}", "|}", "{|", "''", "<ref>", "</ref>", "\t", "é", "\u2029", "[1] ", "¹"]),
    max_size=80,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(head=HEADS, data=st.binary(max_size=400), name=NAMES)
def test_arbitrary_bytes_raise_input_errors_only(head: bytes, data: bytes, name: str | None) -> None:
    problem = None
    try:
        documents = read_documents(head + data, name=name)
    except InputError as error:
        problem = error
    assert documents if problem is None else (problem.subject == (name or "") and problem.message)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=SIGNS, name=st.sampled_from(["a.md", "a.txt", "a.wiki"]))
def test_spans_of_any_text_stand_in_order_inside_it(text: str, name: str) -> None:
    try:
        (document,) = read_documents(text.encode(), name=name)
    except InputError:
        return
    if document.format in ("markdown", "text"):
        assert document.text == text
    ends = 0
    for block in document.blocks:
        assert block.span.start >= ends, "blocks overlap"
        ends = block.span.end
    assert ends <= len(document.text)
    assert all(link.span.end <= len(document.text) for link in document.links)
    assert all(inline.span.end <= len(document.text) for inline in document.inlines)
    assert all(one.end <= two.start for one, two in zip(document.skip, document.skip[1:], strict=False))


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page.md"])
def test_a_stray_zero_byte_makes_no_page_binary(name: str) -> None:
    words = b"The quay was shut for two winters, and the ferry lay in the mud. " * 20
    (document,) = read_documents(b"<p>Lind wrote of \x00it.</p><p>" + words + b"</p>", name=name)
    assert "the ferry lay in the mud" in document.text


@pytest.mark.parametrize("data", [b"", b"   \n\n", b"\x00\x00\x00", b"\x0c\n"])
def test_a_file_of_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        read_documents(data, name="empty.md")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "docx"),
        (b"{\\rtf1\\ansi hello}", "docx"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "picture"),
        (b"\x7fELF" + bytes(100), "Read today"),
        (
            b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcbH\xcd\xc9\xc9W(\xcf/\xcaI\x01\x00\x85\x11J\r\x0b\x00\x00\x00",
            "Unpack",
        ),
    ],
)
def test_an_unread_format_is_named_with_its_remedy(data: bytes, what: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        read_documents(data, name="article.md")
    assert what.lower() in f"{caught.value.message} {caught.value.hint}".lower()
    assert caught.value.subject == "article.md"


@pytest.mark.parametrize("data", [b"%PDF-1.4\nbroken", b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 5])
def test_a_broken_pdf_says_what_to_do(data: bytes) -> None:
    with pytest.raises(DamagedInput) as caught:
        read_documents(data, name="a.pdf")
    assert "print" in caught.value.hint


def test_mhtml_without_parts_is_damaged() -> None:
    head = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    with pytest.raises(DamagedInput, match="no page"):
        read_documents(head + b"--x--\r\n")


def test_deeply_nested_mail_ends() -> None:
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000))
    with pytest.raises(InputError):
        read_documents(b"MIME-Version: 1.0\r\n" + parts + b"Content-Type: image/png\r\n\r\nx")


def _book(encryption: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml", "<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>"
        )
        book.writestr("META-INF/encryption.xml", f"<encryption>{encryption}</encryption>")
        book.writestr(
            "a.opf",
            "<package><manifest><item id='c' href='c.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='c'/></spine></package>",
        )
        book.writestr("c.xhtml", "<html><body><p>It “ran” <a href='https://x.example/a'>there</a>.</p></body></html>")
    return out.getvalue()


ENCRYPTED = "<EncryptedData><EncryptionMethod Algorithm='{}'/><CipherData><CipherReference URI='{}'/></CipherData></EncryptedData>"


def test_a_book_locked_by_drm_says_so() -> None:
    with pytest.raises(DamagedInput, match="DRM"):
        read_documents(_book(ENCRYPTED.format("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "c.xhtml")))


def test_scrambled_fonts_lock_nothing() -> None:
    (document,) = read_documents(_book(ENCRYPTED.format("http://www.idpf.org/2008/embedding", "f.otf")))
    assert [link.href for link in document.links] == ["https://x.example/a"]


LONG = {
    "brackets": "[" * 40_000 + "]" * 40_000,
    "links": "[a](b" * 30_000,
    "openers and links": "[" * 20_000 + "[a](b)" * 20_000,
    "ticks": "`a``b```c" * 15_000,
    "emphasis": "*a _b **c __d " * 10_000,
    "comments": "<!-- " * 30_000,
    "tags": "<a href='" * 20_000,
    "quotes": "> " * 40_000,
    "lists": "- " * 40_000,
    "notes": "[^1]: " * 30_000,
    "definitions": "[a]:\n" * 30_000,
    "references": "<ref>" * 30_000 + "[[a]]'''b'''",
    "parentheses": "https://x.example/" + "(" * 20_000 + ")" * 40_000,
    "digits": "1. " * 30_000,
    "scripts": "<script\n" * 20_000,
    "block quotations": "<blockquote>\n" * 20_000,
    "highlights": "{% highlight %}\n" * 20_000,
    "blank": " \n" * 60_000 + "x",
    "spaces": " " * 150_000 + "x",
}


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.wiki"])
@pytest.mark.parametrize("source", LONG.values(), ids=LONG.keys())
def test_long_rows_of_one_sign_are_read(source: str, name: str) -> None:
    (document,) = read_documents(source.encode(), name=name)
    assert document.format


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"See [a](http://[letter home]/x#fn1) and <http://[::1>.", "a.md"),
        (b"---\nsource: http://[x\n---\n[1](http://[x#fn1)", "a.md"),
        (b"From: =?utf-8?b?A?= <a@b>\nTo: a\nSubject: =?utf-8?b?QQ?=\nDate: Thu, 99 May 2024\n\nWords.", "a.eml"),
        (b"\\```\n", "a.md"),
        (b"title,url\nA,http://[x\n", "a.csv"),
        (b"<rss version='2.0'><channel><item><link>http://[x</link><description>&lt;a href='http://[y'&gt;z&lt;/a&gt;</description></item></channel></rss>", "a.xml"),
        (b"{{cite web|url=http://[x|title=T|quote=Q}} [[a]] '''b''' <ref>{{cite web|url=http://[y}}</ref>", "a.wiki"),
    ],
)  # fmt: skip
def test_addresses_and_headers_that_no_parser_takes_are_read_all_the_same(data: bytes, name: str) -> None:
    assert read_documents(data, name=name)


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("a.html", "<p><a href='https://x.example/a'>a</a></p>\n"),
        ("a.md", "- [a](https://x.example/a)\n"),
        ("a.txt", "https://x.example/a | a\n"),
        ("a.eml", "<a\thref='https://x.example/a'>a</a>\n"),
    ],
)
def test_more_links_than_an_article_has_are_refused_with_a_remedy(
    name: str, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = (
        "From: a@x.example\nSubject: b\nDate: x\nContent-Type: text/html\nMessage-ID: 1\n\n" if name == "a.eml" else ""
    )
    monkeypatch.setattr("quotations.reading.formats.crowded.MOST_LINKS", 50)
    assert read_articles((head + link * 50).encode(), name=name)[0].citations
    with pytest.raises(InputTooLarge, match="at most 50") as caught:
        read_articles((head + link * 51).encode(), name=name)
    assert caught.value.subject == name
    assert "several files" in caught.value.hint
