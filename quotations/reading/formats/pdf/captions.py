"""Words under a picture: set in as quotations are, and told from them by the picture or by who made it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotations.reading.document import BlockKind
from quotations.reading.formats.pdf.page import Box, Page
from quotations.reading.formats.pdf.paragraph import Paragraph

#: Points between a picture and the words under it.
_GAP = 30.0
_MOST_WORDS = 60
#: A picture that decorates a line is smaller, in points.
_SMALLEST = 40.0
_NUMBERED = re.compile(
    r"(?:Table|Figure|Fig\.|Tabelle|Tab\.|Abbildung|Abb\.|Tableau|Tabla|Figura|Tabella|Tabel)\s?\d{1,3}[.:]\s"
)
_CREDIT = re.compile(
    r"(?i)(?:^|[.!?)]\s+|[(\[])(?:photo(?:graph)?s?|pictures?|images?|illustrations?|fotos?|bild(?:er)?|crédits?|imagen)"
    r"(?: credits?| by| courtesy(?: of)?| von)?\s?[:/©]\s?[^.!?]{2,60}[.)\]]?$"
)


def mark(paragraphs: Iterable[Paragraph], pages: Sequence[Page]) -> None:
    """Make captions of the indented paragraphs that are numbered, stand under a picture or name who made one."""
    pictures = {
        page.number: [box for box in page.pictures if min(box[2] - box[0], box[3] - box[1]) >= _SMALLEST]
        for page in pages
    }
    for paragraph in paragraphs:
        if paragraph.kind is not BlockKind.QUOTE or len(paragraph.words.split()) > _MOST_WORDS:
            continue
        if (
            _NUMBERED.match(paragraph.words)
            or _CREDIT.search(paragraph.words)
            or _under(paragraph, pictures.get(paragraph.lines[0].page, []))
        ):
            paragraph.kind = BlockKind.CAPTION


def _under(paragraph: Paragraph, pictures: list[Box]) -> bool:
    """Whether the paragraph begins right below a picture that is about as wide."""
    first = paragraph.lines[0]
    return any(
        -2 <= bottom - first.top <= _GAP and left - 10 <= first.left and first.right <= right + 60
        for left, bottom, right, _ in pictures
    )
