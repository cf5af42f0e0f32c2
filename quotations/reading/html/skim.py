"""Takes from a saved page what no reader sees and what would only make it large, before it is parsed.

Scripts, style sheets, drawings and comments go, the data of JSON-LD scripts and the first comments (savers sign there)
are kept aside, and `data:` addresses are cut short: a page of 50 MB whose pictures are inside becomes its text.
One pass, each character looked at a bounded number of times.
"""

from __future__ import annotations

import re
from dataclasses import field

from quotations.values import plain_value

_START = re.compile(
    r"<!--|<(script|style|svg|noscript|iframe|object|canvas|video|audio|picture)(?=[\s>/])", re.IGNORECASE
)
_ENDS = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("script", "style", "svg", "noscript", "iframe", "object", "canvas", "video", "audio", "picture")
}
#: Unclosed, these swallow the rest of the page in a browser too; the others are left to the parser.
_RAW = frozenset({"script", "style", "noscript"})
_DATA = re.compile(r"data:[\w.+/;=-]{0,120},[^\"'<>\s)]{48,}", re.IGNORECASE)
_LD = re.compile(r"type\s*=\s*[\"']?\s*application/ld\+json", re.IGNORECASE)
_WOMBAT = re.compile(
    r"__wm\.wombat\(\s*\"([^\"]{8,2000})\",\s*\"(\d{14})\",\s*\"(https?://[^\"/]{3,80}/)\",\s*\"(\w{1,20})\""
)
_ARCHIVED = re.compile(r"\s{0,20}FILE ARCHIVED ON ")
_COMMENTS_KEPT = 12
_COMMENT_SIZE = 4000


@plain_value
class Skimmed:
    """A page without what is not seen, and what was kept from it."""

    markup: str
    json_ld: tuple[str, ...] = ()
    comments: tuple[str, ...] = field(default=())  #: the first ones, each cut at 4,000 characters
    replayed: str | None = None  #: the address at which an archive's own script says that it shows the page


def skim(markup: str) -> Skimmed:
    """*markup* without scripts, styles, drawings, comments and the bodies of `data:` addresses."""
    markup = markup.replace("\0", "")
    if "data:" in markup or "DATA:" in markup:
        markup = _DATA.sub("data:,", markup)
    kept: list[str] = []
    json_ld: list[str] = []
    comments: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while found := _START.search(markup, at):
        kept.append(markup[at : found.start()])
        at = _past(markup, found, json_ld, comments, unclosed)
        if at == found.end():
            kept.append(found.group())
        else:
            # What stood on either side of a script is not one word.
            kept.append(" " if found.group(1) and found.group(1).lower() not in _RAW else "")
    kept.append(markup[at:])
    return Skimmed("".join(kept), tuple(json_ld), tuple(comments), _replayed(markup))


def _replayed(markup: str) -> str | None:
    """The copy's address in the call by which the Wayback Machine starts its replay (``__wm.wombat``)."""
    at = markup.find("__wm.wombat(")
    found = _WOMBAT.match(markup, at) if at >= 0 else None
    return f"{found[3]}{found[4]}/{found[2]}/{found[1]}" if found else None


def _past(markup: str, found: re.Match[str], json_ld: list[str], comments: list[str], unclosed: set[str]) -> int:
    """Where the page goes on after what *found* begins; its own end when it is to be left as it is."""
    if found.group(1) is None:
        end = markup.find("-->", found.end() - 2)
        if end < 0:
            return len(markup)
        if len(comments) < _COMMENTS_KEPT or _ARCHIVED.match(markup, found.end()):
            comments.append(markup[found.end() : min(end, found.end() + _COMMENT_SIZE)])
        return end + 3
    name = found.group(1).lower()
    closing = None if name in unclosed else _ENDS[name].search(markup, found.end())
    if closing is None:
        unclosed.add(name)
        return len(markup) if name in _RAW else found.end()
    if name == "script":
        opened = markup.find(">", found.end(), closing.start())
        if opened >= 0 and _LD.search(markup, found.end(), opened + 1):
            json_ld.append(markup[opened + 1 : closing.start()])
    return closing.end()
