"""The certificates that a server showed, as facts of a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One X.509 certificate (RFC 5280), as far as a person asks of it."""

    subject: str  #: RFC 4514, as "CN=paper.example,O=Paper"; capped
    issuer: str
    not_before: datetime  #: aware, UTC
    not_after: datetime
    names: tuple[str, ...] = ()  #: hosts and addresses that it is for (subjectAltName), the first few
    digest: str = ""  #: of its DER form, "sha256:<hex>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What one host of the way showed: its own certificate first, then those of its issuers, as it sent them."""

    host: str
    certificates: tuple[Certificate, ...]
