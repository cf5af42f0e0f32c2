"""``report`` and ``db``: what the archive holds, and its upkeep."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from audit.cli.options import Argument, Option, command
from audit.cli.session import Exit, Session
from audit.durations import since as moment
from quotations.errors import NotInArchive
from quotations.model import Severity

Audits = Annotated[list[str] | None, Argument("AUDIT…", "Ids of audits; none: list what is held.")]
Since = Annotated[
    str | None, Option(("--since",), "Every audit since this day, or this long ago: 2026-11-01, 7d.", "DATE")
]
Target = Annotated[Path, Argument("FILE", "The copy's file.")]


def report(session: Session, audits: Audits = None, since: Since = None) -> int:
    """Write out audits that are held, in any format, from the archive alone."""
    import reports
    from audit.service.overrides import with_words
    from reports.listing import audits_list
    from reports.summary import weight

    with session.archive(create=False) as archive:
        when = moment(since, datetime.now(UTC)) if since else None
        if not audits and when is None:
            session.emit(audits_list(archive.audits(), session.format(("terminal", "json"))))
            return session.exit(Severity.OK)
        form = session.format(reports.FORMATS)
        ids = audits or [row.id for row in archive.audits(since=when)]
        if not ids:
            raise NotInArchive(
                f"no audit is held since {since}", hint="`citetrail report` lists what is held", subject=since or ""
            )
        held = [with_words(archive.audit(one), archive) for one in ids]
    session.emit(reports.render(held, form, session.screen()))
    return session.exit(weight(*held))


def init(session: Session) -> int:
    """Make the archive, or bring it to this version."""
    with session.archive():
        sys.stdout.write(f"{session.config.archive}\n")
    return session.exit(Severity.OK)


def check(session: Session) -> int:
    """Check that the archive is whole."""
    with session.archive(create=False) as archive:
        faults = archive.check()
    sys.stdout.write("\n".join(faults) + "\n" if faults else "the archive is whole\n")
    return Exit.FINDINGS if faults else Exit.CLEAN


def backup(
    session: Session,
    target: Target,
) -> int:
    """Copy the archive while it may be in use."""
    with session.archive(create=False) as archive:
        archive.backup(target)
    sys.stdout.write(f"{target}\n")
    return session.exit(Severity.OK)


def vacuum(session: Session) -> int:
    """Give back the room of what was taken away."""
    with session.archive(create=False) as archive:
        archive.vacuum()
    return session.exit(Severity.OK)


COMMANDS = (
    command(
        report, "report", "fail_on", examples=("report", "report 12 --format html -o report.html", "report --since 7d")
    ),
    command(init, "db init", examples=("db init",)),
    command(check, "db check"),
    command(backup, "db backup", examples=("db backup archive-copy.db",)),
    command(vacuum, "db vacuum"),
)
