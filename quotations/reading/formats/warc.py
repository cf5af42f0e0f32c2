"""Web archives: WARC 1.0/1.1 (ISO 28500), plain or gzipped, and WACZ; each page that they hold is an article.

Own reader: an article's archive is read once, front to back, and what is needed of a record is little. Lengths that
lie, members that expand without end and broken headers end in DamagedInput, or in what could be read before them.
The evidence of an audit (`citetrail evidence`) holds one article, as it was handed in; its pages are the sources.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from quotations.errors import DamagedInput, EmptyInput, InputTooLarge
from quotations.reading.document import Document
from quotations.reading.formats.draft import informed
from quotations.reading.formats.zipped import Zipped
from quotations.values import plain_value

MOST_BYTES = 512 * 1024 * 1024
_MOST_PAGES = 500
_FOOD = 64 * 1024
_HEAD = re.compile(rb"(?:\r?\n)*WARC/\d\.\d[^\r\n]*\r?\n((?:[^\r\n]+\r?\n){1,200})\r?\n")
FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)")
HTTP = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})[^\r\n]*\r?\n((?:[^\r\n]+\r?\n){0,300})\r?\n")
#: Under which address the evidence of an audit holds the article's own file.
AUDITED = "file:///audit/article/"
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


@plain_value
class Record:
    """One record."""

    kind: str
    url: str
    date: str
    fields: dict[str, str]
    block: bytes


def read_warc(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The pages of a WARC file."""
    return _pages([unzipped(data, name)], (), name, base_url)


