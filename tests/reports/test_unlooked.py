"""What was not looked at, and when the fault is near."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quotations.model import LinkState, Severity, State
from reports.unlooked import cut_off

pytestmark = pytest.mark.unit
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def link(number, url, reason="dns", state=State.FAILED, at=NOON):
    return LinkState(
        citation=str(number), href=url, url=url, state=state, reason=reason, severity=Severity.NOTE, captured_at=at
    )


def told(sample, *links):
    return cut_off([replace(sample.AUDIT, links=links)])


def test_that_no_name_could_be_looked_up_is_told_of_this_machine(sample):
    assert "connected" in told(sample, link(1, "https://a.example/"), link(2, "https://b.example/"))


def test_one_site_alone_may_well_be_gone(sample):
    assert told(sample, link(1, "https://a.example/1"), link(2, "https://a.example/2")) is None
    assert told(sample) is None


def test_where_anything_answered_the_machine_is_connected(sample):
    lost = [link(1, "https://a.example/"), link(2, "https://b.example/")]
    assert told(sample, *lost, link(3, "https://c.example/", None, State.ALIVE)) is None
    assert told(sample, *lost, link(3, "https://c.example/", "timeout")) is None


def test_what_was_not_looked_at_tells_nothing(sample):
    lost = [link(1, "https://a.example/"), link(2, "https://b.example/")]
    assert told(sample, *lost, link(3, "mailto:a@b", "scheme", State.UNSUPPORTED, at=None)) is not None


def test_an_address_that_can_name_no_host_is_no_second_name(sample):
    assert told(sample, link(1, "https://a.example/"), link(2, "http://[::gg]/x")) is None
