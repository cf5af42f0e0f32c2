from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.sandbox import Job, doors
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


@pytest.fixture
def pranks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Doors that misbehave, in children that are forked whatever threads the test runner has."""
    monkeypatch.setattr("crawler.sandbox.launch.may_fork", lambda: True)
    monkeypatch.setattr("crawler.sandbox.pool.may_fork", lambda: True)
    for name, door in PRANKS.items():
        monkeypatch.setitem(doors.DOORS, name, door)


@pytest.fixture
def job() -> Callable[..., Job[Any]]:
    def make(name: str, data: bytes = b"", seconds: float = 30.0) -> Job[Any]:
        return Job(name, {}, data, lambda value: value, seconds)

    return make
