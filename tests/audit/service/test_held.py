"""Absent words are sought on the cited site, behind the source's links and in the whole archive; formulas are flagged."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from audit.service.auditing import audit_article
from audit.service.bench import Nobody
from audit.service.held import Held
from audit.service.judgement import Evidence, judge_article
from audit.service.order import Order
from audit.service.texts import looked
from quotations.model import Capture, Flag, Verdict

pytestmark = pytest.mark.integration
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTES, LETTER = "https://board.example/minutes", "https://paper.example/letter"
SAID = "The board resolved that the night crossing shall not be given up before the new lamp is lit."
WROTE = "The keeper wrote that no boat will leave before the lamp is lit again, whatever the hour."
OTHER = "The accounts of the year were read and found in order, and the members thanked the clerk for them."


def page(url, words):
    body = f"<!doctype html><html lang=en><title>Page</title><main><p>{OTHER}</p><p>{words}</p><p>{OTHER}</p></main>"
    return Capture(url=url, captured_at=NOON, final_url=url, status=200, media_type="text/html", body=body.encode())


def held(bench, article, *pages):
    """The findings of the article after what the archive holds was looked through, near and anywhere."""
    kept = bench.archive.keep_captures(list(pages))
    looks = {one.url: looked(one, bench.sandbox, bench.archive) for one in kept}
    cited = {url: looks[url] for url in (MINUTES, LETTER)}
    evidence = Evidence(
        texts=cited, histories={url: [one.capture] for url, one in cited.items()}, followed=frozenset(cited), now=NOON
    )
    order = Order(article=article, data=b"x", name="lamp.html")
    findings, _ = judge_article(order, evidence, bench.config)
    shelf = Held(article, evidence, bench)
    return shelf.anywhere(shelf.near(findings))


LACKING, LETTERS = page(MINUTES, "Nothing was resolved that night."), page(LETTER, WROTE)


@pytest.mark.parametrize(
    ("pages", "rung", "url"),
    [
        ([LACKING, page("https://www.board.example/old/minutes", SAID)], "same_site", "https://www.board.example/old/minutes"),
        (
            [page(MINUTES, 'See <a href="https://clerk.example/notes">the notes</a>.'), page("https://clerk.example/notes", SAID)],
            "linked_from_source", "https://clerk.example/notes",
        ),
        ([LACKING, page("https://blog.example/lamp", SAID)], "anywhere_held", "https://blog.example/lamp"),
    ],
)  # fmt: skip
def test_words_are_found_on_the_nearest_rung_that_has_them(bench, article, pages, rung, url):
    finding = held(bench, article, LETTERS, *pages)[0]
    assert (finding.placement.rung, finding.placement.url) == (rung, url)
    assert finding.placement.passage.exact.startswith("the night crossing")
    assert rung in finding.placement.searched


def test_the_site_goes_before_the_rest_of_the_archive(bench, article):
    pages = [page("https://blog.example/lamp", SAID), page("https://board.example/2", SAID)]
    finding = held(bench, article, LACKING, LETTERS, *pages)[0]
    assert finding.placement.rung == "same_site"


def test_no_verdict_depends_on_what_is_held(bench, article):
    alone = held(bench, article, LACKING, LETTERS)
    among = held(bench, article, LACKING, LETTERS, page("https://board.example/2", SAID))
    assert [one.verdict for one in alone] == [one.verdict for one in among] == [Verdict.NOT_FOUND, Verdict.CONVENTIONAL]
    assert alone[0].placement.rung == "nowhere_held"


def test_an_audit_looks_there_and_says_so(bench, article):
    for one in bench.archive.keep_captures([LACKING, LETTERS, page("https://board.example/2", SAID)]):
        looked(one, bench.sandbox, bench.archive)
    order = Order(article=article, data=b"x", name="lamp.html")
    audit = asyncio.run(audit_article(order, Nobody(bench.now), bench))
    placement = audit.findings[0].placement
    assert (placement.rung, placement.url) == ("same_site", "https://board.example/2")
    assert bench.archive.audit(audit.id).findings[0].placement == placement
    looks = {bench.archive.capture(one).url for one in audit.captures}
    assert looks == {MINUTES, LETTER, "https://board.example/2"}


def test_short_words_that_three_other_sites_have_are_a_formula(bench, article):
    pages = [page(f"https://site{number}.example/", WROTE) for number in range(3)]
    few = held(bench, article, LACKING, LETTERS, *pages[:2])
    many = held(bench, article, LACKING, LETTERS, *pages)
    assert Flag.FORMULAIC not in few[1].flags
    assert Flag.FORMULAIC in many[1].flags
    assert replace(many[1], flags=few[1].flags, rules=few[1].rules).verdict is few[1].verdict
