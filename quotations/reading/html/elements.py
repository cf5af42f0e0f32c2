"""What elements, classes and styles mean to a reader of the page."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from quotations.reading.document import BlockKind

#: Elements whose content is never part of the text that is seen. Not ``head``: in pages without a body element the
#: parser leaves HTML5's elements in it.
UNSEEN = frozenset(
    """script style noscript svg template iframe object embed canvas audio video select option datalist
    textarea input rp rt meta link base title area map param source track frame frameset picture img dialog
    annotation annotation-xml""".split()  # noqa: SIM905
)

#: Elements that begin and end a block.
BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre section summary table tbody
    td tfoot th thead tr ul listing xmp plaintext search""".split()  # noqa: SIM905
)

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), BlockKind.CODE),
}

_INVISIBLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item|flow-root)", re.IGNORECASE)
_HIDDEN_CLASSES = frozenset(
    """sf-hidden sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only
    u-visually-hidden a11y-hidden assistive-text show-for-sr element-invisible visually-hidden-focusable
    sr-only-focusable skip-link margin-toggle ltx_note_mark ltx_tag_note""".split()  # noqa: SIM905
)

#: Parts of a class or id that say that an element is none of the article.
_CHROME_PARTS = frozenset(
    """nav navbar navigation menu breadcrumb breadcrumbs sidebar footer masthead share sharing sharebar sharedaddy
    sharethis addthis addtoany social socials related recommended recommendations recirc recirculation promo promos
    newsletter newsletters signup subscribe subscription tags taglist tagcloud byline comments comment commentlist
    disqus respond pagination pager ad ads advert advertisement advertising adslot sponsor sponsored cookie cookies
    consent gdpr modal popup overlay toolbar outbrain taboola trending popular mostpopular teaser
    teasers navbox toc catlinks printfooter editsection authorbox authorbio donate donation banner topbar
    ticker breadcrumbtrail jumpnav postnav prevnext postmeta siteheader sitefooter relatedposts jp-relatedposts
    readmore morestories noprint hatnote ambox storysharing pullout infinite""".split()  # noqa: SIM905
)
_CHROME_PAIRS = frozenset(
    """site-header page-header global-header main-header top-bar sign-up author-bio author-box about-author author-info
    author-profile read-more read-next more-from more-stories more-on most-read most-popular post-meta entry-meta
    entry-footer post-footer article-footer article-tags post-tags tag-list tag-cloud tags-list post-navigation
    entry-utility post-info entry-tags cat-links tags-links edit-link skip-links article-tools story-tools
    follow-us up-next also-read see-also jump-to-nav wm-ipp donato site-footer page-footer side-bar right-rail left-rail
    right-column rail-right cache-hdr wm-ipp-base wm-ipp-print""".split()  # noqa: SIM905
)
#: The frame that archive.today puts around a copy.
_ARCHIVE_TODAY_HEAD = "HEADER"
_SPLIT = re.compile(r"[-_]+|(?<=[a-z0-9])(?=[A-Z])")

#: Classes, ids and properties of the element that holds an article's own text, most telling first.
_BODY_TOKENS = re.compile(
    r"(?:article|story|post|entry|blog|news|page|single|content|node|main|text|body|rich|c-entry|td-post|field-name|"
    r"available|prose|paywall|longform|feature)"
    r"(?:[-_]{0,2}|(?=[A-Z]))(?:body|content|text|main|article|copy|paragraphs|post|container-body)(?:[-_]{0,2}(?:content|body|text|wrapper|"
    r"inner|copy|main|area|wrap))?",
    re.IGNORECASE,
)
_BODY_NAMES = frozenset(
    """articlebody storytext storybody mw-parser-output markdown-body post-body hentry h-entry e-content prose
    post-entry entry story article-text blogpost blog-post readability-page-1 body-copy bodytext copy""".split()  # noqa: SIM905
)
_PULL = re.compile(r"(?:^|[-_ ])(?:pull-?_?quotes?|pq|pullout-?quote|quote-?pull)(?:$|[-_ ])", re.IGNORECASE)
_NOTES = re.compile(
    r"(?:^|[-_ ])(?:foot-?notes?|end-?notes?|references|reflist|notes-list|fn-list|footnotes-list)(?:$|[-_ ])",
    re.IGNORECASE,
)

