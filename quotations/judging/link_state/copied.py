"""That a cited page is itself an archive's copy, as its own headers say: of what, and of when (RFC 7089, 2)."""

from __future__ import annotations

from quotations.judging.archives.link_format import links
from quotations.judging.archives.stamps import of_http_date
from quotations.judging.days import in_words
from quotations.judging.link_state.ruling import parts
from quotations.model import Capture, Memento
from quotations.urls import is_web


def copy_by_headers(look: Capture) -> Memento | None:
    """The copy that a look came to; None where the answer does not say that it is one, and of what."""
    said, listed = look.header("memento-datetime"), look.header("link")
    if said is None or listed is None or look.failure is not None:
        return None
    at = of_http_date(said)
    original = next((link.target for link in links(listed) if "original" in link.relations), None)
    host = parts(look.final_url or look.url).hostname
    if at is None or original is None or host is None or not is_web(original):
        return None
    return Memento(archive=host, original=original, at=at, url=look.final_url or look.url)


def copied_on(copy: Memento) -> str:
    """The day of a copy as "7 November 2022"."""
    return in_words(copy.at)
