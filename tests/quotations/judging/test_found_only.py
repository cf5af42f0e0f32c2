"""Who asks only whether words are there gets the same answer, without what differs where they are not."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.comparison import index, telling
from quotations.judging import Candidate, Looked, judge
from quotations.judging.compare import compare
from quotations.model import Attribution, Basis, Capture, Citation, LinkState, Quotation, Severity, Span, State, Text

pytestmark = pytest.mark.unit
SAID = (
    "The board met for three hours on Monday. It resolved that the night crossing shall not be given up before the new "
    "lamp is lit. The keeper had written twelve letters about the lamp, and nobody had answered him until the winter. "
    "What the town will pay for the pier was left to the next meeting, which the clerk set for the last day of March."
)
SOURCE = index(Text(text=SAID, language="en"))
WORDS = SAID.replace(".", "").replace(",", "").split()
OTHER = [
    "harbour",
    "fishermen",
    "quarrelled",
    "about",
    "nets",
    "which",
    "somebody",
    "had",
    "stolen",
    "during",
    "a",
    "storm",
    "without",
    "any",
    "witness",
]


@settings(max_examples=200, deadline=None)
@given(
    start=st.integers(0, len(WORDS) - 12),
    size=st.integers(1, 12),
    changes=st.lists(st.tuples(st.integers(0, 11), st.sampled_from(OTHER)), max_size=12),
    tail=st.lists(st.sampled_from([*OTHER, "…", "[sic]", "not", "12"]), max_size=8),
)
def test_the_verdict_is_the_same_and_so_is_all_of_what_is_found(start, size, changes, tail):
    words = WORDS[start : start + size]
    for at, word in changes:
        words[at % size] = word
    quoted = " ".join([*words, *tail])
    whole, bare = compare(quoted, SOURCE), compare(quoted, SOURCE, found_only=True)
    assert bare.verdict is whole.verdict
    if whole.verdict.value != "NOT_FOUND":
        assert bare == whole


def test_differences_of_what_is_not_there_are_not_named(monkeypatch):
    told = []
    tell = telling.Teller.tell
    monkeypatch.setattr(telling.Teller, "tell", lambda self: told.append(self) or tell(self))
    quoted = "The fishermen quarrelled about nets which somebody stole during a storm for hours"
    assert compare(quoted, SOURCE, found_only=True).verdict.value == "NOT_FOUND"
    assert told == []
    assert compare(quoted, SOURCE).verdict.value == "NOT_FOUND"
    assert told


def candidate(number, text):
    url = f"https://a{number}.example/"
    citation = Citation(id=str(number), href=url, url=url, anchor="", span=Span(0, 0))
    given = Attribution(quotation="1", citation=str(number), basis=Basis.CUE_LINK, score=0.9, margin=0.5)
    link = LinkState(citation=str(number), href=url, url=url, state=State.ALIVE, severity=Severity.OK)
    look = Looked(Capture(url=url, captured_at=datetime(2026, 3, 1, tzinfo=UTC)), Text(text=text))
    return Candidate(given, citation, link, look)


def test_the_first_candidate_is_told_of_in_full():
    quoted = "The fishermen quarrelled about the nets that somebody had stolen during the storm"
    first = judge(Quotation.asked(quoted), [candidate(1, SAID)])
    both = judge(Quotation.asked(quoted), [candidate(1, SAID), candidate(2, SAID)])
    assert both.comparison == first.comparison == compare(quoted, Text(text=SAID))
