"""What a child may still do once it is born: little memory, no files of size, no descriptors, no life without its parent."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys

#: Bytes that a child may take beyond what it is born with.
MEMORY = 1 << 30
#: Bytes of a file that it may write: compiled modules, nothing that fills a disk.
FILE_SIZE = 4 << 20
#: Descriptors that it may have open at once.
OPEN_FILES = 64

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38


def confine(parent: int, memory: int = MEMORY) -> None:
    """Bind this process, a child of *parent*, for the rest of its life."""
    _die_with(parent)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE):
        signal.signal(number, signal.SIG_IGN)  # the parent alone decides when a child ends
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    limits = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_AS, _mapped() + memory),
    )
    for what, most in limits:
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some: the deadline still holds there
            resource.setrlimit(what, (most, most))
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")  # each idle thread would reserve memory


def _die_with(parent: int) -> None:
    """Have the kernel kill this process when the thread that started it ends (Linux; see prctl(2))."""
    if sys.platform != "linux":
        return
    import ctypes

    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the kernel was told
        os._exit(1)


def _mapped() -> int:
    """Bytes of address space that this process has now."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - pathlib is not needed in the child otherwise
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 256 << 20
