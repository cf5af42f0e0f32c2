"""What an address names, read as a reader's browser reads it (WHATWG URL, the parts that a link needs).

An address is kept as written wherever a server may tell the difference: escapes, ``%2F`` and ``//`` inside a path
stay. Only what cannot matter is made equal: case of scheme and host, the default port, blanks and line ends that
an attribute may hold.

>>> resolve("../index.html", "https://paper.example/archive/1998/")
'https://paper.example/archive/index.html'
>>> source_url("HTTPS://Paper.Example:443/a//b%2Fc#part")
'https://paper.example/a//b%2Fc'
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from quotations.values import plain_value

#: Schemes whose addresses have a host and a path, with their default port.
SPECIAL = {"http": "80", "https": "443", "ftp": "21", "ws": "80", "wss": "443"}

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_EDGES = "".join(map(chr, range(0x21)))
_LINE_ENDS = str.maketrans("", "", "\t\n\r")
_PATH_ESCAPES = frozenset(' "<>`{}')
_QUERY_ESCAPES = frozenset(" \"<>'")
_FRAGMENT_ESCAPES = frozenset(' "<>`')
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_DEEPEST = 8  #: so often escapes in a host are undone


@plain_value
class Address:
    """An address in its parts; None is a part that is not there, unlike an empty one."""

    scheme: str
    authority: str | None
    path: str
    query: str | None
    fragment: str | None

    def __str__(self) -> str:
        pieces = [self.scheme, ":"]
        if self.authority is not None:
            pieces += ["//", self.authority]
        pieces.append(self.path)
        if self.query is not None:
            pieces += ["?", self.query]
        if self.fragment is not None:
            pieces += ["#", self.fragment]
        return "".join(pieces)


def clean(href: str) -> str:
    """*href* without ASCII blanks and controls around it and without line ends and tabs inside it."""
    href = href.strip(_EDGES)
    return href if href.isprintable() else href.translate(_LINE_ENDS)


def scheme_of(href: str) -> str | None:
    """The scheme of *href* in lower case; None for a relative reference."""
    found = _SCHEME.match(clean(href))
    return found.group(1).lower() if found else None


def resolve(href: str, base: str | None, charset: str = "utf-8") -> str | None:
    """The absolute address that *href* means on a page at *base*, fragment included.

    A query that is not ASCII is encoded in *charset*, the page's, as browsers do. None when *href* is relative and
    *base* is None or has no hierarchy, and when no host is named.
    """
    href = clean(href)
    scheme, rest = _scheme_and_rest(href)
    if scheme and scheme not in SPECIAL:
        return f"{scheme}:{rest}"
    within = _parse_absolute(base, "utf-8") if base else None
    if scheme and (rest[:2].replace("\\", "/") == "//" or within is None or within.scheme != scheme):
        return _with_host(_special(scheme, rest, charset))
    if within is None:
        return None
    return _with_host(_relative(rest, within, charset))


def _with_host(address: Address) -> str | None:
    host = (address.authority or "").rpartition("@")[2]
    return str(address) if host.lstrip(":") else None


def is_web(url: str) -> bool:
    """Whether *url* is written as an address of the web: with http or https before its host."""
    return url.lower().startswith(("http://", "https://"))


def source_url(url: str) -> str:
    """The source that *url* names: scheme, host and port in one form, no fragment; the path as written."""
    parsed = _parse_absolute(url, "utf-8", dots=False)
    if parsed is None:
        return clean(url).partition("#")[0]
    return str(Address(parsed.scheme, parsed.authority, parsed.path, parsed.query, None))


def locator(url: str) -> str | None:
    """The fragment of *url* as written, without ``#``; None when there is none or it is empty."""
    return clean(url).partition("#")[2] or None


def host_of(url: str) -> str | None:
    """The host of an absolute *url* in lower case, without port and brackets; None when it has none."""
    parsed = _parse_absolute(url, "utf-8", dots=False)
    if parsed is None or not parsed.authority:
        return None
    host = parsed.authority.rpartition("@")[2]
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0] or None


def split(url: str) -> Address | None:
    """An absolute http(s) address in its parts, host and scheme in lower case; None for anything else."""
    parsed = _parse_absolute(url, "utf-8", dots=False)
    return parsed if parsed is not None and parsed.scheme in ("http", "https") else None


