"""Libraries' proxies: the address of the publisher's page inside the one that readers of a library are given."""

from __future__ import annotations

import re

from quotations.urls.identity import Address
from quotations.urls.rewriting import unescaped, web_address

#: A label of a host name that says that the host is a library's proxy.
_LABEL = re.compile(r"(?:ezproxy|ezp|libproxy|proxylib|proxy-lib|ezpprod|ezproxy-prd)\d{0,2}")
#: A mere "proxy" is a library's where the host says so too.
_LIBRARY = frozenset({"lib", "library", "libraries", "libs", "bib", "biblio", "bibliothek", "ub"})
#: Innovative's proxy writes the publisher's host before the catalogue's: it ends with the first of these.
_ENDS = frozenset({"com", "org", "net", "edu", "gov", "int", "info"})


def library_proxy(address: Address) -> str | None:
    """EZproxy: ``/login?url=`` on a proxy's own host, or the true host written before the proxy's.

    The host stands there as it is (``www.journal.example.ezproxy.library.example``) or with hyphens for dots
    (OCLC, EZproxy "Option HttpsHyphens"; OpenAthens' managed proxy).
    """
    host = (address.authority or "").partition(":")[0]
    labels = host.split(".")
    at = _proxy_at(labels, host)
    if at < 0:
        return None
    before = labels[:at]
    if address.path.startswith("/login") and (not before or before == ["login"]):
        return _asked_for(address.query or "")
    if len(before) == 1 and before[0].count("-") >= 1:
        before = before[0].replace("--", "\0").replace("-", ".").replace("\0", "-").split(".")
    return _at(".".join(before), address) if len(before) >= 2 else None


def catalogue_proxy(address: Address) -> str | None:
    """Innovative's Web Access Management: ``0-www.journal.org.catalogue.library.example``."""
    host = (address.authority or "").partition(":")[0]
    if not re.match(r"\d-[a-z0-9]", host):
        return None
    labels = host[2:].split(".")
    end = next((n for n, label in enumerate(labels[:-2]) if n and label in _ENDS), -1)
    return _at(".".join(labels[: end + 1]), address) if end > 0 else None


def _at(host: str, address: Address) -> str:
    return f"https://{host}{address.path}" + ("" if address.query is None else f"?{address.query}")


def _proxy_at(labels: list[str], host: str) -> int:
    """Which label begins the proxy's own name; -1 when none does."""
    for n, label in enumerate(labels):
        if _LABEL.fullmatch(label) or (re.fullmatch(r"(?:www-)?proxy\d{0,2}", label) and _LIBRARY & {*labels[n + 1 :]}):
            return n
    if host.endswith(".idm.oclc.org"):
        return len(labels) - 4
    return labels.index("proxy") - 1 if host.endswith(".proxy.openathens.net") and len(labels) >= 5 else -1


def _asked_for(query: str) -> str | None:
    """``url=`` is taken to the end as it is; ``qurl=`` is an escaped parameter like any other."""
    found = re.search(r"(?:^|&)(q?)url=(.+)", query, re.DOTALL)
    if not found:
        return None
    if found.group(1) or "%3a" in found.group(2)[:12].lower():
        return web_address(unescaped(found.group(2).partition("&")[0]))
    return web_address(found.group(2))
