"""An archive's two bindings, and work done in one transaction of either."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection

from storage.engine import Bindings, transact
from storage.refusals import refusals

T = TypeVar("T")

#: Seconds for which what is under way may still end before connections are closed under it.
PARTING = 10.0


class Transactions:
    """Whoever works on an open archive; use as a context manager, or `close` it."""

    def __init__(self, bindings: Bindings) -> None:
        self._bindings = bindings
        self._use = threading.Condition()
        self._inside = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections, once those who work with them in other threads are done.

        Whoever waits for a connection while it is closed would wait in vain: it never comes back.
        """
        with self._use:
            self._use.wait_for(lambda: self._inside == 0, PARTING)
            self._bindings.dispose()

    @property
    def subject(self) -> str:
        """The file or address, without a password."""
        return self._bindings.subject

    def _read(self, work: Callable[[Connection], T]) -> T:
        with self._counted(), refusals(self.subject):
            return transact(self._bindings.reader, work)

    def _write(self, work: Callable[[Connection], T]) -> T:
        with self._counted(), refusals(self.subject):
            return transact(self._bindings.writer, work)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._use:
            self._inside += 1
        try:
            yield
        finally:
            with self._use:
                self._inside -= 1
                self._use.notify_all()
