"""A copy of a saved page whose links carry what a reader needs when the linked page is gone or has changed.

The attributes are those of Robust Links (https://robustlinks.mementoweb.org/spec/): ``data-originalurl`` for the cited
address, ``data-versiondate`` for the day it was cited, ``data-versionurl`` for an archived copy. Only the tags
that get some are touched; every other byte stays. What an author wrote there already stays, too.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from quotations.errors import DamagedInput
from quotations.reading.saved.carriers import CARRIERS, by_address
from quotations.reading.saved.edits import Edit
from quotations.reading.saved.page import SavedPage

Attributes = Sequence[tuple[str, str]]


def robust_edits(data: bytes, links: Mapping[str, Attributes], *, name: str = "") -> list[Edit]:
    """What to put into the page so that its links carry attributes; one edit a link, in the file's order.

    Args:
        data: the page's bytes.
        links: the attributes to write, by the address as the page has it (its character references undone).
        name: the file's, for a message.

    Raises:
        DamagedInput: the page's bytes are not all of its encoding, so that no place in it is sure.
    """
    page = SavedPage(data)
    if not page.whole:
        raise DamagedInput(
            "The page cannot be written again byte for byte: not all of it is in its own encoding.",
            hint="Save it as UTF-8.",
            subject=name,
        )
    inserts: dict[int, str] = {}
    tags = by_address(page)
    for address, attributes in links.items():
        for tag in tags.get(address, ()):
            if CARRIERS[tag.name] != "href" or tag.room in inserts:
                continue
            new = [(key, value) for key, value in attributes if tag.value(key) is None]
            if new:
                inserts[tag.room] = "".join(f' {key}="{_escaped(page, value)}"' for key, value in new)
    offsets = page.offsets(inserts)
    return [Edit(offsets[at], page.bytes_of(inserts[at])) for at in sorted(inserts)]


def _escaped(page: SavedPage, value: str) -> str:
    """*value* as it may stand between double quotation marks."""
    plain = "".join(character if character.isprintable() else f"%{ord(character):02X}" for character in value)
    return page.written(html.escape(plain, quote=True))
