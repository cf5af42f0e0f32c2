"""Every quotation of a document: its words, its form and kind, and who speaks."""

from __future__ import annotations

from quotations.model import Quotation, Span
from quotations.reading.document import Document
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon, language_of, lexicon
from quotations.reading.paragraphs import Paragraph, read_paragraphs
from quotations.reading.people import Name, People, names_in
from quotations.reading.resolving import Resolver
from quotations.reading.scene import Scene
from quotations.reading.speakers import Route, Voice, hear
from quotations.reading.splits import join_paragraphs, join_splits

_AROUND = 32
_ENDS_FOR_CUE = ",?!—–-…、，"


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of *document* in reading order. Offsets count in its text and exclude the marks; never raises."""
    words = lexicon(language_of(document.text, document.language))
    paragraphs = read_paragraphs(document)
    drafts = _drafts(document, paragraphs)
    scenes = [Scene(p.text, [(pair.outer_start, pair.outer_end) for pair in p.pairs], words) for p in paragraphs]
    drafts = join_splits(join_paragraphs(drafts, paragraphs), scenes, words)
    _attribute(drafts, paragraphs, scenes, words)
    return tuple(_quotation(document, draft, number) for number, draft in enumerate(drafts, 1))


def _drafts(document: Document, paragraphs: list[Paragraph]) -> list[Draft]:
    drafts: list[Draft] = []
    for at, paragraph in enumerate(paragraphs):
        for number, pair in enumerate(paragraph.pairs):
            start, end = _trimmed(paragraph.text, pair.start, pair.end)
            if start >= end:
                continue
            span = paragraph.flow.span(start, end)
            drafts.append(
                Draft(
                    paragraph=at,
                    number=number,
                    parts=[span],
                    outer=paragraph.flow.span(pair.outer_start, pair.outer_end),
                    words=document.words(span),
                    opening=pair.opening,
                    closed=pair.closed,
                    places=[(at, number)],
                )
            )
    return drafts


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _attribute(drafts: list[Draft], paragraphs: list[Paragraph], scenes: list[Scene], words: Lexicon) -> None:
    people = People(words)
    names = [names_in(scene.tokens, words) for scene in scenes]
    for found in names:
        people.learn(found)
    resolver = Resolver(words, people)
    by_paragraph: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_paragraph.setdefault(draft.places[0][0], []).append(draft)
    for at, scene in enumerate(scenes):
        said: dict[int, str] = {}
        for draft in by_paragraph.get(at, ()):
            voice = _voice(draft, scenes, words)
            _give(draft, voice, scene, paragraphs[at], names[at], said, resolver)
        resolver.memory.saw(names[at], scene.tokens)


def _voice(draft: Draft, scenes: list[Scene], words: Lexicon) -> Voice | None:
    at, number = draft.places[0]
    return hear(scenes[at], number, words, comma=_before_cue(draft.words, draft))


def _before_cue(text: str, draft: Draft) -> bool:
    first = draft.words
    return first[-1:] in _ENDS_FOR_CUE or len(draft.parts) > 1


def _give(
    draft: Draft,
    voice: Voice | None,
    scene: Scene,
    paragraph: Paragraph,
    names: list[Name],
    said: dict[int, str],
    resolver: Resolver,
) -> None:
    if voice is None or voice.subject is None:
        return
    tokens = scene.tokens
    draft.speaker = resolver.speaker(scene, voice.subject, names, said)
    draft.cue = voice.cue_text(tokens)
    draft.route = voice.route
    if voice.cue is not None:
        draft.cue_span = paragraph.flow.span(tokens[voice.cue[0]].start, tokens[voice.cue[1] - 1].end)
    subject = voice.subject
    draft.speaker_span = paragraph.flow.span(tokens[subject.first].start, tokens[subject.last - 1].end)
    if draft.speaker and voice.route is not Route.SUBJECT:
        said[tokens[scene.place(draft.places[0][1])].sentence] = draft.speaker
        resolver.memory.heard(draft.speaker)


def _quotation(document: Document, draft: Draft, number: int) -> Quotation:
    first, last = draft.parts[0], draft.parts[-1]
    return Quotation(
        id=f"q{number}",
        text=" ".join(document.words(part) for part in draft.parts),
        parts=tuple(Span(part.start, part.end) for part in draft.parts),
        form=draft.form,
        kind=draft.kind,
        kind_reason=draft.reason,
        speaker=draft.speaker,
        cue=draft.cue,
        prefix=document.text[max(0, first.start - _AROUND) : first.start],
        suffix=document.text[last.end : last.end + _AROUND],
    )
