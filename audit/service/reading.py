"""Reading saved articles: bytes into the sandbox, articles out, one broken file not the end of a batch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from audit.config import Config
from audit.inputs import Input, read
from crawler.sandbox import Sandbox
from quotations.errors import CitetrailError, DamagedInput, SandboxError
from quotations.model import Article, Text


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one input held: its bytes and articles, or why it could not be read."""

    input: Input
    data: bytes = b""
    articles: tuple[Article, ...] = ()
    error: CitetrailError | None = None


def read_files(
    inputs: list[Input], sandbox: Sandbox, config: Config, *, base_url: str | None = None
) -> Iterator[ReadFile]:
    """Each of *inputs* read, in order; what cannot be read carries its error."""
    for one in inputs:
        yield read_file(one, sandbox, config, base_url=base_url)


def read_file(one: Input, sandbox: Sandbox, config: Config, *, base_url: str | None = None) -> ReadFile:
    """One input read, or why it could not be."""
    try:
        data = read(one, config.max_input)
        return ReadFile(one, data, articles(data, one.name, sandbox, base_url=base_url))
    except CitetrailError as error:
        return ReadFile(one, error=error)


def articles(
    data: bytes, name: str, sandbox: Sandbox, *, base_url: str | None = None, charset: str | None = None
) -> tuple[Article, ...]:
    """The articles in *data*; raises InputError, also where the file killed or stalled its reader."""
    try:
        return sandbox.articles(data, name=name, base_url=base_url, charset=charset)
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
