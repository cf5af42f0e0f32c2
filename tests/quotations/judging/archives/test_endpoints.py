from datetime import UTC, datetime

import pytest

from quotations.judging.archives.endpoints import (
    available_address,
    cdx_address,
    copy_address,
    endpoints_of,
    timegate_address,
    timemap_address,
)
from quotations.judging.archives.stamps import http_date, of_http_date, of_stamp, stamp
from quotations.model import Endpoints, HeldCopy

pytestmark = pytest.mark.unit
PAGE = "https://river.example/minutes?year=2022&part=1"
AT = datetime(2022, 3, 7, 10, 11, 12, tzinfo=UTC)


def test_the_wayback_machine_has_all_its_doors_from_its_address():
    ends = endpoints_of("https://web.archive.org/web")
    assert (ends.name, ends.hosts) == ("web.archive.org", {"web.archive.org", "archive.org"})
    assert cdx_address(ends, PAGE).startswith(
        "https://web.archive.org/cdx/search/cdx?url=https%3A%2F%2Friver.example%2Fminutes%3Fyear%3D2022%26part%3D1&output=json"
    )
    assert timemap_address(ends, PAGE) == f"https://web.archive.org/web/timemap/link/{PAGE}"
    assert available_address(ends, PAGE, AT).endswith("&timestamp=20220307101112")
    assert ends.save == "https://web.archive.org/save"


def test_pywb_has_its_lists_under_its_collection():
    ends = endpoints_of("http://127.0.0.1:8080/coll/")
    assert (ends.cdx, ends.timemap) == ("http://127.0.0.1:8080/coll/cdx", "http://127.0.0.1:8080/coll/timemap/link/")
    assert (ends.available, ends.save) == ("", "")


def test_a_timegate_is_asked_for_a_moment_and_kept_apart_by_it():
    address, headers = timegate_address(endpoints_of("https://archive.example/all/"), PAGE, AT)
    assert address == f"https://archive.example/all/{PAGE}#accept-datetime=20220307101112"
    assert dict(headers) == {"Accept-Datetime": "Mon, 07 Mar 2022 10:11:12 GMT", "Prefer": "raw"}


def test_a_copys_raw_bytes_stand_behind_id():
    copy = HeldCopy(at=AT, original=PAGE)
    assert copy_address(endpoints_of("https://archive.example/all"), copy) == f"https://archive.example/all/20220307101112id_/{PAGE}"  # fmt: skip


def test_a_copy_known_by_its_address_alone_is_asked_there():
    ends = Endpoints(name="maps", timemap="https://maps.example/link/")
    listed = HeldCopy(at=AT, original=PAGE, url=f"https://archive.example/all/20220307101112/{PAGE}")
    assert copy_address(ends, listed) == f"https://archive.example/all/20220307101112id_/{PAGE}"
    assert copy_address(ends, HeldCopy(at=AT, original=PAGE, url="https://perma.example/AB-12")) == "https://perma.example/AB-12"  # fmt: skip
    assert copy_address(ends, HeldCopy(at=AT, original=PAGE)) is None


def test_a_list_that_was_cut_is_asked_for_from_a_moment():
    assert cdx_address(endpoints_of("https://archive.example/all"), PAGE, AT).endswith("&from=20220307101112")


@pytest.mark.parametrize("said", ["20221332000000", "2022", "", "２０２２０３０７１０１１１２", "20220307101112x"])
def test_what_is_no_timestamp_is_none(said):
    assert of_stamp(said) is None


@pytest.mark.parametrize("said", ["", "soon", "Mon, 99 Mar 2022 10:11:12 GMT", "Mon, 07 Mar 99999 10:11:12 GMT"])
def test_what_is_no_http_date_is_none(said):
    assert of_http_date(said) is None


def test_moments_come_back_from_stamps_and_dates():
    assert of_stamp(stamp(AT)) == of_http_date(http_date(AT)) == AT
