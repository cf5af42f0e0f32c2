from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from crawler.sandbox import Child, Job, parent
from crawler.sandbox.child import Answers
from crawler.sandbox.frames import Late, receive
from quotations.errors import CrawlError, DamagedInput, SandboxCrash, SandboxDeadline, SandboxError, SandboxMemory

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("pranks")]

Make = Callable[..., Job[Any]]


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Iterator[Child]:
    monkeypatch.setattr(parent, "BIRTH_SECONDS", 0.0)
    one = Child(memory=256 << 20)
    yield one
    one.close()


def test_answers_come_in_the_order_of_the_jobs(child: Child, job: Make) -> None:
    assert child.call([job("length", b"x" * size) for size in (3, 0, 7)]) == [3, 0, 7]


def test_one_process_serves_many_calls(child: Child, job: Make) -> None:
    first = child.call([job("pid")])
    assert child.call([job("pid"), job("pid")]) == first * 2
    assert child.started == 1


def test_a_message_larger_than_the_pipe_does_not_lock_both_sides(child: Child, job: Make) -> None:
    page = "й".encode() * 1_500_000
    assert [len(words) for words in child.call([job("echo", page) for _ in range(6)])] == [1_500_000] * 6


#: Only what never ends meets its deadline: a busy machine may take seconds to eat its memory.
SECONDS = {"spin": 1.0}


@pytest.mark.parametrize(
    ("prank", "error"), [("abort", SandboxCrash), ("spin", SandboxDeadline), ("eat", SandboxMemory)]
)
def test_only_the_job_that_spoils_a_message_fails(
    child: Child, job: Make, prank: str, error: type[SandboxError]
) -> None:
    jobs = [
        job("length", b"1"),
        job(prank, seconds=SECONDS.get(prank, 60.0)),
        job("length", b"22"),
        job("length", b"333"),
    ]
    first, spoiled, *rest = child.call(jobs)
    assert (first, rest) == (1, [2, 3])
    assert type(spoiled) is error


def test_several_spoilers_each_fail_with_their_own_error(child: Child, job: Make) -> None:
    names = ["abort", "length", "spin", "eat", "length"]
    answers = child.call([job(name, seconds=SECONDS.get(name, 60.0)) for name in names])
    assert [type(answer) for answer in answers] == [SandboxCrash, int, SandboxDeadline, SandboxMemory, int]


def test_a_hang_inside_a_library_costs_two_deadlines(child: Child, job: Make) -> None:
    first, hung, last = child.call([job("length", b"1"), job("hang", seconds=1.0), job("length", b"22")])
    assert (first, type(hung), last) == (1, SandboxDeadline, 2)
    assert child.started == 3  # two were killed, the third did what was left


def test_an_input_error_crosses_the_pipe_whole(child: Child, job: Make) -> None:
    (error,) = child.call([job("damaged")])
    assert type(error) is DamagedInput
    assert (error.code, error.message, error.hint, error.subject) == (
        "damaged_input",
        "It is torn.",
        "Save it again.",
        "page.html",
    )


def test_a_fault_of_ours_is_told_with_its_place_and_costs_no_process(child: Child, job: Make) -> None:
    error, after = child.call([job("broken"), job("length", b"1")])
    assert type(error) is SandboxError
    assert "KeyError" in error.message
    assert "_broken" in error.__notes__[0]
    assert (after, child.started) == (1, 1)


def test_a_child_ignores_the_signals_of_the_terminal_and_leads_its_own_group(child: Child, job: Make) -> None:
    assert child.call([job("deaf")]) == [True]


def test_a_child_inherits_no_descriptor_but_the_pipe(child: Child, job: Make, tmp_path: Any) -> None:
    with (tmp_path / "secret").open("w"):
        (held,) = child.call([job("descriptors")])
    assert [name.split(":")[0] for name in held if name != "/dev/null" and "/fd" not in name] == ["socket"]


