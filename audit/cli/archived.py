"""``report`` and ``db``: what the archive holds, and its upkeep."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from audit.cli.options import Argument, Option, command
from audit.cli.session import Exit, Session
from audit.durations import since as moment
from quotations.errors import NotInArchive, UsageError
from quotations.model import Severity

if TYPE_CHECKING:
    from quotations.model import Audit
    from storage import Archive

Audits = Annotated[list[str] | None, Argument("AUDIT…", "Ids of audits; none: list what is held.")]
Since = Annotated[
    str | None,
    Option(("--since",), "Of articles audited since this day, or this long ago: 2026-11-01, 7d.", "DATE"),
]
Collection = Annotated[
    str | None,
    Option(("--collection",), "Of the articles in this folder, or of the watch with this number.", "FOLDER|WATCH"),
]
Every = Annotated[
    bool, Option(("--every",), "With these, every audit that is held, not only the newest of each article.")
]
Exported = Annotated[Path, Argument("FILE", "An archive's file, as `db export` and `db backup` write it.")]
Target = Annotated[Path, Argument("FILE", "The copy's file.")]


def report(
    session: Session,
    audits: Audits = None,
    since: Since = None,
    collection: Collection = None,
    every: Every = False,
) -> int:
    """Write out audits that are held, in any format, from the archive alone."""
    import reports
    from audit.cli.writing import write_audits
    from audit.service.overrides import with_words
    from audit.service.selection import Selection
    from reports.listing import audits_list
    from reports.summary import gravest, weight

    if audits and (since or collection):
        raise UsageError("audits are named and chosen at once", hint="give ids, or --since and --collection")
    with session.archive(create=False) as archive:
        when = moment(since, datetime.now(UTC)) if since else None
        if not audits and when is None and collection is None:
            session.emit(audits_list(archive.audits(), session.format(("terminal", "json"))))
            return session.exit(Severity.OK)
        form = session.format(reports.FORMATS)
        ids = audits or Selection(since=when, collection=collection, every=every).of(archive)
        if not ids:
            told = [f"since {since}" if since else "", f"of {collection}" if collection else ""]
            raise NotInArchive(
                " ".join(["no audit is held", *filter(None, told)]),
                hint="`citetrail report` lists what is held",
                subject=collection or since or "",
            )
        worst: Severity | None = None

        def held() -> Iterator[Audit]:
            nonlocal worst
            for one in ids:
                audit = with_words(archive.audit(one, attributions=form == "json"), archive)
                worst = gravest((worst, weight(audit)))
                yield audit

        write_audits(session, held(), form, several=len(ids) > 1)
    return session.exit(worst)


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


def export(session: Session, target: Target) -> int:
    """Write all that the archive holds into a new file, an archive of its own: from PostgreSQL, too."""
    from storage import Archive

    if target.exists():
        raise UsageError(f"{target} is there already", hint="name a new file", subject=str(target))
    try:
        with session.archive(create=False) as archive, Archive.open(target) as file:
            _copy(session, archive, file)
    except BaseException:
        for name in (target, *(target.with_name(f"{target.name}{end}") for end in ("-wal", "-shm"))):
            name.unlink(missing_ok=True)
        raise
    sys.stdout.write(f"{target}\n")
    return session.exit(Severity.OK)


def import_(session: Session, source: Exported) -> int:
    """Take over all that another archive's file holds, into a new archive: into PostgreSQL, too."""
    from reports.words.phrases import counted
    from storage import Archive

    with Archive.open(source, create=False) as file, session.archive() as archive:
        rows = _copy(session, file, archive)
    sys.stdout.write(f"{session.config.archive}\n")
    session.say(f"taken over: {counted(rows, 'row')}")
    return session.exit(Severity.OK)


def _copy(session: Session, archive: Archive, into: Archive) -> int:
    with session.progress("copying", 100, kept=False) as progress:
        percent = 0

        def step(done: int, whole: int) -> None:
            nonlocal percent
            for _ in range(percent, 100 * done // whole):
                progress.step(f"{done:,} of {whole:,} rows")
            percent = 100 * done // whole

        return archive.copy_into(into, step)


def vacuum(session: Session) -> int:
    """Give back the room of what was taken away."""
    with session.archive(create=False) as archive:
        archive.vacuum()
    session.say("given back: the room of what was taken away")
    return session.exit(Severity.OK)


COMMANDS = (
    command(
        report,
        "report",
        "fail_on",
        examples=(
            "report",
            "report 12 --format html -o report.html",
            "report --since 7d",
            "report --collection ~/saved --format html -o collection.html",
        ),
    ),
    command(init, "db init", examples=("db init",)),
    command(check, "db check"),
    command(backup, "db backup", examples=("db backup archive-copy.db",)),
    command(vacuum, "db vacuum"),
    command(export, "db export", examples=("db export archive-copy.db --db postgresql://user@host/citetrail",)),
    command(import_, "db import", examples=("db import archive-copy.db --db postgresql://user@host/citetrail",)),
)
