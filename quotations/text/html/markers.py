"""Signatures of walls, parking services and missing pages, met in a page's mark-up, title and words.

They are facts with names; `judging` decides what they mean. Each was taken from the vendor's documentation or from
pages seen; names before the colon are the class, after it the vendor or the place where it was met.
"""

from __future__ import annotations

import re
from functools import cache

Words = tuple[tuple[str, tuple[str, ...], str], ...]

#: Pages with more code points of their own are text: what is in their scripts is furniture.
_SHORT_PAGE = 3000
_MAX_MARKUP, _SHORT_BLOCK = 300_000, 160

_SIGNATURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("wall:cloudflare", ("_cf_chl_opt", "/cdn-cgi/challenge-platform/h/", "cf-browser-verification", "cf_chl_", "cf-error-details", "challenges.cloudflare.com")),
    ("wall:datadome", ("captcha-delivery.com", "datadome")),
    ("wall:perimeterx", ("px-captcha", "_pxappid", "perimeterx", "px-cdn.net")),
    ("wall:imperva", ("_incapsula_resource", "incapsula incident id", "imperva")),
    ("wall:akamai", ("sec-if-cpt", "bazadebezolkohpepadr", "errors.edgesuite.net", "akam/13", "_sec/cp_challenge")),
    ("wall:awswaf", ("gokuprops", "awswafcookiedomainlist", "awswafintegration", "aws-waf-token", "captcha.awswaf.com")),
    ("wall:kasada", ("kpsdk", "/149e9513-01fa-4fb0-aad4-566afd725d1b/")),
    ("wall:vercel", ("vercel security checkpoint", "/.well-known/vercel/security")),
    ("wall:anubis", (".within.website/x/cmd/anubis", "anubis_challenge", "techaro.lol-anubis")),
    ("wall:f5", ("istlwashere", "the requested url was rejected. please consult with your administrator", "/tspd/")),
    ("wall:aliyun", ("acw_sc__v2", "aliyun_waf", "punish-component")),
    ("wall:sucuri", ("sucuri website firewall", "sucuri_cloudproxy_js")),
    ("wall:ddosguard", ("ddos-guard", "check.ddos-guard.net")),
    ("wall:radware", ("radware bot manager", "perfdrive.com", "shieldsquare")),
    ("wall:reblaze", ("rbzns", "winsocks_challenge")),
    ("wall:captcha", ("hcaptcha.com/1/api.js", "recaptcha/api.js", "recaptcha/enterprise.js", "g-recaptcha", "turnstile")),
    ("parked:sedo", ("sedoparking", "sedo.com/search/details", "sedoparkingurl")),
    ("parked:bodis", ("bodis.com", "parking.bodiscdn.com")),
    ("parked:parkingcrew", ("parkingcrew.net", "img.parkingcrew")),
    ("parked:afternic", ("afternic.com",)),
    ("parked:dan", ("dan.com/buy-domain", "cdn0.dan.com")),
    ("parked:hugedomains", ("hugedomains.com",)),
    ("parked:godaddy", ("footer_domain_parking", "parkweb.secureserver", "wsimg.com/parking-lander", "parked-content.godaddy.com")),
    ("parked:namecheap", ("parkingpage.namecheap.com", "registrar-servers.com/parking")),
    ("parked:uniregistry", ("uniregistry.com/buy", "uniregistrymarket")),
    ("parked:parklogic", ("parklogic.com",)),
    ("parked:above", ("above.com/marketplace", "park.above.com")),
    ("parked:dynadot", ("dynadot.com/market",)),
    ("parked:skenzo", ("skenzo.com", "ztomy.com", "dnsowl.com")),
    ("parked:adblockkey", ("data-adblockkey", "window.park =", "window.park=")),
    ("consent:onetrust", ("onetrust-consent-sdk", "otsdkstub.js")),
    ("consent:google", ("consent.google.", "consent.youtube.")),
    ("consent:oath", ("guce.", "consent.yahoo.com")),
    ("consent:sourcepoint", ("sourcepoint", "sp_message_container")),
    ("consent:didomi", ("didomi",)),
    ("consent:quantcast", ("quantcast.mgr.consensu.org", "cmp.quantcast")),
    ("consent:usercentrics", ("usercentrics",)),
    ("consent:cookiebot", ("consent.cookiebot.com",)),
    ("consent:traffective", ("pur-abo", "contentpass")),
    ("paywall:piano", ("tinypass.com/", "experience.piano.io", "cdn.piano.io")),
    ("paywall:poool", ("assets.poool.fr", "poool.fr")),
    ("paywall:zephr", ("zephr",)),
    ("paywall:leaky", ("leaky-paywall", "leaky_paywall")),
    ("paywall:laterpay", ("laterpay.net", "contributor.laterpay")),
    ("paywall:substack", ("paywall-jump", "paywall-title")),
    ("paywall:class", ('class="paywall', "paywall-content", "paywall__", "regwall", "meteredcontent", "subscriber-only", "subscribers-only")),
)  # fmt: skip

