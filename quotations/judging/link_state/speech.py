"""Whether a sentence speaks to its reader, as notices do, or tells something, as the shortest piece of news does."""

from __future__ import annotations

import re

from quotations.judging.link_state.folding import one_of, plain

#: Letters of a sentence that tells something.
SENTENCE = 90

_TO_READER = one_of(
    r"\b(?:you|your|you're|you've|please|we|we're|our|us|sorry|click|try|search|enter|this (?:\w{1,12} )?(?:domain|domain name)|this (?:page|site|website|web site|content|video|article|url|server|service|name|process|app|request|browser|error|blog|account|document|story|connection)|the (?:page|requested|url|(?:origin )?server|resource|site|website|administrator|owner of)|javascript|cookies?|browser|captcha|homepage|home page|web ?site|url|links?)\b",
    r"\b(?:sie|ihr|ihre[mnrs]?|ihnen|bitte|wir|unsere?\w?|dein\w*|diese[rns]? (?:seite|domain|inhalt|artikel|beitrag|website)|vous|votre|vos|nous|veuillez|cette page|ce (?:site|contenu|domaine)|usted|su|tu|tus|sus|nosotros|por favor|esta pagina|este (?:sitio|contenido|dominio)|voce|sua|seu|esta pagina|este (?:site|conteudo|dominio))\b",
    r"\b(?:tua|tuo|questa pagina|questo (?:sito|contenuto|dominio)|jouw|uw|deze pagina|din|ditt|denna sida|denne side|sinun|talla sivulla|prosze|tw(?:oj|oim|oja|oje)\w*|ta strona|vas|vase|prosim|tato stranka)\b",
    r"\bвы\b|\bвас\b|\bваш|страниц|\bсаит|ресурс|\bви\b|сторінк|σας|σελιδα|\bsiz\w*\b|sayfa|ulkeniz|bolgeniz|\w{2,12}(?:iniz|unuz)\w*|お客様|ください|ページ|サイト|您|你|页面|頁面|网页|本站|请|귀하|페이지|사이트|해 ?주세요|\bban\b|halaman|\bbạn\b|trang|الصفحه|الصفحة|صفحه|הדף|העמוד|คุณ|หน้า",
)  # fmt: skip


#: What a page, or its address, is called; of a book's pages there is a number.
_OF_A_PAGE = one_of(
    r"\b(?:the|a|la|cette|une) (?:web)?page\b(?! \d)|\burl\b|(?:web)?seiten?\b|\badress|\bpagina|\bpaxina|\bsid(?:an?|or)\b|\bside(?:n|r)?\b|\bsivu|\bosoit|\bstron(?:a|y|ie|e)\b|\bstran(?:k|ic)|\bstran[ai]?\b|\boldal|\bpuslapi|\blapa\b|\bleh(?:ek|t)|\borri|dudalen|tudalen|leathanach|\bpagna|\bfaqj|\bbladsy|\bsayfa|\bs[eə]hif[eə]|\bsahifa|\bukurasa|\bpahina|\btrang\b|\bhalaman|\blaman\b|\bpago\b|\bdirecc?ion|\bendereco|\bindirizzo|\badres",
    r"страниц|сторінк|старонк|адрес|\bбет\b|\bбарак|хуудас|σελιδ|διευθυνσ|გვერდ|էջ|页面|頁面|网页|網頁|ページ|アドレス|페이지|주소|หน้า|الصفح|صفحه|صفحة|صفحہ|הדף|העמוד|पृष्ठ|पेज|পৃষ্ঠা|পেজ|பக்க|పేజీ|പേജ|ಪುಟ|પૃષ્ઠ|પેજ|ਪੰਨਾ|ਪੇਜ|ទំព័រ|ໜ້າ|စာမျက်နှာ",
)  # fmt: skip
_COUNTED = re.compile(r"\d[\d.,]*\s?[^\W\d_]+")


def speaks_of_page(words: str) -> bool:
    """Whether a sentence, as `folding.plain` gives it, speaks of a page or an address in any language."""
    return _OF_A_PAGE.search(_COUNTED.sub(" ", words)) is not None


#: What is looked at again where a page was not found: its address, and where that is typed.
_ADDRESS = one_of(
    r"\ba?adress|brauser|\bosoit|\bcim(?:e|et|sor)?\w{0,4}\b|\badres|\bendereco|\bindirizzo|\bdirecc?ion|\bnaslov|\balamat|\bdia chi\b|\burl\b|brows|prohlizec|przegladark|bongesz|\bselai[mn]|navegador|navigateur|navigator|webblas|nettleser|tarayici|trinh duyet|peramban|narsykl|parluk|preglednik|prehliadac",
    r"адрес|διευθυνσ|браузер|прегледач|地址|网址|アドレス|ブラウザ|주소|브라우저|浏览器|ที่อยู่|เบราว์เซอร์|العنوان|المتصفح|כתובת|דפדפן|نشانی|مرورگر|ब्राउज़र",
)  # fmt: skip


def speaks_of_address(words: str) -> bool:
    """Whether a sentence, as `folding.plain` gives it, speaks of an address or of where it is typed, in many languages."""
    return _ADDRESS.search(words) is not None


def speaks_to_reader(words: str) -> bool:
    """Whether a sentence, as `folding.plain` gives it, has a word by which pages speak of themselves and to their reader."""
    return _TO_READER.search(words) is not None


def tells(block: str) -> bool:
    """Whether a block, as the page has it, is a sentence or more that speaks of something else than the page."""
    from quotations.judging.link_state.page import letters

    return letters(block) >= SENTENCE and not speaks_to_reader(plain(block))
