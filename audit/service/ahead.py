"""The texts of one audit's looks, read as they come in: while the crawl waits for servers, the readers work."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import Self

from audit.service.bench import Bench
from audit.service.texts import looked_all
from quotations.errors import CitetrailError
from quotations.judging import Looked
from quotations.model import Capture, Text


class Ahead:
    """Reads what `come` is told of, as many at once as came meanwhile, on a thread of its own. A context manager.

    What goes wrong there is left to who asks for the texts: `looked` reads what was not read.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._came: list[Capture] = []
        self._texts: dict[str, Text | None] = {}  #: by the capture's id
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reading ahead")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._came.clear()
        self._thread.shutdown(wait=False, cancel_futures=True)  # this is the loop's thread

    def come(self, capture: Capture) -> None:
        """Read the text of *capture* as soon as may be; returns at once. Any thread may call."""
        if not capture.id or capture.digest is None:
            return
        with self._lock:
            self._came.append(capture)
            first = len(self._came) == 1
        if first:  # who comes before its turn goes along
            self._thread.submit(self._read)

    def looked(self, captures: Sequence[Capture]) -> list[Looked]:
        """*captures* with their texts, in order; those that were not read ahead are read now."""
        self._thread.submit(self._read).result()
        missing = [one for one in captures if one.id not in self._texts]
        rest = iter(looked_all(missing, self._bench.sandbox, self._bench.archive))
        return [Looked(one, self._texts[one.id]) if one.id in self._texts else next(rest) for one in captures]

    def _read(self) -> None:
        with self._lock:
            came, self._came = self._came, []
        with suppress(CitetrailError):
            for one in looked_all(came, self._bench.sandbox, self._bench.archive):
                self._texts[one.capture.id] = one.text
