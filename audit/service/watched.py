"""What a watch looks at: a folder, a list, one file that holds articles, or an address where a feed or a page stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from audit.inputs import ARTICLE_SUFFIXES, Input, folder, is_url
from quotations.errors import CitetrailError, MissingInput, UsageError
from quotations.urls import is_web
from storage import Watch

#: Suffixes of articles that a list may have as well.
_PLAIN = frozenset({".txt", ".text"})
#: What mark-up, JSON, PDF and packed files begin with; no list does.
_NO_LIST = (b"<", b"{", b"[", b"%PDF", b"PK\x03\x04", b"\xef\xbb\xbf<")


def target_of(words: str) -> str:
    """How a watch names what it looks at: an address as it is, a path in full."""
    return words if is_url(words) else str(Path(words).expanduser().resolve())


def kind_of(words: str) -> str:
    """Whether *words* name a folder, a list of saved articles, a file that holds some, or an address.

    Raises:
        MissingInput: there is nothing of that name.
        UsageError: it is an address that cannot be fetched, or a list of nothing.
    """
    if is_url(words):
        if is_web(words):
            return "address"
        raise UsageError(
            f"{words} is no web address that can be fetched",
            hint="name an http or https address, a folder or a file",
            subject=words,
        )
    target = Path(words).expanduser()
    if target.is_dir():
        return "folder"
    if not target.exists():
        raise MissingInput(
            f"there is nothing at {target}",
            hint="name a folder, a file that lists saved articles, a feed or export, or an address",
            subject=words,
        )
    if not _is_list(target):
        return "file"
    if not list(entries(target)):
        raise UsageError(
            f"{target} lists nothing",
            hint="write one file, folder or address a line; # begins a comment",
            subject=words,
        )
    return "list"


def _is_list(path: Path) -> bool:
    """Whether the file is a list, by its name and by how it begins; a feed, an export or an article is none."""
    if path.suffix.lower() in ARTICLE_SUFFIXES - _PLAIN:
        return False
    with path.open("rb") as file:
        return not file.read(64).lstrip().startswith(_NO_LIST)


def entries(path: Path) -> Iterator[str]:
    """The lines of a list that name something, relative names taken from the list's own folder."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} is no list: {error}",
            hint="a list is UTF-8 text, one file, folder or address a line",
            subject=str(path),
        ) from error
    for line in lines:
        name = line.strip()
        if name and not name.startswith("#"):
            yield name if is_url(name) else str(path.parent / Path(name).expanduser())


def inputs(watch: Watch, failed: list[tuple[str, CitetrailError]]) -> Iterator[Input]:
    """The files and addresses of a watch; what is missing is put to *failed* and not the end."""
    if watch.kind == "address":
        yield Input(watch.target, url=watch.target)
        return
    target = Path(watch.target)
    try:
        named = list(entries(target)) if watch.kind == "list" else [str(target)]
    except CitetrailError as error:
        failed.append((str(target), error))
        return
    for name in named:
        path = Path(name)
        if is_url(name):
            yield Input(name, url=name)
        elif path.is_dir():
            yield from folder(path)
        elif path.is_file():
            yield Input(name, path)
        else:
            hint = "take it off the list" if watch.kind == "list" else "bring it back, or remove the watch"
            failed.append((name, MissingInput(f"there is no file {name}", hint=hint, subject=name)))
