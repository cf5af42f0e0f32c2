"""The process around a command: streams that take every character, signals, and when memory is swept."""

from __future__ import annotations

import codecs
import contextlib
import gc
import io
import os
import signal
import sys
from types import FrameType
from typing import TextIO

#: Name of the error handler that writes what an encoding does not have as JSON would escape it.
ESCAPED = "citetrail"

#: Seconds after SIGTERM in which a command must have ended by itself.
_LAST = 30.0


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """What the stream's encoding does not have, as JSON would escape it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2)), error.end


codecs.register_error(ESCAPED, _escaped)


def ready() -> None:
    """Make this process one that a command can run in."""
    # What is loaded stays loaded: sweeping it again and again is a tenth of a short command's time.
    gc.set_threshold(50_000, 20, 50)
    sys.stdout = _open(sys.stdout)
    sys.stderr = _open(sys.stderr)
    with contextlib.suppress(ValueError):  # not the main thread: whoever called has its own signals
        signal.signal(signal.SIGTERM, _stop)


def _open(stream: TextIO | None) -> TextIO:
    """*stream* so that no character is too strange for it: a name on disk or a locale may hold any."""
    if stream is None:  # started without one
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - lives as long as the process
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=ESCAPED)
    return stream


def abandon() -> None:
    """Write no more to standard output, not even what waits: it is gone or full."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stop(number: int, _: FrameType | None) -> None:
    """Raise; and see to the end where that comes to nothing.

    Python swallows what is raised in finalisers and in the hooks around a fork, and a lock may be held for ever then.
    No thread is started: a handler may have interrupted whoever holds the lock that this takes.
    """
    for again in (number, signal.SIGALRM):
        signal.signal(again, lambda *_: os._exit(128 + number))
    signal.setitimer(signal.ITIMER_REAL, _LAST)
    raise SystemExit(128 + number)
