from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import Any

import pytest

from crawler.sandbox import Job, Sandbox
from quotations.errors import SandboxCrash, SandboxError

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("fresh_pranks")]

Make = Callable[..., Job[Any]]


def test_many_threads_get_each_their_own_answer(job: Make) -> None:
    answers: dict[int, int] = {}

    def ask(size: int) -> None:
        answers[size] = sandbox.submit(job("length", b"x" * size)).result()

    with Sandbox() as sandbox:
        threads = [threading.Thread(target=ask, args=(size,)) for size in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == {size: size for size in range(40)}


def test_hostile_jobs_among_many_cost_only_themselves(job: Make) -> None:
    names = ["length"] * 30
    names[4] = names[17] = "abort"
    with Sandbox() as sandbox:
        futures = [sandbox.submit(job(name)) for name in names]
        failed = [number for number, future in enumerate(futures) if future.exception()]
    assert failed == [4, 17]
    assert isinstance(futures[4].exception(), SandboxCrash)


def test_two_children_work_at_the_same_time(job: Make) -> None:
    with Sandbox(workers=2) as sandbox:
        stuck = sandbox.submit(job("sleep"))
        assert sandbox.submit(job("length", b"1")).result(timeout=60) == 1
        assert not stuck.done()


def test_closing_cancels_what_is_not_done(job: Make) -> None:
    with Sandbox(workers=1) as sandbox:
        futures = [sandbox.submit(job("sleep", seconds=600)) for _ in range(3)]
    for future in futures:
        with pytest.raises((CancelledError, SandboxError)):
            future.result(timeout=60)


def test_a_closed_sandbox_takes_no_more(job: Make) -> None:
    with Sandbox() as sandbox:
        pass
    with pytest.raises(RuntimeError):
        sandbox.submit(job("length"))
