import pytest

from quotations.judging.days import lasting

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0 seconds"),
        (0.4, "1 second"),
        (45, "45 seconds"),
        (60, "1 minute"),
        (61, "2 minutes"),
        (3600, "1 hour"),
        (86400, "24 hours"),
        (172800, "2 days"),
        (31622400, "366 days"),
    ],
)
def test_a_time_to_wait_is_told_in_the_unit_that_people_use(seconds, told):
    assert lasting(seconds) == told
