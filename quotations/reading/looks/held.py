"""The records of a web archive by what a look needs of them: answers with their bodies, each body once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime

from quotations.errors import InputTooLarge
from quotations.reading.formats.warc import FIELD, HTTP, Record, dechunked, decoded

#: Bytes of all bodies together, and records, that are taken.
_MOST_BODIES = 256 * 1024 * 1024
_MOST_RECORDS = 200_000
_MOST_HEADERS = 100
_HTTP = ("response", "revisit")
_FILES = ("resource", "conversion")  #: blocks that are the bytes themselves
_LONGEST_VALUE = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of a server, or a file without one."""

    kind: str  #: "response", "revisit", "resource" or "conversion"
    url: str
    at: datetime
    status: int | None
    headers: tuple[tuple[str, str], ...]
    digest: str | None  #: "sha256:…" of its body, None where the body is elsewhere
    truncated: bool
    address: str | None
    refers: str | None  #: id of the record that has its body
    same: tuple[str, str] | None  #: address and date of it


@dataclass(slots=True)
class Payloads:
    """What was taken of an archive's records. Raises InputTooLarge when there is too much."""

    name: str | None
    answers: dict[str, Answer] = field(default_factory=dict)  #: by record id
    metadata: list[Record] = field(default_factory=list)
    bodies: dict[str, bytes] = field(default_factory=dict)
    count: int = 0
    _size: int = 0
    _by_moment: dict[tuple[str, str], str] = field(default_factory=dict)

    def take(self, record: Record) -> None:
        """Take one record, in the order of the file."""
        self.count += 1
        if self.count > _MOST_RECORDS:
            raise self._too_large()
        if record.kind == "metadata":
            self.metadata.append(record)
        elif record.kind in (*_HTTP, *_FILES):
            answer = self._answer(record)
            if answer is not None:
                number = record.fields.get("warc-record-id", f"record {self.count}")
                self.answers[number] = answer
                self._by_moment[record.url, record.date] = number

    def body_of(self, answer: Answer) -> str | None:
        """The digest of an answer's body, be it in another record."""
        if answer.kind != "revisit":
            return answer.digest
        number = answer.refers if answer.refers in self.answers else self._by_moment.get(answer.same or ("", ""))
        first = self.answers.get(number or "")
        return first.digest if first is not None else None

    def _answer(self, record: Record) -> Answer | None:
        fields = record.fields
        at = moment(record.date)
        if at is None:
            return None
        status: int | None = None
        headers: tuple[tuple[str, str], ...] = (("content-type", fields.get("content-type", "")),)
        body = record.block
        if record.kind in _HTTP:
            head = HTTP.match(record.block)
            if head is None:
                return None
            status, headers = int(head[1]), _headers(head[2])
            body = _body(record.block[head.end() :], dict(headers))
        return Answer(
            kind=record.kind,
            url=record.url,
            at=at,
            status=status,
            headers=headers,
            digest=self._keep(body) if record.kind != "revisit" else None,
            truncated="warc-truncated" in fields,
            address=fields.get("warc-ip-address"),
            refers=fields.get("warc-refers-to"),
            same=(fields.get("warc-refers-to-target-uri", ""), fields.get("warc-refers-to-date", "")),
        )

    def _keep(self, body: bytes) -> str:
        digest = "sha256:" + hashlib.sha256(body).hexdigest()
        if digest not in self.bodies:
            self._size += len(body)
            if self._size > _MOST_BODIES:
                raise self._too_large()
            self.bodies[digest] = body
        return digest

    def _too_large(self) -> InputTooLarge:
        return InputTooLarge(
            "The archive holds more than is read at once.",
            hint="Hand in one that holds the cited pages alone.",
            subject=self.name or "",
        )


def moment(date: str) -> datetime | None:
    """A record's date (ISO 8601, in UTC where it says nothing); None for what is none."""
    try:
        found = datetime.fromisoformat(date)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _headers(head: bytes) -> tuple[tuple[str, str], ...]:
    """Names in lower case, values on one line and capped; what we set aside in our own records under its own name."""
    found: list[tuple[str, str]] = []
    for name, value in FIELD.findall(head)[:_MOST_HEADERS]:
        words = " ".join(value[:_LONGEST_VALUE].decode("utf-8", "replace").split())
        key = name.decode("latin-1").lower()
        found.append((key, words.partition("=")[0] if key == "set-cookie" else words))
    return tuple(found)


def _body(block: bytes, headers: dict[str, str]) -> bytes:
    if "chunked" in headers.get("transfer-encoding", "").lower():
        block = dechunked(block)
    return decoded(block, headers.get("content-encoding", "").lower())
