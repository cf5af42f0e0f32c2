"""What Word's paragraph styles mean: headings, quotations, lists, indentation, by name and inheritance."""

from __future__ import annotations

import re
from typing import Any

from quotations.reading.formats import markup
from quotations.values import plain_value

#: Quotation styles by Word's own (untranslated) names and by the names that people give.
_QUOTE = re.compile(r"(?i)(?:intense )?quote|block ?text|block ?quot|quotations?|zitat|citation|cita\b|citaat|epigraph")
_HEADING = re.compile(r"(?i)(?:heading|überschrift|titre|título|titolo|kop)\s*([1-6])$")
_TITLE = re.compile(r"(?i)^(?:title|titel|titre|título|titolo)$")
_CODE = re.compile(r"(?i)(?:source ?|^|program ?)code\b|preformatted|verbatim|macro text|^code ?(?:block)?$")
_INSET = 400  #: twips (20 a point) from which a paragraph is set in


@plain_value
class Style:
    """What is to be known of a paragraph."""

    name: str = ""
    level: int = 0  #: of a heading; 1 for the title
    quote: bool = False
    code: bool = False
    listed: bool = False
    inset: int = 0  #: twips


class Styles:
    """The styles of one document; *root* is ``styles.xml`` or None."""

    def __init__(self, root: Any) -> None:
        self._elements: dict[str, Any] = {}
        if root is not None:
            for style in markup.children(root, "style"):
                if own := markup.attribute(style, "styleId"):
                    self._elements[own] = style

    def of(self, paragraph: Any) -> Style:
        """The style of a ``w:p`` element, its own properties put before those of its style."""
        properties = next(markup.children(paragraph, "pPr"), None)
        own = self._value(properties, "pStyle")
        chain = self._chain(own)
        names = [name for element in chain if (name := self._value(element, "name"))] or [own or ""]
        layers = [p for p in (properties, *(next(markup.children(e, "pPr"), None) for e in chain)) if p is not None]
        level = next((int(m[1]) for name in names if (m := _HEADING.search(name))), 0)
        if any(_TITLE.match(name) for name in names[:1]):
            level = 1
        if not level:
            outline = next((v for p in layers if (v := self._value(p, "outlineLvl"))), None)
            level = int(outline) + 1 if outline and outline.isdigit() and int(outline) < 6 else 0
        return Style(
            name=names[0],
            level=level,
            quote=any(_QUOTE.search(name) for name in names),
            code=any(_CODE.search(name) for name in names),
            listed=any(self._numbered(p) for p in layers) or names[0].lower().startswith("list"),
            inset=next((inset for p in layers if (inset := self._inset(p)) is not None), 0),
        )

    def _chain(self, style: str | None) -> list[Any]:
        chain: list[Any] = []
        while style and style in self._elements and len(chain) < 12:
            chain.append(self._elements[style])
            style = self._value(chain[-1], "basedOn")
        return chain

    @staticmethod
    def _value(element: Any, name: str) -> str | None:
        if element is None:
            return None
        child = next(markup.children(element, name), None)
        return markup.attribute(child, "val") if child is not None else None

    @staticmethod
    def _numbered(properties: Any) -> bool:
        numbering = next(markup.children(properties, "numPr"), None)
        if numbering is None:
            return False
        number = next(markup.children(numbering, "numId"), None)
        return number is not None and markup.attribute(number, "val") != "0"

    @staticmethod
    def _inset(properties: Any) -> int | None:
        indentation = next(markup.children(properties, "ind"), None)
        if indentation is None:
            return None
        left = markup.attribute(indentation, "left") or markup.attribute(indentation, "start") or "0"
        hanging = markup.attribute(indentation, "hanging") or "0"
        if not re.fullmatch(r"-?\d{1,6}", left) or hanging not in ("0", ""):
            return 0
        return int(left)


def set_in(style: Style) -> bool:
    """Whether a paragraph is a block quotation: by its style, or by being set in and no list item or heading."""
    return not style.level and not style.code and (style.quote or (style.inset >= _INSET and not style.listed))
