"""Audits written one after another come to what they come to when rendered together."""

import json
from dataclasses import replace

import pytest

from reports import FORMATS, LINK_FORMATS, render, render_links, stream
from reports.summary import none, summarise
from reports.terminal.screen import Screen

pytestmark = pytest.mark.unit


def written(audits, format, *, links=False):
    told = stream(format, Screen(), several=len(audits) > 1, links=links)
    parts = [told.add(audit) for audit in audits]
    return told.head() + "".join(parts) + told.foot()


@pytest.mark.parametrize("format", FORMATS)
def test_a_stream_writes_what_is_rendered_of_all_audits_together(sample, format):
    other = replace(sample.AUDIT, id="2", name="other.html", article=replace(sample.AUDIT.article, title="Another"))
    for audits in ([sample.AUDIT], [sample.AUDIT, other], [sample.AUDIT, sample.AUDIT]):
        assert written(audits, format) == render(audits, format)


@pytest.mark.parametrize("format", LINK_FORMATS)
def test_links_are_written_so_as_well(sample, format):
    audits = [sample.AUDIT, replace(sample.AUDIT, id="2")]
    assert written(audits, format, links=True) == render_links(audits, format)


def test_an_audit_without_a_row_brings_no_blank_line_into_a_table(sample):
    empty = replace(sample.AUDIT, findings=())
    rows = written([empty, sample.AUDIT, empty, sample.AUDIT], "csv").split("\r\n")
    assert rows == render([sample.AUDIT, sample.AUDIT], "csv").split("\r\n")


def test_only_the_head_of_a_page_of_many_waits_for_the_last(sample):
    several = {name for name in FORMATS if stream(name, Screen(), several=True).late}
    assert several == {"html"}
    assert not stream("html", Screen(), several=False).late


def test_counts_put_together_are_those_of_all(sample):
    empty = replace(sample.AUDIT, findings=(), links=())
    audits = [sample.AUDIT, empty, sample.AUDIT]
    total = none()
    for one in audits:
        total = total.plus(summarise(one))
    assert total == summarise(*audits)
    assert none().worst is None


def test_json_by_input_puts_the_articles_of_one_file_together(sample):
    def told(*inputs):
        audits = [replace(sample.AUDIT, id=str(at), run={"input": one}) for at, one in enumerate(inputs)]
        stretch = stream("json", Screen(), several=len(audits) > 1, by_input=True)
        lines = ("".join(map(stretch.add, audits)) + stretch.foot()).splitlines()
        return [
            [one["audit"] for one in line["articles"]] if "articles" in line else line["audit"]
            for line in map(json.loads, lines)
        ]

    assert told("a") == ["0"]
    assert told("a", "a") == [["0", "1"]]
    assert told("a", "b", "b", "b", "c") == ["0", ["1", "2", "3"], "4"]
    assert told("a", "a", "b", "c", "c") == [["0", "1"], "2", ["3", "4"]]
    assert told() == []


def test_behind_several_a_terminal_says_what_they_come_to_and_which_to_look_at_first(sample):
    other = replace(sample.AUDIT, id="2", name="other.html", article=replace(sample.AUDIT.article, title="Other"))
    fine = replace(other, id="3", findings=(), links=(), article=replace(other.article, title="Fine"))
    told = written([sample.AUDIT, fine, other], "terminal").rpartition("All 3 articles")[2]
    assert "1 article with nothing to look at" in told
    assert "Other" in told
    assert "Fine" not in told
    assert f"{2 * len(sample.AUDIT.links)} links:" in told
    again = written([sample.AUDIT, replace(sample.AUDIT, id="2")], "terminal")
    assert "2 audits of 1 article" in again


def test_behind_one_audit_nothing_is_summed_up(sample):
    assert "article\n" not in written([sample.AUDIT], "terminal").splitlines()[-1]
    assert written([sample.AUDIT], "terminal") == render([sample.AUDIT], "terminal")
