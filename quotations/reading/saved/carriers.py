"""Which tag of a saved page carries which citation, and so where each citation stands in the file."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotations.model import Article, Citation, Target
from quotations.reading.saved.page import SavedPage
from quotations.reading.saved.tags import Tag, start_tags

#: Elements that carry a citation, and the attribute that says to what.
CARRIERS = {"a": "href", "area": "href", "q": "cite", "blockquote": "cite"}
_INNER = re.compile(r"<[^<>]{0,2000}>")
#: An address in the text, not in an attribute.
_PRINTED = re.compile(r"[hH](?<![\"'=]\w)(?<!\w\w)[tT]{2}[pP][sS]?://[^\s<>\"']{1,4000}")
_TRAILING = ".,;:!?)]”’"
_LONGEST = 4000  #: characters behind a tag in which its words are looked for


def placed(article: Article, data: bytes) -> Article:
    """*article* with the place in its file of each citation that a tag of the page carries.

    Args:
        article: as it was read from *data*.
        data: the page's bytes.
    """
    page = SavedPage(data)
    found = {cited: (tag.start, _end(page, tag)) for cited, tag in carriers(page, article.citations).items()}
    found |= _printed(page, [one for one in article.citations if one.id not in found and one.target is Target.OK])
    places = page.places(list(found.values()))
    at = dict(zip(found, places, strict=True))
    return replace(article, citations=tuple(replace(one, place=at.get(one.id)) for one in article.citations))


def _printed(page: SavedPage, citations: Sequence[Citation]) -> dict[str, tuple[int, int]]:
    """Where addresses stand that are no links but printed in the text, by the citation's id."""
    if not citations:
        return {}
    ranges: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _PRINTED.finditer(page.markup):
        for end in {match.end(), match.start() + len(match[0].rstrip(_TRAILING))}:
            ranges[html.unescape(page.words(page.markup[match.start() : end]))].append((match.start(), end))
    return {one.id: ranges[one.href].pop(0) for one in citations if ranges.get(one.href)}


def carriers(page: SavedPage, citations: Sequence[Citation]) -> Mapping[str, Tag]:
    """The tag of each citation, by the citation's id; none for one that is named in words only.

    Both are gone through in order. Where a page has an address more often than the article cites it (a hidden copy of
    its menu), the words of the link decide.
    """
    tags = by_address(page)
    wanted: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.href in tags:
            wanted[citation.href].append(citation)
    found: dict[str, Tag] = {}
    for href, cited in wanted.items():
        found |= _paired(page, tags[href], cited)
    return found


def by_address(page: SavedPage) -> Mapping[str, list[Tag]]:
    """The tags that carry links, by each spelling of the address that they name."""
    tags: dict[str, list[Tag]] = defaultdict(list)
    for tag in start_tags(page.markup, frozenset(CARRIERS)):
        value = tag.value(CARRIERS[tag.name])
        for spelling in page.spellings(value) if value is not None else ():
            tags[spelling].append(tag)
    return tags


def _paired(page: SavedPage, tags: list[Tag], cited: list[Citation]) -> dict[str, Tag]:
    if len(tags) == len(cited):
        return {citation.id: tag for citation, tag in zip(cited, tags, strict=True)}
    found: dict[str, Tag] = {}
    waiting: dict[str, list[Tag]] = defaultdict(list)
    for tag in reversed(tags):
        waiting[_words(page, tag)].append(tag)
    for citation in cited:
        same = waiting.get(_plain(citation.anchor))
        if same:
            found[citation.id] = same.pop()
    rest = iter(sorted((tag for left in waiting.values() for tag in left), key=lambda tag: tag.start))
    for citation, tag in zip((one for one in cited if one.id not in found), rest, strict=False):
        found[citation.id] = tag
    return found


def _end(page: SavedPage, tag: Tag) -> int:
    """Behind the link's own end tag, where it is near; else behind its start tag."""
    if tag.name != "a":
        return tag.end
    closed = page.markup.find("</a", tag.end, tag.end + _LONGEST)
    if closed < 0:
        closed = page.markup.find("</A", tag.end, tag.end + _LONGEST)
    end = page.markup.find(">", closed, closed + 100) + 1 if closed >= 0 else 0
    return end or tag.end


def _words(page: SavedPage, tag: Tag) -> str:
    inner = page.markup[tag.end : max(tag.end, _end(page, tag))]
    return _plain(html.unescape(page.words(_INNER.sub("", inner))))


def _plain(words: str) -> str:
    return "".join(words.split()).casefold()
