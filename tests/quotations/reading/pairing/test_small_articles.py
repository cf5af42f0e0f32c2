"""Small articles with the pairing that a careful reader would make, side by side, none included.

`articles/*.toml`: of each article its words, by default in Markdown, and for words that begin a quotation or stand in it
the site that answers for them (the first label of its name):

    "lamp"   paired with it at .5 or above          "lamp!"  and surely
    "lamp?"  with it or with none                   ""       with none
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from quotations.model import Article
from quotations.model.article import JUDGED_KINDS
from quotations.reading.assemble import read_article

pytestmark = pytest.mark.unit

_CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "articles").glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["article"]
]


def _read(case: dict[str, Any]) -> Article:
    words, form, language = case["text"].strip("\n"), case.get("form", "md"), case.get("language")
    if form == "html":
        head = f'<html lang="{language or "en"}"><head><meta charset="utf-8"><title>The page</title></head>'
        words = f"<!DOCTYPE html>{head}<body><article>{words}</article></body></html>"
    elif form == "md":
        words = f"---\nlanguage: {language or 'en'}\n---\n{words}"
    return read_article(words.encode(), name=f"page.{form}")


def _site(article: Article, citation: str) -> str:
    cited = article.citation(citation)
    return (urlsplit(cited.url or cited.href).hostname or "").removeprefix("www.").split(".")[0]


@pytest.mark.parametrize("case", _CASES)
def test_a_quotation_has_the_source_that_a_careful_reader_gives_it_and_no_other(case: dict[str, Any]) -> None:
    article = _read(case)
    wrong = []
    for words, expected in case["pairs"].items():
        quotation = next((q for q in article.quotations if words in q.text), None)
        assert quotation is not None, words
        best = next(iter(article.candidates(quotation.id)), None) if quotation.kind in JUDGED_KINDS else None
        staked = best is not None and best.score >= 0.5
        site = _site(article, best.citation) if best is not None and staked else ""
        sure = best is not None and best.sure
        wanted = expected.rstrip("!?")
        right = site == wanted or (expected.endswith("?") and not staked)
        if not right or (expected.endswith("!") and not sure) or (sure and site != wanted):
            wrong.append((words, expected, site, best))
    assert wrong == []
