"""A small audit with looks of every kind, and the records of the file that is made of it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from quotations.model import (
    Article,
    Audit,
    Capture,
    Certificate,
    Chain,
    Exchange,
    Failure,
    Hop,
    Memento,
    RobotsDecision,
)
from reports.evidence import Account, Dossier, Look, write_wacz, write_warc

NOON = datetime(2026, 3, 1, 12, 0, 0, 250000, tzinfo=UTC)
PAGE = b"<!doctype html><title>Minutes</title><p>The ferry stays."


def digest_of(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def exchange(url: str, head: str, *, minutes: int = 0, received: int = 0, **more: Any) -> Exchange:
    host = url.split("/")[2]
    request = f"GET /{url.split('/', 3)[3]} HTTP/1.1\nUser-Agent: Tester\nHost: {host}"
    at = NOON + timedelta(minutes=minutes)
    return Exchange(url=url, at=at, request=request, response=head, address="192.0.2.7", received=received, **more)


def capture(url: str, *, minutes: int = 0, body: bytes | None = PAGE, **more: Any) -> Capture:
    values: dict[str, Any] = {
        "url": url,
        "captured_at": NOON + timedelta(minutes=minutes),
        "final_url": url,
        "status": 200,
        "headers": (("content-type", "text/html"),),
        "media_type": "text/html",
        "digest": digest_of(body) if body is not None else None,
        "size": len(body) if body is not None else None,
        "id": str(minutes + 1),
        **more,
    }
    return Capture(**values)


OK = f"HTTP/1.1 200 Fine\nContent-Type: text/html; charset=utf-8\nContent-Length: {len(PAGE)}"
PACKED = "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip\nTransfer-Encoding: chunked\nSet-Cookie: sid"
LETTER = b"<p>Dear all"


def looks() -> list[Look]:
    a, b, c = "https://a.example/minutes", "https://b.example/old", "https://c.example/packed"
    moved = "HTTP/1.1 301 Moved\nLocation: /new\nContent-Length: 5"
    hop = Hop(url=b, status=301, location="/new")
    archived = "https://archive.example/web/20200101000000id_/https://e.example/"
    memento = Memento(
        archive="archive", original="https://e.example/", at=datetime(2020, 1, 1, tzinfo=UTC), url=archived
    )
    leaf = Certificate(subject="CN=b.example", issuer="CN=R3", not_before=NOON, not_after=NOON + timedelta(days=90))
    chain = Chain(host="b.example", certificates=(leaf,))
    return [
        Look(capture=capture(a), exchanges=(exchange(a, OK, received=len(PAGE)),), citations=("1",)),
        Look(
            capture=capture(b, minutes=1, final_url="https://b.example/new", hops=(hop,), chains=(chain,)),
            exchanges=(
                exchange(b, moved, minutes=1, received=5),
                exchange("https://b.example/new", OK, minutes=1, received=len(PAGE)),
            ),
            citations=("2",),
        ),
        Look(capture=capture(c, minutes=2, body=b"unpacked"), exchanges=(exchange(c, PACKED, minutes=2, received=9),)),
        Look(
            capture=capture(a, minutes=3, detail="304"),
            exchanges=(exchange(a, "HTTP/1.1 304 Not Modified\nETag: x", minutes=3),),
        ),
        Look(
            capture=capture(
                "https://d.example/x", minutes=4, body=None, status=None, media_type=None, headers=(),
                failure=Failure.ROBOTS, robots=RobotsDecision(allowed=False, rule="Disallow: /x", status=200),
            ),
            citations=("4",),
        ),
        Look(
            capture=capture("https://e.example/", minutes=5, body=b"archived", captured_at=memento.at, memento=memento,
                            final_url=archived),
            exchanges=(exchange(archived, "HTTP/1.1 200 OK\nContent-Type: text/html", minutes=5, received=8),),
            why="copy",
        ),
        Look(
            capture=capture("https://f.example/a", minutes=6, body=b"of old", final_url="https://f.example/b#part",
                            hops=(Hop(url="https://f.example/a", status=302, location="/b"),)),
            citations=("6",),
        ),
        Look(
            capture=capture("https://g.example/", minutes=7, body=LETTER, status=None, headers=(), media_type=None,
                            supplied="/home/ann/private/letter.html", final_url="https://g.example/"),
            why="supplied", citations=("7",),
        ),
        Look(
            capture=capture("https://i.example/app", minutes=8, body=b"built", rendered=True),
            exchanges=(exchange("https://i.example/app", OK, minutes=8, received=len(PAGE)),),
            citations=("9",),
        ),
        Look(capture=capture(a, minutes=-60, body=b"another version"), why="earlier", body=False),
        Look(capture=capture("https://h.example/", minutes=9, body=b"taken away"), citations=("8",)),
    ]  # fmt: skip


ARTICLE = b"# The ferry\n\nWords.\n"
BODIES = {digest_of(one): one for one in (PAGE, b"unpacked", b"archived", b"of old", b"built", LETTER, ARTICLE)}


@pytest.fixture
def dossier() -> Dossier:
    article = Article(text=ARTICLE.decode(), format="markdown", title="The ferry — é")
    audit = Audit(article=article, findings=(), links=(), audited_at=NOON + timedelta(hours=1), name="ferry.md", id="1")
    return Dossier(
        audit=audit, looks=looks(), bodies=BODIES.get, article=digest_of(ARTICLE), name="ferry.md", software="tests 1"
    )


@dataclass
class Record:
    kind: str
    url: str
    fields: dict[str, str]
    head: bytes
    body: bytes

    @property
    def told(self) -> Any:
        return json.loads(self.body)


def read(data: bytes) -> list[Record]:
    """The records, by warcio's own reader, which checks their digests."""
    from warcio.archiveiterator import ArchiveIterator

    found = []
    for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
        fields = dict(record.rec_headers.headers)
        head = record.http_headers.to_str().encode() if record.http_headers else b""
        body = record.content_stream().read()
        found.append(Record(record.rec_type, fields.get("WARC-Target-URI", ""), fields, head, body))
    return found


@dataclass
class Made:
    data: bytes
    account: Account
    records: list[Record]

    def of(self, kind: str, url: str) -> Iterator[Record]:
        return (one for one in self.records if one.kind == kind and one.url == url)

    def one(self, kind: str, url: str) -> Record:
        (found,) = self.of(kind, url)
        return found

    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as file:
            return {name: file.read(name) for name in file.namelist()}


@pytest.fixture
def warc(dossier: Dossier) -> Made:
    out = io.BytesIO()
    account = write_warc(dossier, out)
    return Made(out.getvalue(), account, read(out.getvalue()))


@pytest.fixture
def wacz(dossier: Dossier) -> Made:
    out = io.BytesIO()
    account = write_wacz(dossier, out)
    made = Made(out.getvalue(), account, [])
    made.records = read(made.files()["archive/data.warc.gz"])
    return made


@pytest.fixture
def reading() -> Callable[[bytes], list[Record]]:
    return read
