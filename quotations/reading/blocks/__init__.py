"""Block quotations: what belongs to one, whose line of attribution stands in it, and what is only set like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import QuotationForm, Span
from quotations.reading.blocks.callouts import kind_of
from quotations.reading.blocks.credit import ATTRIBUTION, LETTER, author_above, below, is_attribution, named, trailing
from quotations.reading.blocks.inside import Marks, only_link
from quotations.reading.document import BlockKind, Document, InlineKind, Region
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.scene import Scene
from quotations.reading.speakers.voice import Route

_LEAD = re.compile(r"(?s).{1,200}:\s*$")
_OPENING = '“„«»"‘「『'
_CLOSING = {"“": '”"', "„": '“”"', "«": "»", "»": "«»", '"': '"”', "‘": "’", "「": "」", "『": "』"}
_LONGEST_LEAD = 14


def block_drafts(document: Document, paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> tuple[list[Draft], set[int]]:
    """The block quotations of *document*, and the numbers of the paragraphs that they take up."""
    drafts: list[Draft] = []
    taken: set[int] = set()
    groups = _groups(paragraphs)
    marks = Marks(document) if groups else None
    for members in groups:
        made = _draft(document, marks, paragraphs, members, lexicon) if marks is not None else None
        if made is not None:
            drafts.append(made)
            taken.update(members)
    return drafts, taken


def _groups(paragraphs: Sequence[Paragraph]) -> list[list[int]]:
    groups: list[list[int]] = []
    last: object = None
    for at, paragraph in enumerate(paragraphs):
        block = paragraph.blocks[0]
        pulled = block.kind is BlockKind.PULL_QUOTE
        key = ("group", block.quote_group) if block.quote_group is not None else ("pull", at) if pulled else None
        if block.quote_depth == 0 and not pulled:
            key = None
        if key is not None and (key == last or block.region is not Region.CHROME):
            if key == last and groups:
                groups[-1].append(at)
            else:
                groups.append([at])
            last = key
        elif key is None:
            last = None
    return groups


def _draft(
    document: Document, marks: Marks, paragraphs: Sequence[Paragraph], members: list[int], lexicon: Lexicon
) -> Draft | None:
    if any(marks.inlines(b.span, InlineKind.GIVEN_QUOTE) for at in members for b in paragraphs[at].blocks):
        # A reader's highlights: each is a quotation of its own, with its source.
        return None
    kept, who, lead = _kept(document, marks, paragraphs, members, lexicon)
    parts = [part for at in kept for part in _parts(paragraphs[at])]
    if not parts:
        return None
    _cut_source(document, marks, parts)
    who = who or _cut_credit(parts, paragraphs[kept[-1]]) or _beside(paragraphs, members)
    parts = [part for part in _unmarked(document, parts, paragraphs[kept[0]]) if document.words(part)]
    if not parts:
        return None
    draft = Draft(
        paragraph=members[0],
        number=-1,
        parts=parts,
        outer=Span(paragraphs[members[0]].blocks[0].span.start, paragraphs[members[-1]].blocks[-1].span.end),
        words=" ".join(document.words(part) for part in parts),
        opening="",
        form=QuotationForm.BLOCK,
        places=[(members[0], -1), (members[-1], -1)],
    )
    draft.lead = lead
    if who:
        draft.speaker = named(who)
        draft.route = Route.DASH
    draft.kind, draft.reason = kind_of(document, marks, paragraphs, members, draft)
    return draft


def _kept(
    document: Document, marks: Marks, paragraphs: Sequence[Paragraph], members: list[int], lexicon: Lexicon
) -> tuple[list[int], str | None, str | None]:
    """The paragraphs that are quoted, who their last line says spoke, and the first line that leads to them."""
    kept = list(members)
    who: str | None = None
    if len(kept) > 1 and is_attribution(marks, paragraphs[kept[-1]]):
        last = paragraphs[kept.pop()]
        match = ATTRIBUTION.match(last.text)
        who = match["who"] if match else last.text
    lead = paragraphs[kept[0]].text if len(kept) > 1 and _leads(paragraphs[kept[0]], lexicon) else None
    if lead is not None:
        kept.pop(0)
    while len(kept) > 1 and only_link(document, marks, paragraphs[kept[0]]):
        kept.pop(0)
    while len(kept) > 1 and only_link(document, marks, paragraphs[kept[-1]]):
        kept.pop()
    return kept, who, lead


def _cut_credit(parts: list[Span], paragraph: Paragraph) -> str | None:
    """Who the end of the last *paragraph* says spoke: “… — X”, cut off the last of *parts*."""
    cut = trailing(paragraph)
    if cut is None:
        return None
    end, who = cut
    if parts[-1].start < end < parts[-1].end:
        parts[-1] = Span(parts[-1].start, end)
    return who


def _beside(paragraphs: Sequence[Paragraph], members: list[int]) -> str | None:
    """Who the paragraph before or the line below says wrote it."""
    above = paragraphs[members[0] - 1] if members[0] else None
    titled = author_above(above.text) if above is not None and above.kind is BlockKind.HEADING else None
    if titled is not None:
        return titled
    letter = LETTER.match(above.text.strip()[-300:]) if above is not None else None
    match = letter or below(paragraphs, members[-1] + 1)
    return match["who"] if match is not None else None


def _parts(paragraph: Paragraph) -> list[Span]:
    return [paragraph.blocks[0].span] if len(paragraph.blocks) == 1 else [block.span for block in paragraph.blocks]


def _leads(paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether a block's first line only leads to its words: “NAME wrote:”, “NAME:”; not “Before you leave:”."""
    if not _LEAD.fullmatch(paragraph.text) or len(paragraph.text.split()) > _LONGEST_LEAD:
        return False
    tokens = [token for token in Scene(paragraph.text, (), lexicon).tokens if token.is_word]
    said = any(token.lower in lexicon.said or token.lower in lexicon.nouns for token in tokens)
    return said or (len(tokens) > 1 and all(token.is_name or token.lower in lexicon.titles for token in tokens))


