from __future__ import annotations

from typing import Any


def the_reactor() -> Any:
    """Twisted's running reactor; imported late, since importing it installs one."""
    from twisted.internet import reactor

    return reactor
