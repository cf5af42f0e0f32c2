"""Many quotations at once: files straight to the sandbox's workers, addresses through one look."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from audit.config import Config
from audit.inputs import Input, is_url, read
from audit.service.bench import Bench, Looker
from audit.service.checking import check_with, citation, given_copy, held_capture
from crawler.sandbox import Sandbox
from quotations.errors import CitetrailError, WordsError
from quotations.model import Capture, Finding, Target, Want

Answer = tuple[Finding | None, CitetrailError | None]


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
            return cls(None, error=f"this line is no JSON: {error}")
        if not isinstance(found, dict):
            return cls(None, error="this line is no JSON object")
        name = None if found.get("id") is None else str(found["id"])
        quote, source = found.get("quote"), found.get("source")
        if not isinstance(quote, str) or not isinstance(source, str):
            return cls(name, error="this line has no quote or no source")
        return cls(name, quote, source)


def answers(
    lines: list[Line], config: Config, looking: Callable[[], Bench], progress: Callable[[str], None]
) -> Iterator[tuple[Line, Finding | None, CitetrailError | None]]:
    """An answer for each of *lines*, in order; each source is read and indexed once.

    Args:
        lines: what to check.
        config: settings of the run.
        looking: makes the bench when a line names an address; files need no archive.
        progress: told each source that is done.
    """
    given: list[Answer | None] = [None] * len(lines)
    files: dict[str, list[int]] = defaultdict(list)
    pages: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.error:
            given[at] = None, WordsError(line.error, hint='write {"id": …, "quote": …, "source": …}')
        else:
            (pages if is_url(line.source) else files)[line.source].append(at)

    def one(source: str) -> None:
        found = check_file(source, [lines[at].quote for at in files[source]], sandbox, config)
        for at, answer in zip(files[source], found, strict=True):
            given[at] = answer
        progress(source)

    with Sandbox(workers=2) as sandbox, ThreadPoolExecutor(4) as pool:
        sandbox.start()
        list(pool.map(one, files))
    if pages:
        for at, answer in _pages(pages, lines, looking(), progress).items():
            given[at] = answer
    for line, told in zip(lines, given, strict=True):
        assert told is not None
        yield (line, *told)


def check_file(source: str, quotes: list[str], sandbox: Sandbox, config: Config) -> list[Answer]:
    """The answers about one file, read, indexed and compared in the sandbox."""
    try:
        data = read(Input("-") if source == "-" else Input(source, Path(source)), config.max_input)
    except CitetrailError as error:
        return [(None, error)] * len(quotes)
    capture = given_copy(data, source, datetime.now(UTC))
    try:
        return [(finding, None) for finding in sandbox.check(data, quotes, capture=capture, profile=config.profile)]
    except CitetrailError as error:
        if len(quotes) == 1:
            return [(None, error)]
    # One of them spoiled it for all: each is asked alone.
    return [check_file(source, [quote], sandbox, config)[0] for quote in quotes]


def _pages(
    pages: dict[str, list[int]], lines: list[Line], bench: Bench, progress: Callable[[str], None]
) -> dict[int, Answer]:
    """The answers about addresses, all looked at in one crawl."""
    age = bench.config.age("1h")
    cited = {source: citation(source) for source in pages}
    held = {source: held_capture(one, bench, age) for source, one in cited.items()}

    async def job(field: Looker) -> dict[int, Answer]:
        wants = [s for s in pages if held[s] is None and cited[s].target is Target.OK]
        seen = await field.look(
            [Want(url=cited[s].url or s, why="asked") for s in wants], progress=lambda capture: progress(capture.url)
        )
        captures = held | dict(zip(wants, seen, strict=True))
        found: dict[int, Answer] = {}
        for source, ats in pages.items():
            for at in ats:
                found[at] = await _one(field, lines[at].quote, source, captures[source])
        return found

    async def _one(field: Looker, words: str, source: str, capture: Capture | None) -> Answer:
        try:
            return await check_with(field, words, cited[source], bench, held=capture), None
        except CitetrailError as error:
            return None, error

    return bench.run(job, network=any(one is None for one in held.values()))
