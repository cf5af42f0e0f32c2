"""Plain text: soft wraps, page breaks, indented and ``>`` quotations, bare addresses, numbered references.

The text is the decoded file itself; what is no word (quote prefixes, page numbers, form feeds, line-end hyphens) is
hidden, never removed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Document, Inline, InlineKind, Link
from quotations.reading.flow import meeting
from quotations.reading.formats import addresses, copied, dumps, notes, printed, ruled, serialized
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.hyphens import hide_breaks
from quotations.reading.formats.lines import Line, lines
from quotations.reading.formats.markdown import front_matter
from quotations.reading.regions.ruling import assign_regions

_QUOTED = re.compile(r"[ \t]{0,3}(?:>[ \t]?){1,20}")
_ENTRY = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}[.)]|[-*•·–—+])[ \t\xa0]+\S|\s*\[\d{1,3}\]\S")
_FEWEST_CELLS = 4
_TABLES = 64  #: borders whose table has no end that are still searched for
_ALONE = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}[.)]|[*•])\s*$")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "”", '"', "»", "—", ")")
#: A line of dialogue and a line of a transcript begin paragraphs of their own: “—¿Quién? —dijo.”, “PELL: We dug.”
_SPOKEN = re.compile(r"\s*[—–―](?=[^\W\d_a-z]|[¿¡…«“\"])")
_TURN = re.compile(r"\s*[^\W\d_a-z][\w.'’-]{1,20}(?: [^\W\d_a-z][\w.'’-]{0,20}){0,3}(?: ?\([^()\n]{1,40}\))?: +\S")
_FURNITURE = re.compile(
    r"(?i)[\s\f]*(?:[-–—]\s*)?(?:page\s+|seite\s+|p\.\s*)?\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?(?:\s*[-–—])?[\s\f]*$"
)
_RULE = re.compile(r"[\s\f]*(?:[-=_*~·•#]\s*){3,}$|[\s\f]*[*·•#]\s*$")
_ANGLED = re.compile(r"<(?:URL:\s*)?((?:https?|ftp)://[^<>]{1,2000})>", re.IGNORECASE)
_CENTRED = 12  #: columns: a line alone that begins so far in and ends no sentence is a heading set in the middle
_CALL = re.compile(r"\b[A-Za-z_][\w.]{0,60}\((?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}')[^()\n]{0,200}\)")
_WRAPPED = 140  #: a line longer than this was not wrapped by hand: it is a paragraph of its own


def read_plain(
    text: str,
    *,
    name: str | None = None,  # noqa: ARG001 - every reader is called the same way
    base_url: str | None = None,
    format: str = "text",
) -> Document:
    """The document that the plain *text* is."""
    draft = Draft(text, base_url=base_url)
    body = front_matter.read(draft)
    every = list(lines(text))
    printed.strip(draft, every)
    cells = _untabled(text, every)
    _Paragraphs(draft).read(dumps.unnumbered(text, [line for line in _paged(draft, every) if line.start >= body]))
    draft.blocks = sorted([*draft.blocks, *cells], key=lambda block: block.span)
    for block in list(draft.blocks):
        if block.kind is not BlockKind.CODE:
            links(draft, block.span)
    dumps.linked(draft)
    serialized.read(draft)
    hide_breaks(draft)
    copied.facts(draft)
    notes.resolve(draft)
    return assign_regions(draft.document(format))


def _untabled(text: str, every: list[Line]) -> list[Block]:
    """The cells of tables under dashes or in a grid; their lines are blanked."""
    cells: list[Block] = []
    at, searched = 0, 0 if "---" in text else _TABLES
    while at < len(every) and searched < _TABLES:
        begins = not every[at].blank and (at == 0 or every[at - 1].blank)
        table = ruled.ruled(every, at) if begins else None
        searched += begins and table is None and every[at].text.lstrip().startswith("-")
        if table is None or len(table.pieces) < _FEWEST_CELLS:
            at += 1
            continue
        for kind, pieces in ((BlockKind.TABLE_CELL, table.pieces), (BlockKind.CAPTION, table.caption)):
            for piece in (line.trimmed() for line in pieces):
                if any(char.isalnum() for char in piece.text):
                    cells.append(Block(span=Span(piece.start, piece.end), kind=kind))
        every[at : at + table.count] = [Line("", line.start) for line in every[at : at + table.count]]
        at += table.count
    return cells


def _paged(draft: Draft, every: Sequence[Line]) -> list[Line]:
    """The lines, page numbers and form feeds hidden and blanked."""
    found = []
    pages = "\f" in draft.text
    for at, line in enumerate(every):
        before = at == 0 or every[at - 1].blank or "\f" in line.text
        alone = before and (at + 1 == len(every) or every[at + 1].blank or "\f" in every[at + 1].text)
        if (alone and pages and _FURNITURE.match(line.text)) or _RULE.match(line.text):
            draft.hide(line.start, line.end)
            found.append(Line("", line.start))
            continue
        head = len(line.text) - len(line.text.lstrip("\f"))
        draft.hide(line.start, line.start + head)
        found.append(line.cut(head))
    return found


class _Paragraphs:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.groups = 0
        self.base = 0
        self.inset = 0  #: of the last quotation
        self.led = False  #: whether a colon ended the chunk before

    def read(self, every: Sequence[Line]) -> None:
        indents = Counter(line.indent for line in every if not line.blank and not _QUOTED.match(line.text))
        self.base = indents.most_common(1)[0][0] if indents else 0
        group: int | None = None
        for chunk in (part for whole in _chunks(every) for part in _unmixed(whole)):
            if _numbered_alone(chunk):
                self._block(chunk, BlockKind.LIST_ITEM)
                continue
            quote = self._quote_depth(chunk, introduced=group is not None or self.led, going=group is not None)
            self.led = chunk[-1].text.rstrip().endswith(":")
            if quote:
                if group is None:
                    self.groups += 1
                    group = self.groups
                self._quote(chunk, quote, group)
            else:
                group = None
                for part in self._parts(chunk):
                    self._block(part, BlockKind.LIST_ITEM if _ENTRY.match(part[0].text) else BlockKind.PARAGRAPH)

    def _quote_depth(self, chunk: Sequence[Line], *, introduced: bool, going: bool) -> int:
        """How deep *chunk* is quoted; *going*: a quotation goes right before it.

        Two blanks are enough of an indent for several lines, and where a colon or a quotation goes before.
        """
        marks = [_QUOTED.match(line.text) for line in chunk]
        if all(marks):
            return min(mark[0].count(">") for mark in marks if mark)
        inset = [line.indent - self.base for line in chunk]
        first = not self.draft.blocks
        if len(chunk) == 1 and inset[0] >= _CENTRED and not introduced and chunk[0].text.strip()[-1:].isalnum():
            return 0
        listed = not first and self.draft.blocks[-1].kind is BlockKind.LIST_ITEM
        if (
            first
            or min(inset) < (2 if introduced or (len(chunk) > 1 and not listed) else 3)
            or _ENTRY.match(chunk[0].text)
            or max(inset[1:] or inset) - min(inset) > 2
        ):
            return 0
        same = going and inset[0] == self.inset
        self.inset = inset[0]
        return int(same or sum(len(line.text.split()) for line in chunk) >= 5)

    def _quote(self, chunk: Sequence[Line], depth: int, group: int) -> None:
        for line in chunk:
            if mark := _QUOTED.match(line.text):
                self.draft.hide(line.start, line.start + mark.end())
        bare = [line.cut(mark.end() if (mark := _QUOTED.match(line.text)) else 0) for line in chunk]
        for part in _chunks(bare):
            self._block(part, BlockKind.QUOTE, depth, group)

    def _parts(self, chunk: Sequence[Line]) -> list[list[Line]]:
        """A chunk of lines without a blank one between, cut where a line must begin a paragraph of its own."""
        listed = bool(_ENTRY.match(chunk[0].text))
        unwrapped = any(len(line.text) > _WRAPPED for line in chunk)
        spoken = next((rule for rule in (_SPOKEN, _TURN) if _all_turns(rule, chunk)), None)
        parts: list[list[Line]] = []
        for at, line in enumerate(chunk):
            indented = (
                at > 1 and line.indent >= chunk[at - 1].indent + 2 and chunk[at - 1].text.rstrip()[-1] in '.!?”":»’'
            )
            quoted = bool(_QUOTED.match(line.text)) and not (at and _QUOTED.match(chunk[at - 1].text))
            begins = (listed and _ENTRY.match(line.text)) or (spoken is not None and spoken.match(line.text))
            if not parts or unwrapped or quoted or begins or (indented and not listed):
                parts.append([])
            parts[-1].append(line)
        return parts

    def _block(self, part: Sequence[Line], kind: BlockKind, depth: int = 0, group: int | None = None) -> None:
        start, end = part[0].trimmed().start, part[-1].trimmed().end
        words = self.draft.text[start:end]
        if not any(c.isalnum() for c in words):
            return
        if kind is BlockKind.PARAGRAPH and len(part) == 1 and len(words) <= 100 and words.isupper() and " " in words:
            kind = BlockKind.HEADING
        self.draft.blocks.append(Block(span=Span(start, end), kind=kind, quote_depth=depth, quote_group=group))


def _unmixed(chunk: Sequence[Line]) -> list[Sequence[Line]]:
    """A chunk cut where quoted lines begin or end: “On Monday Ida wrote:” stands right above its ``>`` lines.

    A single ``>`` among other lines is a sign ("> 5 m"), unless a colon leads to it.
    """
    parts: list[tuple[bool, list[Line]]] = []
    for line in chunk:
        quoted = bool(_QUOTED.match(line.text))
        if parts and quoted == parts[-1][0]:
            parts[-1][1].append(line)
        else:
            parts.append((quoted, [line]))
    led = any(two[0] and one[1][-1].text.rstrip().endswith(":") for one, two in pairwise(parts))
    if led or any(quoted and len(part) > 1 for quoted, part in parts):
        return [part for _, part in parts]
    return [chunk]


def _chunks(every: Sequence[Line]) -> list[list[Line]]:
    """The lines between blank ones; those behind a number that stands alone, set in farther, are its entry's."""
    chunks: list[list[Line]] = [[]]
    for line in every:
        if not line.blank:
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    found: list[list[Line]] = []
    for chunk in filter(None, chunks):
        if found and len(found[-1]) == 1 and _ALONE.match(found[-1][0].text) and chunk[0].indent > found[-1][0].indent:
            found[-1].extend(chunk)
        else:
            found.append(chunk)
    return found


