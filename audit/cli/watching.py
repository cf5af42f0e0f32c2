"""``watch``: what is audited again and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from audit.cli.options import Argument, Option, command
from audit.cli.session import Session
from quotations.errors import CitetrailError
from quotations.model import Audit, Severity

if TYPE_CHECKING:
    from audit.service.scanning import Outcome
    from quotations.judging.news import LinkNews

Target = Annotated[
    str,
    Argument("TARGET", "A folder of saved articles, a file that lists them, a feed or an export, or an address."),
]
Reports = Annotated[Path, Option(("--reports",), "Folder that the reports are written into.", "OUT")]
Id = Annotated[str, Argument("ID", "The watch's id, as `watch list` shows it.")]


def add_watch(session: Session, target: Target, reports: Reports) -> int:
    """Watch a folder of saved articles, a list of files and addresses, a feed or an export, or a page."""
    from audit.service.watched import kind_of, target_of
    from reports.records import as_line

    kind = kind_of(target)
    with session.archive() as archive:
        watch = archive.add_watch(target_of(target), str(reports.resolve()), kind)
    if session.config.format == "json":
        session.emit(as_line({"id": watch.id, "target": watch.target, "reports": watch.reports, "kind": watch.kind}))
    else:
        session.emit(f"watch {watch.id}: the {kind} {watch.target}; reports go to {watch.reports}")
        session.say("`citetrail watch run` audits what is new; call it from cron or a timer")
    return session.exit(Severity.OK)


def list_watches(session: Session) -> int:
    """List what is watched."""
    from reports.records import as_line

    with session.archive() as archive:
        rows = [{"id": w.id, "target": w.target, "reports": w.reports, "kind": w.kind} for w in archive.watches()]
    if session.config.format == "json":
        session.emit(as_line({"watches": rows}))
    elif rows:
        session.emit("\n".join(f"{row['id']:<5} {row['kind']:<7} {row['target']}  → {row['reports']}" for row in rows))
    else:
        session.emit("nothing is watched yet: citetrail watch add FOLDER --reports OUT")
    return session.exit(Severity.OK)


def remove(session: Session, watch: Id) -> int:
    """Watch something no longer; audits and reports stay."""
    with session.archive() as archive:
        archive.remove_watch(watch)
    session.emit(f"watch {watch} is removed; its audits and reports stay")
    return session.exit(Severity.OK)


def run(session: Session) -> int:
    """Audit what is new or changed and what is due again, write the reports, and stop."""
    import reports
    from audit.service import watching
    from audit.service.bench import Bench
    from audit.service.news import news_of
    from crawler.sandbox import Sandbox
    from reports.records import as_line, watch_record, watches_record
    from reports.summary import summarise, weight

    def written(audit: Audit) -> tuple[str, str]:
        return reports.render(audit, "html"), reports.render(audit, "json")

    form = session.format(("terminal", "json"))
    with session.archive() as archive, Sandbox() as sandbox, session.progress("looking at sources") as progress:
        sandbox.start()
        bench = Bench(session.config, sandbox, archive)
        outcomes = watching.run(
            bench,
            reports=written,
            ahead=progress.total,
            looked=lambda capture: progress.step(capture.url),
            phase=progress.phase,
        )
        news = news_of((audit for one in outcomes for audit in one.audits), bench) if form == "terminal" else []
    if form == "json":
        records = [
            watch_record(
                one.watch.id,
                one.watch.target,
                new=one.new,
                changed=one.changed,
                unchanged=one.unchanged,
                failed=one.failed,
                audits=[audit.id for audit in one.audits],
            )
            for one in outcomes
        ]
        session.emit(as_line(watches_record(records)))
    else:
        session.emit("\n".join(_told(outcomes, {one.audit.id: one for one in news})))
    audits = [audit for one in outcomes for audit in one.audits]
    summary = summarise(*audits)
    return session.exit(weight(*audits), unchecked=summary.unchecked > 0 or any(one.failed for one in outcomes))


def _told(outcomes: list[Outcome], news: Mapping[str, LinkNews]) -> Iterator[str]:
    from reports.news import told
    from reports.summary import sentence, summarise

    for one in outcomes:
        counts = f"{one.new} new, {one.changed} changed or due, {one.unchanged} unchanged, {len(one.failed)} failed"
        yield f"watch {one.watch.id} {one.watch.target}: {counts}"
        for audit in one.audits:
            yield f"  audit {audit.id} {audit.article.title or audit.name}: {sentence(summarise(audit))}"
            if words := told(news[audit.id]):
                yield f"    {words}"
        for file, error in one.failed:
            yield f"  {_one_line(error)}" if file in error.message else f"  {file}: {_one_line(error)}"
    if not outcomes:
        yield "nothing is watched yet: citetrail watch add FOLDER --reports OUT"


def _one_line(error: CitetrailError) -> str:
    return error.message + (f" (try: {error.hint})" if error.hint else "")


COMMANDS = (
    command(
        add_watch,
        "watch add",
        examples=(
            "watch add ~/saved --reports ~/reports",
            "watch add https://example.org/feed.xml --reports ~/reports",
        ),
    ),
    command(list_watches, "watch list"),
    command(remove, "watch remove"),
    command(
        run,
        "watch run",
        "archives",
        "kinds",
        "roles",
        "exclude",
        "profile",
        "fail_on",
        "contact",
        "browser",
        examples=("watch run --format json",),
    ),
)
