"""Cookies of one chain of redirects: each goes back to its own host only, and all are forgotten at the chain's end."""

from __future__ import annotations

from urllib.parse import urlsplit

_MOST = 50
_LONGEST = 4096


class ChainCookies:
    """A jar that lives as long as one source's chain (after RFC 6265, without domains)."""

    def __init__(self) -> None:
        self._jar: dict[tuple[str, str, str], tuple[str, bool]] = {}

    def take(self, url: str, lines: list[bytes]) -> None:
        """Keep what an answer from *url* sets."""
        if not lines:
            return
        parts = urlsplit(url)
        host = parts.hostname or ""
        for line in lines[:_MOST]:
            pair, *attributes = line[:_LONGEST].decode("latin-1").split(";")
            name, equals, value = pair.partition("=")
            name, value = name.strip(), value.strip()
            if not equals or not name or not _clean(name + value):
                continue
            said = _said(attributes)
            path = said.get("path", "")
            key = (host, path if path.startswith("/") else _folder(parts.path), name)
            if _over(said):
                self._jar.pop(key, None)
            elif len(self._jar) < _MOST or key in self._jar:
                self._jar[key] = (value, "secure" in said)

    def header(self, url: str) -> str | None:
        """The `Cookie` header of a request to *url*, or None."""
        if not self._jar:
            return None
        parts = urlsplit(url)
        path = parts.path or "/"
        held = [
            f"{name}={value}"
            for (host, folder, name), (value, secure) in self._jar.items()
            if host == parts.hostname and _under(path, folder) and (not secure or parts.scheme == "https")
        ]
        return "; ".join(held) or None

    def state(self) -> frozenset[tuple[tuple[str, str, str], str]]:
        """What is held, comparable: a redirect to the same address is no loop while the cookies change."""
        return frozenset((key, value) for key, (value, _) in self._jar.items())


def _said(attributes: list[str]) -> dict[str, str]:
    pairs = (part.partition("=") for part in attributes)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _over(said: dict[str, str]) -> bool:
    age = said.get("max-age", "")
    return age.lstrip("-").isdigit() and int(age[:12]) <= 0


def _folder(path: str) -> str:
    return path.rpartition("/")[0] or "/"


def _under(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder if folder.endswith("/") else folder + "/")


def _clean(text: str) -> bool:
    return all(" " <= char <= "~" or char >= "\xa0" for char in text)