_REMARKS = re.compile(
    r"(?:^|[-_ ])(?:admonition|callout|remark|side-?note|margin-?note|aside-?note|note|tip|warning|example|definition)(?:$|[-_ ])",
    re.IGNORECASE,
)

_INLINE_NOTES = frozenset(["sidenote", "marginnote", "ltx_note_outer", "footnote-inline", "inline-footnote"])

_CHROME_ROLES = {
    "navigation": "navigation", "banner": "the site's head", "contentinfo": "the site's foot", "search": "search",
    "complementary": "beside the article", "menu": "menu", "menubar": "menu", "toolbar": "tools", "dialog": "dialog",
    "alertdialog": "dialog", "doc-toc": "table of contents", "tablist": "tabs",
}  # fmt: skip


def unseen_style(style: str) -> bool:
    """Whether an element with this style attribute is not shown."""
    return _INVISIBLE.search(style) is not None


def block_style(style: str) -> bool:
    """Whether an element with this style attribute is a block of its own."""
    return _BLOCK_STYLE.search(style) is not None


@lru_cache(maxsize=8192)
def unseen_class(names: str) -> bool:
    """Whether one of the class *names* hides an element from those who see."""
    return not _HIDDEN_CLASSES.isdisjoint(names.lower().split())


@lru_cache(maxsize=8192)
def chrome_name(classes: str, id: str = "") -> str | None:
    """The class or id that says that an element is none of the article.

    A long id is the heading of a section in another form ("core-metadata-tags"), and says nothing.
    """
    spelt = id.lower() in _CHROME_PAIRS or len(_SPLIT.findall(id)) < 2
    for token in (*classes.split(), *([id] if spelt else [])):
        low = token.lower()
        if low in _CHROME_PAIRS or token == _ARCHIVE_TODAY_HEAD:
            return token
        parts = [part.lower() for part in _SPLIT.split(token) if part]
        # "widget" opens the names of a side column's boxes; page builders call every paragraph "…-widget".
        if not _CHROME_PARTS.isdisjoint(parts) or parts[:1] in (["widget"], ["widgets"]):
            return token
        if any(f"{one}-{two}" in _CHROME_PAIRS for one, two in pairwise(parts)):
            return token
    return None


@lru_cache(maxsize=8192)
def body_name(names: str) -> str | None:
    """The class or id among *names* that says that an element holds the article's own text."""
    for token in names.split():
        if token.lower() in _BODY_NAMES or _BODY_TOKENS.fullmatch(token):
            return token
    return None


@lru_cache(maxsize=1024)
def is_pull_quote(names: str) -> bool:
    """Whether the class *names* say that an element repeats words of the body in large type."""
    return _PULL.search(names) is not None


def is_office_quote(names: str) -> bool:
    """Whether the class is one of Word's styles for quotations, which it saves as paragraphs."""
    return names in ("MsoQuote", "MsoIntenseQuote", "MsoQuoteCxSpFirst", "MsoQuoteCxSpMiddle", "MsoQuoteCxSpLast")


@lru_cache(maxsize=1024)
def is_remark(names: str) -> bool:
    """Whether the class *names* say that an element is a remark of the author's beside the text."""
    return _REMARKS.search(names) is not None


@lru_cache(maxsize=1024)
def is_inline_note(names: str) -> bool:
    """Whether the class *names* say that words inside a line are a note to it (Tufte CSS, LaTeXML)."""
    return not _INLINE_NOTES.isdisjoint(names.split())


@lru_cache(maxsize=1024)
def is_notes(names: str) -> bool:
    """Whether the class or id *names* say that an element holds notes or references."""
    return _NOTES.search(names) is not None


@lru_cache(maxsize=8192)
def telling_class(names: str) -> bool:
    """Whether the class *names* mean anything to a rule here."""
    told = (unseen_class, chrome_name, body_name, is_pull_quote, is_inline_note, is_notes)
    return any(asked(names) for asked in told)


def chrome_role(role: str) -> str | None:
    """What an element with this ARIA role is instead of the article."""
    return _CHROME_ROLES.get(role.strip().lower())
