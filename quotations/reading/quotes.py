"""Every quotation of a document: its words, its form and kind, and who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import Quotation, QuotationForm, Span
from quotations.reading.blocks import block_drafts
from quotations.reading.document import Document, Region
from quotations.reading.drafts import Draft
from quotations.reading.echoes import mark_echoes, mark_own_words
from quotations.reading.emphasis import Emphasis
from quotations.reading.flow import CODE
from quotations.reading.kinds import Kinds
from quotations.reading.languages import cues_of, is_foreign, language_of
from quotations.reading.lexicon import Lexicon, lexicon
from quotations.reading.marks import Pair
from quotations.reading.paragraphs import Paragraph, read_paragraphs
from quotations.reading.scene import Scene
from quotations.reading.speakers.incises import Incise, find_foreign_incise, find_incise, find_tail
from quotations.reading.speakers.voices import Voices
from quotations.reading.splits import join_paragraphs, join_splits
from quotations.reading.unmarked.dashes import with_dashes
from quotations.reading.unmarked.foreign_dashes import with_foreign_dashes
from quotations.reading.unmarked.forgotten import with_forgotten
from quotations.reading.unmarked.given import transcript_drafts, with_elements
from quotations.reading.unmarked.nordic_dashes import NORDIC, with_nordic_dashes
from quotations.values import plain_value

_AROUND = 32
_VALUE = re.compile(r':\s*(?:["{\[]|-?\d|(?:true|false|null)\b)')
_ENDERS = frozenset(".!?…。！？")
_DECLARED = {"q": "marked as a quotation by a q element", "given_quote": "given with its source"}


@plain_value
class Speech:
    """All that was found out about a document's quotations; pairing goes on from here."""

    lexicon: Lexicon
    paragraphs: Sequence[Paragraph]
    scenes: Sequence[Scene]
    drafts: Sequence[Draft]  #: in reading order, one a quotation
    voices: Voices
    foreign: bool = False  #: in a language whose verbs of speech are not known


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of *document* in reading order. Offsets count in its text and exclude the marks; never raises."""
    drafts = find_speech(document).drafts
    emphasis = Emphasis(document)
    return tuple(_quotation(document, draft, number, emphasis) for number, draft in enumerate(drafts, 1))


#: The last document read and what was found: pairing asks again for the one that was just read.
_latest: list[tuple[Document, Speech]] = []


def find_speech(document: Document) -> Speech:
    """The quotations of *document* with all that led to them."""
    for known, speech in _latest[:1]:
        if known is document:
            return speech
    speech = _find_speech(document)
    _latest[:] = [(document, speech)]
    return speech


def _find_speech(document: Document) -> Speech:
    words = lexicon(language_of(document.text, document.language))
    marked = with_forgotten(read_paragraphs(document), words)
    foreign = is_foreign(document.text, document.language)
    paragraphs = with_dashes(with_elements(document, marked), words)
    cues = cues_of(document.text, document.language) if foreign else None
    if cues is not None and cues.language in NORDIC:
        paragraphs = with_nordic_dashes(paragraphs, cues)
    elif foreign:
        paragraphs = with_foreign_dashes(paragraphs, words)
    scenes = [_scene(paragraph, words) for paragraph in paragraphs]
    blocks, taken = block_drafts(document, paragraphs, words)
    turns, turned = transcript_drafts(document, paragraphs)
    turns = [turn for turn in turns if turn.paragraph not in taken]
    pieces = _drafts(document, paragraphs, words, foreign=foreign)
    inline = join_splits(join_paragraphs(pieces, paragraphs), scenes, words, foreign=foreign)
    inline = [draft for draft in inline if draft.paragraph not in taken | turned]
    voices = Voices(paragraphs, scenes, cues or words, foreign=foreign)
    drafts = sorted([*inline, *blocks, *turns], key=lambda d: (d.start, d.end))
    voices.attribute(drafts)
    Kinds(document, paragraphs, scenes, cues or words, foreign=foreign).decide(
        [draft for draft in drafts if draft.number >= 0]
    )
    mark_echoes(drafts, paragraphs)
    mark_own_words(drafts, paragraphs)
    return Speech(words, paragraphs, scenes, drafts, voices, foreign)


def _scene(paragraph: Paragraph, words: Lexicon) -> Scene:
    """The paragraph's scene; nothing is told in navigation and the like unless it quotes."""
    if paragraph.region is Region.CHROME and not paragraph.pairs:
        return Scene("", (), words)
    return Scene(paragraph.text, [(pair.outer_start, pair.outer_end) for pair in paragraph.pairs], words)


