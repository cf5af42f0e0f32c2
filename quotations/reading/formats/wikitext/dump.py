"""MediaWiki's export format (``Special:Export``): the newest wikitext of each page."""

from __future__ import annotations

from quotations.errors import EmptyInput
from quotations.reading.document import Document
from quotations.reading.formats import markup
from quotations.reading.formats.draft import informed
from quotations.reading.formats.wikitext import read_wikitext

_MOST = 500


def read_dump(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The pages of an export that hold wikitext."""
    found: list[Document] = []
    for page in markup.children(markup.parsed(data, name), "page"):
        title = next((markup.text_of(e) for e in markup.children(page, "title")), None)
        texts = [text for revision in markup.children(page, "revision") for text in markup.children(revision, "text")]
        if texts and (texts[-1].text or "").strip() and len(found) < _MOST:
            document = read_wikitext(texts[-1].text, base_url=base_url)
            found.append(informed(document, {"title": (title, "the export's title")}))
    if not found:
        raise EmptyInput("The export holds no page.", hint="Export the page again.", subject=name or "")
    return tuple(found)
