"""Addresses: what source one names, what lies inside a wrapper, what an archive's copy is a copy of.

Pure functions of strings. Nothing here asks a network, and nothing raises on an odd address: what cannot be
understood comes back as it was, or as None where the signature says so.
"""

from quotations.urls.archives import archive_prefix, archived, kept_by_archive, unrewritten
from quotations.urls.identity import clean, host_of, is_web, locator, resolve, scheme_of, source_url
from quotations.urls.sites import site
from quotations.urls.unwrapping import unwrap

__all__ = [
    "archive_prefix",
    "archived",
    "clean",
    "host_of",
    "is_web",
    "kept_by_archive",
    "locator",
    "resolve",
    "scheme_of",
    "site",
    "source_url",
    "unrewritten",
    "unwrap",
]
