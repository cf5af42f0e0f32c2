"""Waits in odd words, encodings, places in a page, landing pages of identifiers, notices of correction."""

from urllib.parse import quote

from ground import turns
from pages import article, http, notice, pdf, prose, sent

# A case is a line: they are read side by side.
# fmt: off


def waits(site):
    """Forms of Retry-After."""
    add = site.page
    whole = http(article("The lock keeper's diary"))
    for n, (name, *heads) in enumerate((("twice told", "Retry-After: 1", "Retry-After: 1"), ("with blanks", "Retry-After:   1   "), ("as list", "Retry-After: 1, 1"), ("with unit", "Retry-After: 1s"))):
        add(f"the lock keeper's diary, {name}", f"u{n}.y.example/diary", turns(http("", "503 Service Unavailable", *heads), whole), "alive")
    add("the lock keeper's diary, asctime", "u8.y.example/diary", http("", "429 Too Many Requests", "Retry-After: Sun Nov  6 08:49:37 2050"), "limited", "http_429")
    add("the lock keeper's diary, rfc850", "u9.y.example/diary", http("", "429 Too Many Requests", "Retry-After: Sunday, 06-Nov-50 08:49:37 GMT"), "limited", "http_429")
    add("the lock keeper's diary, reset header", "u10.y.example/diary", http("slow down", "429 Too Many Requests", "RateLimit-Reset: 3600", kind="text/plain"), "limited", "http_429")
    add("the lock keeper's diary, 403 later", "u11.y.example/diary", http("no", "403 Forbidden", "Retry-After: 3600", kind="text/plain"), "refused", "http_403")
    add("the lock keeper's diary, found with a wait", "u12.y.example/diary", sent("302 Found", "/d2", "Retry-After: 1"), "moved", "temporary")
    site.ground.answers["u12.y.example", "/d2"] = whole


def letters(site):
    """Encodings, each with words that must be found in it."""
    add = site.page
    def enc(name, label, text, find, charset=None, lang="en", meta=True):
        m = f'<meta charset="{label}">' if meta else ""
        body = f'<!doctype html><html lang="{lang}"><head>{m}<title>Diary</title></head><body><article><h1>Diary</h1>' + "".join(f"<p>{text} {k}</p>" for k in range(12)) + "</article></body></html>"
        add(f"the diary in {name}", f"x{name.replace(' ', '')}.y.example/d#:~:text={quote(find)}", http(body.encode(charset or label), kind="text/html"), "alive", notices=[])
    enc("big5", "big5", "磨坊主人數了四十一群蜜蜂，然後睡著了。", "四十一群蜜蜂", lang="zh")
    enc("gb18030", "gb18030", "磨坊主人数了四十一群蜜蜂，然后睡着了。", "四十一群蜜蜂", lang="zh")
    enc("euc-kr", "euc-kr", "방앗간 주인은 벌 떼 마흔한 무리를 세었다.", "마흔한 무리를", lang="ko")
    enc("iso-2022-jp", "iso-2022-jp", "粉屋は四十一の群れを数えて眠った。", "四十一の群れ", lang="ja")
    enc("koi8-r", "koi8-r", "Мельник насчитал сорок один рой и уснул.", "сорок один рой", lang="ru")
    enc("windows-1251 unsaid", "windows-1251", "Мельник насчитал сорок один рой и уснул возле весов у старого брода.", "сорок один рой", lang="ru", meta=False)
    enc("iso-8859-7", "iso-8859-7", "Ο μυλωνάς μέτρησε σαράντα ένα σμήνη.", "σαράντα ένα", lang="el")
    enc("windows-1255", "windows-1255", "הטוחן ספר ארבעים ואחת כוורות.", "ארבעים ואחת", lang="he")
    enc("tis-620", "tis-620", "คนโม่แป้งนับผึ้งได้สี่สิบเอ็ดฝูง", "สี่สิบเอ็ดฝูง", lang="th")


