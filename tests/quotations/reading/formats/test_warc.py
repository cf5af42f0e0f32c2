import gzip
import zlib

import pytest

from quotations.errors import DamagedInput, EmptyInput
from quotations.reading.document import Document
from quotations.reading.formats import read_documents

pytestmark = pytest.mark.unit

PAGE = "<html><head><title>The lamp</title></head><body><p>The keeper wrote: “Oil low.” See <a href='/log'>the log</a>.</p></body></html>"
URL = "https://fen.example/lamp"


def record(kind: str, block: bytes, url: str = URL, **fields: str) -> bytes:
    head = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2021-03-04T05:06:07Z",
        "Content-Length": str(len(block)),
    } | fields
    lines = "".join(f"{key.replace('_', '-')}: {value}\r\n" for key, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def answer(body: bytes, *fields: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *fields, "", ""]).encode() + body


def read(*records: bytes) -> tuple[Document, ...]:
    return read_documents(b"".join(records), name="a.warc")


def test_page_has_address_and_day_of_its_record() -> None:
    (document,) = read(record("warcinfo", b"software: x\r\n", url=""), record("response", answer(PAGE.encode())))
    assert (document.format, document.url, document.base_url, document.saved_at) == (
        "warc",
        URL,
        URL,
        "2021-03-04T05:06:07Z",
    )
    assert "“Oil low.”" in document.text


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (gzip.compress(PAGE.encode(), mtime=0), "Content-Encoding: gzip"),
        (zlib.compress(PAGE.encode()), "Content-Encoding: deflate"),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode()), "Transfer-Encoding: chunked"),
        (PAGE.encode(), "Transfer-Encoding: chunked"),
        (PAGE.encode(), "Content-Encoding: gzip"),
    ],
    ids=["gzip", "deflate", "chunked", "said to be chunked", "said to be gzip"],
)
def test_codings_of_the_answer_are_undone(body: bytes, field: str) -> None:
    (document,) = read(record("response", answer(body, field)))
    assert "“Oil low.”" in document.text


def test_what_is_no_page_is_left_out() -> None:
    documents = read(
        record("response", answer(b"", status="301 Moved"), url="http://fen.example/lamp"),
        record("response", answer(b"x", kind="image/png"), url="https://fen.example/a.png"),
        record("request", b"GET /ad HTTP/1.1\r\nSec-Fetch-Dest: iframe\r\n\r\n", url="https://ads.example/ad"),
        record("response", answer(b"<p>Buy a lamp.</p>"), url="https://ads.example/ad"),
        record("response", answer(PAGE.encode())),
        record("revisit", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        record("resource", "<p>“Other.”</p>".encode(), url="https://fen.example/other", Content_Type="text/html"),
    )
    assert [document.url for document in documents] == [URL, "https://fen.example/other"]


def test_each_record_in_a_member_of_its_own_is_read() -> None:
    (document,) = read(
        gzip.compress(record("warcinfo", b"x")), gzip.compress(record("response", answer(PAGE.encode())))
    )
    assert document.title == "The lamp"


def test_charset_of_the_answer_counts() -> None:
    (document,) = read(record("response", answer(PAGE.encode("windows-1252"), kind="text/html; charset=windows-1252")))
    assert "“Oil low.”" in document.text


def test_a_truncated_archive_gives_what_it_has() -> None:
    whole = record("response", answer(PAGE.encode()))
    documents = read(whole, record("response", answer(PAGE.encode()), url="https://fen.example/two")[:-60])
    assert [document.url for document in documents] == [URL, "https://fen.example/two"]


@pytest.mark.parametrize(
    ("data", "error"), [(b"WARC/1.0\r\nnothing", DamagedInput), (record("warcinfo", b"x"), EmptyInput)]
)
def test_an_archive_without_a_page_says_so(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data)


def test_the_evidence_of_an_audit_is_its_article_in_the_articles_own_format() -> None:
    page = record("response", answer(PAGE.encode()))
    article = record(
        "resource", b"# The lamp\n\n[Log](https://fen.example/log).\n", url="file:///audit/article/a%20b.md"
    )
    (document,) = read(page, article)
    assert (document.format, document.title) == ("markdown", "The lamp")


def test_evidence_inside_evidence_is_read_as_pages_and_no_deeper() -> None:
    inside = record("resource", PAGE.encode(), url="file:///audit/article/x.html", Content_Type="text/html")
    (document,) = read(record("resource", inside, url="file:///audit/article/inner.warc"))
    assert (document.format, document.title) == ("warc", "The lamp")
