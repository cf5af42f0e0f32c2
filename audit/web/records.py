"""What the API tells of captures and sources: facts as they were recorded, never a body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quotations.codec import encode
from quotations.model import Capture
from storage import Watch

#: Of a capture's fields those that are told; headers may hold what was meant for us alone.
_TOLD = (
    "id",
    "url",
    "final_url",
    "captured_at",
    "status",
    "failure",
    "detail",
    "robots",
    "media_type",
    "digest",
    "size",
    "truncated",
    "tls_verified",
    "tls_faults",
    "chains",
    "memento",
    "supplied",
)


def capture_record(capture: Capture) -> dict[str, Any]:
    """A capture's facts, its way there, and where its text is."""
    facts = encode(capture)
    return {
        **{name: facts.get(name) for name in _TOLD},
        "redirects": [{"url": hop.url, "status": hop.status} for hop in capture.hops],
        "text": f"/api/v1/captures/{capture.id}/text" if capture.digest else None,
    }


def source_record(url: str, history: Sequence[Capture]) -> dict[str, Any]:
    """A source and every look at it, newest first."""
    return {"url": url, "captures": [capture_record(one) for one in history]}


def watch_record(watch: Watch) -> dict[str, Any]:
    """What is watched, as `citetrail watch list --format json` prints it."""
    return {"id": watch.id, "target": watch.target, "reports": watch.reports, "kind": watch.kind}
