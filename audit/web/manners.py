"""Who may talk to the local server: only names it is known by, and no other site behind a reader's back.

A page of any site can make a browser send requests to 127.0.0.1. A Host header that is none of ours is DNS
rebinding; a POST that another site's page caused says so in ``Sec-Fetch-Site`` or ``Origin`` (W3C Fetch Metadata).
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from audit.web.problems import problem

_LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
#: The most that a request may carry: a pasted text is longer than any form needs to be.
MAX_REQUEST = 2 * 1024 * 1024

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)


class Manners:
    """Middleware that turns strangers away before anything reads what they sent."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = ()) -> None:
        self.app = app
        self.hosts = _LOCAL | {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer strangers with a problem, hand everybody else on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in scope["headers"]}
        refused = self._refused(str(scope["method"]), headers)
        if refused is not None:
            await problem(*refused)(scope, receive, send)
            return

        async def polite(message: dict) -> None:  # type: ignore[type-arg]
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        await self.app(scope, receive, polite)  # type: ignore[arg-type]

    def _refused(self, method: str, headers: dict[str, str]) -> tuple[int, str, str] | None:
        host = headers.get("host", "").lower()
        if _name(host) not in self.hosts:
            return 421, "Misdirected request", f"this server does not go by the name {host[:80]!r}"
        if method in _SAFE:
            return None
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "Cross-site request", "another site's page may not send this"
        origin = headers.get("origin")
        if origin and origin != "null" and urlsplit(origin).netloc.lower() != host:
            return 403, "Cross-site request", "another site's page may not send this"
        if origin == "null" and "sec-fetch-site" not in headers:
            return 403, "Cross-site request", "the page that sent this does not say where it is from"
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_REQUEST:
            return 413, "Too large", f"a request may carry {MAX_REQUEST // 1024 // 1024} MiB"
        return None


def _name(host: str) -> str:
    """The Host header without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]
