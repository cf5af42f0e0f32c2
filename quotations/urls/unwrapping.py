"""What an address leads to once the wrappers around it are undone.

>>> unwrap("https://www.google.com/url?q=https://a.example/r?y%3D2023&sa=D")
'https://a.example/r?y=2023'
>>> unwrap("https://unknown.example/go?url=https://a.example/")
'https://unknown.example/go?url=https://a.example/'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotations.urls import libraries, rewriting
from quotations.urls.hosts import BY_HOST, Rule
from quotations.urls.identity import Address, resolve, split
from quotations.urls.wrappers import WRAPPERS, Wrapper

#: A filter may wrap a search engine's link, and be wrapped itself; deeper is no reader's link.
_DEPTH = 5

_GOOGLE = re.compile(r"(?:www\.)?google(?:\.com?)?\.[a-z]{2,3}")


def unwrap(url: str) -> str:
    """The address inside *url*, each wrapper undone by its own rule and decoded once; *url* itself when none is.

    A fragment of the wrapper is carried over when the address inside has none.
    """
    for _ in range(_DEPTH):
        inside = _inside(url)
        if inside is None or inside == url:
            break
        url = inside
    return url


def _inside(url: str) -> str | None:
    address = split(url)
    if address is None or not address.authority:
        return None
    host = address.authority.rpartition("@")[2].partition(":")[0]
    for found in _attempts(address, host):
        if not found:
            continue
        target = resolve(found, None)
        if target is not None:
            return target if "#" in target or not address.fragment else f"{target}#{address.fragment}"
    return None


def _attempts(address: Address, host: str) -> Iterator[str | None]:
    path = address.path.lower()
    for wrapper in _WRAPPERS_BY_KEY.get(_key(host), ()):
        fits = path.startswith(wrapper.paths) or f"{path}/" in wrapper.paths
        if fits and any(_fits(host, pattern) for pattern in wrapper.hosts):
            yield _parameter(wrapper, address.query or "")
    for end, rule in _RULES_BY_KEY.get(_key(host), ()):
        if host == end or host.endswith(end if end.startswith(".") else "." + end):
            yield rule(address)
    if _GOOGLE.fullmatch(host):
        yield rewriting.amp_viewer(address)
    yield rewriting.prefixed(address)
    if "L0/http" in address.path:
        yield rewriting.tracked(address)
    if "pro" in host or "ezp" in host or host.endswith(".idm.oclc.org"):
        yield libraries.library_proxy(address)
    if host[1:2] == "-":
        yield libraries.catalogue_proxy(address)


def _fits(host: str, pattern: str) -> bool:
    if pattern.startswith("*."):
        return host.endswith(pattern[1:])
    if pattern.endswith(".*"):
        name = pattern[:-1]
        return host.startswith(name) and host[len(name) :].count(".") <= 1
    return host == pattern


def _parameter(wrapper: Wrapper, query: str) -> str | None:
    if not wrapper.parameters:
        return rewriting.web_address(rewriting.unescaped(query) if "%3a" in query[:12].lower() else query)
    held = dict(_pairs(query))
    for name in wrapper.parameters:
        value = held.get(name)
        if value is None:
            continue
        if wrapper.strip:
            value = re.sub(wrapper.strip, "", rewriting.unescaped(value))
            found = rewriting.web_address(value)
        else:
            found = _DECODERS[wrapper.encoding](value)
        if found:
            return found
    return None


def _pairs(query: str) -> Iterator[tuple[str, str]]:
    """Name (lower case) and raw value of each parameter, last first, so that in a dict the first one stays."""
    for piece in reversed(query.split("&")):
        name, mark, value = piece.partition("=")
        if mark:
            yield name.lower().removeprefix("amp;"), value


_DECODERS = {
    "escapes": lambda value: rewriting.web_address(rewriting.unescaped(value)),
    "base64": lambda value: rewriting.from_base64(rewriting.unescaped(value)),
    "bing": lambda value: rewriting.from_base64(value[2:]) if value.startswith("a1") else None,
    "proofpoint": rewriting.proofpoint_v2,
}


def _key(host: str) -> str:
    """The label before the suffix, by which wrappers are looked up without trying each."""
    labels = host.split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in ("co", "com", "org"):
        labels = labels[:-1]
    return labels[-2] if len(labels) > 1 else host


def _by_key() -> dict[str, tuple[Wrapper, ...]]:
    found: dict[str, list[Wrapper]] = {}
    for wrapper in WRAPPERS:
        for key in dict.fromkeys(_key(pattern.removeprefix("*.").replace(".*", ".com")) for pattern in wrapper.hosts):
            found.setdefault(key, []).append(wrapper)
    return {key: tuple(rules) for key, rules in found.items()}


_WRAPPERS_BY_KEY = _by_key()
_RULES_BY_KEY: dict[str, list[tuple[str, Rule]]] = {}
for _end, _rule in BY_HOST:
    _RULES_BY_KEY.setdefault(_key(_end.removeprefix(".")), []).append((_end, _rule))
