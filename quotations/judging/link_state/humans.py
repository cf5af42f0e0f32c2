"""How walls ask whether their reader is a person, and how pages say that they are kept from a country, in many languages.

A wording is made of two or three words of one language that stand near each other in a title, a heading or a short
sentence: lists of whole sentences would know only the walls that somebody has met.
"""

from __future__ import annotations

from quotations.judging.link_state.folding import one_of

_LONGEST = 260  #: code points of a sentence; longer ones are prose


_HUMAN = one_of(
    r"(?:not|are you|aren't|isn't) a (?:ro)?bot\b|\banti-?(?:ro)?bot\b|robot challenge|(?:verify|confirm|prove|checking|make sure|ensure)(?:ing)?\b.{0,30}\b(?:human|person|real (?:visitor|user)|not a (?:ro)?bot|browser)\b",
    r"\b(?:unusual|suspicious|automated) (?:\w{1,12} )?(?:traffic|activity|requests?|access)\b|requests? (?:look|looks|seems?|appears?) automated|\bsecurity (?:verification|challenge)\b|complete the (?:verification|captcha|security check)|slide to complete",
    r"(?:checking|verifying|securing)\b.{0,20}\bconnection\b|establishing a secure connection|solve th(?:e|is) (?:captcha|puzzle)",
    r"(?:uberpruf|prufung|wird gepruft).{0,30}browser|browser\w* (?:wird|werden) (?:uberpruft|gepruft)|verif\w* (?:de )?(?:votre|que votre) navigateur|verificando (?:su|seu|tu|tu )?\w{0,4} ?(?:navegador|se voce e humano)|comprobando (?:su|tu) navegador|controll\w* (?:del|il tuo) browser|sprawdz\w* przegladark\w*|tarayici\w* kontrol|kontrollerar (?:din )?webblasare|browser wordt gecontroleerd|ブラウザを確認|アクセスを確認|检查(?:您的)?浏览器|사람인지 확인",
    r"(?:kein|ein|geen|een) robo(?:ter|t)\b|(?:sie|du) ein mensch|mensch sind|ungewohnliche\w* (?:aktivitat\w*|zugriffe|anfragen)|sicherheits(?:uberprufung|abfrage)",
    r"(?:etes[- ]vous|n'etes pas|pas|suis pas) un robot|(?:etes|etre) (?:bien )?humain|(?:activite|trafic|requetes) (?:inhabituel|suspect|automatique)\w*|(?:completer|resoudre|remplir) le captcha",
    r"(?:no|eres|soy|es) un robot|eres humano|(?:actividad|trafico|solicitudes) (?:inusual|sospechos|automatic)\w*|verificacion de seguridad",
    r"nao (?:e|sou|ser) um robo|voce e humano|(?:trafego|atividade) (?:incomum|suspeit)\w*|verificacao de seguranca",
    r"non (?:essere|sei|sono) un robot|(?:sei|essere) umano|(?:traffico|attivita) (?:insolit|sospett|anomal)\w*|verifica di sicurezza",
    r"(?:geen|een) robot (?:bent|ben)|een mens bent|inte (?:ar )?en robot|ikke (?:er )?en robot|nie jeste\w* (?:ro)?botem|nejste robot|nem (?:vagy |on )?robot|nu (?:esti|sunteti) (?:un )?robot|robot olmadig|et ole robotti|khong phai (?:la )?(?:robot|nguoi may)|bukan robot",
    r"не робот|похожи на автоматические|проверка (?:вашего )?браузера|проверка безопасности|подозрительн\w* (?:активност|трафик)|не є роботом|перевірка (?:браузера|безпеки)|δεν ειστε ρομποτ",
    r"ロボットでは|人間であること|自動化された|セキュリティ(?:チェック|確認)",
    r"安全验证|安全驗證|人机验证|人機驗證|机器人|機器人|环境异常|完成(?:安全)?验证|请完成验证|异常(?:流量|访问|请求)|请求存在异常|滑动验证",
    r"로봇이 아|자동 ?입력 ?방지|보안 ?확인|비정상적인 (?:접근|요청|트래픽)",
    r"لست (?:برنامج )?روبوت|ربات نیست|רובוט",
)
#: Rooms in which a reader waits for his turn.
_QUEUE = one_of(
    r"you are now in line|(?:virtual|online) waiting room|waiting room powered by|estimated wait time|your (?:place|turn) in (?:the )?(?:line|queue)|sie sind in der warteschlange|file d'attente virtuelle|sala de espera virtual"
)
_COUNTRY = one_of(
    r"(?:block|restrict|ban|den)\w*\b.{0,60}\b(?:from|in|to) your (?:country|region)|banned the (?:country|region)\b.{0,40}\byour\b|(?:unavailable|not available|no longer available|not accessible|cannot be (?:accessed|viewed)|inaccessible)\b.{0,40}\b(?:your|this|certain|some|most|many|european)\b.{0,20}\b(?:countr(?:y|ies)|region|location|territor(?:y|ies)|area|union)\b",
    r"(?:country|location)\b.{0,40}\b(?:belonging to the european|within the european)|from (?:the )?(?:european economic area|eea|european union)\b.{0,80}\b(?:cannot|not|denied|unavailable)",
    r"в вашей стране|в вашем регионе|у вашій країні|доступ\b.{0,60}\bограничен",
    r"お住まいの(?:国|地域)|(?:eea|欧州|日本国外|海外).{0,30}(?:利用|視聴|アクセス).{0,10}(?:ません|できません|なくなりました)|国・地域",
    r"(?:所在|您所在)的?.{0,4}(?:地区|地區|国家|國家).{0,20}(?:无法|無法|不可|不能|不提供)|(?:地区|地區|国家|國家)(?:限制|不可用)",
    r"(?:국가|지역)에서.{0,20}(?:없|제한|불가)|in (?:deinem|ihrem|ihrer|deiner) (?:land|region)\b.{0,60}\b(?:nicht|gesperrt)|dans votre (?:pays|region)|en (?:su|tu) (?:pais|region)|no seu pais|na sua regiao|nel (?:tuo|suo) paese|in (?:uw|jouw) (?:land|regio)|i ditt land|i dit land|maassasi|w twoim kraju|ve vasi zemi|ulkenizde|negara anda|quoc gia cua ban",
)  # fmt: skip
#: Where alone something may be seen, said without a word to the reader.
_ONLY_THERE = one_of(
    r"\b(?:this|the) (?:video|program(?:me)?|content|stream|film|episode|show|service|broadcast|website|site|page)\b.{0,20}\bonly (?:be )?(?:available|accessible|viewable|viewed|watched)\b.{0,40}\b(?:in|within|from|to) (?:the )?\w",
    r"\b(?:dieses|diese|dieser) (?:video|sendung|inhalt|film|folge|website|seite)\b.{0,20}\bnur in\b.{0,60}\b(?:verfugbar|abrufbar)|\bcette? (?:video|emission|contenu|site|film)\b.{0,30}\b(?:uniquement|seulement|reservee? aux?)\b.{0,60}\b(?:en|au|aux|residents)\b|\beste (?:video|contenido|programa|sitio)\b.{0,30}\bsolo (?:esta )?disponible en\b",
)


