import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.errors import EmptyInput, InputError
from quotations.model import Incomplete, SegmentRole, Text
from quotations.text import TEXT_VERSION, read_text

pytestmark = pytest.mark.unit

_TAGS = [
    "p",
    "div",
    "span",
    "b",
    "i",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "h1",
    "blockquote",
    "br",
    "q",
    "sup",
    "details",
    "template",
    "script",
    "style",
    "pre",
    "ruby",
    "rt",
    "x-note",
    "noscript",
    "aside",
    "nav",
]
_MARKUP = st.lists(
    st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS])
    | st.sampled_from(
        [
            "<!--",
            "-->",
            "<a href='#n1' class=ad>",
            "<p style='display:none'>",
            "<div hidden id=related>",
            "&amp;",
            "&shy;",
            "<",
            "“",
            "”",
        ]
    )
    | st.text(alphabet="ab \n\u00a0é漢", max_size=6),
    max_size=40,
).map("".join)


def assert_sound(text: Text) -> None:
    end = 0
    for segment in text.segments:
        assert end <= segment.span.start < segment.span.end <= len(text.text)
        end = segment.span.end
    for span in (*text.emphasised, *text.struck, *text.note_marks, *(link.span for link in text.links)):
        assert span.end <= len(text.text)


@given(
    st.binary(max_size=600),
    st.sampled_from(
        [None, "text/html", "text/plain", "application/json", "text/vtt", "application/xml", "application/pdf"]
    ),
)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused_by_an_error_of_ours(data: bytes, media_type: str | None) -> None:
    try:
        text = read_text(data, media_type=media_type)
    except InputError:
        return
    assert_sound(text)


@given(_MARKUP)
@settings(max_examples=300, deadline=None)
def test_segments_are_ordered_and_apart_whatever_the_mark_up(markup: str) -> None:
    try:
        text = read_text(markup.encode(), media_type="text/html")
    except EmptyInput:
        assert not markup.strip()
        return
    assert_sound(text)


@given(_MARKUP, st.lists(st.text(alphabet="abcdefghij", min_size=1, max_size=8), min_size=3, max_size=9).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_a_paragraph_before_any_mark_up_is_found(markup: str, words: str) -> None:
    text = read_text(f"<html><body><p>{words}</p>{markup}".encode(), media_type="text/html")
    assert words in text.text


def test_the_version_of_the_reader_is_told() -> None:
    assert read_text(b"words").version == TEXT_VERSION


def test_a_cut_source_is_told_to_be_cut() -> None:
    assert read_text(b"<p>The beginning of", truncated=True).incomplete is Incomplete.TRUNCATED
    assert read_text(b"The beginning of", truncated=True).incomplete is Incomplete.TRUNCATED
    assert read_text(b"<p>The whole of it.").complete


def test_the_address_is_a_hint_like_a_name() -> None:
    text = read_text(
        b"# On bridges\n\nThey *hold*.", url="https://example.org/a/bridges.md?raw=1#x", media_type="text/plain"
    )
    assert text.media_type == "text/markdown"
    assert text.text == "On bridges\n\nThey hold."


def test_shown_words_are_contiguous_and_come_first() -> None:
    page = b"<title>T</title><meta name=description content='Told in metadata'><p>One</p><p hidden>Not shown at all</p><p>Two</p>"
    text = read_text(page)
    roles = [segment.role for segment in text.segments]
    assert roles == [SegmentRole.BODY, SegmentRole.BODY, SegmentRole.HIDDEN, SegmentRole.METADATA, SegmentRole.METADATA]
    assert text.text.startswith("One\n\nTwo")


def test_pages_and_plain_text_load_neither_a_pdf_reader_nor_an_extractor() -> None:
    code = (
        "import sys; from quotations.text import read_text; read_text(b'words'); read_text(b'<p>words');"
        "print([m for m in ('pypdfium2', 'trafilatura', 'lxml', 'bs4', 'scrapy', 'sqlalchemy', 'py3langid', 'resiliparse') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
