"""Certificates: verified first; where only the certificate is at fault, a second look that says so."""

from __future__ import annotations

from typing import Any

from OpenSSL import SSL
from scrapy.core.downloader.contextfactory import _ScrapyCertificateOptions
from service_identity.exceptions import CertificateError, VerificationError
from twisted.internet._sslverify import ClientTLSOptions
from twisted.internet.ssl import platformTrust
from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer  # type: ignore[import-untyped]


@implementer(IPolicyForHTTPS)
class Trust:
    """Makes TLS connections; one OpenSSL context for all, since reading the system's certificates takes milliseconds.

    Args:
        lax: take any certificate.
    """

    def __init__(self, *, lax: bool) -> None:
        self._kind: Any = _AnyCertificate if lax else ClientTLSOptions
        self._lax = lax
        self._options: Any = None

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:  # noqa: ARG002, N802
        """Twisted's interface."""
        if self._options is None:
            trust = {} if self._lax else {"trustRoot": platformTrust()}
            self._options = _ScrapyCertificateOptions(fixBrokenPeers=True, **trust)
        return self._kind(self._options._makeTLSConnection, hostname.decode("ascii"))


class _AnyCertificate(ClientTLSOptions):
    """Takes whatever certificate is shown; the connection is encrypted, and nobody knows with whom."""

    def clientConnectionForTLS(self, tlsProtocol: Any) -> SSL.Connection:  # noqa: N802, N803
        connection = super().clientConnectionForTLS(tlsProtocol)
        connection.set_verify(SSL.VERIFY_NONE, lambda *_: True)
        return connection


def certificate_at_fault(error: BaseException) -> bool:
    """Whether a failed handshake is the certificate's fault and not the protocol's."""
    if isinstance(error, (VerificationError, CertificateError)):
        return True
    return isinstance(error, SSL.Error) and "certificate verify failed" in tls_words(error)


def tls_words(error: BaseException) -> str:
    """What OpenSSL said, for people."""
    if isinstance(error, VerificationError):
        return "the certificate is for another name"
    if isinstance(error, SSL.Error) and error.args and isinstance(error.args[0], (list, tuple)):
        return "; ".join(str(part[-1]) for part in error.args[0] if part) or "handshake failed"
    return str(error) or "handshake failed"
