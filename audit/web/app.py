"""The application that ``citetrail serve`` runs: one page with one form, and the API beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Form
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, Field

from audit import __version__
from audit.service.selection import newest
from audit.web.manners import Manners
from audit.web.pages import NOTHING, answer_page, ask_page, trouble_page
from audit.web.problems import status_of, tell_problems
from audit.web.records import capture_record, source_record, watch_record
from audit.web.service import Desk
from quotations.errors import CitetrailError
from reports.listing import entry_record
from reports.page import audit_page
from reports.records import audit_record, check_record

#: Two quotation marks, dark on light.
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d2126"/>'
    '<path fill="#fbfaf7" d="M7 21c0-6 2-9 7-11v3c-2 1-3 2-3 4h3v6H7zm11 0c0-6 2-9 7-11v3c-2 1-3 2-3 4h3v6h-7z"/></svg>'
)

Profile = Literal["chicago", "ap", "legal", "transcript", "ocr"]


class Question(BaseModel):
    """Words, and where they are said to stand: an address or a text."""

    quote: str = Field(max_length=1_000_000)
    source: str | None = Field(default=None, max_length=8_192, description="An http or https address.")
    text: str | None = Field(default=None, description="The source's text itself; it is not stored.")
    as_of: date | None = Field(default=None, description="The day on which the source was cited.")
    profile: Profile = "chicago"


def make_app(desk: Desk, *, hosts: Iterable[str] = ()) -> FastAPI:
    """The ASGI application over *desk*, known by *hosts* besides the loopback names."""
    app = FastAPI(title="Citetrail", version=__version__, docs_url=None, redoc_url=None)
    app.add_middleware(Manners, hosts=hosts)
    tell_problems(app, lambda error: trouble_page(error, NOTHING))
    app.mount("/static", StaticFiles(packages=[("audit.web", "static")]), name="static")
    _asking(app, desk)
    _looking_up(app, desk)
    _faces(app, desk)
    return app


def _asking(app: FastAPI, desk: Desk) -> None:
    """The API's one question, and whether anybody is there to answer it."""

    @app.post("/api/v1/check", summary="Does the source have these words?")
    async def check(question: Question) -> JSONResponse:
        finding = await desk.check(
            question.quote,
            source=question.source,
            text=question.text,
            profile=question.profile,
            as_of=question.as_of,
        )
        return _json(check_record(finding, quote=question.quote))

    @app.get("/healthz", summary="Whether the server answers.")
    async def healthz() -> PlainTextResponse:
        return PlainTextResponse("ok\n")


def _looking_up(app: FastAPI, desk: Desk) -> None:
    """What the archive holds."""

    @app.get("/api/v1/audits", summary="The audits that are held, newest first.")
    async def audits() -> JSONResponse:
        rows = await asyncio.to_thread(desk.bench.archive.audits)
        return _json({"audits": [entry_record(row) for row in rows]})

    @app.get("/api/v1/audits/{audit}", summary="One audit, as `citetrail audit --format json` prints it.")
    async def audit(audit: str) -> JSONResponse:
        return _json(audit_record(await asyncio.to_thread(desk.audit, audit)))

    @app.get("/api/v1/findings", summary="The findings of one audit.")
    async def findings(audit: str) -> JSONResponse:
        held = audit_record(await asyncio.to_thread(desk.audit, audit))
        return _json({"audit": audit, "findings": held["findings"]})

    @app.get("/api/v1/sources", summary="Every look at a source, newest first.")
    async def sources(url: str) -> JSONResponse:
        return _json(source_record(url, await asyncio.to_thread(desk.history, url)))

    @app.get("/api/v1/captures/{capture}", summary="One look at a source.")
    async def capture(capture: str) -> JSONResponse:
        return _json(capture_record(await asyncio.to_thread(desk.bench.archive.capture, capture)))

    @app.get(
        "/api/v1/captures/{capture}/text", summary="What a source said, as text; offsets of passages point into it."
    )
    async def capture_text(capture: str) -> PlainTextResponse:
        return PlainTextResponse(await asyncio.to_thread(desk.text, capture))

    @app.get("/api/v1/watches", summary="What is watched.")
    async def watches() -> JSONResponse:
        rows = await asyncio.to_thread(desk.bench.archive.watches)
        return _json({"watches": [watch_record(one) for one in rows]})


def _faces(app: FastAPI, desk: Desk) -> None:
    @app.get("/", include_in_schema=False)
    async def ask() -> HTMLResponse:
        return _page(ask_page(newest(await asyncio.to_thread(desk.bench.archive.audits))[:20]))

    @app.post("/", include_in_schema=False)
    async def answer(
        quote: Annotated[str, Form()] = "", source: Annotated[str, Form()] = "", text: Annotated[str, Form()] = ""
    ) -> HTMLResponse:
        asked = {"quote": quote, "source": source.strip(), "text": text}
        try:
            finding = await desk.check(
                quote,
                source=source.strip() or None,
                text=text if text.strip() else None,
                profile=desk.bench.config.profile,
            )
        except CitetrailError as error:
            return _page(trouble_page(error, asked), status_of(error))
        return _page(answer_page(finding, asked))

    @app.get("/favicon.ico", include_in_schema=False)
    async def icon() -> Response:
        return Response(ICON, media_type="image/svg+xml", headers={"Cache-Control": "max-age=86400"})

    @app.get("/audits/{audit}", include_in_schema=False)
    async def report(audit: str) -> HTMLResponse:
        return _page(audit_page(await asyncio.to_thread(desk.audit, audit)))


def _json(record: Any) -> JSONResponse:
    return JSONResponse(record)


def _page(html: str, status: int = 200) -> HTMLResponse:
    # The page says its own content security policy in its head, as the report's file does.
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})
