"""Many quotations at once: window after window of lines, files on all workers, addresses through one crawl."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from audit.config import Config
from audit.inputs import Input, is_url, read
from audit.service.bench import Bench, Looker
from audit.service.checking import check_with, citation, given_copy, held_capture
from audit.service.texts import Shelf
from crawler.sandbox import Sandbox
from quotations.errors import CitetrailError, WordsError
from quotations.model import Capture, Finding, Target, Want

Answer = tuple[Finding | None, CitetrailError | None]
#: Quotations of one source that one worker is asked at once; more are shared out.
SHARE = 250


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a batch, or why it is none."""

    id: str | None
    quote: str = ""
    source: str = ""
    error: str = ""

    @classmethod
    def of(cls, text: str) -> Line:
        """The line that *text* (one JSON object) is."""
        try:
            found: Any = json.loads(text)
        except ValueError as error:
            told = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            return cls(None, error=f"this line is no JSON ({told}): {text.strip()[:60]}")
        except RecursionError:
            return cls(None, error="this line is nested too deep")
        if not isinstance(found, dict):
            return cls(None, error=f"this line is no JSON object: {text.strip()[:60]}")
        name = None if found.get("id") is None else str(found["id"])
        quote, source = found.get("quote"), found.get("source")
        if not isinstance(quote, str) or not isinstance(source, str):
            return cls(name, error="this line has no quote or no source")
        return cls(name, quote, source)


@dataclass(frozen=True, slots=True)
class Batch:
    """How a batch is worked on: its settings, who reads files, and who hears of each answer."""

    config: Config
    sandbox: Sandbox
    looking: Callable[[], Bench]  #: makes the bench when a line names an address; files need no archive
    answered: Callable[[Line, Finding | None, CitetrailError | None], None]  #: in the order of the lines
    as_of: date | None = None

    def run(self, windows: Iterator[list[Line]]) -> None:
        """Answer window after window; no more than one is held at a time."""
        self.sandbox.start()
        for window in windows:
            if any(is_url(line.source) for line in window):
                self._crawl(window, windows)
                return
            self._tell(window, self._files(window))

    def _crawl(self, first: list[Line], windows: Iterator[list[Line]]) -> None:
        """The rest of the batch inside one crawl, since a process has only one."""
        bench = self.looking()
        shelf = Shelf()
        second = next(windows, None)
        needed = second is not None or any(one is None for one in self._held(first, bench).values())

        async def job(field: Looker) -> None:
            window, ahead = first, second
            while True:
                given = await asyncio.to_thread(self._files, window) | await self._pages(window, field, bench, shelf)
                self._tell(window, given)
                if ahead is None:
                    return
                window, ahead = ahead, await asyncio.to_thread(next, windows, None)

        bench.run(job, network=needed)

    def _tell(self, window: Sequence[Line], given: dict[int, Answer]) -> None:
        for at, line in enumerate(window):
            self.answered(line, *given[at])

    def _files(self, window: Sequence[Line]) -> dict[int, Answer]:
        """The answers to lines that name files, and to those that are none; each source is read and indexed once."""
        given: dict[int, Answer] = {}
        files: dict[str, list[int]] = defaultdict(list)
        for at, line in enumerate(window):
            if line.error:
                given[at] = None, WordsError(line.error, hint='write {"id": …, "quote": …, "source": …}')
            elif not is_url(line.source):
                files[line.source].append(at)
        shares = [(name, ats[n : n + SHARE]) for name, ats in files.items() for n in range(0, len(ats), SHARE)]

        def one(share: tuple[str, list[int]]) -> None:
            name, ats = share
            found = check_file(name, [window[at].quote for at in ats], self.sandbox, self.config)
            given.update(zip(ats, found, strict=True))

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(one, shares))
        return given

    def _held(self, window: Sequence[Line], bench: Bench) -> dict[str, Capture | None]:
        age = bench.config.age("1h")
        sources = dict.fromkeys(line.source for line in window if not line.error and is_url(line.source))
        return {source: held_capture(citation(source), bench, age) for source in sources}

    async def _pages(self, window: Sequence[Line], field: Looker, bench: Bench, shelf: Shelf) -> dict[int, Answer]:
        """The answers to lines that name addresses, all looked at together."""
        captures = await asyncio.to_thread(self._held, window, bench)
        cited = {source: citation(source, self.as_of) for source in captures}
        wants = [source for source, one in captures.items() if one is None and cited[source].target is Target.OK]
        seen = await field.look([Want(url=cited[source].url or source, why="asked") for source in wants])
        captures |= dict(zip(wants, seen, strict=True))
        given: dict[int, Answer] = {}
        for at, line in enumerate(window):
            if line.source in captures and not line.error:
                try:
                    found = await check_with(
                        field, line.quote, cited[line.source], bench, held=captures[line.source], shelf=shelf
                    )
                    given[at] = found, None
                except CitetrailError as error:
                    given[at] = None, error
        return given


def check_file(source: str, quotes: list[str], sandbox: Sandbox, config: Config) -> list[Answer]:
    """The answers about one file, read, indexed and compared in the sandbox."""
    try:
        data = read(Input("-") if source == "-" else Input(source, Path(source)), config.max_input)
    except CitetrailError as error:
        return [(None, error)] * len(quotes)
    capture = given_copy(data, source, datetime.now(UTC))
    return _asked(data, quotes, capture, sandbox, config)


def _asked(data: bytes, quotes: list[str], capture: Capture, sandbox: Sandbox, config: Config) -> list[Answer]:
    try:
        return [(finding, None) for finding in sandbox.check(data, quotes, capture=capture, profile=config.profile)]
    except CitetrailError as error:
        if len(quotes) == 1:
            return [(None, error)]
    # One of them spoiled it for all: halves find it in few steps.
    half = len(quotes) // 2
    return [
        answer for part in (quotes[:half], quotes[half:]) for answer in _asked(data, part, capture, sandbox, config)
    ]
