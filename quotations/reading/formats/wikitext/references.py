"""``<ref>`` elements: taken out of the text, put back as marks, and gathered as notes."""

from __future__ import annotations

import re
from collections.abc import Callable

from quotations.reading.formats.between import between

_REF = (
    re.compile(r"<ref(?=[\s/>])(?:[^<>/\"']++|\"[^\"]*+\"|'[^']*+'|/(?!>))*/?>", re.IGNORECASE),
    re.compile(r"</ref\s*>", re.IGNORECASE),
)
_NAME = re.compile(r"\bname\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/<>]+))", re.IGNORECASE)
_LISTED = re.compile(r"<references\b[^<>]{0,500}>", re.IGNORECASE), re.compile(r"</references\s*>", re.IGNORECASE)
_REFLIST = re.compile(
    r"\{\{\s*(?:reflist|refs?|notelist|references)\b[^{}]*?(?:\{\{[^{}]*\}\}[^{}]*?)*\}\}", re.IGNORECASE
)
_SFN = re.compile(r"\{\{\s*(?:sfnp?|efn|refn)\s*\|((?:[^{}]++|\{\{[^{}]*+\}\})*)\}\}", re.IGNORECASE)


class References:
    """The references of one article."""

    def __init__(self) -> None:
        self._bodies: list[str] = []
        self._names: dict[str, int] = {}

    def taken(self, source: str) -> str:
        """*source* with a token where each reference stands, and without the places that list them."""
        source = between(source, *_LISTED, lambda _mark, inner: self._gather(inner or ""))
        source = _SFN.sub(lambda m: f"<ref>{m[1].replace('|', ' ')}</ref>", source)
        source = between(source, *_REF, lambda mark, inner: f"\x02{self._number(mark[0], inner)}\x03")
        return _REFLIST.sub("", source)

    def _gather(self, inner: str) -> str:
        between(inner, *_REF, lambda mark, body: str(self._number(mark[0], body)))
        return ""

    def _number(self, attributes: str, body: str | None) -> int:
        match = _NAME.search(attributes)
        name = next((part for part in match.groups() if part), "") if match else ""
        number = self._names.get(name) if name else None
        if number is None:
            self._bodies.append("")
            number = len(self._bodies)
            if name:
                self._names[name] = number
        if body and not self._bodies[number - 1]:
            self._bodies[number - 1] = body.strip()
        return number

    def marked(self, article: str) -> str:
        """*article* with the tokens as links to the notes."""

        def mark(match: re.Match[str]) -> str:
            number = int(match[1])
            return f'<sup class="reference"><a class="noteref" href="#cite_note-{number}">[{number}]</a></sup>'

        return re.sub(r"\x02(\d{1,6})\x03", mark, article)

    def section(self, render: Callable[[str], str]) -> str:
        """The notes, each rendered."""
        items = [
            f'<li id="cite_note-{number}">{render(body)}</li>' for number, body in enumerate(self._bodies, 1) if body
        ]
        return (
            f'<section class="references" role="doc-endnotes"><ol class="references">{"".join(items)}</ol></section>'
            if items
            else ""
        )
