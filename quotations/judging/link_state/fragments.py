"""Whether the place that a citation's fragment names is on its page (HTML Standard, "find a potential indicated element")."""

from __future__ import annotations

import re
from urllib.parse import unquote

from quotations.model import Text

#: Prefixes that sites put before an id that the author wrote.
_PREFIXES = ("user-content-", "cite_note-", "fn:", "fnref:", "h-", "heading-", "section-", "md-")
#: What scripts and viewers understand, and no id is meant: an application's address, lines of code, times, pages.
_NO_ID = re.compile(
    r"(?:[!/?]|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$|(?:t|xywh|page|zoom|view|search|nameddest|pagemode)=)|.{0,80}=", re.I
)
_PAGE = re.compile(r"(?:.*&)?page=(\d{1,6})", re.I)


def missing_place(fragment: str, text: Text) -> str | None:
    """What is missing of the place that *fragment* (without ``#``) names, as a sentence; None when it is there.

    Fragments that no document can answer for are taken to be there.
    """
    if not fragment or fragment.lower() == "top":
        return None
    if text.media_type == "application/pdf":
        return _missing_page(fragment, text)
    if text.media_type not in ("text/html", "application/xhtml+xml") or _NO_ID.match(fragment):
        return None
    known = set(text.facts.ids)
    if any(one in known or any(prefix + one in known for prefix in _PREFIXES) for one in _written(fragment)):
        return None
    return f"the page has no place named #{fragment[:120]}"


def _written(fragment: str) -> set[str]:
    """The ids that *fragment* may mean: as written, decoded, and in wikis' old way of writing bytes as ``.C3.A9``."""
    wiki = unquote(re.sub(r"\.([0-9A-F]{2})", r"%\1", fragment)) if "." in fragment else fragment
    return {fragment, unquote(fragment), wiki}


def _missing_page(fragment: str, text: Text) -> str | None:
    asked = _PAGE.match(fragment)
    last = max((segment.page or 0 for segment in text.segments), default=0)
    if asked is None or not last or int(asked[1]) <= last:
        return None
    return f"the document has {last} pages, and the link points to page {asked[1]}"
