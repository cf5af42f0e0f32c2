"""The browser's process: found, started when first needed, ended with the run."""

from __future__ import annotations

import asyncio
import os
import shutil
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: Nothing leaves the process: no name has an address, and what needs none meets a proxy that is not there.
_ALONE = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-pings",
)
_START = 30.0
_END = 5.0


class NoBrowser(Exception):
    """There is none to be had; the words say why."""


class Chromium:
    """One browser for a whole run.

    Args:
        path: of the program; empty: the system's, else Playwright's own.
    """

    def __init__(self, path: str = "") -> None:
        self._path = path
        self._play: Any = None
        self._browser: Any = None
        self._starting = asyncio.Lock()

    async def context(self, user_agent: str) -> Any:
        """A context of its own for one page: nothing that one page leaves is seen by the next.

        Raises:
            NoBrowser: it could not be started.
        """
        browser = await self._running()
        return await browser.new_context(
            user_agent=user_agent,
            service_workers="block",
            accept_downloads=False,
            viewport={"width": 1280, "height": 2000},
        )

    async def _running(self) -> Any:
        async with self._starting:
            if self._browser is None or not self._browser.is_connected():
                try:
                    await self._start()
                except ImportError:
                    raise NoBrowser("Playwright is not installed: pip install 'citetrail[browser]'") from None
                except Exception as error:
                    raise NoBrowser(f"the browser could not be started: {_first_line(error)}") from error
            return self._browser

    async def _start(self) -> None:
        from playwright.async_api import async_playwright

        if self._play is None:
            self._play = await async_playwright().start()
        self._browser = await self._play.chromium.launch(
            executable_path=self._path or next(filter(None, map(shutil.which, _NAMES)), None),
            # The browser's own sandbox does not work for root.
            chromium_sandbox=os.geteuid() != 0,
            args=list(_ALONE),
            timeout=_START * 1000,
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
        )

    async def drop(self, context: Any) -> None:
        """Close a *context*; one that does not close takes the browser with it, and the next page gets a new one."""
        try:
            await asyncio.wait_for(context.close(), _END)
        except Exception:
            await self._kill()

    async def close(self) -> None:
        """End the browser, if it ever began."""
        await self._kill()
        play, self._play = self._play, None
        if play is not None:
            await asyncio.wait_for(play.stop(), _END)

    async def _kill(self) -> None:
        browser, self._browser = self._browser, None
        if browser is not None:
            try:
                await asyncio.wait_for(browser.close(), _END)
            except Exception:  # its driver ends it when it ends itself
                return


def _first_line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0][:200] if lines else type(error).__name__
