"""The one thread of a process that writes captures, in groups."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from types import TracebackType
from typing import Self

from quotations.errors import ArchiveError
from quotations.model import Capture
from storage.archive import Archive

#: Captures that one transaction keeps at most.
GROUP = 100
#: Seconds from a group's first capture until it is committed …
WAIT = 0.02
#: … and until then, where so many have come in that a crawl is at full speed: a transaction costs as much as ten rows.
CROWD, CROWD_WAIT = 8, 0.08

_Item = tuple[Capture, "Future[Capture]"]


class Writer:
    """Takes captures from any thread and keeps them; a future is done when its capture is safe in the archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._queue: queue.SimpleQueue[_Item | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="archive writer", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(self, capture: Capture) -> Future[Capture]:
        """Have *capture* kept; the future gives it with its id and without its body, or raises ArchiveError."""
        future: Future[Capture] = Future()
        future.set_running_or_notify_cancel()  # what was handed in is written, whoever stops waiting
        with self._lock:
            if self._closing.is_set():
                raise ArchiveError("The archive is being closed.")
            self._queue.put((capture, future))
        return future

    def close(self) -> None:
        """Write all that was handed in, then stop."""
        with self._lock:
            if not self._closing.is_set():
                self._closing.set()
                self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            group, last = self._gather(first)
            self._write(group)
            if last:
                return

    def _gather(self, first: _Item) -> tuple[list[_Item], bool]:
        """What comes in while it is worth waiting, and whether it was the last."""
        # Asleep, not at the queue: to be woken for each costs this thread and who hands in more than the row itself.
        self._closing.wait(WAIT)
        if self._queue.qsize() >= CROWD:
            self._closing.wait(CROWD_WAIT - WAIT)
        group = [first]
        while len(group) < GROUP and not self._queue.empty():
            item = self._queue.get()
            if item is None:
                return group, True
            group.append(item)
        return group, False

    def _write(self, group: list[_Item]) -> None:
        try:
            kept = self._archive.keep_captures([capture for capture, _ in group])
        except ArchiveError as error:  # full, gone, locked: true for every one of them
            for _, future in group:
                future.set_exception(error)
        except Exception as error:
            if len(group) == 1:
                group[0][1].set_exception(error)
            else:  # one of them is at fault: the others must not pay for it
                for item in group:
                    self._write([item])
        else:
            for (_, future), capture in zip(group, kept, strict=True):
                future.set_result(capture)