_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        (
            "wall:title",
            r"(?:just a moment|einen moment|un instant|un momento|um momento|even geduld|attention required|checking your browser|"
            r"pardon our interruption|access denied|access to this page has been denied|please wait|one moment,? please|"
            r"ddos protection|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|robot check|human verification|security (?:check|checkpoint)|"
            r"vercel security checkpoint|making sure you.re not a bot|client challenge|bot verification|request unsuccessful|you have been blocked|"
            r"sicherheitsüberprüfung|vérification de sécurité|captcha)\b",
        ),
        (
            "soft404:title",
            r"(?:.{0,60}\b)?(?:404\b|error 40[34]\b|page (?:was |is |could )?not (?:be )?found|not found\b|page (?:doesn.?t|does not|no longer) exist|"
            r"(?:sorry|oops)\b.{0,40}(?:find|found|missing|gone)|page unavailable|(?:this |the )?(?:page|article|content|story|item|post|document) (?:you (?:requested|are looking for) )?(?:(?:has been|was) (?:removed|deleted)|is (?:no longer|not) available|isn.?t available|is gone|missing)|"
            r"no longer available|content not available|nothing (?:was )?found|file not found|missing page|"
            r"seite (?:wurde )?(?:leider )?nicht gefunden|nicht gefunden|seite existiert nicht|artikel nicht (?:mehr )?(?:gefunden|verfügbar)|"
            r"page (?:introuvable|non trouvée|inexistante)|introuvable|cette page n.existe (?:pas|plus)|"
            r"página no (?:encontrada|existe|disponible)|no (?:se ha|se|hemos) (?:podido )?encontrad|no encontrad[ao]|"
            r"pagina non (?:trovata|esiste|disponibile)|non trovata|"
            r"página não (?:encontrada|existe)|não encontrad[ao]|"
            r"pagina (?:is )?niet gevonden|niet gevonden|sidan (?:kunde inte hittas|finns inte|hittades inte)|siden (?:blev ikke fundet|finnes ikke|ble ikke funnet|findes ikke)|sivua ei löyd|"
            r"(?:nie znaleziono|nie ma takiej strony|strona nie istnieje)|stránka (?:nenalezena|neexistuje|nebyla nalezena)|"
            r"страница не (?:найдена|существует)|не найдено|сторінку не знайдено|"
            r"ページが見つかりません|お探しのページ|页面不存在|找不到(?:页面|頁面)|頁面不存在|您访问的页面|페이지를 찾을 수 없)",
        ),
        (
            "parked:title",
            r"(?:[\w.-]{2,60}\.[a-z]{2,12}\b.{0,20}\b(?:is|may be) for sale\b|.{0,80}domain (?:name )?(?:is )?(?:for sale|parked|expired)|.{0,40}parked domain|.{0,40}buy this domain|.{0,60}domain (?:steht )?zum verkauf|domaine (?:est )?à vendre|dominio en venta|dominio in vendita)",
        ),
        (
            "login:title",
            r"(?:please )?(?:log ?in|sign ?in|anmelden|einloggen|se connecter|connexion|iniciar sesión|accedi|entrar|inloggen|logga in|zaloguj|войти|ログイン|登录)\b(?!.{40})",
        ),
        (
            "consent:title",
            r"(?:before you continue|we value your privacy|your privacy choices|privacy settings|cookie (?:consent|settings|preferences)|bevor sie (?:fortfahren|zu .{1,30} weitergehen)|avant de continuer|datenschutz ?einstellungen|yahoo (?:ist teil|fait partie|is part) |"
            r"cookies?\s*(?:[-–—|·]|$)|(?!how |why |what |who |when )(?:.{0,40} )?(?:uses?|maakt gebruik van|gebruik(?:t|en)|verwende[tn]|nutz(?:t|en)|utilis(?:e|ons) des|utilizan?(?:mos)?|"
            r"utilizza(?:mo)?(?: i)?|usamos|usa(?: i)?|używa(?:my)?(?: plików)?|använder|bruger|bruker) cookies?\b(?!.{40}))",
        ),
        ("paywall:title", r"(?:subscribe (?:to (?:read|continue)|now)|subscription required|subscribers? only|this (?:article|story|content) is for subscribers|abonnez-vous|jetzt abonnieren)"),
        ("geo:title", r".{0,40}(?:unavailable for legal reasons|not available in your (?:country|region|location)|451\b)"),
        ("error:title", r"(?:50[0234] |internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|error establishing a database|database error|site (?:is )?under maintenance|maintenance mode|wartungsarbeiten)"),
        ("default:title", r"(?:apache2? (?:ubuntu|debian)? ?default page|welcome to nginx|iis windows server|test page for the|index of /|default (?:web site )?page|it works!?$|account suspended|site not published|domain default page|web server.s default page|coming soon$)"),
    )
)  # fmt: skip

