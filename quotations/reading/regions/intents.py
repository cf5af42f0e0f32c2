"""Links that do something instead of citing: share, subscribe, print, log in, or name the author of the page."""

from __future__ import annotations

import re

from quotations.urls import clean

_SHARES = re.compile(
    r"https?://(?:[\w-]+\.)*(?:"
    r"facebook\.com/(?:sharer|share\.php|dialog/(?:share|feed|send))"
    r"|(?:twitter|x)\.com/(?:intent/|share\b|home\?status)"
    r"|linkedin\.com/(?:sharing/|sharearticle|cws/share)"
    r"|pinterest\.[a-z.]{2,6}/pin/create"
    r"|reddit\.com/(?:r/[\w]+/)?submit"
    r"|tumblr\.com/(?:share|widgets/share)"
    r"|(?:api|web)\.whatsapp\.com/send|wa\.me/\?text"
    r"|(?:t|telegram)\.me/share|telegram\.me/share"
    r"|news\.ycombinator\.com/submitlink"
    r"|(?:plus\.google\.com|google\.com/bookmarks)/(?:share|mark)"
    r"|plusone\.google\.com|digg\.com/submit|delicious\.com/(?:post|save)|del\.icio\.us/post|stumbleupon\.com/submit"
    r"|bsky\.app/intent|threads\.(?:net|com)/intent|mix\.com/add|getpocket\.com/(?:save|edit)|pocket\.co/"
    r"|instapaper\.com/(?:edit|hello2)|flipboard\.com/(?:bookmarklet|addurl)|share\.flipboard\.com"
    r"|vk\.com/share|connect\.ok\.ru/offer|xing\.com/(?:spi/shares|social_plugins)|service\.weibo\.com/share"
    r"|addtoany\.com/|addthis\.com/|sharethis\.com/|printfriendly\.com/print|evernote\.com/clip|mastodon\w*\.[a-z]+/share"
    r"|timeline\.line\.me/social|social-plugins\.line\.me|lineit\.line\.me|b\.hatena\.ne\.jp/entry"
    r"|feedly\.com/i/subscription|mail\.google\.com/mail/\?view=cm|fark\.com/submit|buffer\.com/add|bufferapp\.com/add"
    r")",
    re.IGNORECASE,
)
_MAIL_SHARE = re.compile(
    r"(?:mailto:\?|mailto:[^?]*\?(?:.{0,200}&)?(?:subject|body)=|whatsapp:|fb-messenger:|sms:|viber:|tg:)",
    re.IGNORECASE,
)
_RELS = {
    "author": "names the author",
    "tag": "a tag of the page",
    "category": "a category of the site",
    "sponsored": "sponsored",
    "ugc": "written by a reader of the page",
    "next": "leads to the next page",
    "prev": "leads to the page before",
    "search": "search",
    "license": "names the licence",
    "privacy-policy": "terms of the site",
    "terms-of-service": "terms of the site",
    "me": "a profile of the author",
}


def intent_of(href: str, rel: tuple[str, ...] = ()) -> str | None:
    """Why a link cites nothing, by its address and its ``rel`` alone; None when neither says so."""
    for word in rel:
        if word in _RELS:
            return _RELS[word]
    href = clean(href)
    if _SHARES.match(href):
        return "shares the page"
    if _MAIL_SHARE.match(href):
        return "sends the page to somebody"
    return None
