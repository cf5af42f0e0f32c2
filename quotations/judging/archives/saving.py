"""What the Wayback Machine's Save Page Now says when it is asked to keep a page, and what each of its words means.

After "Save Page Now 2 Public API Docs" (V. Banos, Internet Archive, 2023 and later). Errors come with status 200 as well, both when a page
is handed in and when its job is asked after, and some in a message alone; a job's name is any word, and of one that it has forgotten
(after an hour) or never heard of it says that it is pending.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from quotations.judging.archives.stamps import of_stamp
from quotations.model import SaveAnswer


class Saved(StrEnum):
    """What came of asking for a page to be kept."""

    SAVED = "saved"
    HELD = "held"  #: a copy young enough was there already
    AGAIN = "again"  #: the archive's own trouble: worth another try later
    REFUSED = "refused"  #: this page cannot be kept
    STOPPED = "stopped"  #: nothing more is taken from us now
    UNTOLD = "untold"  #: handed in, and not heard of since


#: The archive's own trouble, and such of the page's server as passes.
_AGAIN = frozenset({
    "user-session-limit", "celery", "soft-time-limit-exceeded", "proxy-error", "browsing-timeout",
    "no-browsers-available", "redis-error", "capture-location-error", "internal-server-error", "job-failed",
    "cannot-fetch", "bad-gateway", "gateway-timeout", "service-unavailable", "read-timeout", "protocol-error",
    "too-many-requests", "max-daily-bandwidth-host", "no-captures", "no-answer",
})  # fmt: skip
#: … of which nothing passes within minutes.
_LASTING = frozenset({"max-daily-bandwidth-host"})
#: Nothing more is taken from this account or address.
_STOPPED = frozenset({"blocked-client-ip", "max-daily-bandwidth", "max-daily-bandwidth-from-ip", "unauthorized-user"})
#: The page is kept already, and more often or later than needed.
_HELD = frozenset({"too-many-daily-captures", "same-snapshot"})
#: Of a message that comes without a word of its own: what it holds, and the word that it stands for.
_UNSAID = (
    (("same snapshot", "had been made"), "same-snapshot"), (("already captured", "today"), "too-many-daily-captures"),
    (("logged in",), "unauthorized-user"), (("limit of active",), "user-session-limit"),
)  # fmt: skip
#: What the page answered to another network than ours. ("cannot-fetch" is the archive's own overload.)
_SEEN_THERE = {
    "bad-request": "400 Bad Request", "unauthorized": "401 Unauthorized", "no-access": "403 Forbidden",
    "not-found": "404 Not Found", "method-not-allowed": "405 Method Not Allowed", "gone": "410 Gone",
    "too-many-requests": "429 Too Many Requests", "not-implemented": "501 Not Implemented",
    "bad-gateway": "502 Bad Gateway", "service-unavailable": "503 Service Unavailable",
    "gateway-timeout": "504 Gateway Timeout", "http-version-not-supported": "505 HTTP Version Not Supported",
    "bandwidth-limit-exceeded": "509 Bandwidth Limit Exceeded",
    "network-authentication-required": "511 Network Authentication Required", "blocked": "a wall (HTTP 999)",
    "invalid-host-resolution": "no such name", "read-timeout": "nothing in time", "protocol-error": "an answer that broke off",
    "invalid-server-response": "what could not be read", "too-many-redirects": "more than three redirects",
}  # fmt: skip


def request(page: str, fresh_days: int) -> bytes:
    """The form that asks for *page* to be kept, unless a copy at most *fresh_days* old is held."""
    form = {"url": page, "skip_first_archive": "1", "if_not_archived_within": f"{fresh_days}d"}
    return urlencode(form).encode("ascii")


def read_answer(data: bytes) -> SaveAnswer:
    """What the archive said, handed a page or asked after a job; an answer that is none is an error without a word."""
    try:
        found: Any = json.loads(data.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return SaveAnswer(status="error", message="its answer is no JSON")
    message, job = _text(found.get("message")), _text(found.get("job_id")) or None
    status = _text(found.get("status"))
    word = _text(found.get("status_ext")).removeprefix("error:") or None
    if status == "error" or word is not None:
        return SaveAnswer(status="error", job=job, error=word, message=message)
    if status == "success":
        code = found.get("http_status")
        return SaveAnswer(
            status="success",
            job=job,
            at=of_stamp(_text(found.get("timestamp"))),
            original=_text(found.get("original_url")) or None,
            http_status=code if isinstance(code, int) else None,
            message=message,
        )
    if job is not None:
        return SaveAnswer(status="pending", job=job, message=message)
    return SaveAnswer(status="error", error=_unsaid(message), message=message or "its answer names no job")


def _unsaid(message: str) -> str | None:
    said = message.lower()
    return next((word for parts, word in _UNSAID if all(part in said for part in parts)), None)


def meaning(word: str | None) -> Saved:
    """What an error's own word comes to."""
    if word in _HELD:
        return Saved.HELD
    if word in _STOPPED:
        return Saved.STOPPED
    return Saved.AGAIN if word is None or word in _AGAIN else Saved.REFUSED


def soon(word: str | None) -> bool:
    """Whether an error is one of those that another try within minutes may cure."""
    return meaning(word) is Saved.AGAIN and word not in _LASTING


def seen_there(word: str | None) -> str | None:
    """What the page answered to the archive, which looks from elsewhere: a second opinion; None where it does not say."""
    return _SEEN_THERE.get(word or "")


def _text(value: Any) -> str:
    return " ".join(str(value).split())[:500] if value is not None else ""
