"""Speech without quotation marks: q elements, given quotations and transcripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quotations.model import QuotationForm, QuotationKind, Span
from quotations.reading.document import BlockKind, Document, Inline, InlineKind, Region
from quotations.reading.drafts import Draft
from quotations.reading.flow import inside
from quotations.reading.lexicon import is_given_name
from quotations.reading.marks import Pair
from quotations.reading.paragraphs import Paragraph
from quotations.reading.speakers.voice import Route

_SPEAKS = re.compile(
    r"(?P<who>[A-Z][A-Z.'’ -]{1,38}[A-Z.]|[QA]|[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3})(?:\s?\([^)\n]{1,40}\))?\s?:\s+(?=\S)"
)
#: A question in bold type is a heading to some readers.
_TURNED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)
#: Parts that are played in an interview.
_PARTS = frozenset(
    """moderator moderatorin interviewer host question answer reporter narrator speaker chair judge caller frage antwort
    réponse pregunta respuesta pergunta resposta domanda risposta vraag antwoord""".split()  # noqa: SIM905
)
_FEWEST_TURNS = 4
#: Of turns one right behind the other, each with a person's whole name, so many are enough.
_FEWEST_NAMED = 3
_SHORTEST_TURN = 3
#: Answers of one person to questions of nobody's.
_FEWEST_ANSWERS = 2
#: How speech ends, and a headline does not.
_ENDED = (".", "!", "?", "…", ":", "”", "“", '"', "»", "«")
_NO_SPEAKER = frozenset(
    (
        *(
            "note",
            "update",
            "correction",
            "photo",
            "source",
            "read more",
            "related",
            "warning",
            "image",
            "credit",
            "summary",
            "tags",
        ),
        *(
            "more",
            "region",
            "theme",
            "agenda",
            "copyright",
            "disclaimer",
            "bonus",
            "tip",
            "video",
            "watch",
            "also",
            "example",
        ),
    )
)


def with_elements(document: Document, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Add the quotations that the mark-up itself declares to the pairs of their paragraphs."""
    elements = [
        i for i in document.inlines if i.kind in (InlineKind.Q, InlineKind.GIVEN_QUOTE) and document.words(i.span)
    ]
    if not elements:
        return list(paragraphs)
    elements.sort(key=lambda element: element.span)
    spans = [element.span for element in elements]
    added: list[Paragraph] = []
    for paragraph in paragraphs:
        block = Span(paragraph.blocks[0].span.start, paragraph.blocks[-1].span.end)
        here = [elements[at] for at in inside(block, spans)]
        added.append(_with_elements(paragraph, here) if here else paragraph)
    return added


def _with_elements(paragraph: Paragraph, elements: Sequence[Inline]) -> Paragraph:
    block = Span(paragraph.blocks[0].span.start, paragraph.blocks[-1].span.end)
    pairs = list(paragraph.pairs)
    for element in elements:
        if not block.holds(element.span):
            continue
        start, end = paragraph.flow.place(element.span.start), paragraph.flow.place(element.span.end - 1) + 1
        if (
            start >= end
            or end > len(paragraph.text)
            or any(p.outer_start <= start and end <= p.outer_end for p in pairs)
        ):
            continue
        pairs = [p for p in pairs if p.outer_end <= start or end <= p.outer_start]
        pairs.append(Pair(start, end, "", element.kind.value, start, end, 1))
    return replace(paragraph, pairs=tuple(sorted(pairs, key=lambda p: p.start)))


