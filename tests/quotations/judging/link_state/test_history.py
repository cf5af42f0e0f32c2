import pytest

from quotations.judging.link_state import link_state
from quotations.judging.link_state.history import ledger
from quotations.model import Failure, State

pytestmark = pytest.mark.unit


def looks(make, *told):
    """(days ago, status or failure), newest first."""
    from dataclasses import replace

    case = make.Case()
    found = []
    for ago, what in told:
        look = case.capture(what if isinstance(what, int) else None)
        failure = None if isinstance(what, int) else what
        found.append(replace(look, captured_at=make.days(ago), failure=failure))
    return found


@pytest.mark.parametrize(
    ("told", "dead"),
    [
        ([(0, 500)], False),
        ([(0, 500), (1, 500), (2, 500), (2, 500)], False),
        ([(0, 500), (3, 500), (6, 500)], True),
        ([(0, Failure.DNS), (4, Failure.TIMEOUT), (9, 502)], True),
        ([(0, 500), (3, 500), (5, 200), (6, 500)], False),
        ([(0, 500), (3, 403), (6, 500)], False),
        ([(0, Failure.PROTOCOL), (4, Failure.PROTOCOL), (9, Failure.PROTOCOL)], True),
        ([(0, Failure.LIMIT), (4, Failure.LIMIT), (9, Failure.LIMIT), (14, Failure.LIMIT)], False),
        ([(0, 500), (3, Failure.ROBOTS), (4, 500), (8, Failure.BUDGET), (9, 500)], True),
    ],
)
def test_death_needs_several_failures_an_interval_apart(make, told, dead):
    assert ledger(looks(make, *told)).dead is dead


def test_first_failed_and_last_good_are_shown(make):
    history = ledger(looks(make, (0, 500), (4, 500), (9, 200), (12, 500)))
    assert (history.first_failed, history.last_good) == (make.days(4), make.days(9))
    assert any("failing since 6 March 2026, 2 looks" in said for said in history.evidence)
    assert "last good on 1 March 2026" in history.evidence


def test_a_link_that_comes_back_is_news(make):
    history = ledger(looks(make, (0, 200), (4, 404), (9, 404)))
    assert history.first_failed is None
    assert "back after it had failed" in history.evidence


@pytest.mark.parametrize("what", [403, 429, 401, 451, Failure.ROBOTS, Failure.BLOCKED_ADDRESS, Failure.BUDGET])
def test_blocked_to_us_is_never_a_failure_nor_a_success(make, what):
    history = ledger(looks(make, (0, what), (5, 200)))
    assert history.first_failed is None
    assert history.last_good == make.days(5)


def test_a_page_judged_missing_was_missing_whenever_it_was_the_same(make):
    history = ledger(looks(make, (0, 200), (5, 200)), State.SOFT_404)
    assert history.first_failed == make.days(5)
    assert history.last_good is None


def test_a_wall_at_200_is_no_good_look(make):
    assert ledger(looks(make, (0, 200), (5, 500)), State.CHALLENGED).last_good is None


def test_a_failure_is_an_error_only_by_the_ledger(make):
    for told, severity in (([(0, 500), (1, 500)], "note"), ([(0, 500), (4, 500), (8, 500)], "error")):
        became = link_state(make.Case().citation, [(look, None) for look in looks(make, *told)])
        assert (became.state, became.severity) == ("server_error", severity)
