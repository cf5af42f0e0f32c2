"""Third layer of the guard, and two limits that no setting of Scrapy's has: header bytes and the first byte's time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.defer import Deferred
from twisted.internet.protocol import connectionDone
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS, HTTP11ClientProtocol, TransportProxyProducer
from twisted.web.client import _HTTP11ClientFactory

from crawler.failures import Failed
from crawler.guard.blocked import blocked
from crawler.guard.policy import Policy
from crawler.transport.parser import HEADER_LIMIT, SourceParser
from quotations.model import Failure as Kind


class SourceProtocol(HTTP11ClientProtocol):
    """One connection; asks at most one thing at a time."""

    def __init__(self, quiescent: Callable[[Any], None], first_byte: float) -> None:
        super().__init__(quiescent)
        self._first_byte = first_byte
        self._alarm: Any = None
        self._header_bytes = 0
        self._began = b""

    def request(self, request: Any) -> Deferred[Any]:
        """Ask, and give up when no byte comes in time."""
        self._header_bytes = 0
        self._began = b""
        answer = super().request(request)
        if self._parser is not None:
            self._parser.__class__ = SourceParser
            proxy: Any = self._transportProxy
            proxy.__class__ = PatientProxy
            # Cancelling, unlike closing, keeps Twisted from trying once more on a new connection.
            self._alarm = asyncio.get_running_loop().call_later(self._first_byte, answer.cancel)
        return answer

    def dataReceived(self, data: bytes) -> None:  # noqa: N802, D102 - Twisted's interface
        self._calm()
        proxy: Any = self._transportProxy
        super().dataReceived(data)
        if proxy is not None:
            proxy.settle()
        parser = self._parser
        if parser is not None and parser.state in (STATUS, HEADER):
            self._header_bytes += len(data)
            self._began = self._began or data[:16]
            if self._header_bytes > HEADER_LIMIT:
                self._giveUp(Failure(_flood()))

    def connectionLost(self, reason: Failure = connectionDone) -> None:  # noqa: N802, D102 - Twisted's interface
        self._calm()
        parser = self._parser
        if parser is not None and parser.state == STATUS and self._header_bytes:
            reason = _unspoken(self._began, secure=hasattr(self.transport, "getPeerCertificate")) or reason
        super().connectionLost(reason)

    def _calm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None


class PatientProxy(TransportProxyProducer):
    """Pauses only when the bytes that came have been worked through: by then the body mostly has its reader.

    Put in place of the proxy that Twisted has already made.
    """

    _waits = False

    def pauseProducing(self) -> None:  # noqa: N802, D102 - Twisted's interface
        self._waits = True

    def resumeProducing(self) -> None:  # noqa: N802, D102 - Twisted's interface
        if self._waits:
            self._waits = False
        else:
            super().resumeProducing()

    def settle(self) -> None:
        """Pause now, unless somebody reads on."""
        if self._waits:
            self._waits = False
            super().pauseProducing()


def _unspoken(began: bytes, *, secure: bool) -> Failure | None:
    """What bytes without a status line were; None where they were interim answers, and the real one is missing.

    HTTP/2 at once is what browsers understand over TLS (*secure*), and only there.
    """
    kind, said = Kind.PROTOCOL, "bytes came, and no status line: it does not speak HTTP"
    if began[:5] == b"HTTP/" and began[9:10] == b"1":
        return None
    if began[:2] == b"\0\0" and began[3:5] == b"\x04\0":  # a SETTINGS frame (RFC 9113, 3.4)
        kind = Kind.LIMIT if secure else kind
        said = "it speaks HTTP/2 at once, and nothing that older browsers know"
    return Failure(Failed(kind, said, connected=True))


def _flood() -> Failed:
    return Failed(Kind.PROTOCOL, f"more than {HEADER_LIMIT // 1024} KiB of headers", connected=True)


class GuardedFactory(_HTTP11ClientFactory):
    """Makes protocols for addresses that the policy lets through; the check stands before the first byte is sent."""

    noisy = False

    def __init__(self, quiescent: Callable[[Any], None], metadata: str, policy: Policy, first_byte: float) -> None:
        super().__init__(quiescent, metadata)
        self._policy = policy
        self._first_byte = first_byte

    def buildProtocol(self, addr: Any) -> SourceProtocol:  # noqa: N802
        """Raises: Failed."""
        if not isinstance(addr, (IPv4Address, IPv6Address)):
            raise blocked(str(addr), "not an internet address")
        if why := self._policy.why_not(addr.host):
            raise blocked(addr.host, why)
        return SourceProtocol(self._quiescentCallback, self._first_byte)
