"""What a child may still do once it is born: little memory, no network, no life without its parent.

What the system does not offer is left out: the parent's deadline and kill hold everywhere.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

#: Bytes that a child may take beyond what it is born with.
MEMORY = 1 << 30
#: Bytes of a file that it may write: compiled modules, nothing that fills a disk.
FILE_SIZE = 4 << 20
#: Descriptors that it may have open at once.
OPEN_FILES = 64

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38


def confine(parent: int, memory: int = MEMORY) -> None:
    """Bind this process, a child of *parent*, for the rest of its life."""
    _leave_network()  # before all else: a change of credentials undoes what the next line asks for
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


def _leave_network() -> None:
    """Move to a network of our own that has no way out, where the kernel lets us (Linux; see unshare(2))."""
    if sys.platform != "linux":
        return
    user, group = os.getuid(), os.getgid()
    rights = 0 if os.geteuid() == 0 else _CLONE_NEWUSER
    if _libc().unshare(_CLONE_NEWNET | rights) != 0 or not rights:
        return
    for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with contextlib.suppress(OSError):
            Path("/proc/self", name).write_text(line)


def _libc() -> Any:
    import ctypes

    return ctypes.CDLL(None, use_errno=True)


def _die_with(parent: int) -> None:
    """Have the kernel kill this process when the thread that started it ends (Linux; see prctl(2))."""
    if sys.platform != "linux":
        return
    prctl = _libc().prctl
    prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the kernel was told
        os._exit(1)


def _mapped() -> int:
    """Bytes of address space that this process has now."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    except OSError:
        return 256 << 20
