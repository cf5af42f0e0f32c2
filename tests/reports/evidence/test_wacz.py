"""One WACZ an audit: what the specification asks for, and the same bytes every time."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from typing import Any

import pytest

from quotations.errors import InputTooLarge
from reports.evidence import write_wacz
from reports.evidence.surt import key_of

pytestmark = pytest.mark.unit


def test_the_members_are_those_of_the_specification(wacz: Any) -> None:
    assert list(wacz.files()) == [
        "archive/data.warc.gz",
        "indexes/index.cdx.gz",
        "indexes/index.idx",
        "pages/pages.jsonl",
        "datapackage.json",
        "datapackage-digest.json",
    ]


def test_every_member_is_listed_with_its_digest(wacz: Any) -> None:
    files = wacz.files()
    package = json.loads(files["datapackage.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    listed = {one["path"]: one for one in package["resources"]}
    assert set(listed) == set(files) - {"datapackage.json", "datapackage-digest.json"}
    for path, one in listed.items():
        assert one["hash"] == "sha256:" + hashlib.sha256(files[path]).hexdigest()
        assert one["bytes"] == len(files[path])
    digest = json.loads(files["datapackage-digest.json"])
    assert digest["hash"] == "sha256:" + hashlib.sha256(files["datapackage.json"]).hexdigest()


def test_the_index_leads_to_every_record_that_can_be_opened(wacz: Any, reading: Any) -> None:
    files = wacz.files()
    lines = gzip.decompress(files["indexes/index.cdx.gz"]).decode().splitlines()
    assert lines == sorted(lines)
    for line in lines:
        key, stamp, told = line.split(" ", 2)
        told = json.loads(told)
        at = int(told["offset"])
        (record,) = reading(files["archive/data.warc.gz"][at : at + int(told["length"])])
        assert record.url == told["url"]
        assert key == key_of(record.url)
        assert stamp == "".join(char for char in record.fields["WARC-Date"][:19] if char.isdigit())
        assert record.kind in ("response", "revisit", "resource", "conversion")
    opened = [one for one in wacz.records if one.kind in ("response", "revisit", "resource", "conversion")]
    assert len(lines) == len(opened)


def test_the_blocks_of_the_index_are_found_by_their_places(wacz: Any) -> None:
    files = wacz.files()
    head, *places = files["indexes/index.idx"].decode().splitlines()
    assert json.loads(head.split(" ", 2)[2])["filename"] == "index.cdx.gz"
    whole = b""
    for place in places:
        told = json.loads(place.split(" ", 2)[2])
        whole += gzip.decompress(files["indexes/index.cdx.gz"][told["offset"] : told["offset"] + told["length"]])
    assert whole == gzip.decompress(files["indexes/index.cdx.gz"])


def test_pages_are_the_report_the_article_and_what_was_cited_each_once(wacz: Any) -> None:
    head, *pages = map(json.loads, wacz.files()["pages/pages.jsonl"].splitlines())
    assert head["format"] == "json-pages-1.0"
    urls = [one["url"] for one in pages]
    assert urls[:2] == ["file:///audit/report.html", "file:///audit/article/ferry.md"]
    assert pages[1]["title"] == "The ferry — é"
    assert len(urls) == len(set(urls))
    assert "https://a.example/minutes" in urls
    assert "https://b.example/old" not in urls


def test_the_same_audit_gives_the_same_bytes(dossier: Any, wacz: Any) -> None:
    again = io.BytesIO()
    write_wacz(dossier, again)
    assert again.getvalue() == wacz.data


def test_many_records_make_several_blocks_that_stay_in_order() -> None:
    from reports.evidence.index import blocks

    lines = [f"org,example)/{number:05} 20260301120000 {{}}\n" for number in range(1000, 0, -1)]
    packed, places = blocks(lines)
    assert gzip.decompress(packed).decode() == "".join(sorted(lines))
    assert len(places.splitlines()) == 1 + 4


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www2.Example.org:443/", "org,example)/"),
        ("http://127.0.0.1:8080/A//b?z=1&a=2#f", "1,0,0,127:8080)/a/b?a=2&z=1"),
        ("https://münchen.example/ä", "example,xn--mnchen-3ya)/%c3%a4"),
        ("http://ex.org/a%2Fb/../c/", "org,ex)/a/c"),
        ("http://EX.org/Path/?A=B&sid=0123456789abcdef0123456789abcdef", "org,ex)/path?&a=b"),
        ("http://ex.org/?", "org,ex)/"),
        ("file:///audit/report.html", "file:/audit/report.html"),
        ("urn:x:y", "urn:x:y"),
        ("http://[broken/", "http://[broken/"),
    ],
)  # fmt: skip
def test_keys_are_those_of_the_wayback_machine(url: str, key: str) -> None:
    assert key_of(url) == key


def test_members_begin_where_readers_of_the_central_directory_alone_look_for_them(wacz: Any) -> None:
    with zipfile.ZipFile(io.BytesIO(wacz.data)) as file:
        for info in file.infolist():
            at = info.header_offset + 30 + len(info.filename) + len(info.extra)
            if info.compress_type == zipfile.ZIP_STORED:
                assert wacz.data[at : at + info.file_size] == file.read(info)


def test_more_than_every_reader_takes_is_refused(dossier: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 1000)
    with pytest.raises(InputTooLarge, match="2 GiB"):
        write_wacz(dossier, io.BytesIO())
