"""The links of a document as pairing sees them: where each stands among the sentences, and what it leads to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from enum import StrEnum
from urllib.parse import urlsplit

from quotations.model import Citation, Role, Span
from quotations.reading.document import Document, Link
from quotations.reading.quotes import Speech
from quotations.values import plain_value

_PROFILE = re.compile(
    r"/(?:team|people|person|staff|authors?|profiles?|bios?|biography|contributors?|experts?|faculty|members?|about(?:-us)?|"
    r"our-people|users?|in|celebrity|player|players|name)/[^/]+/?$|/(?:about|bio|profile)/?$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"/(?:topic|tag|category|categorie|subject|theme|hub|section|search|keyword|label|tema|thema|themen|etiqueta|argomento|"
    r"argomenti|sujet|onderwerp|categorias|categories)s?(?:/|$)|[/.]topics\.|^topics?\.",
    re.IGNORECASE,
)
#: A site's first page: nothing, a language, “home” or “index”.
_FIRST_PAGE = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?)?/?(?:(?:home|index|default|start|startseite|accueil|inicio)(?:\.\w{2,5})?)?/?"
    r"|(?:/\w{1,12})?/homepage/?",
    re.IGNORECASE,
)
_STATUS = re.compile(r"/status(?:es)?/\d|/posts?/\d|/p/[\w-]{6,}|/@[^/]+/\d{6,}|/notes?/\w{8,}")
_SOCIAL = re.compile(
    r"(?:^|\.)(?:twitter|x|facebook|instagram|threads|bsky|linkedin|tiktok|truthsocial)\.(?:com|net|app)$|(?:^|\.)mastodon\.",
    re.IGNORECASE,
)
#: Whoever writes under a name of his own, on whatever site: /@ada.
_HANDLE = re.compile(r"/@[^/]+/?")
#: A day or a month in an address, and how many words are a headline there.
_DATED = re.compile(r"/(?:19|20)\d\d/\d\d?(?:/|$)")
_HEADLINE = 5
_WORD = re.compile(r"[^\W_]+")
#: Words of a title, and of nobody's name.
_IN_TITLES = frozenset(
    """
    the of a an and in on for to with from how why what when is are at by our your my new und der die das ein eine im zur les et
    une des dans los las una gli
    """.split()  # noqa: SIM905
)
#: Behind these is no page.
_NO_PAGE = re.compile(r"(?:mailto|tel|sms|javascript):", re.IGNORECASE)
_NUMBER = re.compile(r"[^\s\w]{0,2}\[\d{1,3}\][^\s\w]{0,2}")
#: So many links before a quotation are looked at, half as many behind it.
_NEAR_BY = 24


class Leads(StrEnum):
    """What a link's address shows about its target."""

    PAGE = "page"
    STATUS = "status"  #: one post of a social site
    PROFILE = "profile"
    TOPIC = "topic"
    HOME = "home"  #: a site's first page
    REFERENCE = "reference"  #: an encyclopedia's article


#: What introduces a person, a place, a topic or a site, and holds no words of anybody.
INTRODUCING = frozenset((Leads.PROFILE, Leads.TOPIC, Leads.HOME, Leads.REFERENCE))


@plain_value
class Anchor:
    """One link in the text."""

    number: int  #: index in ``document.links``
    citation: str
    span: Span
    paragraph: int
    first: int  #: its tokens in the paragraph's scene; first == last when it has none
    last: int
    sentence: int
    words: str  #: in small letters
    url: str
    host: str
    leads: Leads
    element: str
    note: bool
    inside: int | None  #: number of the quotation of the paragraph in which it stands
    body: bool  #: a link of the article's own text
    own: bool = False  #: leads into the article's own site


class Nearby:
    """The anchors by paragraph."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._by_paragraph: dict[int, list[tuple[int, Anchor]]] = {}
        for index, anchor in enumerate(anchors):
            self._by_paragraph.setdefault(anchor.paragraph, []).append((index, anchor))

    def around(self, first: int, last: int, start: int, end: int) -> list[tuple[int, Anchor]]:
        """As `between`, of the same paragraphs only those near the span *start* to *end* of the document."""
        near = self.between(first, last)
        if len(near) <= _NEAR_BY:
            return near
        low = bisect_left(near, start, key=lambda pair: pair[1].span.start)
        high = bisect_right(near, end, key=lambda pair: pair[1].span.start)
        return near[max(0, low - _NEAR_BY) : high + _NEAR_BY // 2]

    def between(self, first: int, last: int) -> list[tuple[int, Anchor]]:
        """The anchors of the paragraphs *first* to *last* (inclusive), with their indices, in order."""
        return [pair for at in range(first, last + 1) for pair in self._by_paragraph.get(at, ())]


def find_anchors(
    document: Document, speech: Speech, citations: Sequence[Citation], link_ids: Mapping[int, str]
) -> list[Anchor]:
    """The links that may be a source, in the document's order; navigation and the like are left out."""
    by_id = {citation.id: citation for citation in citations}
    starts = [p.blocks[0].span.start for p in speech.paragraphs]
    found: list[Anchor] = []
    for number, citation_id in sorted(link_ids.items(), key=lambda item: document.links[item[0]].span.start):
        link, citation = document.links[number], by_id.get(citation_id)
        if (
            citation is None
            or (citation.role is Role.CHROME and link.element not in ("q", "blockquote"))
            or link.back_link
            or _NO_PAGE.match(citation.url or citation.href)
        ):
            continue
        if link.in_note is not None and link.note is None:
            continue
        paragraph = _paragraph(speech, starts, link.span)
        if paragraph is None:
            continue
        found.append(_anchor(document, speech, number, link, citation, paragraph))
    return found


