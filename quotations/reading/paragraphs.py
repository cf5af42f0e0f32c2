"""The paragraphs in which quotation marks are paired: one block each, or two that a page break cut in mid-sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Document, Region
from quotations.reading.flow import Flow, Flows
from quotations.reading.marks import Marked, Pair
from quotations.values import plain_value

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t\r\f\v]*\n))*")
_OPENS = re.compile(r"\s*(?:[\[(]\s*)?(?:[“„«»\"‘「『‚‹]|``|''|,,)")
_ENDED = frozenset('.!?:;…”"»“。！？')
_LOWER = re.compile(r"\s*[^\W\d_A-ZÀ-ÖØ-Þ]")
#: Marks that say of themselves that they open, and what closes them.
_DIRECTED = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』"}
_PAIRED = "''"
_DOUBLES = '"“”„«»'
_SPOKEN_OUT = re.compile(r"[.,!?]''")
#: What a page break may leave between the two halves of a paragraph.
_FURNITURE = 3
#: A page's number on a line of its own.
_PAGE = re.compile(r"\W{0,4}(?:(?:page|seite|p\.|s\.)\s?)?\d{1,4}(?:\s?(?:/|of|von)\s?\d{1,4})?\W{0,4}", re.IGNORECASE)
#: A paragraph is cut for pairing after this many code points; longer ones are no prose.
_LONGEST = 200_000


@plain_value
class Paragraph:
    """Words in a row and the quotations that marks set apart in them."""

    flow: Flow
    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...]  #: the outermost only, in order
    inner: tuple[Pair, ...]
    marked: Marked  #: its marks, also those that set nothing apart

    @property
    def text(self) -> str:
        """The words, without mark-up."""
        return self.flow.text

    @property
    def kind(self) -> BlockKind:
        """What its first block is."""
        return self.blocks[0].kind

    @property
    def region(self) -> Region:
        """Where its first block stands."""
        return self.blocks[0].region


def taking_in(paragraph: Paragraph, pairs: Sequence[Pair]) -> Paragraph:
    """*paragraph* with the quotations *pairs* (in order, apart) added; those that stand inside one of them are inner ones."""
    spans = [(p.start, p.end) for p in pairs]
    outer: list[Pair] = []
    within: list[Pair] = []
    for pair in paragraph.pairs:
        at = bisect_right(spans, (pair.outer_start, pair.outer_end)) - 1
        # Of two that begin alike the pair may be the shorter one.
        inside = any(s <= pair.outer_start and pair.outer_end <= e for s, e in spans[max(0, at) : at + 2])
        (within if inside else outer).append(pair)
    inner = (*paragraph.inner, *(replace(p, depth=p.depth + 1) for p in within))
    return replace(paragraph, pairs=tuple(sorted([*outer, *pairs], key=lambda p: p.start)), inner=inner)


def blocks_of(document: Document) -> tuple[Block, ...]:
    """The document's blocks; where its reader found none, its stretches between empty lines."""
    if document.blocks or not document.text.strip():
        return document.blocks
    return tuple(
        Block(span=Span(m.start(), m.start() + len(m.group().rstrip()))) for m in _PARAGRAPH.finditer(document.text)
    )


def read_paragraphs(document: Document) -> list[Paragraph]:
    """Pair the marks of *document*, block by block, code left out; one page break in mid-sentence is read over."""
    flows = Flows(document)
    apostrophes = quotes_with_apostrophes(document)
    blocks = [b for b in blocks_of(document) if b.kind is not BlockKind.CODE and len(b.span)]
    texts = [flows.of([_short(b.span)]) for b in blocks]
    paragraphs: list[Paragraph] = []
    used: set[int] = set()
    for number, block in enumerate(blocks):
        if number in used:
            continue
        flow = texts[number]
        following = _told_next(blocks, number)
        follows = following < len(blocks) and _reopens(block, blocks[following], texts[following].text)
        marked = Marked(flow.text, apostrophes=apostrophes)
        pairs = marked.pairs(carries_on=follows)
        members: tuple[Block, ...] = (block,)
        after = texts[number + 1].text if number + 1 < len(blocks) else ""
        cut = _may_be_cut(flow.text, block) or _not_reopened(flow.text, after)
        if not follows and cut and _left_open(marked):
            joined = _over_page_break(flows, blocks, texts, number)
            if joined is not None:
                at, flow, marked = joined
                pairs = marked.pairs()
                members = (block, blocks[at])
                used.add(at)
        outer = tuple(pair for pair in pairs if pair.depth == 1)
        paragraphs.append(Paragraph(flow, members, outer, tuple(p for p in pairs if p.depth > 1), marked))
    return paragraphs


