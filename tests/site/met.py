"""What a third hunt met: walls, gates, paywalls and parked names in many languages, and short pages that sound like them.

Each line misled the rules, or stands beside one that did and must not be mistaken.
"""

from pages import article, front, http, notice, prose, sent
from seen import FORM, bare

# fmt: off
#: Name, status, page (or a whole answer), reason, headers.
WALLS = (
 ("cf1020","403 Forbidden",bare("Access denied | paper.example used Cloudflare to restrict access","Error 1020","Access denied","What happened? This website is using a security service to protect itself from online attacks.","Cloudflare Ray ID: 7b1 • Performance & security by Cloudflare"),"cloudflare","Server: cloudflare"),
 ("cf1010","403 Forbidden",bare("Access denied | paper.example used Cloudflare to restrict access","Error 1010 Ray ID: 7b","Access denied","The owner of this website (paper.example) has banned your access based on your browser's signature (7b1-ua48).","<div class=cf-error-details></div>"),"cloudflare","Server: cloudflare"),
 ("cf1006","403 Forbidden",bare("Access denied | paper.example used Cloudflare to restrict access","Error 1006","Access denied","The owner of this website (paper.example) has banned your IP address (1.2.3.4)."),"cloudflare","Server: cloudflare"),
 ("cfja","403 Forbidden",bare("しばらくお待ちください...","paper.example","ロボットではないことを確認しています。数秒かかる場合があります。","<script>(function(){window._cf_chl_opt={cvId:'3'}})()</script>",lang="ja"),"cloudflare"),
 ("cfzh","503 Service Unavailable",bare("请稍候…","paper.example","<script>(function(){window._cf_chl_opt={cvId:'3'}})()</script>",lang="zh"),"cloudflare","Server: cloudflare"),
 ("cfpl","403 Forbidden",bare("Cierpliwości...","paper.example","Weryfikujemy bezpieczeństwo połączenia","<script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script>",lang="pl"),"cloudflare","Server: cloudflare"),
 ("cf-turnstile","200 OK",bare("paper.example","Verify you are human by completing the action below.","<script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script>","paper.example needs to review the security of your connection before proceeding."),"cloudflare"),
 ("cf-old","503 Service Temporarily Unavailable",bare("Just a moment...","Checking your browser before accessing paper.example.","This process is automatic. Your browser will redirect to your requested content shortly.","Please allow up to 5 seconds…","DDoS protection by Cloudflare"),"cloudflare","Server: cloudflare"),
 ("akamai-plain","403 Forbidden","<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don't have permission to access \"http&#58;&#47;&#47;paper&#46;example&#47;\" on this server.<P>\nReference&#32;&#35;18&#46;9f1c3e17&#46;1700000000&#46;1a2b3c4d\n<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;9f</BODY>\n</HTML>","akamai"),
 ("akamai-428","428 Precondition Required","<html><head><title></title></head><body><script src='/x/y?v=1'></script><div id='sec-if-cpt-container'></div></body></html>","akamai"),
 ("akamai-bm","200 OK","<html><head><meta http-equiv='refresh' content=\"5; URL='/story?bm-verify=AAQ'\"><title>&nbsp;</title></head><body><iframe src='/_sec/cp_challenge/x.html'></iframe><noscript>Powered and protected by Privacy</noscript></body></html>","akamai"),
 ("dd-json","403 Forbidden",http('{"url":"https://geo.captcha-delivery.com/captcha/?initialCid=AHr&cid=x"}',"403 Forbidden","x-datadome: protected",kind="application/json"),"datadome"),
 ("dd-bare","403 Forbidden","<html lang=en><head><title>paper.example</title><style>#cmsg{animation: A 1.5s;}</style></head><body><p id=cmsg>Please enable JS and disable any ad blocker</p><script data-cfasync=false>var dd={'rt':'c','cid':'AH','host':'geo.captcha-delivery.com'}</script></body></html>","datadome"),
 ("px-hold","403 Forbidden",bare("Access to this page has been denied.","Access to this page has been denied because we believe you are using automation tools to browse the website.","This may happen as a result of the following: Javascript is disabled or blocked by an extension","Reference ID: #4a","<script>window._pxAppId='PX1'</script>"),"perimeterx"),
 ("incap-403","403 Forbidden","<html style='height:100%'><head><META NAME='ROBOTS' CONTENT='NOINDEX, NOFOLLOW'></head><body style='margin:0px;height:100%'><iframe id='main-iframe' src='/_Incapsula_Resource?CWUDNSAI=9&xinfo=1' frameborder=0 width='100%'>Request unsuccessful. Incapsula incident ID: 1234-5678</iframe></body></html>","imperva"),
 ("imperva-16","403 Forbidden",bare("paper.example","Access Denied","Error 16","This request was blocked by our security service","Powered by Imperva","Your IP: 1.2.3.4 Incident ID: 77-88"),"imperva"),
 ("imperva-script","200 OK","<html><head><noscript><title>Pardon Our Interruption</title></noscript><script src='/on-thee-Suppose-Wound-vp-I-euery-if-Faire-shap'></script><script>var isSpa = new URLSearchParams(window.location.search).get('X-SPA') === '1';</script></head><body><div class=container><h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen:</p><ul><li>You've disabled cookies in your web browser.</li></ul></div></body></html>","unknown"),
 ("aws-405","405 Not Allowed",bare("Human Verification","Let's confirm you are human","Complete the security check before continuing.","<script src='https://x.captcha.awswaf.com/captcha.js'></script>"),"aws_waf"),
 ("aws-200","200 OK","<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title></title><script type=text/javascript>window.awsWafCookieDomainList=[];window.gokuProps={key:'AQ'}</script><script src='https://x.token.awswaf.com/challenge.js'></script></head><body><div id=challenge-container></div><noscript><h1>JavaScript is disabled</h1>In order to continue, we need to verify that you're not a robot. This requires JavaScript. Enable JavaScript and then reload the page.</noscript></body></html>","aws_waf"),
 ("siteground","202 Accepted","<html><head><link rel=icon href='data:;'><meta http-equiv='refresh' content='0;/.well-known/sgcaptcha/?r=%2Fstory&y=ipc:1'></meta></head></html>","siteground"),
 ("google-sorry","429 Too Many Requests",bare("https://paper.example/search","About this page","Our systems have detected unusual traffic from your computer network. This page checks to see if it's really you sending the requests, and not a robot.","<div class=g-recaptcha></div>"),"unknown"),
 ("amazon","200 OK",bare("Amazon.com","Click the button below to continue shopping","<form action='/errors/validateCaptcha'><button>Continue shopping</button></form>","Conditions of Use & Sale"),"amazon"),
 ("amazon-old","200 OK",bare("Robot Check","Enter the characters you see below","Sorry, we just need to make sure you're not a robot. For best results, please make sure your browser is accepting cookies.","Type the characters you see in this image:"),"unknown"),
 ("reddit","403 Forbidden",bare("Reddit - Please wait for verification","You've been blocked by network security.","To continue, log in to your Reddit account or use your developer token","If you think you've been blocked by mistake, file a ticket below"),"unknown"),
 ("baidu","200 OK",bare("百度安全验证","网络不给力，请稍后重试","返回首页","问题反馈",lang="zh"),"unknown"),
 ("wechat","200 OK",bare("","环境异常","当前环境异常，完成验证后即可继续访问。","去验证",lang="zh"),"unknown"),
 ("yandex","200 OK",bare("Вы не робот?","Подтвердите, что запросы отправляли вы, а не робот","Нам очень жаль, но запросы с вашего устройства похожи на автоматические.","Я не робот",lang="ru"),"unknown"),
 ("ddg-ru","403 Forbidden",bare("DDoS-Guard","Проверка браузера перед переходом на сайт paper.example","Это займёт несколько секунд",lang="ru"),"ddosguard","Server: ddos-guard"),
 ("qrator","403 Forbidden",bare("403","HTTP 403","<script src='/__qrator/qauth_utm_v2d.js'></script>"),"qrator","Server: QRATOR"),
 ("bunny","403 Forbidden",bare("Establishing a secure connection ...","Establishing a secure connection ...","Please wait while we verify your request. This process is automatic.","<script src='/.bunny-shield/assets/shield-challenge.js'></script>"),"bunny","Server: BunnyCDN-DE1"),
 ("bitninja","403 Forbidden",bare("Waiting for the redirectiron...","Visitor anti-robot validation","This process is automatic. Your browser will redirect to your requested content in 5 seconds.","<a href='https://bitninja.io'>BitNinja</a>"),"bitninja"),
 ("litespeed","200 OK",bare("LiteSpeed reCAPTCHA","Verifying that you are not a robot...","<div class=g-recaptcha></div>"),"unknown"),
 ("hostinger","200 OK",bare("Checking your browser...","Checking your browser before accessing","This check is automatic.","<script>hcdn</script>"),"unknown"),
 ("geetest","200 OK",bare("Security Verification","Please complete the verification","Slide to complete the puzzle","<script src='https://static.geetest.com/v4/gt4.js'></script>"),"geetest"),
 ("captcha-de","403 Forbidden",bare("Sicherheitsüberprüfung","Bitte bestätigen Sie, dass Sie ein Mensch sind","Ungewöhnliche Aktivitäten aus Ihrem Netzwerk.",lang="de"),"unknown"),
 ("captcha-fr","200 OK",bare("Vérification","Êtes-vous un robot ?","Veuillez compléter le captcha pour continuer votre navigation.",lang="fr"),"unknown"),
 ("captcha-es","200 OK",bare("Verificación de seguridad","Confirma que no eres un robot","Hemos detectado actividad inusual desde tu red.",lang="es"),"unknown"),
 ("captcha-pt","200 OK",bare("Verificação","Confirme que você não é um robô","Detectamos tráfego incomum.",lang="pt"),"unknown"),
 ("captcha-it","200 OK",bare("Verifica","Conferma di non essere un robot","Abbiamo rilevato traffico insolito.",lang="it"),"unknown"),
 ("queue-it","200 OK",bare("Queue-it","You are now in line","When it is your turn, you will have 10 minutes to enter the website.","Your estimated wait time is: more than an hour","<script src='https://static.queue-it.net/script/queueclient.min.js'></script>"),"queue_it"),
 ("cf-wait","503 Service Unavailable",bare("Waiting Room powered by Cloudflare","You are now in line.","Thank you for your patience. Your estimated wait time is 3 minutes."),"cloudflare","Server: cloudflare"),
 ("goaway","200 OK",bare("Checking you are not a bot","Checking you are not a bot","Please wait a few seconds.","<p>Protected by go-away</p>"),"unknown"),
 ("tspd","200 OK","<html><head><meta http-equiv='Pragma' content='no-cache'/><script type='text/javascript' src='/TSPD/08e?type=7'></script><noscript>Please enable JavaScript to view the page content.<br/>Your support ID is: 123.</noscript></head><body></body></html>","f5"),
 ("distil","200 OK","<!DOCTYPE html><html><head><meta name='ROBOTS' content='NOINDEX, NOFOLLOW'><meta http-equiv='refresh' content='10; url=/distil_r_captcha.html?requestId=1&httpReferrer=%2Fstory'/><script src='/ga.1234.js'></script></head><body><div id='distilIdentificationBlock'>&nbsp;</div></body></html>","distil"),
 ("blocked-ip","403 Forbidden",bare("403 Forbidden","Your IP address has been blocked","Your request looks automated. Contact us if this is a mistake."),"unknown"),
 ("sucuri-block","403 Forbidden",bare("Sucuri WebSite Firewall - Access Denied","Access Denied - Sucuri Website Firewall","If you are the site owner (or you manage this site), please whitelist your IP."),"sucuri"),
 ("zhihu","403 Forbidden",http('{"error":{"message":"您当前请求存在异常，暂时限制本次访问。","code":40362}}',"403 Forbidden",kind="application/json"),"unknown"),
)
#: The same in other words: name, status, page.
MORE_WALLS = (
 ("second","403 Forbidden",bare("Just a second...","Just a second...","We are checking that you are not a robot."), "unknown"),
 ("onemore","403 Forbidden",bare("One more step","One more step","Please complete the security check to access paper.example"), "unknown"),
 ("captcha-plain","200 OK",bare("Captcha","Unusual traffic detected","Please solve the CAPTCHA below to continue."), "unknown"),
 ("beforeyou","200 OK",bare("Verification required","Before you continue","Please confirm you're not a robot."), "unknown"),
 ("fr-nav","503 Service Unavailable",bare("Vérification","Vérification de votre navigateur avant d'accéder à paper.example","Ce processus est automatique.",lang="fr"), "unknown"),
 ("de-nav","403 Forbidden",bare("Einen Augenblick","Ihr Browser wird überprüft","Dieser Vorgang läuft automatisch ab.",lang="de"), "unknown"),
 ("es-nav","200 OK",bare("Un momento","Comprobando su navegador antes de acceder","Este proceso es automático.",lang="es"), "unknown"),
 ("pl-nav","200 OK",bare("Weryfikacja","Sprawdzanie przeglądarki","Potwierdź, że nie jesteś robotem",lang="pl"), "unknown"),
 ("it-nav","403 Forbidden",bare("Controllo","Stiamo controllando il tuo browser","Conferma di essere umano",lang="it"), "unknown"),
 ("pt-nav","403 Forbidden",bare("Um momento","Verificando se você é humano","Isso pode levar alguns segundos.",lang="pt"), "unknown"),
 ("tr-nav","403 Forbidden",bare("Bir dakika","Tarayıcınız kontrol ediliyor","Robot olmadığınızı doğrulayın",lang="tr"), "unknown"),
 ("ja-nav","403 Forbidden",bare("確認","アクセスを確認しています","ロボットではないことを確認してください",lang="ja"), "unknown"),
 ("zh-nav","200 OK",bare("安全检查","正在检查您的浏览器","请完成安全验证后继续访问",lang="zh"), "unknown"),
 ("ko-nav","200 OK",bare("보안 확인","사람인지 확인하는 중","잠시만 기다려 주세요",lang="ko"), "unknown"),
 ("nl-nav","200 OK",bare("Controle","Bevestig dat u geen robot bent","Los de captcha op",lang="nl"), "unknown"),
 ("sv-nav","200 OK",bare("Kontroll","Bekräfta att du inte är en robot","",lang="sv"), "unknown"),
 ("tencent","200 OK",bare("安全验证","请完成安全验证","<script src='https://turing.captcha.qcloud.com/TCaptcha.js'></script>",lang="zh"), "unknown"),
 ("hcaptcha","403 Forbidden",bare("paper.example","","<div class=h-captcha></div><script src='https://js.hcaptcha.com/1/api.js'></script>","Please prove you are human"), "unknown"),
 ("friendly","200 OK",bare("Anti-Robot Verification","Anti-Robot Verification","Please click on the checkbox"), "unknown"),
 ("cf-title-only","403 Forbidden","<html><head><title>Just a moment...</title></head><body></body></html>", "unknown"),
 ("cf-attention","403 Forbidden",bare("Attention Required!","Please complete the captcha",""), "unknown"),
 ("incap-empty","200 OK","<html><head><META NAME=robots CONTENT='noindex,nofollow'><script src='/_Incapsula_Resource?SWJIYLWA=5074a744e2e3d891814e9a2dace20bd4'></script></head><body></body></html>", "imperva"),
 ("kasada-200","200 OK","<html><head></head><body><script>window.KPSDK={};</script><script src='/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39/ips.js'></script></body></html>", "kasada"),
 ("aliyun","200 OK","<html><script>var arg1='ABC';function setCookie(name,value){} setCookie('acw_sc__v2', x);</script></html>", "aliyun"),
 ("robotchallenge","202 Accepted",bare("Robot Challenge Screen","Checking the site connection security",""), "unknown"),
)
#: Name, language, page, reason.
GATES = (
 ("g-consent","de",notice("Bevor Sie zu Google weitergehen","Bevor Sie zu Google weitergehen","Wir verwenden Cookies und Daten, um Dienste bereitzustellen.","Alle akzeptieren",lang="de",frame=False),"consent"),
 ("fr-consent","fr",notice("Le Verger","Votre vie privée est importante pour nous","Nous et nos 1538 partenaires stockons et accédons à des informations sur un appareil.","Accepter et continuer","Continuer sans accepter",lang="fr",frame=False),"consent"),
 ("de-pur","de",notice("Das Blatt - Zustimmung","Mit Werbung weiterlesen oder Pur-Abo","Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Wir und unsere 200 Partner verarbeiten Daten.","Zustimmen und weiter","Im Pur-Abo ohne Werbung lesen",lang="de",frame=False),"consent"),
 ("it-consent","it",notice("Il Frutteto","Il rispetto della tua privacy è la nostra priorità","Noi e i nostri 300 partner archiviamo e accediamo a informazioni su un dispositivo.","Accetta e continua","Abbonati",lang="it",frame=False),"consent"),
 ("es-consent","es",notice("El Huerto","Tu privacidad es importante","Con tu acuerdo, nosotros y nuestros 842 socios usamos cookies.","Aceptar y continuar","Rechazar y suscribirse",lang="es",frame=False),"consent"),
 ("pl-consent","pl",notice("Sad","Szanujemy Twoją prywatność","My i nasi partnerzy przechowujemy informacje na urządzeniu.","Przejdź do serwisu",lang="pl",frame=False),"consent"),
 ("da-consent","da",notice("Haven","Vi værdsætter dit privatliv","Vi og vores 150 partnere gemmer oplysninger på en enhed.","Accepter alle",lang="da",frame=False),"consent"),
 ("age","en",notice("Age verification","Are you over 18?","You must be 18 or older to enter this site.","Enter","Leave",frame=False),"consent"),
 ("ms","en",bare("Sign in to your account","Sign in","<form><input name=loginfmt><input type=password></form>","No account? Create one!"),"login"),
 ("gdoc","en",bare("Google Docs","You need access","Ask for access, or switch to an account with access."),"login"),
 ("drupal","en",notice("Access denied | Thornby","Access denied","You are not authorized to access this page."),"login"),
 ("fb","en",bare("Log into Facebook","Log into Facebook","You must log in to continue.",FORM),"login"),
 ("shib","en",bare("Select your institution","Select your institution","Search for your university to log in and access this content.","Remember my selection"),"login"),
 ("ezproxy","en",bare("Library login","Off-campus access","Please log in with your library card number and PIN to access this resource.",FORM),"login"),
 ("vbreg","en",notice("Forum","You are not logged in or you do not have permission to access this page.","This could be due to one of several reasons: You are not logged in. Fill in the form at the bottom of this page and try again.",FORM),"login"),
 ("insta-priv","en",bare("ada (@ada) • Instagram","This account is private","Follow to see their photos and videos."),"login"),
 ("yt-priv","en",bare("- YouTube","Video unavailable","This video is private","If the owner of this video has granted you access, please sign in."),"login"),
 ("reddit-priv","en",bare("Thornby","Private community","The moderators of this community have set it as private. Only approved members can view and contribute."),"login"),
 ("team-priv","en",bare("GitLab","You need to sign in or sign up before continuing.","",FORM),"login"),
 ("session","en",bare("Session expired","Your session has expired","Please log in again.",FORM),"login"),
 ("de-login","de",bare("Anmelden","Bitte melden Sie sich an","Diese Seite ist nur für angemeldete Benutzer sichtbar.",FORM,lang="de"),"login"),
 ("fr-login","fr",bare("Connexion","Vous devez être connecté pour accéder à cette page","",FORM,lang="fr"),"login"),
 ("ja-login","ja",bare("ログイン","ログインしてください","このページを見るにはログインが必要です",FORM,lang="ja"),"login"),
 ("ru-login","ru",bare("Вход","Войдите, чтобы продолжить","",FORM,lang="ru"),"login"),
 ("pay","en",bare("Subscribe","Subscribe to read this article","Choose your plan. €1 for the first month."),"payment"),
 ("pay-de","de",notice("Das Blatt+","Weiterlesen mit Blatt+","Dieser Inhalt ist exklusiv für Abonnenten. Jetzt abonnieren.",lang="de"),"payment"),
 ("patreon","en",bare("The mill diary | Patreon","Unlock this post","Become a member to get access to this post."),"payment"),
)
#: Name, what stands behind two paragraphs, language.
CUT = (
 ("springer","<p>This is a preview of subscription content, log in via an institution to check access.</p><h2>Access this article</h2><p>Buy article PDF 39,95 €</p>",""),
 ("substack","<div class=paywall><h2>This post is for paid subscribers</h2><p>Already a paid subscriber? Sign in</p></div>",""),
 ("sv","<div class=paywall><h2>Läs hela artikeln – bli prenumerant</h2><p>Redan prenumerant? Logga in</p></div>","sv"),
 ("da","<div class=paywall><h2>Artiklen er forbeholdt abonnenter</h2><p>Læs videre nu</p></div>","da"),
 ("no","<div class=paywall><h2>Denne saken er for abonnenter</h2><p>Logg inn for å lese saken</p></div>","no"),
 ("fi","<div class=paywall><h2>Tämä artikkeli on tilaajille</h2><p>Tilaa ja jatka lukemista</p></div>","fi"),
 ("pl","<div class=paywall><h2>Artykuł dostępny tylko dla subskrybentów</h2><p>Pozostało 80% artykułu</p></div>","pl"),
 ("cs","<div class=paywall><h2>Pokračování článku je jen pro předplatitele</h2></div>","cs"),
 ("ru","<div class=paywall><h2>Материал доступен только подписчикам</h2><p>Оформите подписку, чтобы читать дальше</p></div>","ru"),
 ("ja","<div class=paywall><h2>この記事は有料会員限定です。残り1234文字</h2></div>","ja"),
 ("ko","<div class=paywall><h2>이 기사는 유료회원만 볼 수 있습니다</h2></div>","ko"),
 ("zh","<div class=paywall><h2>剩余60%内容，付费订阅后可继续阅读</h2></div>","zh"),
 ("nl","<div class=paywall><h2>Dit artikel is alleen voor abonnees</h2><p>Log in of neem een abonnement om verder te lezen</p></div>","nl"),
 ("pt","<div class=paywall><h2>Este conteúdo é exclusivo para assinantes</h2><p>Assine para continuar lendo</p></div>","pt"),
 ("it","<div class=paywall><h2>Questo contenuto è riservato agli abbonati</h2></div>","it"),
 ("es","<div class=paywall><h2>Este contenido es solo para suscriptores</h2><p>Suscríbete para seguir leyendo</p></div>","es"),
 ("regwall","<div class=gate><h2>Create your free account or log in to continue reading.</h2></div>",""),
)
#: Name, page; {} is the host's own name.
NAMES = (
 ("godaddy-lander","<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href=\"/lander\"}</script></head></html>"),
 ("godaddy-exp",bare("{}","NOTICE: This domain name expired on 3/4/2023 and is pending renewal or deletion.","Welcome to: {}","This Web page is parked for FREE, courtesy of GoDaddy.com.","Is this your domain? Let's turn it into a website!")),
 ("enom",bare("{}","This domain has expired.","If you owned this domain, contact your domain registration service provider for further assistance.")),
 ("netsol",bare("{}","This Site Is Under Construction and Coming Soon.","This Domain Is Registered with Network Solutions")),
 ("ovh",bare("Site en construction","Félicitations ! Votre domaine {} a bien été créé chez OVHcloud !","Accédez dès maintenant à votre Espace client.",lang="fr")),
 ("gandi",bare("{}","This domain name has been registered with Gandi.net","It is currently parked by the owner.")),
 ("ionos",bare("{}","Hier entsteht eine neue Internetpräsenz","Diese Domain ist bereits registriert.",lang="de")),
 ("strato",bare("STRATO - Domain reserved","Diese Domain wurde bei STRATO registriert","Hier entsteht in Kürze eine neue Webseite.",lang="de")),
 ("hostinger",bare("Parked Domain name on Hostinger DNS system","Happy to see your domain with Hostinger!","Your domain is active and is using Hostinger nameservers.")),
 ("porkbun",bare("{} | parked on Porkbun","A Brand New Domain!","Congratulations! {} has been registered and is parked at Porkbun.")),
 ("sqsp",bare("Coming Soon","We're under construction.","Please check back for an update soon. {} was just registered with Squarespace Domains.")),
 ("loopia",bare("Parkerad hos Loopia","Den här domänen är parkerad hos Loopia","{}",lang="sv")),
 ("homepl",bare("{}","Domena {} jest utrzymywana na serwerach home.pl","Domena zaparkowana",lang="pl")),
 ("regru",bare("{}","Домен {} припаркован","Сайт временно недоступен. Домен зарегистрирован в REG.RU",lang="ru")),
 ("transip",bare("Gereserveerd | TransIP","Deze domeinnaam is gereserveerd","{} is geregistreerd door een klant van TransIP.",lang="nl")),
 ("123reg",bare("{}","This domain has been registered via 123 Reg","Want to buy a domain?")),
 ("icann",bare("Whois verification","This domain has been suspended","The domain name {} has been suspended because the registrant's email address has not been verified."),"soft_404","title"),
 ("seized",bare("{} - seized","This domain has been seized","This domain name has been seized by the Federal Bureau of Investigation pursuant to a seizure warrant."),"soft_404","title"),
 ("dan",bare("{} | Buy","The domain name {} is for sale!","Buy now $2,888","Lease to own","Powered by Dan.com")),
 ("spaceship",bare("{}","{} is available","This domain could be yours: get a price in less than 24 hours.")),
 ("related",bare("{}","{}","<ul><li><a href=/1>Orchard tours</a></li><li><a href=/2>Cheap insurance</a></li><li><a href=/3>Fruit baskets</a></li></ul>","Related Searches","Privacy Policy","<script src='https://www.google.com/adsense/domains/caf.js'></script>")),
 ("caf","<html><head><title>{}</title><script src='https://www.google.com/adsense/domains/caf.js'></script></head><body><div id=tc></div><p>2023 Copyright. All Rights Reserved.</p><p>Privacy Policy</p></body></html>"),
 ("es",bare("{} dominio en venta","Este dominio está a la venta","Haga su oferta por {}",lang="es")),
 ("tr",bare("{}","Bu alan adı satılıktır","{} alan adını satın almak için teklif verin.",lang="tr")),
 ("ko",bare("{}","이 도메인은 판매 중입니다","{} 도메인 구매 문의",lang="ko")),
 ("cs",bare("{}","Tato doména je na prodej","Nabídněte cenu za {}",lang="cs")),
 ("pt",bare("{}","Este domínio está à venda","Faça uma oferta por {}",lang="pt")),
 ("sv",bare("{}","Domänen är till salu","Lägg ett bud på {}",lang="sv")),
)
#: Language, title, heading, the line that fills the page.
TRADES = (
 ("pl","Najlepsze kasyno online 2024 – bonus bez depozytu","Kasyno online","Kasyno online z bonusem: automaty do gier, ruletka, poker i zakłady bukmacherskie z darmowymi spinami."),
 ("sv","Casino utan svensk licens – bästa casinon 2024","Casino utan licens","Bästa casinon utan licens med free spins, bonus, roulette, poker och betting på casino."),
 ("de","Online Casino ohne Limit – Bonus","Online Casino","Online Casino Bonus, Spielautomaten, Roulette und Sportwetten im besten Casino ohne Einzahlung."),
 ("pt","Melhores cassinos online e apostas esportivas","Cassino online","Cassino online com bônus, apostas esportivas, roleta, caça-níqueis e poker no melhor cassino."),
 ("en","Buy Viagra Online – Canadian Pharmacy","Canadian Pharmacy","Buy viagra and cialis online without prescription at our Canadian pharmacy, levitra and kamagra too."),
 ("en","Hot Escorts and Live Sex Cams XXX","Escort girls","Escort girls, live sex cam, xxx porn videos and hookup tonight."),
 ("en","Payday Loans Online Same Day","Payday loans","Payday loans and cash advance same day, bad credit payday loans, apply now for a cash advance."),
 ("en","Essay Writing Service – Buy Essays Cheap","Essay writing service","Our essay writing service lets you buy essays, buy essay papers, and our essay writing service is cheap."),
 ("id","Daftar Situs Slot Gacor Gampang Menang","Slot gacor","Situs slot gacor dengan RTP tinggi, togel dan judi online, jackpot maxwin."),
 ("th","เว็บพนันออนไลน์ บาคาร่า สล็อต","บาคาร่าออนไลน์","เว็บพนันออนไลน์ บาคาร่า สล็อต คาสิโน แทงบอล ฝากถอนออโต้"),
 ("ko","온라인카지노 바카라사이트 추천","바카라사이트","온라인카지노 추천, 바카라 사이트, 토토 사이트, 카지노 쿠폰 안내"),
 ("zh","澳门赌场 真人百家乐 娱乐城","娱乐城","澳门赌场真人百家乐娱乐城博彩平台注册送彩金"),
 ("es","Mejores casinos online y apuestas deportivas","Casinos online","Casinos online con bono sin depósito, apuestas deportivas, ruleta, poker y tragaperras en el casino."),
 ("ru","Вулкан казино – игровые автоматы","Казино Вулкан","Казино Вулкан: игровые автоматы, рулетка, ставки и бонусы, букмекер онлайн казино."),
)
#: Name, page, state, reason; {} is the host's own name.
MIXED = (
 # soft 404
 ("s1",notice("Thornby College","Page cannot be displayed","The page you have requested cannot be displayed. Please check the address."),"soft_404","title"),
 ("s2",notice("Thornby College","We are sorry","The document you asked for has been withdrawn from our site."),"soft_404","title"),
 ("s3",notice("Kell FM","This programme is no longer available","Programmes can be heard for thirty days."),"soft_404","title"),
 ("s4",notice("Kell Library","Record not found","The catalogue has no record with this number."),"soft_404","title"),
 ("s5",bare("Document Not Found","Document Not Found","Please contact the webmaster."),"soft_404","title"),
 ("s6",notice("Das Blatt","Artikel nicht gefunden","Vielleicht finden Sie ihn in unserem Archiv.",lang="de"),"soft_404","title"),
 ("s7",notice("Le Verger","Erreur","La page demandée est introuvable ou a été déplacée.",lang="fr"),"soft_404","title"),
 ("s8",notice("Blog","Error 404: File not found","Sorry, Blog"),"soft_404","title"),
 ("s9",notice("신문","요청하신 기사를 찾을 수 없습니다","",lang="ko"),"soft_404","title"),
 ("s10",notice("新聞","お探しの記事は掲載を終了しました","",lang="ja"),"soft_404","title"),
 ("s11",notice("报","抱歉，该文章已下线","",lang="zh"),"soft_404","title"),
 ("s12",notice("Haber","Aradığınız içerik yayından kaldırılmıştır","",lang="tr"),"soft_404","title"),
 ("s13",notice("Gazeta","Artykuł nie istnieje lub został usunięty","",lang="pl"),"soft_404","title"),
 ("s14",notice("Noviny","Článek nebyl nalezen","",lang="cs"),"soft_404","title"),
 ("s15",notice("Lap","A keresett cikk nem elérhető","",lang="hu"),"soft_404","title"),
 ("s16",notice("Ziar","Articolul nu mai este disponibil","",lang="ro"),"soft_404","title"),
 ("s17",notice("Газета","Новость не найдена","",lang="ru"),"soft_404","title"),
 ("s18",notice("Avis","Artikkelen finnes ikke lenger","",lang="no"),"soft_404","title"),
 ("s19",notice("Tidning","Artikeln kunde inte hittas","",lang="sv"),"soft_404","title"),
 ("s20",notice("Lehti","Artikkelia ei löytynyt","",lang="fi"),"soft_404","title"),
 ("s21",notice("Krant","Dit bericht is verwijderd","",lang="nl"),"soft_404","title"),
 ("s22",notice("Jornal","A notícia que procura não está disponível","",lang="pt"),"soft_404","title"),
 ("s23",notice("Giornale","L'articolo che cerchi non è più disponibile","",lang="it"),"soft_404","title"),
 ("s24",notice("Diario","Lo sentimos, este artículo ya no está disponible","",lang="es"),"soft_404","title"),
 ("s25",notice("צייטונג","הכתבה לא נמצאה","",lang="he"),"soft_404","title"),
 ("s26",notice("جريدة","المقال غير موجود أو تم حذفه","",lang="ar"),"soft_404","title"),
 ("s27",bare("Twitter / ?","Sorry, that page doesn’t exist!","You can search Twitter using the search box below or return to the homepage."),"soft_404","title"),
 ("s28",bare("Facebook","This content isn't available right now","When this happens, it's usually because the owner only shared it with a small group of people, changed who can see it or it's been deleted."),"gated","login"),  # it may be there for others
 ("s29",bare("Issuu","This publication has been removed","The publisher chose to unpublish it."),"soft_404","title"),
 ("s30",bare("Account suspended","This Account has been suspended.","Contact your hosting provider for more information."),"soft_404","title"),
 # gates
 ("g1",notice("Kell Times","Register to keep reading","Create a free account to continue reading this article.",FORM),"gated","login"),
 ("g2",notice("Wissen","Zugang nur für Mitglieder","Bitte loggen Sie sich ein, um diesen Inhalt zu sehen.",FORM,lang="de"),"gated","login"),
 ("g3",notice("Forum","Must be logged in","You must be logged in to view this forum.",FORM),"gated","login"),
 ("g4",bare("Inloggen","Inloggen","U moet ingelogd zijn om deze pagina te bekijken",FORM,lang="nl"),"gated","login"),
 ("g5",bare("Zaloguj się","Zaloguj się, aby zobaczyć tę stronę","",FORM,lang="pl"),"gated","login"),
 ("g6",bare("Acceso restringido","Acceso restringido","Debes iniciar sesión para ver este contenido",FORM,lang="es"),"gated","login"),
 ("g7",notice("Tidning","Vi värnar om din integritet","Vi och våra 120 partner lagrar information på din enhet.","Acceptera alla",lang="sv",frame=False),"gated","consent"),
 ("g8",notice("Krant","Wij waarderen uw privacy","Wij en onze partners slaan cookies op.","Alles accepteren",lang="nl",frame=False),"gated","consent"),
 ("g9",notice("Jornal","Valorizamos a sua privacidade","Nós e os nossos 500 parceiros guardamos cookies.","Aceitar tudo",lang="pt",frame=False),"gated","consent"),
 ("g10",notice("Lehti","Arvostamme yksityisyyttäsi","Me ja 300 kumppaniamme tallennamme evästeitä.","Hyväksy kaikki",lang="fi",frame=False),"gated","consent"),
 ("g11",notice("Gazete","Gizliliğinize değer veriyoruz","Biz ve ortaklarımız çerezler kullanıyoruz.","Kabul et",lang="tr",frame=False),"gated","consent"),
 ("g12",notice("Noviny","Vážíme si vašeho soukromí","My a naši partneři ukládáme cookies.","Přijmout vše",lang="cs",frame=False),"gated","consent"),
 # geo
 ("o1",bare("Film","Dieser Film ist in deinem Land nicht verfügbar","",lang="de"),"legal","geo"),
 ("o2",bare("Film","Cette vidéo n'est pas disponible dans votre pays","",lang="fr"),"legal","geo"),
 ("o3",bare("BBC","BBC iPlayer only works in the UK. Sorry, it’s due to rights issues.",""),"legal","geo"),
 ("o4",bare("Kanal","Bu video ülkenizde kullanılamıyor","",lang="tr"),"legal","geo"),
 ("o5",bare("Kanał","Ten materiał nie jest dostępny w Twoim kraju","",lang="pl"),"legal","geo"),
 ("o6",bare("Сайт","Доступ к сайту из вашего региона ограничен","",lang="ru"),"legal","geo"),
 # walls
 ("w1",bare("Access to this page has been blocked","Access to this page has been blocked","We believe you are using automation tools. Reference ID #1"),"challenged","unknown"),
 ("w2",bare("Bot detection","Please verify that you are not a robot","Tick the box to go on."),"challenged","unknown"),
 ("w3",bare("Überprüfung","Bitte bestätigen Sie, dass Sie kein Roboter sind","",lang="de"),"challenged","unknown"),
 ("w4",bare("Проверка","Пожалуйста, подтвердите, что вы не робот","",lang="ru"),"challenged","unknown"),
 ("w5",bare("验证","请完成下方验证以继续","检测到异常流量",lang="zh"),"challenged","unknown"),
 ("w6",bare("paper.example","Hang tight","We're just verifying that you're human. This takes a second."),"challenged","unknown"),
 # parked
 ("p1",bare("{}","The domain {} has expired","Renew it now or let it go."),"parked",None),
 ("p2",bare("{} - domain parking","This domain is parked","Parked by a registrar for its owner."),"parked",None),
 ("p3",bare("{}","Il dominio {} è in vendita","Contattaci per un'offerta.",lang="it"),"parked",None),
 ("p4",bare("{}","Ce nom de domaine est à vendre","Faites une offre pour {}",lang="fr"),"parked",None),
 ("p5",bare("{}","Domain {} zu verkaufen","Preis auf Anfrage",lang="de"),"parked",None),
 ("p6",bare("{}","Buy {} today","This premium domain is available for purchase."),"parked",None),
 ("p7",bare("{}","Eladó domain","A {} domain eladó. Tegyen ajánlatot!",lang="hu"),"parked",None),
 ("p8",bare("{}","Này tên miền đang được rao bán","Tên miền {} for sale",lang="vi"),"parked",None),
 # errors of servers
 ("e1",bare("Error","Application error","An error occurred in the application and your page could not be served."),"server_error","http_500"),
 ("e2",bare("Error 500","Internal Server Error","The server encountered an internal error or misconfiguration."),"server_error","http_500"),
 ("e3",bare("Bad gateway","502 Bad gateway","cloudflare"),"server_error","http_502"),
 ("e4",bare("Site off-line","Site off-line","The site is currently not available due to technical problems. Please try again later."),"server_error","http_500"),
 ("e5",bare("Wartung","Wir sind gleich zurück","Unsere Website wird gerade gewartet.",lang="de"),"server_error","http_500"),
)
#: Anchor, title, sentence: the shortest news.
NEWS = (
 ("the lost dog","Dog not found after search","The search for the dog ended on Sunday. It had been gone since the fete, and the vicar has offered a pound to anyone who brings it home alive."),
 ("Mr Ash","Ash removed from office","The council removed Mr Ash from office on Monday by four votes to three, and he has taken his chair and his inkwell with him to the inn."),
 ("the museum","Museum closed until spring","The museum at Kell is closed until spring. The roof is being mended, and the whale has been moved to the barn, where children may see it."),
 ("a ban","Council blocks access to the ford","Access to the ford has been blocked by the council since a cart sank there in May. Drovers must go round by the mill until it is mended."),
 ("a sale","Pub for sale","The Old Pump is for sale with its cellar and its cat, the owner said on Tuesday. He will take nine hundred pounds or a good horse for it."),
 ("the login","Log in the lake","A log in the lake frightened bathers on Sunday, who took it for a pike. The constable rowed out and sat on it to show that it was none."),
 ("age","Women over 18 may vote","Women over 18 may vote in the parish for the first time in June, and the clerk has ordered a second box and more chairs for the hall."),
 ("partners","Two partners and a mill","The two partners who own the mill have parted. One keeps the wheel and the other the stones, and neither can grind without the other now."),
 ("the error","An error occurred in the score","An error occurred in the score of the match on Saturday: Kell had eleven and not twelve, so that Thornby has won the cup after all."),
 ("expired","Licence expired","The licence of the inn expired in March, the magistrates were told, and nobody had noticed since the landlord is also the clerk of the court."),
 ("the reply","Page declines to comment","Mr Page declined to comment when asked where the missing nine pence had gone, and left the hall by the window with his hat on."),
 ("die Meldung","Seite fehlt im Kirchenbuch","Im Kirchenbuch von Kell fehlt seit Montag eine Seite, sagte der Pfarrer; sie wurde wohl im Krieg herausgerissen und ist seither verschollen."),
 ("la noticia","Página perdida del códice","El museo busca desde el lunes la hoja perdida del códice de Kell, que fue vista por última vez en marzo cuando el encuadernador la devolvió."),
)


