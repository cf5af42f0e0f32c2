"""The child's side of each job: bytes and arguments in, JSON out.

Imports stand inside the doors: a child that reads one plain file never loads what a PDF or an article needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quotations.codec import decode, encode
from quotations.model import Text

Door = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """An answer with bytes that travel beside its JSON."""

    answer: Any
    data: tuple[bytes, ...]


#: What the containers of books and office documents begin with.
ZIP = b"PK\x03\x04"


def articles(data: bytes, *, name: str | None, base_url: str | None, charset: str | None = None) -> Any:
    """The articles that a saved document holds."""
    from quotations.reading import read_articles

    if charset:
        from quotations.text.decoding import decode as characters

        # What an answer says of its characters goes before what the page says of them, as in a browser.
        data = characters(data, charset)[0].encode("utf-8-sig", "replace")
    return encode(read_articles(data, name=name, base_url=base_url))


def text(data: bytes, **arguments: Any) -> Any:
    """What a source says."""
    return encode(_source(data, **arguments))


def _source(data: bytes, **arguments: Any) -> Text:
    """A source's text; only books and office documents are read as articles are."""
    if data.startswith(ZIP) and not arguments.get("truncated"):
        from quotations.reading.packaged import text_of_package

        return text_of_package(data, name=arguments.get("name"))
    from quotations.text import read_text

    return read_text(data, **arguments)


def check(data: bytes, *, quotes: list[str], capture: Any, link: Any, profile: str) -> Any:
    """Findings on several quotations that are given to one source."""
    from quotations.judging import Candidate, Looked, judge
    from quotations.judging.link_state import link_state
    from quotations.model import Attribution, Basis, Capture, Citation, LinkState, Quotation, Span

    seen = decode(Capture, capture)
    words = _source(
        data,
        media_type=seen.media_type,
        charset=seen.charset,
        url=seen.final_url or (None if seen.supplied else seen.url),
        name=seen.supplied,
        truncated=seen.truncated,
    )
    asked = Citation(id="1", href=seen.url, url=seen.url, anchor="", span=Span(0, 0))
    became = link_state(asked, [(seen, words)]) if link is None else decode(LinkState, link)
    given = Attribution(quotation="1", citation="1", basis=Basis.GIVEN, score=1.0, margin=1.0)
    candidate = Candidate(given, asked, became, Looked(seen, words))  # indexed once, when the first is judged
    return [encode(judge(Quotation.asked(quote), [candidate], profile=profile)) for quote in quotes]


def copies(data: bytes, *, page: str, truncated: bool) -> Any:
    """The copies of a page that an archive lists."""
    from quotations.judging.archives.reading import read_copies

    return encode(read_copies(data, page=page, truncated=truncated))


def looks(data: bytes, *, name: str, urls: list[str]) -> Beside:
    """The looks that a web archive holds; beside them their bodies, once each, by digest and size."""
    from quotations.reading.looks.reader import read_looks

    held = read_looks(data, name=name, urls=urls)
    bodies = {look.capture.digest: look.capture.body for look in held if look.capture.body is not None}
    sizes = [[digest, len(body)] for digest, body in bodies.items()]
    return Beside({"looks": encode(held), "bodies": sizes}, tuple(bodies.values()))


def save_answer(data: bytes) -> Any:
    """What an archive says that was asked to keep a page."""
    from quotations.judging.archives.saving import read_answer

    return encode(read_answer(data))


def robust(data: bytes, *, links: dict[str, list[tuple[str, str]]], name: str) -> Any:
    """What to put into a saved page so that its links are Robust Links: offsets, and bytes as Latin-1."""
    from quotations.reading.saved.robust import robust_edits

    return [[edit.at, edit.new.decode("latin-1")] for edit in robust_edits(data, links, name=name)]


DOORS: dict[str, Door] = {
    "articles": articles,
    "text": text,
    "check": check,
    "copies": copies,
    "looks": looks,
    "save_answer": save_answer,
    "robust": robust,
}
