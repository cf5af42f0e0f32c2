"""Who is named beside a block quotation: in its last line, behind its words, under it, above it in a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.reading.blocks.inside import LONGEST_LINE, Marks
from quotations.reading.document import BlockKind, InlineKind
from quotations.reading.lexicon import given_names
from quotations.reading.paragraphs import Paragraph
from quotations.reading.phrases import PARTICLES

ATTRIBUTION = re.compile(r"\s*(?:[—–―~]|-{1,3}\s|\(?[Ss]ource:|[Qq]uelle:)\s*(?P<who>\S.{0,250})", re.DOTALL)
_TRAILING = re.compile(
    r"(?<=[.!?…”\"’')\]»])\s*(?:—|–|―|--)\s*(?P<who>[^\W\d_][^\n.!?]{1,120}?(?:\.\s?[^\n.!?]{1,60}){0,2})\s*$"
)
#: What mail programs write above the letter that is answered: "On Sat, 17 Feb 2024 at 10:11, Ida Marl <i@m> wrote:".
LETTER = re.compile(
    r"(?=[^\n]{0,280}\b(?:schrieb|wrote|écrit|escribió|scritto|schreef|escreveu)\b)(?:On|Am|Le|El|Il|Op|Em)\s[^\n]{4,90}?(?:\d{4}|\d\d:\d\d)(?:\s?(?:[AaPp]\.?[Mm]\.?|Uhr|h))?,?\s(?:schrieb\s)?"
    r"(?P<who>[^\W\d_][^<>\n:,\d]{1,60}?)\s?(?:<[^<>\n]{3,100}>)?\s?(?:wrote|a écrit|escribió|ha scritto|schreef|escreveu)?\s?:$"
)


#: So many words has a person's name in full.
_FEWEST, _MOST = 2, 4


def below(paragraphs: Sequence[Paragraph], at: int) -> re.Match[str] | None:
    """A line of attribution right under the block quotation: a caption, or a paragraph that begins with a dash."""
    if at >= len(paragraphs) or paragraphs[at].blocks[0].quote_depth or paragraphs[at].pairs:
        return None
    words = paragraphs[at].text.strip()
    return ATTRIBUTION.match(words) if len(words) <= LONGEST_LINE and words[:1] in "—–―" and words else None


def is_attribution(marks: Marks, paragraph: Paragraph) -> bool:
    """Whether a block's last line only names its author: a dash first, or nothing but a cite element."""
    block = paragraph.blocks[0]
    text = paragraph.text.strip()
    if len(text) > LONGEST_LINE:
        return False
    if block.kind is BlockKind.BYLINE or ATTRIBUTION.match(text):
        return True
    cited = sum(len(span) for span in marks.inlines(block.span, InlineKind.CITE))
    return cited > len(text) // 2


def trailing(paragraph: Paragraph) -> tuple[int, str] | None:
    """Where “— Name” at the end of the last paragraph begins, in the document, and the name."""
    text = paragraph.text
    tail = text[-LONGEST_LINE * 2 :]
    offset = len(text) - len(tail)
    newline = tail.rstrip().rfind("\n")
    line = tail[newline + 1 :] if newline >= 0 else ""
    if line and (found := ATTRIBUTION.match(line)) and len(line) <= LONGEST_LINE:
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


def author_above(heading: str) -> str | None:
    """The person whom a heading over a block quotation names in full and says nothing else of, but for a work of theirs."""
    who = named(heading)
    words = who.split() if who else []
    men, women = given_names()
    if not _FEWEST <= len(words) <= _MOST or not (words[0].lower() in men or words[0].lower() in women):
        return None
    return who if all(word[0].isupper() or word.lower() in PARTICLES for word in words) else None
