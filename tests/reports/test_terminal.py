from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.judging.rules import RULES
from quotations.model import ArchivedCopy, Basis, Role, Verdict
from reports import Screen, render, render_check, render_links, render_read
from reports.terminal.lines import Layout, columns
from reports.words.labels import OPERATIONS

pytestmark = pytest.mark.unit

HOSTILE = "a\x1b]0;owned\x07\x1b[2Jb\u202ec\x9bd\r\ne\x00f\ud800"


def test_a_check_says_verdict_texts_place_and_remedy_on_one_screen(sample) -> None:
    told = render_check(sample.FINDINGS[8])
    assert told.startswith("✗ Changed where it counts  CRITICAL\n")
    assert "“the new crane is ‸safe to use by [-40-] people”" in told
    assert "{+not+}" in told
    assert "{+14+}" in told
    assert "The quotation has “40” where the source has “14” (a number)." in told
    assert "under “The old mole”, characters" in told
    assert "sha256:9c1e4f7a02b3" in told
    assert "Restore “14” for “40”" in told
    assert len(told.splitlines()) <= 30


def test_explain_tells_every_rule_in_order_with_its_words_and_how_it_was_paired(sample) -> None:
    finding = replace(sample.FINDINGS[8], rules=("negation", "number", "unheard_of"))
    short, long = render_check(finding), render_check(finding, screen=Screen(explain=True))
    assert "negation, number, unheard_of" in short
    assert "negation: a negation (law 7, CRITICAL)" in long
    assert long.index("negation: ") < long.index("number: ") < long.index("unheard_of")
    assert "carry the link" in long
    assert "version 0.1.0" in long


def test_every_rule_of_the_law_that_names_a_difference_has_words(sample) -> None:
    verdicts = {Verdict.UNCHECKED, Verdict.VERBATIM, Verdict.WEAK, Verdict.PARAPHRASE, Verdict.NOT_FOUND, None}
    codes = {code for code, rule in RULES.items() if rule.verdict not in verdicts} - {"partial"}
    assert codes <= set(OPERATIONS)


