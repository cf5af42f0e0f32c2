"""Several children behind one door that any thread may use."""

from __future__ import annotations

import queue
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Self, TypeVar

from crawler.sandbox import jobs
from crawler.sandbox.confine import MEMORY
from crawler.sandbox.jobs import Job
from crawler.sandbox.launch import may_fork
from crawler.sandbox.parent import Child
from quotations.model import Article, Capture, CopyList, Finding, LinkState, SaveAnswer, Text
from quotations.reading.looks.look import HeldLook
from quotations.reading.saved.edits import Edit

T = TypeVar("T")

#: Most jobs that one message to a child carries, and bytes after which it takes no more: each message wakes a process,
#: which costs as much as a small page; a longer one waits longer for a job that spoils it.
BATCH, BATCH_BYTES = 32, 512 << 10
#: Seconds for which a thread is waited for whose child has been killed; the system ends both with this process.
PARTING = 10.0


class Sandbox:
    """Killable children that read bytes from outside; each is served by a plain thread of its own.

    Used before the process has a second thread, it forks its children at once and cheaply; later each is a fresh
    interpreter, started when there is work for it. Use as a context manager, or `close` it.
    """

    def __init__(self, workers: int = 2, *, memory: int = MEMORY, deadline: float | None = None) -> None:
        self._children = [Child(memory=memory) for _ in range(workers)]
        self._deadline = deadline
        self._jobs: queue.SimpleQueue[tuple[Job[Any], Future[Any]] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._idle = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def started(self) -> int:
        """How many processes were needed so far."""
        return sum(child.started for child in self._children)

    def start(self) -> None:
        """Fork the children if this process has one thread still; do nothing otherwise."""
        with self._lock:
            if not self._threads and may_fork():
                for child in self._children:
                    child.start()

    def submit(self, job: Job[T]) -> Future[T]:
        """Have *job* done by the next child that is free. A job that failed gives its exception to the future."""
        if not self._threads:
            self.start()
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("the sandbox is closed")
            if not self._idle.acquire(blocking=False) and len(self._threads) < len(self._children):
                self._hire()
            self._jobs.put((job, future))
        return future

    def articles(
        self, data: bytes, *, name: str | None = None, base_url: str | None = None, charset: str | None = None
    ) -> tuple[Article, ...]:
        """The articles that a saved document holds; raises InputError or SandboxError."""
        return self.submit(jobs.articles(data, name=name, base_url=base_url, charset=charset)).result()

    def text(
        self,
        data: bytes,
        *,
        media_type: str | None = None,
        charset: str | None = None,
        url: str | None = None,
        name: str | None = None,
        truncated: bool = False,
    ) -> Text:
        """What a source says; raises InputError or SandboxError."""
        job = jobs.text(data, media_type=media_type, charset=charset, url=url, name=name, truncated=truncated)
        return self.submit(job).result()

    def check(
        self,
        data: bytes,
        quotes: Sequence[str],
        *,
        capture: Capture,
        link: LinkState | None = None,
        profile: str = "chicago",
    ) -> tuple[Finding, ...]:
        """A finding for each of *quotes* against one source; raises InputError, WordsError or SandboxError."""
        return self.submit(jobs.check(data, quotes, capture=capture, link=link, profile=profile)).result()

    def copies(self, data: bytes, *, page: str, truncated: bool = False) -> CopyList:
        """What an archive lists of its copies of *page*; raises SandboxError."""
        return self.submit(jobs.copies(data, page=page, truncated=truncated)).result()

    def looks(self, data: bytes, *, name: str, urls: Sequence[str] = ()) -> tuple[HeldLook, ...]:
        """The looks that a web archive holds, newest first, with their bodies; raises InputError or SandboxError."""
        return self.submit(jobs.looks(data, name=name, urls=urls)).result()

    def save_answer(self, data: bytes) -> SaveAnswer:
        """What an archive says that was asked to keep a page; raises SandboxError."""
        return self.submit(jobs.save_answer(data)).result()

    def robust(self, data: bytes, links: Mapping[str, Sequence[tuple[str, str]]], *, name: str = "") -> list[Edit]:
        """What to put into a saved page so that its links carry attributes; raises InputError or SandboxError."""
        return self.submit(jobs.robust(data, links, name=name)).result()

    def close(self) -> None:
        """Kill the children; jobs that were not done are cancelled."""
        with self._lock:
            self._closed = True
            for _ in self._threads:
                self._jobs.put(None)
        for child in self._children:
            child.kill()
        for thread in self._threads:
            thread.join(PARTING)
        for number, child in enumerate(self._children):
            if number >= len(self._threads) or not self._threads[number].is_alive():
                child.close()
        while not self._jobs.empty():
            if (left := self._jobs.get()) is not None:
                left[1].cancel()

    def _hire(self) -> None:
        child = self._children[len(self._threads)]
        thread = threading.Thread(target=self._work, args=(child,), name="sandbox", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self, child: Child) -> None:
        while (first := self._jobs.get()) is not None and not self._closed:
            batch, size = [first], len(first[0].data)
            # A fair share for each child, so that the last jobs do not queue behind one of them.
            share = min(BATCH, 1 + self._jobs.qsize() // len(self._children))
            while len(batch) < share and size < BATCH_BYTES and self._more(batch):
                size += len(batch[-1][0].data)
            self._have_done(child, batch)
            self._idle.release()
        if first is not None:
            first[1].cancel()

    def _have_done(self, child: Child, batch: list[tuple[Job[Any], Future[Any]]]) -> None:
        asked = [(job, future) for job, future in batch if future.set_running_or_notify_cancel()]
        futures = [future for _, future in asked]
        try:
            child.call(
                [job for job, _ in asked], self._deadline, lambda number, answer: _settle(futures[number], answer)
            )
        except BaseException as error:
            for future in futures:
                if not future.done():
                    future.set_exception(error)

    def _more(self, batch: list[tuple[Job[Any], Future[Any]]]) -> bool:
        try:
            job = self._jobs.get_nowait()
        except queue.Empty:
            return False
        if job is None:
            self._jobs.put(None)
            return False
        batch.append(job)
        return True


def _settle(future: Future[Any], answer: Any) -> None:
    if isinstance(answer, BaseException):
        future.set_exception(answer)
    else:
        future.set_result(answer)