#: Name, stems of which one stands in every wording, wordings (in lower case).
_WORDS: Words = tuple(
    (name, tuple(stems.split()), pattern)
    for name, stems, pattern in (
        (
            "paywall:words",
            "subscri member abonn suscri abbonat assinant unlock reading remain left weiterlesen reste riservat réservé leyendo leggere limit",
            r"subscribe (?:to|and) (?:continue (?:reading|to)|keep reading|read\b|unlock|access this|get full)|(?:to|and) (?:continue|keep) reading,? (?:please )?(?:subscribe|log|sign|become|join|start)|continue reading (?:with|for|this (?:article|story)|your article)|"
            r"(?:this|the) (?:article|story|content|post|piece) is (?:for|only (?:available|for)|exclusive(?:ly)? (?:for|to)|reserved for|available (?:only )?to) (?:our |paid |paying )?(?:subscribers|members)|"
            r"(?:paragraphs (?:of this (?:article|story) )?remain|(?:words|%) of this (?:article|story) (?:remain|left)|\d (?:free )?(?:articles?|stor(?:y|ies)) (?:left|remaining) this month)|you(?:.ve| have) (?:reached|read|used) your (?:article limit|limit of|monthly (?:limit|free|article)|free (?:article|limit|stor)|last (?:free|article))|"
            r"unlock (?:this|the|full) (?:article|story|access)|to (?:view|read|access|see) the (?:full|whole|entire|rest of (?:the|this)) ?(?:story|article|post|text)?,? (?:please )?(?:subscribe|log|sign|become|join|register)|become a (?:paid )?(?:subscriber|member) to (?:read|continue)|this post is for pa(?:id|ying) subscribers|"
            r"jetzt (?:weiterlesen|testen und weiterlesen)|weiterlesen mit|(?:nur für|exklusiv für) abonnenten|dieser (?:artikel|inhalt|text) ist (?:nur )?für abonnent|mit (?:einem )?abo weiterlesen|"
            r"(?:il vous reste [\d.,]{1,5} ?% (?:de cet|à lire)|article réservé (?:à|aux) (?:nos )?abonnés|réservé à nos abonnés|réservé aux abonnés|la suite (?:de cet article )?est réservée|abonnez-vous pour (?:lire|continuer))|"
            r"(?:suscríbe(?:te|se) para (?:seguir|continuar|leer)|contenido exclusivo para suscriptores|para seguir leyendo|solo para suscriptores)|"
            r"(?:abbonati per (?:leggere|continuare)|contenuto riservato agli abbonati|per continuare a leggere)|"
            r"(?:assine para (?:ler|continuar)|conteúdo exclusivo para assinantes)|(?:abonneer (?:je|u) om|alleen voor abonnees)",
        ),
        (
            "paywall:subscriber",
            "subscriber member abonn suscriptor abbonat assinant",
            r"already a (?:subscriber|member)|déjà abonné|sie (?:sind|haben) (?:bereits|schon) (?:abonnent|ein abo)|ya (?:eres|soy) suscriptor|sei già abbonato|já é assinante|al abonnee",
        ),
        (
            "wall:words",
            "checking verify enable traffic activity request block hold browser robot denied cookies captcha",
            r"checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you(?:.re| are) (?:a )?(?:human|not a (?:bot|robot))|complete the (?:security check|captcha)|enable (?:javascript|js) and cookies to continue|"
            r"(?:unusual|suspicious|automated) (?:traffic|activity|requests?) (?:from|coming)|you (?:have been|are) blocked|why have i been blocked|press (?:and|&) hold|as you were browsing something about your browser|we just need to make sure you.re not a robot|"
            r"your (?:request|ip|access) (?:has been|was|is) (?:blocked|denied)|please enable cookies",
        ),
        (
            "parked:words",
            "domain domaine dominio related",
            r"(?:this )?domain(?: name)? (?:may be|is|might be|could be)? ?(?:for sale|parked|available for purchase)|(?:has been|is) parked|buy this domain|make an offer on this domain|(?:the )?owner of this domain|domain (?:has )?expired|related searches:?$|"
            r"diese domain (?:steht|kann|ist)|ce (?:nom de )?domaine est (?:à vendre|en vente)|este dominio está (?:a la venta|en venta)|questo dominio è in vendita|inquire about this domain|interested in this domain",
        ),
        (
            "soft404:words",
            "page find locate available exist removed seite página pagina sidan siden страниц strona",
            r"(?:the )?page (?:you (?:requested|are looking for|were looking for|tried to (?:reach|access)|.re looking for)|may have (?:been )?moved|(?:could|can)(?:not|.?t| not) be found|(?:does not|doesn.?t|no longer) exist|(?:was|is) not found|has (?:been )?(?:moved|removed|deleted))|"
            r"(?:sorry,? )?we (?:can(?:not|.?t)|could(?: not|n.?t)|couldn.?t) (?:find|locate) (?:that|the|this|what|your) ?(?:page|article|story|content|you)?|(?:this|the) (?:article|story|post|content|video|product|listing) (?:has been (?:removed|deleted|taken down)|is no longer available|no longer exists|was removed)|"
            r"die (?:von ihnen )?(?:angeforderte|gesuchte|gewünschte|aufgerufene)n? seite|(?:diese )?seite (?:wurde (?:leider )?nicht gefunden|existiert nicht|ist nicht (?:mehr )?(?:verfügbar|vorhanden))|"
            r"la page (?:que vous (?:recherchez|demandez|avez demandée|cherchez)|demandée|n.existe)|cette page n.existe|"
            r"la página (?:que (?:buscas|busca|está buscando|estás buscando|ha solicitado|solicitaste)|solicitada|no existe)|"
            r"la pagina (?:che (?:cerchi|stai cercando|hai richiesto)|richiesta|non (?:esiste|è stata trovata))|a página (?:que (?:procura|você procura|está procurando)|solicitada|não)|"
            r"de (?:opgevraagde )?pagina (?:die je zoekt|bestaat niet|is niet gevonden|kan niet)|sidan du (?:söker|letar)|siden du (?:leter|leder)|запрашиваем\w{1,4} страниц|страница (?:удалена|не найдена|не существует)|żądana strona",
        ),
        ("geo:words", "available legal verfügbar disponible gdpr", r"not available (?:in|to (?:users|visitors|readers) in|from) your (?:country|region|location|area)|(?:unavailable|not available) (?:in|to) (?:most |visitors from |readers in )?(?:european|the european|the eu|europe)|due to (?:legal|gdpr|data protection|general data protection)|unavailable (?:for|due to) legal reasons|in deinem land nicht verfügbar|pas disponible dans votre (?:pays|région)|no está disponible en su (?:país|región)"),
        ("login:words", "logged log sign register account einloggen anmelden melden connectez sesión accedi login", r"(?:please |you (?:must|need to|have to) )(?:be logged in|log ?in|sign ?in)(?: or (?:register|sign up|create))?|log ?in (?:or (?:sign up|register|create an account) )?to (?:continue|view|read|see|access)|sign ?in to (?:continue|view|read|see|access|your account)|create (?:a free|an) account to (?:continue|read|view)|register (?:for free )?to (?:continue|read)|bitte (?:melden sie sich an|einloggen|anmelden)|connectez-vous pour|inicia(?:r)? sesión para|accedi per|faça login para"),
        ("consent:words", "partner partenaires drittanbieter privacy accept akzeptieren aceptar accetta zustimmen werbung continue", r"(?:we|wir|nous) (?:and|und|et) (?:our|unsere|nos) (?:\d{1,4} )?(?:partners?|partnern?|partenaires|drittanbieter)|we value your privacy|accept all(?: cookies)?$|alle(?:s)? akzeptieren$|tout accepter$|aceptar todo$|accetta tutt[oi]$|zustimmen und weiter|mit werbung (?:weiterlesen|lesen)|before you continue to"),
        ("error:words", "database error mysql temporarily site", r"error establishing a database connection|database connection error|there has been a critical error on this website|fatal error: |warning: mysql|temporarily (?:down|unavailable|offline) for maintenance|site is (?:down|undergoing|under) (?:for )?maintenance|application error: a client-side exception"),
        ("default:words", "default nginx suspended published future", r"this is the default (?:web|welcome) page|if you see this page, the (?:nginx )?web server is successfully installed|this account has been suspended|site is not published|future home of something quite cool"),
    )
)  # fmt: skip

