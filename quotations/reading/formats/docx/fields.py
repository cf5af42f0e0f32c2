"""Word's field codes: hyperlinks and citation managers' fields, whose code may be split over any number of runs."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from quotations.reading.formats import markup

_HYPERLINK = re.compile(r"\s*HYPERLINK\b(.*)", re.DOTALL | re.IGNORECASE)
_ARGUMENT = re.compile(r"(\\[a-zA-Z])?\s*(?:\"([^\"]*)\"|([^\s\"\\]\S*))")
_ADDIN = re.compile(r"\s*ADDIN\s+(?:ZOTERO_ITEM\s+CSL_CITATION|CSL_CITATION|EN\.CITE)\s*(\{.*\})", re.DOTALL)
_DEEPEST = 40


@dataclass(slots=True)
class _Field:
    code: str = ""
    result: bool = False
    closing: str = ""


class Fields:
    """The fields that are open at a point of the document."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def shown(self) -> bool:
        """Whether text here is a field's result or stands outside fields, and not part of a code."""
        return all(field.result for field in self._open)

    def char(self, kind: str) -> str:
        """Take in a ``w:fldChar``; the mark-up that opens or closes there."""
        if kind == "begin":
            if len(self._open) < _DEEPEST:
                self._open.append(_Field())
            return ""
        if not self._open:
            return ""
        if kind == "separate":
            field = self._open[-1]
            opening, field.closing = self.simple(field.code)
            field.result = True
            return opening
        return self._open.pop().closing if kind == "end" else ""

    def instruction(self, code: str) -> None:
        """Take in a piece of a field's code."""
        if self._open and not self._open[-1].result:
            self._open[-1].code += code[:100_000]

    def simple(self, code: str) -> tuple[str, str]:
        """The mark-up before and after the result of a field with that code."""
        href = _address(code)
        return (f'<a href="{markup.escaped(href)}">', "</a>") if href else ("", "")


def _address(code: str) -> str | None:
    """Where a field's code points, if it does."""
    if match := _HYPERLINK.match(code):
        address = anchor = ""
        for switch, quoted, bare in _ARGUMENT.findall(match[1][:20_000]):
            value = quoted or bare
            if switch.lower() == "\\l":
                anchor = value
            elif not switch and not address:
                address = value
        return f"{address}#{anchor}" if anchor else address or None
    if match := _ADDIN.match(code):
        return _cited(match[1])
    return None


def _cited(source: str) -> str | None:
    """The address of the first work that a citation manager's field cites."""
    try:
        items = json.loads(source)["citationItems"]
        work = items[0].get("itemData", {})
        url, doi = work.get("URL"), work.get("DOI")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return None
    if isinstance(url, str) and url:
        return url
    return f"https://doi.org/{doi}" if isinstance(doi, str) and doi else None
