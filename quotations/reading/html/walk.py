"""From the tree of a page to the text that people see, with the place of every link, block and inline mark.

One walk without recursion, so that no depth is too deep. What an element means stands in `elements`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import cast

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from quotations.reading.document import BlockKind, InlineKind
from quotations.reading.html import elements
from quotations.reading.html.canvas import Canvas, DraftInline, DraftLink
from quotations.reading.html.places import Place
from quotations.reading.html.surroundings import of_kind, surrounds, unseen

_INLINE = {
    "q": InlineKind.Q, "cite": InlineKind.CITE, "code": InlineKind.CODE, "kbd": InlineKind.CODE, "samp": InlineKind.CODE,
    "tt": InlineKind.CODE, "var": InlineKind.CODE, "em": InlineKind.EMPHASIS, "i": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG, "b": InlineKind.STRONG, "sup": InlineKind.SUPERSCRIPT, "del": InlineKind.DELETED,
    "s": InlineKind.DELETED, "strike": InlineKind.DELETED, "ins": InlineKind.INSERTED,
}  # fmt: skip


@dataclass(slots=True)
class _Frame:
    """An element whose content is being walked."""

    content: Iterator[PageElement]
    place: Place
    block: bool
    link: DraftLink | None = None
    inline: DraftInline | None = None
    ids: tuple[str, ...] = ()
    first: int = 0  #: index of the first block that may be its own
    raised: bool = False
    ordinal: int | None = None  #: of a numbered list, its last number


class Walk:
    """Reads one tree into a `Canvas`."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._groups = 0
        self._office = (-2, -1)  #: the last block in Word's style for quotations, and its group
        self._later: list[tuple[Tag, str]] = []  #: notes met inside a line, with their ids
        self._noted = 0

    def read(self, root: Tag) -> None:
        """Set down all that is seen under *root*."""
        canvas = self._canvas
        frames = [_Frame(iter(root.contents), Place(), block=True)]
        while frames:
            frame = frames[-1]
            child = next(frame.content, None)
            if child is None:
                frames.pop()
                self._close(frame)
                if frame.block and self._later:
                    frames.append(self._note(*self._later.pop(0)))
            elif type(child) is NavigableString:
                canvas.write(child, frame.place, kept=frame.place.kept)
            elif isinstance(child, Tag):
                opened = self._open(child, frame)
                if opened is not None:
                    frames.append(opened)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                canvas.write(str(child), frame.place, kept=frame.place.kept)
        canvas.end_block()

    def _open(self, tag: Tag, parent: _Frame) -> _Frame | None:
        name = tag.name
        canvas = self._canvas
        attributes = cast("dict[str, str]", tag.attrs)  # one string each: multi_valued_attributes is None
        if name == "br":
            canvas.write("\n", parent.place, kept=True) if parent.place.kept else canvas.line()
            return None
        if name == "hr":
            canvas.end_block()
            return None
        if name in elements.UNSEEN and not _shadow(tag):
            if name in ("map", "area"):
                return self._area(tag, parent)
            if attributes.get("id"):
                canvas.mark(attributes["id"])
            return None
        if attributes and unseen(attributes):
            return None
        if name == "button" and parent.place.kind is not BlockKind.HEADING and "aria-expanded" not in attributes:
            return None
        if "class" in attributes and name not in elements.BLOCKS and elements.is_inline_note(attributes["class"]):
            self._postpone(tag, attributes, parent)
            return None
        place, block = self._placed(name, attributes, parent)
        if block:
            canvas.end_block()
        frame = _Frame(_content(tag), place, block, first=canvas.block_number, raised=parent.raised or name == "sup")
        if name == "ol":
            frame.ordinal = _integer(attributes.get("start"), 1) - 1
        elif name == "li" and parent.ordinal is not None:
            parent.ordinal = canvas.number = _integer(attributes.get("value"), parent.ordinal + 1)
        self._begin(name, attributes, frame)
        return frame

    def _postpone(self, tag: Tag, attributes: dict[str, str], parent: _Frame) -> None:
        """Keep a note that stands inside a line until the line has ended, with a mark in its place."""
        self._noted += 1
        note = attributes.get("id") or f"note-inside-{self._noted}"
        self._canvas.links.append(self._link(f"#{note}", "a", {"class": "footnote"}, parent))
        self._later.append((tag, note))

    def _note(self, tag: Tag, note: str) -> _Frame:
        self._canvas.mark(note)
        return _Frame(iter(tag.contents), Place(notes=True), block=True, ids=(note,), first=self._canvas.block_number)

    def _begin(self, name: str, attributes: dict[str, str], frame: _Frame) -> None:
        canvas = self._canvas
        if attributes:
            ids = tuple(
                attributes[key] for key in ("id", "name") if attributes.get(key) and (key == "id" or name == "a")
            )
            for target in dict.fromkeys(ids):
                canvas.mark(target)
            frame.ids = ids
            href = attributes.get("href")
            if href is not None and name == "a":
                frame.link = self._link(href, name, attributes, frame)
                canvas.links.append(frame.link)
                canvas.open_links += 1
        kind = _INLINE.get(name)
        if kind is not None:
            cite = attributes.get("cite") or None
            frame.inline = DraftInline(canvas.size, canvas.size, kind, cite)
            canvas.inlines.append(frame.inline)
        if attributes.get("cite") and name in ("q", "blockquote", "del", "ins") and name not in ("del", "ins"):
            canvas.links.append(self._link(attributes["cite"], name, {}, frame))

    def _close(self, frame: _Frame) -> None:
        canvas = self._canvas
        if frame.block:
            canvas.end_block()
            canvas.number = None
        if frame.link is not None:
            frame.link.end = canvas.size
            canvas.open_links -= 1
        if frame.inline is not None:
            frame.inline.end = canvas.size
        for target in frame.ids:
            canvas.targets.setdefault(target, (frame.first, len(canvas.blocks) if frame.block else -1))

    def _link(self, href: str, element: str, attributes: dict[str, str], frame: _Frame) -> DraftLink:
        canvas = self._canvas
        return DraftLink(
            canvas.size,
            canvas.size,
            href,
            element,
            frame.place,
            rel=tuple((attributes.get("rel") or "").lower().split()),
            classes=f"{attributes.get('class') or ''} {attributes.get('role') or ''} {attributes.get('epub:type') or ''}",
            raised=frame.raised,
            id=attributes.get("id"),
            original=attributes.get("data-originalurl"),
            as_of=attributes.get("data-versiondate"),
            block=canvas.block_number,
        )

    def _area(self, tag: Tag, parent: _Frame) -> _Frame | None:
        if tag.name == "map":
            return _Frame(_content(tag), parent.place, block=False, first=self._canvas.block_number)
        if tag.attrs.get("href"):
            self._canvas.links.append(self._link(str(tag.attrs["href"]), "area", {}, parent))
        return None

    def _placed(self, name: str, attributes: dict[str, str], parent: _Frame) -> tuple[Place, bool]:
        """The place inside the element, and whether it is a block."""
        block = name in elements.BLOCKS
        place = parent.place
        if block:
            if name == "blockquote" or (name == "p" and elements.is_office_quote(attributes.get("class", ""))):
                place = self._quoting(place, attributes)
            place = of_kind(place, name)
        elif "style" in attributes:
            block = elements.block_style(attributes["style"])
        changes = surrounds(name, attributes, place)
        return (replace(place, **changes) if changes else place), block

    def _office_group(self, new: int) -> int:
        """The group of a paragraph in Word's style for quotations: that of the one right before it, else *new*."""
        number = self._canvas.block_number
        last, group = self._office
        self._office = (number, group if number - last <= 1 else new)
        return self._office[1]

    def _quoting(self, place: Place, attributes: dict[str, str]) -> Place:
        group = place.quote_group
        if group is None:
            group = self._groups
            self._groups += 1
            if "class" in attributes and elements.is_office_quote(attributes["class"]):
                group = self._office_group(group)
        cite = attributes.get("cite")
        pull = elements.is_pull_quote(attributes.get("class", ""))
        return replace(
            place,
            quote_depth=place.quote_depth + 1,
            quote_group=group,
            cite=cite or place.cite,
            kind=BlockKind.PULL_QUOTE if pull or place.kind is BlockKind.PULL_QUOTE else BlockKind.QUOTE,
        )


def _integer(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 7 else otherwise


def _shadow(tag: Tag) -> bool:
    """Whether a ``template`` is the declared shadow tree of its parent, which is what people see of it."""
    return tag.name == "template" and ("shadowrootmode" in tag.attrs or "shadowroot" in tag.attrs)


def _has_slot(template: Tag) -> bool:
    """Whether one of the first elements of a shadow tree is a slot, in which the parent's own content is shown."""
    return any(isinstance(node, Tag) and node.name == "slot" for node in islice(template.descendants, 400))


def _content(tag: Tag) -> Iterator[PageElement]:
    """What is shown of an element: its content, or its shadow tree when that has no slot for it."""
    for child in tag.contents:
        if isinstance(child, Tag) and child.name == "template" and _shadow(child):
            return iter(tag.contents if _has_slot(child) else [child])
        if isinstance(child, Tag):
            break
    return iter(tag.contents)