def places(site):
    """Fragments that are there and that are not."""
    add = site.page
    page = http(article("The lock keeper", lead="<h2 id=Locks>Locks</h2><p>Nine.</p><svg><g id=plan></g></svg><form name=ask></form><template><p id=never></p></template><p id='a.b:c'>x</p><p id='%41'>y</p>"))
    for n, (name, fragment, missed) in enumerate((("other case", "locks", True), ("own case", "Locks", False), ("in a drawing", "plan", False), ("top", "top", False), ("Top", "TOP", False), ("a route", "/locks/9", False), ("a media time", "t=90", False), ("in a template", "never", True), ("odd letters", "a.b:c", False), ("escaped as written", "%41", False), ("a form's name", "ask", True))):
        add(f"the lock keeper, {name}", f"frag{n}.y.example/keeper#{fragment}", page, "alive", notices=["fragment_missing"] if missed else [])
    add("the lock keeper, line 3", "fragp.y.example/keeper.txt#line=3,5", http("\n\n".join(prose("keeper")), kind="text/plain"), "alive", notices=[])
    paper = pdf(*prose("keeper paper", 3))
    add("the lock keeper's paper, sheet 2", "fragq.y.example/k.pdf#page=2&zoom=100,0,800", http(paper, kind="application/pdf"), "alive", notices=[])
    add("the lock keeper's paper, sheet 9", "fragr.y.example/k.pdf#page=9", http(paper, kind="application/pdf"), "alive", notices=["fragment_missing"])
    add("the lock keeper's paper, a name in it", "frags.y.example/k.pdf#nameddest=locks", http(paper, kind="application/pdf"), "alive", notices=[])


def landing(site):
    """Where identifiers lead, and what papers and reports say of themselves."""
    add = site.page
    abstract = notice("On the weight of pears – Journal of Orchards", "On the weight of pears", "E. Quince. Journal of Orchards 9 (1911) 212–240. https://doi.org/10.5555/411", "Abstract: " + prose("abs", 1)[0], "Access through your institution. Purchase PDF $39.95. This is a preview of subscription content.")
    add("On the weight of pears (by its DOI)", "doi-y.example/10.5555/411", sent("302 Found", f"http://journal-y.example:{site.port}/article/411?via=doi", "Vary: Accept"), "gated", "truncated")
    site.at("journal-y.example")
    site.ground.answers["journal-y.example", "/article/411?via=doi"] = http(abstract)
    add("On the weight of pears (linking hub)", "hub-y.example/retrieve/pii/S041", http('<html><head><title>Redirecting</title><meta http-equiv="refresh" content="2; url=\'/science/article/pii/S041?via%3Dihub\'"/></head><body><noscript>If you are not redirected, <a href="/science/article/pii/S041?via%3Dihub">click here</a></noscript></body></html>'), "gated", "truncated")
    site.ground.answers["hub-y.example", "/science/article/pii/S041?via%3Dihub"] = http(abstract)
    add("On the weight of pears (several copies)", "doi-y.example/10.5555/many", http(notice("Multiple resolution", "Please choose a copy", "This DOI is held in several places: <a href=/a>Thornby Press</a>, <a href=/b>Ford Archive</a>.", frame=False), "300 Multiple Choices"), "alive")
    add("pears, an e-print", "eprint-y.example/abs/1911.00411", http(notice("[1911.00411] On the weight of pears", "On the weight of pears", "E. Quince. Submitted on 3 March 2019. Comments: 9 pages, 2 figures", "Abstract: " + prose("abs2", 1)[0], "Download: PDF, Other formats. Current browse context: orchards")), "alive", notices=[])
    for n, (title, lead, found) in enumerate((
        ("RETRACTED: On the weight of pears", "", ["retracted"]),
        ("RETRACTED ARTICLE: On the weight of pears", "", ["retracted"]),
        ("On the weight of pears", "<div class=alert>This article was retracted on 3 May 2023. See the <a href=/r>retraction notice</a>.</div>", ["retracted"]),
        ("On the weight of pears", "<p class=note>Editor's note, 3 May 2023: This article has been corrected to give the sexton's wage as nine shillings.</p>", ["corrected"]),
        ("Über das Gewicht der Birnen", "<p><b>Korrektur:</b> In einer früheren Fassung hieß es, der Küster habe neun Schilling bekommen; es waren acht.</p>", ["corrected"]),
        ("Le poids des poires", "<p><b>Rectificatif</b> du 3 mai : une version précédente de cet article donnait neuf shillings au sacristain.</p>", ["corrected"]),
        ("El peso de las peras", "<p><b>Fe de errores:</b> una versión anterior de este artículo decía nueve chelines.</p>", ["corrected"]),
        ("On the retraction of pears", "", []),
        ("Corrections to the tide tables", "", []),
    )):
        add(f"{title[:24]}, paper {n}", f"paper{n}.y.example/a", http(article(title, lead=lead)), "alive", notices=found)


GROUPS = (waits, letters, places, landing)
