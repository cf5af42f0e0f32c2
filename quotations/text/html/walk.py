"""One pass over a page's tree, without recursion: every shown character once, in reading order, in labelled blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

from quotations.model import SegmentRole
from quotations.text.html.blocks import Stream
from quotations.text.html.elements import EMPHASISED, KINDS, LINES, PREFORMATTED, ROLES, STRUCK, Kind
from quotations.text.html.hidden import is_hidden, reachable_ids
from quotations.text.html.notes import calls_note, is_note_link, is_note_mark
from quotations.text.html.regions import region_of

_TEXT, _COMMENT, _ELEMENTS = 2, 4, 6  # lexbor's numbers of text and comment nodes, and of the first element
_SPACE = re.compile("[ \t\n\r\f]+")
_REGION_ROLES = frozenset((SegmentRole.NAV, SegmentRole.COMMENTS, SegmentRole.TEASER, SegmentRole.NOTE))
_TOP = "h1,main,[itemprop=articleBody]"
_TAG = re.compile("<[^<>]{0,4000}>")
_BLOCK_STYLE = re.compile(r"display\s{0,9}:\s{0,9}(?:block|flex|grid|table|list-item)", re.I)
_MAX_ALT, _MAX_HIDDEN = 2000, 400_000  # code points
_MIN_ATTRIBUTE = 20  # shorter titles and labels name a control
_EMOJI, _MARK, _LAYOUT = 12, 40, 400


#: role, region, item, junk, preformatted, stream
Context: TypeAlias = tuple[SegmentRole | None, SegmentRole | None, int | None, bool, bool, Stream]


@dataclass(slots=True)
class Frame:
    """What has to be undone or noted when the walk leaves an element."""

    depth: int
    name: str = ""
    block: bool = False
    restore: Context | None = None
    start: int = 0  #: length of the stream when it was entered
    part: int = 0  #: number of its parts then
    linked: int = 0  #: code points inside links then
    first: int = 0  #: number of its blocks then
    href: str | None = None
    called: bool = False  #: as a note reference


@dataclass(slots=True)
class Walked:
    """What one pass yields; all offsets count in the stream of shown text, before trimming."""

    shown: Stream = field(default_factory=Stream)
    readings: Stream = field(default_factory=Stream)
    hidden: Stream = field(default_factory=Stream)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    emphasised: list[tuple[int, int]] = field(default_factory=list)
    struck: list[tuple[int, int]] = field(default_factory=list)
    note_marks: list[tuple[int, int]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    alternatives: dict[str, None] = field(default_factory=dict)
    scripts: list[tuple[str, str, dict[str, str | None]]] = field(default_factory=list)
    password_field: bool = False

    def out_of_sight(self) -> list[str]:
        """Alternative texts, titles and labels of elements."""
        return list(self.alternatives)


class Walk:
    """The walk's state: where it is, and what is true there."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self.out = Walked()
        self.stream = self.out.shown
        self.reachable = reachable_ids(page)
        self.frames: list[Frame] = []
        self.role: SegmentRole | None = None
        self.region: SegmentRole | None = None
        self.item: int | None = None
        self.items = 0
        self.junk = False
        self.pre = False
        self.whole = 0  #: how many articles and mains are open
        self.asides = 0
        self.cells_seen = 0
        self.linked = 0  #: code points of shown text inside links

    def run(self, root: LexborNode) -> Walked:
        """Walk all below *root*, itself included."""
        node, depth = root, 0
        kinds: dict[int, tuple[str, Kind]] = {}
        while True:
            tag, inside = node.tag_id, None
            if tag == _TEXT:
                self.text(node.text_content or "")
            elif tag == _COMMENT:
                self.hide(node.comment_content or "")
            elif tag >= _ELEMENTS:
                known = kinds.get(tag)
                if known is None:
                    name = node.tag or ""
                    known = kinds[tag] = (name, KINDS.get(name, Kind.UNKNOWN))
                inside = self.enter(node, known[0], known[1], depth)
            else:
                inside = node.first_child
            if inside is not None:
                node, depth = inside, depth + 1
                continue
            while True:
                if self.frames and self.frames[-1].depth == depth:
                    self.leave(self.frames.pop())
                following = node.next if depth else None
                if following is not None:
                    node = following
                    break
                above = node.parent if depth else None
                if above is None:
                    return self.finish()
                node, depth = above, depth - 1

    def finish(self) -> Walked:
        """Close what is open."""
        while self.frames:
            self.leave(self.frames.pop())
        for stream in (self.out.shown, self.out.readings, self.out.hidden):
            stream.close()
        return self.out

    def text(self, raw: str) -> None:
        """Add a text node's characters to the stream that is being written."""
        role = self.region or self.role or SegmentRole.BODY
        if self.pre:
            self.stream.add_as_written(raw, role, self.item, self.junk)
        elif raw:
            self.stream.add(_SPACE.sub(" ", raw), role, self.item, self.junk)

    def hide(self, text: str) -> None:
        """Keep words that stand in the file and are never shown, if they are words."""
        stream = self.out.hidden
        if text.count(" ") > 1 and stream.length < _MAX_HIDDEN:
            stream.close()
            stream.add(_SPACE.sub(" ", _TAG.sub(" ", text)), SegmentRole.HIDDEN, None, False)
            stream.close()

    def enter(self, node: LexborNode, name: str, kind: Kind, depth: int) -> LexborNode | None:
        """Enter an element; answers its first child, or None where there is nothing to walk in it."""
        if kind is Kind.BREAK:
            self.stream.line_end()
            return None
        attributes = node.attributes
        if attributes:
            self.identify(name, attributes)
            if is_hidden(name, attributes, self.reachable):
                return self.enter_hidden(node, depth)
        if kind is Kind.UNKNOWN:
            parent = node.parent
            inside = self.stream.mid_word or (parent is not None and parent.tag in LINES)
            kind = Kind.INLINE if inside else Kind.BLOCK
        if kind is Kind.INLINE:
            return self.enter_line(node, name, attributes, depth)
        if kind is Kind.BLOCK:
            return self.enter_block(node, name, attributes, depth)
        return self.enter_other(node, name, kind, attributes, depth)

    def identify(self, name: str, attributes: dict[str, str | None]) -> None:
        """Note fragment targets, and words that an attribute says."""
        identity = attributes.get("id") or (attributes.get("name") if name == "a" else None)
        if identity:
            self.out.ids.append(identity)
        for key in ("title", "aria-label"):
            said = attributes.get(key)
            if said and len(said) > _MIN_ATTRIBUTE and " " in said:
                self.out.alternatives[said[:_MAX_ALT]] = None

    def context(self) -> Context:
        """What has to be restored on leaving an element."""
        return self.role, self.region, self.item, self.junk, self.pre, self.stream

    def enter_hidden(self, node: LexborNode, depth: int) -> LexborNode | None:
        """An element that is not shown: its words go to the stream of hidden ones."""
        if self.out.hidden.length > _MAX_HIDDEN:
            return None
        self.frames.append(Frame(depth, block=True, restore=self.context()))
        self.stream, self.region, self.pre = self.out.hidden, SegmentRole.HIDDEN, False
        self.stream.close()
        return node.first_child

    def enter_line(
        self, node: LexborNode, name: str, attributes: dict[str, str | None], depth: int
    ) -> LexborNode | None:
        """An element inside a line of text."""
        if attributes and self.stands_alone(node, name, attributes):
            return self.enter_block(node, name, attributes, depth)
        if name == "wbr":
            return None
        if name == "a" or name == "sup" or name in EMPHASISED or name in STRUCK or name == "q":
            frame = Frame(depth, name, start=self.stream.length, part=len(self.stream.parts))
            if name == "a":
                frame.href = attributes.get("href")
                frame.called = calls_note(attributes)
            elif name == "sup":
                around = self.frames[-1] if self.frames else None
                frame.called = calls_note(attributes) or bool(around and around.href and "#" in around.href)
            elif name == "q":
                self.text("“")
            self.frames.append(frame)
        return node.first_child

    def stands_alone(self, node: LexborNode, name: str, attributes: dict[str, str | None]) -> bool:
        """Whether an element made for lines is set apart: by its style, or as an advertisement between blocks."""
        style = attributes.get("style")
        if style and "display" in style and _BLOCK_STYLE.search(style):
            return True
        if name not in ("a", "span") or self.junk or self.stream.open:
            return False
        parent = node.parent
        if parent is None or parent.tag in LINES:
            return False
        region = region_of(name, attributes)
        return region is not None and (region.junk or region.role is SegmentRole.TEASER)

    def enter_block(
        self, node: LexborNode, name: str, attributes: dict[str, str | None], depth: int
    ) -> LexborNode | None:
        """An element that stands apart."""
        stream = self.stream
        stream.close()
        self.frames.append(
            Frame(
                depth,
                name,
                block=True,
                restore=self.context(),
                start=stream.length,
                linked=self.linked,
                first=len(stream.blocks),
                href=attributes.get("href"),
            )
        )
        if self.region is not SegmentRole.HIDDEN and not self.junk:
            self.enter_region(node, name, attributes)
        if (role := ROLES.get(name)) is not None:
            self.role = role
        if name in ("li", "tr", "dt"):
            self.items += 1
            self.item = self.items
        elif name in ("article", "main"):
            self.whole += 1
        elif name == "aside":
            self.asides += 1
        elif name in PREFORMATTED:
            self.pre = True
        return node.first_child

    def enter_region(self, node: LexborNode, name: str, attributes: dict[str, str | None]) -> None:
        """Let the element open a region, unless it holds the page's own text."""
        if name == "header" or name == "footer":
            if self.whole or self.role is SegmentRole.QUOTE or node.css_first(_TOP) is not None:
                return
            if name == "footer" or node.css_first("nav") is not None:
                self.region = self.region or SegmentRole.NAV
            return
        if name == "button":
            self.region, self.junk = self.region or SegmentRole.NAV, True
            return
        if not attributes and name not in ("nav", "menu", "search", "select"):
            return
        region = region_of(name, attributes)
        if region is None or (not region.junk and self.region is not None) or node.css_first(_TOP) is not None:
            return
        self.junk = self.junk or region.junk
        if region.role in _REGION_ROLES:
            self.region = self.region or region.role
        elif region.role is not None:
            self.role = region.role

    def enter_other(
        self, node: LexborNode, name: str, kind: Kind, attributes: dict[str, str | None], depth: int
    ) -> LexborNode | None:
        """An element whose content is not, or not simply, text."""
        if kind is Kind.HIDDEN:
            if name != "template":
                return self.enter_hidden(node, depth)
            return self.enter_template(node, attributes)
        if kind is Kind.RULE:
            self.stream.close()
        elif kind is Kind.RAW and name == "script":
            code = node.first_child
            self.out.scripts.append(
                (attributes.get("type") or "", (code.text_content or "") if code else "", attributes)
            )
        elif kind is Kind.IMAGE:
            self.image(attributes)
        elif kind is Kind.FIELD:
            self.out.password_field = self.out.password_field or (attributes.get("type") or "").lower() == "password"
        elif kind is Kind.RUBY_TEXT:
            self.frames.append(Frame(depth, block=True, restore=self.context()))
            self.stream, self.region = self.out.readings, SegmentRole.NOTE
            self.stream.close()
            return node.first_child
        elif kind is Kind.HEAD:
            return node.first_child
        return None

    def enter_template(self, node: LexborNode, attributes: dict[str, str | None]) -> LexborNode | None:
        """A template is not shown, unless it is the saved form of a component's own tree."""
        fragments = node.template_fragments()
        if not fragments:
            return None
        if "shadowrootmode" in attributes or "shadowroot" in attributes:
            return fragments[0]
        self.hide(fragments[0].text(deep=True, separator=" "))
        return None

    def image(self, attributes: dict[str, str | None]) -> None:
        """What an image says: an emoji is a character of the text, all else is metadata."""
        alt = attributes.get("alt")
        if not alt:
            return
        if len(alt) <= _EMOJI and not alt.isascii() and not any(c.isalnum() for c in alt):
            self.text(alt)
        elif len(alt) > 2 and self.stream is self.out.shown:
            self.out.alternatives[alt[:_MAX_ALT]] = None

    def leave(self, frame: Frame) -> None:
        """Leave an element: close its block, note its span, restore what was true around it."""
        if frame.block:
            self.stream.close()
            if frame.name in ("td", "th"):
                self.leave_cell(frame)
            elif frame.name in ("article", "main"):
                self.whole -= 1
            elif frame.name == "aside":
                self.leave_aside(frame)
            if frame.href is not None:
                self.leave_link(frame)
        else:
            self.leave_span(frame)
        if frame.restore is not None:
            self.role, self.region, self.item, self.junk, self.pre, self.stream = frame.restore

    def leave_span(self, frame: Frame) -> None:
        """Note what an element inside a line says of its words."""
        if frame.name == "q":
            self.text("”")
        if self.stream is not self.out.shown:
            return
        span = (frame.start, self.stream.length)
        if frame.name == "a":
            if frame.href is not None:
                self.leave_link(frame)
            said = self.stream.tail(frame.part) if span[1] - span[0] < _MARK else ""
            if (
                said
                and frame.href
                and (is_note_link(said, frame.href) or (frame.called and is_note_mark(said, "", called=True)))
            ):
                self.out.note_marks.append(span)
        elif frame.name == "sup":
            if span[1] - span[0] < _MARK:
                before = "".join(self.stream.parts[max(0, frame.part - 3) : frame.part])[-8:]
                if is_note_mark(self.stream.tail(frame.part), before, called=frame.called):
                    self.out.note_marks.append(span)
        elif frame.name in STRUCK:
            self.out.struck.append(span)
        elif frame.name in EMPHASISED:
            self.out.emphasised.append(span)

    def leave_link(self, frame: Frame) -> None:
        """Note a link and tell a note reference around it."""
        if self.stream is not self.out.shown or not frame.href:
            return
        self.linked += self.stream.length - frame.start
        self.out.links.append((frame.start, self.stream.length, frame.href))
        if self.frames and self.frames[-1].name == "sup" and "#" in frame.href:
            self.frames[-1].called = True

    def leave_cell(self, frame: Frame) -> None:
        """A cell with much text lays out the page: its blocks are the page's own."""
        blocks = self.stream.blocks
        if self.stream.length - frame.start > _LAYOUT:
            for block in blocks[max(frame.first, self.cells_seen) :]:
                if block.role is SegmentRole.TABLE:
                    block.role, block.item = SegmentRole.BODY, None
        if self.stream is self.out.shown:
            self.cells_seen = len(blocks)

    def leave_aside(self, frame: Frame) -> None:
        """An aside made of links leads elsewhere; others (pull quotes, boxes) are text."""
        self.asides -= 1
        written = self.stream.length - frame.start
        if self.asides or self.stream is not self.out.shown or not written:
            return
        if (self.linked - frame.linked) * 2 > written:
            for block in self.stream.blocks[frame.first :]:
                if block.role not in _REGION_ROLES:
                    block.role = SegmentRole.TEASER
