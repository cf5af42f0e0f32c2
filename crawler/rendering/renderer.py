"""One page built by the browser, and what it then shows, as the capture's body."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from scrapy import Request
from scrapy.http import Response

from crawler.failures import one_line
from crawler.lanes import Lanes
from crawler.options import CrawlSettings
from crawler.rendering.chromium import Chromium, NoBrowser
from crawler.rendering.supplies import Supplies
from quotations.model import Capture

_AT_ONCE = 2
_TICK = 0.25  #: seconds between two looks at whether the page still grows
_CALM = 3  #: looks in a row that found it unchanged
_ASKED = 5.0  #: seconds for an answer of the page to us
_PAGES = frozenset({"text/html", "application/xhtml+xml", None})

_GROWN = "() => document.documentElement ? document.documentElement.outerHTML.length : 0"
#: Shadow trees are put into the page, where a reader sees them; scripts have done their work, and what is said to who
#: has none is no word of this page.
_DOM = """() => {
  const hosts = [...document.querySelectorAll('*')].slice(0, 50000).filter(one => one.shadowRoot);
  for (const host of hosts) {
    const box = document.createElement('div');
    for (const node of host.shadowRoot.childNodes) box.append(node.cloneNode(true));
    host.prepend(box);
  }
  for (const one of document.querySelectorAll('noscript, script:not([type="application/ld+json"])')) one.remove();
  return '<!doctype html>' + document.documentElement.outerHTML;
}"""


class Renderer:
    """Builds pages, a few at a time.

    Args:
        download: `LaneDownloader.ask`.
        lanes: whose turns the pages' requests take.
        options: limits, and where the browser is.
        headers: of every request.
    """

    def __init__(
        self,
        download: Callable[[Request], Awaitable[Response]],
        lanes: Lanes,
        options: CrawlSettings,
        headers: Mapping[str, str],
    ) -> None:
        self._download = download
        self._lanes = lanes
        self._options = options
        self._headers = headers
        self._chromium = Chromium(options.browser_path)
        self._turns = asyncio.Semaphore(_AT_ONCE)

    async def rendered(self, capture: Capture) -> Capture:
        """*capture* with the page as the browser built it, or with the reason why that came to nothing."""
        if capture.body is None or capture.failure is not None or capture.media_type not in _PAGES:
            return capture
        async with self._turns:
            supplies = Supplies(self._download, self._lanes, self._headers, capture)
            try:
                body = await self._built(capture, supplies)
            except (NoBrowser, TimeoutError) as error:
                return replace(capture, unrendered=one_line(str(error)))
            except Exception as error:
                return replace(capture, unrendered=one_line(f"the browser failed: {error}"))
        if not body:
            return replace(capture, unrendered="the browser made nothing of it")
        lacking = "; ".join(list(dict.fromkeys(supplies.lacking))[:3])
        return replace(
            capture,
            body=body[: self._options.max_body],
            size=min(len(body), self._options.max_body),
            truncated=len(body) > self._options.max_body,
            digest=None,
            media_type="text/html",
            charset="utf-8",
            rendered=True,
            unrendered=one_line(f"the page did not get all that it asked for: {lacking}") if lacking else "",
        )

    async def close(self) -> None:
        """End the browser."""
        await self._chromium.close()

    async def _built(self, capture: Capture, supplies: Supplies) -> bytes:
        context = await self._chromium.context(self._headers["User-Agent"])
        seconds = self._options.browser_timeout
        try:
            async with asyncio.timeout(seconds + _ASKED):
                await context.route("**/*", supplies.answer)
                await context.route_web_socket("**/*", lambda socket: socket.close())
                page = await context.new_page()
                context.on("page", lambda other: asyncio.ensure_future(other.close()))
                began = asyncio.get_running_loop().time()
                await page.goto(capture.final_url or capture.url, wait_until="domcontentloaded", timeout=seconds * 1000)
                await _settled(page, supplies, began + seconds)
                return _bytes(await asyncio.wait_for(page.evaluate(_DOM), _ASKED))
        except Exception as error:
            if isinstance(error, TimeoutError) or "Timeout" in type(error).__name__:
                raise TimeoutError(f"its scripts had not built it after {seconds:.0f} s") from error
            raise
        finally:
            await self._chromium.drop(context)


async def _settled(page: Any, supplies: Supplies, until: float) -> None:
    """Wait until the page neither asks for anything nor grows, or the time is over."""
    calm, size = 0, -1
    while calm < _CALM and asyncio.get_running_loop().time() < until:
        await asyncio.sleep(_TICK)
        grown = await asyncio.wait_for(page.evaluate(_GROWN), _ASKED)
        calm = calm + 1 if grown == size and not supplies.going else 0
        size = grown


def _bytes(page: object) -> bytes:
    return str(page).encode("utf-8", "replace")
