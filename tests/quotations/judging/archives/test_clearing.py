from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quotations.judging import Candidate, Looked, judge
from quotations.judging.archives.clearing import judged_by, only_placed, placed_in, sought_in_vain, worth_asking
from quotations.model import (
    Attribution,
    Basis,
    Capture,
    Citation,
    Confidence,
    LinkState,
    Memento,
    Quotation,
    Severity,
    Span,
    State,
    Text,
    Verdict,
)

pytestmark = pytest.mark.unit
PAGE, COPY = "https://quay.example/", "https://archive.example/web/20220307101112/https://quay.example/"
AT = datetime(2022, 3, 7, 10, 11, 12, tzinfo=UTC)
WORDS = "the quay was shut for two winters after the storm"
HAS = f"The clerk read the list. As he said, {WORDS}. Then the board rose."
LACKS = "Tides and moonlight drive the engines of the mill. A miller counts the sacks of flour twice a week."
CHANGED = HAS.replace("two winters", "seven winters")
CITED = Citation(id="1", href=PAGE, url=PAGE, anchor="x", span=Span(0, 1))


def copy(words):
    memento = Memento(archive="archive.example", original=PAGE, at=AT, url=COPY)
    capture = Capture(url=PAGE, captured_at=AT, final_url=COPY, status=200, memento=memento, digest="sha256:1")
    return Looked(capture=capture, text=Text(text=words, language="en"))


def found(words, state=State.ALIVE):
    link = LinkState(citation="1", href=PAGE, url=PAGE, state=state, final_url=PAGE)
    seen = None
    if words is not None:
        live = Capture(url=PAGE, captured_at=datetime(2026, 1, 1, tzinfo=UTC), final_url=PAGE, status=200)
        seen = Looked(capture=live, text=Text(text=words, language="en"))
    given = Attribution(quotation="1", citation="1", basis=Basis.GIVEN, score=1.0, margin=1.0)
    return judge(Quotation.asked(WORDS), [Candidate(given, CITED, link, seen)]), link


def by_copy(words, copied, state=State.ALIVE, *, certain=True):
    finding, link = found(words, state)
    placement = placed_in(finding, copy(copied))
    return placement and judged_by(finding, placement, copy(copied), link, CITED, None, certain=certain)


@pytest.mark.parametrize(("words", "state"), [(LACKS, State.ALIVE), (CHANGED, State.ALIVE), (None, State.GONE)])
def test_words_that_a_copy_has_clear_the_finding_whose_verdict_is_the_copys(words, state):
    cleared = by_copy(words, HAS, state)
    assert (cleared.verdict, cleared.severity) == (Verdict.VERBATIM, Severity.OK)
    assert (cleared.source.state, cleared.source.captured_at, cleared.source.final_url) == (state, AT, PAGE)
    assert (cleared.placement.rung, cleared.placement.url) == ("archived_version", COPY)
    assert (cleared.rules[-1], cleared.days_later) == ("archived_version", None)


def test_a_copy_that_has_other_words_accuses_nobody():
    told = by_copy(None, CHANGED, State.GONE)
    assert (told.verdict, told.severity) == (Verdict.UNCHECKED, None)
    assert told.placement.verdict is Verdict.CRITICAL
    assert by_copy(CHANGED, CHANGED) is None  # no better than the live page
    assert by_copy(LACKS, LACKS) is None


def test_copies_that_disagree_make_it_less_sure():
    assert by_copy(LACKS, HAS, certain=False).confidence is Confidence.MEDIUM


def test_what_was_searched_in_vain_is_said():
    finding, _ = found(LACKS)
    assert sought_in_vain(finding).placement.searched == ("archived_version",)
    assert sought_in_vain(finding).verdict is Verdict.NOT_FOUND
    placement = placed_in(finding, copy(HAS))
    assert only_placed(finding, placement).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("words", "state", "worth"),
    [
        (HAS, State.ALIVE, False),
        (LACKS, State.ALIVE, True),
        (None, State.GONE, True),
        (None, State.CHALLENGED, True),
        (None, State.DISALLOWED, False),
        (None, State.LEGAL, False),
        (LACKS, State.SUPPLIED, False),
    ],
)
def test_archives_are_asked_only_where_an_earlier_version_may_tell(words, state, worth):
    finding, link = found(words, state)
    assert worth_asking(finding, link) is worth
    assert worth_asking(replace(finding, verdict=Verdict.VERBATIM), link) is False
