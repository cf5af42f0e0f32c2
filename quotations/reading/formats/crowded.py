"""Files of more links than an article has: said before an hour is spent on them."""

from __future__ import annotations

from quotations.errors import InputTooLarge
from quotations.reading.formats.detect import Format

#: Links that an article may have. The longest lists that people write have a tenth of it; reading so many takes half
#: a minute.
MOST_LINKS = 100_000
#: What stands at each link, where it can be counted without reading the file.
_SIGNS = {
    Format.HTML: ("<a ", "<A "),
    Format.MARKDOWN: ("](", "<a "),
    Format.TEXT: ("://",),
    Format.WIKITEXT: ("[http", "[["),
}


def check(kind: Format, source: bytes | str, name: str | None) -> None:
    """Raise InputTooLarge when *source*, in the format *kind*, has more links than an article may have."""
    signs = _SIGNS.get(kind, ())
    if isinstance(source, str):
        found = sum(source.count(sign) for sign in signs)
    else:
        found = sum(source.count(sign.encode()) for sign in signs)
    check_count(found, name)


def check_count(links: int, name: str | None) -> None:
    """Raise InputTooLarge when *links* are more than an article may have."""
    if links > MOST_LINKS:
        raise InputTooLarge(
            f"The file has {links:,} links; at most {MOST_LINKS:,} are read in one article.",
            hint="Part it into several files, or save the list as bookmarks or a table with the columns title and url.",
            subject=name or "",
        )
