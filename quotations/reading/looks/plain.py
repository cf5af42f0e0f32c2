"""Looks out of any web archive: each answer of a wanted address, its redirects followed inside the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from quotations.mediatype import content_type
from quotations.model import Capture, Hop
from quotations.reading.looks.held import Answer, Payloads
from quotations.reading.looks.look import HeldLook
from quotations.urls import is_web, source_url

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_HOPS = 10


def plain_looks(payloads: Payloads, urls: frozenset[str]) -> Iterator[HeldLook]:
    """A look for each answer of one of *urls*."""
    by_url: dict[str, list[Answer]] = {}
    for answer in payloads.answers.values():
        if answer.kind != "conversion" and is_web(answer.url):
            by_url.setdefault(source_url(answer.url), []).append(answer)
    for url in sorted(urls & by_url.keys()):
        for first in by_url[url]:
            capture = _capture(url, first, by_url, payloads)
            if capture is not None:
                yield HeldLook(capture=capture)


def _capture(url: str, first: Answer, by_url: dict[str, list[Answer]], payloads: Payloads) -> Capture | None:
    """The look that began with the answer *first*; None where it leads to what is not in the file."""
    hops: list[Hop] = []
    answer, at = first, first.url
    seen = {source_url(at)}
    while target := _target(answer):
        hops.append(Hop(url=at, status=answer.status or 0, location=target))
        at = urljoin(at, target)
        key = source_url(at)
        if key in seen or len(hops) > _MOST_HOPS or key not in by_url:
            return None
        seen.add(key)
        answer = min(by_url[key], key=lambda one: abs(one.at - first.at))
    digest = payloads.body_of(answer)
    kind, charset = content_type(
        next((value for name, value in reversed(answer.headers) if name == "content-type"), "")
    )
    body = payloads.bodies.get(digest or "")
    capture = Capture(
        url=url,
        captured_at=answer.at,
        final_url=at,
        status=answer.status if answer.kind != "resource" else 200,
        hops=tuple(hops),
        headers=answer.headers,
        media_type=kind,
        charset=charset,
        digest=digest,
        size=len(body) if body is not None else None,
        truncated=answer.truncated,
        address=answer.address,
        body=body,
    )
    return replace(capture, status=200) if answer.status == 304 and body is not None else capture


def _target(answer: Answer) -> str | None:
    if answer.status not in _REDIRECTS:
        return None
    return next((value for name, value in answer.headers if name == "location" and value), None)
