"""Whose turn it is: one lane for each registrable domain."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from quotations.urls.sites import site_of_host


@lru_cache(maxsize=8192)
def _domain(netloc: str) -> str:
    host = urlsplit(f"//{netloc}").hostname or ""
    return site_of_host(host)


@lru_cache(maxsize=8192)
def _host(netloc: str) -> str:
    return urlsplit(f"//{netloc}").hostname or ""


def origin_of(url: str) -> str:
    """Scheme and authority of *url*, as written."""
    return "/".join(url.split("/", 3)[:3])


def host_of(url: str) -> str:
    """The host of an absolute ASCII *url*."""
    return _host(url.split("/", 3)[2])


def domain_of(url: str) -> str:
    """The registrable domain of an absolute ASCII *url*'s host, or the address itself."""
    return _domain(url.split("/", 3)[2])