def _drafts(document: Document, paragraphs: list[Paragraph], lexicon: Lexicon, *, foreign: bool) -> list[Draft]:
    drafts: list[Draft] = []
    for at, paragraph in enumerate(paragraphs):
        for number, pair in enumerate(paragraph.pairs):
            start, end = _trimmed(paragraph.text, pair.start, pair.end)
            if not _is_prose(paragraph.text, start, end, pair.outer_start):
                continue
            incise = _incise(paragraph.text, start, end, pair, lexicon, foreign=foreign)
            parts = _parts(document, paragraph, start, end, incise)
            drafts.append(
                Draft(
                    paragraph=at,
                    number=number,
                    parts=parts,
                    outer=paragraph.flow.span(pair.outer_start, pair.outer_end),
                    words=" ".join(document.words(part) for part in parts),
                    opening=pair.opening,
                    closed=pair.closed or incise is not None,
                    declared=_DECLARED.get(pair.closing, ""),
                    form=QuotationForm.SPLIT
                    if len(parts) > 1 and incise is not None
                    else _form(paragraph, pair.closing),
                    incise=incise,
                    places=[(at, number)],
                )
            )
    return drafts


def _incise(text: str, start: int, end: int, pair: Pair, lexicon: Lexicon, *, foreign: bool) -> Incise | None:
    """The attribution that stands between the marks of *pair*."""
    if not pair.closed:
        return find_tail(text, start, end, lexicon)
    if foreign:
        return find_foreign_incise(text, start, end, lexicon, ends=pair.opening == "—")
    return find_incise(text, start, end, lexicon)


def _parts(document: Document, paragraph: Paragraph, start: int, end: int, incise: Incise | None) -> list[Span]:
    """The parts of the words ``start`` to ``end``: around an attribution, and one a paragraph, unless only a page broke."""
    text, flow = paragraph.text, paragraph.flow
    if incise is not None:
        around = [_trimmed(text, start, incise.start), _trimmed(text, incise.end, end)]
        return [flow.span(*part) for part in around if any(c.isalnum() for c in text[slice(*part)])]
    span = flow.span(start, end)
    if len(paragraph.blocks) < 2:
        return [span]
    first, second = paragraph.blocks[0].span, paragraph.blocks[1].span
    if not (span.start < first.end and second.start < span.end):
        return [span]
    cut = len(text[: flow.place(second.start)].rstrip())
    furniture = any(c.isalnum() for c in document.text[first.end : second.start])
    if text[cut - 1 : cut] not in _ENDERS and not furniture:
        return [span]
    return [Span(span.start, flow.origin(cut - 1) + 1), Span(second.start, span.end)]


def _form(paragraph: Paragraph, element: str) -> QuotationForm:
    """A highlight that an export sets as a block quotation is one."""
    block = element == "given_quote" and paragraph.blocks[0].quote_depth > 0
    return QuotationForm.BLOCK if block else QuotationForm.INLINE


def _is_prose(text: str, start: int, end: int, outer: int) -> bool:
    """Whether words are quoted at all: something is between the marks, and they are no attribute of a tag."""
    words = text[start:end]
    if text[outer] == '"' and _is_data(text, end, outer):
        return False
    return any(c.isalnum() for c in words) and text[outer - 1 : outer] != "=" and words.strip(CODE) != ""


def _is_data(text: str, end: int, outer: int) -> bool:
    """Whether a string of a programme stands there: a key or a value of {"name": "Pell"}."""
    before, behind = text[max(0, outer - _AROUND) : outer].rstrip(), text[end + 1 : end + 1 + _AROUND].lstrip()
    if "{" not in text[:outer]:
        return False
    key = before[-1:] in ("{", ",") and bool(_VALUE.match(behind))
    return key or (before[-2:] == '":' and behind[:1] in (",", "}", "]"))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _quotation(document: Document, draft: Draft, number: int, emphasis: Emphasis) -> Quotation:
    first, last = draft.parts[0], draft.parts[-1]
    return Quotation(
        id=f"q{number}",
        text=" ".join(document.words(part) for part in draft.parts),
        parts=tuple(draft.parts),
        form=draft.form if draft.form is not QuotationForm.SPLIT or len(draft.parts) > 1 else QuotationForm.INLINE,
        kind=draft.kind,
        kind_reason=draft.reason,
        speaker=draft.speaker,
        cue=draft.cue,
        echo_of=f"q{draft.echo_of + 1}" if draft.echo_of is not None else None,
        prefix=document.text[max(0, first.start - _AROUND) : first.start],
        suffix=document.text[last.end : last.end + _AROUND],
        emphasised=emphasis.emphasised(draft.parts),
        struck=emphasis.struck(draft.parts),
    )