def walled(site):
    """Walls that were met, and pages beside which they must be told apart."""
    for n, (name, status, page, reason, *headers) in enumerate(WALLS):
        answer = page if isinstance(page, bytes) else http(page, status, *headers)
        where = f"{name}.metwalls.example/2019/parish-pump-{n}"
        site.page(f"the parish pump at {name}", where, answer, "challenged", reason)
    for n, (name, status, page, reason) in enumerate(MORE_WALLS):
        where = f"{name}.morewalls.example/2019/parish-pump-{n}"
        site.page(f"the parish pump at {name}", where, http(page, status), "challenged", reason)
    site.ground.answers["siteground.metwalls.example","/.well-known/sgcaptcha/?r=%2Fstory&y=ipc:1"]=http(bare("Robot Challenge Screen","Checking the site connection security","<script>const sgchallenge='20:1';</script>"),"202 Accepted")
    add = site.page
    add("pump akamai dns failure","ak503.example/pump",http("<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><H1>Service Unavailable - DNS failure</H1>The server is temporarily unable to service your request.  Please try again later.<P>Reference #11.abc <P>https://errors.edgesuite.net/11.abc</BODY></HTML>","503 Service Unavailable","Server: AkamaiGHost"),"server_error","http_503")
    add("pump cloudfront blocked","cfb.example/pump",http(bare("ERROR: The request could not be satisfied","403 ERROR","The request could not be satisfied.","Request blocked. We can't connect to the server for this app or website at this time.","Generated by cloudfront (CloudFront) Request ID: x"),"403 Forbidden","Server: CloudFront"),"refused","http_403")
    add("pump cloudfront country","cfg.example/pump",http(bare("ERROR: The request could not be satisfied","403 ERROR","The request could not be satisfied.","The Amazon CloudFront distribution is configured to block access from your country."),"403 Forbidden","Server: CloudFront"),"legal","geo")
    add("pump cloudfront origin","cfo.example/pump",http(bare("ERROR: The request could not be satisfied","502 ERROR","The request could not be satisfied.","CloudFront wasn't able to connect to the origin."),"502 Bad Gateway","Server: CloudFront"),"server_error","http_502")
    add("pump cloudflare country","cf1009.example/pump",http(bare("Access denied | paper.example used Cloudflare to restrict access","Error 1009","Access denied","The owner of this website (paper.example) has banned the country or region your IP address is in (XX) from accessing this website.","<div id=cf-error-details></div>"),"403 Forbidden","Server: cloudflare"),"legal","geo")
    add("pump cloudflare rate","cf1015.example/pump",http(bare("Access denied | paper.example used Cloudflare to restrict access","Error 1015","You are being rate limited","The owner of this website (paper.example) has banned you temporarily from accessing this website.","<div id=cf-error-details></div>"),"429 Too Many Requests","Server: cloudflare","Retry-After: 3600"),"challenged","cloudflare")
    add("pump pay per crawl","ppc.example/pump",http("Payment required","402 Payment Required","crawler-price: USD 0.01"),"gated","payment")
    add("pump modsecurity","modsec.example/pump",http(bare("Not Acceptable!","Not Acceptable!","An appropriate representation of the requested resource could not be found on this server. This error was generated by Mod_Security."),"406 Not Acceptable"),"refused","http_406")
    add("pump varnish","varnish.example/pump",http(bare("503 Backend fetch failed","Error 503 Backend fetch failed","Backend fetch failed","Guru Meditation:","XID: 123"),"503 Backend fetch failed"),"server_error","http_503")
    add("pump s3 denied","s3.example/pump",http('<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',"403 Forbidden",kind="application/xml"),"refused","http_403")
    add("pump 404 with datadome","dd404.example/pump",http(notice("Page not found","Page not found",head="<script src='https://js.datadome.co/tags.js'></script>"),"404 Not Found","x-datadome: protected"),"gone","http_404")
    add("pump 404 with px","px404.example/pump",http(notice("Not found","Not found",head="<script>window._pxAppId='x'</script>"),"404 Not Found"),"gone","http_404")
    add("pump 410 cloudflare","cf410.example/pump",http(notice("Gone","Gone",head="<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"),"410 Gone","Server: cloudflare"),"gone","http_410")
    add("pump alive with datadome","ddok.example/pump",http(notice("The parish pump","The parish pump","The pump at Thornby was mended on Monday by the smith, who would take no money for it.",head="<script src='https://js.datadome.co/tags.js'></script>"),"200 OK","x-datadome: protected"),"alive")
    add("pump alive with incapsula","incok.example/pump",http(notice("The parish pump","The parish pump","The pump at Thornby was mended on Monday by the smith, who would take no money for it.",head="<script src='/_Incapsula_Resource?SWJIYLWA=719d'></script>"),"200 OK","X-CDN: Imperva"),"alive")
    add("pump alive with akamai","akok.example/pump",http(notice("The parish pump","The parish pump","The pump at Thornby was mended on Monday by the smith, who would take no money for it.",head="<script src='/akam/13/5a0b'></script><noscript><img src='/akam/13/pixel_5a0b'></noscript>")),"alive")
    add("pump alive with turnstile","tuok.example/pump",http(notice("The parish pump","The parish pump","The pump at Thornby was mended on Monday by the smith, who would take no money for it.","<form><div class=cf-turnstile></div><script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script><input name=comment></form>")),"alive")
    add("pump alive with px","pxok.example/pump",http(notice("The parish pump","The parish pump","The pump at Thornby was mended on Monday by the smith, who would take no money for it.",head="<script>window._pxAppId='PX1';</script><script src='https://client.px-cdn.net/PX1/main.min.js'></script>")),"alive")
    add("pump alive with imperva words","pxok2.example/pump",http(notice("Imperva buys a company","Imperva buys a company","The security firm Imperva said on Monday that it would buy a company in Kell for two barns and a pump.")),"alive")


