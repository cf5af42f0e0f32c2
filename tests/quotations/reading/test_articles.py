"""Whole small articles with what a reader finds in them beside them: quotations, kinds, speakers, sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotations.model import Article
from quotations.reading.assemble import read_article

pytestmark = pytest.mark.unit

_HERE = Path(__file__).parent / "articles"
_ARTICLES = sorted(path for path in _HERE.iterdir() if path.suffix in (".md", ".html", ".txt"))


def _read(path: Path) -> tuple[Article, list[dict[str, Any]]]:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return read_article(path.read_bytes(), name=path.name), expected


@pytest.mark.parametrize("path", _ARTICLES, ids=lambda path: path.name)
def test_the_quotations_are_those_a_reader_finds_in_their_order(path: Path) -> None:
    article, expected = _read(path)
    found = [{"text": q.text, "kind": q.kind.value, "form": q.form.value} for q in article.quotations]
    assert found == [{key: line[key] for key in ("text", "kind", "form")} for line in expected]


@pytest.mark.parametrize("path", _ARTICLES, ids=lambda path: path.name)
def test_each_speaker_is_the_one_the_article_names(path: Path) -> None:
    article, expected = _read(path)
    wrong = [
        (line["text"], line["speaker"], quotation.speaker)
        for quotation, line in zip(article.quotations, expected, strict=True)
        if "speaker" in line and quotation.speaker != line["speaker"]
    ]
    assert wrong == []


@pytest.mark.parametrize("path", _ARTICLES, ids=lambda path: path.name)
def test_each_quotation_has_its_source_and_the_sourceless_have_none_to_be_sure_of(path: Path) -> None:
    article, expected = _read(path)
    wrong = []
    for quotation, line in zip(article.quotations, expected, strict=True):
        if "source" not in line:
            continue
        best = next(iter(article.candidates(quotation.id)), None)
        url = article.citation(best.citation).url if best is not None and best.score >= 0.5 else None
        if url != line["source"]:
            wrong.append((line["text"], line["source"], url, best))
    assert wrong == []
