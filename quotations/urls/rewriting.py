"""Wrapped addresses whose rule is more than a parameter: each function undoes one documented scheme or gives None."""

from __future__ import annotations

import base64
import binascii
import re

from quotations.urls.identity import Address
from quotations.urls.wrappers import PREFIXED

_HTTP = re.compile(r"https?:/{1,2}(?=[^/])", re.IGNORECASE)
_ASCII_ESCAPE = re.compile(r"%([0-7][0-9A-Fa-f])")
_TRANSLATED = re.compile(r"(?:^|&)_x_tr_[a-z]+=[^&]*")
_YAHOO = re.compile(r"/RU=([^/]+)/")
_TRACKED = re.compile(r"/C?L0/(https?(?::|%3[Aa])(?:%2[Ff]|/)[^/]*)/\d+/[\w-]{8,}")
_DEEP_LINK = re.compile(r"/links/\d+/type/dlg/(?:sid/[^/]+/)?(https?(?:%3[Aa]|:).+)")
_CLICKED = re.compile(r"/click-[^?]*\?(?:[^?]*&)?url=([^&]+)")
_V3_MARK = re.compile(r"\*(\*.)?")


def unescaped(value: str) -> str:
    """*value* with its ASCII escapes undone once; bytes of other characters stay escaped, as an address has them."""
    return _ASCII_ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), value)


def web_address(value: str) -> str | None:
    """*value* when it is a web address (a slash lost behind the scheme is put back), else None."""
    value = value.strip()
    found = _HTTP.match(value)
    if not found:
        return "https:" + value if value.startswith("//") and "." in value else None
    return found.group().rstrip("/") + "//" + value[found.end() :]


