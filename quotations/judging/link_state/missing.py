"""How pages say that what was asked for is not there.

A wording is a thing (page, article, address …) and its absence (not found, no longer exists, was removed …) in one
language and in one piece of a title, heading or short sentence; or an absence alone that is the whole piece; or 404.
Lists of whole sentences would know only the pages that somebody has seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from quotations.judging.link_state.folding import bare

_LONGEST = 160  # code points of a piece; longer ones are prose
_MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language, as alternatives of a regular expression."""

    things: str
    absent: str
    alone: str = ""  #: absences that need no thing when they are all that a piece says; `absent` where empty
    wide: str = ""  #: things that news speak of too: they count on pages without one word of what is wanted


_TONGUES: dict[str, Tongue] = {
    "en": Tongue(
        r"\b(?:pages?|articles?|stor(?:y|ies)|posts?|documents?|publications?|contents?|items?|files?|urls?|address|links?|resources?|entry|"
        r"listing|product|videos?|tracks?|threads?|profile|website|blog|(?:this|the) (?:site|account)|(?:this|the) (?:dataset|data set|thread|recording)|this (?:topic|paper|shop|journal|episode|record|transfer|group|channel|form|survey|project|user|event|question|image|photo|book|map|collection)|all (?:\w{2,20} )?(?:blogs|accounts)|store|app|doi|handle|identifier|requested|looking for|what you)\b|"
        r"\b[\w-]{2,40}(?:\.[\w-]{2,40}){0,2}\.[a-z]{2,24}\b",
        r"not (?:be )?(?:found|located)|cannot be (?:found|displayed|located)|can't be (?:found|displayed|located)|"
        r"(?:does not|doesn't|don't|no longer|didn't|never) exists?|"
        r"(?:is not|isn't|not|no longer) (?:currently |longer )?(?:available|here|online|accessible|hosted|on this (?:site|server))|unavailable|(?:is|currently|been taken) offline\b|"
        r"(?:has been|have been|was|were|been) (?:permanently )?(?:removed|deleted|withdrawn|taken down|taken offline|unpublished|discontinued|expired)|"
        r"(?:has|have) deleted (?:this|the|their)\b|(?:has|have) (?:expired|disappeared|gone missing|vanished)|(?:is|has|are|'s) (?:gone|missing)|"
        r"(?:can't|cannot|can not|couldn't|could not|unable to|didn't|did not|failed to|having trouble) (?:seem to )?(?:find|locate)|"
        r"no such|(?:did not|didn't|does not|doesn't) (?:match any|(?:correspond|refer|resolve|belong) to an?)|(?:returned|gave|found|there (?:are|were)) no results|missing page|page missing|nothing (?:was )?found|nothing (?:to see )?here|\bexpired$|there is (?:currently )?no (?:text|content)\b|there (?:is|was) no (?:\w{1,12} )?(?:page|article|document|entry|item|file|record|story) (?:named|called|titled|with|at|by|under|here)\b|nothing (?:at|under|behind) this|has not been (?:moved|migrated|transferred) to|has not (?:been )?archived|(?:may|might) not have existed|(?:is|are) not on (?:the|our) new (?:web ?)?site|invalid \w{1,12} specified|no \w{1,12} specified",
        r"(?:the )?(?:requested )?(?:(?:object |resource |page |file )?not found|nothing (?:was )?found|nothing here|nothing to see here|no longer available|"
        r"unavailable|no such (?:page|file|document|article)|dead (?:end|link)|you(?:'ve| have) (?:hit|reached) a dead end|broken link|invalid (?:identifier|handle|doi|url|link|page|item|document|article|record)(?: (?:id|number|address))?|cannot (?:get|post|head) /.{0,80}|no input file specified)",
        r"\b(?:sites?|web sites?|events?|users?|channels?|groups?|communit(?:y|ies)|forums?|topics?|deployments?|applications?|projects?|shops?|keys?|objects?|buckets?|jobs?|vacanc(?:y|ies)|adverts?|questions?|comments?|recordings?|episodes?|podcasts?|films?|images?|photos?|galler(?:y|ies)|albums?|maps?|datasets?|forms?|surveys?|reviews?|members?|services?|playlists?|sounds?|servers?|hosts?|domains?|news|presentations?|transfers?|books?|records?|identifiers?|pmid|numbers?|links?|something)\b|^[\w.-]{2,30}(?: [\w.-]{2,20})? (?=is no longer|has closed|has shut)",
    ),
    "de": Tongue(
        r"seiten?\b|\bartikel|beitrag|inhalt|dokument|datei|adresse|\burl\b|meldung|objekt|\blink\b|angefordert|gesucht|aufgerufen",
        r"nicht (?:\(?\w{1,12}\)? )?(?:gefunden|finden|vorhanden|verfugbar|auffindbar|erreichbar|existent)|nicht (?:mehr )?(?:existiert|da\b|online)|existiert (?:leider )?nicht|"
        r"gibt es (?:leider )?nicht|nicht mehr|ist (?:leider )?weg\b|nichts gefunden|keine ergebnisse|(?:geloscht|entfernt|depubliziert)|unauffindbar",
    ),
    "fr": Tongue(
        r"\bpages?\b|article|document|contenu|fichier|adresse|\burl\b|ressource|\blien\b|recherchez|demandee?",
        r"introuvable|(?:a|ait) disparu|non trouvee?|n'(?:existe|est) (?:pas|plus)|inexistante?|n'a (?:pas|pu) (?:pu )?(?:etre|ete)? ?(?:trouvee?)?|pas (?:ete )?trouvee?|indisponible|"
        r"plus disponible|(?:a|ont) ete (?:supprime|retire|deplace)e?s?|supprimee?\b|n'est pas disponible",
    ),
    "es": Tongue(
        r"pagina|articulo|documento|contenido|archivo|direccion|\burl\b|enlace|noticia|recurso|solicitad|buscas?\b",
        r"no (?:ha sido |fue |se ha |pudo ser |hemos (?:podido |logrado )?|se (?:pudo|puede) |ha podido ser )?(?:encontrad[ao]|encontrar|localizad[ao])|no se (?:encuentra|encontro)|no existe|ya no (?:existe|esta)|no (?:esta )?disponible|"
        r"no (?:la |lo )?(?:encontramos|podemos encontrar)|inexistente|(?:ha sido|fue) (?:eliminad|borrad|retirad)[ao]",
    ),
    "pt": Tongue(
        r"pagina|artigo|documento|conteudo|arquivo|ficheiro|endereco|\burl\b|\blink\b|noticia|materia|solicitad|procura",
        r"nao (?:foi |pode ser |ser )?(?:encontrad[ao]|localizad[ao])|nao (?:existe|esta disponivel|disponivel)|(?:ja )?nao existe|nao (?:a |o )?(?:encontramos|conseguimos encontrar)|inexistente|"
        r"(?:foi|ter sido) (?:removid|retirad|apagad|excluid|eliminad)[ao]|indisponivel",
    ),
    "it": Tongue(
        r"pagina|articolo|documento|contenuto|\bfile\b|indirizzo|\burl\b|\blink\b|notizia|risorsa|richiest[ao]|cercando",
        r"non (?:e stat[ao] )?(?:trovat[ao]|trovare)|non c'e (?:piu)?|non (?:esiste|e disponibile|disponibile|e presente|e piu|si trova)|inesistente|introvabile|"
        r"non (?:la |lo )?(?:troviamo|abbiamo trovato)|(?:e stat[ao]) (?:rimoss|eliminat|cancellat)[ao]",
    ),
    "ca": Tongue(r"pagina|article|document|adreca|contingut", r"no (?:s'ha )?(?:trobat|trobada|existeix|es troba|disponible)|inexistent"),
    "gl": Tongue(r"paxina|artigo|documento|contido", r"non (?:foi |se |esta )?(?:atop|encontr|exist|disponibl)\w*|non se atopou|inexistente"),
    "ro": Tongue(r"pagina|articol|document|adresa|continut", r"nu (?:a fost |a putut fi |mai )?(?:gasit|exista|este disponibil)|negasit|inexistent"),
    "nl": Tongue(
        r"pagina|artikel|document|bestand|inhoud|adres|bericht|\burl\b|\blink\b",
        r"niet (?:\w{1,12} )?(?:gevonden|vinden|beschikbaar|bestaat|aanwezig)|bestaat (?:helaas )?niet|niet meer|is er niet|(?:is )?verwijderd",
    ),
    "sv": Tongue(
        r"\bsidan\b|\bsida\b|artikeln?|dokument|innehall|adressen|\blank",
        r"(?:kunde |kan |gick )?(?:tyvarr )?(?:inte|ej) (?:\w{1,8} )?(?:hitta|finns|langre|tillganglig)|hitta(?:des?|ts|s) (?:inte|ej)|finns (?:inte|ej|tyvarr inte)|saknas|ar borttagen|tagits bort",
    ),
    "no-da": Tongue(
        r"\bsiden\b|\bside\b|arti(?:kk?el(?:en)?|klen)|dokument(?:et)?|innhold|indhold|adressen|\blenken?\b",
        r"(?:ble|blev|kunne|kan|er|eksisterer|findes|finnes) (?:dessverre |desvaerre )?(?:ikke|ikkje)(?: \w{1,8})?(?: (?:funnet|fundet|tilgjengelig|tilgaengelig|lenger|laengere))?|ikke (?:funnet|fundet|finne|finde)|fant (?:ikke|ikkje)|finner (?:ikke|ikkje)|er (?:slettet|fjernet|borte)|er blitt (?:slettet|fjernet)",
    ),
    "fi": Tongue(
        r"\bsivu(?:a|n|sto)?\b|artikkeli|dokument|sisalto|osoite(?:tta)?|\blinkki|etsima",
        r"ei (?:\w{1,12} )?(?:loyt|ole|loydy|saatavilla|voitu)|poistettu|ei enaa",
    ),
    "is": Tongue(r"sida|sidan|grein", r"fannst ekki|er ekki til|finnst ekki"),
    "et": Tongue(r"lehek(?:ulg|ulge)|\blehte?\b|artikli?t?\b", r"ei (?:leitud|leia|ole|eksisteeri)"),
    "lv": Tongue(r"lapa|raksts|saturs", r"nav (?:atrast|pieejam)|neeksiste"),
    "lt": Tongue(r"puslapi|straipsn|turin", r"nerast|neegzistuoja|nera"),
    "pl": Tongue(
        r"stron[ay]|artykul|dokument|tresc|adres|plik|zasob",
        r"nie (?:zostal[ao]? )?(?:znalezion|istnieje|mozna|odnalezion|jest)|nie znalez(?:iono|lismy|lem)|nie (?:mozemy|udalo sie|potrafimy) (?:\w{1,8} )?(?:znalezc|odnalezc)|nie ma (?:takiej|takiego|tej)|usuniet|niedostepn",
    ),
    "cs-sk": Tongue(
        r"strank|clan[eok]|dokument|obsah|adres|soubor",
        r"nenalezen|nenajden|neexistuje|nebyl[aoy]? nalezen|nebol[aoi]? najden|nelze najit|(?:tu|zde|tady) (?:neni|nie je)|uz neni|nenasl[iay]|nepodaril[oa]|smazan|odstranen|nie je (?:dostupn|k dispozicii)|neni (?:dostupn|k dispozici)",
    ),
    "hu": Tongue(r"oldal|cikk|dokumentum|tartalom|\bcim\b", r"nem (?:talal|letezik|elerheto|is letezik)|torolt"),
    "sl-hr": Tongue(r"stran(?:i|ica|ice|icu|a)\b|clan(?:ak|ek)|dokument|sadrzaj|vsebin", r"(?:nije|ni|nismo) (?:\w{1,12} )?(?:pronaden|najden|nadena?|dostupn|mogoc)|ne postoji|ne obstaja|nije nadjen"),
    "sr-bg-mk": Tongue(r"страниц|статия|чланак|новина|документ|съдържание", r"није (?:пронађен|доступ)|не (?:постоји|съществува|постои|е намерен|беше намерен|е пронаjден)|не (?:може да|бе) .{0,12}намер"),
    "ru": Tongue(
        r"страниц|стать[яи]|новост|запись|публикаци|документ|материал|адрес|файл|запрашиваем",
        r"не (?:был[аои]? )?(?:наиден|существует|удалось наити|доступн)|удален|отсутствует|нет на сервере|недоступн|больше нет|\bнет$|не существует",
    ),
    "uk-be": Tongue(r"сторінк|стаття|новин|документ|матеріал|старонк", r"не (?:було )?(?:знаиден|існує|існує)|немає|видален|відсутн|не знодзен|не знаидзен"),
    "el": Tongue(r"σελιδα|αρθρο|εγγραφο", r"δεν (?:βρεθηκε|υπαρχει|ειναι διαθεσιμ)|δε (?:βρεθηκε|υπαρχει)"),
    "tr-az": Tongue(r"sayfa|s[eə]hif[eə]|icerik|makale|dosya|adres|haber", r"bulunamad|bulunmamakta|mevcut degil|yok\b|tapılmad|kaldırılm|silinm"),
    "ar": Tongue(r"الصفحه|الصفحة|صفحة|المقال|الرابط|المحتوى", r"غير موجود|غير متاح|لم يتم العثور|لا يمكن العثور|لم نجد|غير متوفر|تم حذف"),
    "fa": Tongue(r"صفحه|مقاله|مطلب|محتوا", r"یافت نشد|پیدا نشد|وجود ندارد|موجود نیست|حذف شده"),
    "he": Tongue(r"הדף|העמוד|הכתבה|דף|עמוד", r"לא נמצא|אינו קיים|לא קיים|אינו זמין|לא נמצאה"),
    "hi-mr": Tongue(r"पृष्ठ|पेज|लेख|सामग्री", r"नही(?:ं)? मिला|नही(?:ं)? मिल|उपलब्ध नही|मौजूद नही|सापडल(?:े|ा) नाही"),
    "bn": Tongue(r"পৃষ্ঠা|পাতা|পেজ", r"পাওয়া যায়নি|খুঁজে পাওয়া|নেই"),
    "ja": Tongue(
        r"ペーシ|ページ|記事|ファイル|お探し|コンテンツ|url|アドレス|サイト|ご指定",
        r"見つかり(?:ま(?:せん|ません)|ません)|見つから|存在しま?せん|存在しない|ありません|ございません|削除(?:され|いたし)|公開(?:を)?終了|掲載(?:を|が|期間が)?終了|表示できません|ご?利用いただけません|ご?利用いただくことができません",
    ),
    "zh": Tongue(
        r"页面|网页|頁面|網頁|文章|内容|內容|链接|連結|地址|文件|您访问|您訪問|您要|此页|微博|帖子|视频|視頻|信息|新闻|稿件",
        r"不存在|找不到|未找到|没有找到|沒有找到|无法找到|無法找到|已(?:经)?(?:被)?.{0,6}(?:删除|刪除|移除|下线|下架)|已失效|不可用|不见了|不見了",
    ),
    "ko": Tongue(r"페이지|문서|기사|게시물|콘텐츠|주소", r"찾을 수 없|존재하지 않|없습니다|삭제"),
    "vi": Tongue(r"trang|bai viet|noi dung|duong dan", r"khong (?:con )?(?:tim thay|ton tai|co san)|da bi xoa"),
    "id-ms": Tongue(r"halaman|artikel|laman|konten|berkas|dokumen", r"tidak (?:dapat |bisa )?(?:ditemukan|dijumpai|tersedia|ada|wujud|ditemui)|telah dihapus|sudah dihapus"),
    "th": Tongue(r"หน้า|บทความ|เพจ", r"ไม่พบ|ไม่มี|ไม่สามารถ"),
    "eu": Tongue(r"orria|artikulua", r"ez (?:da )?(?:\w{1,12} )?(?:aurkitu|existitzen)"),
    "cy": Tongue(r"tudalen|dudalen|erthygl", r"heb ei (?:ch|)anfod|heb (?:ganfod|gael)|nid (?:yw|oes)\b.{0,60}\b(?:ar gael|bodoli)|ddim (?:ar gael|yn bodoli|wedi)|methu dod o hyd|ni ellir|heb ei ganfod"),
    "ga": Tongue(r"leathanach|alt\b", r"ni(?:or)? (?:bhfuarthas|aimsiodh|feidir)|nach (?:bhfuil|ann)"),
    "mt": Tongue(r"pagna|artiklu", r"ma (?:nstabitx|nstabet|tezistix|jezistix|hijiex disponibbli)"),
    "ka": Tongue(r"გვერდი|სტატია", r"(?:ვერ|არ) (?:მოიძებნა|არსებობს|იქნა)"),
    "hy": Tongue(r"էջ|հոդված", r"չի գտնվել|չի գտնուել|գոյություն չունի|չգտնվեց"),
    "kk-ky": Tongue(r"\bбет|\bбарак|макала", r"табылмады|табылган жок|жок\b"),
    "mn": Tongue(r"хуудас", r"олдсонгүй|байхгүй"),
    "uz": Tongue(r"sahifa|maqola", r"topilmadi|mavjud emas"),
    "sw": Tongue(r"ukurasa|kurasa|makala", r"\bha\w{1,6}patikan\w*|\bha(?:upo|ipo|yupo)\b"),
    "tl": Tongue(r"pahina|artikulo", r"hindi (?:\w{1,8} )?(?:nahanap|natagpuan|matagpuan|makita|umiiral)|wala na"),
    "ta": Tongue(r"பக்க|கட்டுரை", r"கிடைக்கவில்லை|காணவில்லை|கண்டறிய முடியவில்லை|இல்லை"),
    "te": Tongue(r"పేజీ|పుట", r"కనుగొనబడలేదు|దొరకలేదు|కనబడలేదు"),
    "ml": Tongue(r"പേജ|താൾ", r"കണ്ടെത്താനായില്ല|കണ്ടെത്തിയില്ല|ലഭ്യമല്ല"),
    "kn": Tongue(r"ಪುಟ", r"ಕಂಡುಬಂದಿಲ್ಲ|ಸಿಗಲಿಲ್ಲ|ಲಭ್ಯವಿಲ್ಲ"),
    "gu": Tongue(r"પૃષ્ઠ|પેજ", r"મળ્યું નથી|મળ્યો નથી|ઉપલબ્ધ નથી"),
    "pa": Tongue(r"ਪੰਨਾ|ਪੇਜ", r"ਨਹੀਂ ਮਿਲਿਆ|ਉਪਲਬਧ ਨਹੀਂ"),
    "ne": Tongue(r"पृष्ठ|पेज|पाना", r"फेला परेन|भेटिएन|उपलब्ध छैन"),
    "ur": Tongue(r"صفحہ|مضمون|خبر", r"نہیں ملا|نہیں مل سکا|موجود نہیں|دستیاب نہیں"),
    "km-lo-my": Tongue(r"ទំព័រ|ໜ້າ|စာမျက်နှာ", r"រកមិនឃើញ|ບໍ່ພົບ|ရှာမတွေ့"),
    "af": Tongue(r"bladsy|artikel", r"(?:kon )?nie (?:gevind|beskikbaar|bestaan)|bestaan nie"),
    "eo": Tongue(r"pago|artikolo", r"ne (?:estas )?(?:trovita|trovigis|ekzistas)|netrovita"),
    "sq": Tongue(r"faqja|artikulli", r"nuk (?:u gjet|ekziston|gjendet)"),
}  # fmt: skip


