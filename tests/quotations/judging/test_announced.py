"""A change that the article sets off and announces is declared; one that it only sets off is not."""

from datetime import UTC, datetime

import pytest

from quotations import read_article
from quotations.judging import Candidate, Looked, judge
from quotations.model import Attribution, Basis, Capture, Finding, LinkState, State, Verdict
from quotations.text import read_text

pytestmark = pytest.mark.unit

SOURCE = "A boat that is moored at the quay by night shall show a lamp at the bow until the sun has risen."
AMENDED = "A boat that is moored at the quay by night shall show a lamp at the bow **and another at the stern** until the sun has risen."


def found(lead: str, quoted: str) -> Finding:
    """The finding of a block quotation in Markdown below *lead*."""
    article = read_article(f"# Lamps\n\n{lead}\n\n> {quoted}\n".encode(), name="a.md")
    capture = Capture(url="https://rules.example/", captured_at=datetime(2026, 3, 1, tzinfo=UTC), status=200)
    candidate = Candidate(
        attribution=Attribution(
            quotation=article.quotations[0].id, citation="1", basis=Basis.GIVEN, score=1.0, margin=1.0
        ),
        citation=article.citations[0] if article.citations else None,
        link=LinkState(citation="1", href="", url="https://rules.example/", state=State.ALIVE),
        looked=Looked(capture, read_text(f"<html lang=en><p>{SOURCE}</p>".encode(), name="s.html")),
    )
    return judge(article.quotations[0], [candidate], article=article)


def test_an_announced_addition_is_marked() -> None:
    finding = found("We propose the following addition (in bold) to [the rules](https://rules.example/):", AMENDED)
    assert finding.verdict is Verdict.MARKED
    assert "announced" in finding.rules
    assert finding.comparison is not None
    (bracket,) = [one for one in finding.comparison.operations if one.label == "bracket"]
    assert bracket.at is not None
    assert bracket.article == bracket.at.of(finding.quotation.text) == "and another at the stern"


def test_a_change_set_off_in_silence_is_none_the_less_a_change() -> None:
    finding = found("[The rules](https://rules.example/) say:", AMENDED)
    assert finding.verdict.rank > Verdict.MARKED.rank


def test_an_announcement_excuses_no_other_change() -> None:
    other = AMENDED.replace("by night", "by day")
    finding = found("We propose the following addition (in bold) to [the rules](https://rules.example/):", other)
    assert finding.verdict.rank > Verdict.ELIDED.rank


def test_an_announced_negation_is_critical_all_the_same() -> None:
    finding = found(
        "The change (in bold) to [the rules](https://rules.example/):",
        SOURCE.replace("shall show", "shall **not** show"),
    )
    assert finding.verdict is Verdict.CRITICAL


STRUCK = "A boat that is moored at the quay by night shall show {} until the sun has risen."


@pytest.mark.parametrize(
    "shown",
    [
        "~~a lamp at the bow~~ **two lamps at the bow**",  # the source is the old wording
        "~~two lamps~~ a lamp at the bow",  # … or the new one
        "<del>a lamp</del> <ins>two lanterns</ins> at the bow",
    ],
)
def test_words_struck_through_announce_themselves(shown: str) -> None:
    finding = found("The board would change [the rules](https://rules.example/):", STRUCK.format(shown))
    assert finding.verdict is Verdict.MARKED, finding.comparison
    assert "announced" in finding.rules


def test_striking_out_excuses_no_other_change() -> None:
    words = STRUCK.format("~~two lamps~~ a lamp at the stern")
    finding = found("The board would change [the rules](https://rules.example/):", words)
    assert finding.verdict.rank > Verdict.ELIDED.rank


def test_operations_beside_struck_words_point_into_the_words_as_printed() -> None:
    words = STRUCK.format("~~two red lamps~~ a lamp at [the bow]")
    finding = found("The board would change [the rules](https://rules.example/):", words)
    assert finding.verdict is Verdict.MARKED
    assert finding.comparison is not None
    for one in finding.comparison.operations:
        if one.at is not None and one.article:
            assert one.article.strip("[]") in one.at.of(finding.quotation.text)
