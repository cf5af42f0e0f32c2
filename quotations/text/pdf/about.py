"""What PDFium says of a document and of a page, whatever broken codes stand in it."""

from __future__ import annotations

from typing import Any

_KEYS = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")


def about(document: Any) -> dict[str, str]:
    """A document's information dictionary (ISO 32000-1, 14.3.3); an entry in broken UTF-16 is left out."""
    found = {}
    for key in _KEYS:
        try:
            value = document.get_metadata_value(key)
        except UnicodeDecodeError:
            continue
        if value:
            found[key] = str(value)
    return found


def characters(words: Any, count: int, lost: str = " ") -> str:
    """The text of a pypdfium2 text page, one character for each of PDFium's; *lost* for what is none.

    PDFium gives UTF-16, in which a broken document's codes may be halves of pairs.
    """
    import pypdfium2.raw as pdfium

    try:
        text = str(words.get_text_range(0, count)) if count > 0 else ""
    except UnicodeDecodeError:
        text = ""
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(words.raw, index) for index in range(count))
    return "".join(chr(code) if code and not 0xD800 <= code <= 0xDFFF else lost for code in codes)
