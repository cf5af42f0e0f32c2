"""How pages in several languages say that a page is not there, or that one must sign in.

Only whole titles or headings count: an article *about* missing pages has these words among others.
"""

from __future__ import annotations

import re

#: Wordings of a missing page; lower case without accents. The title is cut at its separators and each piece compared.
_MISSING = (
    "404", "404 not found", "not found", "page not found", "the page cannot be found", "this page could not be found",
    "page cannot be found", "page does not exist", "this page does not exist", "page doesn't exist",
    "this page isn't available", "this page is not available", "page unavailable", "page no longer available",
    "this page no longer exists", "file not found", "error 404", "404 error", "http 404", "http error 404",
    "article not found", "content not found", "story not found", "document not found", "we can't find that page",
    "we couldn't find that page", "sorry, we can't find that page", "sorry, page not found", "oops! page not found",
    "seite nicht gefunden", "die seite wurde nicht gefunden", "seite existiert nicht", "diese seite existiert nicht",
    "fehler 404", "nicht gefunden", "inhalt nicht gefunden", "page introuvable", "page non trouvee",
    "cette page n'existe pas", "page inexistante", "erreur 404", "contenu introuvable", "article introuvable",
    "pagina no encontrada", "no se encontro la pagina", "la pagina no existe", "esta pagina no existe", "no encontrado",
    "pagina non trovata", "la pagina non esiste", "errore 404", "non trovato", "pagina nao encontrada",
    "a pagina nao existe", "nao encontrado", "erro 404", "pagina niet gevonden", "niet gevonden", "sidan hittades inte",
    "sidan kunde inte hittas", "sidan finns inte", "siden ble ikke funnet", "siden blev ikke fundet", "fant ikke siden",
    "siden finnes ikke", "sivua ei loytynyt", "strona nie zostala znaleziona", "nie znaleziono strony",
    "stranka nenalezena", "stranka nebyla nalezena", "strona nie istnieje", "страница не найдена", "не найдено",
    "ошибка 404", "сторінку не знайдено", "页面不存在", "找不到页面", "頁面不存在", "找不到網頁", "您访问的页面不存在",
    "ページが見つかりません", "お探しのページは見つかりませんでした", "페이지를 찾을 수 없습니다",
    "sayfa bulunamadi", "الصفحة غير موجودة", "η σελιδα δεν βρεθηκε", "pagina nu a fost gasita", "az oldal nem talalhato",
)  # fmt: skip
_KNOWN = frozenset(_MISSING)
_SEPARATORS = re.compile(r"\s+[|–—·•«»:-]\s+|\s*[|·•]\s*|:\s+")
_LOGIN = frozenset({
    "log in", "login", "sign in", "sign in to continue", "log in to continue", "anmelden", "einloggen", "connexion",
    "se connecter", "iniciar sesion", "accedi", "entrar", "inloggen", "logga in", "zaloguj sie",
})  # fmt: skip


def says_missing(headline: str) -> str | None:
    """The piece of a title or heading that says that the page is not there; None when none does.

    Args:
        headline: as `Facts.headline` gives it, at most a few hundred characters.
    """
    for piece in _pieces(headline):
        bare = piece.strip(" .!?:;…\"'()[]#")
        if bare in _KNOWN or re.fullmatch(r"(oops|sorry|whoops)\W+.{0,20}(page )?not found", bare):
            return piece
        if re.fullmatch(r"(error|http|fehler|erreur)?\s*404\b.{0,40}", bare) and len(bare.split()) <= 6:
            return piece
    return None


def says_login(headline: str) -> bool:
    """Whether a title or heading is that of a form to sign in."""
    return any(piece.strip(" .!?:") in _LOGIN for piece in _pieces(headline))


def _pieces(headline: str) -> list[str]:
    return [piece.strip() for piece in _SEPARATORS.split(headline) if piece and piece.strip()]
