from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from quotations.model import Flag, Group, Placement, Severity, State, Verdict
from reports.order import graded
from reports.outcome import SYMBOLS, Tone, outcome
from reports.proportions import WIDTH, proportions
from reports.repair import differences_in_words, repairs
from reports.summary import CLASSES, classed, links_sentence, sentence, summarise, worst
from reports.words.labels import BASES, CONFIDENCES, FLAGS, FORMS, KINDS, ROLES
from reports.words.links import NOTICES, STATES
from reports.words.verdicts import VERDICTS

pytestmark = pytest.mark.unit


def test_every_closed_word_of_the_model_has_words_for_people() -> None:
    for told in (FLAGS, KINDS, FORMS, ROLES, BASES, CONFIDENCES, STATES, NOTICES, VERDICTS):
        kind = type(next(iter(told)))
        assert set(told) == set(kind)
    assert set(SYMBOLS) == set(Tone)
    assert len(set(SYMBOLS.values())) == len(Tone)


def test_the_sentence_says_what_was_checked_before_what_was_found(sample) -> None:
    audit = replace(
        sample.AUDIT, findings=(*sample.FINDINGS[:5], sample.FINDINGS[6], sample.FINDINGS[12], sample.FINDINGS[17])
    )
    article = replace(sample.ARTICLE, quotations=tuple(f.quotation for f in audit.findings))
    told = sentence(summarise(replace(audit, article=article)))
    assert told == (
        "8 quotations; 7 checked: 5 stand in their source, 1 was changed, 1 is not there; 1 could not be checked."
    )


def test_an_audit_of_links_alone_blames_no_kind_of_quotation(sample) -> None:
    links = replace(sample.AUDIT, findings=(), run={"quotations": False})
    assert sentence(summarise(links)).endswith("; not judged, for only the links were asked about.")
    assert sentence(summarise(replace(links, run={}))).endswith("; none of a kind that is judged.")


def test_nothing_checked_is_said_and_is_no_praise(sample) -> None:
    unchecked = tuple(f for f in sample.FINDINGS if f.verdict is Verdict.UNCHECKED)
    article = replace(sample.ARTICLE, quotations=tuple(f.quotation for f in unchecked))
    summary = summarise(replace(sample.AUDIT, findings=unchecked, links=(), article=article))
    assert sentence(summary) == "8 quotations; none of them could be checked."
    assert summary.share("stands") is None
    assert summary.worst is None
    assert links_sentence(summary) == "No link was found."


def test_shares_are_of_the_checked_alone(sample) -> None:
    summary = summarise(sample.AUDIT)
    assert summary.share("stands") == 5 / 16
    assert summary.checked + summary.unchecked == summary.judged == len(sample.FINDINGS)
    assert sum(summary.record()["found"].values()) == summary.checked


def test_the_counts_of_links_add_up(sample) -> None:
    told = links_sentence(summarise(sample.AUDIT))
    head, rest = told.split(":")
    assert sum(map(int, re.findall(r"\d+", rest))) == int(head.split()[0]) == len(State)


def test_the_worst_is_the_gravest_of_findings_and_links_and_nothing_unchecked(sample) -> None:
    assert worst(sample.FINDINGS) is Severity.ERROR
    assert worst(sample.FINDINGS[:5]) is Severity.OK
    assert worst(f for f in sample.FINDINGS if f.verdict is Verdict.UNCHECKED) is None
    assert worst((), [link for link in sample.LINKS if link.state is State.GONE]) is Severity.ERROR


def test_order_is_by_gravity_then_verdict_with_equals_as_the_article_has_them(sample) -> None:
    ordered = graded(reversed(sample.FINDINGS))
    assert [f.severity for f in ordered if f.severity] == sorted(
        (f.severity for f in ordered if f.severity), key=lambda severity: -severity.rank
    )
    assert all(f.verdict is Verdict.UNCHECKED for f in ordered[-8:])
    fine = [f.quotation.id for f in graded(sample.FINDINGS) if f.severity is Severity.OK]
    assert fine == ["1", "2", "3", "4", "5"]


def test_the_bar_fills_its_width_and_puts_the_unchecked_last(sample) -> None:
    shares = proportions(summarise(sample.AUDIT))
    assert shares[-1].tone is Tone.OPEN
    assert shares[-1].start + shares[-1].width == pytest.approx(WIDTH, abs=0.3)
    assert proportions(summarise(replace(sample.AUDIT, findings=()))) == ()


