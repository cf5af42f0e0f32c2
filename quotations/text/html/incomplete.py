"""Whether a page's text is the whole of its source."""

from __future__ import annotations

import re

from quotations.model import Incomplete, PageFacts, SegmentRole
from quotations.text.html.blocks import Block
from quotations.text.html.markers import paywall_at

_SHELL = 400  # code points: less is no article
_FREE_PART = 1500  # a page that says it is paid and has less text of its own is cut
_WHOLE = 800  # code points of paragraphs behind a demand hide nothing
_BADGE = re.compile(
    r"\W*(?:(?:for )?(?:subscribers?|members?)(?: only)?|subscriber exclusive|(?:(?:article|contenu) )?réservée? aux abonnés|(?:nur )?für abonnent\w*|(?:conteúdo )?exclusivo para assinantes|"
    r"(?:solo|sólo|exclusivo) (?:para )?suscriptores|(?:contenuto )?riservat[oa] agli abbonati|(?:alleen )?voor abonnees|(?:kun )?for abonnenter|för prenumeranter|tilaajille|"
    r"(?:tylko )?dla (?:prenumeratorów|subskrybentów)|(?:только )?для подписчиков|(?:有料)?会員限定|付费|유료회원 ?전용)\W*",
    re.I,
)
_PARAGRAPH = 80  # code points
_NEXT_TO_NOTHING = 100  # code points: a spinner's words, not a page's
_WAITS = re.compile(
    r"\W*(?:(?:please |bitte |veuillez )?(?:loading|redirecting|you are being redirected|one moment|hold on|preparing|initiali[sz]ing|starting|processing)\b|(?:sorry to interrupt|css error|refresh|an unhandled error has occurred.{0,20})\W*$|"
    r"(?:wird |seite wird )?(?:geladen|laden|lade\b|weiterleitung|sie werden weitergeleitet)|chargement|redirection|vous allez être redirigé|cargando|redirigiendo|redireccionando|carregando|"
    r"redirecionando|caricamento|reindirizzamento|laden\b|laddar|indlæser|laster\b|ladataan|ładowanie|przekierowanie|načítání|betöltés|se încarcă|загрузка|перенаправление|"
    r"завантаження|yükleniyor|φόρτωση|読み込み中|加载中|正在加载|正在跳转|載入中|로딩|불러오는|جار[يٍ] التحميل|טוען)",
    re.I,
)
_OPEN_ENDS = ("…", "...", "[…]", "[...]")
_PROSE = frozenset((SegmentRole.BODY, SegmentRole.QUOTE, SegmentRole.LIST, SegmentRole.HEADING))


def incomplete_of(facts: PageFacts, said: list[str], blocks: list[Block]) -> Incomplete | None:
    """Why the text is not whole; None when nothing says so. One weak sign alone never decides."""
    own = [words for words, block in zip(said, blocks, strict=True) if block.role in _PROSE and not block.junk]
    length = sum(map(len, own))
    told = [words for words, block in zip(said, blocks, strict=True) if block.role is not SegmentRole.HEADING]
    little = sum(map(len, told)) < _NEXT_TO_NOTHING
    if not any(c.isalnum() for words in said for c in words):
        return _silent(facts)
    if _stands_in(facts, length):
        return Incomplete.STAND_IN
    if length < _SHELL and (facts.noscript_demand or facts.app_root):
        return Incomplete.SCRIPT
    if little and facts.scripts and told and all(map(_WAITS.match, told)):
        return Incomplete.SCRIPT
    if little and facts.frames and not facts.password_field:
        return Incomplete.FRAMES
    if length < _SHELL and facts.password_field and _has(facts, "login:"):
        return Incomplete.LOGIN
    if _paid(facts) and _cut(facts, own, length):
        return Incomplete.PAYWALL
    return None


def _silent(facts: PageFacts) -> Incomplete:
    """Why a page shows no word."""
    if facts.frames and not facts.app_root and not facts.scripts:
        return Incomplete.FRAMES
    if facts.scripts or facts.app_root:
        return Incomplete.SCRIPT
    return Incomplete.UNREADABLE


def _has(facts: PageFacts, *starts: str) -> bool:
    return any(marker.startswith(starts) for marker in facts.markers)


def _stands_in(facts: PageFacts, length: int) -> bool:
    """Whether so short a page is a wall, a parking page or a page that says that there is none."""
    if length >= _FREE_PART:
        return False
    walls = {marker for marker in facts.markers if marker.startswith("wall:")} - {"wall:captcha", "wall:words"}
    if walls or _has(facts, "interstitial:", "parked:title", "parked:words", "default:"):
        return True
    if _has(facts, "consent:") and _has(facts, "consent:title", "consent:heading", "consent:words"):
        return length < _SHELL
    return _has(facts, "soft404:title", "soft404:heading") and length < _SHELL


def _paid(facts: PageFacts) -> bool:
    if facts.accessible_for_free is not None:
        return not facts.accessible_for_free
    return any(marker in ("paywall:words", "paywall:title", "paywall:heading") for marker in facts.markers)


def _cut(facts: PageFacts, own: list[str], length: int) -> bool:
    """Whether the text stops short: of what it declares, of a few paragraphs, or in the middle of a sentence."""
    words = sum(len(block.split()) for block in own)
    if facts.declared_words and words >= 0.8 * facts.declared_words:
        return False
    if facts.declared_words and words < 0.6 * facts.declared_words:
        return True
    if facts.accessible_for_free is False and length < _FREE_PART:
        return True
    wall = paywall_at(own)
    if wall is None:
        return length < _FREE_PART and _has(facts, "paywall:title", "paywall:heading")
    before = own[:wall]
    if _told(own[wall + 1 :]) >= _WHOLE and _told(before) < _SHELL:
        return False  # a counter of free articles, or a badge, above the text
    badge = _BADGE.fullmatch(own[wall]) is not None  # as is also set on headlines of other articles
    if badge and not _sold(facts):
        return False
    return sum(map(len, before)) < _FREE_PART or (not badge and _stops_short(before))


def _sold(facts: PageFacts) -> bool:
    """Whether a page with a badge says in another way that it is sold."""
    worded = ("paywall:words", "paywall:heading", "paywall:title")
    return facts.accessible_for_free is False or any(
        marker.startswith("paywall:") and marker not in worded for marker in facts.markers
    )


def _told(blocks: list[str]) -> int:
    """Code points of paragraphs."""
    return sum(len(words) for words in blocks if len(words) >= _PARAGRAPH)


def _stops_short(before: list[str]) -> bool:
    """Whether the last paragraph before a wall breaks off."""
    last = next((words.rstrip() for words in reversed(before) if len(words) > _PARAGRAPH), "")
    return last.endswith(_OPEN_ENDS) or last[-1:].isalnum() or last[-1:] in (",", ";", "–", "—")
