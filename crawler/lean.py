"""A third of a second of every start, saved.

Scrapy gives three deprecated aliases of its TLS classes their module's name by `inspect.stack()`, which reads the source
lines of every frame on the way to the import, and looks the module up among all files of all modules. It needs the
module, and takes it as it is.
"""

from __future__ import annotations

import inspect
import sys
from typing import Any


def load_tls() -> None:
    """Import the modules that define those aliases, with a stack that holds no more than they look at."""
    whole = inspect.stack
    inspect.stack = _their_module
    try:
        import scrapy.core.downloader.contextfactory  # noqa: F401
    finally:
        inspect.stack = whole


def _their_module(context: int = 1) -> list[Any]:  # noqa: ARG001 - the stack's own parameter
    module = sys.modules[sys._getframe(2).f_globals["__name__"]]
    return [(None,), (module,)]