_MAX_BLOCK = 400  # longer blocks are prose that may speak of walls


def markers_of(markup: str, title: str | None, lead: str, blocks: list[str]) -> tuple[str, ...]:
    """Names of the signatures met.

    Args:
        markup: the page as decoded.
        title: the title element.
        lead: the first heading that is shown.
        blocks: the page's own shown blocks in order, navigation left out.
    """
    found: dict[str, None] = {}
    for text, place in ((title, ""), (lead, "heading")):
        for name, pattern in _TITLES:
            if text and pattern.match(text[:200].strip()):
                found[name.replace("title", place) if place else name] = None
    if sum(map(len, blocks)) > _SHORT_PAGE:
        found.update(_worded([block for block in blocks[-60:] if len(block) < _SHORT_BLOCK], _WORDS[:1]))
        return tuple(found)
    lowered = markup[:_MAX_MARKUP].lower()
    for name, needles in _SIGNATURES:
        if any(needle in lowered for needle in needles):
            found[name] = None
    found.update(_worded([block for block in blocks if len(block) <= _MAX_BLOCK], _WORDS))
    return tuple(found)


def paywall_at(blocks: list[str]) -> int | None:
    """Index of the first short block that asks for a subscription to read on; None when there is none."""
    for index, block in enumerate(blocks):
        if len(block) <= _MAX_BLOCK and _worded([block], _WORDS[:1]):
            return index
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # Most pages need none of these wordings, and a start of the command should not pay for them.
    return re.compile(pattern)


def _worded(blocks: list[str], wordings: Words) -> dict[str, None]:
    """Names of the wordings that a block holds."""
    found: dict[str, None] = {}
    lowered = [block.lower() for block in blocks]
    for name, stems, pattern in wordings:
        for block in lowered:
            if any(stem in block for stem in stems) and _compiled(pattern).search(block):
                found[name] = None
                break
    return found