def read_wacz(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The pages of a WACZ file: those of its list of pages, or all when it has none."""
    return _wacz(data, name, base_url)


def _wacz(data: bytes, name: str | None, base_url: str | None, *, inner: bool = False) -> tuple[Document, ...]:
    package = Zipped(data, name)
    wanted = []
    for member in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        if member in package:
            wanted += _listed(package.read(member))
    archives = [m for m in package.names if m.startswith("archive/") and m.endswith((".warc", ".warc.gz"))]
    unpacked = (unzipped(package.read(m, most=MOST_BYTES), name) for m in archives)
    return _pages(unpacked, tuple(wanted), name, base_url, inner=inner)


def _listed(lines: bytes) -> list[str]:
    urls = []
    for line in lines.splitlines()[:10_000]:
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict) and isinstance(entry.get("url"), str):
            urls.append(entry["url"])
    return urls


def unzipped(data: bytes, name: str | None) -> bytes:
    """The plain bytes of gzip members one behind the other, up to the first that is broken."""
    if data[:2] != b"\x1f\x8b":
        return data
    out: list[bytes] = []
    size = at = 0
    view = memoryview(data)
    while data[at : at + 2] == b"\x1f\x8b":
        member = zlib.decompressobj(31)
        try:
            while not member.eof and at < len(view):
                fed = view[at : at + _FOOD]  # a member at a time: copying all that is left for each would be quadratic
                piece = member.decompress(fed, MOST_BYTES - size + 1)
                at += len(fed) - len(member.unconsumed_tail) - len(member.unused_data)
                size += len(piece)
                out.append(piece)
                if size > MOST_BYTES:
                    raise InputTooLarge("The archive unpacks to too much.", hint="Split it.", subject=name or "")
        except zlib.error as error:
            if out:
                break
            raise DamagedInput(
                "The archive's compression is broken.", hint="Capture it again.", subject=name or ""
            ) from error
    return b"".join(out)


def records(data: bytes) -> Iterator[Record]:
    """The records of a WARC file, up to the first that is broken."""
    at = 0
    while head := _HEAD.match(data, at):
        fields = _fields(head[1])
        length = fields.get("content-length", "")
        if not re.fullmatch(r"\d{1,12}", length):
            return
        end = head.end() + int(length)
        url = fields.get("warc-target-uri", "").strip("<>")
        yield Record(fields.get("warc-type", ""), url, fields.get("warc-date", ""), fields, data[head.end() : end])
        at = end


def _fields(head: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in FIELD.findall(head):
        found.setdefault(key.decode("latin-1").lower(), " ".join(value.decode("utf-8", "replace").split()))
    return found


def _pages(
    archives: Iterator[bytes] | list[bytes],
    wanted: tuple[str, ...],
    name: str | None,
    base_url: str | None,
    *,
    inner: bool = False,
) -> tuple[Document, ...]:
    framed: set[str] = set()
    found: dict[str, tuple[Record, str | None, bytes]] = {}
    any_record = False
    for archive in archives:
        for record in records(archive):
            any_record = True
            if record.kind == "resource" and record.url.startswith(AUDITED) and not inner:
                return _audited(record, base_url)
            if record.kind == "request" and re.search(rb"(?im)^sec-fetch-dest:\s*i?frame", record.block[:8000]):
                framed.add(record.url)
            page = _page(record)
            if page is not None and record.url not in found and len(found) < _MOST_PAGES:
                found[record.url] = (record, *page)
    if not any_record:
        raise DamagedInput("The archive holds no record.", hint="Capture it again.", subject=name or "")
    chosen = {url: found[url] for url in wanted if url in found} or {u: f for u, f in found.items() if u not in framed}
    if not chosen:
        raise EmptyInput("The archive holds no page.", hint="Capture the page again.", subject=name or "")
    return tuple(_document(record, charset, body, name, base_url) for record, charset, body in chosen.values())


def _audited(record: Record, base_url: str | None) -> tuple[Document, ...]:
    """The article of an audit's evidence, in whatever format it was; one that is a web archive is no evidence again."""
    from quotations.reading.formats import Format, format_of, read_documents

    name = unquote(record.url.removeprefix(AUDITED))
    kind = format_of(record.block, name)
    if kind is Format.WARC:
        return _pages([unzipped(record.block, name)], (), name, base_url, inner=True)
    if kind is Format.WACZ:
        return _wacz(record.block, name, base_url, inner=True)
    return read_documents(record.block, name=name, base_url=base_url)


def _page(record: Record) -> tuple[str | None, bytes] | None:
    """The charset that the server gave and the body of a record that is a page."""
    if record.kind == "resource":
        kind = record.fields.get("content-type", "")
        return (_charset(kind), record.block) if kind.split(";")[0].strip().lower() in _PAGE_TYPES else None
    answer = HTTP.match(record.block) if record.kind == "response" else None
    if answer is None or answer[1] != b"200":
        return None
    fields = _fields(answer[2])
    kind = fields.get("content-type", "")
    if kind.split(";")[0].strip().lower() not in _PAGE_TYPES:
        return None
    body = record.block[answer.end() :]
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = dechunked(body)
    return _charset(kind), decoded(body, fields.get("content-encoding", "").lower())


def _charset(kind: str) -> str | None:
    match = re.search(r"charset=[\"']?([\w.:-]{1,40})", kind, re.IGNORECASE)
    return match[1] if match else None


def dechunked(body: bytes) -> bytes:
    """The body without its chunks' sizes; as it is when it has none (some writers undo the coding and keep the header)."""
    out: list[bytes] = []
    at = 0
    while head := re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r\n").match(body, at):
        size = int(head[1], 16)
        if size == 0:
            return b"".join(out)
        out.append(body[head.end() : head.end() + size])
        at = head.end() + size + 2
    return b"".join(out) if out and at >= len(body) else body


def decoded(body: bytes, coding: str) -> bytes:
    """The body without its compression; as it is when it has none."""
    windows = {"gzip": 31, "x-gzip": 31, "deflate": 47}
    if coding in windows:
        for window in (windows[coding], -15):
            try:
                return zlib.decompressobj(window).decompress(body, 64 * 1024 * 1024)
            except zlib.error:
                continue
    elif coding == "br":
        return _brotli(body)
    elif coding == "zstd":
        import zstandard

        try:
            return zstandard.ZstdDecompressor().stream_reader(body).read(64 * 1024 * 1024)
        except zstandard.ZstdError:
            return body
    return body


def _brotli(body: bytes) -> bytes:
    try:
        import brotli  # type: ignore[import-untyped]
    except ImportError:
        return body
    try:
        out = brotli.Decompressor().process(body, output_buffer_limit=64 * 1024 * 1024)
    except (brotli.error, TypeError):
        return body
    return bytes(out)


def _document(record: Record, charset: str | None, body: bytes, name: str | None, base_url: str | None) -> Document:
    from quotations.reading.html import read_html
    from quotations.text.decoding import decode

    page: bytes | str = decode(body, charset)[0] if charset else body
    web = record.url if record.url.lower().startswith("http") else None
    document = read_html(page, name=name, base_url=web or base_url, format="warc")
    facts: dict[str, tuple[object, str]] = {"saved_at": (record.date, "the record's WARC-Date")}
    if not document.url:
        facts["url"] = (web, "the record's WARC-Target-URI")
    return informed(document, facts)
