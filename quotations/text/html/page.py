"""A page's bytes to its Text: shown words first, then ruby readings, hidden words and metadata."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

from quotations.model import Incomplete, Segment, SegmentRole, Span, Text, TextLink
from quotations.text import TEXT_VERSION
from quotations.text.html.blocks import Block, Stream
from quotations.text.html.embedded import strings_of
from quotations.text.html.facts import page_facts
from quotations.text.html.guards import harmless
from quotations.text.html.head import Head
from quotations.text.html.heads import author_of, read_head
from quotations.text.html.incomplete import incomplete_of
from quotations.text.html.notices import notices_of
from quotations.text.html.places import REGION_ROLES
from quotations.text.html.walk import Walk
from quotations.text.html.walked import Walked
from quotations.text.html.wording import junk_wording
from quotations.text.references import bracketed_marks, in_order
from quotations.text.transcripts import with_speakers

_GAP = "\n\n"


def text_of_html(markup: str, *, truncated: bool = False, charset: str | None = None) -> Text:
    """The Text of a page given as characters."""
    page = LexborHTMLParser(harmless(markup))
    root = page.root
    walked = Walk(page).run(root) if root is not None else Walked()
    head = read_head(page, walked.scripts, markup)
    shown = walked.shown.text()
    blocks = walked.shown.blocks
    said = [shown[block.start : block.end] for block in blocks]
    for block, words in zip(blocks, said, strict=True):
        block.junk = block.junk or junk_wording(words)
    lead = next((words for block, words in zip(blocks, said, strict=True) if block.role is SegmentRole.HEADING), "")
    facts = page_facts(page, markup, walked, head, said, lead[:300])
    text, segments = _put_together(walked, head)
    return Text(
        text=text,
        segments=with_speakers(text, segments),
        media_type="text/html",
        charset=charset,
        title=head.title or head.first("og:title"),
        language=head.language or _language(head),
        language_basis="declared" if head.language or _language(head) else None,
        published=head.published,
        modified=head.modified,
        site_name=head.site_name,
        incomplete=Incomplete.TRUNCATED if truncated else incomplete_of(facts, said, blocks),
        emphasised=_spans(shown, walked.emphasised),
        struck=_spans(shown, walked.struck),
        note_marks=in_order((*_spans(shown, walked.note_marks), *bracketed_marks(text, segments))),
        links=tuple(
            TextLink(href, span)
            for (start, end, href) in walked.links
            for span in _spans(shown, ((start, end),), empty=True)
        ),
        notices=_notices(head.title, said, blocks),
        facts=facts,
        metadata={"author": author} if (author := author_of(head)) else {},
        version=TEXT_VERSION,
    )


def _notices(title: str | None, said: list[str], blocks: list[Block]) -> tuple[str, ...]:
    own = [
        (words, block.role)
        for words, block in zip(said, blocks, strict=True)
        if block.role not in REGION_ROLES or block.role is SegmentRole.NOTE
    ]
    return notices_of(title, [words for words, _ in own], [role for _, role in own])


def _put_together(walked: Walked, head: Head) -> tuple[str, tuple[Segment, ...]]:
    parts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for stream in (walked.shown, walked.readings, walked.hidden):
        if not stream.blocks:
            continue
        if length:
            parts.append(_GAP)
            length += len(_GAP)
        segments.extend(_segments(stream, length))
        parts.append(stream.text())
        length += stream.length
    hidden = ((SegmentRole.HIDDEN, words) for words in strings_of(walked.scripts))
    told = ((SegmentRole.METADATA, words) for words in _metadata(walked, head))
    for role, words in (*hidden, *told):
        if length:
            parts.append(_GAP)
            length += len(_GAP)
        parts.append(words)
        segments.append(Segment(Span(length, length + len(words)), role))
        length += len(words)
    return "".join(parts), tuple(segments)


def _segments(stream: Stream, offset: int) -> Iterable[Segment]:
    for block in stream.blocks:
        if block.end > block.start:
            yield Segment(Span(block.start + offset, block.end + offset), block.role, None, block.junk, block.item)


def _metadata(walked: Walked, head: Head) -> list[str]:
    said = dict.fromkeys(words for words in (head.title, *head.extra) if words)
    said.update(dict.fromkeys(" ".join(words.split()) for words in walked.alternatives))
    return [words for words in said if words]


def _language(head: Head) -> str | None:
    said = head.first("content-language", "og:locale", "language", "dc.language", "inlanguage")
    first = (said or "").split(",")[0].strip().replace("_", "-")
    return first if 2 <= len(first) <= 12 and first.replace("-", "").isalnum() and first.isascii() else None


def _spans(text: str, pairs: Iterable[tuple[int, int]], *, empty: bool = False) -> tuple[Span, ...]:
    """The pairs as spans without white space at either end; those without a word are left out unless *empty*."""
    found = []
    for start, end in pairs:
        end = min(end, len(text))
        start = min(start, end)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start or empty:
            found.append(Span(start, end))
    return tuple(found)