#: How a page that stands in another's place says that a law or a court keeps it back.
_BY_LAW = one_of(
    r"\b(?:this|your|the) (?:requested )?(?:web ?site|site|url|page|content|resource|domain)\b.{0,60}\bblocked\b.{0,90}\b(?:court|order|directions?|instructions?|department|government|authorit\w+|ministry|regulat\w+|law|act)\b|\baccess to (?:this|the) (?:web ?site|site|page|content|resource)\b.{0,40}\b(?:blocked|restricted|suspended|disabled)\b.{0,90}\b(?:court|order|authorit\w+|ministry|government|law|decision)\b",
    r"\bdiese\w? (?:web)?(?:seite|site)\b.{0,60}\burheberrecht|\bsperrung diese[rs] (?:web)?(?:seite|site)\b|clearingstelle urheberrecht|\b(?:ce|l'acces a ce) site\b.{0,60}\b(?:bloque|interdit|suspendu)\b.{0,90}\b(?:tribunal|juge|justice|judiciaire|decision|ministere|loi)\b",
    r"\bquesto sito\b.{0,60}\b(?:sequestr|inibit|oscurat|bloccat)\w*.{0,90}\b(?:autorita|agcom|procura|ordine|legge|decreto|tribunale)\b|\b(?:este sitio|esta (?:pagina|web)|el acceso a est\w)\b.{0,60}\b(?:bloquead|suspendid|restringid)\w*.{0,90}\b(?:autoridad|judicial|orden|ministerio|ley|resolucion)\b|\b(?:este site|o acesso a este)\b.{0,60}\b(?:bloquead|suspens)\w*.{0,90}\b(?:judicial|ordem|decisao|autoridade|lei|tribunal)\b",
    r"\bbu (?:internet )?site\w*\b.{0,90}\b(?:kanun|mahkeme|karar|sayili)\w*.{0,60}\b(?:erisim|engel)|\bsitus ini\b.{0,60}\b(?:diblokir|internet positif)|\bdeze (?:web)?site\b.{0,60}\bgeblokkeerd\b.{0,60}\b(?:rechter|rechtbank|vonnis|bevel)|불법.{0,4}유해.{0,20}차단|тези? саит.{0,60}съд|цеи саит.{0,60}заблоковано",
)  # fmt: skip


def asks_for_human(words: str) -> bool:
    """Whether a title or sentence, as `folding.plain` gives it, asks its reader to show that he is no machine."""
    return len(words) <= _LONGEST and (_HUMAN.search(words) is not None or _QUEUE.search(words) is not None)


def says_only_there(words: str) -> bool:
    """Whether a sentence, as `folding.plain` gives it, says that only one country may see what it speaks of."""
    return len(words) <= _LONGEST and _ONLY_THERE.search(words) is not None


def says_by_law(words: str) -> bool:
    """Whether what a page says, as `folding.plain` gives it, is that a law or a court keeps it back."""
    return len(words) <= 2 * _LONGEST and _BY_LAW.search(words) is not None


def says_country(words: str) -> bool:
    """Whether a title or sentence, as `folding.plain` gives it, says that a country is kept out."""
    return len(words) <= 2 * _LONGEST and _COUNTRY.search(words) is not None
