"""Links of a PDF page: annotations with an address, and the characters that they lie over."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_MOST = 2000  # links of one page
_NEAR = 3.0  # points that a place may be off a character


def links_of(document: Any, page: Any, words: Any) -> list[tuple[str, int, int]]:
    """(address, first character, end) of each link of a page; *words* is its text page."""
    found: list[tuple[str, int, int]] = []
    at, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(found) < _MOST and pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(at), ctypes.byref(link)):
        address = _address(document, link)
        if not address or not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            continue
        middle = (box.top + box.bottom) / 2
        first = pdfium.FPDFText_GetCharIndexAtPos(words.raw, box.left + 1, middle, _NEAR, _NEAR)
        last = pdfium.FPDFText_GetCharIndexAtPos(words.raw, box.right - 1, middle, _NEAR, _NEAR)
        if 0 <= first <= last:
            found.append((address, first, last + 1))
    return found


def _address(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
    if not 1 < length < 10_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
    return buffer.raw[: length - 1].decode("utf-8", "replace")
