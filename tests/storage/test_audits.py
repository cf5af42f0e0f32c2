from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quotations.errors import NotInArchive
from quotations.model import Attribution, Audit, Basis, Capture, PageFacts, Segment, SegmentRole, Span, Text
from storage import Archive

pytestmark = pytest.mark.integration

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
Make = Callable[..., Audit]


def test_an_audit_comes_back_as_it_went_in(archive: Archive, audit: Make, capture: Callable[..., Capture]) -> None:
    (seen,) = archive.keep_captures([capture()])
    whole = audit(seen=seen.id)
    made = archive.keep_audit(whole)
    assert archive.audit(made) == replace(whole, id=made)


def test_an_audit_is_given_without_the_attributions_of_its_article(archive: Archive, audit: Make) -> None:
    pairing = Attribution(quotation="q1", citation="1", basis=Basis.CUE_LINK, score=0.8, margin=0.5)
    bare = audit().article
    whole = replace(audit(), article=replace(bare, attributions=(pairing,)))
    made = archive.keep_audit(whole)
    assert archive.audit(made, attributions=False) == replace(whole, id=made, article=bare)


def test_findings_and_links_by_the_hundred_come_back_in_their_order(archive: Archive, audit: Make) -> None:
    whole = audit()
    links = tuple(
        replace(whole.links[0], citation=str(number), evidence=(f'“{number}”, "],[" \ud800',)) for number in range(450)
    )
    findings = tuple(replace(whole.findings[number % 2], days_later=number) for number in range(450))
    made = archive.keep_audit(replace(whole, links=links, findings=findings))
    assert archive.audit(made) == replace(whole, id=made, links=links, findings=findings)


def test_the_same_reading_of_the_same_file_is_kept_once(archive: Archive, audit: Make) -> None:
    article = audit().article
    first = archive.keep_article(article, b"<p>", "a.html")
    assert archive.keep_article(article, b"<p>", "a.html") == first
    assert archive.keep_article(article, b"<p>", "b.html") != first
    assert archive.article(first) == article


def test_the_article_of_an_audit_is_given_without_the_rest(archive: Archive, audit: Make) -> None:
    held = archive.keep_audit(audit())
    assert archive.audited_article(held) == audit().article
    for unknown in ("999", "x"):
        with pytest.raises(NotInArchive):
            archive.audited_article(unknown)


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


def ids(audits: list[Audit]) -> list[str]:
    return [one.id for one in audits]


def test_earlier_audits_are_those_of_the_same_article_newest_first(archive: Archive, audit: Make) -> None:
    kept = [archive.keep_audit(audit(hours=n, name="a.html")) for n in (1, 2, 3)]
    archive.keep_audit(audit(hours=2, name="b.html"))
    now = audit(hours=3, name="a.html")
    assert ids(archive.earlier_audits(now.article, "a.html", now.audited_at)) == [kept[1], kept[0]]
    assert ids(archive.earlier_audits(now.article, "a.html", now.audited_at, limit=1)) == [kept[1]]
    assert archive.earlier_audits(now.article, "c.html", now.audited_at) == []


def test_earlier_audits_are_found_by_address_and_by_bytes(archive: Archive, audit: Make) -> None:
    here = archive.keep_audit(audit(hours=1, name="a.html", url="https://a.example/"))
    other = audit(hours=1, name="a.html", url="https://b.example/")
    archive.keep_audit(other)
    now = audit(hours=2, name="moved.html", url="https://a.example/")
    assert ids(archive.earlier_audits(now.article, "moved.html", now.audited_at)) == [here]
    plain = audit(hours=1, name="./x.html")
    archive.keep_article(plain.article, b"<p>same", "./x.html")
    first = archive.keep_audit(plain)
    archive.keep_article(plain.article, b"<p>same", "x.html")
    assert ids(archive.earlier_audits(plain.article, "x.html", NOON + timedelta(hours=2))) == [first]


def test_of_a_file_of_many_articles_each_has_its_own(archive: Archive, audit: Make) -> None:
    one, two = audit(hours=1, name="export.json"), audit(hours=1, name="export.json")
    two = replace(two, article=replace(two.article, title="Day"))
    first, second = archive.keep_audit(one), archive.keep_audit(two)
    later = NOON + timedelta(hours=5)
    assert ids(archive.earlier_audits(one.article, "export.json", later)) == [first]
    assert ids(archive.earlier_audits(two.article, "export.json", later)) == [second]
    assert archive.earlier_audits(replace(one.article, title="Dusk"), "export.json", later) == []


def test_an_article_with_a_new_title_is_known_by_its_file(archive: Archive, audit: Make) -> None:
    first = archive.keep_audit(audit(hours=1, name="a.html"))
    named = replace(audit().article, title="Another")
    assert ids(archive.earlier_audits(named, "a.html", NOON + timedelta(hours=5))) == [first]


def test_every_audited_article_is_held_once_as_it_was_read_last(archive: Archive, audit: Make) -> None:
    archive.keep_audit(audit(hours=1, name="a.html"))
    changed = audit(hours=2, name="a.html")
    changed = replace(changed, article=replace(changed.article, text="changed since"))
    archive.keep_audit(changed)
    archive.keep_audit(audit(hours=1, name="b.html"))
    held = archive.audited_articles()
    assert [name for _, name in held] == ["b.html", "a.html"]
    assert archive.article(held[1][0]).text == "changed since"


def test_the_findings_and_links_of_a_large_audit_keep_their_order(archive: Archive, audit: Make) -> None:
    one = audit()
    links = tuple(replace(one.links[0], citation=str(number)) for number in range(450))
    findings = tuple(replace(one.findings[0], reason=str(number)) for number in range(450))
    whole = replace(one, links=links, findings=findings)
    held = archive.audit(archive.keep_audit(whole))
    assert (held.links, held.findings) == (links, findings)