def test_a_check_loads_no_rules_no_template_engine_and_no_terminal_library() -> None:
    script = (
        "import sys, reports.terminal.check, reports.records;"
        "print([m for m in ('jinja2', 'rich', 'quotations.judging', 'quotations.text') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_line_is_wider_than_the_screen_but_addresses_stay_whole(sample) -> None:
    for width in (40, 80, 100):
        for line in render(sample.AUDIT, screen=Screen(width=width)).splitlines():
            assert columns(line) <= width or "https://" in line


def test_the_audit_orders_by_gravity_and_tells_the_unchecked_last_by_reason(sample) -> None:
    told = render(sample.AUDIT)
    places = [told.index(words) for words in ("Quotations to look at", "Stand in their source")]
    places.append(told.index("Could not be checked"))
    assert places == sorted(places)
    unchecked = told[places[-1] :]
    assert "not in link 19, the nearest one" in unchecked
    assert "--source 17=FILE" in unchecked
    assert "✗ Not in the source" not in unchecked


def test_unchecked_is_never_told_as_an_error(sample) -> None:
    findings = tuple(f for f in sample.FINDINGS if f.verdict is Verdict.UNCHECKED)
    told = render(replace(sample.AUDIT, findings=findings, links=()))
    assert "none of them could be checked" in told
    assert "✗" not in told
    assert not re.search(r"\b(error|wrong|false|failed)\b", told, re.IGNORECASE)


def test_links_are_told_with_reason_and_since_when(sample) -> None:
    told = render_links(sample.AUDIT)
    assert "✗ Gone  1 link" in told
    assert "404 Not Found" in told
    assert "Failing since 2 Sep 2026, last good 30 Jun 2026." in told
    assert "→ Link an archived copy" in told


def test_read_tells_quotations_with_their_pairing_and_citations(sample) -> None:
    told = render_read(sample.ARTICLE, name="the-mole.html")
    assert "“the old mole shall be kept as it stands until the winter”" in told
    assert "→ link 1 (alive.example), surely: the words that introduce it carry the link" in " ".join(told.split())
    assert "address lost" in told
    verbose = " ".join(render_read(sample.ARTICLE, screen=Screen(verbose=True)).split())
    assert "→ link 1 (alive.example), surely (0.92): the words" in verbose


def test_read_says_that_the_article_gives_a_source_and_never_that_the_reader_did(sample) -> None:
    first, *rest = sample.ARTICLE.attributions
    article = replace(sample.ARTICLE, attributions=(replace(first, basis=Basis.GIVEN), *rest))
    told = " ".join(render_read(article).split())
    assert "the quotation is given with its source" in told
    assert "you named" not in told


def test_read_leaves_furniture_out_unless_asked_and_says_what_has_no_source(sample) -> None:
    first, *rest = sample.ARTICLE.citations
    menu = replace(first, id="90", role=Role.CHROME, anchor="Subscribe today")
    article = replace(sample.ARTICLE, citations=(first, *rest, menu), attributions=())
    told = render_read(article)
    assert "Subscribe today" not in told
    assert "6 links and 1 phrase in quotation marks of the page’s furniture left out; -v lists" in " ".join(
        told.split()
    )
    assert "no link of the article offers a source" in told
    assert "have no source among the links" in " ".join(told.split())
    assert "Subscribe today" in render_read(article, screen=Screen(verbose=True))


def test_read_says_of_what_a_cited_copy_is_one_and_when_only_an_address_is_held(sample) -> None:
    first, *rest = sample.ARTICLE.citations
    copy = ArchivedCopy(original="https://harbour.example/a", at=datetime(2023, 1, 2, tzinfo=UTC))
    told = render_read(replace(sample.ARTICLE, citations=(replace(first, archived=copy), *rest)))
    assert "a copy of https://harbour.example/a of 2 Jan 2023" in " ".join(told.split())
    assert "\nLinks\n" in told
    bare = replace(
        sample.ARTICLE,
        text="The gate",
        title="The gate",
        url="https://fen.example/gate",
        quotations=(),
        citations=(),
        attributions=(),
    )
    told = "an audit reads the article on its own page"
    assert told in " ".join(render_read(bare).split())
    begun = replace(bare, text="The gate stood open when the keeper came. Continue reading", format="feed")
    assert told in " ".join(render_read(begun).split())
    assert told not in " ".join(render_read(sample.ARTICLE).split())


def test_what_comes_from_outside_cannot_act_on_the_terminal(sample) -> None:
    finding = sample.finding("1", HOSTILE, Verdict.NOT_FOUND, source=replace(sample.SEEN, title=HOSTILE))
    article = replace(sample.ARTICLE, title=HOSTILE, author=HOSTILE, quotations=(finding.quotation,))
    audit = replace(sample.AUDIT, article=article, findings=(finding,), name=HOSTILE)
    for told in (render(audit), render_check(finding), render_read(article, name=HOSTILE), render_links(audit)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", told)
        told.encode()
    assert r"\u{1b}" in render_check(finding)


def test_colour_comes_only_when_asked_for_and_changes_no_words(sample) -> None:
    plain, painted = render(sample.AUDIT), render(sample.AUDIT, screen=Screen(color=True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_a_word_of_ten_thousand_letters_is_broken_into_lines(sample) -> None:
    told = render_check(sample.finding("1", "x" * 10_000, Verdict.NOT_FOUND, comparison=None))
    assert max(map(len, told.splitlines()[:-8])) <= 80
    assert told.count("x") >= 10_000


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "color"),
    [
        (io.StringIO(), {}, False),
        (_Terminal(), {}, True),
        (_Terminal(), {"NO_COLOR": "1"}, False),
        (_Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
    ],
)
def test_the_screen_is_what_the_stream_and_the_environment_say(stream, environ, color) -> None:
    assert Screen.of(stream, environ).color is color
    assert Screen.of(stream, {"COLUMNS": "20"}).width == 40
    assert Screen.of(stream, {"COLUMNS": "72"}).width == 72


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.integers(min_value=40, max_value=100))
def test_wrapping_loses_no_word_and_keeps_the_width(words: str, width: int) -> None:
    layout = Layout(Screen(width=width))
    layout.add(words, indent=4)
    told = layout.text()
    assert all(columns(line) <= width for line in told.splitlines())
    kept = Layout(Screen(width=10**9))
    kept.add(words)
    assert "".join(told.split()) == "".join(kept.text().split())
