import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.text.decoding import codec_of, decode, meta_charset

pytestmark = pytest.mark.unit

CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy. "


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("utf8", "utf-8"),
        (" 'UTF-8' ", "utf-8"),
        ("latin1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("gb2312", "gb18030"),
        ("x-sjis", "cp932"),
        ("windows-31j", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("tis-620", "cp874"),
        ("macintosh", "mac-roman"),
    ],
)
def test_a_label_means_what_browsers_take_it_for(label: str, codec: str) -> None:
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    "label", ["punycode", "idna", "utf-7", "zip", "unicode_escape", "rot13", "hex", "x\0y", "ü", "", None]
)
def test_python_codecs_that_are_no_page_encodings_are_not_obeyed(label: str | None) -> None:
    assert codec_of(label) is None


def test_a_byte_order_mark_outweighs_header_and_meta() -> None:
    page = b"\xef\xbb\xbf<meta charset=windows-1251><p>caf\xc3\xa9"
    assert decode(page, "iso-8859-2") == ("<meta charset=windows-1251><p>café", "utf-8")


def test_the_header_outweighs_the_meta_element() -> None:
    page = b"<meta charset=iso-8859-2><p>" + CZECH.encode("cp1250")
    assert decode(page, "windows-1250") == ("<meta charset=iso-8859-2><p>" + CZECH, "cp1250")


def test_the_meta_element_is_read_and_one_in_a_comment_is_not() -> None:
    page = (
        b"<!-- <meta charset=koi8-r> --><META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=iso-8859-2'>"
        + CZECH.encode("iso8859-2")
    )
    text, codec = decode(page)
    assert codec == "iso8859-2"
    assert CZECH in text


def test_utf_8_that_a_single_byte_label_denies_is_still_utf_8() -> None:
    assert decode("naïve — “quoted”".encode(), "windows-1252") == ("naïve — “quoted”", "utf-8")


def test_stray_windows_bytes_in_a_utf_8_page_become_the_marks_that_were_meant() -> None:
    mixed = CZECH.encode() * 3 + b"\x93so it goes\x94 \x96 caf\xe9"
    assert decode(mixed, "utf-8") == (CZECH * 3 + "“so it goes” – café", "utf-8")


def test_undeclared_bytes_are_detected() -> None:
    russian = "Съешь же ещё этих мягких французских булок, да выпей чаю. " * 4
    assert decode(russian.encode("cp1251"))[0] == russian


def test_utf_16_without_a_mark_is_seen_by_its_zeros() -> None:
    assert decode("a plain sentence".encode("utf-16-le")) == ("a plain sentence", "utf-16-le")
    assert decode("a plain sentence".encode("utf-16-be")) == ("a plain sentence", "utf-16-be")


def test_a_meta_label_of_utf_16_means_utf_8() -> None:
    assert meta_charset(b"<meta charset=utf-16>") == "utf-8"


def test_plain_text_is_not_asked_for_a_meta_element() -> None:
    assert decode(b'how to write <meta charset="koi8-r">', html=False)[1] == "utf-8"


def test_nuls_vanish_so_that_words_stay_whole() -> None:
    assert decode(b"bro\0ken wo\0rds, and a longer line after them")[0] == "broken words, and a longer line after them"


@given(st.binary(max_size=400), st.none() | st.text(max_size=12), st.booleans())
def test_no_bytes_and_no_label_raise(data: bytes, label: str | None, html: bool) -> None:
    text, codec = decode(data, label, html=html)
    assert "\0" not in text
    assert codec_of(codec) is not None


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=200))
def test_utf_8_comes_back_as_it_was(words: str) -> None:
    assert decode(words.encode(), "utf-8")[0] == words
