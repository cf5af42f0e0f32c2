"""What archives answer, in the forms in which they answer it: made after recorded exchanges, with invented pages."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.judging.archives.link_format import links
from quotations.judging.archives.reading import from_link_header, read_copies
from quotations.model import ArchiveFault

pytestmark = pytest.mark.unit
PAGE = "https://river.example/minutes?year=2022"
WAYBACK = f"""example,river)/minutes?year=2022 20190301080000 http://river.example:80/minutes?year=2022 text/html 200 AAAA 1811
example,river)/minutes?year=2022 20220307101112 {PAGE} text/html 200 BBBB 1822
example,river)/minutes?year=2022 20220308000000 {PAGE} warc/revisit - BBBB 600
example,river)/minutes?year=2022 20250101000000 {PAGE} text/html 404 CCCC -
"""
TABLE = [
    ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"],
    *[line.split() for line in WAYBACK.splitlines()],
]
ROWS = [
    {"urlkey": "k", "timestamp": row[1], "url": row[2], "mime": row[3], "status": row[4], "digest": row[5]}
    for row in TABLE[1:]
]
TIMEMAP = f"""<https://archive.example/all/timemap/link/{PAGE}>; rel="self"; type="application/link-format"; from="Fri, 01 Mar 2019 08:00:00 GMT",
<https://archive.example/all/{PAGE}>; rel="timegate",
<{PAGE}>; rel="original",
<https://archive.example/all/20190301080000/{PAGE}>; rel="first memento"; datetime="Fri, 01 Mar 2019 08:00:00 GMT"; collection="all",
<https://archive.example/all/20220307101112/{PAGE}>;rel="memento";datetime="Mon, 07 Mar 2022 10:11:12 GMT" ,
<https://archive.example/all/20250101000000/{PAGE}>; rel="last memento"; datetime="Wed, 01 Jan 2025 00:00:00 GMT"
"""


def read(answer, **more):
    data = answer if isinstance(answer, bytes) else answer.encode()
    return read_copies(data, page=PAGE, **more)


def years(found):
    return [copy.at.year for copy in found.copies]


@pytest.mark.parametrize(
    "answer",
    [
        WAYBACK,
        json.dumps(TABLE),
        "\n".join(json.dumps(row) for row in ROWS),
        "\n".join(f"k {row['timestamp']} {json.dumps(row)}" for row in ROWS),
        " CDX N b a m s k r M S V g\n" + "\n".join(f"{' '.join(row[:6])} - - 1811 7 a.warc.gz" for row in TABLE[1:]),
    ],
    ids=["plain", "table", "objects", "cdxj", "letters"],
)
def test_every_form_of_cdx_lists_the_same_copies(answer):
    found = read(answer)
    assert (found.fault, found.whole, found.rejected) == (None, True, 0)
    assert [copy.at for copy in found.copies][1] == datetime(2022, 3, 7, 10, 11, 12, tzinfo=UTC)
    assert [copy.status for copy in found.copies] == [200, 200, None, 404]
    assert [copy.digest for copy in found.copies] == ["AAAA", "BBBB", "BBBB", "CCCC"]
    assert found.copies[0].original == "http://river.example:80/minutes?year=2022"


def test_a_timemap_lists_its_mementos_with_their_addresses():
    found = read(TIMEMAP)
    assert years(found) == [2019, 2022, 2025]
    assert found.copies[1].url == f"https://archive.example/all/20220307101112/{PAGE}"
    assert {copy.original for copy in found.copies} == {PAGE}
    assert found.whole
    assert found.pages == ()


def test_a_timemap_in_pages_names_the_others():
    more = '<https://archive.example/map/2/x>; rel="timemap"; type="application/link-format"; from="Wed, 01 Jan 2025 00:00:00 GMT",\n'
    assert read(
        TIMEMAP.replace("<https://archive.example/all/http", more + "<https://archive.example/all/http", 1)
    ).pages == ("https://archive.example/map/2/x",)


def test_a_timemap_in_json_lists_its_mementos():
    told = {
        "original_uri": PAGE,
        "timemap_uri": {"link_format": "https://maps.example/link/x"},
        "mementos": {
            "last": {"datetime": "2025-01-01T00:00:00Z", "uri": ["https://archive.example/2025/x"]},
            "list": [
                {"datetime": "2022-03-07T10:11:12Z", "uri": "https://archive.example/2022/x"},
                {"datetime": "2025-01-01T00:00:00Z", "uri": "https://archive.example/2025/x"},
                {"datetime": "soon", "uri": "https://archive.example/none/x"},
            ],
        },
    }
    found = read(json.dumps(told))
    assert (years(found), found.rejected) == ([2022, 2025], 1)


def test_availability_names_the_nearest_copy():
    closest = {"available": True, "url": f"http://web.archive.org/web/20220307101112/{PAGE}", "timestamp": "20220307101112", "status": "200"}  # fmt: skip
    (copy,) = read(json.dumps({"url": PAGE, "archived_snapshots": {"closest": closest}})).copies
    assert (copy.at.year, copy.status, copy.original) == (2022, 200, PAGE)


def test_availability_without_a_copy_says_nothing():
    found = read(json.dumps({"url": PAGE, "archived_snapshots": {}}))
    assert (found.copies, found.fault) == ((), ArchiveFault.SAID_NOTHING)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "\n",
        "[]",
        json.dumps(TABLE[:1]),
        '{"message": "No Captures found for: river.example/minutes"}',
        '{"error": "No Captures found for: river.example/minutes"}',
        "No Captures found for: river.example/minutes",
        '{"message": "No Resource Found"}',
    ],
)
def test_an_empty_list_holds_nothing_and_is_no_fault(answer):
    found = read(answer)
    assert (found.copies, found.fault, found.whole) == ((), None, True)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("<!DOCTYPE html><html><head><title>Wayback Machine</title>", ArchiveFault.NO_LIST),
        ("<html><body>503", ArchiveFault.NO_LIST),
        ("<?xml version='1.0'?><wayback/>", ArchiveFault.NO_LIST),
        ('[["urlkey","timestamp"', ArchiveFault.DAMAGED),
        ("{" * 100_000, ArchiveFault.DAMAGED),
        ("[" * 100_000, ArchiveFault.DAMAGED),
        ("Blocked Site Error\n", ArchiveFault.DAMAGED),
        (
            "org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error\n",
            ArchiveFault.BLOCKED,
        ),
        ('{"message": "Rate limit exceeded"}', ArchiveFault.DAMAGED),
        ("\x00\x01\x02 binary", ArchiveFault.DAMAGED),
    ],
)
def test_what_is_no_list_is_the_archives_fault(answer, fault):
    found = read(answer)
    assert (found.fault, found.copies, found.whole) == (fault, (), False)


def test_a_table_that_breaks_off_gives_the_rows_that_came():
    answer = json.dumps(TABLE).replace("], [", "],\n[")
    found = read(answer[: answer.index("warc/revisit")])
    assert (years(found), found.whole, found.fault) == ([2019, 2022], False, None)


def test_a_cut_answer_is_not_the_whole_list():
    assert not read(WAYBACK, truncated=True).whole


@pytest.mark.parametrize(
    "line",
    [
        f"k 20000800241623 {PAGE} text/html 200 DDDD 6174",  # a day 00 and an hour 24, as old lists have
        "k 20200418140810 mailto:sampling_coordinator@river.example unk 301 EEEE 324",
        'gov)/"data:image/jpeg;base64,/9j/4aaq',
        "example,river)/ 20220307",
    ],
)
def test_a_line_that_names_no_copy_is_counted_and_passed_over(line):
    found = read(WAYBACK + line + "\n")
    assert (len(found.copies), found.rejected) == (4, 1)


def test_a_resume_key_behind_the_rows_is_no_row():
    assert len(read(WAYBACK + "\nexample%2Criver%29%2F+20250101000001\n").copies) == 4
    assert len(read(json.dumps([*TABLE, [], ["example%2Criver%29%2F+20250101000001"]])).copies) == 4


def test_a_timegates_header_names_the_copy_and_its_neighbours():
    said = ", ".join(
        [
            f'<{PAGE}>; rel="original"',
            f'<https://archive.example/web/20170929002712/{PAGE}>; rel="prev memento"; datetime="Fri, 29 Sep 2017 00:27:12 GMT"',
            f'<https://archive.example/web/20171124151315/{PAGE}>; rel="memento"; datetime="Fri, 24 Nov 2017 15:13:15 GMT"',
        ]
    )
    found = from_link_header(said, PAGE)
    assert (years(found), found.whole) == ([2017, 2017], False)


def test_a_copy_without_a_link_header_is_known_by_its_own_time():
    (copy,) = from_link_header("", PAGE, ("Fri, 24 Nov 2017 15:13:15 GMT", "https://archive.example/x")).copies
    assert (copy.at.year, copy.url) == (2017, "https://archive.example/x")


@given(st.text(alphabet='<>;,="\\ relmntodai\n', max_size=200))
def test_no_text_breaks_the_scan_of_links(text):
    assert sum(1 for _ in links(text)) <= len(text)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data):
    found = read(data)
    assert found.fault is None or not found.copies
