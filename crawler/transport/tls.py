"""Certificates: verified first; where only the certificate is at fault, a second look that says so."""

from __future__ import annotations

from typing import Any
from weakref import ref

from OpenSSL import SSL
from scrapy.core.downloader.contextfactory import _ScrapyCertificateOptions
from twisted.internet._sslverify import ClientTLSOptions, _verifyCB
from twisted.internet.ssl import platformTrust
from twisted.python.failure import Failure
from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.transport.certificates import CertificateFault, faults_of

_NEWER = "no application protocol"

#: What OpenSSL calls it, and what it means.
_PLAINLY = (
    ("wrong version number", "what answers there does not speak TLS"),
    ("packet length too long", "what answers there does not speak TLS"),
    ("protocol version", "its versions of TLS are none that are safe"),
    ("unsupported protocol", "its versions of TLS are none that are safe"),
    ("handshake failure", "it and we have no way of encryption in common"),
    ("no shared cipher", "it and we have no way of encryption in common"),
    ("dh key too small", "its encryption is too weak"),
    (_NEWER, "it speaks none of the versions of HTTP that we do"),
    ("unrecognized name", "it does not know that name"),
    ("certificate required", "it asks us for a certificate"),
    ("internal error", "it broke off by an error of its own"),
    ("unexpected eof", "it broke off in the middle"),
)


@implementer(IPolicyForHTTPS)
class Trust:
    """Makes TLS connections; one OpenSSL context for all, since reading the system's certificates takes milliseconds.

    Args:
        lax: take any certificate.
    """

    def __init__(self, *, lax: bool) -> None:
        self._kind: Any = _AnyCertificate if lax else _Verified
        self._lax = lax
        self._options: Any = None

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:  # noqa: ARG002, N802
        """Twisted's interface."""
        if self._options is None:
            trust = {} if self._lax else {"trustRoot": platformTrust()}
            self._options = _ScrapyCertificateOptions(fixBrokenPeers=True, **trust)
        return self._kind(self._options._makeTLSConnection, hostname.decode("ascii"))


class _Verified(ClientTLSOptions):
    """Takes a certificate that passes, and of one that does not keeps why: OpenSSL's error says only that it failed."""

    def clientConnectionForTLS(self, tlsProtocol: Any) -> SSL.Connection:  # noqa: N802, N803
        connection = super().clientConnectionForTLS(tlsProtocol)
        protocol = ref(tlsProtocol)  # the connection holds the callback, and the protocol the connection
        verify = _verifyCB(tlsProtocol, self._hostnameIsDnsName, self._hostnameASCII)

        def verified(own: SSL.Connection, certificate: Any, number: int, depth: int, good: int) -> bool:
            if verify(own, certificate, number, depth, bool(good)):
                return True
            faults = faults_of(
                certificate, 0 if good else number, depth, self._hostnameASCII, is_name=self._hostnameIsDnsName
            )
            if (held := protocol()) is not None:
                held.failVerification(Failure(CertificateFault(faults)))
            return False

        connection.set_verify(SSL.VERIFY_PEER | SSL.VERIFY_FAIL_IF_NO_PEER_CERT, verified)
        return connection


class _AnyCertificate(ClientTLSOptions):
    """Takes whatever certificate is shown; the connection is encrypted, and nobody knows with whom."""

    def clientConnectionForTLS(self, tlsProtocol: Any) -> SSL.Connection:  # noqa: N802, N803
        connection = super().clientConnectionForTLS(tlsProtocol)
        connection.set_verify(SSL.VERIFY_NONE, lambda *_: True)
        return connection


def speaks_newer(error: BaseException) -> bool:
    """Whether a server refused us because it speaks no HTTP/1.1 (RFC 7301, 3.2); browsers speak what it wants."""
    return _NEWER in str(error)


def tls_words(error: BaseException) -> str:
    """What OpenSSL said, for people."""
    said = str(error)
    if isinstance(error, SSL.Error) and error.args and isinstance(error.args[0], (list, tuple)):
        said = "; ".join(str(part[-1]) for part in error.args[0] if part)
    plain = next((words for part, words in _PLAINLY if part in said), "")
    return f"{plain} ({said})" if plain else said or "the handshake failed"
