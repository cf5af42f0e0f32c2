"""How captures come back from the archive's thread."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from datetime import UTC, datetime

import pytest

from crawler.keeping import Kept
from quotations.errors import ArchiveError
from quotations.model import Capture

pytestmark = pytest.mark.unit


def test_a_group_that_was_kept_wakes_the_loop_once(monkeypatch: pytest.MonkeyPatch) -> None:
    capture = Capture(url="https://a.example/", captured_at=datetime(2026, 1, 1, tzinfo=UTC))
    futures: list[Future[Capture]] = [Future() for _ in range(5)]
    woken: list[object] = []

    def keep() -> None:
        for number, future in enumerate(futures):
            if number == 3:
                future.set_exception(ArchiveError("The disk is full."))
            else:
                future.set_result(capture)

    async def crawl() -> list[Capture | BaseException]:
        loop, kept = asyncio.get_running_loop(), Kept()
        wake = loop.call_soon_threadsafe
        monkeypatch.setattr(loop, "call_soon_threadsafe", lambda *words: (woken.append(words), wake(*words)))
        waiting = asyncio.gather(*map(kept.of, futures), return_exceptions=True)
        await asyncio.sleep(0)
        keep()
        return await waiting

    outcomes = asyncio.run(crawl())
    assert len(woken) == 1
    assert outcomes[:3] + outcomes[4:] == [capture] * 4
    assert isinstance(outcomes[3], ArchiveError)
