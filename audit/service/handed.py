"""Looks at sources that stand in a web archive somebody hands in: ``--source EVIDENCE.wacz``.

They are judged as looks, with their own times, statuses and redirects: not as copies that a person supplies, which a
web archive of our own making may hold besides.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePath

from audit.service.bench import Bench
from audit.service.texts import looked
from quotations.errors import DamagedInput, SandboxError
from quotations.judging import Looked
from quotations.model import Article, Capture, LinkState, Target
from quotations.reading.looks.look import HeldLook
from quotations.urls import source_url

#: What the names of such files end in; by their bytes alone a WACZ is as good as a book.
_ENDINGS = (".wacz", ".warc", ".warc.gz")


@dataclass(slots=True)
class Handed:
    """What web archives hold of an article's sources."""

    looks: dict[str, list[Capture]] = field(default_factory=dict)  #: by address, newest first
    by_citation: dict[str, Looked] = field(default_factory=dict)
    by_url: dict[str, Looked] = field(default_factory=dict)
    bare: list[Looked] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  #: of the files


def is_web_archive(name: str) -> bool:
    """Whether a file's name is that of a web archive."""
    return name.lower().endswith(_ENDINGS)


def take(handed: Handed, data: bytes, name: str, article: Article, bench: Bench) -> None:
    """Add to *handed* what the web archive *data* holds of the sources of *article*.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    cited = {citation.id: citation for citation in article.citations}
    urls = {source_url(one.url) for one in cited.values() if one.url and one.target is Target.OK}
    file = PurePath(name).name
    try:
        held = bench.sandbox.looks(data, name=file, urls=sorted(urls))
    except SandboxError as error:
        raise DamagedInput(
            f"{name} could not be read: {error.message}", hint="make it again, with fewer pages", subject=name
        ) from error
    handed.names.append(file)
    for look in held:
        if look.capture.supplied is not None:
            _copy(handed, look, article, bench)
        elif look.capture.memento is None:  # archives' copies are told by the archives' own answers
            handed.looks.setdefault(look.capture.url, []).append(look.capture)
    for captures in handed.looks.values():
        captures.sort(key=lambda one: one.captured_at, reverse=True)


def _copy(handed: Handed, look: HeldLook, article: Article, bench: Bench) -> None:
    """A copy that was handed in before stands for the same citations again."""
    seen = looked(look.capture, bench.sandbox, None)
    if seen.text is None:
        return
    cited = {citation.id for citation in article.citations}
    if look.capture.final_url is not None:
        handed.by_url.setdefault(source_url(look.capture.final_url), seen)
    elif look.citations:
        handed.by_citation |= {number: seen for number in look.citations if number in cited}
    else:
        handed.bare.append(seen)


def with_sources(links: tuple[LinkState, ...], handed: Handed) -> tuple[LinkState, ...]:
    """*links*, each of which says so where it was judged by what was handed in."""
    if not handed.looks:
        return links
    said = f"as recorded in {' and '.join(handed.names)}, which was handed in"
    return tuple(replace(link, evidence=(*link.evidence, said)) if link.url in handed.looks else link for link in links)
