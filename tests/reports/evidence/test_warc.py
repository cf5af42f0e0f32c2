"""What stands in the records of an audit's evidence."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.evidence import write_warc

pytestmark = pytest.mark.unit


def test_an_exchange_is_a_response_and_its_request_as_they_went_over_the_wire(warc: Any) -> None:
    first = next(warc.of("response", "https://a.example/minutes"))
    assert first.head.startswith(b"HTTP/1.1 200 Fine\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 56")
    assert first.body == b"<!doctype html><title>Minutes</title><p>The ferry stays."
    assert first.fields["WARC-Date"] == "2026-03-01T12:00:00.250000Z"
    assert first.fields["WARC-IP-Address"] == "192.0.2.7"
    assert "WARC-Truncated" not in first.fields
    request = next(warc.of("request", "https://a.example/minutes"))
    assert request.head == b"GET /minutes HTTP/1.1\r\nUser-Agent: Tester\r\nHost: a.example\r\n"
    assert request.fields["WARC-Concurrent-To"] == first.fields["WARC-Record-ID"]


def test_a_redirect_is_a_record_of_its_own_without_the_body_that_was_not_kept(warc: Any) -> None:
    hop = warc.one("response", "https://b.example/old")
    assert b"Location: /new\r\nX-Archive-Orig-Content-Length: 5\r\nContent-Length: 0" in hop.head
    assert hop.body == b""
    assert hop.fields["WARC-Truncated"] == "unspecified"
    assert warc.account.redirects == 2


def test_a_body_that_is_in_the_file_already_is_a_revisit_of_it(warc: Any) -> None:
    first = next(warc.of("response", "https://a.example/minutes"))
    again = warc.one("revisit", "https://b.example/new")
    assert again.fields["WARC-Profile"].endswith("/warc/1.1/revisit/identical-payload-digest")
    assert again.fields["WARC-Refers-To"] == first.fields["WARC-Record-ID"]
    assert again.fields["WARC-Refers-To-Target-URI"] == "https://a.example/minutes"
    assert again.fields["WARC-Refers-To-Date"] == first.fields["WARC-Date"]
    assert again.fields["WARC-Payload-Digest"] == first.fields["WARC-Payload-Digest"]


def test_not_modified_is_a_revisit_that_says_so(warc: Any) -> None:
    (again,) = warc.of("revisit", "https://a.example/minutes")
    assert again.fields["WARC-Profile"].endswith("/server-not-modified")
    assert again.head.startswith(b"HTTP/1.1 304 Not Modified")


def test_headers_that_no_longer_describe_the_body_stand_under_another_name(warc: Any) -> None:
    one = warc.one("response", "https://c.example/packed")
    assert b"X-Archive-Orig-Content-Encoding: gzip" in one.head
    assert b"X-Archive-Orig-Transfer-Encoding: chunked" in one.head
    assert b"X-Archive-Orig-Set-Cookie: sid" in one.head
    assert b"\r\nContent-Length: 8\r\n" in one.head
    assert one.body == b"unpacked"


def test_what_was_not_looked_at_is_a_metadata_record_with_the_reason(warc: Any) -> None:
    (one,) = (record for record in warc.records if record.url == "https://d.example/x")
    assert one.kind == "metadata"
    assert one.told["capture"]["robots"]["rule"] == "Disallow: /x"
    assert one.told["capture"]["failure"] == "robots"
    assert one.told["citations"] == ["4"]


def test_an_archives_copy_stands_under_its_own_address_and_date(warc: Any) -> None:
    one = warc.one("response", "https://e.example/")
    assert one.fields["WARC-Date"] == "2020-01-01T00:00:00.000000Z"
    assert one.fields["WARC-Source-URI"] == "https://archive.example/web/20200101000000id_/https://e.example/"
    assert one.fields["WARC-Creation-Date"] == "2026-03-01T12:05:00.250000Z"
    assert warc.one("request", one.fields["WARC-Source-URI"])


def test_a_look_before_the_wire_was_recorded_is_put_together_and_says_so(warc: Any) -> None:
    hop, page = warc.one("response", "https://f.example/a"), warc.one("response", "https://f.example/b")
    assert hop.head.startswith(b"HTTP/1.1 302 Found\r\nLocation: /b\r\n")
    assert page.body == b"of old"
    for one in (hop, page):
        assert "not recorded" in one.fields["WARC-Citetrail-Reconstructed"]
    assert not list(warc.of("request", "https://f.example/a"))
    assert warc.account.reconstructed == 2  # the one whose bytes are gone too


def test_what_a_browser_built_is_a_conversion_of_the_answer_it_began_with(warc: Any) -> None:
    answer, built = warc.one("response", "https://i.example/app"), warc.one("conversion", "https://i.example/app")
    assert (answer.body, answer.fields["WARC-Truncated"]) == (b"", "unspecified")
    assert (built.body, built.fields["WARC-Refers-To"]) == (b"built", answer.fields["WARC-Record-ID"])
    assert warc.one("metadata", "https://i.example/app").told["record"] == built.fields["WARC-Record-ID"]


def test_a_copy_that_was_handed_in_is_a_resource_and_tells_no_folder(warc: Any) -> None:
    one = warc.one("resource", "file:///audit/supplied/7/letter.html")
    assert one.body == b"<p>Dear all"
    told = warc.one("metadata", one.url).told
    assert (told["capture"]["supplied"], told["capture"]["url"]) == ("letter.html", "https://g.example/")
    assert b"private" not in warc.data
    assert not any(b"/home/ann" in record.body for record in warc.records)


def test_the_facts_tell_the_certificates_that_were_shown(warc: Any) -> None:
    (chain,) = warc.one("metadata", "https://b.example/old").told["capture"]["chains"]
    assert chain["host"] == "b.example"
    assert [(one["subject"], one["issuer"]) for one in chain["certificates"]] == [("CN=b.example", "CN=R3")]


def test_of_earlier_looks_the_facts_are_there_and_what_is_missing_is_counted(warc: Any) -> None:
    told = [one.told for one in warc.of("metadata", "https://a.example/minutes")]
    assert [one["why"] for one in told] == ["judged", "judged", "earlier"]
    assert told[2]["record"] is None
    gone = warc.one("response", "https://h.example/")
    assert gone.fields["WARC-Truncated"] == "unspecified"
    assert warc.account.missing == {"earlier": 1, "gone": 1}


def test_the_audit_its_report_and_the_article_are_resources(warc: Any) -> None:
    assert json.loads(warc.one("resource", "file:///audit/audit.json").body)["audit"] == "1"
    assert warc.one("resource", "file:///audit/report.html").body.startswith(b"<!doctype html>")
    article = warc.one("resource", "file:///audit/article/ferry.md")
    assert (article.body, article.fields["Content-Type"]) == (b"# The ferry\n\nWords.\n", "text/markdown")


def test_a_head_with_bytes_beyond_ascii_stays_as_it_was(dossier: Any) -> None:
    (look,) = (one for one in dossier.looks if one.capture.url.startswith("https://c."))
    odd = replace(look.exchanges[0], response="HTTP/1.1 200 OK\nX-Name: caf\xe9")
    out = io.BytesIO()
    write_warc(replace(dossier, looks=[replace(look, exchanges=(odd,))]), out)
    import gzip

    assert b"X-Name: caf\xe9\r\n" in gzip.decompress(out.getvalue())


def test_no_header_breaks_out_of_its_line(dossier: Any, reading: Any) -> None:
    (look,) = (one for one in dossier.looks if one.capture.url.startswith("https://c."))
    evil = replace(look.exchanges[0], response="HTTP/1.1 200 OK\nX: a\r\n\r\nWARC/1.1\r\nWARC-Type: warcinfo")
    capture = replace(look.capture, url="https://c.example/\r\nWARC-Type: resource")
    out = io.BytesIO()
    write_warc(replace(dossier, looks=[replace(look, capture=capture, exchanges=(evil,))]), out)
    kinds = [one.kind for one in reading(out.getvalue())]
    assert kinds == ["warcinfo", "resource", "resource", "resource", "response", "request", "metadata"]


def test_the_writer_asks_for_one_body_at_a_time(dossier: Any) -> None:
    asked: list[str] = []

    def bodies(digest: str) -> bytes | None:
        asked.append(digest)
        return dossier.bodies(digest)

    write_warc(replace(dossier, bodies=bodies), io.BytesIO())
    assert len(asked) == len(set(asked))


@pytest.mark.hypothesis
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.text(st.characters(max_codepoint=255), max_size=120),
    path=st.text(st.characters(), max_size=40),
    body=st.binary(max_size=60),
)
def test_whatever_a_server_says_the_records_stay_whole(
    dossier: Any, reading: Any, head: str, path: str, body: bytes
) -> None:
    (look,) = (one for one in dossier.looks if one.capture.url.startswith("https://c."))
    url = f"https://c.example/{path}"
    went = replace(look.exchanges[0], url=url, response=f"HTTP/1.1 200 OK\n{head}")
    capture = replace(look.capture, url=url, headers=((head[:10], head),))
    for one in (replace(look, capture=capture, exchanges=(went,)), replace(look, capture=capture, exchanges=())):
        out = io.BytesIO()
        write_warc(replace(dossier, looks=[one], bodies=lambda _: body), out)
        kinds = [record.kind for record in reading(out.getvalue())][4:]
        assert kinds == (["response", "request", "metadata"] if one.exchanges else ["response", "metadata"])
        (answer,) = (record for record in reading(out.getvalue()) if record.kind == "response")
        assert answer.body == body
