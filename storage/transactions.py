"""An archive's two bindings, and work done in one transaction of either."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection

from storage.engine import Bindings, transact
from storage.refusals import refusals

T = TypeVar("T")


class Transactions:
    """Whoever works on an open archive; use as a context manager, or `close` it."""

    def __init__(self, bindings: Bindings) -> None:
        self._bindings = bindings

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._bindings.dispose()

    @property
    def subject(self) -> str:
        """The file or address, without a password."""
        return self._bindings.subject

    def _read(self, work: Callable[[Connection], T]) -> T:
        with refusals(self.subject):
            return transact(self._bindings.reader, work)

    def _write(self, work: Callable[[Connection], T]) -> T:
        with refusals(self.subject):
            return transact(self._bindings.writer, work)
