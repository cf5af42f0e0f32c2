"""What a person names on the command line: files, folders, globs, addresses, standard input."""

from __future__ import annotations

import glob
import os
import re
import select
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from audit import snapshots
from quotations.errors import CitetrailError, EmptyInput, InputTooLarge, MissingInput, UsageError
from quotations.urls import host_of, is_web, resolve

_NO_HOST = re.compile(r"[\s<>\"{}|\\^`]")
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
#: Files that a folder is searched for by their whole name.
ARTICLE_NAMES = frozenset(["zotero.sqlite"])

#: No path is longer.
LONGEST = 4096
#: By when somebody must have begun to write into a named pipe.
_PIPE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: its name as given or found, and where it is."""

    name: str
    path: Path | None = None  #: None for standard input and for addresses
    url: str | None = None
    fault: CitetrailError | None = None  #: why there is nothing to read


def is_url(words: str) -> bool:
    """Whether *words* have a scheme; a single letter before the colon is a drive, not a scheme."""
    return bool(_SCHEME.match(words)) and not _exists(Path(words))


def askable(url: str) -> str:
    """*url*, where something can be asked for under it; addresses of other schemes pass.

    Raises:
        UsageError: it is written as an address of the web, and names no host or port that can exist.
    """
    if not is_web(url):
        return url
    known = resolve(url, None)
    host = (host_of(known) if known else None) or ""
    if not host:
        fault = "it names no host"
    elif ".." in host or _NO_HOST.search(host):
        fault = "it names no host that can exist"
    else:
        fault = _fault_of(known or "")
    if fault:
        raise UsageError(f"{url} is no address: {fault}", hint="look at how it is written", subject=url)
    return url


def _fault_of(url: str) -> str:
    """Why *url*, which has a host, cannot be cut into its parts; empty where it can."""
    try:
        return "its port cannot exist" if urlsplit(url).port == 0 else ""
    except ValueError as error:
        return "its port cannot exist" if "port" in str(error).lower() else "it names no host that can exist"


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long for a name, or no name at all
        return False


def expand(given: list[str]) -> list[Input]:
    """The inputs that *given* names, in order, folders and globs sorted by name; what names nothing has its fault.

    Raises:
        MissingInput: none of them names anything.
        UsageError: nothing was given.
    """
    if not given:
        raise UsageError("no input was given", hint="name a file, a folder, an address, or - for standard input")
    found = [one for words in given for one in _expand(words)]
    if all(one.fault for one in found) and found[0].fault:
        raise found[0].fault
    return found


def _expand(words: str) -> Iterator[Input]:
    path = Path(words)
    exists = _exists(path)
    if words == "-":
        yield Input("-")
    elif is_url(words):
        try:
            yield Input(words, url=askable(words))
        except UsageError as error:
            yield Input(words, fault=error)
    elif exists and path.is_dir():
        yield from list(folder(path)) or [
            _missing(
                words,
                f"no saved article stands in {words}",
                "name the files themselves if their names end in something else",
            )
        ]
    elif exists:
        yield Input(words, path)
    elif glob.has_magic(words) and len(words) < LONGEST:
        found = sorted(glob.glob(words, recursive=True))  # noqa: PTH207 - a pattern may be absolute
        if not found:
            yield _missing(words, f"no file fits {words}", "put the pattern in quotes, or look at what stands there")
        for name in found:
            yield from folder(Path(name)) if Path(name).is_dir() else (Input(name, Path(name)),)
    else:
        yield _missing(words, f"there is no file {words}", "look at the name; an address needs its https://")


def _missing(words: str, message: str, hint: str) -> Input:
    return Input(words, fault=MissingInput(message, hint=hint, subject=words))


def folder(path: Path) -> Iterator[Input]:
    """The saved articles under *path*, by name; a page's own ``…_files`` folder and hidden ones are left out.

    Of the copies in a snapshot's folder one is read.
    """
    path = path / "archive" if snapshots.is_collection(path) else path
    whole: Path | None = None  #: the snapshot's folder in which the walk is
    for found in (path, *sorted(path.rglob("*"))):
        if whole is not None and whole in found.parents:
            continue
        if found.is_dir() and (copy := snapshots.copy_of(found)):
            whole = found
            yield Input(str(copy), copy)
            continue
        inside = found.relative_to(path).parts
        if any(part.startswith(".") or part.endswith("_files") for part in inside):
            continue
        if found.is_file() and (found.suffix.lower() in ARTICLE_SUFFIXES or found.name in ARTICLE_NAMES):
            yield Input(str(found), found)


def _opened(path: str, flags: int) -> int:
    """Open a file; a named pipe only when somebody writes into it, for which it waits `_PIPE_SECONDS`."""
    if not stat.S_ISFIFO(os.stat(path).st_mode):  # noqa: PTH116 - an opener is given a string
        return os.open(path, flags)
    pipe = os.open(path, flags | os.O_NONBLOCK)
    # A pipe without a writer is never ready, one whose writer is slow only later.
    if select.select([pipe], [], [], _PIPE_SECONDS)[0]:
        os.set_blocking(pipe, True)
        return pipe
    os.close(pipe)
    raise OSError(0, "nobody writes into this pipe")


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
    if one.fault is not None:
        raise one.fault
    try:
        if one.path is None:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with open(one.path, "rb", opener=_opened) as file:
                data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise MissingInput(
            f"{one.name} cannot be read: {getattr(error, 'strerror', None) or error}",
            hint="look at its name and permissions",
            subject=one.name,
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
