"""Bytes put into a file, all others kept."""

from __future__ import annotations

from collections.abc import Iterable

from quotations.values import plain_value


@plain_value
class Edit:
    """Bytes to be put into a file at an offset of its own."""

    at: int
    new: bytes


def spliced(data: bytes, edits: Iterable[Edit]) -> bytes:
    """*data* with the edits, which stand in order, in their places; every byte of it is kept."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [data[at : edit.at], edit.new]
        at = edit.at
    return b"".join([*pieces, data[at:]])
