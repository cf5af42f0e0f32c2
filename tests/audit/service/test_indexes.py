"""The indexes of many sources do not stand in memory together."""

from datetime import UTC, datetime

import pytest

from audit.service.indexes import Indexes
from quotations.judging import Looked
from quotations.model import Capture
from quotations.text.plain import text_of

pytestmark = pytest.mark.unit
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def looked(number, words="The lamp is lit at nine."):
    return Looked(Capture(url=f"https://a.example/{number}", captured_at=NOON), text_of(words))


def test_of_many_indexes_those_used_last_are_held():
    sources = [looked(number) for number in range(10)]
    indexes = Indexes(room=3 * len(sources[0].text.text))
    for one in sources:
        one.ready()
        indexes.used(one)
    assert [one.index is not None for one in sources] == [False] * 7 + [True] * 3


def test_what_is_used_again_is_not_the_oldest():
    first, second, third = looked(1), looked(2), looked(3)
    indexes = Indexes(room=2 * len(first.text.text))
    for one in (first, second, first, third):
        one.ready()
        indexes.used(one)
    assert (first.index is not None, second.index, third.index is not None) == (True, None, True)


def test_the_last_index_is_held_however_large():
    large = looked(1, "word " * 100)
    indexes = Indexes(room=10)
    large.ready()
    indexes.used(large)
    assert large.index is not None


def test_what_was_never_indexed_and_what_was_not_seen_takes_no_room():
    indexes = Indexes(room=10)
    unread = looked(1)
    indexes.used(unread)
    indexes.used(None)
    assert unread.index is None
