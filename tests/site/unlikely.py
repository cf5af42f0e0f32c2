"""Pages that are there: works, registers, references and news that are called like notices of errors."""

from pages import article, http, notice, prose, sent

# A case is a line: they are read side by side.
# fmt: off


def living(site):
    """Each on a host of its own."""
    add = site.page
    n = 0

    def page(anchor, answer, state="alive", reason=None, path="a", **more):
        nonlocal n
        n += 1
        add(anchor, f"y{n}.example/{path}", answer, state, reason, **more)

    page("the reference on status codes", http(notice("404 Not Found - HTTP | Web Docs", "404 Not Found",
        "The HTTP <code>404 Not Found</code> client error response status code indicates that the server cannot find the requested resource.",
        "Links that lead to a 404 page are often called broken or dead links.", "<pre>HTTP/1.1 404 Not Found\nContent-Type: text/html</pre>", "See also <a href=/410>410 Gone</a>.")), path="Web/HTTP/Status/404")
    page("HTTP 404, an encyclopaedia", http(article("HTTP 404", lead="<p>In computer network communications, the <b>HTTP 404</b>, <b>404 not found</b>, <b>404</b>, <b>404 error</b>, <b>page not found</b>, or <b>file not found</b> error message is a standard response code.</p>", paragraphs=3)))
    tracks = "".join(f"<li>{t}</li>" for t in ("Dial Tone", "No Such Number", "Gone Fishing", "Error in the Rain", "Server Room Blues"))
    page("their second record", http(notice("Page Not Found – The Dead Lines – Discography", "Page Not Found", "Second album by The Dead Lines, recorded at the Long Barn in 2009.", f"<ol>{tracks}</ol>", "Label: Ford Records. 38 minutes.")))
    page("the area code of Atlanta", http(notice("Area code 404 - Numbers of the South", "Area code 404", "404 is the area code of Atlanta and its nearest suburbs in the plan of 1947; since 1995 it serves only the city within the ring road.")))
    job = "".join(f"<p>{x}</p>" for x in prose("job ad", 3))
    page("the advertisement for an organist", http(notice("Organist (part time) – Thornby Jobs", "Organist (part time)", "This position has been filled and applications are no longer accepted.", job)))
    page("the weir gauge they bought", http(notice("Gauge WG-200 | Brass and Sons", "Gauge WG-200", "This product has been discontinued and is no longer available.", "A brass float gauge with a dial in feet and tenths, 9 pounds, for weirs of up to 12 feet.", "<table><tr><td>Range</td><td>0–12 ft</td></tr><tr><td>Weight</td><td>9 lb</td></tr></table>", "It was made from 1931 to 1988 and repaired until 2004.")))
    page("the harvest supper", http(notice("CANCELLED: Harvest supper – Amble Down Hall", "CANCELLED: Harvest supper", "Saturday 4 October, seven o'clock, Amble Down Hall. The supper is cancelled because the hall roof leaks; tickets are refunded at the post office.")))
    page("leaf 12 of the ledger", http("<!doctype html><title>Ledger, leaf 12 verso</title><p>Leaf 12 verso</p><p>This page intentionally left blank.</p><p><a href=/11>Leaf 12 recto</a> <a href=/13>Leaf 13</a></p>"), path="ledger/12v")
    page("what the name may mean", http(notice("Not Found (disambiguation) - Thornbypedia", "Not Found", "<b>Not Found</b> may refer to:", "<ul><li>Not Found (novel), by E. Quince, 1911</li><li>Not Found (ballad), a ballad of the ford</li><li>HTTP 404, an answer of servers</li></ul>", "This disambiguation page lists articles with similar titles.")))
    page("Barney's page of bees", http("<html><head><title>Barney's Bees - UNDER CONSTRUCTION</title></head><body bgcolor=yellow><center><img src=uc.gif alt='under construction'><h1>Welcome to Barneys Bee Page!!!</h1><p>This page is always under construction.</p><hr><p>I have kept bees at Pear Yard since 1971. My hives are of the old straw kind and I get about 30 pounds of honey a year out of each of them, except in 1976.</p><p><a href=photos.htm>Photos</a> <a href=links.htm>Links</a> <a href=guest.htm>Sign my guestbook</a></p></center></body></html>"), path="~barney/bees.htm")
    page("his message to the list", http("<html><head><title>[thornby-users] Re: 404 Not Found after upgrade</title></head><body><h1>[thornby-users] Re: 404 Not Found after upgrade</h1><b>Cyd Ash</b> cyd at ash.example<br><i>Tue Mar 3 10:12:44 GMT 2009</i><pre>&gt; every page says 404 Not Found since I upgraded\n\nYou forgot to copy the rewrite rules. Put them back and restart.\n\nCyd\n</pre><a href=001.html>Previous message</a></body></html>"), path="pipermail/users/2009-March/004411.html")
    page("a question on locked doors", http(notice("apache - Why do I get \"Access Denied\"? - Serverqueries", "Why do I get \"Access Denied\"?", "<pre>Access Denied\nYou don't have permission to access \"/\" on this server.\nReference #18.2f</pre>", "I see this on every page of my own server since Friday. What is wrong?", "<h2>1 Answer</h2>", "Your rules deny your own network. Remove line 14.")), path="questions/41/why")
    page("the issue on waiting", http(notice("\"Just a moment...\" page shown to feed readers · Issue #12 · ash/feeds", "\"Just a moment...\" page shown to feed readers #12", "Feed readers get the <code>Just a moment...</code> page instead of the feed. Can the path /feed be exempted?", "cyd: Fixed in the settings of the zone, please try again.")), path="ash/feeds/issues/12")
    page("ein Stück über das Verschwinden", http(notice("Seite nicht gefunden – Schauspiel Dornbach", "Seite nicht gefunden", "Ein Stück von E. Quitte. Premiere am 3. Mai, 19.30 Uhr, Kleines Haus.", "Dauer 90 Minuten, keine Pause. Karten ab 14 Euro an der Kasse.", lang="de")), path="stuecke/seite-nicht-gefunden")
    page("le roman de Cognassier", http(notice("Page introuvable – Éditions du Gué", "Page introuvable", "Roman, 212 pages, 18 euros. Un bibliothécaire cherche la page qui manque à tous les exemplaires d'un livre.", "ISBN 978-2-00-000000-2. En librairie le 3 mai.", lang="fr")))
    page("a poem of four lines", http(notice("Nothing Here", "Nothing Here", "Nothing here but the wind,<br>nothing here but the weir,<br>a boot and a tin,<br>and the end of the year.")))
    page("the library's copy", http(notice("On the weight of pears – Catalogue", "On the weight of pears", "Quince, E. Thornby: Ford Press, 1911. 212 pages.", "Status: Not available – on loan until 14 May.", "Shelf mark: B 411.")), path="record/b1204411")
    page("lost property", http(notice("Lost property office", "Lost property", "Items not found within three months are removed and sold. Umbrellas: 3 May, 4 gloves, a boot. Nothing was handed in on 4 May.")))
    page("the census of 1890", http(notice("Census of 1890 – Sallow Court", "Census of 1890", "No records found for this year: the sheets were destroyed by the fire at the county hall.", "<table><tr><th>Year</th><th>Sheets</th></tr><tr><td>1880</td><td>14</td></tr><tr><td>1890</td><td>0</td></tr><tr><td>1900</td><td>19</td></tr></table>")))
    page("what 503 means", http(notice("What does \"503 Service Unavailable\" mean? | Help of the Ford host", "What does \"503 Service Unavailable\" mean?", "Your site had more visitors at once than your plan serves. Wait a minute and reload, or move to a larger plan.")))
    page("their account of type I errors", http(notice("Error – Statistics glossary", "Error", "In a test, an error of the first kind is to reject what is true; an error of the second kind is to keep what is false.")))
    page("gevonden voorwerpen", http(notice("Niet gevonden? – Gevonden voorwerpen Doornbeek", "Niet gevonden?", "Kom op dinsdag langs bij het loket in de kelder van het gemeentehuis; fietsen staan achter de kerk.", lang="nl")))
    page("the bulletin of the society", http(article("The bulletin", after="<section class=newsletter><h2>Subscribe to continue reading</h2><p>Get every bulletin in your letter box. Already a subscriber? Sign in.</p></section>")))
    page("404 things to do in Thornby", sent("301 Moved Permanently", "/404-things-to-do-in-thornby/"), "moved", "permanent", path="404-things")
    site.ground.answers[f"y{n}.example", "/404-things-to-do-in-thornby/"] = http(article("404 things to do in Thornby"))
    page("the gallery of the lost", sent("301 Moved Permanently", "/not-found-gallery/works"), "moved", "permanent", path="nf")
    site.ground.answers[f"y{n}.example", "/not-found-gallery/works"] = http(article("The gallery of the lost"))
    page("works of Ada Quince", sent("301 Moved Permanently", "/"), "moved", "permanent", path="works.html")
    site.ground.answers[f"y{n}.example", "/"] = http(article("Works of Ada Quince, painter"))
    page("the museum of presses", sent("301 Moved Permanently", f"http://museum-y.example:{site.port}/"), "moved", "permanent", path="x7")
    site.at("museum-y.example")
    site.ground.answers["museum-y.example", "/"] = http(article("Museum of presses"))
    page("her letters, as wrapped in XML", http('<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt></fileDesc></teiHeader><text><body>' + "".join(f"<p>{x}</p>" for x in prose("tei")) + "</body></text></TEI>", kind="application/xml"), path="letters.xml")
    page("the atom of the mill", http('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Mill</title>' + "".join(f"<entry><title>{x[:30]}</title><summary>{x}</summary></entry>" for x in prose("atom")) + "</feed>", kind="application/atom+xml"), path="feed.atom")
    page("the proof in TeX", http("\\documentclass{article}\n\\begin{document}\n" + "\n\n".join(prose("tex")) + "\n\\end{document}\n", kind="application/x-tex"), path="proof.tex")
    page("subtitles of the film", http("1\n00:00:01,000 --> 00:00:04,000\nThe beekeeper carried two ladders.\n\n2\n00:00:05,000 --> 00:00:07,000\nNobody thought to ask why.\n", kind="application/x-subrip"), path="film.srt")
    page("the RFC of the ferry", http("Network of Ferries                                 A. Quince\nRequest for Comments: 9      3 March 1911\n\n" + "\n\n".join(prose("rfc")), kind="text/plain; charset=us-ascii"), path="rfc9.txt")
    page("a page whose robots say none", http(article("A page that no engine may keep", head='<meta name=robots content="noindex,noarchive,nofollow">')))
    page("a page that sells its domain's book", http(notice("Domains for Beginners – Ford Books", "Domains for Beginners", "How to register a domain, renew it, park it, and make an offer for one that is taken. 212 pages, $14.99.", "Buy this book", "By E. Quince, third edition 2024.")))
    page("opening hours of the museum", http(notice("Museum closed", "The museum is closed on Mondays", "Open Tuesday to Sunday from ten to five; closed on Christmas Day and on 3 May. Last entry at half past four.")))
    page("the apology of the editor", http(notice("We're sorry", "We're sorry", "Last week we printed the name of the sexton's wife under the picture of the miller's aunt. Both ladies have accepted a cake.")))
    page("the closing of the bank", http(notice("Thornby Savings is now closed", "Thornby Savings is now closed", "The bank shut its doors on 3 May after 91 years. Depositors are paid at the Upper Thornby branch until Michaelmas.")))
    page("the site of the last battle", http(notice("This site is no longer active", "This site is no longer active", "Excavation of the last battlefield ended in 1987; what was found lies in the county museum, case 9.", "Grid reference ST 411 229. Scheduled monument 1004411.")))
    page("the sequence on the server", http(notice("A000404 - Sequences", "A000404", "Numbers that are the sum of 2 nonzero squares.", "2, 5, 8, 10, 13, 17, 18, 20, 25, 26, 29, 32, 34, 37, 40, 41, 45, 50")), path="A000404")
    page("error codes of the press", http(notice("Error codes – Press model 4", "Error codes", "<table><tr><td>403</td><td>Forbidden: cover open</td></tr><tr><td>404</td><td>Not found: no paper in tray</td></tr><tr><td>500</td><td>Internal error: call service</td></tr></table>")))
    page("the captcha in a glossary", http(notice("CAPTCHA | Glossary", "CAPTCHA", "A test to verify you are human, such as reading bent letters or picking out traffic lights; named in 2003.")))
    page("how they age-check cider", http(notice("Age verification", "Age verification: what the law asks of cider makers", "Since 3 May sellers of cider must ask for a date of birth; those who do not pay nine shillings.")))
    page("die Sperre am Weg", http(notice("Zugang gesperrt", "Zugang zum Mühlweg gesperrt", "Der Mühlweg ist vom 3. bis zum 9. Mai gesperrt, weil die Brücke geteert wird. Fußgänger gehen über die Furt.", lang="de")))
    page("l'erreur du recensement", http(notice("Erreur 404 habitants", "Erreur : 404 habitants oubliés au recensement", "La commune compte 404 habitants de plus que ne le dit le recensement de 1911, a reconnu le préfet lundi.", lang="fr")))
    page("el cierre", http(notice("Sitio cerrado", "Sitio cerrado por obras", "El yacimiento del vado está cerrado al público hasta mayo por obras en la pasarela; el museo abre como siempre.", lang="es")))
    page("страница истории", http(notice("Страница удалена из учебника", "Страница удалена из учебника истории", "Министерство распорядилось убрать из учебника страницу о пожаре в Торнби; учителя обещали рассказывать о нём сами.", lang="ru")))
    page("消えたページ", http(notice("消えたページ", "消えたページ", "町史の三百ページ目が見つかりません、と館長は日曜日に語った。修復のために持ち出した記録も残っていないという。", lang="ja")))
    page("a gone column", http(notice("Gone, but not forgotten", "Gone", "410 names are cut into the wall by the ford; the oldest is that of a drover, the youngest of a boy of nine.")))
    page("the wiki's stub", http(notice("Sallow Court - Thornbypedia", "Sallow Court", "Sallow Court is a farm near Upper Thornby.", "This article is a stub. You can help by expanding it.")))
    page("a list with nothing on it", http(notice("Marriages, 1917 – Parish register", "Marriages, 1917", "There were no marriages in this year.", "<a href=/1916>1916</a> <a href=/1918>1918</a>")), path="register/marriages/1917")
    page("the deleted scenes", http(notice("Deleted scenes", "Deleted scenes", "Two scenes at the ford were removed before the film opened: the ferryman's dream and the fight of the drovers. Both are on the disc.")))
    page("a wall in the news", http(article("Access denied: the wall at the vicarage", lead="<p>“Access denied” stood on the gate in red letters; you have been blocked, the boys were told.</p>", paragraphs=2)))


GROUPS = (living,)
