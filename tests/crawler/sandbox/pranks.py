"""Doors that misbehave; a child that begins as a fresh interpreter reads this file by its path."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

from quotations.errors import DamagedInput


def _abort(data: bytes) -> Any:
    os.abort()


def _spin(data: bytes) -> Any:
    while True:
        pass


def _hang(data: bytes) -> Any:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPROF})  # no clock of Python's rings inside a library
    _spin(data)


def _eat(data: bytes) -> Any:
    held = []
    while True:
        held.append(bytearray(1 << 24))


def _damaged(data: bytes) -> Any:
    raise DamagedInput("It is torn.", hint="Save it again.", subject="page.html")


def _broken(data: bytes) -> Any:
    return {}["nowhere"]


def _deaf(data: bytes) -> Any:
    os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGTERM)
    return os.getpgid(0) == os.getpid()


def _descriptors(data: bytes) -> Any:
    return sorted(str(path.readlink()) for path in list(Path("/proc/self/fd").iterdir()) if path.is_symlink())


def _network(data: bytes) -> Any:
    return str(Path("/proc/self/ns/net").readlink())


def _killed(data: bytes) -> Any:
    """Killed from outside as often as *data* says before the colon, counted in the file behind it."""
    times, _, name = data.decode().partition(":")
    count = Path(name)
    done = len(count.read_bytes())
    if done < int(times):
        count.write_bytes(b"x" * (done + 1))
        os.kill(os.getpid(), signal.SIGKILL)
    return done


PRANKS: dict[str, Any] = {
    "length": len,
    "pid": lambda data: os.getpid(),
    "abort": _abort,
    "spin": _spin,
    "hang": _hang,
    "eat": _eat,
    "killed": _killed,
    "damaged": _damaged,
    "broken": _broken,
    "deaf": _deaf,
    "descriptors": _descriptors,
    "network": _network,
    "sleep": lambda data: time.sleep(600),
    "echo": lambda data: data.decode(),
}
