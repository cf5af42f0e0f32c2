"""What is wrong with a certificate, in the words that are kept with the look."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from service_identity.exceptions import CertificateError, VerificationError
from service_identity.hazmat import DNS_ID, IPAddress_ID, verify_service_identity
from service_identity.pyopenssl import extract_patterns

from quotations.model import TlsFault

#: OpenSSL's X509_V_ERR numbers (x509_vfy.h).
_BY_NUMBER = {
    2: TlsFault.UNTRUSTED,  # no issuer
    9: TlsFault.NOT_YET_VALID,
    10: TlsFault.EXPIRED,
    18: TlsFault.SELF_SIGNED,
    19: TlsFault.UNTRUSTED,  # the chain ends in a root that is not ours
    20: TlsFault.UNTRUSTED,  # no issuer held
    21: TlsFault.UNTRUSTED,  # the leaf alone, and no issuer
    23: TlsFault.REVOKED,
    27: TlsFault.UNTRUSTED,
    62: TlsFault.WRONG_HOST,
    64: TlsFault.WRONG_HOST,
}


class CertificateFault(Exception):
    """The handshake was ended because of the certificate.

    Args:
        faults: what is wrong with it, each once.
    """

    def __init__(self, faults: tuple[TlsFault, ...]) -> None:
        super().__init__(", ".join(fault.value.replace("_", " ") for fault in faults))
        self.faults = faults


def faults_of(certificate: Any, number: int, depth: int, host: str, *, is_name: bool) -> tuple[TlsFault, ...]:
    """What is wrong with a certificate that did not pass.

    Args:
        certificate: pyOpenSSL's, the one at which the check stopped.
        number: OpenSSL's error, 0 where it had none.
        depth: 0 for the server's own certificate, more for its issuers.
        host: whom it should be for.
        is_name: whether *host* is a name, not an address.
    """
    found = dict.fromkeys([_BY_NUMBER.get(number, TlsFault.INVALID)] if number else [])
    if depth == 0:
        with suppress(Exception):  # a certificate may be as broken as a page
            now, read = datetime.now(UTC), certificate.to_cryptography()
            if read.not_valid_after_utc < now:
                found[TlsFault.EXPIRED] = None
            elif read.not_valid_before_utc > now:
                found[TlsFault.NOT_YET_VALID] = None
        if _of_another(certificate, host, is_name=is_name):
            found[TlsFault.WRONG_HOST] = None
    return tuple(found) or (TlsFault.INVALID,)


def _of_another(certificate: Any, host: str, *, is_name: bool) -> bool:
    try:
        wanted = DNS_ID(host) if is_name else IPAddress_ID(host)
        verify_service_identity(extract_patterns(certificate), [wanted], [])
    except (VerificationError, CertificateError):
        return True
    except Exception:
        return False
    return False
