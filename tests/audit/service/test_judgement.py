"""An article judged by what was seen of its sources, without a network."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from audit.config import Config
from audit.service.auditing import addresses, due
from audit.service.collection import cited_on
from audit.service.judgement import Evidence, Siblings, judge_article
from audit.service.order import Order
from audit.service.supplied import supplied
from quotations.judging import Looked
from quotations.model import Capture, State, Verdict
from quotations.text import read_text

pytestmark = pytest.mark.integration
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTES, LETTER = "https://board.example/minutes", "https://paper.example/letter"
FILLER = "<p>The accounts of the year were read and found in order, and the members thanked the clerk for them.</p>" * 6


def seen(url, words, status=200):
    body = f"<!doctype html><title>Page of {url[8:13]}</title><main>{FILLER}<p>{words}</p>{FILLER}</main>".encode()
    capture = Capture(
        url=url,
        captured_at=NOON,
        final_url=url,
        status=status,
        media_type="text/html",
        digest=f"sha256:{status}",
        size=len(body),
    )
    return Looked(capture=capture, text=read_text(body, media_type="text/html"))


def judged(order, *looks, config=None):
    evidence = Evidence(
        texts={one.capture.url: one for one in looks},
        histories={one.capture.url: [one.capture] for one in looks},
        followed=frozenset({MINUTES, LETTER}),
    )
    return judge_article(order, evidence, config or Config())


def order(article, **given):
    return Order(article=article, data=b"x", name="lamp.html", **given)


SAID = "The board resolved that the night crossing shall not be given up before the new lamp is lit."
WROTE = "The keeper wrote that no boat will leave before the lamp is lit again, whatever the hour."


def test_each_quotation_is_judged_by_the_source_that_it_is_paired_with(article):
    findings, links = judged(order(article), seen(MINUTES, SAID), seen(LETTER, WROTE.replace("no boat", "a boat")))
    assert [one.verdict for one in findings] == [Verdict.VERBATIM, Verdict.CRITICAL]
    assert [link.state for link in links] == [State.ALIVE, State.ALIVE]


def test_words_that_stand_in_another_cited_source_are_placed_there(article):
    findings, _ = judged(order(article), seen(MINUTES, "Nothing was resolved."), seen(LETTER, WROTE + " " + SAID))
    placement = findings[0].placement
    assert (placement.rung, placement.url, placement.citation) == ("cited_elsewhere", LETTER, "2")
    assert placement.passage is not None


def test_words_that_stand_nowhere_are_said_to_be_nowhere_held(article):
    findings, _ = judged(order(article), seen(MINUTES, "Nothing was resolved."), seen(LETTER, WROTE))
    assert (findings[0].verdict, findings[0].placement.rung) == (Verdict.NOT_FOUND, "nowhere_held")
    assert findings[0].placement.searched


def test_a_source_that_was_not_looked_at_leaves_unchecked(article):
    findings, links = judged(order(article), seen(LETTER, WROTE))
    assert (findings[0].verdict, findings[0].severity) == (Verdict.UNCHECKED, None)
    assert links[0].state is State.UNKNOWN


def test_a_supplied_copy_stands_for_its_citation_and_for_no_other(article, bench, tmp_path):
    (tmp_path / "copy.txt").write_text(f"{SAID} {WROTE}\n" * 2)
    given = supplied([f"1={tmp_path / 'copy.txt'}"], article, bench)
    findings, links = judged(order(article, supplied=given))
    assert [one.verdict for one in findings] == [Verdict.VERBATIM, Verdict.UNCHECKED]
    assert [link.state for link in links] == [State.SUPPLIED, State.UNKNOWN]
    assert list(addresses(order(article, supplied=given), bench)) == [LETTER]


def test_links_alone_make_no_findings(article):
    findings, links = judged(order(article, quotations=False), seen(MINUTES, SAID))
    assert (findings, len(links)) == ((), 2)


def test_kinds_that_were_not_asked_for_are_not_judged(article):
    assert judged(order(article), seen(MINUTES, SAID), config=Config(kinds=("title",)))[0] == ()


def test_sources_of_roles_that_are_not_followed_are_not_due(article, bench):
    assert due(order(article), bench) == [MINUTES, LETTER]
    article_of_notes = order(article)
    assert due(article_of_notes, type(bench)(Config(roles=("note",)), bench.sandbox, bench.archive)) == []


def test_the_day_of_the_citation_makes_an_absence_one_of_todays_version(article):
    then = cited_on(article, date(2019, 1, 1))
    (finding, _), _ = judged(order(then), seen(MINUTES, "Nothing was resolved."), seen(LETTER, WROTE))
    assert finding.checkability == "later_version"
    assert finding.days_later > 2000


def test_only_looks_that_share_a_page_are_siblings_and_never_too_many():
    one = seen("https://a.example/1", SAID).capture
    same = [replace(one, url=f"https://a.example/{n}", final_url=f"https://a.example/{n}") for n in range(2, 200)]
    other = replace(one, url="https://b.example/", final_url="https://b.example/", digest="sha256:other")
    siblings = Siblings([other, one, *same])
    assert siblings.of(other) == ()
    assert 0 < len(siblings.of(one)) <= Siblings.ENOUGH
    landed = replace(other, url="https://c.example/", digest="sha256:third")
    assert siblings.of(landed) == (other,)


def test_a_verdict_is_the_same_when_indexes_had_to_be_made_again(article, monkeypatch):
    looks = [seen(MINUTES, "Nothing was resolved."), seen(LETTER, WROTE + " " + SAID)]
    before = judged(order(article), *looks)
    monkeypatch.setattr("audit.service.indexes.Indexes.__init__.__defaults__", (1,))
    again = judged(order(article), *(replace(one, index=None) for one in looks))
    assert again == before
    assert [one.index is not None for one in looks].count(True) >= 1
