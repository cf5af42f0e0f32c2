from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest
from scrapy.http import Response

from crawler.failures import Failed
from crawler.robots import store
from crawler.robots.store import RobotsStore
from quotations.model import Failure

pytestmark = pytest.mark.unit


class Web:
    """Robots files by host, counted; an exception is raised."""

    def __init__(self, **files: Any) -> None:
        self.files = files
        self.asked: Counter[str] = Counter()

    async def fetch(self, url: str, lax: bool) -> Response:
        host = url.split("/")[2].split(".")[0]
        self.asked[host] += 1
        answer = self.files[host]
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if isinstance(answer, Exception):
            raise answer
        status, body = answer
        return Response(url, status=status, body=body)


RULES = (200, b"User-agent: *\nDisallow: /no\nCrawl-delay: 3\n")


def decide(web: Web, *urls: str, now: Any = None) -> Any:
    async def main() -> Any:
        held = RobotsStore(web.fetch, "Citetrail")
        return await asyncio.gather(*(held.decide(url) for url in urls), return_exceptions=True)

    return asyncio.run(main())


def test_many_who_ask_at_once_cause_one_request() -> None:
    web = Web(a=RULES)
    told = decide(web, *[f"http://a.example/{n}" for n in range(20)], "http://a.example/no")
    assert web.asked["a"] == 1
    assert [decision.allowed for decision, _ in told] == [True] * 20 + [False]
    assert {delay for _, delay in told} == {3.0}


def test_each_origin_has_its_own() -> None:
    web = Web(a=RULES, b=(404, b""))
    told = decide(web, "http://a.example/no", "https://a.example/no", "http://a.example:81/no", "http://b.example/no")
    assert [decision.allowed for decision, _ in told] == [False, False, False, True]
    assert web.asked == {"a": 3, "b": 1}


def test_a_reset_is_tried_once_more() -> None:
    reset = Failed(Failure.RESET, "reset", connected=True, again=True)
    assert decide(Web(a=[reset, RULES]), "http://a.example/x")[0][0].allowed
    assert decide(Web(a=[reset, reset, RULES]), "http://a.example/x")[0] is reset


def test_silence_is_the_sources_own_failure_as_no_connection_is() -> None:
    silence = Failed(Failure.TIMEOUT, "silent", connected=True)
    unreached = Failed(Failure.TIMEOUT, "no connection")
    told = decide(Web(a=silence), "http://a.example/x")[0]
    assert (told.failure, told.detail) == (Failure.TIMEOUT, "silent, asked for robots.txt")
    assert decide(Web(a=unreached), "http://a.example/x")[0] is unreached


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [(RULES, store.DAY), ((503, b""), store._CLOSED), (Failed(Failure.DNS, "no name"), store._FAILURE)],
)
def test_what_is_known_is_forgotten_in_time(monkeypatch: Any, answer: Any, seconds: float) -> None:
    clock = [0.0]
    monkeypatch.setattr(store, "monotonic", lambda: clock[0])
    web = Web(a=answer)

    async def main() -> None:
        held = RobotsStore(web.fetch, "Citetrail")
        for at in (0.0, seconds - 1, seconds + 1):
            clock[0] = at
            await asyncio.gather(held.decide("http://a.example/x"), return_exceptions=True)
            await asyncio.sleep(0)

    asyncio.run(main())
    assert web.asked["a"] == 2


def test_it_stays_bounded() -> None:
    class Any404(Web):
        async def fetch(self, url: str, lax: bool) -> Response:
            return Response(url, status=404)

    async def main() -> int:
        held = RobotsStore(Any404().fetch, "Citetrail")
        for n in range(5000):
            await held.decide(f"http://h{n}.example/")
        return len(held._held)

    assert asyncio.run(main()) <= 4096
