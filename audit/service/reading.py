"""Reading saved articles: bytes into the sandbox, articles out, one broken file not the end of a batch."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass

from audit.config import Config
from audit.inputs import Input, read
from crawler.sandbox import Sandbox, jobs
from quotations.errors import CitetrailError, DamagedInput, SandboxError
from quotations.model import Article, Text

#: Files that are read besides the one that is asked for; they are in memory.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one input held: its bytes and articles, or why it could not be read."""

    input: Input
    data: bytes = b""
    articles: tuple[Article, ...] = ()
    error: CitetrailError | None = None


def read_files(
    inputs: Iterable[Input], sandbox: Sandbox, config: Config, *, base_url: str | None = None
) -> Iterator[ReadFile]:
    """Each of *inputs* read, in order; what cannot be read carries its error. Every reader has a file, and another waits."""
    going: deque[Callable[[], ReadFile]] = deque()
    for one in inputs:
        going.append(_begun(one, sandbox, config, base_url))
        if len(going) > _AHEAD:
            yield going.popleft()()
    while going:
        yield going.popleft()()


def _begun(one: Input, sandbox: Sandbox, config: Config, base_url: str | None) -> Callable[[], ReadFile]:
    """Have *one* read, and give what waits for it."""
    try:
        data = read(one, config.max_input)
    except CitetrailError as error:
        failed = ReadFile(one, error=error)
        return lambda: failed
    answer = sandbox.submit(jobs.articles(data, name=one.name, base_url=base_url))

    def ended() -> ReadFile:
        try:
            return ReadFile(one, data, answered(answer, one.name))
        except CitetrailError as error:
            return ReadFile(one, error=error)

    return ended


def answered(answer: Future[tuple[Article, ...]], name: str) -> tuple[Article, ...]:
    """The articles that a reader found; raises InputError, also where the file killed or stalled it."""
    try:
        return answer.result()
    except SandboxError as error:
        raise _stalled(name, error) from error


def source_text(data: bytes, name: str, sandbox: Sandbox) -> Text:
    """The text of a file read as a source is; raises InputError, also where it killed or stalled its reader."""
    try:
        return sandbox.text(data, name=name)
    except SandboxError as error:
        raise _stalled(name, error) from error


def _stalled(name: str, error: SandboxError) -> DamagedInput:
    return DamagedInput(
        f"{name} could not be read: {error.message}",
        hint="save the page again, in another format if need be",
        subject=name,
    )
