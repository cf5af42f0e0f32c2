from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.sandbox import Sandbox, jobs
from quotations.codec import decode
from quotations.errors import DamagedInput, EmptyInput, UnknownFormat, WordsError
from quotations.model import Capture, Group, State, Verdict
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


def _looked(**facts: Any) -> Capture:
    return Capture(url="https://a.example/tide", captured_at=datetime(2026, 3, 1, tzinfo=UTC), **facts)


def test_several_quotations_are_judged_against_one_source_in_a_child() -> None:
    quotes = ["The tide was low", "The tide was not low", "Nobody had ever seen a ship burn so brightly before"]
    with Sandbox(workers=1) as sandbox:
        findings = sandbox.check(PAGE.encode(), quotes, capture=_looked(supplied="tide.html", digest="sha256:1"))
    assert [finding.quotation.text for finding in findings] == quotes
    assert [finding.verdict.group for finding in findings] == [Group.EXACT, Group.ALTERED, Group.ABSENT]
    assert {finding.source.state for finding in findings} == {State.SUPPLIED}
    assert {finding.source.digest for finding in findings} == {"sha256:1"}


def test_what_became_of_a_source_from_the_network_is_derived_in_the_child() -> None:
    with Sandbox(workers=1) as sandbox:
        gone, alive = (
            sandbox.check(PAGE.encode(), ["The tide was low"], capture=_looked(status=status, media_type="text/html"))[
                0
            ]
            for status in (404, 200)
        )
    assert (gone.verdict, gone.checkability) == (Verdict.UNCHECKED, "link:gone")
    assert (alive.verdict.group, alive.source.state) == (Group.EXACT, State.ALIVE)


def test_words_that_are_none_are_the_callers_error() -> None:
    with Sandbox(workers=1) as sandbox, pytest.raises(WordsError):
        sandbox.check(PAGE.encode(), ["…"], capture=_looked(supplied="tide.html"))


def test_a_large_or_slow_kind_of_source_is_given_longer() -> None:
    page, pdf = b"<p>", b"\n%PDF-1.7"
    small, large, print_out = (jobs.text(data).seconds for data in (page, page * (1 << 20), pdf * (1 << 18)))
    assert small < large < print_out
    assert jobs.text(pdf).seconds < small + 1, "what holds little may not stall for long"


def test_a_small_article_may_not_stall_for_as_long_as_a_large_or_a_packed_one() -> None:
    small, large, packed = (
        jobs.articles(data).seconds for data in (b"%PDF-1.7", b"%PDF-1.7" * (1 << 19), b"PK\x03\x04")
    )
    assert 4 * small < large
    assert 4 * small < packed


def test_what_an_archive_lists_and_answers_is_read_in_a_child() -> None:
    with Sandbox(workers=1) as sandbox:
        found = sandbox.copies(b"k 20220307101112 https://a.example/tide text/html 200 AAAA 9\n", page="x")
        answer = sandbox.save_answer(b'{"url": "https://a.example/tide", "job_id": "spn2-1"}')
    assert [(copy.at.year, copy.status, copy.digest) for copy in found.copies] == [(2022, 200, "AAAA")]
    assert (answer.status, answer.job) == ("pending", "spn2-1")


def test_a_quotation_is_held_against_a_book() -> None:
    import io
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        container = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
        book.writestr("META-INF/container.xml", container)
        item = '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'
        book.writestr("b.opf", f'<package><manifest>{item}</manifest><spine><itemref idref="c"/></spine></package>')
        book.writestr("c.xhtml", "<html><body><h1>Tides</h1><p>The tide was low that evening.</p></body></html>")
    with Sandbox(workers=1) as sandbox:
        (finding,) = sandbox.check(made.getvalue(), ["The tide was low"], capture=_looked(supplied="b.epub"))
    assert finding.verdict is Verdict.VERBATIM


def test_looks_of_a_web_archive_come_with_their_bodies_byte_by_byte() -> None:
    bodies = {f"https://a.example/{n}": bytes(range(256)) * n for n in range(4)}
    data = b""
    for url, body in bodies.items():
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
        data += f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
    with Sandbox(workers=1) as sandbox:
        looks = sandbox.looks(data, name="a.warc", urls=list(bodies))
        assert {look.capture.url: look.capture.body for look in looks} == bodies
        assert sandbox.text(PAGE.encode()).text  # what follows is not out of step
        with pytest.raises(DamagedInput):
            sandbox.looks(b"words", name="a.warc")


def test_a_capture_is_told_without_what_is_usual_and_read_whole() -> None:
    plain, full = _looked(), _looked(status=200, truncated=True, headers=(("server", "x"),), tls_verified=False)
    told = [jobs.check(b"x", ["x"], capture=capture).arguments["capture"] for capture in (plain, full)]
    assert "truncated" not in told[0]
    assert [decode(Capture, one) for one in told] == [plain, full]
