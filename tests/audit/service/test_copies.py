"""How archives are asked: door after door, with patience, within bounds; without a network."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from audit.config import Config
from audit.service.bench import crawl_settings
from audit.service.copies.desk import Desk
from audit.service.copies.listing import copies
from crawler.lanerules import LaneNames
from quotations.judging.archives.endpoints import MOST_LISTED, endpoints_of
from quotations.model import ArchiveFault, Capture, Endpoints, Failure

pytestmark = pytest.mark.integration
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = datetime(2022, 3, 5, 12, tzinfo=UTC)
PAGE = "https://river.example/minutes"
RIVER = endpoints_of("https://archive.example/river/")
HEAD = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]


def row(stamp, status="200", digest="AAAA"):
    return ["k", stamp, PAGE, "text/html", status, digest, "9"]


def table(*stamps):
    return json.dumps([HEAD, *map(row, stamps)]).encode()


class Archive:
    """A field that answers by what the address holds: bytes, a status, a failure, or a whole capture."""

    def __init__(self, **answers):
        self.answers = {name.replace("_", "/"): answer for name, answer in answers.items()}
        self.asked = []

    async def look(self, wants, *, progress=None, earlier=None):
        return [self._answer(want) for want in wants]

    def _answer(self, want):
        self.asked.append(want.url)
        answer = next((answer for name, answer in self.answers.items() if name in want.url), 404)
        answer = answer.pop(0) if isinstance(answer, list) and len(answer) > 1 else answer
        answer = answer[0] if isinstance(answer, list) else answer
        seen = Capture(url=want.url, captured_at=NOON, final_url=want.url.partition("#")[0], status=200, body=b"")
        if isinstance(answer, Failure):
            return replace(seen, failure=answer, status=None, detail="silence")
        if isinstance(answer, dict):
            return replace(seen, **answer)
        return replace(seen, status=answer) if isinstance(answer, int) else replace(seen, body=answer)


def listed(field, bench, *ends, page=PAGE, desk=None):
    desk = desk or Desk(ends or [RIVER], field, bench)
    return asyncio.run(copies(desk, page, DAY)), desk


def test_the_first_door_that_answers_is_enough(bench):
    field = Archive(cdx=table("20220307101112"))
    found, _ = listed(field, bench)
    assert [copy.at.year for copy in found] == [2022]
    assert len(field.asked) == 1


def test_a_door_that_is_closed_is_not_tried_for_the_next_page(bench):
    field = Archive(cdx=404, timemap={"headers": (), "body": b'<https://a.example/20220307101112/x>; rel="memento"; datetime="Mon, 07 Mar 2022 10:11:12 GMT"'})  # fmt: skip
    _, desk = listed(field, bench)
    field.asked.clear()
    listed(field, bench, page=f"{PAGE}/2", desk=desk)
    assert [one for one in field.asked if "/cdx" in one] == []


def test_an_index_that_says_in_words_that_it_holds_nothing_has_answered(bench):
    body = b'{"message": "No Captures found for: river.example/minutes"}'
    none = {"status": 404, "media_type": "application/json", "size": len(body), "body": body}
    field = Archive(cdx=[none, table("20220307101112")])
    found, desk = listed(field, bench)
    assert (found, len(field.asked), desk.troubles) == ((), 1, [])
    found, _ = listed(field, bench, page=f"{PAGE}/2", desk=desk)  # its door is as open as before
    assert (len(found), len(field.asked)) == (1, 2)


def test_a_robots_txt_that_closes_one_door_leaves_the_others(bench):
    memento = (("memento-datetime", "Mon, 07 Mar 2022 10:11:12 GMT"),)
    field = Archive(cdx=Failure.ROBOTS, timemap=Failure.ROBOTS, river={"headers": memento})
    found, desk = listed(field, bench)
    assert [copy.at.year for copy in found] == [2022]
    assert {one.fault for one in desk.troubles} == {ArchiveFault.DISALLOWED}


def test_an_archive_that_asks_us_to_wait_is_asked_nothing_more(bench):
    field = Archive(cdx=429)
    _, desk = listed(field, bench)
    listed(field, bench, page=f"{PAGE}/2", desk=desk)
    assert len(field.asked) == 1


def test_an_archive_that_is_silent_three_times_rests(bench):
    field = Archive(archive=Failure.TIMEOUT)
    _, desk = listed(field, bench)
    listed(field, bench, page=f"{PAGE}/2", desk=desk)
    assert len(field.asked) == 3


def test_a_list_that_was_cut_is_asked_for_again_around_the_day(bench):
    many = [f"20{n // 372 + 10:02}{n // 31 % 12 + 1:02}{n % 28 + 1:02}{n % 24:02}0000" for n in range(MOST_LISTED)]
    field = Archive(**{"from=2021": table("20220307101112"), "cdx": table(*many)})
    found, _ = listed(field, bench)
    assert any(copy.at.strftime("%Y%m%d%H%M%S") == "20220307101112" for copy in found)
    assert [one for one in field.asked if "&from=20210129120000" in one]


def test_the_pages_of_a_timemap_are_read_within_bounds_and_only_the_archives_own(bench):
    more = [f'<https://archive.example/map/{n}>; rel="timemap"; type="application/link-format"' for n in range(9)]
    first = [f'<{RIVER.timemap}{PAGE}>; rel="self"', '<https://elsewhere.example/map>; rel="timemap"', *more]
    memento = b'<https://archive.example/20220307101112/x>; rel="memento"; datetime="Mon, 07 Mar 2022 10:11:12 GMT"'
    field = Archive(**{"/map/": memento, "/map": b"", "timemap": ", ".join(first).encode()})
    found, _ = listed(field, bench, replace(RIVER, cdx=""))
    assert [copy.at.year for copy in found] == [2022]
    assert not [one for one in field.asked if "elsewhere" in one]
    assert 1 <= len([one for one in field.asked if "/map/" in one]) <= 4


def test_availability_serves_where_nothing_else_does_and_its_silence_means_nothing(bench):
    ends = Endpoints(name="wayback", available="https://archive.example/available")
    said = {"available": True, "url": f"http://copies.example/web/20220307101112/{PAGE}", "timestamp": "20220307101112", "status": "200"}  # fmt: skip
    found, _ = listed(Archive(available=json.dumps({"url": PAGE, "archived_snapshots": {"closest": said}}).encode()), bench, ends)  # fmt: skip
    assert [copy.url for copy in found] == [f"http://copies.example/web/20220307101112/{PAGE}"]
    found, desk = listed(Archive(available=b'{"archived_snapshots": {}}'), bench, ends, page=f"{PAGE}/2")
    assert (found, desk.listed) == ((), set())
    assert [one.fault for one in desk.troubles] == [ArchiveFault.SAID_NOTHING]


def test_the_next_archive_is_asked_only_where_the_first_has_no_copy_near(bench):
    near, far = endpoints_of("https://near.example/all/"), endpoints_of("https://far.example/all/")
    field = Archive(**{"near.example": table("20220307101112"), "far.example": table("20220305000000")})
    found, _ = listed(field, bench, near, far)
    assert {copy.archive for copy in found} == {"near.example"}
    field = Archive(**{"near.example": table("20190307101112"), "far.example": table("20220305000000")})
    found, _ = listed(field, bench, near, far, page=f"{PAGE}/2")
    assert [copy.archive for copy in found] == ["near.example", "far.example"]


def test_an_offline_run_asks_nobody(bench):
    field = Archive(cdx=table("20220307101112"))
    offline = replace(bench, config=replace(bench.config, offline=True))
    found, desk = listed(field, offline)
    assert (found, desk.troubles) == ((), [])


def test_the_crawl_has_lanes_for_the_archives_and_none_without():
    settings = crawl_settings(Config(archives=("https://web.archive.org/web/",)))
    lanes = LaneNames(settings.lanes)
    assert lanes("https://web.archive.org/cdx/search/cdx?url=x") == "web.archive.org: lists"
    assert lanes("https://web.archive.org/web/timemap/link/http://a.example/") == "web.archive.org: lists"
    assert lanes("https://web.archive.org/web/20220307101112id_/http://a.example/") == "web.archive.org: copies"
    assert lanes("https://web.archive.org/save") == "web.archive.org: save"
    assert lanes("https://web.archive.org/save/status/spn2-1") == "web.archive.org: jobs"
    assert crawl_settings(Config()).lanes == ()
