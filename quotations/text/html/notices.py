"""Notices that a page carries about itself: corrections, retractions, an editor's note."""

from __future__ import annotations

import re

_MAX = 600  # code points of a notice that are kept
_RETRACTED = re.compile(
    r"(?:retract(?:ed|ion)\b|withdrawn\b|this (?:article|paper|study|story|report|column|post) (?:has been|was|is) (?:retracted|withdrawn)|"
    r"we (?:have )?(?:retract|withdr[ae]w)|expression of concern|removed (?:article|at the request)|zurückgezogen|article (?:rétracté|retiré)|retractado|artículo retirado|ritirato|отозван)",
    re.I,
)
_CORRECTED = re.compile(
    r"(?:correct(?:ion|ed)s?\b(?! (?:facility|officer|department|institution|answer))|clarification\b|erratum\b|errata\b|corrigendum\b|corrections? (?:and|&) clarifications?|"
    r"(?:an |a )?(?:earlier|previous|original|first|prior) version of this (?:article|story|post|column|report|piece|headline)|"
    r"this (?:article|story|post|column|report|piece|headline|page) (?:has been|was) (?:corrected|amended|updated|revised|changed|edited)|"
    r"(?:update|updated|amended) ?[:(\d–—-]|berichtigung\b|korrektur\b|richtigstellung\b|in einer früheren (?:version|fassung)|eine frühere (?:version|fassung)|"
    r"rectificatif\b|correctif\b|mise à jour ?:|une (?:première|précédente) version|corrección\b|rectificación\b|fe de erratas|una versión (?:anterior|previa)|"
    r"rettifica\b|correzione\b|errata corrige|una (?:precedente|prima) versione|correção\b|uma versão anterior|rectificatie\b|correctie\b|een eerdere versie|"
    r"rättelse\b|rettelse\b|oikaisu\b|sprostowanie\b|исправление\b|поправка\b|訂正|更正)",
    re.I,
)
_EDITORS = re.compile(
    r"(?:(?:editor|publisher|author)(?:['’]?s|s['’])? note\b|editorial note\b|note (?:to readers|from the editors?)|anmerkung der redaktion|hinweis der redaktion|anm\. d\. red|"
    r"note de la rédaction|ndlr\b|nota (?:de la redacción|del editor|da redação|della redazione|dell.editore)|noot van de redactie|redactioneel|от редакции|編集部注)",
    re.I,
)
_PATTERNS = (("retracted", _RETRACTED), ("corrected", _CORRECTED), ("editors_note", _EDITORS))
_OPENING = re.compile(r"[\s*_\[(•–—-]{0,6}")


def notices_of(title: str | None, blocks: list[str]) -> tuple[str, ...]:
    """Notices among the shown *blocks*, each "retracted: …", "corrected: …" or "editors_note: …" and its words.

    A notice opens its block, so an article that speaks of corrections has none; the retracted title of a journal
    ("RETRACTED: …") counts.
    """
    found: dict[str, None] = {}
    if title and re.match(
        r"\s*(?:\[?retracted(?: article)?\]?\s*[:\]–—-]|retraction(?: note| notice)?\s*[:–—-]|withdrawn\s*:)",
        title,
        re.I,
    ):
        found[f"retracted: {title[:_MAX]}"] = None
    for index, block in enumerate(blocks):
        if len(block) > 3000:
            continue
        start = _OPENING.match(block)
        at = start.end() if start else 0
        for name, pattern in _PATTERNS:
            if pattern.match(block, at):
                words = block
                if len(block) < 40 and index + 1 < len(blocks):
                    words = f"{block} {blocks[index + 1]}"
                found[f"{name}: {' '.join(words.split())[:_MAX]}"] = None
                break
    return tuple(found)[:20]
