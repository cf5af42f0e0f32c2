"""Which part of a page an element opens, by its name, its ARIA role and the words of its class and id.

A class word is cut at hyphens, underscores and capitals; words of layout at either end ("post-", "-wrapper") fall
away, and what remains must be a known name as a whole, so that `no-comments` and `has-related-posts` open nothing.
A wrong *junk* lets a comparison step over words that belong to the text, so junk asks for names that nothing else has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quotations.model import SegmentRole


@dataclass(frozen=True, slots=True)
class Region:
    """What an element opens: the role of all inside it, or junk, or both."""

    role: SegmentRole | None
    junk: bool
    prose: int = 500  #: code points outside links that show the name to be wrong, for junk


_BEFORE = frozenset(
    [
        "article",
        "post",
        "entry",
        "story",
        "page",
        "main",
        "content",
        "global",
        "block",
        "wp",
        "c",
        "m",
        "o",
        "l",
        "js",
        "sidebar",
        "widget",
        "inline",
        "body",
        "in",
        "u",
        "is",
        "component",
        "module",
        "pb",
    ]
)
_AFTER = frozenset(
    [
        "list",
        "area",
        "section",
        "wrap",
        "wrapper",
        "container",
        "thread",
        "block",
        "box",
        "content",
        "body",
        "holder",
        "inner",
        "outer",
        "module",
        "widget",
        "unit",
        "slot",
        "zone",
        "bar",
        "link",
        "links",
        "button",
        "buttons",
        "icon",
        "icons",
        "tool",
        "tools",
        "item",
        "items",
        "row",
        "small",
        "big",
        "large",
        "top",
        "bottom",
        "inline",
        "aside",
        "label",
        "title",
        "subtitle",
        "heading",
        "header",
        "text",
        "full",
        "width",
        "align",
        "left",
        "right",
        "center",
        "desktop",
        "mobile",
        "tablet",
        "default",
        "primary",
        "secondary",
        "component",
        "element",
        "panel",
        "region",
        "cover",
        "placeholder",
    ]
)
_NAMED: tuple[tuple[SegmentRole | None, bool, str], ...] = (
    (
        SegmentRole.COMMENTS,
        False,
        "comments comment-list commentlist comment-area comments-area comments-section comment-thread disqus disqus-thread user-comments reader-comments "
        "respond discussion-thread fb-comments reader-responses comment-respond",
    ),
    (
        SegmentRole.TEASER,
        False,
        "related related-posts related-post related-articles related-article related-stories related-story related-content related-news related-topics related-topic "
        "related-reading related-pages related-coverage related-entries related-see-also related-page-see-also relatedposts relatedarticles jp-relatedposts yarpp yarpp-related crp-related "
        "recommended recommendation recommendations recommended-posts recommended-articles recommended-stories recommended-content recommended-for-you recommended-reading "
        "most-read mostread most-popular mostpopular most-viewed most-shared most-recent most-commented read-next read-also readnext more-stories more-from more-news more-articles more-posts more-on more-like-this "
        "up-next you-may-like you-may-also-like you-might-also-like trending trending-now trending-stories trending-topics popular-posts popular-articles popular-stories latest-posts latest-news latest-stories latest-articles recent-posts "
        "teaser teasers outbrain taboola zergnet next-post next-posts next-article previous-post previous-posts prev-post prev-posts post-navigation suggested-posts suggested-articles suggested-stories editors-picks see-also-links",
    ),
    (
        SegmentRole.NAV,
        False,
        "nav navbar navigation breadcrumb breadcrumbs menu mainmenu main-menu submenu sub-menu site-header site-footer site-nav site-navigation site-menu global-nav global-header global-footer "
        "footer-nav footer-menu footer-links pagination pager skip-link skip-links skip-to-content skip-nav skiplink topbar top-bar topnav top-nav masthead colophon "
        "cookie-banner cookie-notice cookie-consent cookie-bar cookie-law-info cookie-law-info-bar gdpr gdpr-banner gdpr-consent onetrust-consent-sdk onetrust-banner-sdk tag-links tags-links tag-list tag-cloud tagcloud post-tags "
        "toc table-of-contents mw-editsection navbox catlinks",
    ),
    (
        SegmentRole.NOTE,
        False,
        "footnote footnotes endnote endnotes foot-note foot-notes reflist references references-small mw-references mw-references-wrap fn-list easy-footnotes-wrapper footnotes-sep footnote-text sidenote sidenotes marginnote marginnotes footnote-tooltip",
    ),
    (
        SegmentRole.CAPTION,
        False,
        "image-caption img-caption photo-caption picture-caption figure-caption media-caption video-caption gallery-caption wp-caption-text pic-caption lead-caption caption caption-text imagecaption photocaption "
        "figcaption photo-credit image-credit picture-credit img-credit media-credit photocredit image-credits photo-credits thumbcaption bildunterschrift cutline",
    ),
    (
        None,
        True,
        "ad ads advert adverts advertisement advertisements advertising advertorial ad-slot ad-unit ad-container ad-wrapper ad-placeholder ad-break ad-zone ad-label ad-text ad-header ad-banner ad-mpu ad-leaderboard ad-skyscraper ad-rectangle "
        "google-ad google-ads dfp-ad dfp-ads gpt-ad gpt-ads story-ad story-ads native-ad native-ads display-ad banner-ad banner-ads mpu-ad text-ad article-ad adsbygoogle adsense adslot adunit adbox adwrap adcontainer "
        "anzeige werbung publicite publicidad pubblicita publicidade reklam reklama sponsor sponsored sponsored-post sponsored-content sponsored-links sponsored-message promo promoted promotion promo-box promo-content "
        "teads teads-inread teads-adcall teads-ui-components-label teads-ui-components-credits teads-ui-components "
        "newsletter newsletter-signup newsletter-sign-up newsletter-form newsletter-promo newsletter-cta newsletter-subscribe newsletter-embed mailing-list email-signup email-sign-up mc4wp mc4wp-form mc-embed-signup "
        "subscribe subscribe-form subscribe-cta subscribe-promo subscription-form subscription-promo signup-form call-to-action cta "
        "share sharebar share-bar share-this sharethis share-tools share-daddy sharedaddy share-post sharing shariff addthis addthis-toolbox addtoany addtoany-share addtoany-share-save addtoany-content "
        "social social-share social-sharing social-media social-links social-icons social-buttons social-bar social-follow social-tools sd-sharing follow-us print-link print-only jump-link "
        "donate donation donate-box donation-box donate-banner donation-banner donation-form inline-related related-inline related-link tweet-this tweet-button click-to-tweet like-button paywall-promo app-promo app-banner app-download",
    ),
)  # fmt: skip
_REGIONS: dict[str, Region] = {name: Region(role, junk) for role, junk, names in _NAMED for name in names.split()}
# Words taken out of the text, or set among it, to catch the eye: reading goes on behind them.
_REGIONS.update(
    dict.fromkeys(
        ("pullquote", "pull-quote", "pulled-quote", "quote-pull", "pullquotes"), Region(SegmentRole.QUOTE, True)
    )
)
# A link to more, or the rest of the text itself, folded away.
_REGIONS.update(dict.fromkeys(("read-more", "readmore", "also-read"), Region(None, True, prose=80)))
_MAX_WORD = 80
_CUT = re.compile(r"[-_]+")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_ARIA: dict[str, Region] = {
    **dict.fromkeys(("navigation", "menu", "menubar", "search"), Region(SegmentRole.NAV, False)),
    **dict.fromkeys(("doc-footnote", "doc-endnote", "doc-endnotes"), Region(SegmentRole.NOTE, False)),
    "heading": Region(SegmentRole.HEADING, False),
}
_NAMES = dict.fromkeys(("nav", "menu", "search", "select"), Region(SegmentRole.NAV, False))

#: Elements that hold a page's text: their classes describe the page, not a part of it.
WHOLE = frozenset(("html", "body", "main", "article"))


def region_of_words(words: list[str]) -> Region | None:
    """The region that class *words* open; junk goes first, then the first word that opens any."""
    found = [region for word in words if (region := region_of_word(word))]
    return next((region for region in found if region.junk), found[0] if found else None)


@lru_cache(maxsize=16384)
def region_of_word(word: str) -> Region | None:
    """The region that one class word or id opens."""
    if len(word) > _MAX_WORD:
        return None
    parts = [part for part in _CUT.split(_CAPITAL.sub("-", word).lower()) if part and not part.isdigit()]
    start, end = 0, len(parts)
    if end > 7:
        return None
    while True:
        if found := _REGIONS.get("-".join(parts[start:end])):
            return found
        if end - start > 1 and parts[end - 1] in _AFTER:
            end -= 1
        elif end - start > 1 and parts[start] in _BEFORE:
            start, end = start + 1, len(parts)
        else:
            return None


def region_of_element(name: str, role: str | None) -> Region | None:
    """The region that an element opens by its name or ARIA role."""
    return _NAMES.get(name) or (_ARIA.get(role) if role else None)
