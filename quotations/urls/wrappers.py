"""The table of addresses that carry another address inside, each by its own documented rule.

A wrapper is named by host (with everything under it where ``*.`` stands first), by the beginning of its path, and by
the parameters that hold the true address. A site that is not in the table keeps its ``?url=``: that is a page of its
own. Rules that are more than a parameter stand in `quotations.urls.rewriting`.
"""

from __future__ import annotations

from quotations.values import plain_value


@plain_value
class Wrapper:
    """One kind of wrapping address."""

    hosts: tuple[str, ...]  #: "l.facebook.com"; "*.x.org" for all hosts under x.org; "google.*" for any suffix
    paths: tuple[str, ...]  #: beginnings of the path, in lower case; "/" for any
    parameters: tuple[str, ...]  #: that hold the address, first found first; names in lower case
    encoding: str = "escapes"  #: "escapes", or "base64" (URL alphabet, padding optional)
    strip: str = ""  #: a pattern in the value that is no part of the address


def _w(hosts: str, paths: str, parameters: str, encoding: str = "escapes", strip: str = "") -> Wrapper:
    return Wrapper(tuple(hosts.split()), tuple(paths.split()), tuple(parameters.split()), encoding, strip)


#: What Meta's sites add to the address itself.
_CLICK = r"(?<=[?&])fbclid=[^&#]*&|[?&]fbclid=[^&#]*(?=#|$)"

