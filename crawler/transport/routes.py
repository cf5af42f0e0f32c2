"""How each origin is reached: what its connections are kept under, and how a new one is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from twisted.internet.endpoints import HostnameEndpoint, wrapClientTLS

from crawler.domains import origin_of
from crawler.reactor import the_reactor
from crawler.transport.tls import Trust

_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Route:
    """The way to one origin."""

    key: tuple[str, str, int]  #: scheme, host and port
    host: bytes  #: as the Host header has it
    endpoint: Any  #: asks for its name anew whenever it connects


class Routes:
    """The ways that one crawl has used, by scheme and authority as written.

    Args:
        trust: whom TLS connections believe.
        patience: seconds until a connection must stand.
    """

    def __init__(self, trust: Trust, patience: float) -> None:
        self._trust = trust
        self._patience = patience
        self._known: dict[str, Route] = {}

    def to(self, url: str) -> Route:
        """The way to the server of an absolute ASCII *url*. Raises: ValueError."""
        origin = origin_of(url)
        route = self._known.get(origin)
        if route is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            route = self._known[origin] = self._route(origin)
        return route

    def _route(self, origin: str) -> Route:
        parts = urlsplit(origin)
        host, secure = parts.hostname or "", parts.scheme == "https"
        default = 443 if secure else 80
        port = default if parts.port is None else parts.port
        written = (f"[{host}]" if ":" in host else host) + ("" if port == default else f":{port}")
        endpoint: Any = HostnameEndpoint(the_reactor(), host, port, timeout=self._patience)
        if secure:
            endpoint = wrapClientTLS(self._trust.creatorForNetloc(host.encode("ascii"), port), endpoint)
        return Route((parts.scheme, host, port), written.encode("ascii"), endpoint)
