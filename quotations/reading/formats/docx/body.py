"""The runs of a Word document as HTML: what is inserted is in, what is deleted is out, every link keeps its address."""

from __future__ import annotations

from typing import Any

from quotations.reading.formats import markup
from quotations.reading.formats.docx.fields import Fields
from quotations.reading.formats.docx.styles import Style, Styles, set_in

_GONE = frozenset(
    {"del", "moveFrom", "delText", "delInstrText", "rPr", "pPr", "sectPr", "commentRangeStart", "pict", "object"}
)
_PLAIN = {"tab": "\t", "br": "<br>", "cr": "<br>", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SKIPPED_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Body:
    """Writes one document; *targets* are the addresses of its hyperlinks by relationship."""

    def __init__(self, styles: Styles, targets: dict[str, str]) -> None:
        self.styles, self.targets = styles, targets
        self.fields = Fields()
        self.numbers: dict[tuple[str, str], int] = {}  #: (kind, id of a note) → its number in the text

    def html(self, root: Any) -> str:
        """The body's blocks."""
        body = next(markup.descendants(root, "body"), None) if root is not None else None
        return self._blocks(body) if body is not None else ""

    def notes(self, root: Any, kind: str, targets: dict[str, str]) -> str:
        """The notes of that kind that the body has marks for, in the order of the marks."""
        self.targets = targets
        elements = {
            markup.attribute(note, "id"): note
            for note in markup.children(root, kind)
            if markup.attribute(note, "type") not in _SKIPPED_NOTES
        }
        items = []
        for (own, note), number in list(self.numbers.items()):
            if own == kind and note in elements:
                place = f"{kind}-{note}"
                items.append(f'<li id="{place}" value="{number}">{self._blocks(elements[note])}</li>')
        return f'<section class="footnotes" role="doc-endnotes"><ol>{"".join(items)}</ol></section>' if items else ""

    def _blocks(self, container: Any) -> str:
        out: list[str] = []
        quoted = False
        for element in self._blocks_of(container):
            name = markup.local(element)
            style = self.styles.of(element) if name == "p" else None
            inside = style is not None and set_in(style)
            if inside != quoted:
                out.append("<blockquote>" if inside else "</blockquote>")
                quoted = inside
            if style is None:
                out.append(self._table(element))
            else:
                tag = _tag(style, quoted=inside)
                out.append(f"<{tag}>{self._inline(element)}</{tag}>")
        if quoted:
            out.append("</blockquote>")
        return "".join(out)

    def _blocks_of(self, container: Any) -> list[Any]:
        """Paragraphs and tables, also those inside content controls and insertions."""
        found: list[Any] = []
        stack = list(reversed(list(markup.children(container))))
        while stack:
            element = stack.pop()
            name = markup.local(element)
            if name in ("p", "tbl"):
                found.append(element)
            elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
                stack.extend(reversed(list(markup.children(element))))
        return found

    def _table(self, table: Any) -> str:
        rows = []
        for row in markup.children(table, "tr"):
            cells = [f"<td>{self._blocks(cell)}</td>" for cell in markup.children(row, "tc")]
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f"<table>{''.join(rows)}</table>"

    def _inline(self, container: Any) -> str:
        out: list[str] = []
        for element in markup.children(container):
            name = markup.local(element)
            if name in _GONE:
                continue
            if name == "r":
                out.append(self._run(element))
            elif name == "bookmarkStart":
                out.append(_target(element))
            elif name == "hyperlink":
                out.append(self._linked(element))
            elif name == "fldSimple":
                opening, closing = self.fields.simple(markup.attribute(element, "instr") or "")
                out.append(opening + self._inline(element) + closing)
            elif name == "AlternateContent":
                chosen = next(markup.children(element, "Choice", "Fallback"), None)
                out.append(self._inline(chosen) if chosen is not None else "")
            else:
                out.append(self._inline(element))
        return "".join(out)

    def _linked(self, element: Any) -> str:
        words = self._inline(element)
        href = self.targets.get(markup.attribute(element, "id") or "", "")
        anchor = markup.attribute(element, "anchor")
        if anchor:
            href = f"{href}#{anchor}"
        return f'<a href="{markup.escaped(href)}">{words}</a>' if href else words

    def _run(self, run: Any) -> str:
        out: list[str] = []
        for element in markup.children(run):
            name = markup.local(element)
            if name == "fldChar":
                out.append(self.fields.char(markup.attribute(element, "fldCharType") or ""))
            elif name == "instrText":
                self.fields.instruction(element.text or "")
            elif name == "t":
                if self.fields.shown:
                    out.append(markup.escaped(element.text or ""))
            elif name in _PLAIN:
                out.append(_PLAIN[name])
            elif name == "bookmarkStart":
                out.append(_target(element))
            elif name in ("footnoteReference", "endnoteReference"):
                out.append(self._mark(name.removesuffix("Reference"), markup.attribute(element, "id") or ""))
            elif name == "AlternateContent":
                chosen = next(markup.children(element, "Choice", "Fallback"), None)
                out.append(self._inline(chosen) if chosen is not None else "")
        words = "".join(out)
        return self._dressed(run, words) if words.strip() else words

    def _dressed(self, run: Any, words: str) -> str:
        """A run's words with the mark-up that matters; fields that open or close in it are left alone."""
        properties = next(markup.children(run, "rPr"), None)
        if properties is None or "<a" in words or "</a" in words:
            return words
        on = {markup.local(p): markup.attribute(p, "val") for p in markup.children(properties)}
        for name, tag in (("i", "em"), ("b", "strong"), ("strike", "s")):
            if name in on and on[name] not in ("0", "false", "off"):
                words = f"<{tag}>{words}</{tag}>"
        return f"<sup>{words}</sup>" if on.get("vertAlign") == "superscript" else words

    def _mark(self, kind: str, id: str) -> str:
        number = self.numbers.setdefault((kind, id), len(self.numbers) + 1)
        place = f"{kind}-{markup.escaped(id)}"
        return f'<sup><a class="noteref" href="#{place}">{number}</a></sup>'


def _tag(style: Style, *, quoted: bool) -> str:
    """The element that a paragraph of that style is."""
    if style.level:
        return f"h{style.level}"
    if style.code:
        return "pre"
    return "li" if style.listed and not quoted else "p"


def _target(bookmark: Any) -> str:
    """A place that links of the document lead to."""
    return f'<span id="{markup.escaped(markup.attribute(bookmark, "name") or "")}"></span>'
