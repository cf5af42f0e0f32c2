import pytest

from quotations.errors import EmptyInput, UnknownFormat
from quotations.text.sniff import Format, sniff

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("data", "media_type", "name", "expected"),
    [
        (b"<!doctype html><p>x", None, None, Format.HTML),
        (b"\n <p>x", "application/octet-stream", None, Format.HTML),
        (b"just words, and then <b>bold</b> ones", None, None, Format.HTML),
        (b"just words", "text/html", None, Format.HTML),
        (b"a < b and c > d, said nobody", None, None, Format.PLAIN),
        (b"<p>shown as written", "text/plain", None, Format.PLAIN),
        (b"# Heading\n\n<br>words", None, "notes.md", Format.MARKDOWN),
        (b"\xef\xbb\xbf<html>", None, None, Format.HTML),
        (b"junk\n%PDF-1.7 ...", "text/html", None, Format.PDF),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHi", None, None, Format.CAPTIONS),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHi", "text/plain", None, Format.CAPTIONS),
        (b'{"content": "x"}', "application/activity+json", None, Format.JSON),
        (b'{"content": "x"}', None, None, Format.JSON),
        (b"[1] A note, not JSON", "text/plain", None, Format.PLAIN),
        (b"<?xml version='1.0'?><rss><channel>", "application/rss+xml", None, Format.XML),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", "application/xhtml+xml", None, Format.HTML),
        ("<p>wide".encode("utf-16"), None, None, Format.HTML),
        ("plain and wide".encode("utf-16-le"), None, None, Format.PLAIN),
    ],
)
def test_content_decides_before_label_and_name(
    data: bytes, media_type: str | None, name: str | None, expected: Format
) -> None:
    assert sniff(data, media_type, name) is expected


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n....",
        b"\xff\xd8\xff\xe0",
        b"PK\x03\x04....",
        b"\0\x01\x02\x03" * 40,
        b"RIFF1234WEBP",
        b"....ftypisom",
    ],
)
def test_what_is_not_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(UnknownFormat) as refused:
        sniff(data, "text/html", "x.html")
    assert "not text" in str(refused.value)
    assert refused.value.subject == "x.html"


@pytest.mark.parametrize("data", [b"", b" \r\n\t "])
def test_nothing_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        sniff(data)
