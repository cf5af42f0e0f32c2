from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from crawler.turns import Turns

pytestmark = pytest.mark.unit


class Book:
    """An archive's turns, with what was asked together."""

    def __init__(self, error: Exception | None = None) -> None:
        self.groups: list[list[tuple[str, float]]] = []
        self.error = error

    def ask(self, asked: Any) -> list[float]:
        self.groups.append(list(asked))
        time.sleep(0.02)
        if self.error is not None:
            raise self.error
        return [float(domain) * delay for domain, delay in asked]


def test_those_who_ask_while_one_group_is_asked_for_are_the_next() -> None:
    book = Book()

    async def main() -> list[float]:
        turns = Turns(book.ask)
        first = [asyncio.ensure_future(turns(str(n), 2.0)) for n in range(3)]
        await asyncio.sleep(0.005)
        later = [asyncio.ensure_future(turns(str(n), 1.0)) for n in range(5, 300)]
        return await asyncio.gather(*first, *later)

    assert asyncio.run(main()) == [0.0, 2.0, 4.0, *map(float, range(5, 300))]
    assert [len(group) for group in book.groups] == [3, 200, 95]


def test_an_archive_that_fails_tells_all_who_asked_and_is_asked_again() -> None:
    first, second, third = asyncio.run(_again(Book(ValueError("full"))))
    assert (str(first), str(second), third) == ("full", "full", 3.0)


async def _again(book: Book) -> list[Any]:
    turns = Turns(book.ask)
    told: list[Any] = await asyncio.gather(turns("1", 1.0), turns("2", 1.0), return_exceptions=True)
    book.error = None
    return [*told, await turns("3", 1.0)]


def test_who_no_longer_waits_spoils_nothing() -> None:
    async def main() -> float:
        turns = Turns(Book().ask)
        gone = asyncio.ensure_future(turns("1", 1.0))
        stays = asyncio.ensure_future(turns("2", 1.0))
        await asyncio.sleep(0.005)
        gone.cancel()
        return await stays

    assert asyncio.run(main()) == 2.0