def test_what_is_unchecked_is_told_with_reason_and_remedy_and_never_as_wrong(sample) -> None:
    for finding in sample.FINDINGS:
        if finding.verdict is Verdict.UNCHECKED:
            told = outcome(finding)
            assert told.tone is Tone.OPEN
            assert told.todo
            assert "{" not in f"{told.title}{told.sentence}{told.todo}"
            assert not re.search(r"\b(wrong|error|false|fabricat)", f"{told.title} {told.sentence}", re.IGNORECASE)


def test_an_unsure_pairing_is_told_as_the_nearest_link(sample) -> None:
    unsure = next(f for f in sample.FINDINGS if f.checkability == "ambiguous_pairing")
    assert outcome(unsure).title == "Not in link 19, the nearest one"


def test_an_alteration_in_a_link_that_is_only_the_nearest_blames_nobody(sample) -> None:
    altered = next(f for f in sample.FINDINGS if f.verdict is Verdict.ALTERED)
    unstaked = replace(altered, rules=(*altered.rules, "unstaked_pairing"), severity=Severity.NOTE)
    told = outcome(unstaked)
    assert (told.tone, told.title) == (Tone.NOTE, "The nearest link reads differently")
    assert classed(unstaked) == "nearest"
    assert repairs(unstaked) == (told.todo,)


def test_words_of_another_source_are_never_told_as_absent(sample) -> None:
    absent, placed = sample.FINDINGS[12], sample.FINDINGS[13]
    assert outcome(absent).tone is Tone.ERROR
    assert outcome(placed).tone is Tone.ELSEWHERE
    assert outcome(placed).title != outcome(absent).title
    assert "https://gazette.example/letters" in outcome(placed).todo
    nowhere = replace(placed, placement=Placement(rung="nowhere_held"))
    assert outcome(nowhere) == outcome(replace(absent, attribution=nowhere.attribution, flags=()))


def test_a_good_finding_of_a_later_version_is_simply_good(sample) -> None:
    fine = replace(sample.FINDINGS[0], checkability="later_version", days_later=400)
    assert outcome(fine).tone is Tone.OK


def test_braces_in_an_address_are_left_as_they_are(sample) -> None:
    placement = replace(sample.FINDINGS[13].placement, url="https://a.example/{days}{0}")
    assert "https://a.example/{days}{0}" in outcome(replace(sample.FINDINGS[13], placement=placement)).todo


def test_each_class_of_verdict_has_one_and_another_wording(sample) -> None:
    assert all(one and many for one, many in CLASSES.values())


def test_repairs_restore_the_sources_words(sample) -> None:
    steps = repairs(sample.FINDINGS[8])
    assert steps[:2] == ("Restore “not”.", "Restore “14” for “40”, or set the change in [brackets].")
    assert steps[2].startswith("Or quote it as it stands: “the new crane is not safe")


def test_nothing_is_to_be_done_where_nothing_is_amiss_or_blamed(sample) -> None:
    assert repairs(sample.FINDINGS[0]) == ()
    later = next(f for f in sample.FINDINGS if f.days_later and f.verdict.group is Group.ALTERED)
    assert not any("Restore" in step for step in repairs(later))
    faked = replace(sample.FINDINGS[0], flags=(Flag.FULL_STOP_FAKED,))
    assert len(repairs(faked)) == 1


def test_differences_are_told_gravest_first_and_the_rest_counted(sample) -> None:
    assert differences_in_words(sample.FINDINGS[8], most=1) == (
        "The quotation leaves out “not” (a negation).",
        "And 1 more.",
    )
    long = replace(sample.FINDINGS[6].comparison.operations[0], article="a" * 10_000, source="b " * 400)
    finding = replace(sample.FINDINGS[6], comparison=replace(sample.FINDINGS[6].comparison, operations=(long,)))
    assert len(differences_in_words(finding)[0]) < 300


def test_words_in_hidden_code_are_told_as_such(sample) -> None:
    assert "where no reader sees them" in outcome(sample.FINDINGS[12]).sentence


def test_a_passage_that_ends_where_the_quotation_goes_on_is_not_offered_whole(sample) -> None:
    critical = sample.FINDINGS[8]
    added = sample.operation("", critical.quotation.text, "", "people", "addition", Verdict.ALTERED)
    operations = (*critical.comparison.operations, added)
    finding = replace(critical, comparison=replace(critical.comparison, operations=operations))
    assert not any("as it stands" in step for step in repairs(finding))
    assert any("as it stands" in step for step in repairs(critical))


def test_every_class_of_finding_has_its_part_of_the_bar() -> None:
    summary = replace(summarise(), classes=Counter(list(CLASSES)))
    assert len(proportions(summary)) == len(CLASSES)
