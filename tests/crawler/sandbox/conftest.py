from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.sandbox import Job, doors

PRANKS = str(Path(__file__).with_name("pranks.py"))
BOOT = (
    "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); from crawler.sandbox import doors; "
    f"doors.DOORS.update(runpy.run_path({PRANKS!r})['PRANKS']); from crawler.sandbox.child import main; main()"
)


@pytest.fixture
def pranks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Doors that misbehave, in children that are forked whatever threads the test runner has."""
    monkeypatch.setattr("crawler.sandbox.launch.may_fork", lambda: True)
    for name, door in runpy.run_path(PRANKS)["PRANKS"].items():
        monkeypatch.setitem(doors.DOORS, name, door)


@pytest.fixture
def fresh_pranks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same in fresh interpreters, as children are born beside other threads: a fork there may never wake."""
    monkeypatch.setattr("crawler.sandbox.launch.may_fork", lambda: False)
    monkeypatch.setattr("crawler.sandbox.pool.may_fork", lambda: False)
    monkeypatch.setattr("crawler.sandbox.launch._BOOT", BOOT)


@pytest.fixture
def job() -> Callable[..., Job[Any]]:
    def make(name: str, data: bytes = b"", seconds: float = 30.0) -> Job[Any]:
        return Job(name, {}, data, lambda value: value, seconds)

    return make
