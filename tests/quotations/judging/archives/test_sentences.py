from datetime import UTC, date, datetime

import pytest

from quotations.judging.archives import sentences
from quotations.model import ArchiveFault, HeldCopy, Memento

pytestmark = pytest.mark.unit
DAY = date(2022, 3, 5)
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def at(year, month, day):
    return datetime(year, month, day, 10, tzinfo=UTC)


def copies(*seen):
    return [HeldCopy(at=at(*day), original="x", status=status, archive="library") for day, status in seen]


@pytest.mark.parametrize(
    ("day", "told"),
    [((2022, 3, 5), "of that day"), ((2022, 3, 6), "1 day from"), ((2021, 3, 5), "365 days from the day cited")],
)
def test_how_near_a_copy_is_to_the_day_cited(day, told):
    copy = Memento(archive="library", original="x", at=at(*day), url="y")
    assert told in sentences.nearest(copy, DAY)


def test_copies_on_either_side_agree_or_leave_it_uncertain():
    sides = at(2022, 1, 1), at(2022, 6, 1), DAY
    assert sentences.either_side(*sides, agree=True, same=True).endswith("says the same")
    assert sentences.either_side(*sides, agree=True, same=False).endswith("says nearly the same")
    assert sentences.either_side(*sides, agree=False, same=False).endswith("on 5 March 2022 is uncertain by 151 days")


@pytest.mark.parametrize(
    ("seen", "told_of", "told"),
    [
        ([((2022, 3, 7), 200)], (), "library last saw it answer on 7 March 2022"),
        ([((2022, 3, 7), 200)], [at(2022, 3, 7)], None),
        ([((2026, 2, 20), 200)], [at(2026, 2, 20)], "library last saw it answer on 20 February 2026, 9 days before this look"),
        ([((2022, 3, 7), 200), ((2023, 1, 1), 404)], (), "library last saw it answer on 7 March 2022, and 404 from 1 January 2023 on"),
        ([((2023, 1, 1), 404)], (), None),
        ([], (), None),
    ],
)  # fmt: skip
def test_when_an_archive_last_saw_the_page_answer(seen, told_of, told):
    assert sentences.last_seen(copies(*seen), NOW, told_of) == told


def test_every_fault_has_words():
    for fault in ArchiveFault:
        assert sentences.trouble("library", fault, "HTTP 429").startswith("library ")


def test_emptiness_is_told_of_one_and_of_several():
    assert sentences.nothing_held(["library"]) == "library has no copy of it"
    assert sentences.nothing_held(["library", "museum"]) == "library and museum have no copy of it"


def test_copies_without_the_words_are_named():
    assert "in the archived copy of 7 March 2022 either" in sentences.words_missing([at(2022, 3, 7)])
    both = sentences.words_missing([at(2022, 4, 7), at(2022, 3, 7)])
    assert "in the archived copies of 7 March 2022 and 7 April 2022 either" in both
