"""Paragraphs written out as one text, each printed character with its offset, and links brought over to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Link, Region
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.pdf.page import BREAK_HYPHENS, LINE_END_HYPHEN, Line, Page, Target
from quotations.reading.formats.pdf.paragraph import Paragraph

_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_PRINTED = re.compile(r"[(\[<][^()\[\]<>]{3,4000}[)\]>]\s*$")
_ADDRESS_REST = re.compile(r"[\w%~.-]*[/=&?#_%]|[\w~-]+\.(?:html?|php|pdf|aspx?)\b")
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Composed:
    """The text and its blocks."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)
    lines: dict[int, list[Line]] = field(default_factory=dict)  #: page → its lines, each with offsets


class _Writer:
    def __init__(self, vocabulary: frozenset[str], hyphenated: bool) -> None:
        self.out: list[str] = []
        self.at = 0
        self.vocabulary = vocabulary
        self.hyphenated = hyphenated

    def write(self, words: str) -> None:
        self.out.append(words)
        self.at += len(words)

    def line(self, line: Line, following: Line | None) -> None:
        """Write one line and what joins it to the next."""
        text = line.text.rstrip().replace(LINE_END_HYPHEN, "-")
        head = len(text) - len(text.lstrip())
        broken = following is not None and self._broken(text, following.text.lstrip())
        stop = len(text) - 1 if broken else len(text)
        line.offsets = []
        for index, char in enumerate(text):
            if index < head or index >= stop or char in BREAK_HYPHENS:
                shown = "-" if head <= index < stop and char == "\u2010" else ""
            elif unicodedata.combining(char) and index > head:
                shown = ""
            else:
                shown = _LIGATURES.get(char, char)
                if unicodedata.combining(text[index + 1 : index + 2] or " "):
                    shown = unicodedata.normalize("NFC", text[index : index + 2])
            line.offsets.append(self.at if shown else -1)
            self.write(shown)
        if following is not None and not broken and not _sticks(text, following.text.lstrip()):
            self.write(" ")

    def _broken(self, text: str, following: str) -> bool:
        """Whether the line ends inside a word, with a hyphen that is the line's and not the word's."""
        if text[-1:] and text[-1] in BREAK_HYPHENS:
            return True
        last, first = _LAST_WORD.search(text), _FIRST_WORD.match(following)
        if last is None or first is None or not first[0][0].islower():
            return False
        if f"{last[1]}{first[0]}".casefold() in self.vocabulary:
            return True
        return self.hyphenated and f"{last[1]}-{first[0]}".casefold() not in self.vocabulary


def _sticks(text: str, following: str) -> bool:
    """Whether what follows on the next line belongs to the line's last word: a dash, a compound, an address."""
    if text.endswith("—"):
        return True
    last = text.rsplit(None, 1)[-1] if text.strip() else ""
    if "://" in last:
        # Addresses break where they like; one that goes on does so with what only addresses have.
        first = following.split(None, 1)[0] if following else ""
        return not last.endswith((".", ",", ")")) and (last[-1] in "/-?=&_#" or bool(_ADDRESS_REST.match(first)))
    return text.endswith("-") and not text.endswith(" -") and following[:1].isalpha()


def compose(paragraphs: Sequence[Paragraph], *, hyphenated: bool = True) -> Composed:
    """The text of *paragraphs*, a blank line between two of them.

    *hyphenated* says whether the program that set the lines breaks words with a plain hyphen, as typesetters do; a
    browser breaks them with a hyphen of its own (U+2010), so that a plain one at its line's end is the word's.
    """
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(p.words for p in paragraphs))
    writer = _Writer(frozenset(word.casefold() for word in words), hyphenated)
    done = Composed()
    group, last = 0, None
    for paragraph in paragraphs:
        if writer.at:
            writer.write("\n\n")
        start = writer.at
        following: list[Line | None] = [*paragraph.lines[1:], None]
        for line, after in zip(paragraph.lines, following, strict=True):
            writer.line(line, after)
            done.lines.setdefault(line.page, []).append(line)
        quoted = paragraph.kind is BlockKind.QUOTE
        if quoted and last is not BlockKind.QUOTE:
            group += 1
        last = paragraph.kind
        done.blocks.append(
            Block(
                span=Span(start, writer.at),
                kind=paragraph.kind,
                quote_depth=int(quoted),
                quote_group=group if quoted else None,
                note=paragraph.note,
                region=Region.NOTES if paragraph.note else Region.MAIN,
                region_reason="at the foot of the page" if paragraph.note else "",
            )
        )
    done.text = "".join(writer.out)
    return done


