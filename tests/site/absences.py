"""Pages that hold no article and say so, in words of our own."""

from pages import http, notice

# fmt: off
#: Language, title, heading, sentence.
LOST = (
    ("en", "Whoops | Thornby Review", "We can't find that page", "It may have been moved, renamed, or it never was."),
    ("en", "Thornby Review", "Page unavailable", "The page you requested is currently unavailable or has been taken offline."),
    ("de", "Hoppla | Thornby", "Diese Seite gibt es leider nicht mehr", "Vielleicht hilft Ihnen die Suche weiter."),
    ("fr", "Oups | Thornby", "Cette page n'existe plus ou a changé d'adresse", "Retournez à l'accueil."),
    ("es", "Vaya | Thornby", "No hemos podido encontrar la página que buscas", "Vuelve a la portada."),
    ("it", "Ops | Thornby", "La pagina richiesta non esiste più", "Torna alla home."),
    ("pt", "Ops | Thornby", "Não encontramos a página que você procura", "Voltar ao início."),
    ("nl", "Oeps | Thornby", "Deze pagina kunnen we niet vinden", "Ga terug naar de voorpagina."),
    ("sv", "Hoppsan | Thornby", "Sidan du letar efter finns inte längre", "Till startsidan."),
    ("da", "Ups | Thornby", "Vi kan ikke finde den side, du leder efter", "Til forsiden."),
    ("nb", "Oi | Thornby", "Vi finner ikke siden du leter etter", "Til forsiden."),
    ("fi", "Hups | Thornby", "Etsimääsi sivua ei löydy", "Etusivulle."),
    ("cs", "Jejda | Thornby", "Požadovaná stránka neexistuje", "Zpět na úvod."),
    ("pl", "Ups | Thornby", "Nie znaleźliśmy strony, której szukasz", "Wróć na stronę główną."),
    ("ro", "Ups | Thornby", "Pagina căutată nu mai există", "Înapoi la prima pagină."),
    ("uk", "Ой | Thornby", "Такої сторінки не існує", "На головну."),
    ("ru", "Ой | Thornby", "Такой страницы больше нет", "На главную."),
    ("ja", "Thornby", "このページは現在ご利用いただけません", "トップへ戻る"),
    ("zh", "Thornby", "抱歉，您要查看的页面已被删除或不存在", "返回首页"),
    ("ko", "Thornby", "요청하신 페이지를 찾을 수 없습니다", "홈으로"),
    ("vi", "Thornby", "Rất tiếc, trang bạn tìm không còn tồn tại", "Về trang chủ"),
    ("id", "Thornby", "Maaf, halaman yang Anda cari sudah tidak tersedia", "Kembali ke beranda"),
    ("he", "Thornby", "מצטערים, העמוד שחיפשת לא קיים", "לעמוד הבית"),
    ("th", "Thornby", "ขออภัย ไม่พบหน้าที่คุณต้องการ", "กลับหน้าแรก"),
    ("hr", "Ups | Thornby", "Stranica koju tražite ne postoji", "Na početnu."),
)
#: Title, heading, sentences: the piece itself was taken away.
REMOVED = (
    ("The bell founder's oath | Thornby Review", "The bell founder's oath", "This article has been removed at the request of its author."),
    ("The bell founder's oath", "The bell founder's oath", "This story has been taken down because it did not meet our editorial standards. We regret the error."),
    ("Thornby Review", "Content removed", "This content was removed following a legal complaint."),
    ("Story deleted", "", "The author has deleted this story."),
    ("Thornby hosting", "Account on hold", "This website has been suspended. If you are its owner, please contact your hosting provider."),
    ("Site unavailable", "This site is no longer available", "The owner has closed this site."),
    ("Blog has been removed", "Blog has been removed", "Sorry, the blog at oath.example has been removed. This address is not available for new blogs."),
    ("Thornby Cloud", "That file isn't here anymore", "Someone might have deleted the file or disabled the link."),
    ("410 Gone", "410 Gone", "The requested resource is no longer available on this server and there is no forwarding address."),
    ("DOI Not Found", "DOI Not Found", "10.5555/oath.1743", "This DOI cannot be found in the DOI System. The DOI may be incorrect in your source."),
    ("Vidtube", "Video unavailable", "This video is no longer available because the account associated with it has been terminated."),
    ("Chirp", "Hmm...this page doesn’t exist. Try searching for something else.", ""),
    ("Chirp", "", "This post is from an account that no longer exists. Learn more"),
    ("oath - Freewiki", "The bell founder's oath", "There is currently no text in this page. You can search for this page title in other pages, or create this page."),
    ("oath: deleted page", "The bell founder's oath", "This page has been deleted. The deletion log for the page is provided below for reference."),
)
# fmt: on


def lost(site):
    """Soft 404 in many languages."""
    for n, (lang, title, heading, sentence) in enumerate(LOST):
        site.page(
            f"the salt roads of 1743 ({lang})",
            f"lo{n}.example/archive/salt-roads-of-1743",
            http(notice(title, heading, sentence, lang=lang)),
            "soft_404",
            "title",
        )
    wrong = notice("Thornby Review", "You've hit a dead end", "Let us take you home, or try one of these.")
    site.ground.answers["deadend.example", "*"] = lambda q, c: (
        http("", "404 Not Found") if "robots" in q.target else http(wrong)
    )
    site.page("the salt roads, a survey", "deadend.example/archive/salt-roads-survey", None, "soft_404", "title")
    blog = notice("Salt roads", "This blog has moved", "Please update your bookmarks: we now write at a new address.")
    site.ground.answers["oldblog.example", "*"] = lambda q, c: (
        http("", "404 Not Found") if "robots" in q.target else http(blog)
    )
    site.page("carters and their wages", "oldblog.example/2009/04/carters-wages", None, "soft_404", "probe")
    site.page(
        "the salt roads as a paper",
        "lopdf.example/papers/salt-roads.pdf",
        http(
            notice("Page not found", "Page not found", "The paper you are looking for does not exist."),
            kind="application/pdf",
        ),
        "soft_404",
        "title",
    )


def removed(site):
    """Pieces that their authors or owners took away."""
    for n, (title, heading, *sentences) in enumerate(REMOVED):
        site.page(
            "the bell founder's oath",
            f"rm{n}.example/2011/bell-founders-oath",
            http(notice(title, heading, *sentences, frame=n % 2 == 0)),
            "soft_404",
            "title",
        )


GROUPS = (
    lost,
    removed,
)