def gated(site):
    """Gates, paywalls and countries that were met."""
    add, put = site.page, site.ground.answers
    for n, (name, _, page, reason) in enumerate(GATES):
        where = f"{name}.metgates.example/2014/tithe-map-{n}"
        add(f"the tithe map at {name}", where, http(page), "gated", reason)
    for n, (name, tail, lang) in enumerate(CUT):
        page = article(f"The price of barns {n}", paragraphs=2, lang=lang or "en").replace("</article>", tail + "</article>")
        add(f"the price of barns in {name}", f"{name}.cut.example/price-of-barns-{n}", http(page), "gated", "truncated")
    full=" ".join(prose("jsonld",9))
    add("the price of oats","jsonld.example/oats",http(article("The price of oats",paragraphs=1,head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paywall"},"articleBody":"' + full + '"}</script>',after="<div class=paywall><p>Subscribe to continue reading.</p></div>")),"gated","truncated")
    add("the price of rye","hidden.example/rye",http(article("The price of rye",paragraphs=1,after="<div class=paywall style='display:none'>"+"".join(f"<p>{x}</p>" for x in prose("rye",8))+"</div><div class=overlay><p>This article is for subscribers only.</p><p>Already a subscriber? Log in</p></div>")),"gated","truncated")
    put["www.linkedin.example","/authwall?trk=x&sessionRedirect=y"]=http(bare("Sign Up | LinkedIn","Join LinkedIn","Already on LinkedIn? Sign in",FORM))
    add("the profile of the vicar","www.linkedin.example/in/vicar",sent("302 Found","/authwall?trk=x&sessionRedirect=y"),"gated","login")
    put["accounts.go.example","/ServiceLogin?continue=x"]=http(bare("Google Docs: Sign-in","Sign in","<input type=email name=identifier>","Use your account"))
    add("the minutes in the cloud","docs.go.example/d/1aB",sent("302 Found",site.at("accounts.go.example","/ServiceLogin?continue=x")),"gated","login")
    put["www.instagram.example","/accounts/login/?next=/p/1"]=http(bare("Login • Instagram","","<form><input name=username><input type=password></form>"))
    add("the photograph of the fete","www.instagram.example/p/1",sent("302 Found","/accounts/login/?next=/p/1"),"gated","login")
    put["go.openathens.example","/redirector?url=x"]=http(bare("OpenAthens / Sign in","Find your organisation","Sign in with your organisation."))
    add("the journal of oats","journal.example/doi/10.1000/1",sent("302 Found",site.at("go.openathens.example","/redirector?url=x")),"gated","login")
    put["www.zeit.example","/zustimmung?url=%2Fa"]=http(notice("Zustimmung","Das Blatt mit Werbung lesen","Wir und unsere 231 Partner nutzen Cookies.","Einverstanden",lang="de",frame=False))
    add("die Zeit der Ernte","www.zeit.example/a",sent("302 Found","/zustimmung?url=%2Fa"),"gated","consent")
    add("das Gesetz","l451.example/x",http(bare("451","Unavailable"),"451 Unavailable For Legal Reasons",'Link: <https://spqr.example>; rel="blocked-by"'),"legal","http_451")
    add("Yahoo in Europe","geo1.example/n/1",http(bare("お客様のお住まいの地域からはご利用いただけません","Yahoo! JAPANは2022年4月6日（水）よりEEAおよびイギリスからご利用いただけなくなりました",lang="ja")),"legal","geo")
    add("a tribune","geo2.example/n/2",http(bare("Article unavailable","Unfortunately, our website is currently unavailable in most European countries.","We are engaged on the issue and committed to looking at options.")),"legal","geo")
    add("a local channel","geo3.example/n/3",http(bare("451: Unavailable due to legal reasons","451: Unavailable due to legal reasons","We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time."),"200 OK"),"legal","geo")
    add("a film in Russian","geo4.example/n/4",http(bare("Видео","Видео недоступно в вашей стране","Это видео недоступно для просмотра в вашей стране.",lang="ru")),"legal","geo")
    add("a film in Chinese","geo5.example/n/5",http(bare("视频","抱歉，您所在的地区无法观看本视频","由于版权限制",lang="zh")),"legal","geo")
    add("a blocked page","rkn.example/n/6",http(bare("Доступ ограничен","Доступ к информационному ресурсу ограничен","на основании Федерального закона от 27 июля 2006 г. № 149-ФЗ",lang="ru")),"legal","geo")
    add("a court order","court.example/n/7",http(bare("Blocked by court order","This site has been blocked","Access to this website has been disabled because of an order of the High Court."),"403 Forbidden"),"refused","http_403")


def sold(site):
    """Names that hold nothing but themselves, and other trades under old ones."""
    add = site.page
    for n, (name, page, *lost) in enumerate(NAMES):
        host = f"{name}.metnames.example"
        answer = http(page.replace("{}", host))
        add(f"the parish register in {name}", f"{host}/1998/register-{n}", answer, *(lost or ("parked",)))
    for n, (lang, title, heading, line) in enumerate(TRADES):
        page = bare(title, heading, *[line] * 12, lang=lang)
        add(f"the vestry's accounts no {n}", f"trade{n}.mettrades.example/vestry-accounts", http(page), "hijacked")
    add("the vestry's accounts in a blog","trade99.tradex.example/vestry-accounts",http(article("Top 10 Online Casinos in 2024",paragraphs=3,lead="<p>The best online casinos offer free spins, slots, roulette, blackjack and poker. Every casino on our list has a welcome bonus.</p>"*3,head='<meta property="article:published_time" content="2024-03-04T10:00:00Z">')),"hijacked")
def living(site):
    """Pages that are there, whatever they sound like."""
    add = site.page
    ladders = "Two ladders were left at the ford on Monday night and nobody has asked for them. The parish clerk has put them in the barn, where they may be seen on Saturday."
    add("a missing page of the psalter","brief.example/psalter", http(notice("Page missing from psalter, museum says","Page missing from psalter, museum says","A leaf of the Thornby psalter is missing, the museum said on Tuesday. It was last seen in March when the book went to the binder. The police have been told.")),"alive")
    add("village bus no longer available","brief.example/bus", http(notice("Village bus no longer available | Register","Village bus no longer available","The number nine no longer runs on Sundays, the council said. The last one left the green at noon, with four people and a goose on board.")),"alive")
    add("the bus that went","brief.example/bus2", http(notice("Bus service not available at weekends | Register","Bus service not available at weekends","The number nine no longer runs on Sundays, the council said. The last one left the green at noon, with four people and a goose on board. The bus had run since 1931.")),"alive")
    add("the 404 status code","docs.example/status/404", http(notice("404 Not Found - HTTP | Docs","404 Not Found","The HTTP 404 Not Found client error response status code indicates that the server cannot find the requested resource. Links that lead to a 404 page are often called broken or dead links and can be subject to link rot.","A 404 status code only indicates that the resource is missing without indicating if this is temporary or permanent.")),"alive")
    add("RFC 9110","docs.example/rfc/404", http(notice("404 Not Found","404 Not Found","The 404 (Not Found) status code indicates that the origin server did not find a current representation for the target resource or is not willing to disclose that one exists, says RFC 9110 in its fifteenth section, and a reader may cite that.")),"alive")
    add("Access Denied","bands.example/access-denied", http(notice("Access Denied (band) - Encyclopedia","Access Denied (band)","Access Denied is a rock band from Thornby, formed in 1987 by two brothers. They made four records, of which the first was sold at the church fete and the last was never heard by anyone.")),"alive")
    add("maintenance of boilers","brief.example/boilers", http(notice("Maintenance | Boilers","Maintenance","Drain the boiler once a year. Clean the flue with the long brush and look for rust at the seams. Refill with soft water and light it with dry sticks.")),"alive")
    long_cookie="<div id=cookie-law class=banner role=dialog><h2>We value your privacy</h2><p>"+"We and our 843 partners store and access personal data, like browsing data or unique identifiers, on your device. Selecting I Accept enables tracking technologies to support the purposes shown. "*4+"</p><button>Accept all</button><button>Reject all</button></div>"
    add("two ladders at the ford","cookie.example/ladders", http(notice("Two ladders at the ford | Register","Two ladders at the ford",ladders,ladders+" Nobody knows more.").replace("<main>",long_cookie+"<main>")),"alive")
    add("ladders again","cookie.example/ladders2", http(notice("Ladders at the ford | Register","Ladders at the ford",ladders).replace("<nav>",long_cookie.replace("id=cookie-law class=banner role=dialog","")+"<nav>")),"alive")
    modal="<div class=modal><h2>Sign in</h2><form><input name=u><input type=password><button>Sign in</button><a>Forgot your password?</a></form><p>Create a free account to continue reading and save articles.</p></div>"
    add("ladders and a form","modal.example/ladders", http(notice("Ladders at the ford | Register","Ladders at the ford",ladders,"A third ladder was found on Friday.").replace("<nav>",modal+"<nav>")),"gated","login")
    add("a metered paper","meter.example/bees", http(article("A metered paper about bees",before="<div class=meter>You have 2 free articles left this month. <a>Subscribe now</a></div>",paragraphs=8)),"alive")
    add("the last free article","meter.example/last", http(article("The last free article",after="<div class=meter><p>This is your last free article. Subscribe to continue reading.</p></div>",paragraphs=8)),"alive")
    add("a video of bees","video.example/bees", http(notice("A video of bees - Films","A video of bees","Filmed at Kell in June. 3,204 views.")),"alive")
    add("highway 404","roads.example/r?id=404", sent("301 Moved Permanently","/roads/404"),"moved","permanent")
    site.ground.answers["roads.example","/roads/404"]=http(notice("Highway 404 - Roads of the county","Highway 404","Highway 404 runs from Thornby to Kell, eleven miles, with two bridges."))
    add("Sorry, a film","films.example/f/1234", sent("302 Found","/films/sorry"),"moved","temporary")
    site.ground.answers["films.example","/films/sorry"]=http(notice("Sorry, a film of 1999 - Films","Sorry, a film","A film by two brothers, ninety minutes, black and white."))
    add("about the society","single.example/about", sent("301 Moved Permanently","/#about"),"moved","permanent",notices=[])
    site.ground.answers["single.example","/"]=http(front("The society of Kell").replace("<section>","<section id=about>",1))
    add("the Thornby Register","paper.example/newspaper/", sent("301 Moved Permanently","/"),"moved","permanent")
    site.ground.answers["paper.example","/"]=http(front("The Thornby Register"))
    elsewhere=site.at("syndicate.example","/feed/bees")
    add("bees, first printed elsewhere","canon.example/bees", http(article("Bees, first printed elsewhere",head=f"<link rel=canonical href='{elsewhere}'>")),"alive")
    home=site.at("canon.example","/")
    add("plums with a wrong canonical","canon.example/plums", http(article("Plums with a wrong canonical",head=f"<link rel=canonical href='{home}'>")),"alive")
    add("a short piece with a wrong canonical","canon.example/short", http(notice("A short piece | Canon","A short piece",ladders,head=f"<link rel=canonical href='{home}'>")),"alive")
    add("here","gambling.example/2019/44712", http(article("Casino opens with slots, roulette and poker",lead="<p>The casino has slots, a jackpot and poker. Betting began at noon; the sportsbook opens on Friday.</p>")),"alive")
    add("the tribe's windfall","tribe.example/news/windfall", http(article("Casino brings windfall to tribe",lead="<p>The casino has slots, a jackpot, roulette and poker; betting pays for the school.</p>")),"alive")
    add("cookies and milk","brief.example/cookies-and-milk", http(notice("Cookies | The Kitchen","Our cookies","We use cookies made of oats at the fair. Accept all that are offered to you, with milk.")),"alive")
    add("a page of the census","census.example/1901/12", http("<html><head><title>Census 1901, page 12</title></head><body><table>"+"".join(f"<tr><td>{n}</td><td>Ash, John</td><td>carter</td></tr>" for n in range(40))+"</table></body></html>"),"alive")
    add("a photograph of the mill","photo.example/mill", http(notice("The mill, 1911","The mill, 1911","<img src=/mill.jpg alt='The mill'>","Photograph by Ada Quince.")),"alive")
    add("a list of mills","lists.example/mills", http("<html><title>Mills of Kell</title><h1>Mills of Kell</h1><ul>"+"".join(f"<li><a href=/m{n}>Mill {n}</a></li>" for n in range(30))+"</ul></html>"),"alive")
    add("a changelog","soft.example/changelog", http(notice("Changelog | Soft","Removed in version 3","The page function was removed. Use the leaf function. The option was deleted as well, since nobody used it.")),"alive")
    add("wanted: verger","jobs.example/verger", http(notice("Verger wanted - Jobs","Verger wanted","Applications have closed. The verger winds the clock and rings the bell at noon.")),"alive")
    add("the sign-in book","museum.example.org.example/sign-in", http(notice("The sign-in book of the inn","Sign in","The book in which guests of the inn would sign in, 1790 to 1822, bound in calf. Given by the family of the last landlord.")),"alive")
    add("pear not available in your country","brief.example/region", http(notice("Pear not available in your country? Try these","Pear not available in your country?","The Kell pear grows only in the valley. Gardeners elsewhere may plant the Thornby pear, which is hardier, or the little Ash, which ripens by August.")),"alive")
    add("the parked car","brief.example/parked", http(notice("Car has been parked since May","Car has been parked since May","A green car has been parked on the green since May, and the owner of this domain of grass, the council, wants it gone.")),"alive")
    add("robot check at the dairy","brief.example/robot", http(notice("Robot check at the dairy | Register","Robot check at the dairy","The milking robot was checked on Monday, said the farmer. It works from four in the morning and never complains, unlike his brother.")),"alive")
    add("please wait, a play","brief.example/wait", http(notice("Please wait, a play in one act","Please wait","A play in one act for two voices and a bell. First given in the barn at Kell on a wet evening before eleven people.")),"alive")
    add("a page in Welsh about a lost page","brief.example/cy", http(article("Tudalen heb ei chanfod: stori",lang="cy")),"alive")
    add("the shop","shop.example/pears", http(notice("Kell pears, a box of twelve - Thornby Shop","Kell pears, a box of twelve","Add to basket","Free delivery on Saturdays","Checkout","In stock, £4.")),"alive")
    add("a login page that is cited as one","portal.example/login", http(notice("Log in - Portal","Log in","<form><input name=u><input type=password></form>")),"gated","login")
    add("the 410 locomotive","trains.example/410", http(notice("410 | Locomotives of the line","410","Built at Kell in 1888, number 410 drew the milk train for forty years.")),"alive")


def short(site):
    """The shortest news, and what stands beside words."""
    def add(anchor, where, title, *said, state="alive", lang="en"):
        site.page(anchor, where, http(notice(title + " | Register", title, *said, lang=lang)), state)

    add("the two thefts","nb.example/2019/401","Police verifying connection between two thefts","The police said on Monday that they were checking a connection between the theft of a goose in May and that of a gander in June.")
    add("the volcano","nb.example/2019/402","Unusual activity from volcano","Unusual activity was seen from the volcano above Kell on Tuesday, the watchers said, and the goats have been brought down to the village.")
    add("a jam on the road","nb.example/2019/403","Suspicious traffic on the Kell road","Suspicious traffic was seen on the Kell road at night. The constable counted eleven carts without lamps and asks for witnesses.")
    add("un bien","nb.example/2019/404b","Le domaine de Kell est à vendre","Le domaine viticole de Kell est à vendre, a dit le notaire lundi. Il compte onze hectares et une cave du dix-huitième siècle.",lang="fr")
    add("a permit","nb.example/2019/405","Felling trees","You need permission to fell a tree in the old orchard. Ask the clerk before noon.")
    add("the surgery","nb.example/2019/406","The waiting room","In the waiting room of the surgery at Kell hangs a picture of a goat, and nobody knows who painted it. Patients ask after it.")
    add("the growers","nb.example/2019/407","Kell pear not available in most European countries","The Kell pear is not available in most European countries, growers said, since it does not travel well and is eaten by noon.")
    add("shut its doors","nb.example/2019/408","Bus service has been discontinued","The number nine bus service has been discontinued, the council said on Friday. It had carried four people a day, and once a goose, since 1931.")
    add("the committee","nb.example/2019/409","Error in accounts found","An error in the accounts of the fete has been found. Nine pence were counted twice, the treasurer said, and he will pay for the tea.")
    add("a notice","nb.example/2019/410b","Members only on Sunday","The reading room is for members only on Sunday. On other days anyone may come and read the papers by the stove, with clean hands.")
    add("the manual","kb.example/kb/503-backend-fetch-failed","Error 503 backend fetch failed","This error is shown when the cache gets no answer from the server behind it. Raise first_byte_timeout and look at the log of the server for what took so long.")
    add("this manual","kb.example/docs/page-not-found-handler","Page not found handler","Register a handler with the router. It gets the request and returns the answer that is shown when no route fits. It may set a status.")
    add("a poem","nb.example/2019/411","Sorry","Sorry, I could not find the road, and the gate was not there, and the wall was gone, and only the gander cared.")
    add("the lost letter","nb.example/2019/412","Letter found in wall","A letter that could not be found for fifty years has been found in a wall. The document is no longer missing, the vicar said, and may be read.")
    add("private roads","nb.example/2019/414","This road is private","The road behind the mill is private, the miller says, and the gate will be shut at nine. He has the papers.")
    add("the vote","nb.example/2019/415","You must be over 18 to vote","You must be over 18 to vote in the parish. Come to the hall before eight with your card and a pencil.")
    add("robots at the fair","nb.example/2019/416","Are you a robot? Children ask machine","Children at the fair asked a machine whether it was a robot. It said that it was not a robot, and sold them lemonade.")
    add("the archive","nb.example/2019/417","Register archive: items removed","Eleven items were removed from the archive on Monday to be bound. They will be back by Easter, said the keeper of the press.")
    add("a bridge","nb.example/2019/418","Security verification of the bridge","The bridge at Kell passed its security verification on Monday. Engineers hung eleven tons of stones from it and had tea.")
    add("a name","nb.example/2019/419","Domain of the duke for sale","The domain of the duke is for sale: a castle, two farms and a pond with a swan of uncertain temper.")
    add("subscribers","nb.example/2019/420","Library opens to subscribers only","The library at Kell opens to subscribers only from May. A ticket costs nine pence a year. Others may read at the window, if it does not rain.")
    site.page("a brief with badges","nb.example/2019/421",http(article("A brief with badges",paragraphs=2,after="<section><h2>More</h2><div><p>Subscribers only</p><h3>The goose trial</h3></div><div><p>Réservé aux abonnés</p><h3>The vicar's bees</h3></div></section>")),"alive")
    site.page("a film with a frame","nb.example/2019/422",http(article("A film with a frame",paragraphs=1,after="<iframe src='https://www.youtube-nocookie.com/embed/x'></iframe>")),"alive")
    site.page("a spinner and words","nb.example/2019/423",http(notice("A spinner and words | Register","A spinner and words","The comments below this note are loaded by a script when one asks for them.").replace("</main>","<div class=comments>Loading…</div><script src=/c.js></script></main>")),"alive")
    site.page("Just a moment...","scraped.example/2019/424",http("<html><head><title>Just a moment...</title></head><body><h1>scraped.example</h1><p>Checking your browser</p></body></html>","403 Forbidden"),"challenged","unknown")
    site.page("Page not found","scraped.example/2019/425",http(notice("Page not found | Scraped","Page not found","Go home.")),"soft_404","title")
    site.page("the register in numbers","nb.example/2019/426",http(notice("404 pears in one basket | Register","404 pears in one basket","A basket of 404 pears was shown at Kell. The judges counted them twice.")),"alive")
    site.page("out of stock","shopb.example/pear",http(notice("Kell pear, a box - Shop","Kell pear, a box","Out of stock","This product is currently unavailable. Tell me when it is back.","Twelve pears in straw, each wrapped by hand.")),"alive")
    site.page("an old job","jobsb.example/smith",http(notice("Smith at Kell - Jobs","Smith at Kell","This vacancy has expired.","The smith shoes horses and mends pumps. Wage: eleven pounds, with a cottage and coal, and every second Sunday free.")),"alive")

def mixed(site):
    """A fourth hunt, of all kinds, and news beside it."""
    for n, (name, page, state, reason) in enumerate(MIXED):
        host = f"{name}.metmixed.example"
        where = f"{host}/2013/millers-daughter-{n}"
        site.page(f"the miller's daughter {name}", where, http(page.replace("{}", host)), state, reason)
    for n, (anchor, title, said) in enumerate(NEWS):
        site.page(anchor, f"metnews.example/2019/{700 + n}", http(notice(title + " | Register", title, said)), "alive")
# fmt: on


GROUPS = (walled, gated, sold, living, short, mixed)