def pages(composed: Composed) -> tuple[tuple[int, int], ...]:
    """Where in the text the words of another page begin, each offset with its page from 1, in order."""
    lines = sorted(
        (next((offset for offset in line.offsets if offset >= 0), -1), page + 1)
        for page, lines in composed.lines.items()
        for line in lines
    )
    begun = [(offset, page) for offset, page in lines if offset >= 0]
    return tuple(one for at, one in enumerate(begun) if not at or one[1] != begun[at - 1][1])


def locate(page: Page) -> None:
    """Note for each rectangle which characters of the page it covers, while the page is open."""
    for target in page.targets:
        for line in page.lines:
            if (
                target.bottom - 1 <= line.centre <= target.top + 1
                and line.right >= target.left
                and line.left <= target.right
            ):
                covered = list(_covered(page, target, line))
                if covered:
                    target.found.append((line, covered[0], covered[-1]))


def _covered(page: Page, target: Target, line: Line) -> Iterator[int]:
    for index, char in enumerate(line.text):
        box = None if char.isspace() else page.boxes.of(line.first + index)
        if box and 2 * (min(box[2], target.right) - max(box[0], target.left)) >= box[2] - box[0]:
            yield index


def links(pages: Sequence[Page], composed: Composed) -> list[Link]:
    """The links of the text; the rectangles of one link over several lines are one link."""
    found: list[Link] = []
    for page in pages:
        for target in page.targets:
            for line, first, last in target.found:
                offsets = [offset for offset in line.offsets[first : last + 1] if offset >= 0]
                if offsets:
                    _add(found, Span(offsets[0], offsets[-1] + 1), target.href, composed)
    notes = [block for block in composed.blocks if block.note]
    return [_placed(link, notes) for link in found]


def _add(found: list[Link], span: Span, href: str, composed: Composed) -> None:
    if found and found[-1].href == href:
        before = found[-1].span
        low, high = sorted((before, span))
        if not composed.text[low.end : high.start].strip(" -"):
            found[-1] = Link(span=Span(low.start, max(low.end, high.end)), href=href)
            return
    found.append(Link(span=span, href=href))


def _placed(link: Link, notes: Sequence[Block]) -> Link:
    note = next((block.note for block in notes if block.span.holds(link.span)), None)
    if note is None:
        return link
    return Link(span=link.span, href=link.href, in_note=note, region=Region.NOTES, region_reason="in a note")


def unprinted(draft: Draft) -> None:
    """Hide the addresses that a print style sheet wrote out behind the words of their links."""
    for at, link in enumerate(draft.links):
        words = link.span.of(draft.text)
        opening = max(words.rfind("("), words.rfind("["), words.rfind("<"))
        if link.element != "a" or opening <= 0 or not _PRINTED.match(words, opening):
            continue
        address = "".join(words[opening + 1 :].split()).rstrip(")]>").rstrip("/")
        shown = len(words[:opening].rstrip())
        if shown and address and link.href.rstrip("/").endswith(address):
            start = link.span.start
            draft.hide(start + shown, link.span.end)
            draft.links[at] = replace(link, span=Span(start, start + shown))


def marks(composed: Composed, draft: Draft) -> None:
    """Tie raised numbers in the text to the notes at the foot of the page; the others are kept for notes at the end."""
    notes = {block.note: block for block in composed.blocks if block.note}
    for note, block in notes.items():
        draft.hide(block.span.start, block.span.start + len(note or ""))
    for line in (line for lines in composed.lines.values() for line in lines):
        for first, last in line.raised:
            start, end = line.offsets[first], line.offsets[last - 1] + 1
            note = line.text[first:last].strip("[]")
            if not 0 <= start < end:
                continue
            if note not in notes:
                draft.raised.append(Span(start, end))
            elif not notes[note].span.holds(Span(start, end)):
                draft.hide(start, end)
                draft.links.append(Link(span=Span(start, end), href=f"#{note}", element="ref", note=note))
