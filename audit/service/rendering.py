"""A second look by a browser at pages that show their words only after a script has run, where a person wants that."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from audit.service.texts import looked
from crawler.sandbox import Sandbox
from quotations.model import Capture, Incomplete, Want

if TYPE_CHECKING:
    from storage import Archive

T = TypeVar("T")


def with_browser(
    job: Callable[[Any], Awaitable[T]], sandbox: Sandbox, archive: Archive
) -> Callable[[Any], Awaitable[T]]:
    """*job* with a looker that has the pages built which need it."""

    def wrapped(field: Any) -> Awaitable[T]:
        return job(Rendering(field, sandbox, archive))

    return wrapped


class Rendering:
    """Looks as the field does, and once more, by a browser, at what would not show its words without.

    Args:
        field: the open crawl; what is not of a look is its own.
        sandbox: reads the pages that came.
        archive: keeps them.
    """

    def __init__(self, field: Any, sandbox: Sandbox, archive: Archive) -> None:
        self._field = field
        self._sandbox, self._archive = sandbox, archive

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
        return list(
            dict.fromkeys(one.url for one in captures if one.id and is_shell(one, self._sandbox, self._archive))
        )


def is_shell(capture: Capture, sandbox: Sandbox, archive: Archive) -> bool:
    """Whether a page held nothing but its scripts, and no browser has built it."""
    if capture.failure is not None or capture.rendered or capture.status is None or not 200 <= capture.status < 300:
        return False
    text = looked(capture, sandbox, archive).text
    return text is not None and text.incomplete is Incomplete.SCRIPT


def never_built(captures: Iterable[Capture], sandbox: Sandbox, archive: Archive) -> list[str]:
    """The addresses among *captures* that a browser was never asked to build, and that show nothing without."""
    return [one.url for one in captures if not one.unrendered and is_shell(one, sandbox, archive)]
