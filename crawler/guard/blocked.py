from __future__ import annotations

from crawler.failures import Failed
from quotations.model import Failure


def blocked(where: str, why: str) -> Failed:
    """The guard's refusal of *where*, to be raised; it is never tried again."""
    return Failed(Failure.BLOCKED_ADDRESS, f"{where}: {why}; admit it with --allow-address")