def _cut_source(document: Document, marks: Marks, parts: list[Span]) -> None:
    """Leave out a link in brackets with which the last paragraph ends: “… ([Rule 4](…))”."""
    last = parts[-1]
    for link in marks.links(last)[-1:]:
        before = document.text[last.start : link.start].rstrip("[<")
        behind = document.text[link.end : last.end]
        brackets = (
            before.endswith("(") and document.words(Span(link.end, last.end)).strip(").] ") == "" and ")" in behind
        )
        if brackets and before[:-1].strip():
            parts[-1] = Span(last.start, last.start + len(before[:-1].rstrip()))


def _unmarked(document: Document, parts: list[Span], paragraph: Paragraph) -> list[Span]:
    """Leave out the marks around the whole: at the beginning of each paragraph, *paragraph* first, and at the end of the last."""
    first, last = parts[0].of(document.text).strip(), parts[-1].of(document.text).rstrip()
    opening = first[:1]
    if opening not in _OPENING or not opening:
        return parts
    inner = first[1:] if len(parts) > 1 else first[1:-1]
    closes = last[-1:] in _CLOSING[opening]
    own = any(c in _CLOSING[opening] for c in inner)
    if not closes and own:
        return parts
    if closes and own and (opening == '"' or _several(paragraph)):
        return parts
    trimmed: list[Span] = []
    for number, part in enumerate(parts):
        text = part.of(document.text)
        start = part.start + len(text) - len(text.lstrip())
        if document.text[start : start + 1] == opening:
            start += 1
        end = part.end
        if number == len(parts) - 1 and closes:
            end = part.start + len(text.rstrip()) - 1
        trimmed.append(Span(start, max(start, end)))
    return trimmed


def _several(paragraph: Paragraph) -> bool:
    """Whether the first mark is closed before the end: “…,” she said. “…” is a text that quotes, not a quotation."""
    first = paragraph.pairs[0] if paragraph.pairs else None
    if first is None or not first.closed or paragraph.text[: first.outer_start].strip():
        return False
    return any(c.isalnum() for c in paragraph.text[first.outer_end :])
