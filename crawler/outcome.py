"""What a journey ended in, as the Capture that is kept: facts only."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from scrapy.http import Headers, Response

from crawler import retry_after
from crawler.encoding import Bomb, Decoded, decode
from crawler.failures import Failed
from crawler.journey import Journey
from crawler.transport.reader import CAPPED, DATALOSS
from quotations import mediatype
from quotations.model import Capture, Failure

_MOST_HEADERS = 100
_LONGEST_VALUE = 4096
#: These cannot be read from their beginning.
_WHOLE_ONLY = (b"%PDF-", b"PK\x03\x04")


def unpacked(response: Response, limit: int) -> Decoded:
    """The answer's body without its content codings. Raises: Failed, TOO_LARGE for a bomb."""
    coding = response.headers.get(b"Content-Encoding")
    if not coding:
        return Decoded(response.body, complete=True)
    try:
        return decode(response.body, coding.decode("latin-1"), limit)
    except Bomb as error:
        raise Failed(Failure.TOO_LARGE, f"a decompression bomb: {error}") from None


def answered(journey: Journey, response: Response, decoded: Decoded, limit: int) -> Capture:
    """The capture of an answer. A body that is cut keeps its start, unless its kind is useless without its end."""
    if response.status == 304 and journey.earlier is not None:
        return _unchanged(journey, journey.earlier, response)
    cut = CAPPED in response.flags or len(decoded.body) >= limit
    truncated = cut or DATALOSS in response.flags or not decoded.complete or _part(response)
    useless = cut and decoded.body.startswith(_WHOLE_ONLY)
    return Capture(
        **_facts(journey, response),
        failure=Failure.TOO_LARGE if useless else None,
        detail=f"larger than {limit // (1024 * 1024)} MiB (max_body)" if useless else "",
        size=len(decoded.body),
        truncated=truncated,
        body=None if useless else decoded.body,
    )


def failed(journey: Journey, failure: Failed, response: Response | None = None) -> Capture:
    """The capture of a source that gave no answer, as far as the journey came."""
    facts = _facts(journey, response) if response is not None else _way(journey)
    facts["robots"] = failure.robots or journey.robots
    return Capture(**facts, failure=failure.failure, detail=failure.detail)


def _way(journey: Journey) -> dict[str, Any]:
    """The fields of a capture that the journey tells."""
    return {
        "url": journey.source,
        "captured_at": datetime.now(UTC),
        "final_url": journey.final_url,
        "hops": tuple(journey.hops),
        "exchanges": tuple(journey.exchanges),
        "robots": journey.robots,
        "tls_verified": journey.verified,
        "tls_faults": tuple(dict.fromkeys(journey.tls_faults)),
        "chains": tuple(journey.chains.values()),
    }


def _facts(journey: Journey, response: Response) -> dict[str, Any]:
    """Those, and the fields that the answer's head tells."""
    facts = _way(journey)
    headers = readable(response.headers)
    said = dict(headers)
    media_type, charset = content_type(response.headers)
    return facts | {
        "media_type": media_type,
        "charset": charset,
        "status": response.status,
        "headers": headers,
        "address": str(response.ip_address) if response.ip_address is not None else None,
        "retry_after": retry_after.seconds(said.get("retry-after"), said.get("date"), facts["captured_at"]),
    }


def _unchanged(journey: Journey, earlier: Capture, response: Response) -> Capture:
    """RFC 9111, 4.3.4: a 304 freshens what is held, whose status and body stand."""
    facts = Capture(**_facts(journey, response))
    news = {name for name, _ in facts.headers}
    kept = tuple(pair for pair in earlier.headers if pair[0] not in news)
    return replace(
        facts,
        status=earlier.status,
        headers=kept + facts.headers,
        detail=f"304: not modified since {earlier.captured_at:%Y-%m-%d}",
        media_type=earlier.media_type,
        charset=earlier.charset,
        digest=earlier.digest,
        size=earlier.size,
        truncated=earlier.truncated,
    )


def _part(response: Response) -> bool:
    """Whether a 206, which nobody asked for, holds less than the whole (RFC 9110, 14.4)."""
    if response.status != 206:
        return False
    said = (response.headers.get(b"Content-Range") or b"").decode("latin-1").lower().removeprefix("bytes").strip()
    span, _, whole = said.partition("/")
    first, _, last = span.partition("-")
    return not (first == "0" and last.isdigit() and whole.isdigit() and int(last[:18]) + 1 == int(whole[:18]))


def content_type(headers: Headers) -> tuple[str | None, str | None]:
    """Media type and charset of the last Content-Type, lower case; None where it does not say."""
    said = headers.getlist(b"Content-Type")
    return mediatype.content_type(said[-1][:_LONGEST_VALUE].decode("latin-1") if said else "")


def readable(headers: Headers) -> tuple[tuple[str, str], ...]:
    """The headers as text: names lower case, values on one line, capped; of cookies the name alone."""
    found: list[tuple[str, str]] = []
    for name, values in headers.items():
        key = name.decode("latin-1").lower()
        for value in values:
            if len(found) >= _MOST_HEADERS:
                return tuple(found)
            text = _text(value[:_LONGEST_VALUE])
            found.append((key, text.partition("=")[0] if key == "set-cookie" else text))
    return tuple(found)


def _text(value: bytes) -> str:
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = value.decode("latin-1")
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
