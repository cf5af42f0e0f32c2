"""Which part of a page an element opens, by its name, its ARIA role and the words of its class and id.

Only whole class words count, so that `no-comments` and `has-related-posts` open nothing. A wrong *junk* lets a
comparison step over words that belong to the text, so junk asks for words that nothing else is called by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quotations.model import SegmentRole

_PART = r"(?:[-_]{1,2}(?:list|area|section|wrap|wrapper|container|thread|block|box|content|body|holder|inner|outer|module|widget|unit|slot|zone|bar|links?|buttons?|icons?|tools?|item|items|row|small|big|top|bottom|inline|aside|\d{1,4}))*"
_BEFORE = r"(?:(?:article|post|entry|story|page|site|main|content|global|block|wp|c|m|o|js|sidebar|widget|inline|body|in)[-_]{1,2})*"


def _words(*names: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}(?:{'|'.join(names)}){_PART}", re.ASCII)


_COMMENTS = _words(
    "(?:user|reader)?[-_]?comments", "comment[-_]?list", "commentlist", "comments?[-_](?:area|section|thread)", "disqus(?:[-_]thread)?",
    "respond", "discussion[-_]thread", "fb[-_]comments", "reader[-_]responses",
)  # fmt: skip
_TEASER = _words(
    "related(?:[-_](?:posts?|articles?|stories|story|content|news|links?|topics?|reading|page|pages|items?|coverage|entries|see|also))*",
    "recommend(?:ed|ations?)(?:[-_](?:posts?|articles?|stories|content|for[-_]you|reading))?", "most[-_]?(?:read|popular|viewed|shared|recent|commented)",
    "read[-_]?(?:more|next|also)", "see[-_]also[-_]links", "more[-_](?:stories|from|news|articles|posts|on|like[-_]this)", "up[-_]next", "you[-_]may[-_](?:also[-_])?like",
    "trending(?:[-_](?:now|stories|topics))?", "popular[-_](?:posts?|articles|stories)", "latest[-_](?:posts?|news|stories|articles)", "teasers?(?:[-_]list)?", "outbrain", "taboola", "zergnet",
    "(?:next|prev(?:ious)?)[-_](?:posts?|articles?|story)", "suggested[-_](?:posts?|articles|stories)", "jp[-_]relatedposts", "yarpp(?:[-_]related)?", "crp[-_]related", "editors[-_]picks",
)  # fmt: skip
_NAV = _words(
    "nav", "navbar", "navigation", "breadcrumbs?", "menu", "main[-_]?menu", "sub[-_]?menu", "site[-_]?(?:header|footer|nav(?:igation)?|menu)", "global[-_]?(?:nav|header|footer)", "footer[-_](?:nav|menu|links)",
    "pagination", "pager", "skip[-_]?(?:link|to[-_]content|nav)s?", "top[-_]?(?:bar|nav)", "masthead", "colophon", "cookie[-_]?(?:banner|notice|consent|bar|law[-_]info)[-_]?(?:bar)?", "gdpr[-_](?:banner|consent)",
    "onetrust[-_](?:consent[-_]sdk|banner[-_]sdk)", "tag(?:s)?[-_]?(?:links|list|cloud)", "post[-_]tags", "toc", "table[-_]of[-_]contents", "mw[-_]editsection", "navbox", "catlinks",
)  # fmt: skip
_JUNK = _words(
    "ads?", "advert(?:s|isement|ising|orial)?", "ad[-_](?:slot|unit|container|wrapper|placeholder|break|zone|label|text|header|banner)", "(?:google|dfp|gpt|story|native|display|banner|mpu|text)[-_]?ads?(?:[-_]?\\w{1,12})?", "adsbygoogle", "adsense", "adslot", "adunit", "adbox", "ad[-_]?(?:mpu|leaderboard|skyscraper|rectangle)",
    "anzeige", "werbung", "publicite", "publicidad", "pubblicita", "publicidade", "reklama?", "sponsor(?:ed|ship)?(?:[-_](?:post|content|links?|message))?", "promo(?:ted|tion)?(?:[-_](?:box|content|link))?", "teads(?:[-_](?:inread|adcall))?", "teads[-_]ui[-_]components[-_](?:label|credits)",
    "newsletter(?:[-_]?(?:sign[-_]?up|form|promo|cta|subscribe|embed))?", "mailing[-_]list", "email[-_]?sign[-_]?up", "mc4wp(?:[-_]form)?", "mc[-_]embed[-_]signup", "subscribe(?:[-_](?:form|cta|promo|now))?", "subscription[-_](?:form|promo)", "signup[-_]form", "call[-_]to[-_]action", "cta",
    "share(?:[-_]?(?:bar|buttons?|links?|tools?|this|icons|daddy|widget|label|post))?", "sharedaddy", "sharing", "shariff", "addthis(?:[-_]toolbox)?", "addtoany(?:[-_](?:share|content))*", "social(?:[-_]?(?:share|sharing|media|links?|icons?|buttons?|bar|follow|tools?))*", "sd[-_]sharing", "follow[-_]us", "print[-_](?:link|button|only)", "jump[-_]link",
    "donat(?:e|ion)(?:[-_](?:box|banner|cta|form|button))?", "read[-_]?more", "inline[-_]?related", "related[-_](?:inline|link)",
    "tweet[-_](?:this|button)", "click[-_]to[-_]tweet", "like[-_]button", "paywall[-_]promo", "app[-_](?:promo|banner|download)",
)  # fmt: skip
_NOTE = _words(
    "footnotes?", "endnotes?", "foot[-_]notes?", "reflist", "references(?:[-_]small)?", "mw[-_]references(?:[-_]wrap)?", "fn[-_]?list", "easy[-_]footnotes[-_]wrapper", "footnotes[-_]sep", "sidenotes?", "marginnotes?", "notes[-_]list", "footnote[-_]tooltip",
)  # fmt: skip
_CAPTION = _words(
    "(?:image|img|photo|picture|figure|media|video|gallery|wp|pic|lead)[-_]?caption(?:[-_]text)?", "caption(?:[-_]text)?", "figcaption", "(?:photo|image|picture|img|media)[-_]?credits?", "thumbcaption", "bildunterschrift", "cutline",
)  # fmt: skip
_QUOTE = _words("pull[-_]?quotes?")

_ORDER: tuple[tuple[re.Pattern[str], SegmentRole | None, bool], ...] = (
    (_JUNK, None, True),
    (_COMMENTS, SegmentRole.COMMENTS, False),
    (_TEASER, SegmentRole.TEASER, False),
    (_NAV, SegmentRole.NAV, False),
    (_NOTE, SegmentRole.NOTE, False),
    (_CAPTION, SegmentRole.CAPTION, False),
)

_ARIA: dict[str, SegmentRole] = {
    "navigation": SegmentRole.NAV,
    "menu": SegmentRole.NAV,
    "menubar": SegmentRole.NAV,
    "search": SegmentRole.NAV,
    "doc-footnote": SegmentRole.NOTE,
    "doc-endnote": SegmentRole.NOTE,
    "doc-endnotes": SegmentRole.NOTE,
    "heading": SegmentRole.HEADING,
}
_NAMES: dict[str, SegmentRole] = {
    "nav": SegmentRole.NAV,
    "menu": SegmentRole.NAV,
    "search": SegmentRole.NAV,
    "select": SegmentRole.NAV,
}

#: Elements that hold a page's text: their classes describe the page, not a part of it.
_WHOLE = frozenset(("html", "body", "main", "article"))


@dataclass(frozen=True, slots=True)
class Region:
    """What an element opens: the role of all inside it, or junk, or both."""

    role: SegmentRole | None
    junk: bool


@lru_cache(maxsize=8192)
def _of_word(word: str) -> Region | None:
    for pattern, role, junk in _ORDER:
        if pattern.fullmatch(word):
            return Region(role, junk)
    return None


@lru_cache(maxsize=8192)
def of_classes(classes: str) -> Region | None:
    """The region that a class or id attribute's words open; the first in the order junk … caption wins."""
    found = [region for word in classes.lower().split()[:24] if (region := _of_word(word[:80]))]
    if not found:
        return None
    for region in found:
        if region.junk:
            return region
    return found[0]


def region_of(name: str, attributes: dict[str, str | None]) -> Region | None:
    """The region that element *name* opens; None when it opens none of its own."""
    if name in _WHOLE:
        return None
    role = _NAMES.get(name) or _ARIA.get(attributes.get("role") or "")
    if role:
        return Region(role, False)
    found: Region | None = None
    if classes := attributes.get("class"):
        found = of_classes(classes)
    if found is None and (identity := attributes.get("id")):
        found = of_classes(identity)
    return found