_SEPARATORS = re.compile(r"\s+[|–—·•«»:-]+\s+|\s*[|·•]\s*|[:!.?。！？…]\s+|[。！？]")
_SORRY = re.compile(
    r"(?:(?:oops|whoops|ooops|uh[- ]oh|ups|hoppla|sorry|oh no|pardon|desole|lo sentimos|we're sorry|we are sorry|entschuldigung|valitettavasti|"
    r"voi ei|error|fehler|erreur|erro|errore|chyba|blad|hiba|fel|feil|fejl|virhe|ошибка|помилка|错误|錯誤|エラー|エラー|http|https?|status|code)\W*)+"
)
_CODE = re.compile(
    r"(?:(?:http|status|error|fehler|erreur|errore|erro|chyba|blad|fel|feil|fejl|virhe|hiba|ошибка|помилка|code|page|seite|pagina|page d'erreur|"
    r"sorry|oops)\W{0,3}){0,3}(?:404|410)(?:\W{0,3}(?:error|page|fehler|erreur|not found|gone|http|seite|pagina|错误|頁面)){0,2}"
)
_NUMBERED = re.compile(r"\b404 (?:page|error)\b|\b(?:error|http) 404\b")
_ENDS = " .!?:;,…\"'()[]{}#*=<>-–—|¡¿。！？、「」"


