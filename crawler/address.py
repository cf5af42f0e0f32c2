"""An address as it goes over the wire; what it means is `quotations.urls`' matter."""

from __future__ import annotations

import re

from crawler.failures import Failed
from quotations.model import Failure
from quotations.urls import clean, host_of, resolve, scheme_of

MAX_LENGTH = 16 * 1024

_PLAIN = re.compile(r"https?://[a-z0-9.\-]+(?::(?!80/|443/)[1-9][0-9]{0,4})?/[!$&-;=?-\[\]_a-z~|^]*")
_HOST = re.compile(r"[a-z0-9._~!$&'()*+,;=\-]+|[0-9a-f:.]+")


def wire(url: str) -> str:
    """*url* without fragment, in ASCII, escapes, `%2F` and `//` in its path as they are.

    Raises:
        Failed: DNS, LIMIT or SCHEME: nothing can be asked for under it.
    """
    if len(url) > MAX_LENGTH:
        raise Failed(Failure.LIMIT, f"the address is longer than {MAX_LENGTH:,} characters")
    plain = url.partition("#")[0]
    if _PLAIN.fullmatch(plain) and "/." not in plain:
        return plain
    scheme = scheme_of(plain)
    if scheme not in ("http", "https"):
        raise Failed(Failure.SCHEME, f"its scheme is {scheme or 'missing'}, and only http and https are followed")
    known = resolve(plain, None)
    host = host_of(known) if known else None
    if known is None or host is None or not known.isascii() or not _HOST.fullmatch(host):
        raise Failed(Failure.DNS, f"the address names no host that can exist: {plain[:200]}")
    return known


def location(base: str, written: bytes | str) -> str:
    """Where a `Location` or refresh sends us from *base*, fragment kept; raw bytes are escaped as they are."""
    if isinstance(written, bytes):
        text = clean(written.decode("latin-1"))
        written = "".join(char if char < "\x80" else f"%{ord(char):02X}" for char in text)
    return resolve(written, base) or written
