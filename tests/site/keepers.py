"""Keepers of doors: walls of makers that others do not have, and names that registrars hold."""

import re

from pages import article, http, notice, sent

# A case is a line: they are read side by side.
# fmt: off


def relength(answer):
    """*answer* with the length that its body has."""
    head, _, body = answer.partition(b"\r\n\r\n")
    return re.sub(rb"Content-Length: \d+", b"Content-Length: %d" % len(body), head) + b"\r\n\r\n" + body


def walls(site):
    """Each on a host of its own, which its page may name."""
    add = site.page
    def page(anchor, answer, state, reason, path="ledger/1911", **more):
        host = f"{anchor.replace(' ', '-').replace('.', '-')}.z.example"
        answer = answer.replace(b"z.example", host.encode()) if b"Content-Length" in answer and b"Location" not in answer else answer
        answer = relength(answer)
        add("the toll ledger of 1911", f"{host}/{path}", answer, state, reason, **more)
    page("crowdsec", http("<!doctype html><html><head><title>CrowdSec Ban</title></head><body><h1>CrowdSec Access Forbidden</h1><p>You are unable to visit the website.</p><p>This security check has been powered by CrowdSec</p></body></html>", "403 Forbidden"), "challenged", "crowdsec")
    page("fortiweb", http("<html><head><title>Web Page Blocked!</title></head><body><h2>Web Page Blocked!</h2><p>The page cannot be displayed. Please contact the administrator for additional information.</p><p>URL: z.example Client IP: 192.0.2.9 Attack ID: 20000008 Message ID: 0041</p></body></html>", "403 Forbidden"), "challenged", "unknown")
    page("safeline", http("<!doctype html><html><head><title>安全检测</title></head><body><div id=slg-box><p>正在检查您的浏览器环境…</p><p>安全检测能力由 雷池 WAF 提供</p></div><script src='/.safeline/static/challenge.js'></script></body></html>", "468 Unknown"), "challenged", "unknown")
    page("jsl", http("<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_clearance_s=1701.22|-1|abc;max-age=3600');location.href=location.pathname+location.search</script>", "521 Unknown", "Set-Cookie: __jsluid_h=9f; max-age=31536000; path=/; HttpOnly"), "challenged", "unknown")
    page("testcookie", http("<html><body><script type='text/javascript' src='/aes.js'></script><script>function toNumbers(d){var e=[];d.replace(/(..)/g,function(d){e.push(parseInt(d,16))});return e}var a=toNumbers('f655ba9d09a112d4968c63579db590b4');document.cookie='__test='+toHex(slowAES.decrypt(c,2,a,b))+'; path=/';location.href='http://z.example/?i=1';</script><noscript>This site requires Javascript to work, please enable Javascript in your browser or use a browser with Javascript support</noscript></body></html>"), "challenged", "testcookie")
    page("servicepipe", http("<!doctype html><html lang=ru><head><title>Проверка браузера</title></head><body><h1>Проверяем ваш браузер</h1><p>Это займёт несколько секунд. Пожалуйста, включите JavaScript и cookies.</p><script src='/exhkqyad'></script></body></html>"), "challenged", "unknown")
    page("haproxy", http("<!doctype html><html><head><title>Hold on...</title></head><body data-pow='1#2'><h3>Checking your browser for robots 🤖</h3><div class=loader></div><noscript><p class=red>JavaScript is required on this page.</p></noscript><footer>Security and Performance by haproxy-protection</footer></body></html>", "403 Forbidden"), "challenged", "unknown")
    page("alibaba", http("<!doctype html><html><head><title>Captcha Interception</title></head><body><div>Sorry, we have detected unusual traffic from your network.</div><div id=nocaptcha>Please slide to verify</div></body></html>"), "challenged", "unknown")
    page("f5 shape", http("<html><head><noscript><title>Pardon the wait</title></noscript></head><body><noscript>Please enable JavaScript to view the page content.<br/>Your support ID is: 1182844411411.<br/></noscript><script>(function(){window.bobcmn='101';})();</script></body></html>"), "challenged", "f5")
    page("deflect", http("<!doctype html><html><head><title>Verifying your request</title></head><body><p>Please wait while we verify that you are a real visitor. Protected by Deflect.</p><script src='/__deflect/challenge.js'></script></body></html>", "429 Too Many Requests"), "challenged", "unknown")
    page("altcha", http("<!doctype html><html><head><title>Bot check</title></head><body><h1>Are you a bot?</h1><altcha-widget challengeurl='/altcha'></altcha-widget><p>Too many crawlers read our catalogue. Please tick the box to go on.</p></body></html>", "403 Forbidden"), "challenged", "unknown")
    page("library ai wall", http("<!doctype html><html><head><title>Thornby University Library</title></head><body><h1>Verifying that you are human</h1><p>Because of traffic from AI crawlers we check each visitor. This takes a moment and needs JavaScript.</p></body></html>", "202 Accepted"), "challenged", "unknown")
    page("reblaze", http("<html><head><script>window.rbzns={bereshit:'1',seed:'x'};</script><script src='/c3650cdf-216a-4ba2-80b0-9d6c540b105e58d2670b-ea0f-484e-b88c-0e2c1499ec9bd71e4b42-8570-44e3-89b6-845326fa43b6'></script></head><body></body></html>", "247"), "challenged", "reblaze")
    # whole pages that carry walls' furniture
    page("anubis let through", http(article("The toll ledger of 1911", head="<script src='/.within.website/x/cmd/anubis/static/js/main.mjs'></script>")), "alive", None)
    page("safeline let through", http(article("The toll ledger of 1911", head="<script src='/.safeline/static/x.js'></script>", after="<!-- Protected By SafeLine -->")), "alive", None)
    page("403 with the whole article", http(article("The toll ledger"), "403 Forbidden"), "refused", "http_403")
    # parked
    page("namecheap", http(notice("Registrant WHOIS contact information verification", "", "This domain was recently registered at Namecheap. Please check back later!", frame=False)), "parked", None)
    page("dynadot", http("<html><head><title>z.example is for sale - Dynadot</title></head><body><h1>z.example</h1><p>This premium domain is available for purchase on Dynadot. Make an offer or Buy It Now: $1,488.</p></body></html>"), "parked", None)
    page("hugedomains", sent("302 Found", f"http://hugedomains-y.example:{site.port}/domain_profile.cfm?d=z.example"), "parked", None)
    site.at("hugedomains-y.example")
    site.ground.answers["hugedomains-y.example", "/domain_profile.cfm?d=z.example"] = http("<html><head><title>z.example is for sale | HugeDomains</title></head><body><h1>z.example</h1><p>This domain is for sale: $2,895</p><p>Buy now. Start payment plan: 12 monthly payments of $241.</p><p>30-day money back guarantee</p></body></html>")
    page("onamae", http("<html lang=ja><head><title>お名前.com</title></head><body><h1>このドメインはお名前.comで取得されています。</h1><p>お名前.com は GMOインターネットグループ株式会社が運営する国内シェアNo.1のドメイン登録サービスです。</p></body></html>"), "parked", None)
    page("aruba", http("<html lang=it><head><title>Dominio registrato</title></head><body><h1>Questo dominio è stato registrato per un nostro cliente</h1><p>Il sito è in fase di costruzione. Aruba S.p.A.</p></body></html>"), "parked", None)
    page("arsys", http("<html lang=es><head><title>Dominio registrado en Arsys</title></head><body><h1>Este dominio ya ha sido registrado</h1><p>Si es el propietario, acceda a su área de cliente para publicar su web.</p></body></html>"), "parked", None)
    page("united-domains", http("<html lang=de><head><title>Domain im Kundenauftrag registriert</title></head><body><p>Hier entsteht eine neue Internetpräsenz. Diese Domain wurde im Kundenauftrag registriert.</p><p>united-domains AG</p></body></html>"), "parked", None)
    page("wanwang", http("<html lang=zh><head><title>域名出售</title></head><body><h1>z.example 该域名正在出售</h1><p>您正在访问的域名可以转让！ This domain name is for sale. 联系电话 400-000</p></body></html>"), "parked", None)
    page("nic.ru", http("<html lang=ru><head><title>Домен z.example продаётся</title></head><body><h1>Домен продаётся</h1><p>Купить домен z.example в магазине доменов. Цена: 29 000 ₽. Сделать предложение.</p></body></html>"), "parked", None)
    page("locaweb", http("<html lang=pt><head><title>Domínio estacionado</title></head><body><p>Este domínio está registrado e estacionado. Hospede seu site na Locaweb.</p></body></html>"), "parked", None)
    page("wedos", http("<html lang=cs><head><title>Doména je zaparkována</title></head><body><h1>Tato doména je zaparkovaná</h1><p>Doménu si u nás zaregistroval zákazník, zatím na ní neprovozuje žádné stránky. WEDOS Internet, a.s.</p></body></html>"), "parked", None)
    page("domeneshop", http("<html lang=no><head><title>z.example er registrert</title></head><body><p>Domenet z.example er registrert, men kunden har ikke aktivert web hos Domeneshop.</p></body></html>"), "parked", None)
    page("one.com", http("<html lang=da><head><title>one.com</title></head><body><h1>Dette domæne er parkeret</h1><p>Domænet er registreret hos one.com</p></body></html>"), "parked", None)
    # live beside the parked
    page("a new owner who keeps the book", http(article("The toll ledger of 1911", after="<aside><p>Advertisement: this domain is hosted by Ford Host. Buy your own domain from $9.</p></aside>")), "alive", None)


GROUPS = (walls,)
