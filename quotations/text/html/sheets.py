"""Classes and ids that a page's own style sheet hides, where nothing on the page could show them again.

Only unconditional rules of a single class or id count; a name that other rules or any script mention may be a tab, a
menu or a fold. A page with scripts of its own from elsewhere is left alone: what they show cannot be known.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SINGLE = re.compile(r"\s*([.#][\w-]{1,80})\s*")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_MAX_SHEET, _MAX_RULES = 200_000, 5000


def hidden_names(page: LexborHTMLParser) -> frozenset[str]:
    """Names, ".class" or "#id", whose elements the page never shows."""
    sheets = [style.text(deep=True)[:_MAX_SHEET] for style in page.tags("style")]
    if not any(_may_hide(sheet) and _HIDES.search(sheet) for sheet in sheets):
        return frozenset()
    scripts = page.css("script")
    if any("src" in script.attributes for script in scripts):
        return frozenset()
    rules = [rule for sheet in sheets for rule in _rules(_COMMENT.sub("", sheet))]
    hiding: set[str] = set()
    others: list[str] = []
    for selector, body, conditional in rules:
        names = [single[1] for part in selector.split(",") if (single := _SINGLE.fullmatch(part))]
        if _HIDES.search(body) and not conditional and len(names) == selector.count(",") + 1:
            hiding.update(names)
        else:
            others.append(selector)
    said = " ".join((*others, *(script.text(deep=True) for script in scripts)))
    return frozenset(name for name in hiding if name[1:] not in said)


def _may_hide(sheet: str) -> bool:
    """Whether *sheet* has what all that hides has; much quicker than the pattern."""
    if not sheet.isascii():  # there more letters than its own are one
        return True
    plain = sheet.lower()
    return ("none" in plain and "display" in plain) or ("hidden" in plain and "visibility" in plain)


def _rules(sheet: str) -> list[tuple[str, str, bool]]:
    """(selector, declarations, whether inside an at-rule) of each rule, read without a grammar."""
    found: list[tuple[str, str, bool]] = []
    around: list[str] = []
    for piece in re.finditer(r"([^{}]*)([{}])", sheet):
        if piece[2] == "{":
            around.append(piece[1].strip())
        elif around:
            selector = around.pop()
            if not selector.startswith("@"):
                found.append((selector, piece[1], bool(around)))
        if len(found) >= _MAX_RULES:
            break
    return found
