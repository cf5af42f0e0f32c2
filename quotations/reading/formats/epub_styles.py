"""Block quotations of books whose paragraphs only a style sheet sets in: LibreOffice and layout programs write them so.

A class is a quotation's when it sets its paragraphs in on both sides, or on the left beside a border.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,4000})\}")
_CLASS = re.compile(r"(?:p|div)?\.([\w-]{1,100})")
_DECLARED = re.compile(r"(?:^|;)\s*(margin(?:-left|-right)?|border-left)\s*:\s*([^;]{1,200})", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)(in|cm|mm|pt|pc|px|em|rem|%)?", re.IGNORECASE)
#: Points; of letters of 12 points on a page 400 wide, where the unit goes by these.
_POINTS = {"in": 72.0, "cm": 28.35, "mm": 2.835, "pt": 1.0, "pc": 12.0, "px": 0.75, "em": 12.0, "rem": 12.0, "%": 4.0}
_INSET = 12.0  #: points
_MOST = 1_000_000  #: characters of style sheets
_PARAGRAPH = re.compile(r"<p\b[^<>]{0,400}?\sclass\s*=\s*[\"']([\w -]{1,200})[\"'][^<>]{0,400}>", re.IGNORECASE)


def inset_classes(sheets: Iterable[str]) -> frozenset[str]:
    """The classes whose paragraphs are set in as block quotations are."""
    found: dict[str, bool] = {}
    for selectors, body in _RULE.findall("\n".join(sheets)[:_MOST]):
        inset = _is_inset(body)
        for selector in selectors.split(","):
            if own := _CLASS.fullmatch(selector.split("*/")[-1].strip()):
                found[own[1]] = inset
    return frozenset(name for name, inset in found.items() if inset)


def quoted(chapter: str, classes: frozenset[str]) -> str:
    """*chapter* with a ``blockquote`` around each run of paragraphs of these classes."""
    if not classes:
        return chapter
    out: list[str] = []
    at, inside = 0, False
    for paragraph in _PARAGRAPH.finditer(chapter):
        if paragraph.start() < at or classes.isdisjoint(paragraph[1].split()):
            continue
        end = chapter.find("</p>", paragraph.end())
        if end < 0:
            break
        between = chapter[at : paragraph.start()]
        if inside and between.strip():
            out.append("</blockquote>")
            inside = False
        out.append(between)
        if not inside:
            out.append("<blockquote>")
            inside = True
        at = end + len("</p>")
        out.append(chapter[paragraph.start() : at])
    return "".join([*out, "</blockquote>" if inside else "", chapter[at:]])


def _is_inset(body: str) -> bool:
    left = right = 0.0
    border = False
    for name, value in _DECLARED.findall(body):
        side = name.lower()
        if side == "margin":
            sides = [_points(one) for one in value.split()[:4]]
            right = sides[1 if len(sides) > 1 else 0]
            left = sides[3] if len(sides) > 3 else right
        elif side == "margin-left":
            left = _points(value)
        elif side == "margin-right":
            right = _points(value)
        else:
            border = "none" not in value.lower() and not value.strip().startswith("0")
    return left >= _INSET and (right >= _INSET or border)


def _points(length: str) -> float:
    found = _LENGTH.match(length.strip())
    try:
        return float(found[1]) * _POINTS.get((found[2] or "").lower(), 0.0) if found else 0.0
    except ValueError:
        return 0.0