def transcript_drafts(document: Document, paragraphs: Sequence[Paragraph]) -> tuple[list[Draft], set[int]]:
    """Turns of an interview or a hearing, “NAME: …”, where at least four of them and two names stand together, or one answers."""
    turns = [(at, found) for at, p in enumerate(paragraphs) if (found := _turn(p)) is not None]
    names = Counter(found["who"].strip() for _, found in turns)
    if names and not _are_people(names, paragraphs):
        return [], set()
    if not (_alternate(turns, names) or _answers(turns, names, paragraphs)):
        return [], set()
    drafts: list[Draft] = []
    for at, found in turns:
        paragraph = paragraphs[at]
        end = len(paragraph.text.rstrip())
        if end <= found.end():
            continue
        span = paragraph.flow.span(found.end(), end)
        drafts.append(
            Draft(
                paragraph=at,
                number=-1,
                parts=[span],
                outer=paragraph.flow.span(0, end),
                words=document.words(span),
                opening="",
                form=QuotationForm.BLOCK,
                kind=QuotationKind.DIRECT,
                reason="a turn of a transcript",
                speaker=_spoken_name(found["who"]),
                route=Route.COLON,
                places=[(at, -1)],
            )
        )
    return drafts, {draft.paragraph for draft in drafts}


def _alternate(turns: Sequence[tuple[int, re.Match[str]]], names: Counter[str]) -> bool:
    """Whether there are turns enough, of two at least who come again."""
    if len(names) < 2 or max(names.values()) < 2:
        return False
    close = turns[-1][0] - turns[0][0] < len(turns)
    whole = all(" " in name or (name.isupper() and len(name) > 1) for name in names)
    if len(turns) >= _FEWEST_TURNS:
        return len(names) <= len(turns) * 0.6
    sentences = all(_is_sentence(found.string[found.end() :].strip()) for _, found in turns)
    return close and whole and sentences and len(names) == 2 and len(turns) >= _FEWEST_NAMED


def _answers(turns: Sequence[tuple[int, re.Match[str]]], names: Counter[str], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether one person, named in full, answers questions that stand in paragraphs of their own."""
    name = next(iter(names), "")
    if len(names) != 1 or len(turns) < _FEWEST_ANSWERS or " " not in name:
        return False
    if not is_given_name(name.split()[0].casefold()) and not _stands_inside(_told(paragraphs), name):
        # Opening Hours: Nine to five.
        return False
    return all(at and paragraphs[at - 1].text.rstrip().endswith("?") for at, _ in turns)


def _is_sentence(words: str) -> bool:
    """Whether speech stands there, and no value of a label: “Opening Hours: 9 to 5.”."""
    return words[:1].isupper() and words.endswith(_ENDED) and len(words.split()) >= _SHORTEST_TURN


def _are_people(names: Counter[str], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether those before the colons speak, and are no labels as of a table: “When:”, “Audience:”, “Benefits:”."""
    told = _told(paragraphs)
    people = 0
    for name, count in names.items():
        words = name.split()
        first = words[0].casefold().rstrip(".")
        called = len(words) > 1 or name.isupper() or is_given_name(first) or first in _PARTS
        # A surname stands among the words of the rest as well, after a word in small letters.
        people += count * (called or _stands_inside(told, name))
    return 2 * people >= names.total()


def _told(paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(p.text for p in paragraphs if p.kind is BlockKind.PARAGRAPH)


def _stands_inside(told: str, name: str) -> bool:
    """Whether *name* stands in *told* after a word in small letters or a comma."""
    inside = re.compile(rf"[a-z,] {re.escape(name)}\b")
    at = told.find(f" {name}", 1)
    while at >= 0 and not inside.match(told, at - 1):
        at = told.find(f" {name}", at + 1)
    return at >= 0


def _turn(paragraph: Paragraph) -> re.Match[str] | None:
    if paragraph.kind not in _TURNED or paragraph.region is not Region.MAIN:
        return None
    found = _SPEAKS.match(paragraph.text)
    if found is None or found["who"].lower() in _NO_SPEAKER:
        return None
    if paragraph.kind is BlockKind.HEADING and not paragraph.text.rstrip().endswith(_ENDED):
        # “Nordheim: Der Brunnen bleibt zu”: a headline with its place.
        return None
    # "NAME: “…”" is quoted by its marks.
    if any(pair.outer_start <= found.end() + 1 for pair in paragraph.pairs):
        return None
    return found


def _spoken_name(who: str) -> str:
    words = " ".join(who.split())
    return words.title() if words.isupper() and len(words) > 2 else words
