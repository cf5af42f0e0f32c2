"""What is only set like a block quotation: notes to the reader, proposed wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import QuotationKind
from quotations.reading.blocks.inside import Marks, label, linked
from quotations.reading.document import BlockKind, Document
from quotations.reading.drafts import Draft
from quotations.reading.paragraphs import Paragraph

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


def kind_of(
    document: Document, marks: Marks, paragraphs: Sequence[Paragraph], members: list[int], draft: Draft
) -> tuple[QuotationKind, str]:
    """Quoted words or a callout, and why."""
    first = paragraphs[members[0]]
    if _CALLOUT.match(first.text) and not draft.speaker:
        return QuotationKind.CALLOUT, "begins as a note to the reader does"
    strong = label(document, marks, first.blocks[0])
    if strong and not draft.speaker and _CALLOUT.match(strong):
        return QuotationKind.CALLOUT, f"a note to the reader: {strong}"
    before = paragraphs[members[0] - 1].text if members[0] else ""
    if not linked(marks, paragraphs, members[0] - 1) and _PROPOSED.search(before[-260:]):
        return QuotationKind.CALLOUT, "wording that is proposed or given as an example"
    if first.kind is BlockKind.PULL_QUOTE:
        return QuotationKind.DIRECT, "set apart as a pull quotation"
    return QuotationKind.DIRECT, "set apart as a block quotation"
