"""Content codings undone within limits: a few bytes may stand for gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

ACCEPTED = "gzip, deflate, br"

_MOST_CODINGS = 2
_MOST_MEMBERS = 64
_STEP = 256 * 1024
_FOOD = 4096
_CRUMB = 64  # zstandard hands over all that a piece unpacks to, some 128 KiB for each block of four bytes
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


class _Stream(Protocol):
    """A packed body being unpacked."""

    @property
    def consumed(self) -> int:
        """Bytes of it that were used so far."""
        ...

    def pull(self) -> bytes | None:
        """The next piece; b"" at its proper end, None where it ends early or is damaged."""
        ...


def _collect(stream: _Stream, limit: int) -> Decoded:
    pieces: list[bytes] = []
    size = 0
    while True:
        piece = stream.pull()
        if not piece:
            return Decoded(b"".join(pieces), piece is not None)
        pieces.append(piece)
        size += len(piece)
        if size > _BOMB_FROM and size > _BOMB_RATIO * stream.consumed:
            raise Bomb(f"{stream.consumed} bytes unpack to {size} and more")
        if size > limit:
            return Decoded(b"".join(pieces)[:limit], complete=False)


def _gzip(body: bytes, limit: int) -> Decoded:
    if not body.startswith(b"\x1f\x8b"):
        return Decoded(body, complete=True)  # said to be packed, and is not: browsers show it
    return _collect(_Zlib(body, 31), limit)


def _unless_plain(undo: Callable[[bytes, int], Decoded]) -> Callable[[bytes, int], Decoded]:
    """*undo* for a coding without a mark at its start: what it makes nothing of, and is readable, was never packed."""

    def tried(body: bytes, limit: int) -> Decoded:
        done = undo(body, limit)
        plain = not done.body and not done.complete and body.lstrip()[:1] in (b"<", b"{", b"[", b"%")
        return Decoded(body, complete=True) if plain else done

    return tried


def _deflate(body: bytes, limit: int) -> Decoded:
    wrapped = body[0] & 0x0F == 8 and len(body) > 1 and int.from_bytes(body[:2], "big") % 31 == 0
    return _collect(_Zlib(body, 15 if wrapped else -15), limit)


class _Zlib:
    def __init__(self, body: bytes, window: int) -> None:
        self._window = window
        self._size = len(body)
        self._rest = body
        self._members = 0
        self._stream = zlib.decompressobj(window)

    @property
    def consumed(self) -> int:
        return self._size - len(self._rest)

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


class _Brotli:
    def __init__(self, body: bytes) -> None:
        import brotli  # type: ignore[import-untyped]

        self._body = body
        self._error: Any = brotli.error
        self._stream: Any = brotli.Decompressor()
        self._consumed = 0

    @property
    def consumed(self) -> int:
        return self._consumed

    def pull(self) -> bytes | None:
        while not self._stream.is_finished():
            food = b""
            if self._stream.can_accept_more_data():
                food = self._body[self._consumed : self._consumed + _FOOD]
                if not food:
                    return None
            self._consumed += len(food)
            try:
                piece: bytes = self._stream.process(food, output_buffer_limit=_STEP)
            except self._error:
                return None
            if piece:
                return piece
        return b""


def _brotli(body: bytes, limit: int) -> Decoded:
    return _collect(_Brotli(body), limit)


class _Zstandard:
    _MARK = b"\x28\xb5\x2f\xfd"
    _WINDOW = 8 * 1024 * 1024  # RFC 9659: no more may be asked of a client

    def __init__(self, body: bytes) -> None:
        import zstandard

        self._body = body
        self._error = zstandard.ZstdError
        self._reader = zstandard.ZstdDecompressor(max_window_size=self._WINDOW).decompressobj()
        self._consumed = 0

    @property
    def consumed(self) -> int:
        return self._consumed

    def pull(self) -> bytes | None:
        while not self._reader.eof:
            food = self._body[self._consumed : self._consumed + _CRUMB]
            if not food:
                return None
            self._consumed += len(food)
            try:
                piece = self._reader.decompress(food)
            except self._error:
                return None
            if piece:
                return piece
        return b""


def _zstd(body: bytes, limit: int) -> Decoded:
    if not body.startswith(_Zstandard._MARK):
        return Decoded(body, complete=True)
    return _collect(_Zstandard(body), limit)


_CODINGS: dict[str, Callable[[bytes, int], Decoded]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _unless_plain(_deflate),
    "br": _unless_plain(_brotli),
    "zstd": _zstd,
}
