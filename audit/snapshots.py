"""Folders in which one article stands in many copies: ArchiveBox's (0.7: ``archive/<time>/``).

Each of its extractors writes the page in its own way; reading them all would audit one article ten times.
"""

from __future__ import annotations

import re
from pathlib import Path

_TIME = re.compile(r"\d{9,11}(?:\.\d{1,9})?")
#: The copies, the one that keeps most of the page first; the last is the folder's entry in ArchiveBox's own index.
_COPIES = (
    "singlefile.html",
    "output.html",
    "readability/content.html",
    "mercury/content.html",
    "warc/*.warc.gz",
    "output.pdf",
    "htmltotext.txt",
    "index.json",
)
_COLLECTION = "ArchiveBox.conf"


def copy_of(folder: Path) -> Path | None:
    """The one copy to read of a snapshot's folder; None when *folder* is no such folder."""
    if not _TIME.fullmatch(folder.name) or not (folder / "index.json").is_file():
        return None
    for pattern in _COPIES:
        found = sorted(path for path in folder.glob(pattern) if path.is_file() and path.stat().st_size)
        if found:
            return found[0]
    return None


def is_collection(folder: Path) -> bool:
    """Whether *folder* is ArchiveBox's data folder, whose articles all stand under ``archive``."""
    return (folder / _COLLECTION).is_file() and (folder / "archive").is_dir()
