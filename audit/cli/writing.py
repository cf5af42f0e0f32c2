"""Audits written one after another to where the answer goes, the next read only when the last is written."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from typing import TextIO

import reports
from audit.cli.session import Session
from quotations.errors import ConfigError
from quotations.model import Audit
from reports.streams import Stream


def write_audits(
    session: Session,
    audits: Iterable[Audit],
    form: str,
    *,
    several: bool,
    links: bool = False,
    by_input: bool = False,
) -> None:
    """Write *audits*, of *links* alone or whole, in the format *form*; whether there are *several* shapes a page.

    With *by_input* those of one file that holds several articles stand together.
    """
    told = reports.stream(form, session.screen(), several=several, links=links, by_input=by_input)
    if told.late:
        _from_aside(session, audits, told)
        return
    with session.writing() as write:
        write(told.head())
        for audit in audits:
            write(told.add(audit))
        write(told.foot())


def _from_aside(session: Session, audits: Iterable[Audit], told: Stream) -> None:
    """Write what goes before the audits once all are known; till then they wait in a file that has no name."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="") as aside:
        _fill(aside, map(told.add, audits))
        with session.writing() as write:
            write(told.head())
            while some := aside.read(1 << 16):
                write(some)
            write(told.foot())


def _fill(aside: TextIO, parts: Iterable[str]) -> None:
    for part in parts:
        try:
            aside.write(part)
        except OSError as error:
            raise _no_room(error) from error
    try:
        aside.seek(0)  # and what waits is written
    except OSError as error:
        raise _no_room(error) from error


def _no_room(error: OSError) -> ConfigError:
    folder = tempfile.gettempdir()
    return ConfigError(
        f"there is no room in {folder} to put the page together: {error.strerror}",
        hint="make room there, or name another folder with TMPDIR",
        subject=folder,
    )
