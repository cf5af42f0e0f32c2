"""Which looks an audit hands over, out of a real archive."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from audit.service.evidence import dossier, rests_on
from audit.service.handed import Handed, is_web_archive, take, with_sources
from audit.service.judgement import Evidence
from audit.service.order import Order
from audit.service.supplied import Supplied
from quotations.errors import DamagedInput, NotInArchive, SandboxCrash
from quotations.judging import Looked
from quotations.model import (
    Audit,
    Capture,
    Exchange,
    Failure,
    Finding,
    LinkState,
    Memento,
    Placement,
    State,
    Verdict,
)
from quotations.reading.looks.look import HeldLook
from reports.evidence import write_warc
from reports.words.evidence import told

pytestmark = pytest.mark.integration
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTES, LETTER = "https://board.example/minutes", "https://paper.example/letter"


def look(url, *, hours=0, status=200, body=b"<p>words", answered="200 OK", **more):
    at = NOON + timedelta(hours=hours)
    went = Exchange(url=url, at=at, request="GET / HTTP/1.1", response=f"HTTP/1.1 {answered}")
    values = {
        "url": url,
        "captured_at": at,
        "final_url": url,
        "status": status,
        "body": body,
        "exchanges": (went,),
        **more,
    }
    return Capture(**values)


def audit_of(article, archive, captures=None, **links):
    archive.keep_article(article, b"<p>saved", "/home/ann/lamp.html")
    states = tuple(
        LinkState(citation=c.id, href=c.href, url=c.url, state=State.ALIVE, captured_at=NOON, **links)
        for c in article.citations
    )
    audit = Audit(
        article=article, findings=(), links=states, audited_at=NOON + timedelta(hours=5), name="/home/ann/lamp.html",
        captures=None if captures is None else tuple(one.id for one in captures),
    )  # fmt: skip
    return archive.keep_audit(audit)


def test_looks_come_in_the_order_of_the_audit_with_what_went_over_the_wire(bench, article):
    kept = bench.archive.keep_captures([look(LETTER), look(MINUTES), look(f"{MINUTES}-invented", status=404)])
    handed = dossier(audit_of(article, bench.archive, kept), bench.archive)
    looks = list(handed.looks)
    assert [(one.capture.url, one.why, one.citations) for one in looks] == [
        (LETTER, "judged", ("2",)),
        (MINUTES, "judged", ("1",)),
        (f"{MINUTES}-invented", "asked", ()),
    ]
    assert all(one.exchanges[0].url == one.capture.url for one in looks)
    assert (handed.name, handed.audit.name, handed.expected) == ("lamp.html", "lamp.html", 3)
    assert handed.bodies(handed.article) == b"<p>saved"


def test_the_look_that_fetched_the_bytes_stands_before_the_one_that_found_them_unchanged(bench, article):
    first, other, again = bench.archive.keep_captures([
        look(MINUTES, hours=-48), look(MINUTES, hours=-24, body=b"<p>other"),
        look(MINUTES, answered="304 Not Modified"),
    ])  # fmt: skip
    looks = list(dossier(audit_of(article, bench.archive, [again]), bench.archive).looks)
    assert [(one.capture.id, one.why, one.body) for one in looks] == [
        (first.id, "earlier", True),
        (again.id, "judged", True),
        (other.id, "earlier", False),
    ]


def test_looks_after_the_one_that_was_judged_are_not_handed_over(bench, article):
    judged, _ = bench.archive.keep_captures([look(MINUTES), look(MINUTES, hours=3)])
    looks = list(dossier(audit_of(article, bench.archive, [judged]), bench.archive).looks)
    assert [one.capture.id for one in looks] == [judged.id]


def test_an_archives_copy_brings_the_exchange_with_the_archive(bench, article):
    address = "https://archive.example/web/20200101000000id_/" + MINUTES
    bench.archive.keep_captures([look(address, body=b"<p>old words")])
    memento = Memento(archive="archive", original=MINUTES, at=NOON - timedelta(days=900), url=address)
    (copy,) = bench.archive.keep_captures(
        [look(MINUTES, captured_at=memento.at, memento=memento, exchanges=(), body=b"<p>old words")]
    )
    (one,) = dossier(audit_of(article, bench.archive, [copy]), bench.archive).looks
    assert (one.why, one.exchanges[0].url) == ("copy", address)


def test_an_audit_that_did_not_record_its_looks_hands_over_the_last_of_each_source(bench, article):
    _, judged, _ = bench.archive.keep_captures([look(MINUTES, hours=-9), look(MINUTES), look(MINUTES, hours=9)])
    looks = list(dossier(audit_of(article, bench.archive), bench.archive).looks)
    assert [one.capture.id for one in looks if one.why == "judged"] == [judged.id]


def test_an_audit_that_rests_on_what_was_handed_in_hands_over_no_other_looks(bench, article):
    bench.archive.keep_captures([look(MINUTES), look(LETTER)])
    handed = dossier(audit_of(article, bench.archive, []), bench.archive)
    assert list(handed.looks) == []
    account = write_warc(handed, io.BytesIO())
    assert account.missing == {"elsewhere": 2}
    assert "2 links that were judged by files that were handed in" in told("e.warc.gz", 1, account)


def test_a_page_in_which_absent_words_stand_is_handed_over_as_such(bench, article):
    judged, held = bench.archive.keep_captures([look(MINUTES), look("https://board.example/annual")])
    made = audit_of(article, bench.archive, [judged, held])
    audit = bench.archive.audit(made)
    place = Placement(rung="same_site", url="https://board.example/annual", captured_at=NOON)
    finding = Finding(
        quotation=article.quotations[0], attribution=None, verdict=Verdict.NOT_FOUND, severity=None, checkability="full",
        placement=place,
    )  # fmt: skip
    made = bench.archive.keep_audit(replace(audit, findings=(finding,), id=""))
    assert [one.why for one in dossier(made, bench.archive).looks] == ["judged", "placed"]


def test_an_address_in_place_of_a_citation_is_that_citations_look(bench, article):
    (kept,) = bench.archive.keep_captures([look("https://mirror.example/minutes")])
    handed = dossier(
        audit_of(article, bench.archive, [kept], final_url="https://mirror.example/minutes"), bench.archive
    )
    assert [one.citations for one in handed.looks] == [("1", "2")]


def test_copies_that_were_handed_in_are_kept_apart_from_the_looks_at_their_source(bench, article):
    copy = Looked(capture=look(LETTER, supplied="/home/ann/letter.html", exchanges=()), text=None)
    bare = Looked(capture=replace(copy.capture, url="x", final_url=None, body=b"bare"), text=None)
    order = Order(
        article=article, data=b"x", name="lamp.html", supplied=Supplied(by_citation={"2": copy}, bare=(bare,))
    )
    ids = rests_on(order, Evidence(texts={}, histories={}, followed=frozenset()), bench.archive)
    assert len(ids) == 2
    assert bench.archive.history(LETTER) == []
    made = audit_of(article, bench.archive, [bench.archive.capture(one) for one in ids],
                  evidence=("read from the copy given: /home/ann/letter.html",))  # fmt: skip
    handed = dossier(made, bench.archive)
    assert [(one.capture.url, one.why, one.citations) for one in handed.looks] == [
        (LETTER, "supplied", ("2",)),
        ("/home/ann/letter.html", "supplied", ()),
    ]
    assert handed.audit.links[0].evidence == ("read from the copy given: letter.html",)


def test_an_unknown_audit_is_said_to_be_unknown(bench):
    with pytest.raises(NotInArchive):
        dossier("7", bench.archive)


@pytest.mark.parametrize("name", ["a.wacz", "A.WARC", "x/b.warc.gz"])
def test_web_archives_are_known_by_their_names(name):
    assert is_web_archive(name)
    assert not is_web_archive(name + ".html")


def test_looks_that_are_handed_in_stand_by_address_newest_first_and_copies_for_their_citations(bench, article):
    held = [
        HeldLook(capture=look(MINUTES, hours=-5, failure=Failure.TIMEOUT, status=None, body=None)),
        HeldLook(capture=look(MINUTES)),
        HeldLook(
            capture=look(LETTER, supplied="letter.html", media_type="text/html", digest="sha256:1"), citations=("2",)
        ),
        HeldLook(
            capture=look("l", supplied="l.html", final_url=None, media_type="text/html", digest="sha256:1"),
            citations=("1", "99"),
        ),
        HeldLook(capture=look("b", supplied="b.html", final_url=None, media_type="text/html", digest="sha256:1")),
    ]
    bench.sandbox.looks = lambda data, *, name, urls: held
    handed = Handed()
    take(handed, b"x", "folder/e.wacz", article, bench)
    assert [one.captured_at for one in handed.looks[MINUTES]] == [NOON, NOON - timedelta(hours=5)]
    assert list(handed.by_url) == [LETTER]
    assert list(handed.by_citation) == ["1"]
    assert [one.capture.supplied for one in handed.bare] == ["b.html"]
    link = LinkState(citation="1", href=MINUTES, url=MINUTES, state=State.ALIVE, evidence=("it answers",))
    other = replace(link, url=LETTER)
    said, left = with_sources((link, other), handed)
    assert said.evidence == ("it answers", "as recorded in e.wacz, which was handed in")
    assert left is other


def test_a_web_archive_that_kills_its_reader_is_damaged_input(bench, article):
    def crash(*_, **__):
        raise SandboxCrash("Reading this crashed the reader (SIGKILL).")

    bench.sandbox.looks = crash
    with pytest.raises(DamagedInput, match="crashed"):
        take(Handed(), b"x", "e.wacz", article, bench)
