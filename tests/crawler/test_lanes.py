from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.lanes import Lanes, Stopped

pytestmark = pytest.mark.unit


def on_loop(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(main(), 20))


class Crowd:
    """Enters lanes, notes who was started when, and leaves after a moment."""

    def __init__(self, lanes: Lanes) -> None:
        self.lanes = lanes
        self.order: list[str] = []
        self.refused: list[Exception] = []
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.most_in_all = 0
        self._over: list[asyncio.Future[None]] = []

    def enter(self, domain: str, takes: float = 0.002) -> None:
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._over.append(over)

        def start() -> None:
            self.order.append(domain)
            self.now[domain] += 1
            self.most[domain] = max(self.most[domain], self.now[domain])
            self.most_in_all = max(self.most_in_all, self.now.total())
            asyncio.get_running_loop().call_later(takes, leave)

        def leave() -> None:
            self.now[domain] -= 1
            self.lanes.leave(domain)
            over.set_result(None)

        def refuse(error: Exception) -> None:
            self.refused.append(error)
            over.set_result(None)

        self.lanes.enter(domain, start, refuse)

    async def all_over(self) -> None:
        await asyncio.gather(*self._over)


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=40),
    st.integers(1, 5),
    st.integers(1, 3),
)
def test_everyone_has_one_turn_and_no_limit_is_passed(who: list[str], total: int, width: int) -> None:
    async def main() -> None:
        crowd = Crowd(Lanes(total, lambda _: (width, 0.0)))
        for domain in who:
            crowd.enter(domain, takes=0.0)
        await crowd.all_over()
        assert Counter(crowd.order) == Counter(who)
        assert max(crowd.most.values()) <= width
        assert crowd.most_in_all <= total

    on_loop(main)


def test_lanes_are_served_in_rotation() -> None:
    async def main() -> None:
        crowd = Crowd(Lanes(1, lambda _: (8, 0.0)))
        for domain in "aaaabbbb":
            crowd.enter(domain)
        await crowd.all_over()
        assert crowd.order == list("aabababb") or crowd.order == list("abababab")

    on_loop(main)


def test_what_has_begun_goes_on_before_what_has_not() -> None:
    async def main() -> None:
        crowd = Crowd(Lanes(1, lambda _: (1, 0.0)))
        for _ in range(3):
            crowd.enter("a")
        await crowd.lanes.turn("a")
        assert crowd.order == ["a"]
        crowd.lanes.leave("a")
        await crowd.all_over()

    on_loop(main)


def test_a_slow_lane_holds_no_other_up() -> None:
    async def main() -> None:
        crowd = Crowd(Lanes(2, lambda domain: (1, 5.0 if domain == "slow" else 0.0)))
        for domain in ["slow", "slow", "slow", *"abcabc"]:
            crowd.enter(domain)
        await asyncio.wait(crowd._over[3:])
        assert crowd.order.count("slow") == 1
        crowd.lanes.stop()

    on_loop(main)


def test_a_stop_refuses_all_who_wait_and_all_who_come() -> None:
    async def main() -> None:
        crowd = Crowd(Lanes(1, lambda _: (1, 0.0)))
        for _ in range(4):
            crowd.enter("a")
        crowd.lanes.stop()
        crowd.enter("b")
        await crowd.all_over()
        assert crowd.order == ["a"]
        assert [type(error) for error in crowd.refused] == [Stopped] * 4
        with pytest.raises(Stopped):
            await crowd.lanes.turn("a")

    on_loop(main)


def test_the_gate_is_asked_for_each_turn_of_a_lane_with_a_delay() -> None:
    asked: list[tuple[str, float]] = []

    async def gate(domain: str, delay: float) -> float:
        asked.append((domain, delay))
        return 0.01

    async def main() -> None:
        crowd = Crowd(Lanes(4, lambda domain: (1, 0.01 if domain == "polite" else 0.0), gate))
        for domain in ["polite", "polite", "free", "free"]:
            crowd.enter(domain)
        await crowd.all_over()
        assert asked == [("polite", 0.01)] * 2

    on_loop(main)


def test_turns_that_sent_nothing_are_passed_on_and_booked_once() -> None:
    asked: list[str] = []
    begun: list[int] = []

    async def gate(domain: str, _: float) -> float:
        asked.append(domain)
        return 0.0

    async def main() -> None:
        lanes = Lanes(4, lambda _: (1, 30.0), gate)
        over = asyncio.Event()

        def leave(number: int) -> None:
            lanes.pass_on("a.example")
            lanes.leave("a.example")
            if number == 5:
                over.set()

        def start(number: int) -> None:
            begun.append(number)
            asyncio.get_running_loop().call_soon(leave, number)

        for number in range(6):
            lanes.enter("a.example", lambda number=number: start(number), lambda _: None)
        await over.wait()

    on_loop(main)
    assert begun == list(range(6))
    assert asked == ["a.example"]


def test_a_turn_that_sent_nothing_is_not_kept_for_who_comes_later() -> None:
    asked: list[str] = []

    async def gate(domain: str, _: float) -> float:
        asked.append(domain)
        return 0.0

    async def main() -> None:
        lanes = Lanes(4, lambda _: (1, 0.01), gate)
        for _ in range(2):
            await lanes.turn("a.example")
            lanes.pass_on("a.example")
            lanes.leave("a.example")

    on_loop(main)
    assert asked == ["a.example", "a.example"]


def test_an_archive_that_cannot_give_turns_is_told_to_those_who_wait() -> None:
    async def gate(domain: str, delay: float) -> float:
        raise OSError("gone")

    async def main() -> None:
        crowd = Crowd(Lanes(4, lambda _: (1, 1.0), gate))
        crowd.enter("a")
        crowd.enter("a")
        await crowd.all_over()
        assert [str(error) for error in crowd.refused] == ["gone", "gone"]

    on_loop(main)


def test_nobody_is_started_while_the_lanes_are_held() -> None:
    async def main() -> None:
        crowd = Crowd(Lanes(4, lambda _: (1, 0.0)))
        crowd.lanes.hold(True)
        crowd.enter("a")
        await asyncio.sleep(0.01)
        assert crowd.order == []
        crowd.lanes.hold(False)
        await crowd.all_over()
        assert crowd.order == ["a"]

    on_loop(main)


def test_a_pause_and_a_crawl_delay_hold_their_lane_only() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        crowd = Crowd(Lanes(4, lambda domain: (1, 0.01 if domain == "b" else 0.0)))
        crowd.lanes.pause("a", 0.2)
        crowd.lanes.slow("b", 0.2)
        crowd.lanes.slow("c", 5.0)
        began = loop.time()
        for domain in "abcbc":
            crowd.enter(domain)
        await crowd.all_over()
        assert loop.time() - began >= 0.19
        assert crowd.order[:3] == ["b", "c", "c"]

    on_loop(main)


def test_lanes_of_long_ago_are_forgotten() -> None:
    async def main() -> None:
        crowd = Crowd(Lanes(64, lambda _: (1, 0.0)))
        for number in range(9000):
            crowd.enter(f"d{number}", takes=0.0)
            if number % 500 == 0:
                await crowd.all_over()
        await crowd.all_over()
        assert len(crowd.lanes._lanes) <= 4096 + 500

    on_loop(main)
