"""What stands on a page and is not part of its text: running heads, page numbers, a printed page's address and date."""

from __future__ import annotations

import re
from collections import Counter

from quotations.text.pdf.lines import Line

_EDGE = 3  # lines at either end of a page that may be furniture
_FIGURES = re.compile(r"\d+|\b[ivxlc]{1,7}\b")
_NUMBER = re.compile(
    r"[\s–—|·•-]*(?:(?:page|seite|p\.|s\.|pagina|página|pag\.|strona|sida|side|стр\.)\s?)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s?(?:/|of|von|de|sur|di|van|of\.?|из|av)\s?\d{1,4})?[\s–—|·•-]*",
    re.I,
)
_PRINTED = re.compile(
    r"(?:https?://|file://|www\.)\S{3,400}(?:\s+\d{1,4}\s?/\s?\d{1,4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}[:.]\d\d(?:\s?[AP]M)?\b.{0,200}",
    re.I,
)


def furniture(pages: list[list[Line]]) -> list[set[int]]:
    """For each page the indexes of the lines that are furniture."""
    edges = [_edge_lines(lines) for lines in pages]
    seen: Counter[str] = Counter()
    for lines, indexes in zip(pages, edges, strict=True):
        seen.update({_mask(lines[index].text) for index in indexes})
    least = 2 if len(pages) < 4 else max(3, len(pages) // 8)
    found: list[set[int]] = []
    for lines, indexes in zip(pages, edges, strict=True):
        found.append({index for index in indexes if _is_furniture(lines, index, indexes, seen, least)})
    return found


def _is_furniture(lines: list[Line], index: int, edge: list[int], seen: Counter[str], least: int) -> bool:
    text = lines[index].text
    if _PRINTED.fullmatch(text):
        return True
    outermost = index in (edge[0], edge[-1]) if edge else False
    if _NUMBER.fullmatch(text):
        return outermost
    # The running head of a short chapter stands on two pages only.
    return seen[_mask(text)] >= (2 if outermost else least) and len(text) < 200


def _edge_lines(lines: list[Line]) -> list[int]:
    """Indexes of the lines that stand highest and lowest, from the top."""
    if not lines:
        return []
    order = sorted(range(len(lines)), key=lambda index: -lines[index].middle)
    return order if len(order) <= 2 * _EDGE else order[:_EDGE] + order[-_EDGE:]


def _mask(text: str) -> str:
    return _FIGURES.sub("#", " ".join(text.casefold().split()))