def says_missing(words: str, *, wide: bool = False) -> str | None:
    """The piece of a title, heading or short sentence that says that something is not there; None when none does.

    Args:
        words: as `folding.plain` gives them; no more than a few hundred code points are looked at.
        wide: whether the page has none of the words that it is cited for, so that more of what may be gone counts.
    """
    return _says_missing(words[:400], wide)


@lru_cache(maxsize=1024)  # an audit asks of each title again in every round
def _says_missing(words: str, wide: bool) -> str | None:
    for piece in _pieces(words):
        if _CODE.fullmatch(piece):
            return piece
        said = _SORRY.sub("", piece, count=1).strip(_ENDS) if _SORRY.match(piece) else piece
        if not said or len(said) > _LONGEST or len(said.split()) > _MOST_WORDS:
            continue
        if wide and len(said) < 40 and _NUMBERED.search(said):
            return piece
        if any(tongue.says(said, wide) for tongue in _tongues(said.isascii())):
            return piece
    return None


def names_only_absence(words: str) -> bool:
    """Whether a piece of *words* is nothing but such a notice, as where a tool took a link's words from the page of errors."""
    return any(
        _CODE.fullmatch(piece) or any(tongue.alone.fullmatch(piece) for tongue in _tongues(piece.isascii()))
        for piece in _pieces(words[:400])
    )