def _numbered_alone(chunk: Sequence[Line]) -> bool:
    return len(chunk) > 1 and bool(_ALONE.match(chunk[0].text))


def links(draft: Draft, span: Span) -> None:
    """Record the addresses that stand bare in *span*, and the calls of a program, whose marks quote nobody."""
    text = draft.text
    for call in _CALL.finditer(text, span.start, span.end) if text.find("(", span.start, span.end) >= 0 else ():
        draft.inlines.append(Inline(span=Span(*call.span()), kind=InlineKind.CODE))
    taken: list[Span] = []
    for match in _ANGLED.finditer(text, span.start, span.end) if text.find("<", span.start, span.end) >= 0 else ():
        href = re.sub(r"\s+", "", match[1])
        draft.links.append(Link(span=Span(*match.span(1)), href=href, element="bare"))
        draft.hide(_blanks_before(text, match.start(), span.start), match.end())
        taken.append(Span(*match.span()))
    bracketed = tuple(taken)
    for start, end in addresses.bare(text[span.start : span.end]):
        start, end = start + span.start, end + span.start
        if not meeting(Span(start, start + 1), bracketed):
            end, written = addresses.continued(text, start, end, span.end) or (end, text[start:end])
            draft.links.append(Link(span=Span(start, end), href=addresses.completed(written), element="bare"))
            if addresses.written_out(text, span.start, start, end):
                draft.hide(_blanks_before(text, start - 1, span.start), end + 1)


def _blanks_before(text: str, at: int, floor: int) -> int:
    while at > floor and text[at - 1].isspace():
        at -= 1
    return at


def _all_turns(rule: re.Pattern[str], chunk: Sequence[Line]) -> bool:
    """Whether the first line and another begin by *rule*, each behind the end of a sentence."""
    if not rule.match(chunk[0].text):
        return False
    begun = [at for at in range(1, len(chunk)) if rule.match(chunk[at].text)]
    return bool(begun) and all(chunk[at - 1].text.rstrip().endswith(_SENTENCE_ENDS) for at in begun)
