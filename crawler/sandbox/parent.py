"""The parent's side of one child: ask, wait under a deadline, and find out which job spoiled a message."""

from __future__ import annotations

import signal
import threading
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
from quotations.errors import CitetrailError, CrawlError, SandboxCrash, SandboxDeadline, SandboxError, SandboxMemory

#: Seconds granted beside a job's own to a child that has just been born and must import what it needs.
BIRTH_SECONDS = 10.0
#: Seconds in which a child must say its first word, and how often one may be born in vain before we give up: a machine
#: that is short of processes or of memory must not pass for pages that crash their reader.
FIRST_WORD_SECONDS, BIRTHS = 60.0, 4
#: Deaths by SIGKILL, which no page can cause but by the system's need of memory, before a job is to blame for them.
KILLS = 3
#: Jobs after which a process gives way to a new one: what libraries leak must not add up over months.
LIFETIME = 5000


class _Unborn(Exception):
    """No child came to life; what it was to read is not to blame."""


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
        self._killed = False
        self._lock = threading.Lock()
        self.started = 0  #: how many processes it took so far

    def start(self) -> None:
        """Have the process running before it is needed."""
        if self._process is None:
            process = launch(self._memory)
            with self._lock:
                self._process = process
                over = self._over
            if over:  # whoever killed us looked while there was nothing to kill
                process.kill()
            self._fresh, self._age = True, 0
            self.started += 1

    def kill(self) -> None:
        """End it from another thread, in the middle of a call or not, for good: what is not answered is cancelled."""
        with self._lock:
            self._over = True
            process = self._process
        if process is not None:
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

        Raises:
            CrawlError: no child can be started.
        """
        answers = _Answers(told)
        waiting = deque(range(len(jobs)))
        suspect: int | None = None
        births = deaths = 0
        while waiting and not self._over:
            batch = [waiting[0]] if suspect == waiting[0] else list(waiting)
            born = self._process is None or self._fresh
            # Once one has spoiled a message each answer comes at once, so that it is known who spoils the next.
            asked = [jobs[number] for number in batch]
            at_once = suspect is not None
            try:
                fault = self._ask(asked, deadline, answers, batch, at_once=at_once)
            except _Unborn as unborn:
                births += 1
                self._wait_for_better_times(births, unborn)
                continue
            births = 0
            while waiting and waiting[0] in answers:
                waiting.popleft()
            if fault is None:
                continue
            culprit = waiting[0]
            deaths = deaths + 1 if suspect == culprit else 1
            known = at_once and isinstance(fault, SandboxDeadline)
            blamed = known or deaths > 1 or (born and len(batch) == 1)
            if blamed and (deaths >= KILLS or not self._killed):
                answers[waiting.popleft()] = fault
            suspect = culprit
        self._age += len(jobs)
        if self._age >= LIFETIME:
            self.close()
        for number in waiting:
            answers[number] = CancelledError()
        return [answers[number] for number in range(len(jobs))]

    def _wait_for_better_times(self, births: int, unborn: _Unborn) -> None:
        if births >= BIRTHS and not self._over:
            raise CrawlError(
                f"No reader could be started: {unborn}.",
                hint="free memory, processes or open files, then run the same command again",
            ) from unborn
        time.sleep(0.1 * births**2)

    def _ask(
        self, jobs: Sequence[Job[Any]], deadline: float | None, answers: _Answers, numbers: Sequence[int], *, at_once: bool
    ) -> SandboxError | None:  # fmt: skip
        """Send one message and file its answers; the fault that ended it early, or None. Raises: _Unborn."""
        process = self._living()
        grace, self._fresh, self._killed = BIRTH_SECONDS if self._fresh else 0.0, False, False
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
                answer, data = receive(process.pipe, deadline=time.monotonic() + limit + grace, ahead=process.ahead)
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

    def _living(self) -> Process:
        """The process, once it has said its first word."""
        try:
            self.start()
        except OSError as error:
            raise _Unborn(str(error)) from error
        process = self._process
        assert process is not None
        if not self._fresh:
            return process
        try:
            receive(process.pipe, deadline=time.monotonic() + FIRST_WORD_SECONDS, ahead=process.ahead)
        except (Closed, Late) as error:
            raise _Unborn(f"it ended at once, {_ending(self.close())}") from error
        except BaseException:
            self.close()
            raise
        return process

    def _died(self, *, memory: bool = False) -> SandboxError:
        status = self.close()
        self._killed = status == -signal.SIGKILL and not memory
        if memory or status == OUT_OF_MEMORY:
            return SandboxMemory(f"Reading this takes more than {self._memory >> 20} MB of memory.")
        return SandboxCrash(f"Reading this crashed the reader ({_ending(status)}).")


def _ending(status: int) -> str:
    """An exit status in words."""
    try:
        return signal.Signals(-status).name if status < 0 else f"exit status {status}"
    except ValueError:  # a signal without a name
        return f"signal {-status}"


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
