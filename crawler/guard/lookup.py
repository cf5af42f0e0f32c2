"""Look-ups in threads of their own: a name server that never answers must hold up neither other names nor the end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from twisted.internet.defer import Deferred
from twisted.python.failure import Failure

_MOST = 256

Addresses = tuple[str, ...]


class Lookups:
    """Runs blocking look-ups, each in a daemon thread, which unlike the reactor's pool nobody waits for at the end."""

    def __init__(self, reactor: Any) -> None:
        self._reactor = reactor
        self._room = threading.BoundedSemaphore(_MOST)

    def ask(self, work: Callable[[], Addresses], patience: float) -> Deferred[Addresses]:
        """The result of *work*; fails with TimeoutError after *patience* seconds, though its thread may go on."""
        answer: Deferred[Addresses] = Deferred()
        if not self._room.acquire(blocking=False):
            answer.errback(Failure(TimeoutError("too many look-ups are stuck")))
            return answer
        threading.Thread(target=self._run, args=(work, answer), name="name look-up", daemon=True).start()
        answer.addTimeout(patience, self._reactor)
        return answer

    def _run(self, work: Callable[[], Addresses], answer: Deferred[Addresses]) -> None:
        try:
            result: Addresses | Failure = work()
        except Exception:
            result = Failure()
        finally:
            self._room.release()
        self._reactor.callFromThread(_tell, answer, result)


def _tell(answer: Deferred[Addresses], result: Addresses | Failure) -> None:
    if not answer.called:
        answer.callback(result)
