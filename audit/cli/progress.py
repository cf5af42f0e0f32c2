"""A bar on standard error for long work; nothing where nobody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol


class Progress(Protocol):
    """What long work reports to."""

    def total(self, count: int) -> None:
        """So many steps are ahead in all."""

    def step(self, words: str = "") -> None:
        """One more step is done; *words* say what it was."""

    def phase(self, what: str) -> None:
        """From now on something else is done, which nobody counts."""


class Counted:
    """A progress that knows how far it came, for who must say so when the work is cut short."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self.ahead = 0
        self.done = 0

    def total(self, count: int) -> None:
        """As `Progress.total`."""
        self.ahead = count
        self._shown.total(count)

    def step(self, words: str = "") -> None:
        """As `Progress.step`."""
        self.done += 1
        self._shown.step(words)

    def phase(self, what: str) -> None:
        """As `Progress.phase`."""
        self._shown.phase(what)


def by_hundredths(shown: Progress, what: str) -> Callable[[int, int], None]:
    """A step for work whose pieces are too many to be shown each: it takes how many are done, and of how many."""
    percent = 0

    def step(done: int, whole: int) -> None:
        nonlocal percent
        shown.total(100)
        for _ in range(percent, 100 * done // whole):
            shown.step(f"{done:,} of {whole:,} {what}")
        percent = 100 * done // whole

    return step


class _Silent:
    def total(self, count: int) -> None:
        pass

    def step(self, words: str = "") -> None:
        pass

    def phase(self, what: str) -> None:
        pass


@contextmanager
def watch(what: str, total: int | None, *, seen: bool) -> Iterator[Progress]:
    """A progress that is shown while the block runs when it can be *seen*."""
    if not seen:
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[last]}[/dim]"),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, last="")

        class Shown:
            def total(self, count: int) -> None:
                bar.update(task, total=count)

            def step(self, words: str = "") -> None:
                done = bar.tasks[task]
                # Archives are asked for more than could be counted before.
                total = done.completed + 1 if done.total is not None and done.completed >= done.total else done.total
                bar.update(task, advance=1, total=total, description=what, last=words[:60].replace("[", "\\["))

            def phase(self, what: str) -> None:
                bar.update(task, description=what.replace("[", "\\["), last="", refresh=True)

        yield Shown()
