from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quotations.errors import NotInArchive
from quotations.model import Audit, Capture, PageFacts, Segment, SegmentRole, Span, Text
from storage import Archive

pytestmark = pytest.mark.integration

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
Make = Callable[..., Audit]


def test_an_audit_comes_back_as_it_went_in(archive: Archive, audit: Make, capture: Callable[..., Capture]) -> None:
    (seen,) = archive.keep_captures([capture()])
    whole = audit(seen=seen.id)
    made = archive.keep_audit(whole)
    assert archive.audit(made) == replace(whole, id=made)


def test_the_same_reading_of_the_same_file_is_kept_once(archive: Archive, audit: Make) -> None:
    article = audit().article
    first = archive.keep_article(article, b"<p>", "a.html")
    assert archive.keep_article(article, b"<p>", "a.html") == first
    assert archive.keep_article(article, b"<p>", "b.html") != first
    assert archive.article(first) == article


def test_an_articles_bytes_are_kept(archive: Archive, audit: Make) -> None:
    from storage.bodies import digest_of

    archive.keep_article(audit().article, b"<p>saved", "a.html")
    assert archive.body(digest_of(b"<p>saved")) == b"<p>saved"
    archive.keep_audit(audit())
    assert archive.vacuum() == 0
    assert archive.body(digest_of(b"<p>saved")) == b"<p>saved"


def test_audits_are_listed_newest_first_and_by_name_address_and_time(archive: Archive, audit: Make) -> None:
    for hours, name, url in [(1, "a.html", None), (3, "b.html", "https://b.example/"), (2, "a.html", None)]:
        archive.keep_audit(audit(hours=hours, name=name, url=url))
    listed = archive.audits()
    assert [(entry.name, entry.title) for entry in listed] == [
        ("b.html", "Night"),
        ("a.html", "Night"),
        ("a.html", "Night"),
    ]
    assert [entry.audited_at.hour for entry in archive.audits(name="a.html")] == [14, 13]
    assert [entry.name for entry in archive.audits(name="https://b.example/")] == ["b.html"]
    assert len(archive.audits(since=NOON + timedelta(hours=2))) == 2
    assert len(archive.audits(limit=1)) == 1
    assert listed[0].counts == {"findings": 2, "links": 1, "finding:none": 2, "link:none": 1}


def test_the_previous_audit_is_found_by_name_or_address(archive: Archive, audit: Make) -> None:
    first = archive.keep_audit(audit(hours=1, name="a.html", url="https://a.example/"))
    second = archive.keep_audit(audit(hours=2, name="moved.html", url="https://a.example/"))
    now = NOON + timedelta(hours=2)
    assert (archive.previous_audit("a.html") or audit()).id == first
    assert (archive.previous_audit("moved.html", url="https://a.example/") or audit()).id == second
    assert (archive.previous_audit("moved.html", url="https://a.example/", before=now) or audit()).id == first
    assert archive.previous_audit("c.html") is None


@pytest.mark.parametrize("id", ["7", "", "x", "²", "-1"])
def test_an_unknown_audit_is_said_to_be_unknown(archive: Archive, id: str) -> None:
    with pytest.raises(NotInArchive) as refused:
        archive.audit(id)
    assert refused.value.hint


def test_a_text_is_kept_by_the_version_that_made_it(archive: Archive) -> None:
    text = Text(
        text="Ein\x00 Wort \ud800",
        segments=(Segment(Span(0, 3), SegmentRole.HEADING, page=2),),
        facts=PageFacts(meta_refresh=(0.5, "/x"), ids=("a", "b")),
        metadata={"k": "v"},
        version="1",
    )
    archive.keep_text("sha256:aa", "1", text)
    archive.keep_text("sha256:aa", "1", text)
    assert archive.text("sha256:aa", "1") == text
    assert archive.text("sha256:aa", "2") is None
    assert archive.text("sha256:bb", "1") is None


def test_texts_of_other_versions_can_be_thrown_away(archive: Archive, capture: Callable[..., Capture]) -> None:
    (kept,) = archive.keep_captures([capture(body=b"x")])
    assert kept.digest
    for version in ("1", "2"):
        archive.keep_text(kept.digest, version, Text(text=version))
    assert archive.vacuum(text_version="2") == 1
    assert archive.text(kept.digest, "1") is None
    assert archive.text(kept.digest, "2") == Text(text="2")


def test_an_audit_knows_the_looks_that_it_rests_on_and_its_articles_bytes(archive: Archive, audit: Make) -> None:
    from storage.bodies import digest_of

    whole = replace(audit(), captures=("7", "12"))
    archive.keep_article(whole.article, b"<p>saved", whole.name)
    made = archive.keep_audit(whole)
    assert archive.audit(made).captures == ("7", "12")
    assert archive.article_of(made) == (digest_of(b"<p>saved"), whole.name)
    assert archive.article_of("999") == (None, "")
