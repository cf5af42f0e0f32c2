"""Paid, asked for consent, kept back by law, for members alone; and applications without their script."""

from pages import article, http, notice, prose, sent

# A case is a line: they are read side by side.
# fmt: off


def gates(site):
    """Gates and courts."""
    add = site.page
    def page(anchor, answer, state, reason, path="story/ledger", **more):
        host = f"{anchor.replace(' ', '-')}.w.example"
        add("the price of tolls", f"{host}/{path}", answer, state, reason, **more)
    lead = "<p>" + prose("tolls", 1)[0] + "</p>"
    def cut(title, wall, lang, ld=True):
        data = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"TITLE","isAccessibleForFree":false,"wordCount":1400}</script>'.replace("TITLE", title) if ld else ""
        return http(f'<!doctype html><html lang="{lang}"><head><meta charset=utf-8><title>{title} | Thornby</title>{data}</head><body><main><article><h1>{title}</h1>{lead}<div class=paywall>{wall}</div></article></main></body></html>')
    page("le monde", cut("The price of tolls", "<p>Il vous reste 74.12% de cet article à lire. La suite est réservée aux abonnés.</p>", "fr"), "gated", "truncated")
    page("spiegel", cut("The price of tolls", "<h2>Diesen Artikel weiterlesen mit SPIEGEL+</h2><p>Jetzt Abo abschließen. Sie haben bereits ein Abo? Hier anmelden</p>", "de"), "gated", "truncated")
    page("zeit", cut("The price of tolls", "<p>Registrieren Sie sich, um diesen Artikel weiterzulesen. Kostenlos registrieren</p>", "de"), "gated", "truncated")
    page("nzz without data", cut("The price of tolls", "<p>Dieser Artikel ist nur für Abonnenten lesbar. Jetzt abonnieren und weiterlesen.</p>", "de", ld=False), "gated", "truncated")
    page("dn", cut("The price of tolls", "<p>Bli prenumerant för att läsa hela artikeln</p>", "sv"), "gated", "truncated")
    page("haaretz", cut("The price of tolls", "<p>הכתבה המלאה למנויים בלבד. כבר מנוי? היכנס</p>", "he"), "gated", "truncated")
    page("hvg", cut("The price of tolls", "<p>A teljes cikk elolvasásához előfizetés szükséges. Már előfizető? Lépjen be!</p>", "hu"), "gated", "truncated")
    page("kathimerini", cut("The price of tolls", "<p>Για να διαβάσετε ολόκληρο το άρθρο γίνετε συνδρομητής</p>", "el"), "gated", "truncated")
    page("ft", http(notice("Subscribe to read | Financial Tolls", "Subscribe to unlock this article", "Try unlimited access. Only $1 for 4 weeks. Then $75 per month.", "Explore our full range of subscriptions.")), "gated", "payment")
    page("whole beside its offer", http(article("The price of tolls", after="<div class=offer><h2>Subscribe to unlock more</h2><p>Only $1 for 4 weeks. Cancel anytime.</p></div>")), "alive", None)
    page("didomi", http("<html lang=fr><head><title>Thornby Soir</title></head><body><div id=didomi-host><button>Continuer sans accepter</button><h2>Nous et nos 842 partenaires respectons votre vie privée</h2><p>Nous et nos partenaires utilisons des cookies pour stocker des informations sur votre appareil.</p><button>Tout accepter</button><button>Paramétrer</button></div></body></html>"), "gated", "consent")
    page("pur", http(notice("Thornby online", "Willkommen bei Thornby online", "Bitte wählen Sie: Mit Werbung und Cookies weiterlesen oder mit dem Pur-Abo für 4,99 Euro im Monat ohne Tracking lesen.", "Wir und unsere 198 Partner verarbeiten personenbezogene Daten, zum Beispiel mit Cookies.", "<button>Zustimmen und weiter</button>", lang="de")), "gated", "consent")
    page("yahoo", sent("302 Found", f"http://guce.y.example:{site.port}/consent?gcrumb=x&brandType=eu&done=http%3A%2F%2Fw13.y.example%2Fstory"), "gated", "consent")
    site.at("guce.y.example")
    site.ground.answers["guce.y.example", "/consent?gcrumb=x&brandType=eu&done=http%3A%2F%2Fw13.y.example%2Fstory"] = http("<html><head><title>Yahoo is part of the Yahoo family of brands</title></head><body><form method=post><h1>We, Yahoo, are part of the Yahoo family of brands</h1><p>When you use our sites and apps, we use cookies to provide them to you. If you click 'Accept all', we and our partners will also use them.</p><button>Accept all</button><button>Reject all</button></form></body></html>")
    page("russia", http("<html lang=ru><head><title>Доступ ограничен</title></head><body><h1>Доступ к информационному ресурсу ограничен</h1><p>на основании Федерального закона от 27 июля 2006 г. № 149-ФЗ «Об информации».</p></body></html>"), "legal", "geo")
    page("turkey", http("<html lang=tr><head><title>Erişim engellendi</title></head><body><p>Bu internet sitesi hakkında 5651 sayılı kanun uyarınca erişim engelleme kararı uygulanmaktadır.</p></body></html>"), "legal", "geo")
    page("india", http("<html><head><title>Blocked</title></head><body><p>Your requested URL has been blocked as per the directions received from Department of Telecommunications, Government of India.</p></body></html>"), "legal", "geo")
    page("uk order", http("<html><head><title>Access blocked</title></head><body><h1>Access to this website has been blocked</h1><p>under an Order of the High Court. Any TalkTalk customer affected may apply to vary it.</p></body></html>"), "legal", "geo")
    page("germany", http(notice("Diese Webseite ist nicht verfügbar", "Diese Webseite ist aus urheberrechtlichen Gründen nicht verfügbar", "Die Clearingstelle Urheberrecht im Internet hat die Sperrung dieser Webseite empfohlen.", lang="de")), "legal", "geo")
    page("mediathek", http(notice("Thornby Mediathek", "Dieses Video ist in Ihrem Land nicht verfügbar", "Aus rechtlichen Gründen dürfen wir es nur in Deutschland zeigen.", lang="de")), "legal", "geo")
    page("openathens", http("<html><head><title>OpenAthens / Sign in</title></head><body><h1>Find your organisation</h1><p>Search for your institution to sign in and read this content.</p><form action=/wayf><input name=q><button>Search</button></form></body></html>"), "gated", "login")
    page("intranet", http("<html><head><title>Sign in to your account</title></head><body><form method=post action=/login><input type=email name=loginfmt><input type=password name=p><button>Next</button></form></body></html>"), "gated", "login")
    page("discord", http(notice("Private board", "You must be a member to view this board", "Log in or register to read the toll ledger thread.")), "gated", "login")