def from_base64(value: str) -> str | None:
    """The address in *value*, base64 in either alphabet with or without padding."""
    data = value.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        words = base64.b64decode(data + "=" * (-len(data) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return web_address(words)


def proofpoint_v2(value: str) -> str | None:
    """URL Defense v2: ``-`` stands for ``%`` and ``_`` for ``/``."""
    return web_address(unescaped(value.replace("-", "%").replace("_", "/")))


def proofpoint_v3(address: Address) -> str | None:
    """URL Defense v3: ``/v3/__ADDRESS__;BASE64!…``; ``*`` in the address stands for characters kept in the base64."""
    if not address.path.startswith("/v3/__"):
        return None
    whole = address.path if address.query is None else f"{address.path}?{address.query}"
    inside, mark, rest = whole[len("/v3/__") :].rpartition("__;")
    if not mark:
        return None
    kept = rest.partition("!")[0].replace("-", "+").replace("_", "/").rstrip("=")
    try:
        characters = base64.b64decode(kept + "=" * (-len(kept) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return None
    at = 0

    def restored(found: re.Match[str]) -> str:
        nonlocal at
        size = _V3_LENGTHS.get(found.group(1)[1], 1) if found.group(1) else 1
        piece = characters[at : at + size]
        at += size
        return piece or found.group()

    return web_address(_V3_MARK.sub(restored, inside))


#: A run of kept characters is written ``**X``; X gives its length: A is 2, B is 3 …
_V3_LENGTHS = {
    letter: length
    for length, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 2)
}


def check_point(address: Address) -> str | None:
    """Check Point and Avanan: ``/v2/___ADDRESS___.TOKEN``, in some tenants ``/v2/r01/___…``."""
    whole = address.path if address.query is None else f"{address.path}?{address.query}"
    found = re.match(r"/v2/(?:r\d\d/)?_{3}(.+?)_{3}\.", whole)
    return web_address(found.group(1)) if found else None


def in_path(address: Address) -> str | None:
    """Senders and filters that put the escaped address into the path as one segment."""
    for segment in address.path.split("/"):
        if segment[:4].lower() == "http":
            return web_address(unescaped(segment))
    return None


def tracked(address: Address) -> str | None:
    """Amazon SES under a sender's own name: ``/CL0/ADDRESS/1/MESSAGE/SIGNATURE`` (also ``/L0/``), as on awstrack.me."""
    found = _TRACKED.match(address.path)
    return web_address(unescaped(found.group(1))) if found else None


def at_the_end(address: Address) -> str | None:
    """Deep links of Commission Junction: ``/links/PUBLISHER/type/dlg/ADDRESS``; in a click, the parameter ``url``."""
    whole = address.path if address.query is None else f"{address.path}?{address.query}"
    found = _DEEP_LINK.match(whole) or _CLICKED.match(whole)
    return web_address(unescaped(found.group(1))) if found else None


def yahoo(address: Address) -> str | None:
    """Yahoo: ``/…/RU=ADDRESS/RK=…`` of its search, ``/…/*ADDRESS`` of its older counters."""
    found = _YAHOO.search(address.path)
    if found:
        return web_address(unescaped(found.group(1)))
    whole = address.path if address.query is None else f"{address.path}?{address.query}"
    before, star, rest = whole.partition("*")
    return web_address(unescaped(rest.lstrip("*"))) if star and before.startswith("/") else None


def youtube(address: Address) -> str | None:
    """YouTube's ``/attribution_link?u=/watch?v=…``: an address on YouTube, without its host."""
    found = re.search(r"(?:^|&)u=(%2[Ff][^&]+)", address.query or "") if address.path == "/attribution_link" else None
    return f"https://www.youtube.com{unescaped(found.group(1))}" if found else None


def yandex_translated(address: Address) -> str | None:
    """Yandex Translate: ``/proxy_u/LANGUAGES/https/HOST/PATH``."""
    found = re.match(r"/proxy_u/[^/]+/(https?)/(.+)", address.path)
    return f"{found[1]}://{found[2]}" + (f"?{address.query}" if address.query else "") if found else None


def annotated(address: Address) -> str | None:
    """Hypothesis: ``hyp.is/ANNOTATION/HOST/PATH``, the address of the annotated page without its scheme."""
    found = re.match(r"/[\w-]{20,24}/([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/.*)?)$", address.path)
    return f"https://{found[1]}" + (f"?{address.query}" if address.query else "") if found else None


def amp_viewer(address: Address) -> str | None:
    """Google's and Bing's AMP viewer: ``/amp/s/HOST/PATH`` (``s`` for https)."""
    if not address.path.startswith("/amp/"):
        return None
    return _from_amp(address, address.path[len("/amp/") :])


def amp_cache(address: Address) -> str | None:
    """AMP Cache URL format: ``/c/s/HOST/PATH``, ``/v/`` and ``/wp/`` for viewers, ``/i/`` for pictures (amp.dev)."""
    found = re.match(r"/(?:c|v|wp|i|ii|r)/(.+)", address.path)
    return _from_amp(address, found[1]) if found else None


def _from_amp(address: Address, path: str) -> str | None:
    scheme = "http"
    if path.startswith("s/"):
        scheme, path = "https", path[2:]
    if "." not in path.partition("/")[0]:
        return None
    return f"{scheme}://{path}" + (f"?{address.query}" if address.query and "amp_js_v" not in address.query else "")


def translate_goog(address: Address) -> str | None:
    """Google Translate's hosts: ``www-paper-example.translate.goog`` (``-`` is ``.``, ``--`` is ``-``)."""
    name = (address.authority or "").partition(".")[0]
    host = name.replace("--", "\0").replace("-", ".").replace("\0", "-")
    query = address.query or ""
    scheme = "http" if "_x_tr_sch=http" in query.split("&") else "https"
    kept = _TRANSLATED.sub("", query).lstrip("&")
    return f"{scheme}://{host}{address.path}" + (f"?{kept}" if kept else "")


def prefixed(address: Address) -> str | None:
    """A service that shows the page whose address is its own path."""
    start = PREFIXED.get(address.authority or "")
    if start is None:
        return None
    rest = address.path[len(start) :] + ("" if address.query is None else f"?{address.query}")
    return web_address(unescaped(rest) if "%3a" in rest[:12].lower() else rest)
