"""Which engine judged: the same fingerprint and the same bytes give the same verdict."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

import quotations.comparison
from quotations.text import TEXT_VERSION

#: Raised with every change of the rules or of the comparison that can change a verdict.
JUDGEMENT_VERSION = "2"


@cache
def engine() -> Mapping[str, str]:
    """The fingerprint: version of judgement, version of the text reader, digests of the word lists and the suffix list."""
    here = Path(quotations.comparison.__file__).parent
    lists = sorted((*here.glob("lexicons/*.txt"), *here.glob("data/*.txt")))
    return MappingProxyType(
        {
            "version": JUDGEMENT_VERSION,
            "text": TEXT_VERSION,
            "lexicons": _digest(lists),
            "suffixes": _digest(_suffix_list()),
        }
    )


def _suffix_list() -> list[Path]:
    """The public suffix list that the domain library brings, without loading the library."""
    found = find_spec("tldextract")
    if found is None or found.origin is None:
        return []
    return sorted(Path(found.origin).parent.glob(".tld_set_snapshot*"))


def _digest(files: list[Path]) -> str:
    from hashlib import sha256

    total = sha256()
    for file in files:
        total.update(file.name.encode() + b"\x00" + file.read_bytes())
    return total.hexdigest()[:12]
