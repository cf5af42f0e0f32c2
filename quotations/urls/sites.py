"""The site behind an address: its registrable domain by the Public Suffix List."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from quotations.urls.identity import host_of

if TYPE_CHECKING:
    from tldextract import TLDExtract


@cache
def _extractor() -> TLDExtract:
    # Imported here: a check of words against a file needs no site. No addresses and no cache: the bundled list only.
    from tldextract import TLDExtract

    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)


def site(url: str) -> str:
    """The registrable domain of *url* in lower case, private suffixes (``github.io``) counted as suffixes.

    Under a suffix that the list does not know, the last two labels; a suffix itself, an IP address or a single label
    stands for itself; "" when *url* has no host.
    """
    return site_of_host(host_of(url) or "")


@lru_cache(maxsize=4096)
def site_of_host(host: str) -> str:
    """The registrable domain of a bare *host*, as `site` has it."""
    host = host.rstrip(".")
    if not host or ":" in host or host.replace(".", "").isdigit():
        return host
    parts = _extractor()(host)
    if parts.suffix:
        return f"{parts.domain}.{parts.suffix}" if parts.domain else host
    return ".".join(host.split(".")[-2:])
