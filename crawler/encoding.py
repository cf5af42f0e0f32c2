"""Content codings undone within limits: a few bytes may stand for gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ACCEPTED = "gzip, deflate, br"

_MOST_CODINGS = 2
_MOST_MEMBERS = 64
_STEP = 256 * 1024
_BOMB_FROM = 1024 * 1024
_BOMB_RATIO = 200


class Bomb(Exception):
    """The body unpacks to more than any text would."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body with its content codings undone, as far as they could be."""

    body: bytes
    complete: bool  #: False: the packed stream ended early, is damaged, or the limit was reached


def decode(body: bytes, codings: str, limit: int) -> Decoded:
    """Undo the codings of a `Content-Encoding` value, last first, to at most *limit* bytes.

    A coding that is unknown, or that the body is not really in, leaves the body as it is.

    Raises:
        Bomb: more than 200 bytes for each byte received, beyond the first MiB.
    """
    names = [name.strip().lower() for name in codings.split(",") if name.strip()]
    complete = True
    for name in reversed(names[-_MOST_CODINGS:]):
        undo = _CODINGS.get(name)
        if undo is None or not body:
            continue
        done = undo(body, limit)
        body, complete = done.body, complete and done.complete
    return Decoded(body, complete)


def _collect(body: bytes, limit: int, pull: Callable[[], bytes | None]) -> Decoded:
    """Take pieces until there are no more (b"" ends well, None ends early), the limit or a bomb."""
    pieces: list[bytes] = []
    size = 0
    while True:
        piece = pull()
        if not piece:
            return Decoded(b"".join(pieces), piece is not None)
        pieces.append(piece)
        size += len(piece)
        if size > _BOMB_FROM and size > _BOMB_RATIO * len(body):
            raise Bomb(f"{len(body)} bytes unpack to more than {size}")
        if size > limit:
            return Decoded(b"".join(pieces)[:limit], complete=False)


def _gzip(body: bytes, limit: int) -> Decoded:
    if not body.startswith(b"\x1f\x8b"):
        return Decoded(body, complete=True)  # said to be packed, and is not: browsers show it
    return _collect(body, limit, _Zlib(body, 31).pull)


def _deflate(body: bytes, limit: int) -> Decoded:
    wrapped = body[0] & 0x0F == 8 and len(body) > 1 and int.from_bytes(body[:2], "big") % 31 == 0
    return _collect(body, limit, _Zlib(body, 15 if wrapped else -15).pull)


class _Zlib:
    def __init__(self, body: bytes, window: int) -> None:
        self._window = window
        self._rest = body
        self._members = 0
        self._stream = zlib.decompressobj(window)

    def pull(self) -> bytes | None:
        while True:
            if self._stream.eof:
                self._rest = self._stream.unused_data
                self._members += 1
                if self._window != 31 or not self._rest.startswith(b"\x1f\x8b") or self._members >= _MOST_MEMBERS:
                    return b""
                self._stream = zlib.decompressobj(self._window)
            try:
                piece = self._stream.decompress(self._rest, _STEP)
            except zlib.error:
                return None
            self._rest = self._stream.unconsumed_tail
            if piece:
                return piece
            if not self._stream.eof:
                return None


def _brotli(body: bytes, limit: int) -> Decoded:
    import brotli  # type: ignore[import-untyped]

    stream: Any = brotli.Decompressor()
    fed = False

    def pull() -> bytes | None:
        nonlocal fed
        try:
            piece: bytes = stream.process(b"" if fed else body, output_buffer_limit=_STEP)
        except brotli.error:
            return None
        fed = True
        return piece or (b"" if stream.is_finished() else None)

    return _collect(body, limit, pull)


_CODINGS: dict[str, Callable[[bytes, int], Decoded]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
}
