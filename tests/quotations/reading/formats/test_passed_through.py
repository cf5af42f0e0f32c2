"""Six articles of ours passed through many programs: the quotations, speakers and sources that each must keep.

What an article must be read as stands beside its own page in ``specimens/sources``; it was written before any program
had it.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from quotations.model import Article
from quotations.reading import read_articles

pytestmark = pytest.mark.unit

SPECIMENS = Path(__file__).parent / "specimens"
PASSED = {
    "calder": [
        "sources/calder.html",
        "weasyprint-table.pdf",
        "pandoc-table.md",
        "pandoc-html-table.md",
        "markdownload-table.md",
        "defuddle-clipper.md",
        "libreoffice.html",
    ],
    "niederau": [
        "sources/niederau.html",
        "xelatex-table.pdf",
        "wget-mirror.html",
        "pandoc-raised.md",
        "html2text.md",
        "markdownify.md",
        "calibre.docx",
        "w3m.txt",
    ],
    "saint-aubin": [
        "sources/saint-aubin.html",
        "httrack-mirror.html",
        "calibre.htmlz",
        "turndown-references.md",
        "pandoc-notes.wiki",
        "lynx.txt",
    ],
    "wadi": ["sources/wadi.html", "weasyprint-arabic.pdf"],
    "kawabe": ["sources/kawabe.html", "singlefile-plain.zip"],
    "tide": ["sources/tide.html", "chromium-tide.mhtml", "wget.warc.gz", "pandoc-code.docx", "libreoffice-code.odt"],
}
#: What a program did not keep: block quotations as such, the element about a quotation.
LOST = {"calibre.docx": ("Von 340",), "libreoffice-code.odt": ("no table",)}
#: What is not read as well as the page: a speaker whose language is not told.
WORSE = {("calibre.htmlz", "speaker"), ("calibre.docx", "speaker")}
#: Addresses that stood in an attribute only.
UNADDRESSED = {"pandoc-code.docx": "no table"}
_STRAIGHT = str.maketrans("‘’‚“”„«»‹›", "'''\"\"\"\"\"''")


def plain(words: str) -> str:
    """*words* without blanks, all marks straight: converters set other ones."""
    return "".join(unicodedata.normalize("NFKC", words).translate(_STRAIGHT).split()).replace('"', "'").strip("'")


def source_of(article: Article, number: str) -> str | None:
    """The address of the first candidate that we would stake a finding on."""
    first = next(iter(article.candidates(number)), None)
    return article.citation(first.citation).url if first is not None else None


@pytest.mark.parametrize(("name", "file"), [(name, file) for name, files in PASSED.items() for file in files])
def test_a_program_s_copy_is_read_as_the_page_was(name: str, file: str) -> None:
    written = json.loads((SPECIMENS / "sources" / f"{name}.json").read_text("utf-8"))
    expected: list[dict[str, Any]] = [
        one for one in written["quotations"] if not one["text"].startswith(LOST.get(file, ("\0",)))
    ]
    (article,) = read_articles((SPECIMENS / file).read_bytes(), name=file.rpartition("/")[2])
    told = [q for q in article.quotations if q.kind.value != "title"]
    assert [plain(q.text) for q in told] == [plain(one["text"]) for one in expected]
    by_words = {plain(q.text): q for q in told}
    for one in expected:
        quotation = by_words[plain(one["text"])]
        if not one.get("unsure") and not one["text"].startswith(UNADDRESSED.get(file, "\0")):
            assert source_of(article, quotation.id) == one["source"], one["text"]
        if one["speaker"] and (file, "speaker") not in WORSE:
            assert (quotation.speaker or "").split()[-1:] == one["speaker"].split()[-1:], one["text"]
