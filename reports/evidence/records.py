"""Records of WARC 1.1 (ISO 28500:2017), written one behind the other, each its own gzip member, all by one pattern.

Nothing in them depends on the clock or on chance: identifiers are made from the audit and the record's number.
"""

from __future__ import annotations

import hashlib
import io
from base64 import b32encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, BinaryIO
from urllib.parse import quote
from uuid import UUID, uuid5

from reports.evidence.heads import media_type_of, status_of

VERSION = "WARC/1.1"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
#: What may stand in an address as it is, beside letters and figures.
_PLAIN = "!#$%&'()*+,-./:;=?@[]_~"
_SPACE = UUID("5a4a8a0e-6b0f-5d2c-9c5e-0f6d5d1f2b11")
#: Records that say what their payload alone comes to.
_WITH_PAYLOAD = ("response", "resource", "revisit", "conversion")
_HTTP = {"request": "application/http; msgtype=request", "response": "application/http; msgtype=response"}


@dataclass(frozen=True, slots=True)
class Written:
    """A record that stands in the file."""

    kind: str
    id: str
    url: str
    date: str
    offset: int
    length: int
    digest: str  #: of the payload, "sha1:" and base 32, as web archives index it
    mime: str
    status: str


class Records:
    """Writes records to *out*.

    Args:
        out: where; written to in order, never read.
        seed: what the records' identifiers are made from.
    """

    def __init__(self, out: BinaryIO, seed: str) -> None:
        from warcio.warcwriter import WARCWriter

        self._out = _Counting(out)
        self._writer: Any = WARCWriter(self._out, gzip=True, warc_version=VERSION)
        self._seed = seed
        self.counts: Counter[str] = Counter()

    def next_id(self) -> str:
        """The identifier of the record that is written next."""
        return f"<urn:uuid:{uuid5(_SPACE, self._seed + '/' + str(self.counts.total()))}>"

    def add(
        self,
        kind: str,
        url: str,
        at: datetime,
        payload: bytes = b"",
        *,
        head: bytes | None = None,
        content_type: str = "",
        fields: Mapping[str, str | None] | None = None,
        digest: str = "",
    ) -> Written:
        """Write one record.

        Args:
            kind: the record's type.
            url: its target; empty for a warcinfo record.
            at: its date.
            payload: what stands behind the head, or the whole block.
            head: of the HTTP message; None where the record holds none.
            content_type: of the block, where it is no HTTP message.
            fields: further named fields; those without a value are left out.
            digest: of the payload that a revisit record stands for.
        """
        date, number = iso(at), self.next_id()
        digest = digest or _sha1(payload)
        url = _address(url)
        named = [("WARC-Type", kind), ("WARC-Record-ID", number), ("WARC-Date", date)]
        named += [("WARC-Target-URI", url)] if url else []
        named += [(name, _line(value)) for name, value in (fields or {}).items() if value]
        named += [("WARC-Payload-Digest", digest)] if kind in _WITH_PAYLOAD else []
        named.append(("WARC-Block-Digest", _sha1((head or b"") + (b"" if kind == "revisit" else payload))))
        offset = self._out.written
        self._put(kind, named, payload, head, content_type)
        mime = content_type.partition(";")[0] or (media_type_of(head) if head else "unk")
        status = status_of(head) if head is not None and kind != "request" else "-"
        return Written(kind, number, url, date, offset, self._out.written - offset, digest, mime, status)

    def _put(
        self, kind: str, named: list[tuple[str, str]], payload: bytes, head: bytes | None, content_type: str
    ) -> None:
        from warcio.recordloader import ArcWarcRecord
        from warcio.statusandheaders import StatusAndHeaders

        record = ArcWarcRecord(
            "warc",
            kind,
            StatusAndHeaders("", named, protocol=VERSION),
            io.BytesIO(payload),
            _Head(head) if head is not None else None,
            content_type or _HTTP["request" if kind == "request" else "response"],
            len(payload),
        )
        record.payload_length = len(payload)
        self._writer.write_record(record)
        self.counts[kind] += 1


def iso(moment: datetime) -> str:
    """A moment as WARC 1.1 writes it (W3C profile of ISO 8601), with its microseconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class _Head:
    """An HTTP head that is written byte by byte as it is: warcio's own would escape what is not ASCII."""

    def __init__(self, head: bytes) -> None:
        self.headers_buff = head

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """It is there."""


class _Counting:
    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self.written = 0

    def write(self, data: bytes) -> None:
        self._out.write(data)
        self.written += len(data)

    def flush(self) -> None:
        pass


def _sha1(data: bytes) -> str:
    return "sha1:" + b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode("ascii")


def _address(url: str) -> str:
    """*url* as RFC 3986 has it: readers of records take blanks for mistakes."""
    return quote(url, safe=_PLAIN, errors="replace")


def _line(words: str) -> str:
    return "".join(char if char.isprintable() else " " for char in words).strip()
