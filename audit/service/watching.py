"""What is audited again and again: folders and lists of saved articles, as cron or a timer calls it.

One run at a time holds the archive's lease. New and changed articles are audited; of unchanged ones only those
whose sources are due again, so that a second run with nothing new fetches nothing and changes nothing.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from audit.inputs import Input, folder, is_url, read
from audit.service.auditing import audit_article, due
from audit.service.bench import Bench, Looker
from audit.service.order import Order
from audit.service.reading import articles
from quotations.errors import CitetrailError, ConfigError, MissingInput, UsageError
from quotations.model import Audit, Capture
from storage import Watch

#: A good capture is looked at again after so long, a failure after so long.
GOOD, FAILED = timedelta(days=30), timedelta(hours=6)
#: A run that died holds its lease no longer than this; a living one renews it.
LEASE = timedelta(minutes=2)


@dataclass(slots=True)
class Outcome:
    """What one watch met in one run."""

    watch: Watch
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: list[tuple[str, CitetrailError]] = field(default_factory=list)
    audits: list[Audit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Job:
    """One article of a watch that is to be audited, and the file it stands in."""

    order: Order
    file: str
    digest: str
    place: int


def kind_of(target: Path) -> str:
    """Whether *target* is a folder or a list of saved articles; raises MissingInput or UsageError."""
    if target.is_dir():
        return "folder"
    if not target.exists():
        raise MissingInput(
            f"there is nothing at {target}",
            hint="name a folder, or a file that lists saved articles",
            subject=str(target),
        )
    if not list(entries(target)):
        raise UsageError(
            f"{target} lists nothing", hint="write one file or folder a line; # begins a comment", subject=str(target)
        )
    return "list"


def entries(path: Path) -> Iterator[str]:
    """The lines of a list that name something, relative names taken from the list's own folder."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} is no list: {error}", hint="a list is UTF-8 text, one file or folder a line", subject=str(path)
        ) from error
    for line in lines:
        name = line.strip()
        if name and not name.startswith("#"):
            yield name if is_url(name) else str(path.parent / Path(name).expanduser())


def run(
    bench: Bench,
    *,
    reports: Callable[[Audit], tuple[str, str]],
    ahead: Callable[[int], None],
    looked: Callable[[Capture], None],
) -> list[Outcome]:
    """Run every watch once.

    Args:
        bench: what to work with.
        reports: makes the HTML and the JSON of an audit.
        ahead: hears how many sources are to be looked at.
        looked: hears of every source that was looked at.

    Raises:
        ArchiveBusy: another run holds the lease.
    """
    with bench.archive.lease("watch run", seconds=LEASE.total_seconds()):
        outcomes = [Outcome(watch) for watch in bench.archive.watches()]
        jobs: list[tuple[Outcome, _Job]] = []
        for outcome in outcomes:
            jobs += [(outcome, job) for job in _scan(outcome, bench)]
        if not jobs:
            return outcomes

        async def work(field: Looker) -> None:
            for outcome, job in jobs:
                audit = await audit_article(job.order, field, bench, progress=looked)
                _keep(outcome, job, audit, bench, reports)

        sources = sum(len(due(job.order, bench)) for _, job in jobs)
        ahead(sources)
        bench.run(work, network=sources > 0 or bool(bench.config.archives))
        return outcomes


def _keep(outcome: Outcome, job: _Job, audit: Audit, bench: Bench, reports: Callable[[Audit], tuple[str, str]]) -> None:
    stem = Path(outcome.watch.reports) / report_name(audit, f"{job.file}#{job.place}")
    try:
        _write(stem, *reports(audit))
    except OSError as error:
        fault = ConfigError(
            f"the report {stem}.html cannot be written: {error.strerror}",
            hint="make room or mend the folder; the next run writes it",
            subject=str(stem),
        )
        outcome.failed.append((job.file, fault))
        return
    outcome.audits.append(audit)
    # Only now is the file seen: a run that was cut short begins it again.
    bench.archive.set_watch_file(outcome.watch.id, job.file, job.digest, audit.id)


def _write(stem: Path, page: str, record: str) -> None:
    stem.parent.mkdir(parents=True, exist_ok=True)
    for suffix, text in ((".html", page), (".json", record)):
        part = stem.with_name(stem.name + suffix + ".part")
        part.write_text(text, encoding="utf-8")
        part.replace(stem.with_name(stem.name + suffix))


def _scan(outcome: Outcome, bench: Bench) -> Iterator[_Job]:
    """The articles of one watch that must be audited now; counts go into *outcome*."""
    seen = bench.archive.watch_files(outcome.watch.id)
    for one in _inputs(outcome):
        try:
            if one.url is not None:
                raise UsageError(
                    "an address is no saved article", hint="save the page and list the file", subject=one.url
                )
            data = read(one, bench.config.max_input)
            digest = hashlib.sha256(data).hexdigest()
            known = seen.get(one.name)
            found = articles(data, one.name, bench.sandbox)
        except CitetrailError as error:
            outcome.failed.append((one.name, error))
            continue
        orders = [Order(article=a, data=data, name=one.name, good=GOOD, failed=FAILED) for a in found]
        if known is not None and known.digest == digest:
            again = [(at, order) for at, order in enumerate(orders) if due(order, bench)]
            outcome.unchanged += len(orders) - len(again)
            outcome.changed += len(again)
        else:
            again = list(enumerate(orders))
            outcome.new += len(orders) if known is None else 0
            outcome.changed += len(orders) if known is not None else 0
        yield from (_Job(order, one.name, digest, at) for at, order in again)


def _inputs(outcome: Outcome) -> Iterator[Input]:
    """The files of a watch; what is missing is told and not the end."""
    target = Path(outcome.watch.target)
    try:
        named = [str(target)] if outcome.watch.kind == "folder" else list(entries(target))
    except CitetrailError as error:
        outcome.failed.append((str(target), error))
        return
    for name in named:
        path = Path(name)
        if is_url(name):
            yield Input(name, url=name)
        elif path.is_dir():
            yield from folder(path)
        elif path.is_file():
            yield Input(name, path)
        else:
            outcome.failed.append(
                (name, MissingInput(f"there is no file {name}", hint="take it off the list", subject=name))
            )


def report_name(audit: Audit, place: str) -> str:
    """The name of an article's report: words of its title, and eight digits of where it stands, always the same."""
    words = unicodedata.normalize("NFKD", audit.article.title or Path(audit.name).stem or "article")
    slug = re.sub(r"[^a-z0-9]+", "-", words.encode("ascii", "ignore").decode().lower()).strip("-")[:60].strip("-")
    return f"{slug or 'article'}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
