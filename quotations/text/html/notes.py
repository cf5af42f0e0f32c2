"""Note references inside the words: told from ordinals, powers, units and formulas that are raised too."""

from __future__ import annotations

import re

_BRACKETED = re.compile(r"\s?[\[(]\s?(?:\d{1,3}|[a-z]|(?:note|nb|n|fn|anm\.?)\s?\d{1,3}|[*†‡§]{1,3})\s?[\])]\s?", re.I)
_REMARK = re.compile(r"\s?\[[^\[\]]{1,30}\]\s?")  # "[citation needed]"
_WORD = re.compile(r"[^\W\d_]{3}$")
_SIGN = re.compile(r"\s?[*†‡§¶‖⁂]{1,3}\s?")
_NUMBER = re.compile(r"\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,5}\s?")
_LETTER = re.compile(r"\s?[a-z]\s?")
_RAISED = re.compile(r"\s?[⁰¹²³⁴-⁹]{1,3}\s?")
_CALLS = re.compile(r"\b(?:foot-?note|fn-?ref|note-?ref|reference|noteref|cite-?ref|endnote|easy-footnote|fn)", re.I)
_UNIT = re.compile(r"(?:^|[^\w])(?:[kcdmµ]?m|in|ft|yd|mi|s|h|sec|[a-z]|[A-Z][a-z]?)$")


def calls_note(attributes: dict[str, str | None]) -> bool:
    """Whether an element's attributes say that it refers to a note."""
    if attributes.get("role") == "doc-noteref" or "noteref" in (attributes.get("epub:type") or ""):
        return True
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('rel') or ''}"
    return bool(named.strip() and _CALLS.search(named[:300]))


def is_note_link(text: str, href: str) -> bool:
    """Whether a link that is not raised is a note reference: "[12]" to a place in the same page."""
    return "#" in href and len(text) < 12 and bool(_BRACKETED.fullmatch(text) or _RAISED.fullmatch(text))


def is_note_mark(raised: str, before: str, *, called: bool) -> bool:
    """Whether *raised* (the text of a `sup`) is a note reference, standing after *before*.

    Args:
        raised: the raised text.
        before: some characters that stand before it on the line.
        called: whether the element or a link in it says that it refers to a note, or links inside the page.
    """
    if len(raised) > 34 or not raised.strip():
        return False
    if _BRACKETED.fullmatch(raised) or _REMARK.fullmatch(raised) or _SIGN.fullmatch(raised):
        return True
    if not (_NUMBER.fullmatch(raised) or _LETTER.fullmatch(raised)):
        return False
    if called:
        return True
    if not _NUMBER.fullmatch(raised) or not before:
        return False
    last = before[-1]
    if last in '.,;:!?”’"»)…':
        # "m.²" is rare; a figure raised after a mark is a note in nearly all prose.
        return not before[-2:-1].isdigit()
    return bool(_WORD.search(before)) and not _UNIT.search(before[-6:])
