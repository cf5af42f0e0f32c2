"""Which articles of a watch are to be audited now: the new, the changed, and those whose sources are due again."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from audit.inputs import Input, read
from audit.service.auditing import due
from audit.service.bench import Bench, Looker
from audit.service.collection import Request, ordered
from audit.service.order import Order, Page
from audit.service.pages import read_pages
from audit.service.reading import ReadFile, read_files
from audit.service.watched import inputs
from quotations.errors import CitetrailError
from quotations.model import Article, Audit, Capture, State
from storage import Watch

#: A good capture is looked at again after so long, a failure after so long.
GOOD, FAILED = timedelta(days=30), timedelta(hours=6)


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
class Job:
    """One article of a watch that is to be audited."""

    order: Order
    key: str  #: by which the watch knows it: its file or address, and which article of it where there are several
    digest: str
    place: str  #: what its report is named after
    due: int | None = None  #: how many of its sources are, where that was asked already


class Scan:
    """Goes through what one watch looks at; the counts go into its outcome.

    Args:
        outcome: of the watch.
        bench: what to work with.
        began: when the run began, for all its watches.
    """

    def __init__(self, outcome: Outcome, bench: Bench, began: datetime) -> None:
        self.outcome = outcome
        self.jobs: list[Job] = []
        self.pages: list[Page] = []  #: addresses that are still to be read
        self._bench = bench
        self._began = began
        self._seen = bench.archive.watch_files(outcome.watch.id)

    def files(self) -> None:
        """Read what stands on this machine; addresses are left to `addresses`."""
        for file in read_files(self._to_read(), self._bench.sandbox, self._bench.config):
            self._take(file)

    def _to_read(self) -> Iterator[Input]:
        """The files that are not as they were, or whose sources are due."""
        for one in inputs(self.outcome.watch, self.outcome.failed):
            if one.url is not None:
                self.pages.append(Page(url=one.url))
            elif self._rests(one):
                self.outcome.unchanged += 1
            else:
                yield one

    def _rests(self, file: Input) -> bool:
        """Whether a file of one article is as it was, and none of its sources is due: it need not be read again."""
        known = self._seen.get(file.name)
        if known is None or known.audit is None:
            return False
        try:
            if hashlib.sha256(read(file, self._bench.config.max_input)).hexdigest() != known.digest:
                return False
            article = self._bench.archive.audited_article(known.audit)
        except CitetrailError:  # told when it is read
            return False
        return not self._due(Order(article=article, data=b"", name=file.name, good=GOOD, failed=FAILED), known.audit)

    async def addresses(self, field: Looker, looked: Callable[[Capture], None]) -> None:
        """Read what stands at addresses, then the pages that a feed or an export names or only begins."""
        # A feed is asked in each run whether it has changed; an article that was read stays read.
        now = self._bench.now() - self._began
        await self._read([page for page in self.pages if not page.named_by], field, looked, good=now, failed=now)
        await self._read([page for page in self.pages if page.named_by], field, looked, good=GOOD, failed=FAILED)

    def sources(self) -> int:
        """How many sources of the articles found so far are due."""
        self.jobs = [one if one.due is not None else self._asked(one) for one in self.jobs]
        return sum(one.due or 0 for one in self.jobs)

    async def _read(
        self,
        pages: list[Page],
        field: Looker,
        looked: Callable[[Capture], None],
        *,
        good: timedelta,
        failed: timedelta,
    ) -> None:
        files = await read_pages(pages, field, self._bench, good=good, failed=failed, progress=looked)
        for page, file in zip(pages, files, strict=True):
            await asyncio.to_thread(self._take, file, follow=not page.named_by)

    def _take(self, file: ReadFile, *, follow: bool = True) -> None:
        """Weigh the articles of *file*; to *follow* leaves pages in place of those that it only names or begins."""
        name = file.input.url or file.input.name
        if file.error is not None:
            self.outcome.failed.append((name, file.error))
        made = ordered(file, Request(good=GOOD, failed=FAILED), self._bench, follow=follow)
        self.pages += [one for one in made if isinstance(one, Page)]
        for at, one in enumerate(made):
            if isinstance(one, Page):
                continue
            entry = f"{name}#{one.article.url or one.article.title or at}"
            # A feed of one entry may have two tomorrow, and an export that had two may have one.
            alone = len(made) == 1 and one.article.format != "feed" and entry not in self._seen
            # The bytes of a page differ at every fetch; its article does not.
            whole = alone and file.input.url is None
            digest = hashlib.sha256(file.data).hexdigest() if whole else _digest(one.article)
            self._weigh(Job(one, name if alone else entry, digest, f"{name}#0" if alone else entry))

    def _weigh(self, job: Job) -> None:
        """Have *job* done if its article is new or changed, or its sources are due."""
        known = self._seen.get(job.key)
        if known is None:
            self.outcome.new += 1
        elif known.digest != job.digest or (job := self._asked(job)).due:
            self.outcome.changed += 1
        else:
            self.outcome.unchanged += 1
            return
        self.jobs.append(job)

    def _asked(self, job: Job) -> Job:
        known = self._seen.get(job.key)
        return replace(job, due=self._due(job.order, known.audit if known else None))

    def _due(self, order: Order, audit: str | None) -> int:
        """How many sources of an article are due of which its last *audit* did not find that we would not ask them.

        What the address guard refuses is kept nowhere, and so always due; it alone is no reason to audit again, as
        long as no other address is admitted.
        """
        urls = set(due(order, self._bench))
        if not urls or audit is None:
            return len(urls)
        last = self._bench.archive.audit(audit, attributions=False)
        same = (last.run.get("admitted") or "") == " ".join(self._bench.config.allow_address)
        if same and self._bench.now() - last.audited_at < GOOD:
            urls -= {link.url for link in last.links if link.state is State.BLOCKED_ADDRESS and link.url}
        return len(urls)


def _digest(article: Article) -> str:
    """What makes an article another one: its words, and where its links lead."""
    said = [article.title or "", article.text, *(one.href or "" for one in article.citations)]
    return hashlib.sha256("\0".join(said).encode("utf-8", "replace")).hexdigest()
