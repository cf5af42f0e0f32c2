"""Whether the characters of a PDF page are what its reader sees: some fonts say of no glyph which letter it draws."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

_FEW = 40  #: characters: fewer tell nothing
_EVERY = 5  #: one of so many is asked about
_NAMELESS = 0.3  #: share of glyphs without a letter above which the rest is no text
_VOWELS = frozenset("aeiouyAEIOUY")
_LEAST_VOWELS = 0.2  #: of all characters, in any language written in Latin letters; other codes have fewer by luck
_MANY_BLANKS = 0.3  #: pdfium puts a blank where glyphs that say nothing leave a gap; prose has half as many


def legible(page: Any, words: Any, drawn: str) -> bool:
    """Whether *drawn*, the text of the pypdfium2 *page* with the text page *words*, is what stands on the page.

    A font may lack the map from glyphs to Unicode (ISO 32000-1, 9.10.2). PDFium then takes the glyph's code for a
    letter, which is right by luck alone, or leaves the glyph out.
    """
    if len(drawn) < _FEW:
        return True
    said = [character for character in drawn if not character.isspace()]
    asked = range(0, len(drawn), _EVERY)
    nameless = sum(_nameless(words.raw, index) for index in asked)
    if nameless > _NAMELESS * len(asked):
        return sum(character in _VOWELS for character in said) > _LEAST_VOWELS * len(drawn)
    return len(drawn) - len(said) < _MANY_BLANKS * len(drawn) or _most_speak(page, words)


def _nameless(words: Any, index: int) -> bool:
    return bool(pdfium.FPDFText_HasUnicodeMapError(words, index) == 1 or pdfium.FPDFText_GetUnicode(words, index) == 0)


def _most_speak(page: Any, words: Any) -> bool:
    """Whether most pieces of text that the page draws have a character in its text."""
    speaking = silent = 0
    for piece in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=3):
        if pdfium.FPDFTextObj_GetText(piece.raw, words.raw, None, 0) > 2:  # bytes, the closing zero among them
            speaking += 1
        else:
            silent += 1
    return speaking >= silent
