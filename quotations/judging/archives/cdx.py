"""Lists of copies in CDX's forms: rows of words, JSON rows under a header, a JSON object a line, CDXJ.

The fields are those of the Wayback CDX server (github.com/internetarchive/wayback, wayback-cdx-server) and of pywb
(pywb.readthedocs.io, "CDXJ Server API"), which names three of them otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quotations.judging.archives.stamps import of_stamp
from quotations.model import HeldCopy
from quotations.urls import is_web

FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
#: The letters of a header line ``CDX N b a m s k …`` (archive.org, "CDX file format").
_LETTERS = {"N": "urlkey", "b": "timestamp", "a": "original", "m": "mimetype", "s": "statuscode", "k": "digest"}
#: What pywb calls them.
_ALSO = {"original": "url", "statuscode": "status"}
_LONGEST = 20_000


def rows_of_words(lines: Iterable[str]) -> Iterator[Mapping[str, str] | None]:
    """The rows of a plain or CDXJ list; None for one that cannot be read. Ends at a blank line (a resume key follows)."""
    names: Sequence[str] = FIELDS
    for line in lines:
        if not line.strip():
            return
        words = line[:_LONGEST].split()
        if words[0] == "CDX":
            names = [_LETTERS.get(letter, letter) for letter in words[1:]]
        elif len(words) > 2 and words[2].startswith("{"):
            found = _object(line[line.index("{") :])
            yield None if found is None else {"timestamp": words[1], **found}
        else:
            yield dict(zip(names, words, strict=False)) if len(words) >= 6 else None


def rows_of_objects(lines: Iterable[str]) -> Iterator[Mapping[str, Any] | None]:
    """The rows of a list with a JSON object a line; None for one that cannot be read."""
    for line in lines:
        if line.strip():
            yield _object(line)


def rows_of_arrays(table: Sequence[Any]) -> Iterator[Mapping[str, Any] | None]:
    """The rows of a JSON table whose first row names the fields. Ends at an empty row (a resume key follows)."""
    if not table or not isinstance(table[0], list):
        return
    names = [str(name) for name in table[0]]
    named = "timestamp" in names
    for row in table[1:] if named else table:
        if row == []:
            return
        yield dict(zip(names if named else FIELDS, row, strict=False)) if isinstance(row, list) else None


def copy_of(row: Mapping[str, Any] | None) -> HeldCopy | None:
    """The copy that a row names; None where it names none."""
    if row is None:
        return None
    at = of_stamp(str(row.get("timestamp", "")))
    original = _said(row, "original")
    if at is None or original is None or not is_web(original):
        return None
    status = _said(row, "statuscode")
    return HeldCopy(
        at=at,
        original=original,
        status=int(status) if status is not None and status.isascii() and status.isdecimal() else None,
        digest=_said(row, "digest"),
    )


def _said(row: Mapping[str, Any], name: str) -> str | None:
    """A field's value; a lone dash says that there is none."""
    value = row.get(name, row.get(_ALSO.get(name, name)))
    return None if value in (None, "", "-") else str(value)[:_LONGEST]


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
