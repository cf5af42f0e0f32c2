from datetime import UTC, date, datetime, timedelta

import pytest

from audit.durations import day, duration, since
from quotations.errors import ConfigError

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("90s", timedelta(seconds=90)),
        ("6h", timedelta(hours=6)),
        (" 30D ", timedelta(days=30)),
        ("2w", timedelta(weeks=2)),
        ("45", timedelta(seconds=45)),
    ],
)
def test_a_length_of_time_is_a_number_and_a_unit(words, length):
    assert duration(words) == length


@pytest.mark.parametrize("words", ["", "h", "1 year", "-3d", "1.5h", "9999999d"])
def test_anything_else_is_told_with_the_way_to_write_it(words):
    with pytest.raises(ConfigError) as caught:
        duration(words)
    assert "30d" in caught.value.hint


def test_a_day_is_written_as_iso_8601_has_it():
    assert day("2026-11-25") == date(2026, 11, 25)
    with pytest.raises(ConfigError):
        day("25.11.2026")


def test_since_takes_a_day_or_a_length_of_time():
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    assert since("2d", now) == now - timedelta(days=2)
    assert since("2026-11-01", now) == datetime(2026, 11, 1, tzinfo=UTC)
