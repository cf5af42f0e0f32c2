"""A second look by a browser at pages that show their words only after a script has run, where a person wants that."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, TypeVar

from audit.service.bench import Bench, Looker
from audit.service.texts import looked
from quotations.model import Capture, Incomplete, Want

T = TypeVar("T")


def with_browser(job: Callable[[Looker], Awaitable[T]], bench: Bench) -> Callable[[Any], Awaitable[T]]:
    """*job* with a looker that has the pages built which need it."""

    def wrapped(field: Any) -> Awaitable[T]:
        return job(Rendering(field, bench))

    return wrapped


class Rendering:
    """Looks as the field does, and once more, by a browser, at what would not show its words without.

    Args:
        field: the open crawl; what is not of a look is its own.
        bench: reads the pages that came.
    """

    def __init__(self, field: Any, bench: Bench) -> None:
        self._field = field
        self._bench = bench

    def __getattr__(self, name: str) -> Any:
        return getattr(self._field, name)

    async def look(
        self,
        wants: Iterable[Want],
        *,
        progress: Callable[[Capture], None] | None = None,
        earlier: Mapping[str, Capture] | None = None,
        **rest: Any,
    ) -> list[Capture]:
        """One capture a want, in order; of a page that was built the one that the browser made."""
        captures: list[Capture] = await self._field.look(wants, progress=progress, earlier=earlier, **rest)
        shells = await asyncio.to_thread(self._shells, captures)
        if not shells:
            return captures
        built = await self._field.look([Want(url=url, why="rendering", render=True) for url in shells], **rest)
        by_url = {one.url: one for one in built if one.rendered or one.unrendered}
        return [by_url.get(one.url, one) for one in captures]

    def _shells(self, captures: Iterable[Capture]) -> list[str]:
        """The addresses of the pages that hold nothing but their scripts."""
        return list(dict.fromkeys(one.url for one in captures if one.id and is_shell(one, self._bench)))


def is_shell(capture: Capture, bench: Bench) -> bool:
    """Whether a page held nothing but its scripts, and no browser has built it."""
    if capture.failure is not None or capture.rendered or capture.status is None or not 200 <= capture.status < 300:
        return False
    text = looked(capture, bench.sandbox, bench.archive).text
    return text is not None and text.incomplete is Incomplete.SCRIPT


def never_built(captures: Iterable[Capture], bench: Bench) -> list[str]:
    """The addresses among *captures* that a browser is to build now and was never asked for, where a person wants that."""
    if not bench.config.browser or bench.config.offline:
        return []
    return [one.url for one in captures if not one.unrendered and is_shell(one, bench)]
