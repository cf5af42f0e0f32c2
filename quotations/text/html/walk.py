"""One pass over a page's tree, without recursion: every character once, in reading order, in labelled blocks."""

from __future__ import annotations

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from quotations.model import SegmentRole
from quotations.text.html.blocks import Label, Stream, squeezed
from quotations.text.html.classes import Named, meaning_of
from quotations.text.html.elements import ITEMS, KINDS, LINES, MARKED, OPENING, PLAIN, PREFORMATTED, ROLES, UNDONE, Kind
from quotations.text.html.guards import harmless
from quotations.text.html.hidden import is_hidden, reachable_ids
from quotations.text.html.opening import is_side_note, opened
from quotations.text.html.places import Place
from quotations.text.html.relabel import aside, both, cell, second_look
from quotations.text.html.sheets import hidden_names
from quotations.text.html.spans import Spans
from quotations.text.html.walked import Attributes, Walked

#: Named once: a member of an enum is found slowly by its class.
_BLOCK, _UNKNOWN, _INLINE = Kind.BLOCK, Kind.UNKNOWN, Kind.INLINE
_TEXT, _COMMENT, _ELEMENTS = 2, 4, 6  # lexbor's numbers of text and comment nodes, and of the first element
_TAG = re.compile("<[^<>]{0,4000}>")
_BLOCK_STYLE = re.compile(r"display\s{0,9}:\s{0,9}(?:block|flex|grid|table|list-item)", re.I)
_MAX_HIDDEN = 400_000  # code points
_PROSE = 500
_HIDDEN = Label(SegmentRole.HIDDEN)
_NOTHING = Named(None, screen_readers=False)

#: depth of the element; whether it ends a block; the place around it; what else to do on leaving.
Frame = tuple[int, bool, Place | None, Callable[[], None] | None]


