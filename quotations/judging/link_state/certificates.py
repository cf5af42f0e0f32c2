"""What is wrong with a certificate, said so that a person can check it: which one, since when, for whom, by whom."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit

from quotations.judging.days import in_words
from quotations.model import Capture, Certificate, Chain, TlsFault

_FAULTS = {
    TlsFault.EXPIRED: "it has expired",
    TlsFault.NOT_YET_VALID: "it is not valid yet",
    TlsFault.SELF_SIGNED: "nobody vouches for it, it is signed by itself",
    TlsFault.WRONG_HOST: "it is for another name",
    TlsFault.UNTRUSTED: "no authority that is trusted here vouches for it",
    TlsFault.REVOKED: "it was taken back",
    TlsFault.INVALID: "it is not valid",
}
_PART = re.compile(r"(?:^|,)(CN|O)=((?:\\.|[^,\\])*)")
_SHOWN = 3


def unverified(look: Capture) -> str:
    """The sentence on the certificates of a *look* that did not pass; facts that older looks did not keep are left out."""
    chain = _at_fault(look)
    whose = f" of {chain.host}" if chain is not None and chain.host != urlsplit(look.url).hostname else ""
    said = " and ".join(_told(fault, chain, look.captured_at) for fault in look.tls_faults)
    by = _issuer(chain, look.tls_faults)
    return f"the certificate{whose} could not be verified{f': {said}' if said else ''}{by}"


def _at_fault(look: Capture) -> Chain | None:
    """The chain of which the faults are told: the only one, else the first that shows one of them."""
    if len(look.chains) < 2:
        return look.chains[0] if look.chains else None
    return next((chain for chain in look.chains if any(_shows(fault, chain, look) for fault in look.tls_faults)), None)


def _shows(fault: TlsFault, chain: Chain, look: Capture) -> bool:
    leaf = chain.certificates[0]
    match fault:
        case TlsFault.EXPIRED | TlsFault.NOT_YET_VALID:
            return _dated(fault, chain, look.captured_at) is not None
        case TlsFault.WRONG_HOST:
            return bool(leaf.names) and not any(_is_for(name, chain.host) for name in leaf.names)
        case TlsFault.SELF_SIGNED:
            return leaf.subject == leaf.issuer
        case _:
            return False


def _dated(fault: TlsFault, chain: Chain, at: datetime) -> Certificate | None:
    """The certificate of *chain* that was over, or had not begun, when it was looked at."""
    over = fault is TlsFault.EXPIRED
    return next((one for one in chain.certificates if (one.not_after < at if over else one.not_before > at)), None)


def _told(fault: TlsFault, chain: Chain | None, at: datetime) -> str:
    if chain is None:
        return _FAULTS[fault]
    if fault in (TlsFault.EXPIRED, TlsFault.NOT_YET_VALID) and (one := _dated(fault, chain, at)) is not None:
        whose = "it" if one is chain.certificates[0] else f"that of its issuer {_name(one.subject)}"
        if fault is TlsFault.EXPIRED:
            return f"{whose} expired on {in_words(one.not_after)}"
        return f"{whose} is not valid before {in_words(one.not_before)}"
    if fault is TlsFault.WRONG_HOST and (names := chain.certificates[0].names):
        more = " and others" if len(names) > _SHOWN else ""
        return f"{_FAULTS[fault]}, {', '.join(names[:_SHOWN])}{more}"
    return _FAULTS[fault]


def _issuer(chain: Chain | None, faults: tuple[TlsFault, ...]) -> str:
    if chain is None or TlsFault.SELF_SIGNED in faults:
        return ""
    leaf = chain.certificates[0]
    return f"; issued by {_name(leaf.issuer)} on {in_words(leaf.not_before)}"


def _name(written: str) -> str:
    """Whom an RFC 4514 name names: its common name and its organisation, or all of it."""
    parts = {kind: re.sub(r"\\(.)", r"\1", value) for kind, value in reversed(_PART.findall(written))}
    named = dict.fromkeys(parts[kind] for kind in ("CN", "O") if parts.get(kind))
    return ", ".join(named) or written or "nobody by name"


def _is_for(name: str, host: str) -> bool:
    """RFC 9525, 6.3: a name, or a star for one label at its beginning."""
    name, host = name.lower().rstrip("."), host.lower().rstrip(".")
    return name == host or (name.startswith("*.") and host.partition(".")[2] == name[2:])
