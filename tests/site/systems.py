"""Pages that are not there though they answer 200, as systems and services of many kinds tell it."""

from pages import front, http, notice, sent

# A case is a line: they are read side by side.
# fmt: off


TONGUES = (
    ("sk", "Stránka sa nenašla", "Požadovaná stránka neexistuje alebo bola presunutá."),
    ("bg", "Страницата не е намерена", "Търсената от вас страница не съществува."),
    ("sr", "Страница није пронађена", "Страница коју тражите не постоји или је премештена."),
    ("sl", "Strani ni mogoče najti", "Stran, ki jo iščete, ne obstaja."),
    ("et", "Lehekülge ei leitud", "Otsitavat lehte ei ole olemas või see on teisaldatud."),
    ("lv", "Lapa nav atrasta", "Meklētā lapa neeksistē vai ir pārvietota."),
    ("lt", "Puslapis nerastas", "Atsiprašome, ieškomas puslapis neegzistuoja."),
    ("sq", "Faqja nuk u gjet", "Faqja që po kërkoni nuk ekziston."),
    ("is", "Síða fannst ekki", "Síðan sem þú leitar að er ekki til."),
    ("ga", "Níor aimsíodh an leathanach", "Níl an leathanach atá á lorg agat ann."),
    ("eu", "Ez da orria aurkitu", "Bilatzen ari zaren orria ez da existitzen."),
    ("gl", "Páxina non atopada", "A páxina que busca non existe ou foi movida."),
    ("fa", "صفحه مورد نظر یافت نشد", "متأسفانه صفحه‌ای که دنبال آن هستید وجود ندارد."),
    ("bn", "পৃষ্ঠাটি পাওয়া যায়নি", "আপনি যে পৃষ্ঠাটি খুঁজছেন তা নেই।"),
    ("ta", "பக்கம் கிடைக்கவில்லை", "நீங்கள் தேடும் பக்கம் இல்லை."),
    ("ms", "Halaman tidak dijumpai", "Maaf, halaman yang anda cari tidak wujud."),
    ("sw", "Ukurasa haukupatikana", "Samahani, ukurasa unaoutafuta haupo."),
    ("ka", "გვერდი ვერ მოიძებნა", "თქვენ მიერ მოთხოვნილი გვერდი არ არსებობს."),
    ("hy", "Էջը չի գտնվել", "Ձեր փնտրած էջը գոյություն չունի։"),
    ("az", "Səhifə tapılmadı", "Axtardığınız səhifə mövcud deyil."),
    ("kk", "Бет табылмады", "Сіз іздеген бет жоқ немесе жойылған."),
    ("af", "Bladsy nie gevind nie", "Die bladsy wat jy soek bestaan nie."),
    ("mk", "Страницата не е пронајдена", "Страницата што ја барате не постои."),
    ("ur", "صفحہ نہیں ملا", "آپ جو صفحہ تلاش کر رہے ہیں وہ موجود نہیں ہے۔"),
)
SYSTEMS = (
    ("wiki page", "Vestry clock - Thornbypedia", "Vestry clock", "There is currently no text in this page. You can search for this page title in other pages, or search the related logs, but you do not have permission to create this page."),
    ("doku page", "clock [Thornby Wiki]", "This topic does not exist yet", "You've followed a link to a topic that doesn't exist yet. If permissions allow, you may create it by clicking on Create this page."),
    ("phpbb thread", "Thornby Forum - Information", "Information", "The requested topic does not exist."),
    ("vb thread", "Thornby Boards", "vBulletin Message", "No Thread specified. If you followed a valid link, please notify the administrator"),
    ("discourse topic", "Thornby Talk", "Oops! That page doesn’t exist or is private.", "Popular topics"),
    ("sharepoint file", "Error", "Sorry, something went wrong", "File Not Found."),
    ("typo3 page", "Page Not Found", "Page Not Found", "Reason: The requested page does not exist!"),
    ("omeka item", "404 Page Not Found", "404: Page Not Found", "This is not a page."),
    ("contentdm object", "CONTENTdm", "Item not found", "The item you are looking for could not be found. It may have been removed from the collection."),
    ("handle record", "Handle Not Found", "Not Found", "The handle you requested -- 20.500.999/411 -- cannot be found."),
    ("arxiv paper", "Article not found | arXiv e-print repository", "Article identifier not recognized", "Article identifier '9913.00404' not recognized"),
    ("ssrn paper", "Paper Removed :: SSRN", "This paper has been removed", "It was removed from SSRN at the request of the author, SSRN, or the rights holder."),
    ("archive item", "Item not available", "Item not available", "The item is not available due to issues with the item's content."),
    ("video", "Video unavailable", "Video unavailable", "This video isn't available anymore"),
    ("insta post", "Page not found • Instagram", "Sorry, this page isn't available.", "The link you followed may be broken, or the page may have been removed. Go back to Instagram."),
    ("blogger post", "Thornby bells", "", "Sorry, the page you were looking for in this blog does not exist."),
    ("tumblr post", "Not found.", "There's nothing here.", "Whatever you were looking for doesn't currently exist at this address. Unless you were looking for this error page, in which case: Congrats! You totally found it."),
    ("livejournal", "Error", "Error", "This journal has been deleted and purged."),
    ("shop page", "Thornby Clocks", "Sorry, this shop is currently unavailable.", "Are you the store owner? Log in here"),
    ("wetransfer", "WeTransfer", "Transfer expired", "Transfers are deleted after their expiry date. Ask the sender to send it again."),
    ("drive file", "Error 404 (Not Found)!!1", "", "Sorry, the file you have requested does not exist. Make sure that you have the correct URL and the file exists."),
    ("onedrive file", "OneDrive", "This item might not exist or is no longer available", "This item might have been deleted, expired, or you might not have permission to view it. Contact the owner of this item for more information."),
    ("scribd doc", "Document removed", "This document has been removed from Scribd", "Browse similar documents"),
    ("tombstone", "Dataset 10.5072/9 – Tombstone", "This dataset has been withdrawn", "The dataset 10.5072/9 is no longer available. Reason for withdrawal: the depositor left. Date: 2023-03-09."),
    ("dspace item", "Thornby Repository: Withdrawn item", "Withdrawn", "This item has been withdrawn from the repository and is no longer available."),
    ("typepad blog", "Typepad", "Typepad has been discontinued", "As of September 30, 2025 all Typepad blogs and accounts are no longer accessible."),
    ("geocities", "GeoCities has closed", "Sorry, GeoCities has closed.", "The GeoCities web site you were trying to reach is no longer available."),
    ("cms record", "Record not found", "Record not found", "No record with the number 41 exists in this database."),
    ("newspaper story", "Thornby Post", "The story you are looking for has expired", "Stories are removed from our website after 30 days. Older stories can be bought in our archive."),
    ("court document", "Error", "Document not found", "The document that you requested is not in the docket."),
    ("joomla", "404 - Error: 404", "404 - Article not found", "You may not be able to visit this page because of: an out-of-date bookmark/favourite, a mistyped address, a search engine that has an out-of-date listing for this site, you have no access to this page."),
    ("next page in a shell", "404: This page could not be found", "404", "This page could not be found."),
    ("iis page", "The resource cannot be found.", "Server Error in '/' Application.", "The resource cannot be found. Description: HTTP 404. The resource you are looking for (or one of its dependencies) could have been removed, had its name changed, or is temporarily unavailable. Requested URL: /minutes.aspx"),
    ("journal article moved on", "Thornby Studies", "Article not found", "The article that you have requested does not exist or is not available any more."),
    ("podcast", "Episode unavailable", "This episode is no longer available", "Listen to other episodes of Bells and Weirs."),
)


def lost(site):
    """In tongues, in systems, and behind redirects."""
    add = site.page
    for tongue, title, said in TONGUES:
        add(f"the vestry clock ({tongue})", f"lost-{tongue}.y.example/2019/clock", http(notice(f"{title} – Thornby", title, said, lang=tongue)), "soft_404", "title")
    for kind, title, heading, said in SYSTEMS:
        add("the vestry clock", f"{kind.replace(' ', '-')}.y.example/docs/411", http(notice(title, heading, said)), "soft_404", "title")
    add("the vestry clock at the old address", "sysr.y.example/clock/411", sent("302 Found", "/error?aspxerrorpath=/clock/411"), "soft_404", "redirect_error")
    site.ground.answers["sysr.y.example", "/error?aspxerrorpath=/clock/411"] = http(notice("Thornby", "Oops", "Something is not right here."))
    add("the vestry clock at the older address", "sysh.y.example/clock/411.html", sent("301 Moved Permanently", "/en/home"), "soft_404", "redirect_home")
    site.ground.answers["sysh.y.example", "/en/home"] = http(front("Thornby Clocks"))


GROUPS = (lost,)