def is_social(anchor: Anchor) -> bool:
    """Whether the link leads to a social site, where everybody speaks."""
    return anchor.leads is Leads.STATUS or bool(_SOCIAL.search(anchor.host))


def tells_of(anchor: Anchor) -> bool:
    """Whether the page's name goes on about whom the link names: [Ada Fenn](…/ada-fenn-is-now-a-fellow)."""
    named = _WORD.findall(anchor.words)
    page = _WORD.findall(_address(anchor.url)[1].rstrip("/").rsplit("/", 1)[-1].lower())
    return len(named) > 1 and len(page) > len(named) and set(named) <= set(page)


def _paragraph(speech: Speech, starts: Sequence[int], span: Span) -> int | None:
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        if starts[middle] <= span.start:
            low = middle + 1
        else:
            high = middle
    for at in (low - 1, low):
        if 0 <= at < len(starts):
            blocks = speech.paragraphs[at].blocks
            if any(b.span.start <= span.start and span.end <= b.span.end + 1 for b in blocks):
                return at
    return low - 1 if low else None


def _anchor(document: Document, speech: Speech, number: int, link: Link, citation: Citation, paragraph: int) -> Anchor:
    flow, scene = speech.paragraphs[paragraph].flow, speech.scenes[paragraph]
    start, end = flow.place(link.span.start), flow.place(link.span.end)
    first, last = scene.covering(start, end)
    sentence = scene.tokens[min(first, len(scene.tokens) - 1)].sentence if scene.tokens else 0
    holder = scene.tokens[first] if first < len(scene.tokens) else None
    inside = holder.quoted if holder is not None and holder.quoted >= 0 and end <= holder.end else None
    url = citation.url or citation.href
    host = _address(url)[0]
    words = document.words(link.span).lower()
    home = _address(document.url)[0] if document.url else ""
    return Anchor(
        number=number,
        citation=citation.id,
        span=link.span,
        paragraph=paragraph,
        first=first,
        last=last,
        sentence=sentence,
        words=words,
        url=url,
        host=host,
        leads=leads_to(url, words),
        element=link.element,
        note=link.note is not None or link.element == "ref" or _is_number(document, link),
        inside=inside,
        body=citation.role is not Role.LIST,
        own=bool(home) and (host == home or host.endswith("." + home)),
    )


def _is_number(document: Document, link: Link) -> bool:
    """Whether the link is a number in brackets, as a note's mark is: [[1]](…), [2]."""
    return bool(_NUMBER.fullmatch(document.text[max(0, link.span.start - 1) : link.span.end + 1].strip()))


def _address(url: str) -> tuple[str, str, str]:
    """Host without www., path and query; a broken address is all path."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "", url, ""
    return host.removeprefix("www."), parts.path, parts.query


def _is_story(path: str) -> bool:
    """Whether an address of a section goes on to one page in it: /sections/sea/2019/11/15/779/the-gate-is-shut-for-good."""
    last = _WORD.findall(path.rstrip("/").rsplit("/", 1)[-1])
    return bool(_DATED.search(path)) or len(last) >= _HEADLINE


def leads_to(url: str, words: str) -> Leads:
    """What an address shows about its target; *words* are those of the link, in small letters."""
    host, path, query = _address(url)
    if _STATUS.search(path):
        return Leads.STATUS
    if host and not query and _FIRST_PAGE.fullmatch(path):
        return Leads.HOME
    if _HANDLE.fullmatch(path):
        return Leads.PROFILE
    if _SOCIAL.search(host):
        return Leads.PROFILE if path.strip("/").count("/") <= 1 or _PROFILE.search(path) else Leads.PAGE
    if host.endswith("wikipedia.org"):
        # [Wikipedia](…) says so itself; over another word it explains that.
        return Leads.PAGE if "wikipedia" in words else Leads.REFERENCE
    if _TOPIC.search(host) or (_TOPIC.search(path) and not _is_story(path)):
        return Leads.TOPIC
    last = _WORD.findall(path.rstrip("/").rsplit("/", 1)[-1].lower().removesuffix(".html"))
    named = _WORD.findall(words)
    if _PROFILE.search(path) and (not last or len(last) <= 4):
        return Leads.PROFILE
    if any(word.isdigit() for word in named):
        return Leads.PAGE
    # A site numbers those who have one name: ada-fenn-2.
    naming = last[:-1] if last[2:] and last[-1].isdigit() and len(last[-1]) == 1 else last
    if _IN_TITLES.isdisjoint(named) and 2 <= len(named) <= 4 and len(naming) >= 2 and set(naming) <= set(named):
        return Leads.PROFILE
    return Leads.PAGE
