"""``report``: what the archive holds, written out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from audit.cli.options import Argument, Option, command
from audit.cli.session import Session
from audit.durations import since as moment
from quotations.errors import NotInArchive, UsageError
from quotations.model import Severity

if TYPE_CHECKING:
    from quotations.model import Audit

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
)
