"""``evidence``: one audit and all that it rests on as one file, to hand over, replay and judge again."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePath
from typing import Annotated

from audit.cli.options import Argument, command
from audit.cli.session import Session, whole
from quotations.model import Severity

AuditId = Annotated[str, Argument("AUDIT", "Id of an audit; `citetrail report` lists them.")]

#: The form, by what the file's name ends in; the first where nobody says.
_FORMS = {"wacz": ".wacz", "warc": ".warc.gz"}


def evidence(session: Session, audit: AuditId) -> int:
    """Write all that an audit rests on into one file, a WACZ: what was asked, what answered, what was found.

    It replays in ReplayWeb.page and pywb, and `citetrail audit ARTICLE --source FILE --offline` judges by it again.
    """
    from audit.service.evidence import dossier
    from reports.evidence import write_wacz, write_warc
    from reports.words.evidence import told

    form = _form(session)
    with session.archive(create=False) as archive:
        held = dossier(audit, archive)
        path = session.output or Path(_name(held.name, audit) + _FORMS[form])
        with session.progress("writing evidence") as progress, whole(path) as file:
            progress.total(held.expected)
            write = write_wacz if form == "wacz" else write_warc
            account = write(held, file.buffer, progress.step)
    sys.stdout.write(f"{path}\n" if session.config.quiet else told(str(path), path.stat().st_size, account))
    return session.exit(Severity.OK)


def _form(session: Session) -> str:
    """The form asked for, else the one that the file's name says."""
    if session.config.format != "terminal":
        return session.format(tuple(_FORMS))
    name = session.output.name if session.output is not None else ""
    return "warc" if name.endswith((".warc", ".warc.gz")) else "wacz"


def _name(article: str, audit: str) -> str:
    stem = re.sub(r"[^\w.-]+", "-", PurePath(article).stem)[:60].strip("-.")
    return f"{stem or 'article'}-audit-{audit}"


COMMANDS = (
    command(
        evidence,
        "evidence",
        examples=("evidence 12", "evidence 12 -o report-2026.wacz", "evidence 12 --format warc"),
    ),
)
