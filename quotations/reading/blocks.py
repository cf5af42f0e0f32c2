"""Block quotations: what belongs to one, whose line of attribution stands in it, and what is only set like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import QuotationForm, QuotationKind, Span
from quotations.reading.document import Block, BlockKind, Document, InlineKind, Region
from quotations.reading.drafts import Draft
from quotations.reading.flow import inside
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.scene import Scene
from quotations.reading.voice import Route

_ATTRIBUTION = re.compile(r"\s*(?:[—–―~]|-{1,3}\s|\(?[Ss]ource:|[Qq]uelle:)\s*(?P<who>\S.{0,250})", re.DOTALL)
_TRAILING = re.compile(
    r"(?<=[.!?…”\"’')\]»])\s*(?:—|–|―|--)\s*(?P<who>[^\W\d_][^\n.!?]{1,120}?(?:\.\s?[^\n.!?]{1,60}){0,2})\s*$"
)
#: What mail programs write above the letter that is answered: "On Sat, 17 Feb 2024 at 10:11, Ida Marl <i@m> wrote:".
_LETTER = re.compile(
    r"(?=[^\n]{0,280}\b(?:schrieb|wrote|écrit|escribió|scritto|schreef|escreveu)\b)(?:On|Am|Le|El|Il|Op|Em)\s[^\n]{4,90}?(?:\d{4}|\d\d:\d\d)(?:\s?(?:[AaPp]\.?[Mm]\.?|Uhr|h))?,?\s(?:schrieb\s)?"
    r"(?P<who>[^\W\d_][^<>\n:,\d]{1,60}?)\s?(?:<[^<>\n]{3,100}>)?\s?(?:wrote|a écrit|escribió|ha scritto|schreef|escreveu)?\s?:$"
)
_LEAD = re.compile(r"(?s).{1,200}:\s*$")
_CALLOUT = re.compile(
    r"\s*(?:\[!\w+\]|(?:quick |side |pro |editor['’]?s? |author['’]?s? |important |a )?(?:note|notes|nb|n\.b\.|tip|tips|warning|caution|important|"
    r"info|update|updated|edit|disclaimer|attention|tl;?dr|summary|hint|example|exercise|aside|spoiler|correction|reminder|danger|success|"
    r"hinweis|achtung|wichtig|tipp|remarque|nota|nota bene|avviso|let op|see also|further reading|prerequisites?|faq|question|answer)\b"
    r"(?:\s*\([^)]{0,40}\))?\s*(?:[:!.—–-]|$)|[ℹⓘ⚠☝✋🚧📝💡🔔👉📣])",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:(?:I|we|you|let['’]?s|let us|one|they) (?:\w+ ){0,2}(?:propos|suggest)\w*|propos(?:ed|ing) (?:wording|text|language|change)s?|"
    r"should (?:now )?read|would (?:then )?read|replac\w+ (?:it|this|that|the)|add(?:ing)? the following|reword\w*|redraft\w*|rephras\w*|"
    r"amend\w* (?:to|as|it)|draft (?:text|wording|language|rule|clause)|something like|for example|e\.g\.|such as|imagine|"
    r"say something|use this|template|copy (?:and paste|this)|in other words|"
    r"my (?:version|definition|summary|answer|proposal|suggestion))\b[^.!?]{0,120}[:.]\s*$",
    re.IGNORECASE,
)
_OPENING = '“„«»"‘「『'
_CLOSING = {"“": '”"', "„": '“”"', "«": "»", "»": "«»", '"': '"”', "‘": "’", "「": "」", "『": "』"}
_LONGEST_LINE = 160
_LONGEST_LEAD = 14


class Marks:
    """The links and inline mark-up of a document, to be asked for by place."""

    def __init__(self, document: Document) -> None:
        self._links = sorted(link.span for link in document.links if len(link.span))
        self._inlines = sorted(
            (i.span, i.kind)
            for i in document.inlines
            if i.kind in (InlineKind.CITE, InlineKind.STRONG, InlineKind.GIVEN_QUOTE)
        )
        self._starts = [span for span, _ in self._inlines]

    def links(self, span: Span) -> list[Span]:
        """Where the links inside *span* stand."""
        return [link for at in inside(span, self._links) if span.holds(link := self._links[at])]

    def inlines(self, span: Span, kind: InlineKind) -> list[Span]:
        """Where the mark-up of *kind* inside *span* stands."""
        found = [self._inlines[at] for at in inside(span, self._starts)]
        return [inline for inline, other in found if other is kind and span.holds(inline)]


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
    who: str | None = None
    kept = list(members)
    if len(kept) > 1 and _is_attribution(marks, paragraphs[kept[-1]]):
        last = paragraphs[kept.pop()]
        match = _ATTRIBUTION.match(last.text)
        who = match["who"] if match else last.text
    lead = paragraphs[kept[0]].text if len(kept) > 1 and _leads(paragraphs[kept[0]], lexicon) else None
    if lead is not None:
        kept.pop(0)
    while len(kept) > 1 and _only_link(document, marks, paragraphs[kept[0]]):
        kept.pop(0)
    while len(kept) > 1 and _only_link(document, marks, paragraphs[kept[-1]]):
        kept.pop()
    parts = [part for at in kept for part in _parts(paragraphs[at])]
    if not parts:
        return None
    _cut_source(document, marks, parts)
    if who is None and (cut := _trailing(paragraphs[kept[-1]])) is not None:
        end, who = cut
        if parts[-1].start < end < parts[-1].end:
            parts[-1] = Span(parts[-1].start, end)
    if who is None and members[0] and (match := _LETTER.match(paragraphs[members[0] - 1].text.strip()[-300:])):
        who = match["who"]
    if who is None and (match := _below(paragraphs, members[-1] + 1)) is not None:
        who = match["who"]
    parts = [part for part in _unmarked(document, parts) if document.words(part)]
    if not parts:
        return None
    words = " ".join(document.words(part) for part in parts)
    draft = Draft(
        paragraph=members[0],
        number=-1,
        parts=parts,
        outer=Span(paragraphs[members[0]].blocks[0].span.start, paragraphs[members[-1]].blocks[-1].span.end),
        words=words,
        opening="",
        form=QuotationForm.BLOCK,
        places=[(members[0], -1), (members[-1], -1)],
    )
    draft.lead = lead
    if who:
        draft.speaker = named(who)
        draft.route = Route.DASH
    draft.kind, draft.reason = _kind(document, marks, paragraphs, members, draft)
    return draft


def _below(paragraphs: Sequence[Paragraph], at: int) -> re.Match[str] | None:
    """A line of attribution right under the block quotation: a caption, or a paragraph that begins with a dash."""
    if at >= len(paragraphs) or paragraphs[at].blocks[0].quote_depth or paragraphs[at].pairs:
        return None
    words = paragraphs[at].text.strip()
    return _ATTRIBUTION.match(words) if len(words) <= _LONGEST_LINE and words[:1] in "—–―" and words else None


def _parts(paragraph: Paragraph) -> list[Span]:
    return [paragraph.blocks[0].span] if len(paragraph.blocks) == 1 else [block.span for block in paragraph.blocks]


def _is_attribution(marks: Marks, paragraph: Paragraph) -> bool:
    """Whether a block's last line only names its author: a dash first, or nothing but a cite element."""
    block = paragraph.blocks[0]
    text = paragraph.text.strip()
    if len(text) > _LONGEST_LINE:
        return False
    if block.kind is BlockKind.BYLINE or _ATTRIBUTION.match(text):
        return True
    cited = sum(len(span) for span in marks.inlines(block.span, InlineKind.CITE))
    return cited > len(text) // 2


