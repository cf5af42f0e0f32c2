"""What a command answers besides articles and audits: an error, a watch's run, and any record as one line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from quotations.errors import CitetrailError
from reports.visible import in_json

Record = dict[str, Any]


def as_line(record: Record) -> str:
    """*record* as one line of JSON; several make JSON Lines."""
    return in_json(json.dumps(record, ensure_ascii=False, separators=(", ", ": "), allow_nan=False))


def error_record(error: CitetrailError, *, id: str | None = None) -> Record:
    """An error as JSON; with *id* as a line of ``check --batch``."""
    told = {"code": error.code, "message": error.message, "hint": error.hint, "subject": error.subject}
    return {"error": told} if id is None else {"id": id, "error": told}


def watch_record(
    id: str,
    target: str,
    *,
    new: int = 0,
    changed: int = 0,
    unchanged: int = 0,
    failed: Iterable[tuple[str, CitetrailError]] = (),
    audits: Iterable[str] = (),
) -> Record:
    """One watch of ``watch run``: what it met and which audits it made; *failed* are files and why."""
    return {
        "id": id,
        "target": target,
        "new": new,
        "changed": changed,
        "unchanged": unchanged,
        "failed": [{"file": file, "error": error_record(error)["error"]} for file, error in failed],
        "audits": list(audits),
    }


def watches_record(watches: Iterable[Record]) -> Record:
    """What ``watch run`` prints."""
    return {"watches": list(watches)}
