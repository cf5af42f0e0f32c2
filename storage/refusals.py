"""What databases say when they refuse, in words that a person can act on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from quotations.errors import ArchiveBusy, ArchiveError
from storage.holders import writing_process

#: What SQLite's message begins with or holds, what it means, what to do.
_SQLITE = (
    ("disk is full", "The disk is full: no more could be written.", "Make room and run again."),
    ("disk i/o error", "The disk refused to take more of the archive.", "Check the disk's space and limits, then run again."),
    ("not a database", "This file is no archive.", "Name another file with --db."),
    ("malformed", "The archive is damaged.", "Restore it from a backup; `sqlite3 FILE .recover` saves what can still be read."),
    ("readonly", "The archive may not be written.", "Make the file and its folder writable, or name another with --db."),
    ("unable to open", "The archive cannot be opened.", "Make the file and its folder writable, or name another with --db."),
)  # fmt: skip
_POSTGRESQL = "See that the server runs and that the address after --db is right."


@contextmanager
def refusals(subject: str) -> Iterator[None]:
    """Turn what SQLAlchemy and the drivers raise into an ArchiveError about *subject*, the archive's name."""
    try:
        yield
    except DBAPIError as error:
        raise _error(error.orig or error, subject) from error
    except PoolTimeout as error:
        raise _busy(subject) from error
    except sqlite3.Error as error:
        raise _error(error, subject) from error


def _error(error: BaseException, subject: str) -> ArchiveError:
    words = str(error).strip()
    if not isinstance(error, sqlite3.Error):
        first = words.splitlines()[0] if words else type(error).__name__
        return ArchiveError(f"The archive cannot be used: {first}", hint=_POSTGRESQL, subject=subject)
    if "locked" in words or "busy" in words:
        return _busy(subject)
    for sign, meaning, hint in _SQLITE:
        if sign in words.lower():
            return ArchiveError(meaning, hint=hint, subject=subject)
    return ArchiveError(f"The archive cannot be used: {words}", subject=subject)


def _busy(subject: str) -> ArchiveError:
    who = writing_process(Path(subject)) or "another process"
    return ArchiveBusy(
        f"{who[0].upper()}{who[1:]} has been writing to the archive for too long.",
        hint="Wait until it is done, then run again.",
        subject=subject,
    )


def unwritable(path: str, error: OSError) -> ArchiveError:
    """The error for a file or folder that cannot be made."""
    reason = os.strerror(error.errno) if error.errno else str(error)
    return ArchiveError(
        f"The archive cannot be made: {reason}.",
        hint="Name a file in a folder that you may write to with --db.",
        subject=path,
    )
