"""Where a newsletter stands on the web: its “View in browser” link, and its own heading where that is a link."""

from __future__ import annotations

import re
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import BlockKind, Document, Link, Region
from quotations.reading.formats.draft import informed
from quotations.urls import clean, host_of, is_web, unwrap

#: What the link to a letter's own page says, in the languages of the lexicons.
_IN_BROWSER = re.compile(
    r"(?:view|read|see|open|show|display)(?: (?:this|the|it|as))?(?: (?:e-?mail|message|newsletter|post|issue|edition|letter))?"
    r"(?: (?:in|on|as)(?: (?:your|the|a))?(?: web)? ?(?:browser|web|website|webpage|web page)| online)|"
    r"(?:web|online|browser)(?: |-)?version|(?:view|read) online|"
    r"(?:diese[nrs]? )?(?:e-?mail |newsletter )?(?:im|in (?:ihrem|deinem)) browser (?:ansehen|öffnen|anzeigen|lesen)|"
    r"(?:online|web)(?:-)?(?:ansicht|version)|"
    r"(?:voir|lire|afficher|consulter|ouvrir) .{0,30}(?:dans (?:votre|un|le) navigateur|en ligne)|version en ligne|"
    r"ver .{0,30}(?:en (?:el|tu|su) navegador|no navegador|en línea|online)|"
    r"(?:visualizza|leggi|apri) .{0,30}(?:nel (?:tuo )?browser|online)|"
    r"(?:bekijk|lees|open) .{0,30}(?:in (?:je|uw|de) browser|online)|(?:bekijk de )?(?:online|web)versie",
    re.IGNORECASE,
)
_MOST_WORDS = 90  #: code points of a line that may say it: “Trouble viewing this? View in browser”
#: A mailer's counter of clicks, of which nobody but the mailer knows where it leads.
_COUNTER_HOST = re.compile(r"(?:clicks?|links?|ablink|trk|track(?:ing)?|emails?|e?mail\d*|t|u|url\d*|go|ct|el|lnks?)\.")
_COUNTER_PATH = re.compile(
    r"/(?:track|tracking|click|clicks|redirect|ls/click|cl0|l0|wf/click)(?:/|$|\?)|/[^/?#-]{40,}", re.I
)


def located(document: Document) -> Document:
    """*document*, a letter, with the address at which it stands on the web, if it says one."""
    said = [index for index, link in enumerate(document.links) if _says_so(document, link)]
    heading = [index for index, link in enumerate(document.links) if _heads(document, link)]
    if not said and not heading:
        return document
    found = [(address, index) for index in (*said, *heading) if (address := _address(document.links[index]))]
    links = list(document.links)
    for index in said:
        links[index] = replace(
            links[index], region=Region.CHROME, region_reason="leads to the letter itself on the web"
        )
    document = replace(document, links=tuple(links))
    if not found or document.url:
        return document
    address, index = found[0]
    # The heading's link may be the same without what tells the reader's copy.
    bare = [other for other, _ in found if "?" not in other and other == address.partition("?")[0]]
    how = "the letter's link to its own page" if index in said else "the link of the letter's heading"
    return informed(document, {"url": (bare[0] if bare else address, how)})


def _says_so(document: Document, link: Link) -> bool:
    span = link.span
    if link.element == "bare":  # in a letter of plain text the words stand before the address
        block = next((block.span for block in document.blocks if block.span.holds(span)), span)
        span = Span(max(block.start, span.start - _MOST_WORDS), span.start)
    return len(span) <= _MOST_WORDS and bool(_IN_BROWSER.search(document.words(span)))


def _heads(document: Document, link: Link) -> bool:
    """Whether the link is the whole of a heading that is the letter's title."""
    title = (document.title or "").casefold()
    if not title or document.words(link.span).casefold() != title:
        return False
    return any(block.kind is BlockKind.HEADING and block.span.holds(link.span) for block in document.blocks)


def _address(link: Link) -> str | None:
    """Where the link leads, None when only a mailer knows."""
    address = unwrap(clean(link.href))
    host = host_of(address)
    if host is None or not is_web(address):
        return None
    path = address.partition("#")[0].split("://", 1)[1].partition("/")[2]
    return None if _COUNTER_HOST.match(host) or _COUNTER_PATH.search("/" + path.partition("?")[0]) else address
