"""One look that was handed in."""

from __future__ import annotations

from dataclasses import dataclass

from quotations.model import Capture


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLook:
    """One look, and for which citations it was handed over, where that is told."""

    capture: Capture
    citations: tuple[str, ...] = ()
    why: str = ""
