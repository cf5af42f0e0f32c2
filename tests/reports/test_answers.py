from __future__ import annotations

import pytest

from quotations.model import Verdict
from reports import Screen
from reports.terminal.answers import answer_lines, fault_line

pytestmark = pytest.mark.unit


def test_an_answer_of_a_batch_says_what_differs_beneath_its_line(sample) -> None:
    [critical] = [f for f in sample.FINDINGS[8:9] if f.verdict is Verdict.CRITICAL]
    head, *rest = answer_lines("a", critical, Screen()).splitlines()
    assert head.startswith(f"a        CRITICAL      {critical.quotation.text[:30]}")
    assert rest[0].strip() == "The quotation leaves out “not” (a negation)."


def test_an_answer_that_stands_is_one_line(sample) -> None:
    exact = sample.FINDINGS[0]
    assert answer_lines("a", exact, Screen(width=100)).count("\n") == 0


def test_what_could_not_be_checked_says_why(sample) -> None:
    unchecked = next(f for f in sample.FINDINGS if f.checkability.startswith("link:"))
    assert len(answer_lines(None, unchecked, Screen()).splitlines()) >= 2


def test_a_line_that_could_not_be_answered_keeps_its_id_and_moves_no_cursor() -> None:
    assert fault_line("b", "no\x1b[2Jgood") == "b        error         no\\u{1b}[2Jgood"
