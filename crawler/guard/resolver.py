"""Second layer: every name that the reactor looks up, literals and redirects included.

Twisted connects to exactly the addresses that are released here and looks nothing up again, so an answer that changes
between check and use (DNS rebinding) has no gap to slip through. One bad address in an answer condemns the answer:
mixed answers are what such an attack looks like.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from functools import partial
from time import monotonic
from typing import Any

from scrapy.crawler import Crawler
from twisted.internet._resolver import HostResolution
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.defer import Deferred
from twisted.internet.interfaces import IHostnameResolver
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.failures import Failed, shortage
from crawler.guard.blocked import blocked
from crawler.guard.lookup import Lookups
from crawler.guard.policy import Policy
from crawler.guard.urls import literal_of
from quotations.model import Failure

_KEPT = 1024
_FRESH = 30.0
_MOST = 64
_UNKNOWN = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


@implementer(IHostnameResolver)
class GuardedResolver:
    """The reactor's resolver while we run.

    Args:
        reactor: the running reactor.
        policy: what is refused, and the names that are pinned.
        patience: seconds that a look-up may take.
    """

    getaddrinfo = staticmethod(socket.getaddrinfo)

    def __init__(self, reactor: Any, policy: Policy, patience: float = 5.0) -> None:
        self._reactor = reactor
        self._policy = policy
        self._patience = patience
        self._lookups = Lookups(reactor)
        self._reasons: dict[str, tuple[float, Exception]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> GuardedResolver:
        """Made by Scrapy's process, which has settings and no spider yet."""
        from crawler.settings import options_of, policy_of

        return cls(reactor, policy_of(crawler.settings), options_of(crawler.settings).connect_timeout)

    def install_on_reactor(self) -> None:
        """Become the reactor's resolver."""
        self._reactor.installNameResolver(self)

    def reason(self, host: str) -> Exception | None:
        """Why *host* was lately given no address: a `Failed`, a `Shortage`, or None."""
        when, reason = self._reasons.get(host.lower().rstrip("."), (0.0, None))
        return reason if monotonic() - when < _FRESH else None

    def resolveHostName(  # noqa: N802, D102 - Twisted's interface
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[Any]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: ARG002, N803
    ) -> Any:
        resolution = HostResolution(hostName)
        resolutionReceiver.resolutionBegan(resolution)
        known = self._policy.pins.find(hostName, portNumber) or _canonical(hostName)
        if known is not None:
            self._release(resolutionReceiver, hostName, portNumber, known, addressTypes)
        else:
            Deferred.fromCoroutine(self._look_up(resolutionReceiver, hostName, portNumber, addressTypes))
        return resolution

    async def _look_up(self, receiver: Any, host: str, port: int, types: Sequence[type[Any]] | None) -> None:
        found: tuple[str, ...] = ()
        try:
            found = await self._lookups.ask(partial(self._ask, host, port), self._patience)
        except Exception as error:
            self._note(host, _reason(host, error, self._patience))
        self._release(receiver, host, port, found, types)

    def _ask(self, host: str, port: int) -> tuple[str, ...]:
        answer = self.getaddrinfo(host, port, socket.AF_UNSPEC, socket.SOCK_STREAM)
        return tuple(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in answer))[:_MOST]

    def _release(
        self, receiver: Any, host: str, port: int, found: tuple[str, ...], types: Sequence[type[Any]] | None
    ) -> None:
        bad = next(((a, why) for a in found if (why := self._policy.why_not(a))), None)
        if bad is not None:
            address, why = bad
            self._note(host, blocked(host if host == address else f"{host} is {address}", why))
        else:
            for address in found:
                kind = IPv6Address if ":" in address else IPv4Address
                if types is None or kind in types:
                    receiver.addressResolved(kind("TCP", address, port))
        receiver.resolutionComplete()

    def _note(self, host: str, reason: Exception) -> None:
        if len(self._reasons) >= _KEPT:
            self._reasons.clear()
        self._reasons[host.lower().rstrip(".")] = (monotonic(), reason)


def _canonical(host: str) -> tuple[str, ...] | None:
    literal = literal_of(host)
    if literal is None or host.lower().endswith("localhost"):
        return None  # names of this machine are asked for like any name: it may know them under both families
    try:
        return (str(ipaddress.ip_address(literal)),)
    except ValueError:
        return None


def _reason(host: str, error: Exception, patience: float) -> Exception:
    if isinstance(error, socket.gaierror):
        if error.errno in (socket.EAI_MEMORY, socket.EAI_SYSTEM):
            own = shortage(error.__context__ or error) or (
                shortage(MemoryError()) if error.errno == socket.EAI_MEMORY else None
            )
            if own is not None:
                return own
        said = "no such name is known" if error.errno in _UNKNOWN else str(error.strerror or error)
        return Failed(Failure.DNS, f"{said}: {host}", again=error.errno == socket.EAI_AGAIN)
    if isinstance(error, UnicodeError):
        return Failed(Failure.DNS, f"no such name can exist: {host}")
    own = shortage(error)
    return own or Failed(Failure.DNS, f"the name was not found within {patience:g} s: {host}")
