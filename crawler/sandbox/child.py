"""A child's life: read a whole message, answer its jobs in order, until the pipe closes.

Started as a process of its own by `crawler.sandbox.launch`, either forked or as a fresh interpreter.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from typing import Any

from crawler.sandbox.confine import confine
from crawler.sandbox.doors import DOORS, Beside
from crawler.sandbox.frames import Closed, packed, receive, send, send_all
from quotations.errors import CitetrailError

#: A child's first word: from now on its death is the fault of what it was given to read.
BORN = "born"
#: Exit status of a child that ran out of memory and said so.
OUT_OF_MEMORY = 77
#: Seconds of this process's work, and bytes, for which an answer may wait for the next ones.
HOLD_SECONDS, HOLD_BYTES = 0.05, 1 << 20


def main() -> None:
    """Live as a fresh interpreter: descriptor, parent's process id and memory limit are the arguments."""
    descriptor, parent, memory = map(int, sys.argv[1:4])
    live(socket.socket(fileno=descriptor), parent, memory)


def live(pipe: socket.socket, parent: int, memory: int) -> None:
    """Serve the pipe until it closes; never returns."""
    try:
        confine(parent, memory)
        send(pipe, BORN)
        gc.set_threshold(100_000, 50, 1000)
        serve(pipe)
        gc.freeze()  # what the first jobs imported stays for ever: no collection need look at it
        while True:
            serve(pipe)
    except Closed:
        os._exit(0)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaseException:  # nothing may climb into the code that this process was forked from
        os._exit(1)


def serve(pipe: socket.socket) -> None:
    """Answer one message. All of it is read before the first answer, or both sides could wait for ever."""
    jobs, data = receive(pipe)
    view, at = memoryview(data), 0
    answers = Answers(pipe)
    for number, job in enumerate(jobs, 1):
        end = at + job["size"]
        # The parent's deadline kills first; this one is for a parent that cannot.
        signal.setitimer(signal.ITIMER_REAL, job["seconds"] * 2 + 10)
        answer = work(job, bytes(view[at:end]))
        at = end
        answers.add(answer, at_once=number == len(jobs) or job.get("at_once", False))
        if "memory" in answer:
            os._exit(OUT_OF_MEMORY)  # what is left of the heap is in pieces: a new child begins afresh
    signal.setitimer(signal.ITIMER_REAL, 0)


class Answers:
    """Answers on their way: those of quick jobs travel together, for each that travels alone wakes the parent.

    None is kept from the parent while a longer job works on: the process's own clock sends them. Those that are lost
    with a child that dies are asked for again.
    """

    def __init__(self, pipe: socket.socket) -> None:
        self._pipe = pipe
        self._held: list[bytes] = []
        self._sending = False
        signal.signal(signal.SIGPROF, lambda *_: self._send())

    def add(self, answer: dict[str, Any], *, at_once: bool) -> None:
        """Have *answer* sent, after those before it."""
        beside = answer.pop("data", ())
        # One list for good: the clock may ring between any two steps, and what it sends must not take an answer with it.
        self._held.append(packed(answer, beside))
        if at_once or beside or "memory" in answer or sum(map(len, self._held)) > HOLD_BYTES:
            self._send()
        elif len(self._held) == 1:
            signal.setitimer(signal.ITIMER_PROF, HOLD_SECONDS)

    def _send(self) -> None:
        if self._sending:  # the clock rang in the middle of it
            return
        self._sending = True
        signal.setitimer(signal.ITIMER_PROF, 0)
        frames = b"".join(self._held)
        self._held.clear()
        send_all(self._pipe, frames)
        self._sending = False


def work(job: dict[str, Any], data: bytes) -> dict[str, Any]:
    """The answer to one job: {"answer"}, {"error"}, {"broke"} or {"memory"}; "data" is what goes beside an answer."""
    try:
        answer = DOORS[job["job"]](data, **job["arguments"])
        return {"answer": answer.answer, "data": answer.data} if isinstance(answer, Beside) else {"answer": answer}
    except CitetrailError as error:
        return {"error": {"code": error.code, "message": error.message, "hint": error.hint, "subject": error.subject}}
    except MemoryError:
        return {"memory": True}
    except Exception as error:  # a fault of ours on one page must not cost the others
        import traceback

        return {"broke": f"{type(error).__name__}: {error}", "trace": traceback.format_exc(limit=-12)}
