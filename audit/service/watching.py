"""What is audited again and again: folders, lists, feeds and exports of articles, as cron or a timer calls it.

One run at a time holds the archive's lease. New and changed articles are audited; of unchanged ones only those
whose sources are due again, so that a second run with nothing new fetches nothing (but asks a feed whether it has
changed) and changes nothing.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import unicodedata
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from audit.service.auditing import audit_article
from audit.service.bench import Bench, Looker
from audit.service.scanning import Job, Outcome, Scan
from quotations.errors import ConfigError
from quotations.model import Audit, Capture

#: A run that died holds its lease no longer than this; a living one renews it.
LEASE = timedelta(minutes=2)


def run(
    bench: Bench,
    *,
    reports: Callable[[Audit], tuple[str, str]],
    ahead: Callable[[int], None],
    looked: Callable[[Capture], None],
    phase: Callable[[str], None] = lambda _: None,
) -> list[Outcome]:
    """Run every watch once.

    Args:
        bench: what to work with.
        reports: makes the HTML and the JSON of an audit.
        ahead: hears how many sources are to be looked at.
        looked: hears of every source that was looked at.
        phase: hears what is done while nothing is looked at.

    Raises:
        ArchiveBusy: another run holds the lease.
    """
    with bench.archive.lease("watch run", seconds=LEASE.total_seconds()):
        began = bench.now()
        scans = [Scan(Outcome(watch), bench, began) for watch in bench.archive.watches()]
        outcomes = [scan.outcome for scan in scans]
        phase("reading articles")
        for scan in scans:
            scan.files()
        if not any(scan.jobs or scan.pages for scan in scans):
            return outcomes
        pages, sources = sum(len(scan.pages) for scan in scans), sum(scan.sources() for scan in scans)
        ahead(pages + sources)

        async def work(field: Looker) -> None:
            for scan in scans:
                await scan.addresses(field, looked)
            if pages:
                ahead(pages + sum([await asyncio.to_thread(scan.sources) for scan in scans]))
            for scan in scans:
                for job in scan.jobs:
                    audit = await audit_article(job.order, field, bench, progress=looked, phase=phase)
                    _keep(scan.outcome, job, audit, bench, reports)

        bench.run(work, network=pages > 0 or sources > 0 or bool(bench.config.archives))
        return outcomes


def _keep(outcome: Outcome, job: Job, audit: Audit, bench: Bench, reports: Callable[[Audit], tuple[str, str]]) -> None:
    stem = Path(outcome.watch.reports) / report_name(audit, job.place)
    try:
        _write(stem, *reports(audit))
    except OSError as error:
        fault = ConfigError(
            f"the report {stem}.html cannot be written: {error.strerror}",
            hint="make room or mend the folder; the next run writes it",
            subject=str(stem),
        )
        outcome.failed.append((job.key, fault))
        return
    outcome.audits.append(audit)
    # Only now is the file seen: a run that was cut short begins it again.
    bench.archive.set_watch_file(outcome.watch.id, job.key, job.digest, audit.id)


def _write(stem: Path, page: str, record: str) -> None:
    stem.parent.mkdir(parents=True, exist_ok=True)
    for suffix, text in ((".html", page), (".json", record)):
        part = stem.with_name(stem.name + suffix + ".part")
        part.write_text(text, encoding="utf-8")
        part.replace(stem.with_name(stem.name + suffix))


def report_name(audit: Audit, place: str) -> str:
    """The name of an article's report: words of its title, and eight digits of where it stands, always the same."""
    words = unicodedata.normalize("NFKD", audit.article.title or Path(audit.name).stem or "article")
    slug = re.sub(r"[^a-z0-9]+", "-", words.encode("ascii", "ignore").decode().lower()).strip("-")[:60].strip("-")
    return f"{slug or 'article'}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
