from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.judging.archives.choosing import (
    Narrowing,
    completed,
    first_error,
    last_answer,
    nearest_first,
    other_side,
)
from quotations.model import HeldCopy

pytestmark = pytest.mark.unit
START = datetime(2020, 1, 1, tzinfo=UTC)


def copy(day, status=200, digest=None):
    return HeldCopy(at=START + timedelta(days=day), original="https://river.example/", status=status, digest=digest)


def days(copies):
    return [(one.at - START).days for one in copies]


def at(day):
    return START + timedelta(days=day)


def test_the_nearest_copies_of_the_page_come_first_and_errors_not_at_all():
    copies = [copy(0), copy(10), copy(11, 404), copy(14), copy(30, None)]
    assert days(nearest_first(copies, at(12))) == [10, 14, 0, 30]


def test_where_no_copy_holds_the_page_those_that_lead_on_are_tried():
    assert days(nearest_first([copy(0, 301), copy(10, 404), copy(11, 302)], at(12))) == [11, 0]


def test_the_other_side_of_a_day_is_the_nearest_there():
    copies = [copy(0), copy(10), copy(14), copy(30)]
    assert days([other_side(copies, copies[1], at(12))]) == [14]
    assert days([other_side(copies, copies[2], at(12))]) == [10]
    assert other_side(copies, copies[3], at(-5)) is None


def test_a_revisit_has_the_status_of_the_bytes_that_it_repeats():
    found = completed([copy(5, None, "A"), copy(0, 301, "A"), copy(6, None, "B")])
    assert [one.status for one in found] == [301, 301, None]


def test_the_last_answer_and_the_first_error_after_it():
    copies = [copy(0), copy(3, 404), copy(5), copy(9, 404), copy(12, 410), copy(20, None)]
    last = last_answer(copies)
    assert days([last]) == [5]
    assert days([first_error(copies, last.at)]) == [9]


@given(
    st.lists(st.integers(0, 5000), min_size=0, max_size=300, unique=True),
    st.integers(0, 5000),
    st.sets(st.integers(0, 5000), max_size=40),
)
def test_halving_finds_the_change_in_as_many_looks_as_halving_needs(found, change, dumb):
    copies = [copy(day) for day in found]
    narrowing, looks = Narrowing(copies), 0
    while (one := narrowing.next()) is not None:
        day = (one.at - START).days
        looks += 1
        narrowing.tell(one, None if day in dumb else day < change)
    having = [day for day in found if day < change and day not in dumb]
    lacking = [day for day in found if day >= change and day not in dumb]
    assert (days([narrowing.last])[0] if narrowing.last else None) == max(having, default=None)
    assert (days([narrowing.lost])[0] if narrowing.lost else None) == min(lacking, default=None)
    assert looks <= len(copies).bit_length() + len(dumb)
