"""Pages that are not there, whether the server says so or only the page."""

from furniture import CF_FURNITURE
from pages import article, front, http, notice, sent

WORDINGS = (
    ("en", "Oops! | The Lost Register", "We couldn't find the page you were looking for", "It may have been moved."),
    ("de", "Das verlorene Blatt", "Hoppla! Diese Seite gibt es nicht mehr", "Der Artikel wurde gelöscht oder verschoben."),
    ("fr", "Page introuvable – Le Verger", "Page introuvable", "L'adresse demandée ne correspond à rien."),
    ("es", "El Huerto", "Lo sentimos, no hemos encontrado la página", "Vuelva al inicio."),
    ("it", "Errore 404 | Il Frutteto", "Errore", "Torna alla pagina iniziale."),
    ("nl", "De Boomgaard", "Helaas, deze pagina bestaat niet (meer)", "Ga naar de voorpagina."),
    ("sv", "Sidan kunde inte hittas", "Sidan kunde inte hittas", "Kontrollera adressen."),
    ("pl", "Sad", "Przepraszamy, nie znaleziono takiej strony", "Wróć do strony głównej."),
    ("ru", "Сад — ошибка 404", "Такой страницы не существует", "Вернитесь на главную."),
    ("el", "Ο κήπος", "Η σελίδα που ζητήσατε δεν βρέθηκε", "Επιστροφή στην αρχική."),
    ("tr", "Bahçe", "Aradığınız sayfa bulunamadı", "Ana sayfaya dönün."),
    ("ja", "果樹園", "お探しの記事は見つかりませんでした", "トップページへ"),
    ("zh", "果园报", "抱歉，您访问的页面不存在", "返回首页"),
    ("ko", "과수원", "요청하신 페이지를 찾을 수 없습니다", "홈으로"),
    ("hu", "Kert", "A keresett oldal nem található", "Vissza a főoldalra."),
    ("fi", "Tarha", "Hups! Etsimääsi sivua ei löydy", "Palaa etusivulle."),
    ("ar", "البستان", "عذرا، الصفحة غير موجودة", "العودة إلى الرئيسية"),
    ("bare", "The Lost Register", "", "Sorry, the article you requested is no longer available."),
)  # fmt: skip


def said(site):
    """The server, or the page itself, says that it is not there."""
    add = site.page
    add("a page that went", "lost.example/went", http(notice("404", "Not here"), "404 Not Found"), "gone", "http_404")
    add("a page withdrawn", "lost.example/withdrawn", http("gone", "410 Gone"), "gone", "http_410")
    add(
        "a page behind furniture",
        "lost.example/furniture",
        http(
            notice(
                "Page not found",
                "Page not found",
                head=CF_FURNITURE + "<script src='https://www.google.com/recaptcha/api.js'></script>",
            ),
            "404 Not Found",
        ),
        "gone",
        "http_404",
    )
    add(
        "friendly heads",
        "lost.example/friendly",
        lambda asked, c: http("ok") if asked.method == "HEAD" else http("no", "410 Gone"),
        "gone",
        "http_410",
    )
    for language, title, heading, said in WORDINGS:
        add(
            f"the harvest ({language})",
            f"lost.example/{language}/2011/harvest-{language}",
            http(notice(title, heading, said, lang=language)),
            "soft_404",
            "title",
        )
    suspended = notice("Account Suspended", "Account Suspended", "This account has been suspended.", frame=False)
    add("harvest of the suspended", "hosted.example/2012/harvest", http(suspended), "soft_404", "title")
    broken = notice("Database Error", "Error establishing a database connection", "", frame=False)
    add("harvest of the broken base", "base.example/2012/harvest", http(broken), "server_error", "http_500")
    add(
        "the plain answer",
        "lost.example/api/story.txt",
        http("404 page not found\n", kind="text/plain"),
        "soft_404",
        "title",
    )


def led_home(site):
    """The way leads to a home page or a page of errors."""
    add = site.page
    put = site.ground.answers
    add("harvest of 1911", "lost.example/1911/harvest", sent("302 Found", "/"), "soft_404", "redirect_home")
    put["lost.example", "/"] = http(front("The Lost Register"))
    add(
        "harvest of 1912",
        "lost.example/1912/harvest",
        http('<meta http-equiv=refresh content="0;url=/">'),
        "soft_404",
        "redirect_home",
    )
    add("harvest of 1913", "lost.example/1913/harvest", sent("302 Found", "/404.html"), "soft_404", "redirect_error")
    put["lost.example", "/404.html"] = http(notice("The Lost Register", "Have you lost your way?", "Try the search."))
    add(
        "harvest of 1914",
        "lost.example/1914/harvest",
        sent("302 Found", "/errors/pagenotfound.aspx?aspxerrorpath=/1914"),
        "soft_404",
        "redirect_error",
    )
    put["lost.example", "/errors/pagenotfound.aspx?aspxerrorpath=/1914"] = http(
        notice("The Lost Register", "Oh dear", "Something has moved.")
    )
    newhome = site.at("bought.example", "/")
    put["bought.example", "/"] = http(front("Bought and Sons"))
    add(
        "the drovers' strike of 1889",
        "lost.example/2009/08/drovers-strike-of-1889",
        sent("301 Moved Permanently", newhome),
        "soft_404",
        "redirect_home",
    )


def beside(site):
    """Other addresses, cited or invented, get the same page."""
    add = site.page
    put = site.ground.answers
    put["lost.example", "/archive"] = http(front("What we kept"))
    add("harvest songs", "lost.example/songs/88", sent("302 Found", "/archive"), "soft_404", "fan_in")
    add("drovers' dances", "lost.example/dances/12", sent("302 Found", "/archive"), "soft_404", "fan_in")
    home = site.at("museum.example", "/")
    put["museum.example", "*"] = http(front("Museum of the Press", head=f'<link rel="canonical" href="{home}">'))
    put["museum.example", "/robots.txt"] = http("none", "404 Not Found", kind="text/plain")
    add("two old ladders, a catalogue", "museum.example/catalogue/4471", None, "soft_404", "probe")
    add("the museum's beehives", "museum.example/hives", http(article("The museum's beehives")), "alive")
    add("the Museum of the Press", "museum.example/", None, "alive")
    put["odd.example", "*"] = lambda asked, c: http(
        notice("Gazeti", "Samahani sana", f"Hakuna kitu hapa: {asked.target}", lang="sw")
    )
    put["odd.example", "/robots.txt"] = http("none", "404 Not Found", kind="text/plain")
    add("the ferry at Lamu", "odd.example/habari/ferry-lamu", None, "soft_404", "probe")
    mirror = article("Fox and goose")
    put["alias.example", "/a/fox-and-goose"] = http(mirror)
    put["alias.example", "/fox-and-goose"] = http(mirror)
    add("Fox and goose", "alias.example/a/fox-and-goose", None, "alive")
    add("the fable again", "alias.example/fox-and-goose", None, "alive")


GROUPS = (said, led_home, beside)
