"""The keys by which indexes of web archives find an address: its host turned round, then path and query.

As OpenWayback and pywb make them ("Sort-friendly URI Reordering Transform", Internet Archive), so that their look-ups
find what our index lists. A test holds it to pywb's own.

>>> key_of("https://www.Example.org:443/Minutes/?b=2&a=1#top")
'org,example)/minutes?a=1&b=2'
"""

from __future__ import annotations

import re
from urllib.parse import quote_from_bytes, unquote_to_bytes, urlsplit

_SAFE = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
_WWW = re.compile(r"\Awww\d*\.")
_DEFAULT = {"http": 80, "https": 443}
_SESSION = tuple(
    re.compile(rf"^(.*)(?:{name})(?:&(.*))?$", re.IGNORECASE)
    for name in (
        "jsessionid=[0-9a-z]{32}",
        "phpsessid=[0-9a-z]{32}",
        "sid=[0-9a-z]{32}",
        "aspsessionid[a-z]{8}=[a-z]{24}",
        "cfid=[^&]+&cftoken=[^&]+",
    )
)


def key_of(url: str) -> str:
    """The key of an absolute *url*; of one without a host the address itself, its slashes reduced."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    if not parts.netloc:
        return f"{parts.scheme}:{_path(parts.path) if parts.path.startswith('/') else parts.path}"
    host = _WWW.sub("", _host(parts.hostname or ""), count=1)
    there = f":{port}" if port and port != _DEFAULT.get(parts.scheme) else ""
    query = _query(parts.query)
    return f"{','.join(reversed(host.split('.')))}{there}){_path(parts.path)}{'?' + query if query else ''}"


def _host(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower() if not host.isascii() else host.lower()
    except UnicodeError:
        return _once(host).lower()


def _path(path: str) -> str:
    kept: list[str] = []
    for part in _once(path).split("/")[1:]:
        if part == ".." and kept:
            del kept[-1]
        elif part != ".":
            kept.append(part)
    found = "/" + "".join(part + "/" for part in kept[:-1] if part) + (kept[-1] if kept else "")
    found = found.lower()
    return found[:-1] if found.endswith("/") and len(found) > 1 else found


def _query(query: str) -> str:
    found = _once(query)
    for pattern in _SESSION:
        if match := pattern.match(found):
            found = match[1] + (match[2] or "")
    return "&".join("=".join(pair) for pair in sorted(tuple(one.split("=", 1)) for one in found.lower().split("&")))


def _once(words: str) -> str:
    """*words* with every escape undone, however often it was escaped, and what needs it escaped once."""
    data = words.encode("utf-8", "surrogatepass")
    for _ in range(8):
        less = unquote_to_bytes(data)
        if less == data:
            break
        data = less
    return quote_from_bytes(data, safe=_SAFE)
