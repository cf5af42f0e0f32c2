"""What is handed over: the audit, its article's own bytes, and the looks that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quotations.model import Audit, Capture, Exchange

#: Gives the bytes of a digest; None where they are not held.
Bodies = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at a source, and why it is handed over."""

    capture: Capture
    exchanges: tuple[Exchange, ...] = ()
    why: str = (
        "judged"  #: "judged", "asked", "earlier", "copy", "placed" (words of a finding stand there) or "supplied"
    )
    citations: tuple[str, ...] = ()  #: ids of the citations that it was seen for
    body: bool = True  #: False: only if its bytes are in the file already


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One audit and what it rests on. The looks may come one by one."""

    audit: Audit
    looks: Iterable[Look]
    bodies: Bodies
    article: str | None  #: digest of the bytes that the article was read from
    name: str  #: of the article's file, without its folders
    software: str  #: our name and version
    expected: int = 0  #: how many looks there are at least, for who watches