def test_an_interrupted_call_leaves_no_half_conversation(
    child: Child, job: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(parent, "receive", interrupt)
        with pytest.raises(KeyboardInterrupt):
            child.call([job("length", b"1")])
    assert child.call([job("length", b"22")]) == [2]


def test_a_child_is_on_no_network_of_its_parents(child: Child, job: Make) -> None:
    allowed = subprocess.run(["unshare", *([] if os.geteuid() == 0 else ["-r"]), "-n", "true"], check=False).returncode
    if allowed != 0:
        pytest.skip("this system lets nobody make a network namespace")
    assert child.call([job("network")]) != [str(Path("/proc/self/ns/net").readlink())]


def test_a_process_gives_way_to_a_new_one_after_its_lifetime(
    child: Child, job: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parent, "LIFETIME", 4)
    answers = [child.call([job("pid"), job("pid")]) for _ in range(4)]
    assert answers[0] == answers[1] != answers[2] == answers[3]
    assert child.started == 2


@pytest.fixture
def answers() -> Iterator[tuple[Answers, socket.socket]]:
    before = signal.getsignal(signal.SIGPROF)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Answers(theirs), ours
        signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


def test_answers_of_quick_jobs_travel_together(answers: tuple[Answers, socket.socket]) -> None:
    held, pipe = answers
    held.add({"answer": 1}, at_once=False)
    held.add({"answer": 2}, at_once=False)
    with pytest.raises(Late):
        receive(pipe, deadline=time.monotonic() + 0.01)
    held.add({"answer": 3}, at_once=True)
    assert [receive(pipe)[0] for _ in range(3)] == [{"answer": 1}, {"answer": 2}, {"answer": 3}]


def test_no_answer_waits_for_a_longer_job(answers: tuple[Answers, socket.socket]) -> None:
    held, pipe = answers
    held.add({"answer": 1}, at_once=False)
    until = time.process_time() + 60
    while time.process_time() < until and not select.select([pipe], [], [], 0)[0]:  # works on
        pass
    assert receive(pipe)[0] == {"answer": 1}


def test_bytes_beside_an_answer_are_not_held(answers: tuple[Answers, socket.socket]) -> None:
    held, pipe = answers
    held.add({"answer": 1, "data": (b"ab", b"c")}, at_once=False)
    assert receive(pipe) == ({"answer": 1}, b"abc")


def test_lost_answers_are_asked_for_again(child: Child, job: Make) -> None:
    jobs = [job("length", b"1" * size) for size in range(1, 6)] + [job("abort"), job("length", b"22")]
    *first, spoiled, last = child.call(jobs)
    assert (first, last) == ([1, 2, 3, 4, 5], 2)
    assert isinstance(spoiled, SandboxCrash)


def _ringing(held: Answers, step: int) -> Callable[..., Any]:
    """A tracer that has the clock ring once, before that step of the interpreter in the methods of *held*."""
    steps = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        if frame.f_code not in (Answers.add.__code__, Answers._send.__code__):
            return None
        frame.f_trace_opcodes = True
        steps += event == "opcode"
        if event == "opcode" and steps == step:
            held._send()
        return trace

    return trace


@pytest.mark.parametrize("step", range(1, 150, 2))
def test_no_answer_is_lost_or_doubled_whenever_the_clock_rings(
    answers: tuple[Answers, socket.socket], step: int
) -> None:
    held, pipe = answers
    before = sys.gettrace()
    sys.settrace(_ringing(held, step))
    try:
        for number in range(3):
            held.add({"answer": number}, at_once=number == 2)
    finally:
        sys.settrace(before)
    deadline = time.monotonic() + 10
    assert [receive(pipe, deadline=deadline)[0]["answer"] for _ in range(3)] == [0, 1, 2]
    assert not select.select([pipe], [], [], 0)[0]


def test_a_birth_that_fails_is_tried_again_and_no_job_is_blamed(
    child: Child, job: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    launched: list[Any] = []

    def launch(memory: int) -> Any:
        launched.append(memory)
        if len(launched) == 1:
            raise BlockingIOError(11, "no more processes")
        process = real(memory)
        if len(launched) == 2:
            process.kill()  # before its first word, or before it is heard
            process.pipe.shutdown(socket.SHUT_RDWR)
        return process

    real = parent.launch
    monkeypatch.setattr(parent, "launch", launch)
    assert child.call([job("length", b"1"), job("length", b"22")]) == [1, 2]
    assert len(launched) == 3


def test_where_no_child_can_be_born_nothing_is_called_unreadable(
    child: Child, job: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def launch(_: int) -> Any:
        raise OSError(24, "too many open files")

    monkeypatch.setattr(parent, "launch", launch)
    with pytest.raises(CrawlError, match="No reader could be started"):
        child.call([job("length")])


def test_a_child_that_is_being_born_while_it_is_killed_does_not_live(
    child: Child, job: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def launch(memory: int) -> Any:
        child.kill()  # another thread closes the sandbox just now
        return real(memory)

    real = parent.launch
    monkeypatch.setattr(parent, "launch", launch)
    (answer,) = child.call([job("sleep", seconds=600)])
    assert isinstance(answer, CancelledError)


@pytest.mark.parametrize("times", [1, 2])
def test_a_reader_that_is_killed_from_outside_is_no_fault_of_the_page(
    child: Child, job: Make, tmp_path: Path, times: int
) -> None:
    count = tmp_path / "count"
    count.touch()
    killed = job("killed", f"{times}:{count}".encode())
    assert child.call([job("length", b"1"), killed, job("length", b"22")]) == [1, times, 2]


def test_a_page_at_which_every_reader_is_killed_is_set_aside(child: Child, job: Make, tmp_path: Path) -> None:
    count = tmp_path / "count"
    count.touch()
    first, crashed, last = child.call([job("length"), job("killed", f"99:{count}".encode()), job("length", b"22")])
    assert (first, type(crashed), last) == (0, SandboxCrash, 2)
