"""OpenDocument texts (ODF 1.3): links, notes in their place, quotations by style, tracked deletions left out."""

from __future__ import annotations

import re
from typing import Any

from quotations.errors import DamagedInput
from quotations.reading.document import Document
from quotations.reading.formats import copied, markup
from quotations.reading.formats.draft import informed
from quotations.reading.formats.zipped import Zipped

_CODE = re.compile(r"(?i)preformatted|source_20_code|^code$|verbatim")
_QUOTE = re.compile(r"(?i)quot|zitat|citation|cita$|block_20_text|epigraph")
_GONE = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "bookmark-ref", "ruby-text"}
)
_DEEPEST = 200


def read_odt(data: bytes, *, name: str | None = None, base_url: str | None = None) -> Document:
    """The document that an ``.odt`` or flat ``.fodt`` file is; raises DamagedInput for a locked one."""
    from quotations.reading.html import read_html

    if data[:2] == b"PK":
        package = Zipped(data, name)
        if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise DamagedInput(
                "The document is locked with a password.", hint="Save it again without one.", subject=name or ""
            )
        if "content.xml" not in package:
            raise DamagedInput("The document has no content.", hint="Save it again.", subject=name or "")
        content = markup.parsed(package.read("content.xml"), name)
        meta = markup.parsed(package.read("meta.xml"), name) if "meta.xml" in package else None
    else:
        content = meta = markup.parsed(data, name)
    writer = _Writer(content)
    document = copied.informed(read_html(writer.page(), name=name, base_url=base_url, format="odt"))
    return informed(document, _facts(meta, document))


def _facts(meta: Any, document: Document) -> dict[str, tuple[object, str]]:
    found: dict[str, str] = {}
    for element in (
        markup.descendants(meta, "title", "creator", "initial-creator", "date", "language") if meta is not None else ()
    ):
        found.setdefault(markup.local(element), markup.text_of(element))
    how = "the document's own properties"
    facts: dict[str, tuple[object, str]] = {"saved_at": (found.get("date"), how)}
    if not document.title:
        facts["title"] = (found.get("title"), how)
    if not document.author:
        facts["author"] = (found.get("initial-creator") or found.get("creator"), how)
    if not document.language:
        facts["language"] = (found.get("language"), how)
    return facts


class _Writer:
    def __init__(self, root: Any) -> None:
        self.root = root
        self.notes: list[tuple[str, str]] = []
        self.parents: dict[str, str] = {}
        self.raised: set[str] = set()
        for style in markup.descendants(root, "style"):
            own = markup.attribute(style, "name") or ""
            self.parents[own] = markup.attribute(style, "parent-style-name") or ""
            for properties in markup.children(style, "text-properties"):
                if (markup.attribute(properties, "text-position") or "").startswith(("super", "33%", "50%", "58%")):
                    self.raised.add(own)

    def page(self) -> str:
        body = next(markup.descendants(self.root, "text"), None)
        blocks = self._blocks(body, 0) if body is not None else ""
        items = "".join(f'<li id="{note}">{words}</li>' for note, words in self.notes)
        notes = f'<section class="footnotes" role="doc-endnotes"><ol>{items}</ol></section>' if items else ""
        return f"<!DOCTYPE html><html><body><article>{blocks}</article>{notes}</body></html>"

    def _blocks(self, container: Any, depth: int) -> str:
        out: list[str] = []
        quoted = False
        for element in markup.children(container):
            name = markup.local(element)
            inside = name == "p" and self._is(_QUOTE, markup.attribute(element, "style-name"))
            if inside != quoted:
                out.append("<blockquote>" if inside else "</blockquote>")
                quoted = inside
            if name not in _GONE and depth < _DEEPEST:
                out.append(self._block(element, name, depth + 1))
        if quoted:
            out.append("</blockquote>")
        return "".join(out)

    def _block(self, element: Any, name: str, depth: int) -> str:
        if name == "p":
            title = markup.attribute(element, "style-name") == "Title"
            kind = "h1" if title else "pre" if self._is(_CODE, markup.attribute(element, "style-name")) else "p"
            return f"<{kind}>{self._inline(element, 0)}</{kind}>"
        if name == "h":
            level = markup.attribute(element, "outline-level") or "1"
            level = level if level in "123456" else "6"
            return f"<h{level}>{self._inline(element, 0)}</h{level}>"
        tag = {"list": "ul", "list-item": "li", "table": "table", "table-row": "tr", "table-cell": "td"}.get(name)
        inner = self._blocks(element, depth)
        return f"<{tag}>{inner}</{tag}>" if tag else inner

    def _is(self, names: re.Pattern[str], style: str | None) -> bool:
        """Whether the style or one that it is made from has one of the *names*."""
        own = style or ""
        for _ in range(12):
            if not own:
                return False
            if names.search(own):
                return True
            own = self.parents.get(own, "")
        return False

    def _inline(self, container: Any, depth: int) -> str:
        out = [markup.escaped(container.text or "")]
        for element in container:
            if isinstance(element.tag, str) and depth < _DEEPEST:
                out.append(self._span(element, markup.local(element), depth + 1))
            out.append(markup.escaped(element.tail or ""))
        return "".join(out)

    def _span(self, element: Any, name: str, depth: int) -> str:
        match name:
            case "a":
                href = markup.escaped(markup.attribute(element, "href") or "")
                return f'<a href="{href}">{self._inline(element, depth)}</a>'
            case "note":
                return self._note(element)
            case "s":
                count = markup.attribute(element, "c") or "1"
                return " " * min(100, int(count) if count.isdigit() else 1)
            case "tab":
                return "\t"
            case "line-break":
                return "<br>"
            case "frame" | "text-box" | "image":
                return ""
            case _:
                pass
        if name in _GONE:
            return ""
        words = self._inline(element, depth)
        return (
            f"<sup>{words}</sup>" if markup.attribute(element, "style-name") in self.raised and words.strip() else words
        )

    def _note(self, element: Any) -> str:
        own = f"note-{len(self.notes) + 1}"
        citation = next(markup.children(element, "note-citation"), None)
        body = next(markup.children(element, "note-body"), None)
        self.notes.append((own, self._blocks(body, 0) if body is not None else ""))
        label = markup.escaped(markup.text_of(citation)) or str(len(self.notes))
        return f'<sup><a class="noteref" href="#{own}">{label}</a></sup>'
