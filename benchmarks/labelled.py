"""Labelled data: JSON lines, and the half of them that a rule may be tried on."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SCHEME = re.compile(r"^https?://(www\.)?")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def in_half(address: str, half: int | None) -> bool:
    """Whether the page of *address* hashes to *half*; any page where no half is asked for."""
    bare = _SCHEME.sub("", address)
    return half is None or int(hashlib.md5(bare.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == half
