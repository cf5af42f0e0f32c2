"""Wikitext's lines as HTML: headings, lists, tables, paragraphs, links and emphasis."""

from __future__ import annotations

import re

from quotations.reading.formats.markup import escaped

_HEADING = re.compile(r"(={1,6})\s*(.+?)\s*\1\s*$")
_LIST = re.compile(r"([*#:;]+)\s*(.*)")
_EXTERNAL = re.compile(r"\[((?:https?:)?//[^\s\[\]<>\"]{1,2000})(?:\s+([^\]\n]{0,1000}))?\]", re.IGNORECASE)
_INTERNAL = re.compile(r"\[\[(:?)([^\[\]|\n]{1,500})(?:\|((?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){0,2000}))?\]\]")
_MEDIA = re.compile(
    r"(?i)(?:file|image|category|datei|bild|kategorie|fichier|catégorie|archivo|categoría|media|[a-z]{2,3}(?:-[a-z]+)?)\s*:(?! )"
)
_LINK_EDGE = re.compile(r"\[\[|\]\]")
_BOLD = re.compile(r"'''''(.{1,2000}?)'''''|'''(.{1,2000}?)'''|''(.{1,2000}?)''")
_MAGIC = re.compile(r"__[A-Z]{3,30}__")
_CELL = re.compile(r"\s*(?:\|\||!!)\s*")


def inline(text: str) -> str:
    """Links and emphasis of one line; HTML in it stays."""
    text = _EXTERNAL.sub(lambda m: f'<a href="{escaped(m[1])}">{m[2] or m[1]}</a>', text)
    text = _INTERNAL.sub(_page, text)
    text = _BOLD.sub(
        lambda m: f"<b><i>{m[1]}</i></b>" if m[1] else f"<b>{m[2]}</b>" if m[2] else f"<i>{m[3]}</i>", text
    )
    return _MAGIC.sub("", text)


def _page(match: re.Match[str]) -> str:
    """What a link between pages of the wiki shows: it cites nothing. One into the page itself may be a note's mark."""
    colon, page, shown = match.groups()
    if not colon and _MEDIA.match(page):
        return ""
    if page.startswith("#") and shown:
        return f'<a href="{escaped(page)}">{shown}</a>'
    return shown.rsplit("|", 1)[-1] if shown is not None and shown.strip() else page.split("#")[0] or page.lstrip("#")


def html(source: str) -> str:
    """The blocks of wikitext whose templates and references have been replaced."""
    out: list[str] = []
    paragraph: list[str] = []
    table = 0

    def close() -> None:
        if paragraph:
            out.append(f"<p>{' '.join(paragraph)}</p>")
            paragraph.clear()

    for raw in without_media(source).splitlines():
        line = raw.strip()
        if line.startswith("{|"):
            close()
            table += 1
            out.append("<table><tr>")
        elif table and line.startswith("|}"):
            table -= 1
            out.append("</tr></table>")
        elif table:
            out.extend(["</tr><tr>"] if line.startswith("|-") else [])
            out.extend(f"<td>{inline(cell)}</td>" for cell in _cells(line) if cell)
        elif not line:
            close()
        elif heading := _HEADING.fullmatch(line):
            close()
            level = min(6, len(heading[1]))
            out.append(f"<h{level}>{inline(heading[2])}</h{level}>")
        elif item := _LIST.fullmatch(line):
            close()
            out.append(f"<li>{inline(item[2])}</li>" if item[1][-1] in "*#" else f"<p>{inline(item[2])}</p>")
        elif line.startswith("<blockquote") or (line.startswith("<p>") and line.endswith("</p>")):
            close()
            out.append(inline(line))
        else:
            paragraph.append(inline(line))
    close()
    return "\n".join(out)


def without_media(source: str) -> str:
    """*source* without pictures and categories, whose captions may hold links of their own."""
    out: list[str] = []
    stack: list[int] = []  #: where the links that are open begin in *out*
    at = 0
    for edge in _LINK_EDGE.finditer(source):
        out.append(source[at : edge.start()])
        at = edge.end()
        out.append(edge[0])
        if edge[0] == "[[":
            stack.append(len(out) - 1)
        elif stack:
            start = stack.pop()
            if len(out) > start + 1 and _MEDIA.match(out[start + 1]):
                del out[start:]
    out.append(source[at:])
    return "".join(out)


def _cells(line: str) -> list[str]:
    if line.startswith(("|-", "|+", "{|")):
        return []
    cells = _CELL.split(line.lstrip("|! "))
    return [cell.rsplit("|", 1)[-1].strip() if "[[" not in cell else cell.strip() for cell in cells]
