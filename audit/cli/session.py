"""One run of one command: its configuration, where its answer goes, and what it exits with."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from audit.cli.streams import ESCAPED, abandon
from audit.config import Config, load
from quotations.errors import ConfigError, UsageError
from quotations.model import Severity

if TYPE_CHECKING:
    from audit.cli.progress import Progress
    from reports import Screen
    from storage import Archive


class Exit(IntEnum):
    """What the command's exit code says."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2
    UNCHECKED = 3


@dataclass(frozen=True, slots=True)
class Session:
    """What a command has at hand."""

    config: Config
    output: Path | None
    fail_on: str

    @classmethod
    def open(cls, flags: Mapping[str, Any], *, output: Path | None, fail_on: str) -> Session:
        """The session of these *flags*; raises ConfigError when a setting is wrong."""
        config = load(os.environ, Path.cwd(), flags)
        return cls(config, None if output == Path("-") else output, config.fail_on or fail_on)

    def format(self, allowed: Iterable[str]) -> str:
        """The format asked for; raises UsageError when it is none of *allowed*."""
        allowed = tuple(allowed)
        if self.config.format not in allowed:
            raise UsageError(
                f"there is no format {self.config.format} here",
                hint="one of " + ", ".join(allowed),
                subject=self.config.format,
            )
        return self.config.format

    def screen(self, *, explain: bool = False) -> Screen:
        """What the answer is shown on: plain where it goes into a file."""
        from reports import Screen

        if self.output is not None:
            return Screen(explain=explain, verbose=self.config.verbose)
        return Screen.of(sys.stdout, os.environ, explain=explain, verbose=self.config.verbose)

    def emit(self, text: str) -> None:
        """Write the answer: whole into the file that was named, or to standard output."""
        text = text if text.endswith("\n") or not text else text + "\n"
        with self._out() as out:
            out(text)

    @contextmanager
    def writing(self) -> Iterator[Callable[[str], None]]:
        """A way to write an answer piece by piece, to where `emit` would write it whole; its last line is ended."""
        with self._out() as out:
            last = "\n"

            def write(text: str) -> None:
                nonlocal last
                if text:
                    out(text)
                    last = text[-1]

            yield write
            write("" if last == "\n" else "\n")

    @contextmanager
    def _out(self) -> Iterator[Callable[[str], object]]:
        """Where the answer goes: the file that was named, which is there whole at the end, or standard output."""
        if self.output is None:
            yield _print
            return
        with whole(self.output) as file:
            yield file.write
        self.say(f"written: {self.output}")

    def say(self, words: str) -> None:
        """Tell the person at the keyboard, on standard error, unless asked to be quiet."""
        if not self.config.quiet:
            sys.stderr.write(words + "\n")
            sys.stderr.flush()

    @contextmanager
    def progress(self, what: str, total: int | None = None, *, kept: bool = True) -> Iterator[Progress]:
        """A bar on standard error while something long goes on; silent where nobody watches.

        Work that a signal cuts short says how far it came, where what is done is *kept*.
        """
        from audit.cli.progress import Counted, watch

        seen = self.config.progress and not self.config.quiet and sys.stderr.isatty()
        counted: Counted | None = None
        try:
            with watch(what, total, seen=seen) as progress:
                counted = Counted(progress)
                yield counted
        except (KeyboardInterrupt, SystemExit):
            if kept and counted is not None and counted.ahead:
                done = min(counted.done, counted.ahead)
                self.say(f"stopped while {what}: {done} of {counted.ahead} done, kept in {self.config.archive}")
            raise

    @contextmanager
    def archive(self, *, create: bool = True) -> Iterator[Archive]:
        """The archive of this run, opened and closed; raises ArchiveError when it cannot be."""
        from storage import Archive

        with Archive.open(self.config.archive, create=create, waiting=self._waits) as archive:
            yield archive

    def _waits(self, whom: str | None) -> None:
        """Say for whom we wait: without a word this looks as if nothing happened any more."""
        self.say(
            f"waiting: {whom or 'another process'} is writing to {self.config.archive}; "
            "this goes on once that is done, Ctrl-C stops it"
        )

    def exit(self, worst: Severity | None, *, unchecked: bool = False) -> int:
        """The exit code of a job that was done: findings go before what was unchecked."""
        worst = worst or Severity.OK
        if self.fail_on != "never" and worst is not Severity.OK and worst.rank >= Severity(self.fail_on).rank:
            return Exit.FINDINGS
        return Exit.UNCHECKED if unchecked and self.config.strict else Exit.CLEAN


def _print(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon()
        raise ConfigError(
            f"the answer cannot be written: {error.strerror}", hint="name a file with room for it with -o"
        ) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write *data* to *path* so that it is there whole or not at all; raises ConfigError when it cannot be."""
    with whole(path) as file:
        file.flush()
        file.buffer.write(data)


def write_whole(path: Path, text: str) -> None:
    """Write *text* to *path* so that it is there whole or not at all; raises ConfigError when it cannot be."""
    with whole(path) as file:
        file.write(text)


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """A file that becomes *path* once the block is done; raises ConfigError when it cannot be written.

    What is there and no file (a device, a pipe) is written to, not replaced; behind a symbolic link its target is.
    """
    name = ""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            with path.open("w", encoding="utf-8", errors=ESCAPED) as file:
                yield file
            return
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{path.name[:100]}-")
        with os.fdopen(handle, "w", encoding="utf-8", errors=ESCAPED) as file:
            yield file
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except OSError as error:
        _forget(name)
        raise ConfigError(
            f"{path} cannot be written: {error.strerror}", hint="name another place with -o", subject=str(path)
        ) from error
    except BaseException:
        _forget(name)
        raise


def _forget(name: str) -> None:
    if name:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
