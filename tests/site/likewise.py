"""Pages that are there, though each has a word of a wall, a gate, a seller or a notice; and a dozen that have more."""

from furniture import LOGIN_FORM
from pages import article, front, http, notice, pdf, sent

# A case is a line: they are read side by side.
# fmt: off


def living(site):
    """Each on a host of its own."""
    add = site.page
    n = 0

    def page(anchor, answer, state="alive", reason=None, path="x/y", **more):
        nonlocal n
        n += 1
        add(anchor, f"g{n}.example/{path}", answer, state, reason, **more)
    # there
    page("the court's order on the lane", http(notice("Order of the High Court: this site may be fenced", "This site may be fenced", "By order of the High Court the field at Sallow Court, called the site of the old mill, was fenced on Monday and its gate blocked with stones.")))
    page("a blocked port in the manual", http(notice("Blocked ports – Sluice manual", "Blocked ports", "Access to port 25 is blocked by the gate. Ask your administrator to open it, or use port 587.")))
    page("die Seite über Sperrungen", http(notice("Gesperrte Straßen", "Gesperrte Straßen im Mai", "<ul><li>Mühlweg: gesperrt bis 9. Mai</li><li>Furt: nur für Fußgänger</li></ul>", lang="de")))
    page("la loi sur les pages", http(article("Pourquoi ce site a été bloqué par le tribunal", lang="fr", lead="<p>Le tribunal a ordonné lundi le blocage d'un site de paris.</p>")))
    page("hosting in the valley", http(notice("Ford Host – web hosting", "Web hosting from the valley", "Domains from 9 shillings a year. Your domain is registered within an hour; hosting with mail for shops and farms.", "Plans: small 3s, large 9s. Order at the desk.")), path="")
    page("how to park a domain", http(notice("Parking a domain – Help of Ford Names", "Parking a domain", "A parked domain shows our placeholder page until you upload your own. To end parking, change the name servers in your account.")), path="help/parking")
    page("the abbey's domain", http(notice("The domain of the abbey", "The domain of the abbey", "The domain was reserved for the abbot's deer; poachers paid nine shillings. It is for sale since Michaelmas.")))
    page("Ms Parked and the press", http(notice("Parked", "Parked", "Short film, 9 minutes, 2011. A drover leaves his wagon before the bank. Directed by E. Quince; on the programme of the fair.")))
    page("private letters", http(notice("Private", "Private letters", "This collection is private and may be read at the desk by appointment; 41 letters of the drover to his aunt, 1811 to 1840.")))
    page("the members' list of 1911", http(notice("Members only, 1911", "Members only", "Ash, A. – Cole, B. – Fenn, C. – Quince, E. – Yarrow, W. Dues: nine shillings.")))
    page("sign in sheets", http(notice("Sign in", "Sign-in sheets of the quarry, 1911", "Each man wrote his name and the hour. Sheets for March are torn; those for May are whole.")))
    page("the captcha museum", http(article("Are you a robot? A short history of proving that one is human", paragraphs=2)))
    page("our partners", http(notice("Partners", "Our partners", "We and our 41 partners in the valley run the ferry, the mill and the fair. Ford Press, Long Barn Cider, Cutler and Sons, the Sallow choir.")))
    page("a recipe of cookies", http(notice("Cookies", "Cookies", "200 g oats, 1 egg, a spoon of honey. Bake until brown. Accept all compliments.")))
    page("privacy at the inn", http(notice("Privacy", "We value your privacy", "Each room at the inn has a door that locks. Curtains may be drawn. Breakfast is brought up if you ask.")))
    page("age and cider", http(notice("Over 18?", "Cider and age", "Nobody under 18 is served at the Wheel; the landlord asks for a date of birth and knows most of them.")))
    page("the press is offline", http(notice("Offline", "Offline", "A zine on living without wires. Issue 9: pears, weirs, letters. 16 pages, stapled, 2 shillings by post.")))
    page("the Coming Soon cinema", http(notice("Coming soon", "Coming soon", "3 May: The Ferryman's Dream. 10 May: Two Ladders. 17 May: A Boot and a Tin. All films at eight; children half price.")))
    page("maintenance of hives", http(notice("Maintenance", "Maintenance", "Hives are opened in April, frames scraped and queens marked; in May supers go on. Smoke little.")))
    page("the index of the chronicle", http(notice("Index of /chronicle/1911", "Index of /chronicle/1911", "<pre><a href=../>../</a>\n<a href=01.txt>01.txt</a> 2011-03-03 10:12 4.1K\n<a href=02.txt>02.txt</a> 2011-03-03 10:12 3.9K</pre>", frame=False)), path="chronicle/1911/")
    page("It works", http(notice("It works!", "It works!", "After nine years the vestry clock goes again: the sexton found a spoon in it. It struck noon on Monday at a quarter past.")))
    page("the test page", http(notice("Test page", "Test page of the Ford Press, 1911", "Letters from A to Z in nine sizes, printed to show the new type. The Q is broken in all.")))
    page("vidéo indisponible", http(notice("Indisponible", "Indisponible", "Roman de E. Cognassier. Un homme ne répond plus. 212 pages, 18 euros, en librairie le 3 mai.", lang="fr")))
    page("la obra", http(notice("No encontrado", "No encontrado", "Óleo sobre tabla, 40 × 60 cm, 1911. Museo del Vado, sala 3. Donación de la familia Membrillo.", lang="es")))
    page("o filme", http(notice("Página não encontrada – Cinemateca", "Página não encontrada", "Curta-metragem, 9 min, 2014. Direção: E. Marmelo. Sessão no sábado às 20h.", lang="pt")))
    page("het boek", http(notice("Niet gevonden", "Niet gevonden", "Gedichten van E. Kweepeer. 48 bladzijden, 12 euro. Verschijnt op 3 mei bij Uitgeverij De Voorde.", lang="nl")))
    page("книга", http(notice("Страница не найдена", "Страница не найдена", "Сборник рассказов Э. Айвовой. Изд-во «Брод», 2019. 212 с. Тираж 400 экз.", lang="ru")))
    page("その本", http(notice("ページが見つかりません", "ページが見つかりません", "詩集、丸目梨著、二〇一九年、浅瀬書房、四十八頁、千二百円。装丁は水車小屋工房。", lang="ja")))
    page("the album of the ringers", http(notice("404", "404", "EP by the Thornby Ringers, 2004. Tracks: Hold the Line, Wrong Number, Weir. Recorded at Sallow Court, 22 minutes.")), path="ringers/404")
    page("two pages with one title", http(notice("Thornby Archive", "Thornby Archive", "Letter of W. Yarrow to the toll board, 3 March 1911: the gate sticks, and the boy who kept it is gone to sea.")), path="item?id=41")
    page("a bare list of links", http(notice("Links", "Links", "<ul><li><a href=/a>The weir</a></li><li><a href=/b>The mill</a></li><li><a href=/c>The ferry</a></li></ul>")))
    page("a form to order", http(notice("Order form", "Order form", "Name, address, number of jars. Pay when they come.", "<form><input name=a><button>Order</button></form>")))
    page("an article with a login box", http(article("The lock keeper's wages", after=LOGIN_FORM, paragraphs=3)))
    page("a scan with its words", http(pdf("Minutes of the board. Present: Ash, Cole. The page for April is missing."), kind="application/pdf"), path="m.pdf")
    page("moved to a section", sent("301 Moved Permanently", "/history/#mill"), "moved", "permanent", path="mill.html")
    site.ground.answers[f"g{n}.example", "/history/"] = http(article("History", lead="<h2 id=mill>The mill</h2>"))
    page("to the front page of the journal", sent("301 Moved Permanently", f"http://journal-of-pears.example:{site.port}/"), "moved", "permanent", path="journal")
    site.at("journal-of-pears.example")
    site.ground.answers["journal-of-pears.example", "/"] = http(front("Journal of Pears"))
    # not there, or kept back
    page("minutes of the weir board, 1911", http(notice("Blog", "", "The authors have deleted this site.", frame=False)), "soft_404", "title", path="2011/minutes-weir")
    page("minutes of the weir board, 1912", http(notice("Ford Wiki", "There is no page named ‘minutes’", "Would you like to create it?")), "soft_404", "title", path="wiki/minutes-weir")
    page("minutes of the weir board, 1913", http(notice("Files", "File unavailable", "The file you are trying to download is no longer available. It was deleted by its owner.")), "soft_404", "title", path="f/minutes-weir")
    page("minutes of the weir board, 1914", http(notice("Thornby", "Hmm… there's nothing at this address", "Try the home page.")), "soft_404", "title", path="2014/minutes-weir")
    page("minutes of the weir board, 1915", http(notice("Fehler", "Das tut uns leid!", "Die von Ihnen aufgerufene Adresse ist auf unserem Server nicht (mehr) vorhanden.", lang="de")), "soft_404", "title", path="2015/minutes-weir")
    page("minutes of the weir board, 1916", http(notice("Oups", "Oups !", "La page que vous demandez a été déplacée ou n'existe plus.", lang="fr")), "soft_404", "title", path="2016/minutes-weir")
    page("minutes of the weir board, 1917", http(notice("Erro", "Ops!", "Não encontramos a página que você está procurando.", lang="pt")), "soft_404", "title", path="2017/minutes-weir")
    page("minutes of the weir board, 1918", http(notice("Valley Council", "We have a new website", "The page you were looking for has not been moved to our new website. Use the search.")), "soft_404", "title", path="2018/minutes-weir")
    page("minutes of the weir board, 1919", http(notice("Domain", "", "The domain g.example is registered, but may still be available. Get this domain!", frame=False)), "parked", None, path="2019/minutes-weir")
    page("minutes of the weir board, 1920", http(notice("Valley FM", "", "Sorry, you can't listen to this programme outside the valley countries. It is not available in your location.")), "legal", "geo", path="2020/minutes-weir")
    page("minutes of the weir board, 1921", http(notice("Valley Press", "Please verify", "Slide to verify that you are not a robot and continue to the page.", frame=False)), "challenged", "unknown", path="2021/minutes-weir")
    page("minutes of the weir board, 1922", http(notice("Valley Press", "Keep reading with a free account", "Create a free account or log in to continue reading.", LOGIN_FORM)), "gated", "login", path="2022/minutes-weir")


GROUPS = (living,)