def _scheme_and_rest(href: str) -> tuple[str, str]:
    found = _SCHEME.match(href)
    return (found.group(1).lower(), href[found.end() :]) if found else ("", href)


@lru_cache(maxsize=4096)
def _parse_absolute(url: str, charset: str, *, dots: bool = True) -> Address | None:
    scheme, rest = _scheme_and_rest(clean(url))
    return _special(scheme, rest, charset, dots=dots) if scheme in SPECIAL else None


def _cut(rest: str) -> tuple[str, str | None, str | None]:
    """Path (with the authority before it), query and fragment of a special address; a backslash is a slash."""
    before, mark, fragment = rest.partition("#")
    path, asked, query = before.partition("?")
    return path.replace("\\", "/"), query if asked else None, fragment if mark else None


def _special(scheme: str, rest: str, charset: str, *, dots: bool = True) -> Address:
    path, query, fragment = _cut(rest)
    authority, slash, path = path.lstrip("/").partition("/")
    path = slash + path
    return Address(
        scheme,
        _authority(authority, SPECIAL[scheme]),
        _encode(_without_dots(path) if dots else path or "/", _PATH_ESCAPES),
        None if query is None else _encode(query, _QUERY_ESCAPES, charset),
        None if fragment is None else _encode(fragment, _FRAGMENT_ESCAPES),
    )


def _relative(rest: str, base: Address, charset: str) -> Address:
    path, query, fragment = _cut(rest)
    if path.startswith("//"):
        return _special(base.scheme, rest.replace("\\", "/", 2), charset)
    if not path:
        path = base.path
        query = base.query if query is None else _encode(query, _QUERY_ESCAPES, charset)
    else:
        if not path.startswith("/"):
            path = base.path[: base.path.rfind("/") + 1] + path
        path = _encode(_without_dots(path), _PATH_ESCAPES)
        query = None if query is None else _encode(query, _QUERY_ESCAPES, charset)
    if fragment is not None:
        fragment = _encode(fragment, _FRAGMENT_ESCAPES)
    return Address(base.scheme, base.authority, path, query, fragment)


def _without_dots(path: str) -> str:
    """*path* with ``.`` and ``..`` carried out; empty segments stay."""
    if "." not in path and "%2" not in path:
        return path or "/"
    segments = path.split("/")[1:]
    kept: list[str] = []
    for number, segment in enumerate(segments, 1):
        dots = segment.replace("%2e", ".").replace("%2E", ".")
        if dots == "..":
            del kept[-1:]
        elif dots != ".":
            kept.append(segment)
            continue
        if number == len(segments):
            kept.append("")
    return "/" + "/".join(kept)


def _authority(authority: str, default_port: str) -> str:
    user, at, host = authority.rpartition("@")
    port = ""
    found = re.fullmatch(r"(.*?):([0-9]*)", host, re.DOTALL)
    if found:
        host, port = found.groups()
    if port.lstrip("0") == default_port:
        port = ""
    return user + at + _host(host) + (f":{port}" if port else "")


def _host(host: str) -> str:
    # An escape may hide another, and what is left around a letter that moved may be one: browsers stop at the first.
    for _ in range(_DEEPEST):
        host = _in_ascii(unquote(host))
        if not _ESCAPE.search(host):
            break
    return host


def _in_ascii(host: str) -> str:
    if host.isascii():
        return host.lower()
    # UTS 46 without its transitional mapping: ß stays ß, as browsers now have it.
    host = unicodedata.normalize("NFKC", host.lower()).replace("。", ".").lower()
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in host.split(".")
    )


def _encode(part: str, escapes: frozenset[str], charset: str = "utf-8") -> str:
    """*part* with what may not stand in an address as escapes; escapes that are there stay as they are."""
    if part.isascii() and part.isprintable() and escapes.isdisjoint(part):
        return part
    return "".join(c if "!" <= c <= "~" and c not in escapes else _escaped(c, charset) for c in part)


def _escaped(character: str, charset: str) -> str:
    try:
        data = character.encode(charset)
    except (UnicodeEncodeError, LookupError):
        # What the page's charset cannot say, a form submits as a numeric reference.
        data = character.encode("utf-8", "replace") if charset == "utf-8" else f"&#{ord(character)};".encode()
        if charset != "utf-8":
            return "".join(f"%{byte:02X}" if not chr(byte).isdigit() else chr(byte) for byte in data)
    return "".join(f"%{byte:02X}" for byte in data)
