"""Which addresses may be asked, by the IANA special-purpose registries and what tunnels hide (RFC 6890, 6052, 3056)."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from crawler.guard.pins import Pins
from quotations.errors import ConfigError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# What `is_global` lets pass on one Python or another, and cloud endpoints that sit on public space.
_SPECIAL = tuple(
    (ipaddress.ip_network(block), why)
    for block, why in (
        ("0.0.0.0/8", "this network"),
        ("100.64.0.0/10", "shared address space"),
        ("169.254.0.0/16", "link-local, where clouds keep their metadata"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.88.99.0/24", "6to4 relay"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("168.63.129.16/32", "a cloud's metadata"),
        ("100.100.100.200/32", "a cloud's metadata"),
        ("::/96", "IPv4-compatible"),
        ("64:ff9b:1::/48", "local translation"),
        ("2001::/23", "protocol assignments"),
        ("2002::/16", "6to4 tunnel"),
        ("3fff::/20", "documentation"),
        ("5f00::/16", "segment routing"),
        ("fc00::/7", "unique local"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)
_KEPT = 4096


def embedded(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for (mapped, NAT64, ISATAP), if any."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    number = int(address)
    if address in _NAT64 or (number >> 32) & 0xFFFFFFFF in _ISATAP:
        return ipaddress.IPv4Address(number & 0xFFFFFFFF)
    return None


class Policy:
    """The rules of one run: what is admitted, what is pinned, what is refused.

    Raises:
        ConfigError: a block or a pin cannot be read.
    """

    def __init__(self, allow: Iterable[str] = (), resolve: Iterable[str] = ()) -> None:
        self._allow = tuple(_network(block) for block in allow)
        self.pins = Pins(resolve)
        self._known: dict[str, str | None] = {}
        self._admits: dict[str, bool] = {}
        self.origins: set[str] = set()  #: scheme and authority, as written, of which `check_url` knows nothing bad

    def why_not(self, address: str) -> str | None:
        """Why *address* (a literal, a zone allowed) may not be asked, in a few words, or None when it may."""
        try:
            return self._known[address]
        except KeyError:
            why = self._judge(address)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[address] = why
            return why

    def admits(self, address: str) -> bool:
        """Whether *address* is inside a block that a person admitted."""
        if not self._allow:
            return False
        known = self._admits.get(address)
        if known is None:
            if len(self._admits) >= _KEPT:
                self._admits.clear()
            try:
                known = self._admitted(ipaddress.ip_address(address.partition("%")[0]))
            except ValueError:
                known = False
            self._admits[address] = known
        return known

    def _admitted(self, address: Address) -> bool:
        inner = embedded(address)
        return any(address in block or (inner is not None and inner in block) for block in self._allow)

    def _judge(self, address: str) -> str | None:
        try:
            parsed = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return "not an address"
        if self._admitted(parsed):
            return None
        inner = embedded(parsed)
        if inner is not None:
            why = self._judge(str(inner))
            return f"stands for {inner}: {why}" if why else None
        for block, why in _SPECIAL:
            if parsed in block:
                return why
        if parsed.is_loopback:
            return "this machine"
        if parsed.is_private:
            return "a private network"
        return None if parsed.is_global else "not a public address"


def _network(block: str) -> Network:
    try:
        return ipaddress.ip_network(block.strip(), strict=False)
    except ValueError:
        raise ConfigError(
            f"{block!r} is not an address block",
            subject=block,
            hint="write it as 10.20.0.0/16, 127.0.0.0/8 or ::1/128",
        ) from None
