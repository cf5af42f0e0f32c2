from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from quotations.judging.link_state.mementos import as_memento, days_between, memento_address, readable_copy

pytestmark = pytest.mark.unit
ARCHIVE = "https://archive.example/web/"
AT = "Mon, 07 Mar 2022 10:11:12 GMT"


def look(make, status=200, headers=None, final="https://archive.example/web/20220307101112id_/https://paper.example/x"):
    case = make.Case(memento_address(ARCHIVE, "https://paper.example/x", date(2022, 3, 5)))
    return case.capture(status, final=final, headers={"memento-datetime": AT} if headers is None else headers)


def test_the_address_asks_for_the_bytes_nearest_to_noon_of_the_day():
    address = memento_address("https://archive.example/web", "https://paper.example/a?b=1", date(2022, 3, 5))
    assert address == "https://archive.example/web/20220305120000id_/https://paper.example/a?b=1"


def test_a_copy_has_its_own_time_and_an_address_for_people(make):
    copy = as_memento(look(make), ARCHIVE, "https://paper.example/x")
    assert copy.captured_at == copy.memento.at == datetime(2022, 3, 7, 10, 11, 12, tzinfo=UTC)
    assert copy.memento.url == "https://archive.example/web/20220307101112/https://paper.example/x"


@pytest.mark.parametrize(
    ("status", "headers", "final"),
    [
        (200, {}, None),
        (404, None, None),
        (200, {"memento-datetime": "last year"}, None),
        (200, None, "https://elsewhere.example/web/20220307101112id_/https://paper.example/x"),
    ],
)
def test_only_the_archives_header_on_a_good_answer_of_its_own_makes_a_copy(make, status, headers, final):
    seen = look(make, status, headers, final) if final else look(make, status, headers)
    assert as_memento(seen, ARCHIVE, "https://paper.example/x") is None


def test_a_cut_copy_is_none(make):
    assert as_memento(replace(look(make), truncated=True), ARCHIVE, "https://paper.example/x") is None


@pytest.mark.parametrize(
    ("page", "readable"), [("article", True), ("Page not found", False), ("Just a moment...", False), (None, False)]
)
def test_an_archived_wall_or_notice_is_no_copy_of_the_page(make, page, readable):
    copy = as_memento(look(make), ARCHIVE, make.URL)
    text = (
        None
        if page is None
        else make.text(make.article() if page == "article" else make.notice(page, page, "Verify you are human"))
    )
    assert readable_copy(make.Case().citation, copy, text) is readable


def test_days_between_two_moments_are_even_and_inside():
    first, last = datetime(2022, 1, 1, tzinfo=UTC), datetime(2022, 1, 11, tzinfo=UTC)
    assert days_between(first, last, 4) == [date(2022, 1, day) for day in (3, 5, 7, 9)]
    assert days_between(first, first, 4) == []
