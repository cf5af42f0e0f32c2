"""The certificates that a peer showed, as the facts that are kept with the look."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import lru_cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from OpenSSL import SSL
from scrapy import Request

from quotations.model import Certificate

CHAIN = "citetrail_chain"  #: request.meta: what the peer of the last try showed

#: Attribute of a TLS connection: read once, however many answers come over it.
_HELD = "_citetrail_chain"
#: Certificates of one chain, names of one certificate, letters of one name that are kept.
_LONGEST, _NAMES, _LETTERS = 6, 12, 200


def note(request: Request, transport: Any) -> None:
    """Take down what the peer showed at the other end of *transport*, which answers *request*."""
    if not request.url.startswith("https:"):
        return
    chain = getattr(transport, _HELD, None)
    if chain is None:
        chain = chain_of(transport)
        with suppress(AttributeError):
            setattr(transport, _HELD, chain)
    request.meta[CHAIN] = chain


def chain_of(transport: Any) -> tuple[Certificate, ...]:
    """The certificates that the other end of a TLS *transport* sent, its own first; empty where there are none."""
    handle = transport.getHandle() if hasattr(transport, "getHandle") else None
    if not isinstance(handle, SSL.Connection):
        return ()
    shown = (handle.get_peer_cert_chain(as_cryptography=True) or ())[:_LONGEST]
    return tuple(found for one in shown if (found := _facts(one.public_bytes(Encoding.DER))) is not None)


@lru_cache(maxsize=512)  # many hosts show one issuer's certificates
def _facts(der: bytes) -> Certificate | None:
    try:
        read = x509.load_der_x509_certificate(der)
        return Certificate(
            subject=_one_line(read.subject.rfc4514_string()),
            issuer=_one_line(read.issuer.rfc4514_string()),
            not_before=read.not_valid_before_utc,
            not_after=read.not_valid_after_utc,
            names=_names(read),
            digest=f"sha256:{hashlib.sha256(der).hexdigest()}",
        )
    except Exception:  # a certificate may be as broken as a page
        return None


def _names(certificate: x509.Certificate) -> tuple[str, ...]:
    with suppress(x509.ExtensionNotFound, ValueError):
        said = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        hosts = [*said.get_values_for_type(x509.DNSName), *map(str, said.get_values_for_type(x509.IPAddress))]
        return tuple(_one_line(host) for host in hosts[:_NAMES])
    return ()


def _one_line(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in words[:_LETTERS])
