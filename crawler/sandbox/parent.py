"""The parent's side of one child: ask, wait under a deadline, and find out which job spoiled a message."""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from typing import Any

from crawler.sandbox.child import OUT_OF_MEMORY
from crawler.sandbox.confine import MEMORY
from crawler.sandbox.frames import Closed, Late, receive, send
from crawler.sandbox.jobs import Job
from crawler.sandbox.launch import Process, launch
from quotations.errors import CitetrailError, SandboxCrash, SandboxDeadline, SandboxError, SandboxMemory

#: Seconds granted beside a job's own to a child that has just been born and must import what it needs.
BIRTH_SECONDS = 10.0
#: Jobs after which a process gives way to a new one: what libraries leak must not add up over months.
LIFETIME = 5000


class _Answers(dict[int, Any]):
    """Answers by the number of their job; whoever waits is told of each at once."""

    def __init__(self, told: Callable[[int, Any], None] | None) -> None:
        super().__init__()
        self._told = told

    def __setitem__(self, number: int, answer: Any) -> None:
        super().__setitem__(number, answer)
        if self._told is not None:
            self._told(number, answer)


class Child:
    """One killable child process. For one thread at a time, the one that it may not outlive; starts when asked.

    After a death the next `call` starts a new one.
    """

    def __init__(self, *, memory: int = MEMORY) -> None:
        self._memory = memory
        self._process: Process | None = None
        self._fresh = True
        self._age = 0
        self._over = False
        self.started = 0  #: how many processes it took so far

    def start(self) -> None:
        """Have the process running before it is needed."""
        if self._process is None:
            self._process = launch(self._memory)
            self._fresh, self._age = True, 0
            self.started += 1

    def kill(self) -> None:
        """End it from another thread, in the middle of a call or not, for good: what is not answered is cancelled."""
        self._over = True
        if (process := self._process) is not None:
            process.kill()

    def close(self) -> int:
        """End the process and give its exit status; by the thread that calls."""
        process, self._process = self._process, None
        return process.end() if process is not None else 0

    def call(
        self, jobs: Sequence[Job[Any]], deadline: float | None = None, told: Callable[[int, Any], None] | None = None
    ) -> list[Any]:
        """The answer to each job, in order: its noun, or the exception that it ended with, not raised.

        *deadline* is seconds a job, in place of each job's own. *told* is given a job's number and its answer as soon
        as that one is in: a slow job must not keep back those before it. The first job without an answer is tried again
        alone; if it then fails again it is the culprit, and only it ends with a SandboxError. So is a job that had its
        whole time while every answer before it was in: a hang inside a library keeps back those of quick jobs.
        """
        answers = _Answers(told)
        waiting = deque(range(len(jobs)))
        suspect: int | None = None
        while waiting and not self._over:
            batch = [waiting[0]] if suspect == waiting[0] else list(waiting)
            born = self._process is None or self._fresh
            # Once one has spoiled a message each answer comes at once, so that it is known who spoils the next.
            asked = [jobs[number] for number in batch]
            at_once = suspect is not None
            fault = self._ask(asked, deadline, answers, batch, at_once=at_once)
            while waiting and waiting[0] in answers:
                waiting.popleft()
            if fault is None:
                continue
            culprit = waiting[0]
            known = at_once and isinstance(fault, SandboxDeadline)
            if known or suspect == culprit or (born and len(batch) == 1):
                answers[waiting.popleft()] = fault
            suspect = culprit
        self._age += len(jobs)
        if self._age >= LIFETIME:
            self.close()
        for number in waiting:
            answers[number] = CancelledError()
        return [answers[number] for number in range(len(jobs))]

    def _ask(
        self, jobs: Sequence[Job[Any]], deadline: float | None, answers: _Answers, numbers: Sequence[int], *, at_once: bool
    ) -> SandboxError | None:  # fmt: skip
        """Send one message and file its answers; the fault that ended it early, or None."""
        self.start()
        process = self._process
        assert process is not None
        grace, self._fresh = BIRTH_SECONDS if self._fresh else 0.0, False
        try:
            seconds = [deadline or job.seconds for job in jobs]
            ask = [
                {
                    "job": job.name,
                    "arguments": job.arguments,
                    "size": len(job.data),
                    "seconds": limit + grace,
                    "at_once": at_once,
                }
                for job, limit in zip(jobs, seconds, strict=True)
            ]
            send(process.pipe, ask, (job.data for job in jobs), deadline=time.monotonic() + seconds[0] + grace)
            for number, job, limit in zip(numbers, jobs, seconds, strict=True):
                answer, data = receive(process.pipe, deadline=time.monotonic() + limit + grace)
                if "memory" in answer:
                    return self._died(memory=True)
                answers[number] = _read(job, answer, data)
                grace = 0.0
        except Late:
            self.close()
            return SandboxDeadline(hint="It is set aside; the rest is read.")
        except Closed:
            return self._died()
        except BaseException:  # an interrupted call leaves half a conversation in the pipe
            self.close()
            raise
        return None

    def _died(self, *, memory: bool = False) -> SandboxError:
        status = self.close()
        if memory or status == OUT_OF_MEMORY:
            return SandboxMemory(f"Reading this takes more than {self._memory >> 20} MB of memory.")
        ended = signal.Signals(-status).name if status < 0 else f"exit status {status}"
        return SandboxCrash(f"Reading this crashed the reader ({ended}).")


def _read(job: Job[Any], answer: dict[str, Any], data: bytearray) -> Any:
    """The noun, or the exception, that a child's answer stands for."""
    try:
        if "answer" in answer:
            return job.read(answer["answer"], bytes(data)) if job.beside else job.read(answer["answer"])
        if "error" in answer:
            return _raised(**answer["error"])
        broke = SandboxError(f"The reader broke on this: {answer['broke']}", hint="Please report it with the file.")
        broke.add_note(answer["trace"])
        return broke
    except (LookupError, TypeError, ValueError) as error:
        return SandboxError(f"A child gave an answer that cannot be read: {error}")


def _raised(code: str, message: str, hint: str, subject: str) -> CitetrailError:
    kinds = deque([CitetrailError])
    while kinds:
        kind = kinds.popleft()
        if kind.code == code:
            return kind(message, hint=hint, subject=subject)
        kinds.extend(kind.__subclasses__())
    return SandboxError(message, hint=hint, subject=subject)
