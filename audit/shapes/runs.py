"""What ``watch run`` prints, and errors."""

from __future__ import annotations

from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on


class ErrorShape(TypedDict):
    """What went wrong, and what to do."""

    code: str
    message: str
    hint: str
    subject: str


class FailedFileShape(TypedDict):
    """A file of a watch that could not be read."""

    file: str
    error: ErrorShape


class WatchShape(TypedDict):
    """What one watch met in one run."""

    id: str
    target: str
    new: int
    changed: int
    unchanged: int
    failed: list[FailedFileShape]
    audits: list[str]


class WatchRunShape(TypedDict):
    """What ``watch run`` prints."""

    watches: list[WatchShape]