def shells(site):
    """Applications without their script."""
    add = site.page
    def page(anchor, answer, state="needs_rendering", reason=None, path="story/ledger", **more):
        add("the toll map", f"{anchor.replace(' ', '-').replace(',', '')}.v.example/{path}", answer, state, reason, **more)
    def shell(title, body): return http(f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}<script src=/_app/start.js></script></body></html>")
    page("nuxt", shell("Toll map", '<div id="__nuxt"></div><script>window.__NUXT__={}</script>'))
    page("svelte", shell("Toll map", '<div style="display: contents"></div>'))
    page("gatsby", shell("Toll map", '<noscript>This app works best with JavaScript enabled.</noscript><div id="___gatsby"></div>'))
    page("blazor", shell("Toll map", '<div id="app">Loading...</div><div id="blazor-error-ui">An unhandled error has occurred. <a href="" class=reload>Reload</a> <a class=dismiss>🗙</a></div>'))
    page("flutter", shell("toll_map", '<script src="flutter_bootstrap.js" async></script>'))
    page("gwt", shell("Toll map", '<noscript><div>Your web browser must have JavaScript enabled in order for this application to display correctly.</div></noscript>'))
    page("notion", shell("Notion", '<div id="notion-app"></div><noscript>JavaScript must be enabled in order to use Notion. Please enable JavaScript to continue.</noscript>'))
    page("lightning", shell("Toll map", '<div class="auraMsgBox">Loading</div><div id=auraErrorMask><div>Sorry to interrupt</div><div>CSS Error</div><div>Refresh</div></div>'))
    page("tableau", shell("Toll map | Tableau Public", '<noscript>JavaScript is required to view Tableau Public vizzes.</noscript><div id="root"></div>'))
    page("astro", http(article("The toll map of 1911").replace("<body>", "<body><astro-island></astro-island>")), "alive")
    page("next, whole", http(article("The toll map of 1911").replace("<body>", '<body><div id="__next">').replace("</body>", "</div><script id=__NEXT_DATA__ type=application/json>{}</script></body>")), "alive")
    page("next, lost", shell("404: This page could not be found", '<div id="__next"><div><h1>404</h1><h2>This page could not be found.</h2></div></div>'), "soft_404", "title")


GROUPS = (gates, shells)
