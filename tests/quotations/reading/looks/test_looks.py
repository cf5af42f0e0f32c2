"""Looks that stand in a web archive somebody hands in: believed as far as its records go."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.errors import DamagedInput, InputError, InputTooLarge
from quotations.model import Failure
from quotations.reading.formats import warc
from quotations.reading.looks import held
from quotations.reading.looks.reader import read_looks

pytestmark = pytest.mark.unit

DAY = "2024-05-06T07:08:09Z"
PAGE = b"<title>Minutes</title><p>The ferry stays."
URL = "https://a.example/minutes"


def record(kind: str, url: str, block: bytes, date: str = DAY, number: str = "", **fields: str) -> bytes:
    lines = [f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: {date}", f"Content-Length: {len(block)}"]
    lines += [f"WARC-Record-ID: {number}"] if number else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join(["WARC/1.1", *lines, "", ""]).encode() + block + b"\r\n\r\n"


def answer(status: str, body: bytes, *headers: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


def facts(**capture: Any) -> dict[str, Any]:
    body = capture.pop("body", PAGE)
    told = {"url": URL, "captured_at": "2024-05-06T07:08:09+00:00", "final_url": URL, "status": 200}
    told["digest"] = "sha256:" + hashlib.sha256(body).hexdigest()
    return {"format": "citetrail-look/1", "citations": ["3"], "record": "<urn:1>", "capture": told | capture}


def metadata(told: dict[str, Any]) -> bytes:
    return record("metadata", URL, json.dumps(told).encode())


OURS = record("response", URL, answer("200 OK", PAGE, "Content-Type: text/html"), number="<urn:1>")


def test_a_look_is_what_its_facts_tell_with_the_bytes_of_its_record() -> None:
    (look,) = read_looks(OURS + metadata(facts(tls_verified=True)), name="e.warc")
    assert (look.capture.url, look.capture.status, look.capture.body) == (URL, 200, PAGE)
    assert look.capture.tls_verified
    assert (look.citations, look.capture.id) == (("3",), "e.warc#1")


@pytest.mark.parametrize(
    "told",
    [
        facts(status=404),
        facts(body=b"other words"),
        facts() | {"record": "<urn:2>"},
        facts(supplied="letter.html"),
        facts(captured_at="yesterday"),
        facts(captured_at="2024-05-06T07:08:09"),
        facts(status="<script>", hops=7),
        {"format": "citetrail-look/1"},
        {"format": "citetrail-look/2", "capture": {}},
        {"format": "citetrail-look/1", "capture": []},
    ],
)
def test_facts_that_the_records_contradict_are_not_believed(told: dict[str, Any]) -> None:
    assert read_looks(OURS + metadata(told)) == ()


def test_where_facts_are_not_believed_the_record_itself_is_read() -> None:
    (look,) = read_looks(OURS + metadata(facts(status=404)), urls=[URL])
    assert (look.capture.status, look.capture.body, look.citations) == (200, PAGE, ())


def test_a_failure_needs_no_record() -> None:
    told = facts(status=None, digest=None, failure="dns", detail="no such name") | {"record": None}
    (look,) = read_looks(metadata(told))
    assert (look.capture.failure, look.capture.body) == (Failure.DNS, None)


def test_a_look_that_tells_of_no_record_brings_no_bytes() -> None:
    (look,) = read_looks(OURS + metadata(facts() | {"record": None}))
    assert look.capture.body is None


@pytest.mark.parametrize(
    "fields", [{"WARC_Refers_To": "<urn:1>"}, {"WARC_Refers_To_Target_URI": URL, "WARC_Refers_To_Date": DAY}]
)
def test_a_revisit_has_the_bytes_of_what_it_refers_to(fields: dict[str, str]) -> None:
    again = record("revisit", "https://b.example/", answer("200 OK", b""), number="<urn:2>", **fields)
    (look,) = read_looks(OURS + again, urls=["https://b.example/"])
    assert look.capture.body == PAGE


def test_a_page_that_a_browser_built_has_the_bytes_of_its_conversion() -> None:
    built = record("conversion", URL, b"built", number="<urn:2>")
    told = facts(body=b"built", rendered=True) | {"record": "<urn:2>"}
    (look,) = read_looks(OURS + built + metadata(told), urls=[URL])
    assert (look.capture.body, look.capture.rendered) == (b"built", True)
    (plain,) = read_looks(OURS + built + metadata(told | {"record": "<urn:1>"}), urls=[URL])
    assert (plain.capture.body, plain.capture.rendered) == (PAGE, False)


def test_of_another_archive_only_what_is_wanted_is_read_and_redirects_are_followed_inside_it() -> None:
    moved = record("response", "https://a.example/old", answer("301 Moved", b"", "Location: /minutes"))
    other = record("response", "https://a.example/other", answer("200 OK", b"other"))
    (look,) = read_looks(moved + OURS + other, urls=["https://a.example/old"])
    assert (look.capture.url, look.capture.final_url, look.capture.body) == ("https://a.example/old", URL, PAGE)
    assert [(hop.url, hop.status) for hop in look.capture.hops] == [("https://a.example/old", 301)]
    assert look.capture.media_type == "text/html"


def test_redirects_that_lead_out_of_the_file_or_round_in_it_are_no_look() -> None:
    out = record("response", "https://a.example/out", answer("302 Found", b"", "Location: https://z.example/"))
    back = record("response", "https://a.example/1", answer("302 Found", b"", "Location: /2"))
    forth = record("response", "https://a.example/2", answer("302 Found", b"", "Location: /1"))
    urls = ["https://a.example/out", "https://a.example/1", "https://a.example/2"]
    assert read_looks(out + back + forth, urls=urls) == ()


def test_codings_are_undone_and_cookies_are_names() -> None:
    packed = gzip.compress(PAGE)
    chunks = f"{len(packed):x}\r\n".encode() + packed + b"\r\n0\r\n\r\n"
    headers = ("Content-Encoding: gzip", "Transfer-Encoding: chunked", "Set-Cookie: sid=secret")
    (look,) = read_looks(record("response", URL, answer("200 OK", chunks, *headers)), urls=[URL])
    assert look.capture.body == PAGE
    assert ("set-cookie", "sid") in look.capture.headers


def test_looks_stand_newest_first() -> None:
    later = record("response", URL, answer("404 Not Found", b"gone"), date="2025-01-01T00:00:00Z")
    statuses = [look.capture.status for look in read_looks(OURS + later, urls=[URL])]
    assert statuses == [404, 200]


def test_a_wacz_is_read_by_its_archives() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("archive/one.warc.gz", gzip.compress(OURS))
        file.writestr("archive/two.warc", metadata(facts()))
        file.writestr("pages/pages.jsonl", "{}")
    (look,) = read_looks(out.getvalue())
    assert look.capture.body == PAGE


@pytest.mark.parametrize(
    "data", [b"", b"no archive", b"PK\x03\x04rest", b"\x1f\x8bbroken", gzip.compress(b"words", mtime=0)]
)
def test_what_holds_no_record_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedInput):
        read_looks(data, name="a.wacz")


def test_members_that_unpack_without_end_and_bodies_beyond_measure_are_refused(monkeypatch: Any) -> None:
    bomb = gzip.compress(b"WARC/1.1\r\n" + b"0" * 200_000)
    monkeypatch.setattr(warc, "MOST_BYTES", 100_000)
    with pytest.raises(InputTooLarge):
        read_looks(bomb)
    monkeypatch.setattr(held, "_MOST_BODIES", 10)
    with pytest.raises(InputTooLarge):
        read_looks(OURS)


def test_members_one_behind_the_other_are_all_read_across_the_pieces_they_are_fed_in() -> None:
    records = [record("response", f"{URL}/{n}", answer("200 OK", str(n).encode() * 20_000)) for n in range(40)]
    looks = read_looks(b"".join(gzip.compress(one, 0) for one in records), urls=[f"{URL}/{n}" for n in range(40)])
    assert sorted(look.capture.body for look in looks) == sorted(str(n).encode() * 20_000 for n in range(40))


WHOLE = OURS + metadata(facts())


@pytest.mark.hypothesis
@settings(max_examples=200, deadline=None)
@given(cut=st.integers(0, len(WHOLE)), put=st.binary(max_size=40), packed=st.booleans())
def test_no_bytes_end_in_anything_but_looks_or_a_refusal(cut: int, put: bytes, packed: bool) -> None:
    data = WHOLE[:cut] + put + WHOLE[cut + len(put) // 2 :]
    try:
        looks = read_looks(gzip.compress(data) if packed else data, urls=[URL])
    except InputError:
        return
    for look in looks:
        body = look.capture.body
        assert body is None or look.capture.digest == "sha256:" + hashlib.sha256(body).hexdigest()