def _leads(paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether a block's first line only leads to its words: “NAME wrote:”, “NAME:”; not “Before you leave:”."""
    if not _LEAD.fullmatch(paragraph.text) or len(paragraph.text.split()) > _LONGEST_LEAD:
        return False
    tokens = [token for token in Scene(paragraph.text, (), lexicon).tokens if token.is_word]
    said = any(token.lower in lexicon.said or token.lower in lexicon.nouns for token in tokens)
    return said or (len(tokens) > 1 and all(token.is_name or token.lower in lexicon.titles for token in tokens))


def _trailing(paragraph: Paragraph) -> tuple[int, str] | None:
    """Where “— Name” at the end of the last paragraph begins, in the document, and the name."""
    text = paragraph.text
    tail = text[-_LONGEST_LINE * 2 :]
    offset = len(text) - len(tail)
    newline = tail.rstrip().rfind("\n")
    line = tail[newline + 1 :] if newline >= 0 else ""
    if line and (found := _ATTRIBUTION.match(line)) and len(line) <= _LONGEST_LINE:
        at = offset + newline
        while at > 0 and text[at - 1].isspace():
            at -= 1
        return paragraph.flow.origin(max(at - 1, 0)) + 1, found["who"]
    match = _TRAILING.search(tail)
    if match is None or match.start() == 0 or not match["who"][0].isupper():
        return None
    at = offset + match.start()
    return paragraph.flow.origin(at - 1) + 1, match["who"]


def named(line: str) -> str | None:
    """The person or work that a line of attribution names: what stands before the first comma, bracket or date."""
    words = " ".join(line.split()).strip(' —–―-~()"“”')
    head = re.split(r",| \(|\s[|·•]\s|\s(?:in|via|at|on)\s(?=[A-Z\"“*_])|;", words, maxsplit=1)[0].strip(" .:*_")
    return head or None


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


def _unmarked(document: Document, parts: list[Span]) -> list[Span]:
    """Leave out the marks around the whole: at the beginning of each paragraph and at the end of the last."""
    first, last = parts[0].of(document.text).strip(), parts[-1].of(document.text).rstrip()
    opening = first[:1]
    if opening not in _OPENING or not opening:
        return parts
    inner = first[1:] if len(parts) > 1 else first[1:-1]
    closes = last[-1:] in _CLOSING[opening]
    own = any(c in _CLOSING[opening] for c in inner)
    if not closes and own:
        return parts
    if closes and own and opening == '"':
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


def _kind(
    document: Document, marks: Marks, paragraphs: Sequence[Paragraph], members: list[int], draft: Draft
) -> tuple[QuotationKind, str]:
    first = paragraphs[members[0]]
    if _CALLOUT.match(first.text) and not draft.speaker:
        return QuotationKind.CALLOUT, "begins as a note to the reader does"
    label = _label(document, marks, first.blocks[0])
    if label and not draft.speaker and _CALLOUT.match(label):
        return QuotationKind.CALLOUT, f"a note to the reader: {label}"
    before = paragraphs[members[0] - 1].text if members[0] else ""
    if not _linked(marks, paragraphs, members[0] - 1) and _PROPOSED.search(before[-260:]):
        return QuotationKind.CALLOUT, "wording that is proposed or given as an example"
    if first.kind is BlockKind.PULL_QUOTE:
        return QuotationKind.DIRECT, "set apart as a pull quotation"
    return QuotationKind.DIRECT, "set apart as a block quotation"


def _linked(marks: Marks, paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the paragraph *at* has a link: then what follows is more likely quoted than proposed."""
    return at >= 0 and bool(marks.links(paragraphs[at].blocks[-1].span))


def _only_link(document: Document, marks: Marks, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a link and next to nothing else: a block's title line or source line."""
    span = paragraph.blocks[0].span
    words = document.words(span)
    linked = sum(len(document.words(link)) for link in marks.links(span))
    return 0 < len(words) <= _LONGEST_LINE and linked >= 0.6 * len(words)


def _label(document: Document, marks: Marks, block: Block) -> str:
    """The words in strong type with which the block begins."""
    for strong in marks.inlines(block.span, InlineKind.STRONG)[:1]:
        begins = document.words(Span(block.span.start, strong.start)) == ""
        return document.words(strong) if begins else ""
    return ""
