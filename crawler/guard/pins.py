"""`--resolve HOST:PORT:ADDRESS[,ADDRESS]`: names that are looked up here instead of in the DNS, as curl has them."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from quotations.errors import ConfigError


class Pins:
    """Addresses that stand for (host, port); a host `*` stands for every name.

    Raises:
        ConfigError: an entry cannot be read.
    """

    def __init__(self, entries: Iterable[str] = ()) -> None:
        self._pins: dict[tuple[str, int], tuple[str, ...]] = {}
        for entry in entries:
            host, port, addresses = _parse(entry.strip())
            self._pins[host, port] = addresses
        self._under: dict[str, list[str]] = {}
        for (host, _), addresses in self._pins.items():
            for name in _above(host):
                self._under.setdefault(name, []).extend(addresses)

    def __bool__(self) -> bool:
        return bool(self._pins)

    def find(self, host: str, port: int) -> tuple[str, ...] | None:
        """The addresses given for *host* and *port*, or None when the DNS is to be asked."""
        if not self._pins:
            return None
        name = host.lower().rstrip(".")
        return self._pins.get((name, port)) or self._pins.get(("*", port))

    def under(self, domain: str) -> tuple[str, ...]:
        """All addresses given for *domain*, its subdomains and every name."""
        name = domain.lower().rstrip(".")
        return (*self._under.get("*", ()), *self._under.get(name, ()))


def _above(host: str) -> list[str]:
    """*host* and every domain that it lies under."""
    labels = host.split(".")
    return [".".join(labels[at:]) for at in range(len(labels))]


def _parse(entry: str) -> tuple[str, int, tuple[str, ...]]:
    host, port, rest = _split(entry)
    try:
        number = int(port)
        addresses = tuple(str(ipaddress.ip_address(part.strip("[]"))) for part in rest.split(","))
    except ValueError:
        raise _refuse(entry) from None
    if not host or not 0 < number < 65536:
        raise _refuse(entry)
    return host.lower().rstrip("."), number, addresses


def _split(entry: str) -> tuple[str, str, str]:
    entry = entry.removeprefix("+")
    if entry.startswith("["):
        host, _, tail = entry[1:].partition("]")
        port, _, rest = tail.removeprefix(":").partition(":")
        return host, port, rest
    host, _, tail = entry.partition(":")
    port, _, rest = tail.partition(":")
    return host, port, rest


def _refuse(entry: str) -> ConfigError:
    return ConfigError(
        f"{entry!r} is not HOST:PORT:ADDRESS",
        subject=entry,
        hint="write it as example.org:80:192.0.2.1 or example.org:443:[2001:db8::1]",
    )