class Walk:
    """The walk's state: where it is, and what is true there."""

    def __init__(self, page: LexborHTMLParser, out: Walked | None = None) -> None:
        self.inner = out is not None  #: whether this is the page inside a frame of another
        self.out = out or Walked()
        self.place = Place(self.out.shown)
        self.spans = Spans(self.out)
        self.page = page
        self.unseen = hidden_names(page)
        self._reachable: frozenset[str] | None = None
        self.frames: list[Frame] = []
        self.items = 0
        self.whole = 0  #: how many articles and mains are open

    def reachable(self) -> frozenset[str]:
        """Ids of what the page's controls open; looked for when something with an id is hidden."""
        if self._reachable is None:
            self._reachable = reachable_ids(self.page)
        return self._reachable

    def run(self, root: LexborNode) -> Walked:
        """Walk all below *root*, itself included."""
        node, depth, frames = root, 0, self.frames
        kinds: dict[int, tuple[str, Kind, bool]] = {}  # by lexbor's numbers, which are this page's for unknown names
        while True:
            tag, inside = node.tag_id, None
            if tag == _TEXT:
                raw = node.text_content or ""
                if raw.isspace() and raw.isascii() and not self.place.pre:
                    self.place.stream.blank()
                else:
                    self.text(raw)
            elif tag >= _ELEMENTS:
                known = kinds.get(tag)
                if known is None:
                    name = node.tag or ""
                    kind = KINDS.get(name, _UNKNOWN)
                    known = kinds[tag] = (name, kind, name in PLAIN)
                attributes = node.attributes
                if known[2] and not attributes:
                    if known[1] is _BLOCK:
                        self.place.stream.close()
                        frames.append((depth, True, None, None))
                    inside = node.first_child
                else:
                    inside = self.enter(node, known[0], known[1], attributes, depth)
            elif tag == _COMMENT:
                self.hide(node.comment_content or "")
            else:
                inside = node.first_child
            if inside is not None:
                node, depth = inside, depth + 1
                continue
            while True:
                if frames and frames[-1][0] == depth:
                    self.leave(frames.pop())
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
        place = self.place
        if place.pre:
            place.stream.add_as_written(raw, place.label)
        elif raw:
            place.stream.add(squeezed(raw), place.label)

    def hide(self, text: str) -> None:
        """Keep words that stand in the file and are never shown, if they are words."""
        stream = self.out.hidden
        if text.count(" ") > 1 and stream.length < _MAX_HIDDEN:
            stream.close()
            stream.add(squeezed(_TAG.sub(" ", text)), _HIDDEN)
            stream.close()

    def enter(self, node: LexborNode, name: str, kind: Kind, attributes: Attributes, depth: int) -> LexborNode | None:
        """Enter an element; answers its first child, or None where there is nothing to walk in it."""
        named = _NOTHING
        if attributes:
            if "id" in attributes or name == "a":
                self.out.identify(name, attributes)
            if "title" in attributes or "aria-label" in attributes:
                self.out.describe(attributes)
            if classes := attributes.get("class"):
                named = meaning_of(classes)
            unseen = named.screen_readers or (bool(self.unseen) and self.is_unseen(attributes))
            if (unseen or "style" in attributes or "hidden" in attributes) and is_hidden(
                name, attributes, unseen=unseen, reachable=self.reachable
            ):
                return self.enter_hidden(node, depth)
        if kind is _INLINE and named.region is not None and is_side_note(node, name, named):
            return self.divert(node, depth, self.out.readings, SegmentRole.NOTE)
        if kind is _INLINE and not (attributes and self.stands_alone(node, name, attributes, named)):
            return self.enter_line(node, name, attributes, depth)
        if kind is _UNKNOWN and self.is_in_line(node):
            return self.enter_line(node, name, attributes, depth)
        if kind <= _UNKNOWN:
            return self.enter_block(node, name, attributes, named, depth)
        return self.enter_other(node, name, kind, attributes, depth)

    def is_unseen(self, attributes: Attributes) -> bool:
        """Whether the page's own style sheet hides the element."""
        names = {f".{word}" for word in (attributes.get("class") or "").split()}
        names.add(f"#{attributes.get('id')}")
        return not names.isdisjoint(self.unseen)

    def is_in_line(self, node: LexborNode) -> bool:
        """Whether an element that HTML does not know stands inside a line of text."""
        parent = node.parent
        return self.place.stream.mid_word or (parent is not None and parent.tag in LINES)

    def stands_alone(self, node: LexborNode, name: str, attributes: Attributes, named: Named) -> bool:
        """Whether an element made for lines is set apart: by its style, or as an advertisement between blocks."""
        style = attributes.get("style")
        if style and "display" in style and _BLOCK_STYLE.search(style):
            return True
        region = named.region
        if region is None or not (region.junk or region.role is SegmentRole.TEASER):
            return False
        if name not in ("a", "span") or self.place.junk or self.place.stream.open:
            return False
        parent = node.parent
        return parent is not None and parent.tag not in LINES

    def enter_hidden(self, node: LexborNode, depth: int) -> LexborNode | None:
        """An element that is not shown: its words go to the stream of hidden ones."""
        return (
            self.divert(node, depth, self.out.hidden, SegmentRole.HIDDEN)
            if self.out.hidden.length < _MAX_HIDDEN
            else None
        )

    def divert(self, node: LexborNode, depth: int, stream: Stream, role: SegmentRole) -> LexborNode | None:
        """Write what is in the element to another stream."""
        if self.place.stream is self.out.hidden:
            return node.first_child
        self.frames.append((depth, True, self.place, None))
        self.place = Place(stream, region=role)
        stream.close()
        return node.first_child

    def enter_line(self, node: LexborNode, name: str, attributes: Attributes, depth: int) -> LexborNode | None:
        """An element inside a line of text."""
        if name in MARKED:
            if name == "wbr":
                return None
            if name == "q":
                self.text("“")
                self.frames.append((depth, False, None, lambda: self.text("”")))
            elif self.place.stream is self.out.shown:
                self.frames.append((depth, False, None, self.spans.open(name, attributes)))
        return node.first_child

    def enter_block(
        self, node: LexborNode, name: str, attributes: Attributes, named: Named, depth: int
    ) -> LexborNode | None:
        """An element that stands apart."""
        place, undo = self.place, None
        place.stream.close()
        opening = name in OPENING or named.region is not None or "id" in attributes or "role" in attributes
        if opening and not place.junk and place.region is not SegmentRole.HIDDEN:
            self.place = opened(place, node, name, attributes, named, inside_article=self.whole > 0)
            if self.place is not place and place.stream is self.out.shown:
                undo = second_look(self.out, named.region.prose if named.region else _PROSE)
        if (role := ROLES.get(name)) is not None:
            self.place = self.place.with_role(role, pre=name in PREFORMATTED)
        if name in ITEMS:
            self.items += name != "dd"  # a description belongs to the term before it
            self.place = self.place.with_item(self.items)
        if name in UNDONE:
            undo = both(undo, self.undo(name, attributes))
        self.frames.append((depth, True, None if self.place is place else place, undo))
        return node.first_child

    def undo(self, name: str, attributes: Attributes) -> Callable[[], None] | None:
        """What is to be done when a block is left, its text being known then."""
        if name in ("td", "th"):
            return cell(self.place.stream, self.out)
        if name in ("article", "main"):
            self.whole += 1
            return self.leave_whole
        if name == "aside":
            return aside(self.place.stream, self.out)
        return self.spans.open(name, attributes) if self.place.stream is self.out.shown else None

    def enter_other(
        self, node: LexborNode, name: str, kind: Kind, attributes: Attributes, depth: int
    ) -> LexborNode | None:
        """An element whose content is not, or not simply, text."""
        if kind is Kind.BREAK:
            self.place.stream.line_end()
        elif kind is Kind.HIDDEN:
            return self.enter_template(node, attributes) if name == "template" else self.enter_hidden(node, depth)
        elif kind is Kind.RULE:
            self.place.stream.close()
            self.enter_frame(attributes.get("srcdoc"))
        elif kind is Kind.RAW and name == "script":
            code = node.first_child
            self.out.scripts.append((attributes.get("type") or "", (code.text_content or "") if code else ""))
        elif kind is Kind.IMAGE:
            said = self.out.picture(attributes)
            if said:
                self.text(said)
        elif kind is Kind.FIELD:
            self.out.password_field |= (attributes.get("type") or "").lower() == "password"
        elif kind is Kind.RUBY_TEXT:
            return self.divert(node, depth, self.out.readings, SegmentRole.NOTE)
        elif kind is Kind.HEAD:
            return node.first_child
        return None

    def enter_frame(self, page: str | None) -> None:
        """A frame whose page stands in an attribute shows it there; frames within such frames are left out."""
        if page and not self.inner and self.place.stream is self.out.shown:
            inside = LexborHTMLParser(harmless(page))
            if inside.root is not None:
                Walk(inside, self.out).run(inside.root)

    def enter_template(self, node: LexborNode, attributes: Attributes) -> LexborNode | None:
        """A template is not shown, unless it is the saved form of a component's own tree."""
        fragments = node.template_fragments()
        if not fragments:
            return None
        if "shadowrootmode" in attributes or "shadowroot" in attributes:
            return fragments[0]
        self.hide(fragments[0].text(deep=True, separator=" "))
        return None

    def leave(self, frame: Frame) -> None:
        """Leave an element: end its block, do what waited for its text, restore what was true around it."""
        _, block, place, undo = frame
        if block:
            self.place.stream.close()
        if undo is not None:
            undo()
        if place is not None:
            self.place = place

    def leave_whole(self) -> None:
        """Leave an article or main."""
        self.whole -= 1