@dataclass(frozen=True, slots=True)
class _Patterns:
    """A tongue's words, compiled."""

    things: re.Pattern[str]
    absent: re.Pattern[str]
    alone: re.Pattern[str]
    wide: re.Pattern[str] | None

    def says(self, words: str, wide: bool) -> bool:
        """Whether *words* say in this language that something is not there."""
        if self.alone.fullmatch(words):
            return True
        if not self.absent.search(words):
            return False
        return bool(self.things.search(words) or (wide and self.wide is not None and self.wide.search(words)))


@cache
def _tongues(ascii_only: bool) -> tuple[_Patterns, ...]:
    """Every language's patterns, or those that can match words of ASCII alone; compiled when a page is first asked."""
    return tuple(
        _Patterns(
            re.compile(bare(t.things)),
            re.compile(bare(t.absent)),
            re.compile(bare(t.alone or t.absent)),
            re.compile(bare(t.wide)) if t.wide else None,
        )
        for t in _TONGUES.values()
        if not ascii_only or any(one.isascii() for one in bare(t.absent).split("|"))
    )


def starts_with_code(words: str) -> bool:
    """Whether a title opens with an error's number: "404 | Kell Papers", "Error 404: …"."""
    return (
        re.match(
            r"(?:(?:http|error|fehler|erreur|errore|erro)\W{0,3})?(?:404|410)\b(?:\s*(?:$|[|–—:;!.,(-])| (?:error|page|not|fehler|erreur|seite|gone))",
            words,
        )
        is not None
    )


def names_code(words: str) -> bool:
    """Whether a title opens with an error's number, or has it as a piece of its own."""
    return starts_with_code(words) or any(_CODE.fullmatch(piece) for piece in _pieces(words[:400]))


def _pieces(words: str) -> list[str]:
    cut = [piece.strip(_ENDS) for piece in _SEPARATORS.split(words) if piece]
    return [piece for piece in (*cut, words.strip(_ENDS)) if piece]
