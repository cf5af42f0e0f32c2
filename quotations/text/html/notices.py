"""Notices that a page carries about itself: corrections, retractions, an editor's note."""

from __future__ import annotations

import re
from functools import cache

_MAX = 600  # code points of a notice that are kept
_RETRACTED = (
    r"(?:retract(?:ed|ion)(?= ?[:(–—]|\.|$| (?:article|note|notice|in\b))|withdrawn(?= ?[:(–—]|\.|$)|this (?:article|paper|study|story|report|column|post) (?:has been|was|is) (?:retracted|withdrawn)|"
    r"we (?:have )?(?:retract|withdr[ae]w)|expression of concern|removed (?:article|at the request)|zurückgezogen|article (?:rétracté|retiré)|retractado|artículo retirado|ritirato|отозван)"
)
_CORRECTED = (
    r"(?:correct(?:ion|ed)s?(?= ?[:(–—,]|\.|-\s|$| (?:appended|notice|and clarification|& clarification|to this))|clarifications?(?= ?[:(–—]|$)|errat(?:um|a)\b|corrigendum\b|"
    r"(?:an |a )?(?:earlier|previous|original|first|prior) version of this (?:article|story|post|column|report|piece|headline|page)|"
    r"this (?:article|story|post|column|report|piece|headline|page) (?:has been|was) (?:corrected|amended|revised|changed|edited|updated (?:to|because|after)|updated and corrected)|"
    r"this (?:article|story|post|column|report|piece|headline) (?:originally |previously |initially |incorrectly |mistakenly |misstated |misidentified )(?!appeared|published|ran\b|posted|aired|featured)|"
    r"(?:updated?|amended)\b.{0,40}\bto (?:correct|clarify|reflect that|remove|fix|amend)|"
    r"berichtigung ?[:(]|korrektur(?:hinweis)? ?[:(]|richtigstellung\b|(?:in (?:einer|der)|eine) (?:früheren?|ursprünglichen?|vorherigen?) (?:version|fassung)|"
    r"rectificatif\b|correctif ?[:(]|erratum ?:|une (?:première|précédente) version|dans une (?:première|précédente) version|"
    r"corrección ?[:(]|rectificación ?[:(]|fe de erratas|(?:en )?una versión (?:anterior|previa)|rettifica ?[:(]|correzione ?[:(]|errata corrige|(?:in )?una (?:precedente|prima) versione|"
    r"correção ?[:(]|(?:em )?uma versão anterior|rectificatie\b|correctie ?[:(]|(?:in )?een eerdere versie|rättelse ?[:(]|rettelse ?[:(]|oikaisu ?:|sprostowanie ?:|исправление ?:|поправка ?:|訂正[:：]|更正[:：])"
)
_EDITORS = (
    r"(?:(?:editor|publisher|author)(?:['’]?s|s['’])? note\b|editorial note\b|note (?:to readers|from the editors?)|anmerkung der redaktion|hinweis der redaktion|anm\. d\. red|"
    r"note de la rédaction|ndlr\b|nota (?:de la redacción|del editor|da redação|della redazione|dell.editore)|noot van de redactie|redactioneel|от редакции|編集部注)"
)
_PATTERNS = (("retracted", _RETRACTED), ("corrected", _CORRECTED), ("editors_note", _EDITORS))
_RETRACTED_TITLE = re.compile(
    r"\s*(?:\[?retracted(?: article)?\]?\s*[:\]–—-]|retraction(?: note| notice)?\s*[:–—-]|withdrawn\s*:)", re.I
)
_ALONE, _LONG = 40, 3000
#: First words of notices, without a final s, so that most blocks need no pattern.
_FIRST = frozenset(
    [
        "correction",
        "corrected",
        "clarification",
        "erratum",
        "errata",
        "corrigendum",
        "an",
        "a",
        "earlier",
        "previou",
        "original",
        "first",
        "prior",
        "thi",
        "update",
        "updated",
        "amended",
        "berichtigung",
        "korrektur",
        "korrekturhinwei",
        "richtigstellung",
        "in",
        "eine",
        "rectificatif",
        "correctif",
        "une",
        "dan",
        "mise",
        "corrección",
        "rectificación",
        "fe",
        "una",
        "en",
        "rettifica",
        "correzione",
        "correção",
        "uma",
        "em",
        "rectificatie",
        "correctie",
        "een",
        "rättelse",
        "rettelse",
        "oikaisu",
        "sprostowanie",
        "исправление",
        "поправка",
        "retracted",
        "retraction",
        "withdrawn",
        "we",
        "expression",
        "removed",
        "zurückgezogen",
        "article",
        "retractado",
        "artículo",
        "ritirato",
        "отозван",
        "editor'",
        "editor’",
        "editor",
        "publisher",
        "author",
        "editorial",
        "note",
        "anmerkung",
        "hinwei",
        "anm",
        "ndlr",
        "nota",
        "noot",
        "redactioneel",
        "от",
        "訂正",
        "更正",
        "編集",
    ]
)
_OPENING = re.compile(r"[\s*_\[(•–—-]{0,6}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def notices_of(title: str | None, blocks: list[str]) -> tuple[str, ...]:
    """Notices among *blocks*, the page's own without navigation, each "retracted: …", "corrected: …" or "editors_note: …" and its words.

    A notice opens its block, so an article that speaks of corrections has none; the retracted title of a journal
    ("RETRACTED: …") counts.
    """
    found: dict[str, None] = {}
    if title and _RETRACTED_TITLE.match(title):
        found[f"retracted: {title[:_MAX]}"] = None
    for index, block in enumerate(blocks):
        named = _name(block)
        if not named:
            continue
        words = block
        if len(block) < _ALONE and ":" not in block[:-1]:
            # "Correction" alone heads a notice, or is a link to a page of them.
            following = blocks[index + 1] if index + 1 < len(blocks) else ""
            if len(following) < _ALONE:
                continue
            words = f"{block} {following}"
        found[f"{named}: {' '.join(words.split())[:_MAX]}"] = None
    return tuple(found)[:20]


def _name(block: str) -> str:
    """The kind of notice that *block* opens with; empty for none."""
    if len(block) > _LONG:
        return ""
    start = _OPENING.match(block)
    at = start.end() if start else 0
    first = block[at : at + 24].casefold().partition(" ")[0].rstrip("s'’:(.,–—\n")
    if first not in _FIRST and block[at : at + 2] not in _FIRST:
        return ""
    return next((name for name, pattern in _PATTERNS if _compiled(pattern).match(block, at)), "")
