from __future__ import annotations

import json
from dataclasses import replace

import pytest

from quotations.errors import MissingInput
from quotations.model import Chance, Flag, State, Verdict
from reports.records import (
    article_record,
    articles_record,
    as_line,
    audit_record,
    check_record,
    error_record,
    links_record,
    watch_record,
    watches_record,
)

pytestmark = pytest.mark.unit

CHECK = [
    "id",
    "quote",
    "verdict",
    "group",
    "severity",
    "checkability",
    "reason",
    "flags",
    "segments",
    "operations",
    "omitted",
    "passage",
    "chance",
    "confidence",
    "source",
    "open",
    "rules",
    "engine",
    "archived",
]


def test_the_sample_has_every_verdict_flag_and_state(sample) -> None:
    assert {f.verdict for f in sample.FINDINGS} == set(Verdict)
    assert {flag for f in sample.FINDINGS for flag in f.flags} == set(Flag)
    assert {link.state for link in sample.LINKS} == set(State)


def test_every_finding_has_all_keys_of_check_in_order(sample) -> None:
    for finding in sample.FINDINGS:
        assert list(check_record(finding)) == CHECK


def test_nothing_known_is_null_or_empty_but_never_missing(sample) -> None:
    bare = check_record(sample.finding("1", "words", Verdict.NOT_FOUND, comparison=None, source=sample.SourceSeen()))
    assert bare["passage"] is None
    assert bare["chance"] == {"bits": None, "expected": None, "in_words": None}
    assert bare["open"] == {"live": None, "archive": None}
    assert bare["source"]["state"] == "unknown"
    assert bare["segments"] == bare["operations"] == bare["omitted"] == []


def test_the_state_of_an_unread_source_says_why(sample) -> None:
    by_check = {f.checkability: check_record(f)["source"]["state"] for f in sample.FINDINGS}
    assert by_check["no_target"] == "lost_target"
    assert by_check["link:gated"] == "gated"
    assert by_check["no_citation"] == "unknown"


def test_the_id_and_quote_asked_for_come_back(sample) -> None:
    record = check_record(sample.FINDINGS[0], id="line-7", quote=" as  typed ")
    assert (record["id"], record["quote"]) == ("line-7", " as  typed ")


def test_an_operation_carries_both_texts_words_and_the_place_in_the_source(sample) -> None:
    [altered] = [f for f in sample.FINDINGS if f.verdict is Verdict.ALTERED and f.checkability == "full"]
    [operation] = check_record(altered)["operations"]
    assert (operation["article"], operation["source"]) == ("high", "spring")
    assert operation["end"] - operation["start"] == len("spring")
    assert list(operation) == ["label", "article", "source", "start", "end"]


def test_an_audit_has_one_finding_and_one_link_each_in_the_articles_order(sample) -> None:
    record = audit_record(sample.AUDIT)
    assert list(record) == ["audit", "article", "findings", "links", "summary", "run"]
    assert [f["quotation"]["id"] for f in record["findings"]] == [f.quotation.id for f in sample.FINDINGS]
    assert [link["citation"] for link in record["links"]] == [link.citation for link in sample.LINKS]
    for finding in record["findings"]:
        assert list(finding) == [*CHECK, "quotation", "attribution", "placement", "also"]
    [placed] = [f["placement"] for f in record["findings"] if f["placement"] and f["placement"]["url"]]
    assert list(placed) == ["rung", "url", "captured_at", "passage", "searched"]


def test_links_are_the_audit_without_findings(sample) -> None:
    record = audit_record(sample.AUDIT)
    del record["findings"]
    assert links_record(sample.AUDIT) == record
    names = "citation href url final_url state reason severity notices evidence http_status redirects first_failed"
    assert list(record["links"][0]) == [*names.split(), "last_good", "revived", "archive", "override", "place"]


def test_a_read_article_keeps_its_quotations_attributions_and_citations(sample) -> None:
    record = article_record(sample.ARTICLE)
    first, citation = record["quotations"][0], record["citations"][0]
    assert first["parts"] == [[first["start"], first["end"]]]
    assert first["attributions"] == [{"citation": "1", "basis": "cue_link", "score": 0.92, "margin": 0.4}]
    names = "id href url archived anchor start end role role_reason locator target note"
    assert list(citation) == names.split()


def test_a_file_of_several_articles_is_told_as_a_list(sample) -> None:
    assert "quotations" in articles_record([sample.ARTICLE])
    assert len(articles_record([sample.ARTICLE, sample.ARTICLE])["articles"]) == 2


def test_a_record_is_one_line_that_reads_back_the_same(sample) -> None:
    record = audit_record(sample.AUDIT)
    line = as_line(record)
    assert "\n" not in line
    assert json.loads(line) == record


def test_lone_surrogates_and_infinities_still_make_a_file_that_can_be_written(sample) -> None:
    finding = sample.finding("1", "a\ud800b\u2028c\x00", Verdict.WEAK, comparison=sample.compared(Verdict.WEAK, "a"))
    chance = Chance(bits=float("inf"), expected=float("nan"), in_words="")
    finding = replace(finding, comparison=replace(finding.comparison, chance=chance))
    line = as_line(check_record(finding))
    assert json.loads(line.encode())["quote"] == "a\ud800b\u2028c\x00"
    assert json.loads(line)["chance"]["bits"] is None


def test_an_error_has_its_four_words_and_keeps_a_lines_id() -> None:
    error = MissingInput("no such file", hint="look again", subject="a.md")
    told = {"code": "missing_input", "message": "no such file", "hint": "look again", "subject": "a.md"}
    assert error_record(error) == {"error": told}
    assert error_record(error, id="3") == {"id": "3", "error": told}


def test_a_watch_tells_what_failed_and_why() -> None:
    failed = [("bad.html", MissingInput("no such file"))]
    record = watches_record([watch_record("1", "saved", new=2, unchanged=1, failed=failed, audits=["7"])])
    [watch] = record["watches"]
    assert list(watch) == ["id", "target", "new", "changed", "unchanged", "failed", "audits"]
    assert watch["failed"][0]["file"] == "bad.html"
    assert watch["failed"][0]["error"]["code"] == "missing_input"