WRAPPERS: tuple[Wrapper, ...] = (
    # Search engines
    _w("google.* www.google.* news.google.* plus.url.google.com mail.google.com", "/url", "q url"),
    _w("google.* www.google.* images.google.*", "/imgres", "imgrefurl"),
    _w("google.* www.google.* books.google.*", "/local_url", "q"),
    _w("google.* www.google.*", "/aclk", "adurl"),
    _w("meet.google.com chat.google.com", "/linkredirect", "dest"),
    _w("scholar.google.*", "/scholar_url", "url"),
    _w(
        "googleadservices.com www.googleadservices.com googleads.g.doubleclick.net adclick.g.doubleclick.net",
        "/",
        "adurl",
    ),
    _w("googleweblight.com", "/", "u lite_url"),
    _w("consent.google.* consent.youtube.com", "/", "continue"),
    _w("duckduckgo.com html.duckduckgo.com lite.duckduckgo.com r.duckduckgo.com", "/l/", "uddg"),
    _w("bing.com www.bing.com", "/alink/link /news/apiclick.aspx", "url"),
    _w("bing.com www.bing.com", "/ck/a", "u", "bing"),
    _w("search.yahoo.com", "/cbclk", "ru"),
    _w("yandex.ru yandex.com www.yandex.ru", "/turbo", "text"),
    _w("yandex.ru yandex.com www.yandex.ru", "/clck/jsredir", "url"),
    _w("startpage.com www.startpage.com", "/do/proxy", "u"),
    # Social sites
    _w("facebook.com *.facebook.com l.messenger.com l.workplace.com", "/l.php", "u", strip=_CLICK),
    _w("facebook.com www.facebook.com", "/flx/warn", "u"),
    _w("l.instagram.com l.threads.net l.threads.com l.wl.co", "/", "u", strip=_CLICK),
    _w("linkedin.com www.linkedin.com", "/redir/ /safety/go /redirect", "url"),
    _w("youtube.com www.youtube.com m.youtube.com", "/redirect", "q"),
    _w("out.reddit.com", "/", "url"),
    _w("reddit.com www.reddit.com", "/media", "url"),
    _w("twitter.com x.com mobile.twitter.com", "/i/redirect", "url"),
    _w("go.bsky.app", "/redirect", "u"),
    _w("vk.com m.vk.com vk.ru m.vk.ru away.vk.com", "/away", "to"),
    _w("ok.ru m.ok.ru", "/dk", "st.link"),
    _w("t.umblr.com", "/redirect", "z"),
    _w("pinterest.com www.pinterest.com", "/offsite", "url"),
    _w("disq.us", "/url /", "url", strip=r":[\w-]{20,40}$"),
    _w("exit.sc gate.sc", "/", "url"),
    _w("t.me telegram.me", "/iv", "url"),
    _w("steamcommunity.com", "/linkfilter", "url u"),
    _w("slack-redir.net www.slack-redir.net", "/link", "url"),
    _w("deviantart.com www.deviantart.com", "/users/outgoing", "url"),
    _w("curseforge.com www.curseforge.com", "/linkout", "remoteurl"),
    _w("weibo.cn", "/sinaurl", "u toasturl"),
    _w("c.pc.qq.com", "/", "pfurl url"),
    _w("link.zhihu.com link.juejin.cn link.csdn.net", "/", "target"),
    _w("jianshu.com www.jianshu.com", "/go-wild", "url"),
    _w("link.jianshu.com", "/", "t"),
    _w("gitee.com", "/link", "target"),
    _w("douban.com www.douban.com", "/link2", "url"),
    # Publishing and reading services
    _w("medium.com *.medium.com", "/r/", "url"),
    _w("medium.com *.medium.com", "/m/global-identity", "redirecturl"),
    _w("flipboard.com", "/redirect", "url"),
    _w("getpocket.com", "/redirect", "url"),
    _w("instapaper.com www.instapaper.com", "/text", "u"),
    _w("hyp.is", "/go", "url"),
    _w("12ft.io", "/proxy", "q"),
    _w("printfriendly.com www.printfriendly.com", "/print", "url"),
    # Mail filters and senders
    _w(
        "*.safelinks.protection.outlook.com *.safelinks.protection.office365.us *.safelinks.protection.partner.outlook.cn",
        "/",
        "url",
    ),
    _w("statics.teams.cdn.office.net", "/evergreen-assets/safelinks", "url"),
    _w(
        "outlook.office.com outlook.office365.com outlook.live.com outlook.cloud.microsoft",
        "/mail/safelink.html /mail/0/safelink.html",
        "url",
    ),
    _w("urldefense.proofpoint.com urldefense.com urldefense.us", "/v1/", "u"),
    _w("urldefense.proofpoint.com urldefense.com urldefense.us", "/v2/", "u", "proofpoint"),
    _w("linkprotect.cudasvc.com", "/url", "a"),
    _w("protect2.fireeye.com protect.fireeye.com", "/", "u"),
    _w("*.trendmicro.com", "/wis/clicktime", "url"),
    _w("*.protection.sophos.com", "/", "u", "base64"),
    _w("clicktime.symantec.com clicktime.cloud.postoffice.net scanmail.trustwave.com", "/", "u"),
    _w("link.edgepilot.com", "/s/", "u"),
    _w("mailtrack.io", "/", "url"),
    _w("checkpoint.url-protection.com", "/v1/", "o"),
    _w("deref-gmx.net deref-web.de deref-mail.com deref-1und1.de", "/mail/client/", "redirecturl"),
    _w("t.sidekickopen.com *.sidekickopen.com", "/", "t"),
    # Translators
    _w("translate.google.*", "/translate /website", "u"),
    _w("translate.googleusercontent.com", "/translate", "u"),
    _w("microsofttranslator.com *.microsofttranslator.com translatetheweb.com www.translatetheweb.com", "/", "a"),
    _w("translate.yandex.* translated.turbopages.org", "/", "url"),
    _w("fanyi.baidu.com", "/transpage", "query"),
    _w("papago.naver.net", "/website", "url"),
    # Libraries: the resolver addresses that EZproxy and OpenAthens document
    _w("go.openathens.net", "/redirector/", "url"),
    _w("proxy.openathens.net", "/login", "qurl entityid"),
    # Commissions on sales
    _w("go.skimresources.com go.redirectingat.com", "/", "url"),
    _w("redirect.viglink.com", "/", "u"),
    _w("click.linksynergy.com", "/", "murl"),
    _w("awin1.com www.awin1.com", "/cread.php", "ued p"),
    _w("shareasale.com www.shareasale.com", "/r.cfm", "urllink"),
    _w("shop-links.co", "/link", "url"),
    _w("*.pxf.io *.sjv.io *.evyy.net", "/c/", "u"),
    _w("*.digidip.net", "/", "url"),
    _w("clk.tradedoubler.com", "/", "url"),
    _w("ad.admitad.com", "/", "ulp"),
    _w("rover.ebay.*", "/rover/", "mpre"),
    # Referrer hiders
    _w("href.li nullrefer.com anonym.to anon.to dereferer.me", "/", ""),
)

#: Hosts whose path is the address of the page that they show: host → beginning of the path before it.
PREFIXED: dict[str, str] = {
    "via.hypothes.is": "/",
    "outline.com": "/",
    "12ft.io": "/",
    "freedium.cfd": "/",
    "r.jina.ai": "/",
    "txtify.it": "/",
}
