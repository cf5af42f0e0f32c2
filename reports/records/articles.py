"""What ``read`` prints."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.codec import encode
from quotations.model import Article, Attribution, Citation, Quotation
from reports.records.answers import Record

_METADATA = (
    *("title", "author", "publisher", "published", "url", "original_url", "original_publisher"),
    *("saved_at", "language", "format", "text"),
)


def article_record(article: Article) -> Record:
    """What ``read`` prints of one article."""
    paired = attributions_of(article)
    return {
        "article": metadata_record(article),
        "quotations": [quotation_record(q, paired.get(q.id, ())) for q in article.quotations],
        "citations": [citation_record(c) for c in article.citations],
    }


def articles_record(articles: Sequence[Article]) -> Record:
    """What ``read`` prints of one file: its article, or ``{"articles": […]}`` when it holds several."""
    if len(articles) == 1:
        return article_record(articles[0])
    return {"articles": [article_record(article) for article in articles]}


def attributions_of(article: Article) -> dict[str, list[Attribution]]:
    """The attributions of each quotation, best first, by its id."""
    paired: dict[str, list[Attribution]] = {}
    for attribution in article.attributions:
        paired.setdefault(attribution.quotation, []).append(attribution)
    return paired


def metadata_record(article: Article) -> Record:
    """The article itself: its text, what is known of it and how."""
    return {**{name: getattr(article, name) for name in _METADATA}, "provenance": dict(article.provenance)}


def quotation_record(quotation: Quotation, attributions: Sequence[Attribution]) -> Record:
    """A quotation and the citations that it may come from, best first."""
    return {
        "id": quotation.id,
        "text": quotation.text,
        "start": quotation.span.start,
        "end": quotation.span.end,
        "parts": encode(quotation.parts),
        "form": quotation.form.value,
        "kind": quotation.kind.value,
        "kind_reason": quotation.kind_reason,
        "speaker": quotation.speaker,
        "cue": quotation.cue,
        "echo_of": quotation.echo_of,
        "attributions": [attribution_record(a) for a in attributions],
    }


def attribution_record(attribution: Attribution) -> Record:
    """One pairing, beside the quotation that it belongs to."""
    names = ("citation", "basis", "score", "margin")
    return {name: encode(getattr(attribution, name)) for name in names}


def citation_record(citation: Citation) -> Record:
    """A citation as it stands in the article."""
    return {
        "id": citation.id,
        "href": citation.href,
        "url": citation.url,
        "archived": encode(citation.archived),
        "anchor": citation.anchor,
        "start": citation.span.start,
        "end": citation.span.end,
        "role": citation.role.value,
        "role_reason": citation.role_reason,
        "locator": citation.locator,
        "target": citation.target.value,
        "note": citation.note,
    }
