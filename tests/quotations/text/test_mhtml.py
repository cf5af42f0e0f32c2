import pytest

from quotations.errors import DamagedInput
from quotations.text import read_text

pytestmark = pytest.mark.unit

SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://echo.example/ferry\r\nSubject: The ferry\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----edge"\r\n\r\n\r\n------edge\r\n'
    b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://echo.example/ferry\r\n\r\n"
    b'<html><meta charset=3D"windows-1252"><title>The ferry</title><p>The keeper said =93so it goes=94 and =\r\nleft.</p></html>\r\n'
    b"------edge\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBOR\r\n------edge--\r\n"
)


def test_the_page_of_an_archive_is_read_with_its_own_charset() -> None:
    text = read_text(SAVED, name="ferry.mhtml")
    assert text.text.startswith("The keeper said “so it goes” and left.")
    assert (text.title, text.charset, text.media_type) == ("The ferry", "cp1252", "text/html")
    assert text.metadata["url"] == "https://echo.example/ferry"


def test_a_letter_without_a_page_is_read_as_its_words() -> None:
    letter = b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\nThe ferry caf\xc3\xa9.\n--x--\n"
    assert read_text(letter).text.strip() == "The ferry café."


def test_an_archive_without_a_page_is_damaged() -> None:
    with pytest.raises(DamagedInput):
        read_text(SAVED[: SAVED.index(b"------edge")], name="cut.mhtml")


def test_a_text_that_begins_like_a_letter_is_plain() -> None:
    assert (
        read_text(b"From: the keeper\nTo: the clerk\n\nThe ferry.", media_type="text/plain").media_type == "text/plain"
    )
