"""Who holds up the writing of a SQLite archive: what Linux tells of locks and processes.

In WAL mode the writer holds byte 120 of the file ``…-shm`` (SQLite, "WAL-mode File Format", 2.3.1). Only ``/proc`` is
read: to open that file and close it again would take this process's own locks away.
"""

from __future__ import annotations

import os
from pathlib import Path

_WRITER = 120
_NAMED = 3  #: words of a command that say what it does; what stands behind may be nobody's business


def writing_process(archive: Path) -> str | None:
    """Which process writes to *archive* just now, as "process 4711 (citetrail watch run)"; None where nobody can say."""
    try:
        inode = Path(f"{archive}-shm").stat().st_ino
        locks = Path("/proc/locks").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    held = (line.split() for line in locks.splitlines())
    pids = [int(one[4]) for one in held if len(one) == 8 and one[3] == "WRITE" and _is_writers(one, inode)]
    found = next((pid for pid in pids if pid > 0 and pid != os.getpid()), None)
    return f"process {found}{_called(found)}" if found else None


def _is_writers(lock: list[str], inode: int) -> bool:
    """Whether a line of ``/proc/locks`` tells of the writer's lock on the file with that *inode*."""
    _, _, _, _, pid, file, start, end = lock
    if not pid.isdigit() or file.rpartition(":")[2] != str(inode):
        return False
    return int(start) <= _WRITER and (end == "EOF" or int(end) >= _WRITER)


def _called(pid: int) -> str:
    """The program's name and the words behind it, in brackets."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return ""
    if Path(words[0]).name.startswith("python") and len(words) > 1 and not words[1].startswith("-"):
        words = words[1:]
    told = [Path(words[0]).name, *(word for word in words[1:_NAMED] if word.isalpha())]
    shown = "".join(letter for letter in " ".join(told) if letter.isprintable())[:60]
    return f" ({shown})" if shown else ""
