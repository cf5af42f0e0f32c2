"""Values are compared and hashed by what they hold."""

from dataclasses import field, replace

import pytest

from quotations.values import plain_value

pytestmark = pytest.mark.unit


@plain_value
class Mark:
    sign: str
    at: int = 0
    reasons: tuple[str, ...] = field(default=())


def test_equal_fields_make_equal_values():
    assert Mark("“", 3) == Mark("“", at=3) != Mark("“", 4)
    assert len({Mark("“", 3), Mark("“", 3)}) == 1


def test_a_value_has_room_for_its_fields_alone():
    with pytest.raises(AttributeError):
        Mark("“").other = 1


def test_another_value_is_made_of_one():
    assert replace(Mark("“", 3), at=4) == Mark("“", 4)
