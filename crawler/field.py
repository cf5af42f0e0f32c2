"""What a job has of the crawl: it asks to have sources looked at, and gets one capture for each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from crawler.budget import Budget
from crawler.hostrules import Rules, host_of
from crawler.options import CrawlSettings
from crawler.spiders.sources import SourceSpider
from quotations.model import Capture, Failure, Want
from quotations.model.errand import Errand

Progress = Callable[[Capture], None]


class Field:
    """The open crawl. Made by `crawler.run.run`, which gives it to the job.

    Args:
        spider: the spider that follows.
        options: the run's settings.
        admitted: whether a host is known to be an address that a person admitted.
    """

    def __init__(self, spider: SourceSpider, options: CrawlSettings, admitted: Callable[[str], bool]) -> None:
        self._spider = spider
        self._options = options
        self._admitted = admitted
        self._rules = Rules(options.hosts, options.exclude)
        self._stops: list[Callable[[], None]] = []
        self.budget = self.new_budget()

    def new_budget(self) -> Budget:
        """A budget of its own for one of several runs that share this field, as a server's requests do."""
        anonymous = 0 if self._options.contact else self._options.max_anonymous
        return Budget(self._options.max_sources, anonymous, self._options.max_per_host, self._rules)

    async def look(
        self,
        wants: Iterable[Want],
        *,
        progress: Progress | None = None,
        earlier: Mapping[str, Capture] | None = None,
        budget: Budget | None = None,
    ) -> list[Capture]:
        """Look at each want's source; one capture a want, in order, success or failure.

        Each is in the archive, with its id and without its body, before this returns; one that was no look (blocked
        by the guard, interrupted, over the budget, refused by a person's rules) is not, and has no id. Without an archive none has an id, and each
        has its body. One address that is wanted twice is asked for once. What the budget does not cover fails as
        `Failure.BUDGET`.

        Args:
            wants: what to look at.
            progress: called once a want as its capture is kept.
            earlier: captures by address; where the source has not changed since, the server need not send it again.
            budget: instead of the run's.

        Raises:
            ArchiveError: a capture could not be kept.
            CrawlError: this machine ran short of something.
        """
        asked = [self._ask(want, (earlier or {}).get(want.url), budget or self.budget) for want in wants]
        if progress is not None:
            for one in asked:
                one.add_done_callback(lambda done: _report(done, progress))
        try:
            if asked:  # who stops waiting here does not stop those who ask for the same
                done, _ = await asyncio.wait(set(asked), return_when=asyncio.FIRST_EXCEPTION)
                for one in done:
                    one.result()
            return [one.result() for one in asked]
        finally:
            for one in asked:
                one.add_done_callback(_seen)

    def on_stop(self, callback: Callable[[], None]) -> None:
        """Have *callback* called at the first signal, instead of the job's being cancelled.

        Looks that are under way then end as `Failure.INTERRUPTED`, and so do later ones.
        """
        self._stops.append(callback)

    def stop_callbacks(self) -> list[Callable[[], None]]:
        """What is called at the first signal."""
        return list(self._stops)

    def _ask(self, want: Want, earlier: Capture | None, budget: Budget) -> asyncio.Future[Capture]:
        url, errand = want.url, want if isinstance(want, Errand) else None
        now = datetime.now(UTC)
        refusal = self._rules.refusal(url, now.date())
        counted = refusal is None and errand is None
        put_off = budget.take(url, admitted=self._admitted(host_of(url))) if counted else None
        if refusal is None and put_off is None:
            return self._spider.inbox.take(url, earlier, errand, render=want.render)
        failure = Failure.NOT_FOLLOWED if refusal else Failure.BUDGET
        answer: asyncio.Future[Capture] = asyncio.get_running_loop().create_future()
        answer.set_result(Capture(url=url, captured_at=now, failure=failure, detail=refusal or put_off or ""))
        return answer


def _report(done: asyncio.Future[Capture], progress: Progress) -> None:
    if not done.cancelled() and done.exception() is None and done.result().failure is not Failure.INTERRUPTED:
        progress(done.result())


def _seen(done: asyncio.Future[Capture]) -> None:
    if not done.cancelled():
        done.exception()
