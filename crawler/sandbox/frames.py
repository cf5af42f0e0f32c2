"""What travels through the sandbox's pipe: one JSON value and raw bytes beside it, each with its length before it.

A frame is the length of the JSON (4 bytes, big endian), the length of the bytes (8), the JSON in UTF-8, the bytes.
Nothing that a child says is ever executed or unpickled.
"""

from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Iterable
from typing import Any

_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_HEAD = struct.Struct(">IQ")

#: Bytes; a longer frame than this is not believed.
MAX_FRAME = 1 << 30
#: Bytes that are read at once where more than one frame may wait.
AHEAD = 1 << 16


class Closed(Exception):
    """The other side of the pipe is gone."""


class Late(Exception):
    """The deadline passed before the frame was whole."""


def packed(value: Any, data: Iterable[bytes] = ()) -> bytes:
    """One frame as bytes."""
    words, beside = _to_json(value).encode("utf-8", "surrogatepass"), b"".join(data)
    return _HEAD.pack(len(words), len(beside)) + words + beside


def send(pipe: socket.socket, value: Any, data: Iterable[bytes] = (), *, deadline: float | None = None) -> None:
    """Write one frame; *deadline* is a moment of `time.monotonic`. Raises Closed or Late."""
    send_all(pipe, packed(value, data), deadline=deadline)


def send_all(pipe: socket.socket, frames: bytes, *, deadline: float | None = None) -> None:
    """Write whole frames; *deadline* is a moment of `time.monotonic`. Raises Closed or Late."""
    try:
        pipe.settimeout(_left(deadline))
        pipe.sendall(frames)
    except TimeoutError:
        raise Late from None
    except OSError:
        raise Closed from None


def receive(
    pipe: socket.socket, *, deadline: float | None = None, ahead: bytearray | None = None
) -> tuple[Any, bytearray]:
    """Read one whole frame; *deadline* is a moment of `time.monotonic`, *ahead* keeps what came behind the frame.

    Raises Closed when the other side went away or spoke nonsense, Late when time ran out.
    """
    try:
        words, data = _HEAD.unpack(_exactly(pipe, _HEAD.size, deadline, ahead))
        if words + data > MAX_FRAME:
            raise Closed
        value = json.loads(_exactly(pipe, words, deadline, ahead).decode("utf-8", "surrogatepass"))
        return value, _exactly(pipe, data, deadline, ahead)
    except TimeoutError:
        raise Late from None
    except (OSError, ValueError):
        raise Closed from None


def _exactly(pipe: socket.socket, size: int, deadline: float | None, ahead: bytearray | None) -> bytearray:
    buffer = bytearray(size)
    view, filled = memoryview(buffer), 0
    if ahead:
        filled = min(size, len(ahead))
        view[:filled] = ahead[:filled]
        del ahead[:filled]
    while filled < size:
        pipe.settimeout(_left(deadline))
        if ahead is None or size - filled >= AHEAD:
            got = pipe.recv_into(view[filled:])
        else:  # answers travel together: most are here before they are asked for
            more = pipe.recv(AHEAD)
            got = min(len(more), size - filled)
            view[filled : filled + got] = more[:got]
            ahead += more[got:]
        if not got:
            raise Closed
        filled += got
    return buffer


def _left(deadline: float | None) -> float | None:
    if deadline is None:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
