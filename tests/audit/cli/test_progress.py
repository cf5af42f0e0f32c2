"""What a person at a terminal sees of long work."""

import io
import sys

import pytest

from audit.cli.progress import Counted, watch

pytestmark = pytest.mark.unit


def test_what_is_done_while_nothing_is_counted_is_shown_till_the_next_step(monkeypatch):
    shown = io.StringIO()
    shown.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")

    with watch("looking at sources", 2, seen=True) as bar:
        counted = Counted(bar)
        counted.step("https://a.example/")
        counted.phase("judging [all]")
        assert "judging [all]" in shown.getvalue()
        counted.step("https://b.example/")
    assert counted.done == 2
