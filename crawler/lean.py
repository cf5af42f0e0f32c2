"""A quarter of a second of every start, saved.

Scrapy gives three deprecated aliases of its TLS classes their module's name by `inspect.stack()`, which reads the source
lines of every frame on the way to the import. Two frames, without their lines, are all that it looks at.
"""

from __future__ import annotations

import inspect
import sys
from typing import Any


def load_tls() -> None:
    """Import the modules that define those aliases, with a stack that ends where they look."""
    whole = inspect.stack
    inspect.stack = _two_frames
    try:
        import scrapy.core.downloader.contextfactory  # noqa: F401
    finally:
        inspect.stack = whole


def _two_frames(context: int = 1) -> list[Any]:  # noqa: ARG001 - the stack's own parameter
    here = sys._getframe(1)
    return [(here,), (here.f_back,)]
