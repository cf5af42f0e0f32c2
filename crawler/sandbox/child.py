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
from crawler.sandbox.frames import Closed, receive, send
from quotations.errors import CitetrailError

#: Exit status of a child that ran out of memory and said so.
OUT_OF_MEMORY = 77


def main() -> None:
    """Live as a fresh interpreter: descriptor, parent's process id and memory limit are the arguments."""
    descriptor, parent, memory = map(int, sys.argv[1:4])
    live(socket.socket(fileno=descriptor), parent, memory)


def live(pipe: socket.socket, parent: int, memory: int) -> None:
    """Serve the pipe until it closes; never returns."""
    try:
        confine(parent, memory)
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
    for job in jobs:
        end = at + job["size"]
        # The parent's deadline kills first; this one is for a parent that cannot.
        signal.setitimer(signal.ITIMER_REAL, job["seconds"] * 2 + 10)
        answer = work(job, bytes(view[at:end]))
        signal.setitimer(signal.ITIMER_REAL, 0)
        at = end
        send(pipe, answer, answer.pop("data", ()))
        if "memory" in answer:
            os._exit(OUT_OF_MEMORY)  # what is left of the heap is in pieces: a new child begins afresh


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
