"""Speech without quotation marks: q elements, given quotations, transcripts and dialogue behind dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotations.model import QuotationForm, QuotationKind, Span
from quotations.reading.document import BlockKind, Document, Inline, InlineKind, Region
from quotations.reading.drafts import Draft
from quotations.reading.flow import inside
from quotations.reading.lexicon import Lexicon, given_names
from quotations.reading.marks import Pair
from quotations.reading.paragraphs import Paragraph
from quotations.reading.scene import Scene, Token
from quotations.reading.voice import Route

_SPEAKS = re.compile(
    r"(?P<who>[A-Z][A-Z.'’ -]{1,38}[A-Z.]|[QA]|[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3})(?:\s?\([^)\n]{1,40}\))?\s?:\s+(?=\S)"
)
_DASH = re.compile(r"\s*(?:—|–|―|--)\s?(?=[\w¿¡“\"'«(])")
#: A reader of plain text may take lines that begin with a dash for a list.
_SPOKEN = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
#: A question in bold type is a heading to some readers.
_TURNED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)
#: Parts that are played in an interview.
_PARTS = frozenset(
    """moderator moderatorin interviewer host question answer reporter narrator speaker chair judge caller frage antwort
    réponse pregunta respuesta pergunta resposta domanda risposta vraag antwoord""".split()  # noqa: SIM905
)
_DASHES = ("—", "–", "--")
#: A dash that closes the whole line: --Who says so?--
_CLOSING_DASH = re.compile(r"(?<=[.!?…])(?:—|–|--)$")
_FEWEST_TURNS = 4
_FEWEST_DASHES = 2
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
    """Turns of an interview or a hearing, “NAME: …”, where at least four of them and two names stand together."""
    turns = [(at, found) for at, p in enumerate(paragraphs) if (found := _turn(p)) is not None]
    names = Counter(found["who"].strip() for _, found in turns)
    if names and not _are_people(names, paragraphs):
        return [], set()
    repeated = [name for name, count in names.items() if count > 1]
    if len(turns) < _FEWEST_TURNS or len(names) < 2 or not repeated or len(names) > len(turns) * 0.6:
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


def _are_people(names: Counter[str], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether those before the colons speak, and are no labels as of a table: “When:”, “Audience:”, “Benefits:”."""
    men, women = given_names()
    told = " ".join(p.text for p in paragraphs if p.kind is BlockKind.PARAGRAPH)
    people = 0
    for name, count in names.items():
        words = name.split()
        first = words[0].casefold().rstrip(".")
        called = len(words) > 1 or name.isupper() or first in men or first in women or first in _PARTS
        # A surname stands among the words of the rest as well, after a word in small letters.
        people += count * (called or bool(re.search(rf"[a-z,] {re.escape(name)}\b", told)))
    return 2 * people >= names.total()


def _turn(paragraph: Paragraph) -> re.Match[str] | None:
    if paragraph.kind not in _TURNED or paragraph.region is not Region.MAIN:
        return None
    found = _SPEAKS.match(paragraph.text)
    if found is None or found["who"].lower() in _NO_SPEAKER:
        return None
    # "NAME: “…”" is quoted by its marks.
    if any(pair.outer_start <= found.end() + 1 for pair in paragraph.pairs):
        return None
    return found


def _spoken_name(who: str) -> str:
    words = " ".join(who.split())
    return words.title() if words.isupper() and len(words) > 2 else words


def with_dashes(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> list[Paragraph]:
    """Add dialogue whose lines begin with a dash: “—No sé —dijo Ana—. Vamos.”; not lists, and not beside marks."""
    lines = [at for at, p in enumerate(paragraphs) if p.kind in _SPOKEN and not p.pairs and _DASH.match(p.text)]
    marked = sum(len(p.pairs) for p in paragraphs)
    if len(lines) < _FEWEST_DASHES or marked > (0 if lexicon.language == "en" else len(lines)):
        return list(paragraphs)
    scenes = {at: Scene(paragraphs[at].text, (), lexicon) for at in lines}
    if not _told(lines, paragraphs, scenes, lexicon):
        return list(paragraphs)
    added = list(paragraphs)
    for at in lines:
        opening = _DASH.match(paragraphs[at].text)
        if opening is not None:
            line = paragraphs[at].text.rstrip()
            end = len(_CLOSING_DASH.sub("", line))
            spoken = _spoken(scenes[at], opening.end(), lexicon, end)
            added[at] = replace(paragraphs[at], pairs=tuple(Pair(s, e, "—", "—", s, e, 1) for s, e in spoken))
    return added


def _told(lines: Sequence[int], paragraphs: Sequence[Paragraph], scenes: Mapping[int, Scene], lexicon: Lexicon) -> bool:
    """Whether somebody is said to speak in one of the lines or right before one."""
    for at in lines:
        tokens = scenes[at].tokens
        if any(cue_at(tokens, place, lexicon) for place in range(len(tokens))):
            return True
        if at and paragraphs[at - 1].text.rstrip().endswith(":"):
            return True
    return False


def cue_at(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Past the cue “said X” or “X said” that begins at *place* behind a comma, stop or dash; 0 where none does."""
    if place == 0 or tokens[place - 1].text not in (",", "—", "–", "--", "!", "?", "."):
        return 0
    small = lexicon.pronouns | lexicon.articles | lexicon.first
    if tokens[place].is_name and (tokens[place].lower in small or tokens[place - 1].text == "."):
        # A sentence of the speech itself: “He thinks you are no gentleman.”
        return 0
    for verb in range(place, min(place + 4, len(tokens))):
        if tokens[verb].text in ",.;:!?—–" or tokens[verb].quoted >= 0:
            return 0
        if tokens[verb].lower in lexicon.said:
            near = tokens[place:verb] or tokens[verb + 1 : verb + 2]
            if near and near[0].text in _DASHES and tokens[place - 1].text in _DASHES:
                # —dijo—
                return verb + 1
            if near and (near[0].is_name or near[0].lower in lexicon.pronouns or near[0].lower in lexicon.articles):
                return verb + 1
    return 0


def _spoken(scene: Scene, start: int, lexicon: Lexicon, end: int) -> list[tuple[int, int]]:
    """The stretches of a dash line that are speech, its attributions left out."""
    tokens = scene.tokens
    parts: list[tuple[int, int]] = []
    at, place = start, 0
    while place < len(tokens):
        cue = cue_at(tokens, place, lexicon) if tokens[place].start > start else 0
        if not cue:
            place += 1
            continue
        dashed = tokens[place - 1].text in _DASHES
        parts.append((at, tokens[place - 1].start if dashed else tokens[place - 1].end))
        while cue < len(tokens) and not _speech_resumes(tokens, cue, dashed):
            cue += 1
        at = tokens[cue].end if cue < len(tokens) else end
        place = cue + 1
    if at < end:
        parts.append((at, end))
    return [(first, last) for first, last in (_from_word(scene.text, *part) for part in parts) if first < last]


def _from_word(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first] in " \n\t.,—–-:;\u00a0":
        first += 1
    return first, last


def _speech_resumes(tokens: Sequence[Token], at: int, dashed: bool) -> bool:
    return tokens[at].text in (_DASHES if dashed else (".", ":", "—", "--"))
