"""Errors over HTTP as RFC 9457 says: ``application/problem+json`` with a title, a detail and what to do.

Whoever opens a page that is not there with a browser gets a page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from quotations.errors import ArchiveBusy, CitetrailError, CrawlError, InputError, NotInArchive, UsageError, WordsError

_STATUS: tuple[tuple[type[CitetrailError], int], ...] = (
    (NotInArchive, 404),
    (ArchiveBusy, 503),
    (CrawlError, 503),
    (WordsError, 422),
    (UsageError, 422),
    (InputError, 422),
)


def problem(status: int, title: str, detail: str = "", **more: Any) -> JSONResponse:
    """A problem as a response."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return JSONResponse(body, status, media_type="application/problem+json")


def status_of(error: CitetrailError) -> int:
    """The HTTP status that tells *error*."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def tell_problems(app: FastAPI, page: Callable[[CitetrailError], str]) -> None:
    """Have *app* answer every error as a problem, and a browser outside the API with a *page*."""

    @app.exception_handler(CitetrailError)
    async def _ours(request: Request, error: CitetrailError) -> Response:
        if _browsing(request):
            return HTMLResponse(page(error), status_of(error))
        title = (type(error).__doc__ or error.code).strip()
        return problem(status_of(error), title, error.message, code=error.code, hint=error.hint)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        if _browsing(request):
            told = CitetrailError(f"there is no page {request.url.path[:80]} here", hint="ask a question below")
            return HTMLResponse(page(told), error.status_code)
        return problem(error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    async def _shape(_: Request, error: RequestValidationError) -> JSONResponse:
        faults = [{"where": ".".join(map(str, one["loc"])), "what": one["msg"]} for one in error.errors()]
        return problem(422, "The request does not fit", "; ".join(one["what"] for one in faults), errors=faults)


def _browsing(request: Request) -> bool:
    """Whether a person looks at what is answered."""
    return not request.url.path.startswith("/api/") and "text/html" in request.headers.get("accept", "")
