"""Short pages of every day that are there, whatever they are called, and a few that are not."""

from pages import article, front, http, notice, prose, sent

# A case is a line: they are read side by side.
# fmt: off


def living(site):
    """Each on a host of its own."""
    add = site.page
    n = 0

    def page(anchor, answer, state="alive", reason=None, path="a/b", **more):
        nonlocal n
        n += 1
        add(anchor, f"k{n}.example/{path}", answer, state, reason, **more)
    # short living pages
    page("the ferry's fares", http(notice("Fares – Thornby Ferry", "Fares", "Adult 2 pence, child 1 penny, drover with dog 3 pence. You pay on board; please have coins ready.")))
    page("[12]", http(notice("Untitled Document", "", "Minutes of the drainage board, 3 March 1911. Present: Ash, Cole, Fenn. The sluice is to be mended. Adjourned.", frame=False)), path="doc12.htm")
    page("this tweet", http(notice("Ada Quince on Thornby Social", "", "Ada Quince @ada · 3 Mar: The weir is open. Bring boots. 14 likes", frame=False)), path="@ada/1411")
    page("a bank's notice", http(notice("Security check for parcels", "Security check", "All parcels left at the toll house are opened and checked by the constable before they go on the ferry.")))
    page("the consent form of the trial", http(notice("Consent form", "Consent", "I agree that my pears are weighed and that the numbers are printed without my name. Signed at Pear Yard, 3 March.")))
    page("terms of the library", http(notice("Login and registration – Thornby Library", "How to register", "Bring a letter with your address. You will get a card and a number; with both you can log in at the desk from Tuesday.")))
    page("price list of the orchard", http(notice("Price list", "Price list 1911", "Pears 2d, medlars 3d, quinces 4d the dozen. Subscribers of the almanac pay a penny less.")))
    page("the shutdown of the mill", http(notice("Service discontinued", "Service discontinued", "The mill at Sallow Court ground its last corn on 3 May 1911; since then flour comes by rail from Upper Thornby.")))
    page("das Impressum", http(notice("Impressum", "Impressum", "Angaben gemäß § 5 TMG: Imkerei Quitte, Mühlweg 3, Dornbach. Diese Seite wird von Ada Quitte gehostet.", lang="de")))
    page("the redirect of the brook", http(notice("You are being redirected: the brook's new bed", "The brook's new bed", "Since March the brook runs east of the churchyard; walkers are redirected over the plank bridge.")))
    page("Loading, a poem", http(notice("Loading…", "Loading…", "Loading hay, loading hay,<br>all the long and dusty day;<br>loading till the moon is up,<br>and the drover wants his cup.")))
    page("please wait here", http(notice("Please wait here – signs of the county", "Please wait here", "Enamel sign, 1921, from the platform at Upper Thornby. White letters on blue, chipped at one corner. County museum, case 3.")))
    page("JavaScript, a coffee house", http(notice("JavaScript", "JavaScript", "A coffee house in Cutler's Green with enabled sockets at every table; cookies are baked at four.")))
    page("an empty set", http(notice("∅ – Symbols", "∅", "The empty set; it has no members. Unicode U+2205. See also: null, nothing.")))
    page("the blocked drain", http(notice("Blocked", "Blocked", "The drain in Mill Lane has been blocked by order of the council until the road is tarred; carts go round by the ford.")))
    page("the registered name", http(notice("A registered name", "Sallow Pear is a registered name", "Growers outside the valley may not call their fruit Sallow Pear since the name was registered in 1998.")))
    page("the vacant plot", http(notice("Plot for sale", "Plot for sale", "Half an acre by the weir, with a pear tree. Make an offer to the verger before Michaelmas.")))
    page("the reserved seats", http(notice("Reserved", "Reserved", "Rows A and B are reserved for bell ringers; everybody else may sit where there is room.")))
    page("un avis", http(notice("Site fermé", "Le site de fouilles est fermé", "Les fouilles du gué ont pris fin en mai; les objets sont au musée, vitrine neuf.", lang="fr")))
    page("その記事", http(notice("終了しました", "渡し船の運航は終了しました", "橋の完成により、渡し船は三月三日の最終便をもって百年の歴史を閉じた。", lang="ja")))
    page("la notizia", http(notice("Pagina strappata", "Manca una pagina nel registro", "Una pagina del registro del 1911 non è stata trovata durante il restauro, dice l'archivista.", lang="it")))
    page("wiadomość", http(notice("Zamknięte", "Most zamknięty", "Most w Dornbachu jest zamknięty do maja; objazd przez bród.", lang="pl")))
    page("the change log", http(notice("Changelog – sluice 2.1", "Changelog", "<h2>2.1</h2><ul><li>Fixed: 404 on the page of gauges</li><li>Removed: old login form</li><li>Deprecated: the /v1 address, gone in 3.0</li></ul>")), path="CHANGELOG.html")
    page("the error of 1911", http(notice("Errata", "Errata", "Page 12: for “nine” read “eight”. Page 40: the map is upside down. Page 212 is missing in some copies.")))
    page("a gallery", http(notice("Gallery", "Gallery", "<img src=1.jpg alt='The weir in March'><img src=2.jpg alt='Two ladders'><img src=3.jpg alt='The press'>", "Photographs: E. Quince.")))
    page("question 7 of the quiz", http(notice("Question 7", "Which page is missing?", "<ol><li>Page 12</li><li>Page 40</li><li>None of them</li></ol>", "Answers on the back.")))
    page("the 410 bus", http(notice("410 – Bus lines", "410", "Thornby – Sallow Court – Pear Yard. Every hour from six to nine. Not on Sundays.")), path="lines/410")
    page("the 404 bus", http(notice("Line 404 | Bus lines", "Line 404", "Thornby – Amble Down. Twice a day, at seven and at five.")), path="lines/404")
    page("room 404", http(notice("Room 404: the map room", "Room 404", "Fourth floor, beside the stairs. Maps may be seen from ten to noon; ask the porter for the key.")), path="rooms/404")
    page("error handling in the manual", http(notice("Errors — Sluice 2.1 manual", "Errors", "<pre>try:\n    open_gate()\nexcept NotFound:\n    print('Page not found')</pre>", "Gates that are not found raise NotFound.")), path="manual/errors.html")
    page("the old forum's thread", http(notice("Topic locked - Bells", "Why is the tenor cracked?", "<b>ada</b>: It was rung in frost.", "<b>bob</b>: Was it?", "This topic is locked, you cannot edit posts or make further replies.")))
    page("an account of the trial", http(notice("Account suspended", "Account suspended", "The grocer's account with the mill was suspended in 1911 after he paid in buttons; it was opened again at Easter.")))
    page("an interview behind a login link", http(article("The organist speaks", before="<div><a href=/login>Log in</a> <a href=/register>Register</a></div>", paragraphs=3)))
    page("a preprint withdrawn", http(notice("[1911.00412] On the weight of medlars", "On the weight of medlars", "E. Quince. This paper has been withdrawn by the author due to an error in table 2.", "Abstract: " + prose("w", 1)[0])))
    page("the map that was moved", sent("308 Permanent Redirect", "/maps/1911"), "moved", "permanent", path="map")
    site.ground.answers[f"k{n}.example", "/maps/1911"] = http(notice("Map of 1911", "Map of 1911", "Scale one inch to the mile. Sheet 9 of 40."))
    page("the parish site", sent("302 Found", "/index.php?lang=en"), "moved", "temporary", path="")
    site.ground.answers[f"k{n}.example", "/index.php?lang=en"] = http(front("The parish of Thornby"))
    # not there
    page("the vestry ledger of 1911", http(notice("Whoops", "Whoops, our bad...", "Either something went wrong or the page doesn't exist anymore.")), "soft_404", "title", path="old/ledger-1911")
    page("the vestry ledger of 1912", http(notice("Ford Hosting", "", "We’re sorry, this site is no longer hosted with us.", frame=False)), "soft_404", "title", path="old/ledger-1912")
    page("the vestry ledger of 1913", http(notice("Thornby Post", "Archived content", "Content older than two years is not available online. Contact our archive desk.")), "soft_404", "title", path="old/ledger-1913")
    page("the vestry ledger of 1915", http(notice("k.example", "Welcome to k.example", "This domain was registered with Ford Names and is not in use yet.", frame=False)), "parked", None, path="old/ledger-1915")
    page("the vestry ledger of 1916", http(notice("Web hosting", "Website is offline", "The owner has not paid the bill for this website.", frame=False)), "soft_404", "title", path="old/ledger-1916")
    page("the vestry ledger of 1917", http(notice("Ledger viewer", "", "Your session has timed out. Please return to the search page and start again.")), "gated", "login", path="old/ledger-1917?sid=9")
    page("the vestry ledger of 1918", http(notice("Thornby Cloud", "The link you followed has expired", "Ask its owner for a new one.")), "soft_404", "title", path="s/x9f")
    page("the vestry ledger of 1919", http(notice("Hata", "404 - Aradığınız sayfa bulunamadı", "Ana sayfaya dönün.", lang="tr")), "soft_404", "title", path="old/ledger-1919")
    page("the vestry ledger of 1920", http(notice("Thornby", "", "Questa pagina non è più disponibile. Torna alla home.", lang="it")), "soft_404", "title", path="old/ledger-1920")


GROUPS = (living,)
