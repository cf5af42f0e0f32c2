from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from quotations.errors import UsageError
from quotations.model import QuotationForm, Span, Verdict
from reports import CHECK_FORMATS, FORMATS, LINK_FORMATS, READ_FORMATS, render, render_check, render_links, render_read
from reports.diff import Mark, Piece
from reports.markdown import _pieces
from reports.tables import cell

pytestmark = pytest.mark.unit

HOSTILE = '=cmd|"/c calc"!A1 <b>x</b> [y](javascript:z) `q` **w** | @someone\x00\x1b\u202e\ud800\n# head'


def hostile(sample):
    finding = sample.finding("1", HOSTILE, Verdict.NOT_FOUND, source=replace(sample.SEEN, title=HOSTILE, url=HOSTILE))
    link = replace(sample.LINKS[2], href=HOSTILE, url=f"https://a.example/{HOSTILE}", evidence=(HOSTILE,))
    article = replace(sample.ARTICLE, title=HOSTILE, quotations=(finding.quotation,))
    return replace(sample.AUDIT, article=article, findings=(finding,), links=(link,), name=HOSTILE)


def test_every_format_renders_every_verdict_and_hostile_words_and_can_be_written(sample) -> None:
    for name in FORMATS:
        for audit in (sample.AUDIT, hostile(sample)):
            render([audit, audit], name).encode()
    for name in LINK_FORMATS:
        render_links(hostile(sample), name).encode()
    for name in CHECK_FORMATS:
        for finding in (*sample.FINDINGS, *hostile(sample).findings):
            render_check(finding, name).encode()
    for name in READ_FORMATS:
        render_read(hostile(sample).article, name, name=HOSTILE).encode()


def test_an_unknown_format_names_those_there_are(sample) -> None:
    with pytest.raises(UsageError) as caught:
        render(sample.AUDIT, "docx")
    assert "terminal, json, html" in caught.value.hint


def test_several_audits_are_one_json_object_a_line(sample) -> None:
    lines = render([sample.AUDIT, sample.AUDIT], "json").splitlines()
    assert [json.loads(line)["audit"] for line in lines] == ["7", "7"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", "  =1", "＝1", "\ufeff=1", "\r=1"])
def test_no_cell_can_be_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_a_table_has_a_row_a_finding_and_reads_back(sample) -> None:
    rows = list(csv.DictReader(io.StringIO(render(sample.AUDIT, "csv"), newline="")))
    assert [row["verdict"] for row in rows] == [finding.verdict.value for finding in sample.FINDINGS]
    assert rows[0]["quote"] == sample.MOLE
    links = list(csv.DictReader(io.StringIO(render_links(sample.AUDIT, "csv"), newline="")))
    assert [row["state"] for row in links] == [link.state.value for link in sample.LINKS]


def test_junit_counts_failures_and_skips_what_was_not_checked(sample) -> None:
    suite = ElementTree.fromstring(render(sample.AUDIT, "junit")).find("testsuite")
    cases = suite.findall("testcase")
    assert int(suite.get("tests")) == len(cases) == len(sample.FINDINGS) + len(sample.LINKS)
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
    skipped = {case.get("name").split(":")[0] for case in cases if case.find("skipped") is not None}
    unchecked = {f"quotation {f.quotation.id}" for f in sample.FINDINGS if f.verdict is Verdict.UNCHECKED}
    assert unchecked <= skipped
    assert ElementTree.fromstring(render(hostile(sample), "junit")) is not None


def test_sarif_points_into_a_text_file_by_line_and_column(sample) -> None:
    text = "# The mole\n\nÉmile said “it will be kept” and\nmore.\n"
    start = text.index("it will")
    quotation = replace(sample.quotation("1", "it will be kept"), parts=(Span(start, start + 15),))
    assert quotation.form is QuotationForm.INLINE
    finding = sample.finding("1", "it will be kept", Verdict.NOT_FOUND, quotation=quotation)
    article = replace(sample.ARTICLE, text=text, format="markdown")
    audit = replace(sample.AUDIT, article=article, findings=(finding,), links=(), name="a b.md")
    [result] = json.loads(render(audit, "sarif"))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.md"
    assert place["region"] == {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 28}
    html = json.loads(render(replace(audit, article=replace(article, format="html")), "sarif"))["runs"][0]["results"]
    assert "region" not in html[0]["locations"][0]["physicalLocation"]


def test_sarif_leaves_out_what_is_fine_and_blames_nothing_unchecked(sample) -> None:
    run = json.loads(render(sample.AUDIT, "sarif"))["runs"][0]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} <= rules
    assert "quotation/VERBATIM" not in {result["ruleId"] for result in run["results"]}
    open_ = [result for result in run["results"] if result["ruleId"] == "quotation/UNCHECKED"]
    assert {(result["kind"], result["level"]) for result in open_} == {("open", "none")}


def test_a_sarif_fingerprint_stays_when_the_words_move(sample) -> None:
    moved = replace(sample.FINDINGS[12], quotation=replace(sample.FINDINGS[12].quotation, parts=(Span(5, 9),)))
    marks = []
    for finding in (sample.FINDINGS[12], moved):
        run = json.loads(render(replace(sample.AUDIT, findings=(finding,), links=()), "sarif"))["runs"][0]
        marks.append(run["results"][0]["partialFingerprints"]["quotation/v1"])
    assert marks[0] == marks[1]
    assert len(marks[0]) == len(hashlib.sha256().hexdigest()) // 2


def test_markdown_keeps_outside_words_words(sample) -> None:
    told = render(hostile(sample), "markdown")
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(told)
    assert "<b>" not in html
    assert "<strong>w</strong>" not in html
    assert not re.search(r'href="(?!https://)', html)
    assert "@someone" not in re.sub("<a .*?</a>", "", html, flags=re.DOTALL)
    assert html.count("<h1>") == 1


def test_every_difference_that_markdown_marks_is_marked_where_it_is_rendered(sample) -> None:
    told = render(sample.AUDIT, "markdown")
    page = MarkdownIt("commonmark").enable(["strikethrough", "table"]).render(told)
    assert told.count("**") == 2 * page.count("<strong>")
    assert told.count("~~") == 2 * page.count("<s>")


def test_markdown_makes_nothing_of_what_the_house_style_lets_pass(sample) -> None:
    pieces = (Piece("The", Mark.ONLY_ARTICLE, allowed=True), Piece(" road"), Piece("high", Mark.ONLY_ARTICLE))
    assert _pieces(pieces) == "The road~~high~~"


def test_markdown_marks_differences(sample) -> None:
    told = render(sample.AUDIT, "markdown")
    assert "“the new crane is ‸safe to use by ~~40~~ people”" in told
    assert "the new crane is **not** safe to use by **14** people" in told
