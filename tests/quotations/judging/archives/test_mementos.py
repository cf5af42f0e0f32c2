from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quotations.judging.archives.endpoints import endpoints_of
from quotations.judging.archives.faults import fault_of
from quotations.judging.archives.mementos import as_memento
from quotations.model import ArchiveFault, Capture, Endpoints, Failure, HeldCopy

pytestmark = pytest.mark.unit
ARCHIVE = endpoints_of("https://archive.example/web/")
PAGE = "https://paper.example/x"
ASKED = f"https://archive.example/web/20220307101112id_/{PAGE}"
AT = "Mon, 07 Mar 2022 10:11:12 GMT"


def look(status=200, headers=None, final=ASKED, **more):
    said = {"memento-datetime": AT} if headers is None else headers
    return Capture(
        url=ASKED,
        captured_at=datetime(2026, 1, 1, tzinfo=UTC),
        final_url=final,
        status=status,
        headers=tuple(said.items()),
        **more,
    )


def test_a_copy_has_its_own_time_and_an_address_for_people():
    copy = as_memento(look(), ARCHIVE, PAGE)
    assert copy.captured_at == copy.memento.at == datetime(2022, 3, 7, 10, 11, 12, tzinfo=UTC)
    assert copy.memento.url == f"https://archive.example/web/20220307101112/{PAGE}"


@pytest.mark.parametrize(
    ("seen", "fault"),
    [
        (look(200, {}), ArchiveFault.NO_MEMENTO),  # a site that the archive keeps back answers 200 with its own page
        (look(404, {}), ArchiveFault.NO_MEMENTO),
        (look(404), ArchiveFault.NO_MEMENTO),  # an archived 404: a copy, but of no page
        (look(429), ArchiveFault.NO_MEMENTO),  # an archived 429 is not the archive's
        (look(429, {}), ArchiveFault.LIMITED),
        (look(503, {}), ArchiveFault.LIMITED),
        (look(504, {}), ArchiveFault.IN_TROUBLE),
        (look(200, {"memento-datetime": "last year"}), ArchiveFault.NO_MEMENTO),
        (look(final="https://paper.example/x"), ArchiveFault.LED_AWAY),
        (look(truncated=True), ArchiveFault.DAMAGED),
        (replace(look(), failure=Failure.TIMEOUT), ArchiveFault.UNREACHABLE),
        (replace(look(), failure=Failure.ROBOTS), ArchiveFault.DISALLOWED),
        (replace(look(), failure=Failure.BLOCKED_ADDRESS), ArchiveFault.LED_AWAY),
    ],
)
def test_only_the_archives_header_on_a_good_answer_of_its_own_makes_a_copy(seen, fault):
    assert as_memento(seen, ARCHIVE, PAGE)[0] is fault


def test_an_archived_error_and_the_archives_own_are_told_apart_in_words():
    assert as_memento(look(404), ARCHIVE, PAGE)[1] == "a copy of an error, HTTP 404"
    assert as_memento(look(404, {}), ARCHIVE, PAGE)[1] == "a page of the archive’s own, HTTP 404"


def test_a_copy_listed_by_an_aggregator_may_stand_on_its_own_host():
    maps = Endpoints(name="maps", timemap="https://maps.example/link/")
    listed = HeldCopy(at=datetime(2022, 3, 7, tzinfo=UTC), original=PAGE, url=ASKED)
    assert as_memento(look(), maps, PAGE)[0] is ArchiveFault.LED_AWAY
    assert as_memento(look(), maps, PAGE, listed).memento.archive == "maps"


@pytest.mark.parametrize(
    ("seen", "fault"),
    [
        (look(429, {}), ArchiveFault.LIMITED),
        (look(503, {}, retry_after=60.0), ArchiveFault.LIMITED),
        (look(503, {}), ArchiveFault.IN_TROUBLE),
        (look(404, {}), ArchiveFault.NOT_SERVED),
        (look(400, {}), ArchiveFault.NOT_SERVED),
        (replace(look(), failure=Failure.CONNECTION_REFUSED), ArchiveFault.UNREACHABLE),
        (replace(look(), failure=Failure.BLOCKED_ADDRESS), ArchiveFault.UNREACHABLE),
    ],
)
def test_an_answer_without_a_list_says_which_fault_it_is(seen, fault):
    assert fault_of(seen)[0] is fault


def test_a_site_that_the_archive_keeps_back_is_told_in_the_archives_words():
    why = "org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error"  # fmt: skip
    told = fault_of(look(403, {"x-archive-wayback-runtime-error": why}))
    assert told == (ArchiveFault.BLOCKED, "HTTP 403, Blocked Site Error")


def test_a_list_that_came_is_no_fault():
    assert fault_of(look()) is None
