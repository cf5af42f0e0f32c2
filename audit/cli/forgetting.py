"""``forget``: bytes of sources taken out of the archive for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from audit.cli.options import Argument, command
from audit.cli.session import Session
from quotations.errors import NotInArchive, UsageError
from quotations.model import Severity

if TYPE_CHECKING:
    from storage import Forgotten

Urls = Annotated[list[str], Argument("URL…", "Addresses of sources, as articles cite them.")]


def forget(session: Session, urls: Urls) -> int:
    """Take away what is kept of sources, their bytes and texts, for good. Looks, findings and reports stay."""
    from audit.inputs import is_url
    from quotations.urls import is_web, source_url
    from reports.listing import forgotten_list

    form = session.format(("terminal", "json"))
    for url in urls:
        if not is_url(url) or not is_web(url):
            raise UsageError(f"{url} is no web address", hint="give it with its https://", subject=url)
    with session.archive(create=False) as archive:
        gone = archive.forget([source_url(url) for url in urls])
    _known(gone)
    session.emit(forgotten_list(gone, form))
    return session.exit(Severity.OK)


def _known(gone: list[Forgotten]) -> None:
    """Raise NotInArchive where nothing was ever seen of any of them: most likely an address was mistyped."""
    if not any(one.looks for one in gone):
        names = ", ".join(one.url for one in gone)
        raise NotInArchive(
            "nothing is held of " + names, hint="`citetrail links ARTICLE` shows addresses as they are cited"
        )


COMMANDS = (command(forget, "forget", examples=("forget https://example.org/minutes",)),)
