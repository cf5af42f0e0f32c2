"""What a sandbox can be asked to do. A job is a name, arguments that are JSON, bytes, and how to read the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, Generic, TypeVar

from quotations.codec import decode, encode
from quotations.model import Article, Capture, CopyList, Finding, LinkState, SaveAnswer, Text
from quotations.reading.looks.look import HeldLook
from quotations.reading.saved.edits import Edit

T = TypeVar("T")

#: Seconds that one job may take, by the clock on the wall; a child busy for longer is killed.
ARTICLE_SECONDS = 90.0
TEXT_SECONDS = 15.0
PDF_SECONDS = 45.0  #: a page of a PDF, or a book, can be slow without being hostile
CHECK_SECONDS = 30.0
#: … and one second more for each of these bytes.
MEGABYTE = 1 << 20
#: A small file that is not packed has no more to read than its bytes: what it may take begins here, and grows with
#: its size up to what is given above. A book of 500 pages has a megabyte and takes four seconds.
SMALL_SECONDS, SMALL_GROWTH = 10.0, 30.0
#: What files begin with whose size says nothing of what is in them.
_PACKED = (b"PK", b"\x1f\x8b")


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """One thing to do in a child."""

    name: str  #: a door of `crawler.sandbox.doors`
    arguments: dict[str, Any]
    data: bytes
    read: Callable[..., T]  #: the answer's JSON to its noun
    seconds: float  #: by when it must be answered, counted from the answer before
    beside: bool = False  #: `read` also takes the bytes that came beside the JSON


def articles(
    data: bytes, *, name: str | None = None, base_url: str | None = None, charset: str | None = None
) -> Job[tuple[Article, ...]]:
    """Read the articles of a saved document; *charset* is what an HTTP answer said of its characters."""
    return Job(
        "articles",
        {"name": name, "base_url": base_url, "charset": charset},
        data,
        lambda value: tuple(decode(Article, one) for one in value),
        _by_size(data, ARTICLE_SECONDS),
    )


def text(
    data: bytes,
    *,
    media_type: str | None = None,
    charset: str | None = None,
    url: str | None = None,
    name: str | None = None,
    truncated: bool = False,
) -> Job[Text]:
    """Read what a source says."""
    return Job(
        "text",
        {"media_type": media_type, "charset": charset, "url": url, "name": name, "truncated": truncated},
        data,
        lambda value: decode(Text, value),
        _text_seconds(data),
    )


def check(
    data: bytes,
    quotes: Sequence[str],
    *,
    capture: Capture,
    link: LinkState | None = None,
    profile: str = "chicago",
) -> Job[tuple[Finding, ...]]:
    """Judge several quotations against one source, whose text is made and indexed once.

    *capture* says how *data* was come by; the link's state is derived from it unless *link* is given.
    """
    return Job(
        "check",
        {"quotes": list(quotes), "capture": _told(capture), "link": encode(link), "profile": profile},
        data,
        lambda value: tuple(decode(Finding, one) for one in value),
        _text_seconds(data) + CHECK_SECONDS + len(quotes) * 0.05,
    )


def _told(capture: Capture) -> dict[str, Any]:
    """The JSON of *capture* without what is as it is where nothing is said: a third of it, to be read for each page."""
    usual = _usual()
    return {name: value for name, value in encode(capture).items() if name not in usual or value != usual[name]}


@cache
def _usual() -> dict[str, Any]:
    """What the fields of a capture have as JSON where nothing else is said."""
    given = {"url", "captured_at"}
    bare = encode(Capture(url="", captured_at=datetime.fromtimestamp(0, UTC)))
    return {name: value for name, value in bare.items() if name not in given}


def copies(data: bytes, *, page: str, truncated: bool = False) -> Job[CopyList]:
    """Read what an archive lists of its copies of *page*."""
    arguments = {"page": page, "truncated": truncated}
    return Job("copies", arguments, data, lambda value: decode(CopyList, value), TEXT_SECONDS + len(data) / MEGABYTE)


def looks(data: bytes, *, name: str, urls: Sequence[str]) -> Job[tuple[HeldLook, ...]]:
    """Read the looks that a web archive holds, at *urls* and at whatever it tells of itself, with their bodies."""
    arguments = {"name": name, "urls": list(urls)}
    return Job("looks", arguments, data, _held_looks, ARTICLE_SECONDS + len(data) / MEGABYTE, beside=True)


def _held_looks(value: Any, data: bytes) -> tuple[HeldLook, ...]:
    bodies: dict[str, bytes] = {}
    at = 0
    for digest, size in value["bodies"]:
        bodies[digest] = data[at : at + size]
        at += size
    held = (decode(HeldLook, one) for one in value["looks"])
    return tuple(
        replace(look, capture=replace(look.capture, body=bodies.get(look.capture.digest or ""))) for look in held
    )


def save_answer(data: bytes) -> Job[SaveAnswer]:
    """Read what an archive says that was asked to keep a page."""
    return Job("save_answer", {}, data, lambda value: decode(SaveAnswer, value), TEXT_SECONDS)


def robust(data: bytes, links: Mapping[str, Sequence[tuple[str, str]]], *, name: str = "") -> Job[list[Edit]]:
    """Find out what to put into a saved page so that its links carry attributes."""
    return Job(
        "robust",
        {"links": {address: [list(pair) for pair in pairs] for address, pairs in links.items()}, "name": name},
        data,
        lambda value: [Edit(int(at), str(new).encode("latin-1")) for at, new in value],
        ARTICLE_SECONDS + len(data) / MEGABYTE,
    )


def _text_seconds(data: bytes) -> float:
    slow = b"%PDF-" in data[:1024] or data.startswith(b"PK")
    return max(TEXT_SECONDS, _by_size(data, PDF_SECONDS)) if slow else TEXT_SECONDS + len(data) / MEGABYTE


def _by_size(data: bytes, most: float) -> float:
    """Seconds for a file of which a large or a packed one may take *most*, and what its size adds."""
    size = len(data) / MEGABYTE
    packed = data.startswith(_PACKED)
    return (most if packed else min(most, SMALL_SECONDS + SMALL_GROWTH * size)) + size
