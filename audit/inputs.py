"""What a person names on the command line: files, folders, globs, addresses, standard input."""

from __future__ import annotations

import glob
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotations.errors import EmptyInput, InputTooLarge, MissingInput, UsageError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:")
#: What a folder is searched for; anything else is read only when it is named.
ARTICLE_SUFFIXES = frozenset(
    [
        ".html",
        ".htm",
        ".xhtml",
        ".mht",
        ".mhtml",
        ".md",
        ".markdown",
        ".txt",
        ".text",
        ".pdf",
        ".eml",
        ".epub",
        ".docx",
        ".odt",
        ".enex",
        ".warc",
        ".gz",
        ".wacz",
        ".xml",
        ".rss",
        ".atom",
        ".json",
        ".csv",
        ".wiki",
    ]
)


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: its name as given or found, and where it is."""

    name: str
    path: Path | None = None  #: None for standard input and for addresses
    url: str | None = None


def is_url(words: str) -> bool:
    """Whether *words* have a scheme; a single letter before the colon is a drive, not a scheme."""
    return bool(_SCHEME.match(words)) and not Path(words).exists()


def expand(given: list[str]) -> list[Input]:
    """The inputs that *given* names, in order, folders and globs sorted by name.

    Raises:
        MissingInput: a file or pattern names nothing.
        UsageError: nothing was given.
    """
    if not given:
        raise UsageError("no input was given", hint="name a file, a folder, an address, or - for standard input")
    return [one for words in given for one in _expand(words)]


def _expand(words: str) -> Iterator[Input]:
    path = Path(words)
    if words == "-":
        yield Input("-")
    elif is_url(words):
        yield Input(words, url=words)
    elif path.is_dir():
        yield from folder(path)
    elif path.exists():
        yield Input(words, path)
    elif glob.has_magic(words):
        found = sorted(glob.glob(words, recursive=True))  # noqa: PTH207 - a pattern may be absolute
        if not found:
            raise MissingInput(
                f"no file fits {words}", hint="put the pattern in quotes, or look at what stands there", subject=words
            )
        for name in found:
            yield from folder(Path(name)) if Path(name).is_dir() else (Input(name, Path(name)),)
    else:
        raise MissingInput(
            f"there is no file {words}", hint="look at the name; an address needs its https://", subject=words
        )


def folder(path: Path) -> Iterator[Input]:
    """The saved articles under *path*, by name; a page's own ``…_files`` folder and hidden ones are left out."""
    for found in sorted(path.rglob("*")):
        inside = found.relative_to(path).parts
        if any(part.startswith(".") or part.endswith("_files") for part in inside):
            continue
        if found.is_file() and found.suffix.lower() in ARTICLE_SUFFIXES:
            yield Input(str(found), found)


def read(one: Input, limit: int) -> bytes:
    """The bytes of a file or of standard input.

    Args:
        one: the input; not an address.
        limit: the most bytes that are read.

    Raises:
        MissingInput: it is gone or may not be read.
        EmptyInput: it holds nothing.
        InputTooLarge: it holds more than *limit*.
    """
    try:
        if one.path is None:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with one.path.open("rb") as file:
                data = file.read(limit + 1)
    except OSError as error:
        raise MissingInput(
            f"{one.name} cannot be read: {error.strerror}", hint="look at its name and permissions", subject=one.name
        ) from error
    if not data.strip():
        raise EmptyInput(f"{one.name} is empty", hint="save the page again", subject=one.name)
    if len(data) > limit:
        raise InputTooLarge(
            f"{one.name} is larger than {limit // 1024 // 1024} MiB",
            hint="raise max_input in citetrail.toml, or CITETRAIL_MAX_INPUT (bytes)",
            subject=one.name,
        )
    return data
