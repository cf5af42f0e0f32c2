"""``db``: the archive's upkeep."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from audit.cli.options import Argument, command
from audit.cli.session import Exit, Session
from quotations.errors import UsageError
from quotations.model import Severity

if TYPE_CHECKING:
    from storage import Archive

Exported = Annotated[Path, Argument("FILE", "An archive's file, as `db export` and `db backup` write it.")]
Target = Annotated[Path, Argument("FILE", "The copy's file.")]


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
    from audit.cli.progress import by_hundredths

    with session.progress("copying", 100, kept=False) as progress:
        return archive.copy_into(into, by_hundredths(progress, "rows"))


def vacuum(session: Session) -> int:
    """Give back the room of what was taken away."""
    with session.archive(create=False) as archive:
        archive.vacuum()
    session.say("given back: the room of what was taken away")
    return session.exit(Severity.OK)


COMMANDS = (
    command(init, "db init", examples=("db init",)),
    command(check, "db check"),
    command(backup, "db backup", examples=("db backup archive-copy.db",)),
    command(vacuum, "db vacuum"),
    command(export, "db export", examples=("db export archive-copy.db --db postgresql://user@host/citetrail",)),
    command(import_, "db import", examples=("db import archive-copy.db --db postgresql://user@host/citetrail",)),
)
