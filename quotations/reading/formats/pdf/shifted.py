"""Curly marks that Ghostscript 10.00 writes 32 places too low: ``<so it was,= she said``, ``8sign here9``.

Its ``pdfwrite`` gives some fonts a table from glyphs to characters (ISO 32000-1, 9.10.3) of one byte each, and of
U+201C only the 1C is left, put out of the way of control codes. Debian 12 prints and shrinks PDFs with this version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotations.reading.formats.pdf.page import Line, Page

_PRODUCER = re.compile(r"Ghostscript 10\.0[01]\b")
_OPENING = re.compile(r"<(?=[^\W_]|[…'‘8])")
_CLOSING = re.compile(r"(?<=[^\W_]|[.,;!?…’)])=(?![\w=])")
#: Single ones, which are digits now: at the head of a word, at the end of words, inside one.
_SINGLE = (re.compile(r"(?<![\w.,])8(?=[^\W\d_]{2})"), re.compile(r"(?<=[^\W\d_]{2})9(?![\d.,]*\d)"))
_CURLY = re.compile(r"[“”„]")


def by(metadata: dict[str, str]) -> bool:
    """Whether that version wrote the PDF."""
    return bool(_PRODUCER.search(metadata.get("Producer", "")))


def restore(pages: Sequence[Page], metadata: dict[str, str]) -> None:
    """Put the marks of *pages* back, where that version wrote them and every double one is lost."""
    if not by(metadata):
        return
    text = "\n".join(line.text for line in _lines(pages))
    opened, closed = len(_OPENING.findall(text)), len(_CLOSING.findall(text))
    if _CURLY.search(text) or not opened or not closed or not opened <= 2 * closed <= 4 * opened:
        return
    for line in _lines(pages):
        line.text = _CLOSING.sub("”", _OPENING.sub("“", line.text))
        line.text = _SINGLE[1].sub("’", _SINGLE[0].sub("‘", line.text))


def _lines(pages: Sequence[Page]) -> Iterator[Line]:
    return (line for page in pages for line in page.lines)
