"""Copies of sources that a person supplies: ``--source [N=|URL=]FILE|URL``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audit.inputs import Input, is_url, read
from audit.service.bench import Bench
from audit.service.checking import given_copy
from audit.service.handed import Handed, is_web_archive, take
from audit.service.texts import text_of
from quotations.errors import UnknownFormat, UsageError
from quotations.judging import Looked
from quotations.model import Article, Text
from quotations.urls import source_url

_NUMBERED = re.compile(r"(\d{1,6})=(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Supplied:
    """Copies in place of sources: by citation, by address, and bare ones that may only find."""

    by_citation: dict[str, Looked] = field(default_factory=dict)
    by_url: dict[str, Looked] = field(default_factory=dict)
    bare: tuple[Looked, ...] = ()
    instead: dict[str, str] = field(default_factory=dict)  #: citation id → address to look at in its place
    handed: Handed = field(default_factory=Handed)  #: looks out of web archives


def supplied(given: Sequence[str], article: Article, bench: Bench) -> Supplied:
    """Read the copies that *given* names.

    Raises:
        UsageError: a citation number that the article does not have.
        MissingInput, EmptyInput, InputTooLarge, UnknownFormat: the copy cannot be read.
    """
    found = Supplied()
    bare: list[Looked] = []
    numbers = {citation.id for citation in article.citations}
    for words in given:
        number, address, copy = _parts(words)
        if number is not None and number not in numbers:
            raise UsageError(
                f"the article has no citation {number}",
                hint=f"it has {len(numbers)}: `citetrail read` lists them",
                subject=words,
            )
        if number is not None and is_url(copy):
            found.instead[number] = copy
        elif number is not None:
            cited = article.citation(number).url
            found.by_citation[number] = _copy(copy, bench, url=cited)
        elif address is not None:
            found.by_url[source_url(address)] = _copy(copy, bench, url=address)
        elif is_web_archive(copy):
            take(found.handed, read(Input(copy, Path(copy)), bench.config.max_input), copy, article, bench)
        else:
            bare.append(_copy(copy, bench, url=None))
    handed = found.handed
    return Supplied(
        handed.by_citation | found.by_citation,
        handed.by_url | found.by_url,
        (*bare, *handed.bare),
        found.instead,
        handed,
    )


def _parts(words: str) -> tuple[str | None, str | None, str]:
    """Citation number, address, and the copy that *words* name."""
    if (numbered := _NUMBERED.fullmatch(words)) and not Path(words).exists():
        return numbered[1], None, numbered[2]
    if is_url(words):
        # The address may hold = signs itself; the copy is what stands after the last one that names a file.
        for at in range(len(words) - 1, 0, -1):
            if words[at] == "=" and Path(words[at + 1 :]).is_file():
                return None, words[:at], words[at + 1 :]
        raise UsageError(
            f"{words} names no file",
            hint="write --source URL=FILE, or N=URL to look there instead of citation N",
            subject=words,
        )
    return None, None, words


def _copy(name: str, bench: Bench, *, url: str | None) -> Looked:
    data = read(Input(name, Path(name)), bench.config.max_input)
    capture = given_copy(data, name, bench.now(), url=url)
    text: Text | None = text_of(capture, bench.sandbox, None)
    if text is None:
        raise UnknownFormat(
            f"{name} is in no format that is read as a source", hint="save it as HTML, PDF or text", subject=name
        )
    return Looked(capture=capture, text=text)
