"""All that a web archive tells of looks, newest first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from quotations.errors import DamagedInput
from quotations.reading.formats.warc import MOST_BYTES, records, unzipped
from quotations.reading.formats.zipped import Zipped
from quotations.reading.looks.facts import told_look
from quotations.reading.looks.held import Payloads
from quotations.reading.looks.look import HeldLook
from quotations.reading.looks.plain import plain_looks


def read_looks(data: bytes, *, name: str | None = None, urls: Collection[str] = ()) -> tuple[HeldLook, ...]:
    """The looks that a web archive holds: those that it tells of itself, and answers of *urls*; newest first.

    Raises:
        DamagedInput: it holds no record.
        InputTooLarge: it unpacks to more than is read.
    """
    payloads = Payloads(name)
    for archive in _archives(data, name):
        for record in records(archive):
            payloads.take(record)
    if not payloads.count:
        raise DamagedInput("The archive holds no record.", hint="Capture it again.", subject=name or "")
    told = [look for one in payloads.metadata if (look := told_look(one, payloads)) is not None]
    looks = told + list(plain_looks(payloads, frozenset(urls) - {look.capture.url for look in told}))
    looks.sort(key=lambda look: look.capture.captured_at, reverse=True)
    numbered = (replace(look.capture, id=f"{name or 'evidence'}#{at}") for at, look in enumerate(looks, 1))
    return tuple(replace(look, capture=capture) for look, capture in zip(looks, numbered, strict=True))


def _archives(data: bytes, name: str | None) -> Iterator[bytes]:
    if not data.startswith(b"PK\x03\x04"):
        yield unzipped(data, name)
        return
    package = Zipped(data, name)
    for member in package.names:
        if member.startswith("archive/") and member.endswith((".warc", ".warc.gz")):
            yield unzipped(package.read(member, most=MOST_BYTES), name)