def quotes_with_apostrophes(document: Document) -> bool:
    """Whether two apostrophes are the document's double mark: balanced, behind stops and commas, and no other there.

    Plain text is left out, where they are as often a wiki's emphasis.
    """
    if document.format == "text" or _PAIRED not in document.text or any(sign in document.text for sign in _DOUBLES):
        return False
    count = document.text.count(_PAIRED)
    return count > 1 and count % 2 == 0 and 4 * len(_SPOKEN_OUT.findall(document.text)) >= count


def _short(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _LONGEST))


def _told_next(blocks: Sequence[Block], number: int) -> int:
    """The next block, past an advertisement or two that stand in the article."""
    after = number + 1
    if blocks[number].region is Region.CHROME:
        return after
    told = (at for at in range(after, min(after + _FURNITURE, len(blocks))) if blocks[at].region is not Region.CHROME)
    return next(told, after)


def _reopens(block: Block, following: Block, text: str) -> bool:
    """Whether the next block begins with an opening mark, as a quotation over several paragraphs does."""
    return block.kind is not BlockKind.HEADING and following.kind is not BlockKind.HEADING and bool(_OPENS.match(text))


def _may_be_cut(text: str, block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and text.rstrip()[-1:] not in _ENDED


def _not_reopened(text: str, following: str) -> bool:
    """Whether *text* ends inside a quotation and *following* closes one before any opens: the writer did not reopen it."""
    for opening, closing in _DIRECTED.items():
        opened = text.rfind(opening)
        if opened < 0 or any(sign in text[opened:] for sign in closing):
            continue
        closes = min((at for sign in closing if (at := following.find(sign)) >= 0), default=-1)
        opens = following.find(opening)
        if closes > 0 and not (0 <= opens < closes) and not following[closes - 1].isspace():
            return True
    return _straight_goes_on(text, following)


def _straight_goes_on(text: str, following: str) -> bool:
    """The same of straight marks, which do not say what they are: an odd one left over here, and one that closes there."""
    if text.count('"') % 2 == 0 or following.count('"') % 2 == 0:
        return False
    closes = following.index('"')
    return closes > 0 and not following[closes - 1].isspace() and not following[closes + 1 : closes + 2].isalnum()


def _left_open(marked: Marked) -> bool:
    """Whether the cheapest reading leaves a quotation open, should the paragraph go on."""
    return any(not pair.closed and pair.depth == 1 for pair in marked.pairs(carries_on=True))


def _over_page_break(
    flows: Flows, blocks: list[Block], texts: list[Flow], number: int
) -> tuple[int, Flow, Marked] | None:
    """The next block of the same kind, if it goes on in lower case and closes what was left open."""
    block = blocks[number]
    for at in range(number + 1, min(number + 1 + _FURNITURE, len(blocks))):
        other = blocks[at]
        if other.kind is not block.kind or other.region is not block.region or _PAGE.fullmatch(texts[at].text):
            continue
        if not _LOWER.match(texts[at].text) and not _not_reopened(texts[number].text, texts[at].text):
            return None
        joined = flows.of([_short(block.span), _short(other.span)])
        marked = Marked(joined.text)
        cut = len(texts[number].text)
        if any(p.depth == 1 and p.closed and p.start <= cut < p.end for p in marked.pairs()):
            return at, joined, marked
        return None
    return None
