"""How a child is born: forked where that is safe and cheap, else as a fresh interpreter that inherits nothing."""

from __future__ import annotations

import contextlib
import fcntl
import gc
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

_ROOT = str(Path(__file__).resolve().parents[2])
#: -I keeps the working directory and PYTHON* variables out, so the place of our own code is handed over.
_BOOT = "import sys; sys.path.insert(0, sys.argv.pop(1)); from crawler.sandbox.child import main; main()"
_PIPE = 3


class Process:
    """A running child and our end of its pipe."""

    def __init__(self, pid: int, pipe: socket.socket, wait: Callable[[], int]) -> None:
        self.pid = pid
        self.pipe = pipe
        self.ahead = bytearray()  #: what came through it and was not asked for yet
        self._wait = wait
        self._lock = threading.Lock()
        self._over = False

    def kill(self) -> None:
        """Kill the child if it still runs; from any thread."""
        with self._lock:  # once reaped, its number may be another's
            if not self._over:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self.pid, signal.SIGKILL)

    def end(self) -> int:
        """Kill the child, close the pipe and give the exit status; negative: the signal that ended it."""
        self.kill()
        self.pipe.close()
        with self._lock:
            self._over = True
            return self._wait()


def launch(memory: int) -> Process:
    """Start a child that may take *memory* bytes more than it is born with.

    The child dies with the thread that calls this: call from a thread that lives as long as it is needed.
    """
    ours, theirs = socket.socketpair()
    try:
        return _fork(ours, theirs, memory) if may_fork() else _spawn(ours, theirs, memory)
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()


def may_fork() -> bool:
    """Whether a fork of this process is a whole process: only one thread runs, on Linux."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1  # threads of libraries count too  # noqa: PTH208
    except OSError:
        return False


def _fork(ours: socket.socket, theirs: socket.socket, memory: int) -> Process:
    parent = os.getpid()
    # What is raised while Python mends its locks behind a fork is lost: a Ctrl-C waits till that is done.
    held = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    pid = -1
    try:
        pid = os.fork()
    finally:
        if pid != 0:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
    if pid == 0:
        _become(theirs, parent, memory)
    return Process(pid, ours, lambda: _reap(pid))


def _become(theirs: socket.socket, parent: int, memory: int) -> None:
    """Turn the forked copy, which hears no signals until it is confined, into a child; never returns."""
    try:
        gc.freeze()  # no finaliser of the parent's objects may close a descriptor that means something else here
        os.setpgid(0, 0)
        signal.set_wakeup_fd(-1)
        safe = fcntl.fcntl(theirs.fileno(), fcntl.F_DUPFD, 10)  # above the numbers that are set next
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.dup2(safe, _PIPE)
        os.closerange(_PIPE + 1, max(map(int, os.listdir("/proc/self/fd"))) + 1)  # noqa: PTH208
        from crawler.sandbox.child import live

        live(socket.socket(fileno=_PIPE), parent, memory)
    finally:
        os._exit(1)


def _reap(pid: int) -> int:
    try:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    except ChildProcessError:  # somebody else's SIGCHLD handler was first
        return -signal.SIGKILL


def _spawn(ours: socket.socket, theirs: socket.socket, memory: int) -> Process:
    descriptor = theirs.fileno()
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", _BOOT, _ROOT, str(descriptor), str(os.getpid()), str(memory)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(descriptor,),
        process_group=0,
        env={"LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
    )
    return Process(process.pid, ours, process.wait)
