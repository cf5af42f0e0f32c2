"""What Twisted and OpenSSL raise, as one of our failures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from OpenSSL import SSL
from twisted.internet.defer import CancelledError
from twisted.internet.error import (
    ConnectError,
    ConnectionAborted,
    ConnectionDone,
    ConnectionLost,
    DNSLookupError,
    NoRouteError,
)
from twisted.internet.error import (
    ConnectionRefusedError as ConnectionRefused,
)
from twisted.internet.error import TimeoutError as ConnectTimeout
from twisted.python.failure import Failure as TwistedFailure
from twisted.web._newclient import ParseError, RequestNotSent, ResponseFailed
from twisted.web.http import _DataLoss

from crawler.failures import Failed, Shortage, shortage
from crawler.reactor import the_reactor
from crawler.transport.certificates import CertificateFault
from crawler.transport.tls import speaks_newer, tls_words
from quotations.model import Failure

_DEPTH = 8


def named(error: BaseException, host: str) -> Failed | Shortage:
    """*error* of a request to *host* as a failure of the source, or as a shortage of this machine."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, (Failed, Shortage)):
            return cause
        own = shortage(cause)
        if own is not None:
            return own
    for cause in causes:
        found = _one(cause, host)
        if found is not None:
            return found
    return Failed(Failure.LIMIT, f"{host}: {type(error).__name__}: {error}", connected=True)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """*error*, what it wraps, and what that wraps, innermost reasons first; bounded."""
    seen: list[BaseException] = []

    def walk(one: BaseException | None, depth: int) -> None:
        if one is None or depth > _DEPTH or one in seen:
            return
        for reason in getattr(one, "reasons", None) or ():
            walk(reason.value if isinstance(reason, TwistedFailure) else reason, depth + 1)
        walk(one.__cause__, depth + 1)
        seen.append(one)

    walk(error, 0)
    return iter(seen)


def _one(cause: Any, host: str) -> Failed | None:
    if isinstance(cause, DNSLookupError):
        return _unresolved(cause, host)
    if isinstance(cause, ConnectionRefused):
        return Failed(Failure.CONNECTION_REFUSED, f"{host} refused the connection")
    if isinstance(cause, ConnectTimeout):
        return Failed(Failure.TIMEOUT, f"{host} took no connection in time")
    if isinstance(cause, CertificateFault):
        return Failed(Failure.TLS, f"{host}: certificate {cause}", connected=True, certificate=cause.faults)
    if isinstance(cause, SSL.Error):
        kind = Failure.LIMIT if speaks_newer(cause) else Failure.TLS
        return Failed(kind, f"{host}: {tls_words(cause)}", connected=True)
    if isinstance(cause, CancelledError):
        return Failed(Failure.TIMEOUT, f"{host} sent no byte in time", connected=True)
    if isinstance(cause, ParseError):
        return Failed(Failure.PROTOCOL, f"{host} does not speak HTTP{_beginning(cause)}", connected=True)
    if isinstance(cause, NoRouteError):
        return Failed(Failure.CONNECTION_REFUSED, f"{host}: no route")
    if isinstance(cause, ConnectError):
        return Failed(Failure.CONNECTION_REFUSED, f"{host}: {cause}")
    return _broken(cause, host)


def _beginning(error: ParseError) -> str:
    """How the answer began that could not be read, for people: what is printable of it."""
    data = next((one for one in error.args if isinstance(one, bytes)), b"")
    words = "".join(c if c.isprintable() else " " for c in data[:60].decode("latin-1")).strip()
    return f": its answer begins with “{words}”" if words else ""


def _unresolved(cause: DNSLookupError, host: str) -> Failed:
    reason = getattr(the_reactor().nameResolver, "reason", lambda _: None)(host)
    if isinstance(reason, Shortage):
        raise reason
    return reason if isinstance(reason, Failed) else Failed(Failure.DNS, f"{host}: {cause}")


def _broken(cause: Any, host: str) -> Failed | None:
    if isinstance(cause, (ConnectionAborted, ConnectionLost, ConnectionDone)):
        return Failed(Failure.RESET, f"{host} closed the connection without an answer", connected=True, again=True)
    if isinstance(cause, (_DataLoss, RequestNotSent)):
        return Failed(Failure.RESET, f"{host} broke the connection", connected=True, again=True)
    if isinstance(cause, ValueError) and not isinstance(cause, ResponseFailed):
        return Failed(Failure.PROTOCOL, f"{host}: {cause}", connected=True)
    return None
