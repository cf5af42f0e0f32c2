"""First layer: what can be told from the address as written, before anything is looked up."""

from __future__ import annotations

import socket
import unicodedata
from urllib.parse import urlsplit

from crawler.failures import Failed
from crawler.guard.blocked import blocked
from crawler.guard.policy import Policy
from quotations.model import Failure

_KEPT = 4096

# The Fetch standard's bad ports: other protocols listen there, and a request would be read as theirs.
_BAD_PORTS = frozenset(
    {0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109}
    | {110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530}
    | {531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190}
    | {5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211}
)


def check_url(url: str, policy: Policy) -> None:
    """Refuse *url* if it cannot be asked for or names a refused address outright.

    Raises:
        Failed: SCHEME, BLOCKED_ADDRESS, or DNS when there is no usable host.
    """
    slash = url.find("/", len("https://"))
    origin = url if slash < 0 else url[:slash]
    if origin in policy.origins:
        return
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
    except ValueError as error:
        raise Failed(
            Failure.DNS, f"the address cannot be asked for: {str(error)[:1].lower()}{str(error)[1:]}"
        ) from None
    if parts.scheme not in ("http", "https"):
        raise Failed(Failure.SCHEME, f"its scheme is {parts.scheme or 'missing'}, and only http and https are followed")
    if parts.username is not None or parts.password is not None:
        raise Failed(Failure.BLOCKED_ADDRESS, "the address carries credentials, which are never sent")
    if not host:
        raise Failed(Failure.DNS, "the address names no host")
    if port is not None and port in _BAD_PORTS:
        raise Failed(Failure.BLOCKED_ADDRESS, f"port {port} belongs to another protocol, as browsers have it")
    literal = literal_of(host)
    if literal is not None and (why := policy.why_not(literal)):
        raise blocked(host, why)
    if len(policy.origins) >= _KEPT:
        policy.origins.clear()
    policy.origins.add(origin)


def literal_of(host: str) -> str | None:
    """The address that *host* spells in any way that a resolver would take (127.1, 0x7f.1, full-width digits), or None."""
    if ":" in host:
        return host.strip("[]")
    plain = host if host.isascii() else unicodedata.normalize("NFKC", host).replace("\u3002", ".")
    plain = plain.rstrip(".").lower()
    if not plain[-1:].isdigit() and not plain.rpartition(".")[2].startswith("0x"):
        return "127.0.0.1" if plain == "localhost" or plain.endswith(".localhost") else None
    try:
        return socket.inet_ntoa(socket.inet_aton(plain))
    except OSError:
        return None
