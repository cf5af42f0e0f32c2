"""Snippets in many languages and styles of marks, each with the quotations that a reader finds in it beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from quotations.model import Quotation
from quotations.model.article import JUDGED_KINDS
from quotations.reading.assemble import read_article

pytestmark = pytest.mark.unit

_HERE = Path(__file__).parent / "snippets"
_CASES = [
    pytest.param(case, id=f"{path.stem}: {case['id']}")
    for path in sorted(_HERE.glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]


def _read(case: dict[str, Any]) -> tuple[Quotation, ...]:
    return read_article(case["text"].encode(), name=case["name"]).quotations


@pytest.mark.parametrize("case", _CASES)
def test_what_is_judged_is_what_was_said_and_nothing_else(case: dict[str, Any]) -> None:
    judged = [q.text for q in _read(case) if q.kind in JUDGED_KINDS]
    assert judged == [line["text"] for line in case["quotations"] if line["judged"]]


@pytest.mark.parametrize("case", _CASES)
def test_words_that_nobody_said_are_listed_all_the_same(case: dict[str, Any]) -> None:
    listed = [q.text for q in _read(case)]
    assert [line["text"] for line in case["quotations"] if line["text"] not in listed] == []


@pytest.mark.parametrize("case", _CASES)
def test_the_speaker_is_the_one_who_is_named(case: dict[str, Any]) -> None:
    heard = {q.text: q.speaker for q in _read(case)}
    wanted = {line["text"]: line["speaker"] for line in case["quotations"] if "speaker" in line}
    assert {text: heard.get(text) for text in wanted} == wanted
