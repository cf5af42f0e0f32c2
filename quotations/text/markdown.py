"""Markdown as a source: the words that it renders to, without its marks and addresses.

Only the marks that stand inside or before words are undone (CommonMark's inlines, headings, quotations, items); what is
not understood stays as written.
"""

from __future__ import annotations

import re

from quotations.model import Segment, SegmentRole, Span, Text, TextLink
from quotations.text.transcripts import with_speakers

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*\n", re.S)
_FENCE = re.compile(r"[ ]{0,3}(```+|~~~+)")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t#]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-{2,})[ \t]*$")
_QUOTED = re.compile(r"[ ]{0,3}>[ ]?")
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,40}|(?:-[ \t]*){3,40}|(?:_[ \t]*){3,40})$")
_DEFINITION = re.compile(r"[ ]{0,3}\[([^\]^]{1,200})\]:[ \t]*(\S{1,2000}).{0,300}$")
_NOTE = re.compile(r"[ ]{0,3}\[\^([^\]\s]{1,40})\]:[ \t]*")
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<code>`{1,3})(?P<literal>[^`]{1,2000})(?P=code)"
    r"|!\[(?P<alt>[^\[\]]{0,500})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:[ ][\"'][^\"'\n]{0,300}[\"'])?\)|\[[^\]]{0,200}\])"
    r"|\[\^(?P<note>[^\]\s]{1,40})\]"
    r"|\[(?P<anchor>(?:[^\[\]]|\[[^\[\]]{0,200}\]){1,500})\]"
    r"(?:\(<?(?P<href>[^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)>?(?:[ ][\"'][^\"'\n]{0,300}[\"'])?\)|\[(?P<ref>[^\]]{0,200})\])"
    r"|<(?P<auto>https?://[^\s<>]{1,2000})>"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~|==)"
)
_HTML = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|<!--.{0,2000}?-->", re.S)


def text_of_markdown(characters: str, *, charset: str | None = None) -> Text:
    """The Text of a Markdown document; its front matter is metadata."""
    words = characters.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(words)
    body = words[front.end() :] if front else words
    page = _Rendered({found[1].lower(): found[2] for line in body.split("\n") if (found := _DEFINITION.match(line))})
    blocks = _Blocks()
    for line in body.split("\n"):
        blocks.add(line)
    blocks.end()
    for role, item, raw in blocks.found:
        page.add(raw, role, item)
    text, segments = "".join(page.parts), page.segments
    if front and front[1].strip():
        start = len(text) + (2 if text else 0)
        segments.append(Segment(Span(start, start + len(front[1])), SegmentRole.METADATA))
        text += ("\n\n" if text else "") + front[1]
    title = next((s.span.of(text) for s in segments if s.role is SegmentRole.HEADING), None)
    return Text(
        text=text,
        segments=with_speakers(text, tuple(segments)),
        media_type="text/markdown",
        charset=charset,
        title=title,
        links=tuple(page.links),
        note_marks=tuple(page.note_marks),
    )


class _Rendered:
    """Blocks rendered so far."""

    def __init__(self, addresses: dict[str, str]) -> None:
        self.addresses = addresses  #: of reference links, by name in lower case
        self.parts: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []
        self.links: list[TextLink] = []
        self.note_marks: list[Span] = []

    def add(self, raw: str, role: SegmentRole, item: int | None) -> None:
        """Render one block's words behind the others."""
        gap = "\n\n" if self.parts else ""
        base = self.length + len(gap)
        rendered = raw if role is SegmentRole.CODE else self._line(raw, base).rstrip()
        if not rendered.strip():
            return
        self.parts += [gap, rendered]
        self.segments.append(Segment(Span(base, base + len(rendered)), role, item=item))
        self.length = base + len(rendered)

    def _line(self, raw: str, base: int) -> str:
        out: list[str] = []
        length = last = 0

        def put(words: str) -> None:
            nonlocal length
            out.append(words)
            length += len(words)

        for found in _INLINE.finditer(raw):
            put(_HTML.sub("", raw[last : found.start()]))
            last = found.end()
            if found["mark"] and not _is_emphasis(raw, found):
                put(found[0])
            elif found["note"]:
                self.note_marks.append(Span(base + length, base + length + len(found[0])))
                put(found[0])
            elif found["anchor"] or found["auto"]:
                start = base + length
                put(_bare(found["anchor"] or found["auto"]))
                named = (found["ref"] or found["anchor"] or "").lower()
                href = found["href"] or found["auto"] or self.addresses.get(named, "")
                self.links.append(TextLink(href, Span(start, base + length)))
            else:
                put(found["escaped"] or found["literal"] or "")
        put(_HTML.sub("", raw[last:]))
        return "".join(out)


def _is_emphasis(raw: str, found: re.Match[str]) -> bool:
    """Whether a run of marks opens or closes emphasis: at a word's edge, and `_` never inside a word."""
    before = raw[found.start() - 1 : found.start()] if found.start() else " "
    after = raw[found.end() : found.end() + 1] or " "
    if before.isspace() and after.isspace():
        return False
    return not (found["mark"][0] == "_" and before.isalnum() and after.isalnum())


def _bare(anchor: str) -> str:
    return _INLINE.sub(lambda m: m["escaped"] or m["literal"] or (m[0] if m["note"] else m["anchor"] or ""), anchor)


class _Blocks:
    """Lines gathered to (role, item, raw words) of blocks."""

    def __init__(self) -> None:
        self.found: list[tuple[SegmentRole, int | None, str]] = []
        self.held: list[str] = []
        self.role = SegmentRole.BODY
        self.item: int | None = None
        self.items = 0
        self.fence = ""

    def end(self, following: SegmentRole = SegmentRole.BODY, item: int | None = None) -> None:
        """End the block; the next one is of role *following*."""
        if self.held:
            self.found.append((self.role, self.item, "\n".join(self.held)))
        self.held, self.role, self.item = [], following, item

    def add(self, line: str) -> None:
        """Take one line."""
        opened = _FENCE.match(line)
        if self.fence or opened:
            self._code(line, opened)
            return
        quoted = _QUOTED.match(line)
        bare = line[quoted.end() :] if quoted else line
        if self.held and len(self.held) == 1 and self.role is SegmentRole.BODY and _UNDERLINE.match(bare):
            self.role = SegmentRole.HEADING
            self.end()
        elif not bare.strip() or _RULE.match(bare) or _DEFINITION.match(bare):
            self.end()
        elif not self._opens(bare):
            if quoted and self.role not in (SegmentRole.QUOTE, SegmentRole.LIST):
                self.end(SegmentRole.QUOTE)
            self.held.append(bare.strip())

    def _opens(self, bare: str) -> bool:
        """Whether the line opens a heading, a note or an item."""
        if heading := _HEADING.match(bare):
            self.end(SegmentRole.HEADING)
            self.held.append(heading[1])
            self.end()
        elif note := _NOTE.match(bare):
            self.end(SegmentRole.NOTE)
            self.held.append(bare[note.end() :])
        elif listed := _ITEM.match(bare):
            self.items += 1
            self.end(SegmentRole.LIST, self.items)
            self.held.append(bare[listed.end() :])
        else:
            return False
        return True

    def _code(self, line: str, opened: re.Match[str] | None) -> None:
        if opened is None or (self.fence and not line.strip().startswith(self.fence)):
            self.held.append(line)
            return
        self.end(SegmentRole.BODY if self.fence else SegmentRole.CODE)
        self.fence = "" if self.fence else opened[1]
