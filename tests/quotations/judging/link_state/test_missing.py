import pytest

from quotations.judging.link_state.folding import plain
from quotations.judging.link_state.missing import says_missing, starts_with_code

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "words",
    [
        "404", "404 - File or directory not found.", "Error 404 | Kell Papers", "HTTP 404", "Oops! That page can’t be found.",
        "Sorry, we couldn’t find the article you were looking for", "This page doesn't exist", "Page Not Found • Thornby",
        "The requested URL was not found on this server.", "This story has been removed", "Not Found", "Nothing here",
        "Diese Seite existiert nicht mehr", "Die angeforderte Seite wurde leider nicht gefunden", "Fehler 404",
        "Page non trouvée", "Cette page n’existe plus", "Oups ! La page demandée est introuvable",
        "Página no encontrada", "Lo sentimos, esta página ya no existe", "Esta página já não existe", "Página não encontrada",
        "Pagina non trovata", "La pagina richiesta non è disponibile", "Deze pagina bestaat niet", "Sidan finns inte längre",
        "Beklager, siden finnes ikke", "Siden blev ikke fundet", "Voi ei, sivua ei löytynyt", "Lehekülge ei leitud",
        "Strona nie została znaleziona", "Stránka nenalezena", "Stránka neexistuje", "Az oldal nem található",
        "Pagina nu a fost găsită", "Stranica nije pronađena", "Страница не найдена", "Запрашиваемая страница удалена",
        "Сторінку не знайдено", "Страницата не е намерена", "Η σελίδα δεν υπάρχει", "Sayfa bulunamadı", "الصفحة غير موجودة",
        "صفحه یافت نشد", "הדף לא נמצא", "ページが見つかりません", "指定されたページは存在しません", "お探しの記事は削除されました",
        "页面不存在", "抱歉，找不到您要的页面", "페이지를 찾을 수 없습니다", "Không tìm thấy trang", "Halaman tidak ditemukan",
        "ไม่พบหน้าที่คุณต้องการ", "No s'ha trobat la pàgina", "Puslapis nerastas", "Lapa nav atrasta",
    ],
)  # fmt: skip
def test_a_notice_of_a_missing_page_is_understood(words):
    assert says_missing(plain(words))


@pytest.mark.parametrize(
    "words",
    [
        "The missing boat of Kellmouth", "Lost and found in Thornby", "Nothing was the same after the flood", "Gone",
        "A page of history", "What the sexton could not find", "Found: a letter from 1911", "Not the end of the road",
        "Room 404 of the Grand Hotel", "404 boats and one harbour", "Il n'existe pas de petit profit", "Kein Bett frei",
        "The story of a removed statue", "Missing child found safe", "Der Artikel des Tages", "ページをめくる", "Sidan om ån",
        "The war that never ended", "Is the site of the old mill haunted?", "It is gone", "Wir haben die Seite gewechselt",
    ],
)  # fmt: skip
def test_a_headline_is_no_notice(words):
    assert says_missing(plain(words)) is None


def test_a_title_may_open_with_the_number():
    assert starts_with_code("404: where are we?")
    assert not starts_with_code("4040 ladders")


def test_long_words_are_not_looked_through():
    assert says_missing("page " + "x" * 300_000 + " not found") is None
