"""Which links get a new address, and what is said of those that do not."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quotations.model import ArchivedCopy as Copy
from quotations.model import (
    Article,
    Attribution,
    Audit,
    Basis,
    Citation,
    Finding,
    Hop,
    LinkState,
    Place,
    Placement,
    Quotation,
    Severity,
    Span,
    State,
    Verdict,
)
from reports.replacements import form_of, rendered, replacements, told

pytestmark = pytest.mark.unit

OLD, NEW = "https://a.example/old", "https://a.example/new"
CITED = Citation(
    id="1", href="/old#p", url=OLD, anchor="x", span=Span(0, 1), locator="p", place=Place(line=3, column=7)
)
MOVED = LinkState(
    citation="1",
    href="/old#p",
    url=OLD,
    state=State.MOVED,
    reason="permanent",
    severity=Severity.OK,
    final_url=NEW,
    redirects=(Hop(OLD, 301, NEW),),
)


def finding(verdict, **more):
    return Finding(
        quotation=Quotation(id="q1", text="kept", parts=(Span(0, 1),)),
        attribution=Attribution(quotation="q1", citation="1", basis=Basis.CUE_LINK, score=1.0, margin=1.0),
        verdict=verdict,
        severity=None,
        checkability="full",
        **more,
    )


def rows(*findings, link=MOVED, citation=CITED):
    article = Article(text="x", format="html", citations=(citation,))
    audit = Audit(
        article=article, findings=findings, links=(link,), audited_at=datetime(2026, 5, 3, tzinfo=UTC), name="a"
    )
    return replacements([audit])


@pytest.mark.parametrize(
    ("verdicts", "offered", "quotations"),
    [
        ([], True, "none judged"),
        ([Verdict.UNCHECKED], True, "none judged"),
        ([Verdict.VERBATIM, Verdict.ELIDED], True, "2 of 2 there"),
        ([Verdict.MINOR], True, "1 of 1 there"),
        ([Verdict.VERBATIM, Verdict.NOT_FOUND], False, "1 of 2 there"),
        ([Verdict.CRITICAL], False, "0 of 1 there"),
        ([Verdict.PARTIAL], False, "0 of 1 there"),
    ],
)
def test_a_new_address_is_offered_where_the_quoted_words_are(verdicts, offered, quotations):
    (row,) = rows(*map(finding, verdicts))
    assert (row.offered, row.quotations) == (offered, quotations)
    assert (row.old, row.new, row.why) == (f"{OLD}#p", f"{NEW}#p", "moved for good (301)")


def test_words_that_only_an_archived_copy_has_are_not_there():
    (row,) = rows(finding(Verdict.VERBATIM, placement=Placement(rung="archived_version", url="https://web.example/1")))
    assert not row.offered


@pytest.mark.parametrize(
    "change",
    [
        {"reason": "temporary"},
        {"state": State.ALIVE},
        {"final_url": OLD},
        {"final_url": None},
        {"state": State.SOFT_404},
    ],
)
def test_what_has_not_moved_for_good_is_no_row(change):
    assert rows(link=replace(MOVED, **change)) == []


def test_a_link_to_an_archives_copy_is_left_alone():
    assert rows(citation=replace(CITED, archived=Copy(original="https://b.example/", at=None))) == []


def test_a_fragment_of_the_new_address_goes_before_the_old_one():
    (row,) = rows(link=replace(MOVED, final_url=f"{NEW}#new"))
    assert row.new == f"{NEW}#new"


def test_all_forms_tell_the_same():
    found = rows(link=replace(MOVED, final_url="https://a.example/=1+1"))
    (line,) = csv.DictReader(io.StringIO(rendered(found, "csv")))
    (record,) = json.loads(rendered(found, "json"))["replacements"]
    assert (line["old"], line["line"], line["as written"]) == (record["old"], str(record["line"]), record["as written"])
    assert f"a:3:7\n  - {OLD}#p\n" in rendered(found, "text")
    assert rendered([], "text") == "No link has moved for good.\n"
    assert list(csv.DictReader(io.StringIO(rendered([], "csv")))) == []


def test_held_back_ones_are_counted_and_not_listed():
    found = [*rows(), *rows(finding(Verdict.NOT_FOUND))]
    assert told(found) == "1 link has a new address; 1 is held back, since quoted words are not at the new address"
    assert rendered(found, "json").count('"old"') == 1


@pytest.mark.parametrize(("name", "form"), [("a.csv", "csv"), ("A.JSON", "json"), ("a.txt", "text"), ("a", "text")])
def test_the_name_of_the_file_asks_for_a_form(name, form):
    assert form_of(name) == form
