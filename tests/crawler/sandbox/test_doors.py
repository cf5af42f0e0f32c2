from __future__ import annotations

import pytest

from crawler.sandbox import Sandbox
from quotations.errors import EmptyInput, UnknownFormat
from quotations.text import read_text

pytestmark = pytest.mark.integration

PAGE = """<html lang="en"><head><title>The tide</title></head><body><h1>The tide</h1>
<p>"The tide was low," <a href="https://a.example/tide">she wrote</a> — й, ﬁ, \U0001f30a.</p></body></html>"""


def test_a_text_read_in_a_child_is_the_text_read_here() -> None:
    with Sandbox(workers=1) as sandbox:
        there = sandbox.text(PAGE.encode(), media_type="text/html", charset="utf-8", url="https://a.example/x")
    assert there == read_text(PAGE.encode(), media_type="text/html", charset="utf-8", url="https://a.example/x")


def test_a_cut_off_source_is_read_as_such_in_a_child() -> None:
    with Sandbox(workers=1) as sandbox:
        assert not sandbox.text(PAGE.encode(), truncated=True).complete


def test_articles_read_in_a_child_are_those_read_here() -> None:
    from quotations.reading import read_articles

    with Sandbox(workers=1) as sandbox:
        there = sandbox.articles(PAGE.encode(), name="tide.html", base_url="https://b.example/")
    assert there == read_articles(PAGE.encode(), name="tide.html", base_url="https://b.example/")
    assert there[0].citations


def test_what_cannot_be_read_is_the_callers_error() -> None:
    with Sandbox(workers=1) as sandbox:
        with pytest.raises(EmptyInput):
            sandbox.text(b"")
        with pytest.raises(UnknownFormat) as refused:
            sandbox.articles(b"\x7fELF\x02\x01\x01" + bytes(500), name="program")
    assert refused.value.hint or refused.value.message
