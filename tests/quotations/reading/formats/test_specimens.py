"""Each format as a real program writes it, with what it must be read as beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotations.reading.citations.finding import find_citations
from quotations.reading.document import Document
from quotations.reading.formats import read_documents
from quotations.reading.quotes import find_quotations

pytestmark = pytest.mark.unit

SPECIMENS = Path(__file__).parent / "specimens"
FILES = sorted(
    path for path in SPECIMENS.iterdir() if path.is_file() and path.suffix != ".json" and path.name != "README.md"
)


def read_as(document: Document) -> dict[str, Any]:
    citations, _ = find_citations(document)
    return {
        "format": document.format,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
        "citations": [[c.role.value, c.anchor, c.url] for c in citations if c.role.value != "chrome"],
        "quotations": [q.text for q in find_quotations(document)],
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_specimen_is_read_as_expected(file: Path) -> None:
    expected = json.loads((SPECIMENS / f"{file.name}.json").read_text(encoding="utf-8"))
    assert [read_as(document) for document in read_documents(file.read_bytes(), name=file.name)] == expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_specimen_is_known_by_its_content_alone(file: Path) -> None:
    with_name = read_documents(file.read_bytes(), name=file.name)
    assert [d.format for d in read_documents(file.read_bytes())] == [d.format for d in with_name]
    assert [d.format for d in read_documents(file.read_bytes(), name="page.bin")] == [d.format for d in with_name]
