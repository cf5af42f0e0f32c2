"""Notices that a page carries about itself: corrections, retractions, an editor's note."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quotations.model import SegmentRole

_MAX = 600  # code points of a notice that are kept
_RETRACTED = (
    r"(?:retract(?:ed|ion)(?= ?[:(–—]|\.|$| (?:article|note|notice|in\b))|withdrawn(?= ?[:(–—]|\.|$)|(?:comments?: )?this (?:article|paper|study|story|report|column|post|submission|manuscript|preprint) (?:has been|was|is) (?:retracted|withdrawn)|"
    r"we (?:have )?(?:retract|withdr[ae]w)|removed (?:article|at the request)|zurückgezogen|article (?:rétracté|retiré)|(?:statement|notice) of retraction\b|a retraction (?:note|notice|statement)? ?(?:to|of|for) this (?:article|paper)|retractado|artículo retirado|ritirato|отозван)"
)
_CORRECTED = (
    r"(?:correct(?:ion|ed)s?(?= ?[:(–—,]|\.|-\s|$| (?:appended|notice|and clarification|& clarification|to this))|clarifications?(?= ?[:(–—]|$)|errat(?:um|a)\b|corrigendum\b|correction published (?:on|in)\b|(?:an? )?(?:author |publisher )?(?:correction|erratum|corrigendum) (?:to|on|for) this (?:article|paper) (?:was|has been)|"
    r"an? (?:correction|erratum|corrigendum) (?:has been|was) (?:published|issued)|this (?:article|paper) has (?:an? )?(?:correction|erratum|corrigendum)s?\b|"
    r"(?:editorial )?expression of concern\b|editor(?:['’]?s|s['’])? note\b.{0,80}\breaders are (?:being )?alerted\b|"
    r"(?:an |a )?(?:earlier|previous|original|first|prior) version of this (?:article|story|post|column|report|piece|headline|page)|"
    r"this (?:article|story|post|column|report|piece|headline|page) (?:has been|was) (?:corrected|amended|revised|changed|edited|updated (?:to|because|after)|updated and corrected)|"
    r"this (?:article|story|post|column|report|piece|headline) (?:originally |previously |initially |incorrectly |mistakenly |misstated |misidentified )(?!appeared|published|ran\b|posted|aired|featured)|"
    r"(?:updated?|amended)\b.{0,40}\bto (?:correct|clarify|reflect that|remove|fix|amend)|"
    r"berichtigung ?[:(]|korrektur(?:hinweis)? ?[:(]|richtigstellung\b|(?:in (?:einer|der)|eine) (?:früheren?|ursprünglichen?|vorherigen?) (?:version|fassung)|"
    r"rectificatif\b|correctif ?[:(]|erratum ?:|une (?:première|précédente) version|dans une (?:première|précédente) version|"
    r"corrección ?[:(]|rectificación ?[:(]|fe de err(?:at|or)[ae]s|(?:en )?una versión (?:anterior|previa)|rettifica ?[:(]|correzione ?[:(]|errata corrige|(?:in )?una (?:precedente|prima) versione|"
    r"correção ?[:(]|(?:em )?uma versão anterior|rectificatie\b|correctie ?[:(]|(?:in )?een eerdere versie|rättelse ?[:(]|rettelse ?[:(]|oikaisu ?:|sprostowanie ?:|исправление ?:|поправка ?:|訂正[:：]|更正[:：])"
)
_EDITORS = (
    r"(?:(?:editor|publisher|author)(?:['’]?s|s['’])? note\b|editorial note\b|note (?:to readers|from the editors?)|anmerkung der redaktion|hinweis der redaktion|anm\. d\. red|"
    r"note de la rédaction|ndlr\b|nota (?:de la redacción|del editor|da redação|della redazione|dell.editore)|noot van de redactie|redactioneel|от редакции|編集部注)"
)
_PATTERNS = (("retracted", _RETRACTED), ("corrected", _CORRECTED), ("editors_note", _EDITORS))
_RETRACTED_TITLE = re.compile(
    r"\s*(?:\[?retracted(?: article)?\]?\s*[:\]–—-]|retraction(?: note| notice| of)?\s*[:–—-]|withdrawn\s*:|(?:statement|notice) of retraction\b)",
    re.I,
)
_DOUBTED_TITLE = re.compile(r"\s*(?:editorial )?expression of concern\b", re.I)  # doubted is not yet taken back
_ALONE, _LONG = 40, 3000
_NOTED = 80  # code points within which an editor's note has its colon
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
        "statement",
        "notice",
        "comment",
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
#: Headings of lists of other works.
_WORKS = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:references?(?: and notes| cited)?|notes and references|bibliograph\w*|works? cited|literature(?: cited| references)?|cited (?:works?|references|literature|articles)|"
    r"(?:primary |secondary )?sources|further reading|citing (?:articles|literature|papers)|cited by|related (?:articles|papers|content|work)|similar articles|recommended(?: articles)?|you may also like|literaturverzeichnis|literatur|quellen(?:verzeichnis)?|einzelnachweise|nachweise|références(?: bibliographiques)?|"
    r"notes et références|referencias(?: bibliográficas)?|bibliografía|referências(?: bibliográficas)?|bibliografia|riferimenti(?: bibliografici)?|literatuur(?:lijst)?|bronnen|"
    r"referenser|litteratur|källor|kilder|referanser|lähteet|kirjallisuus|piśmiennictwo|literatura|список литературы|литература|источники|参考文献|引用文献|文献|참고문헌)\s*:?",
    re.I,
)
#: How indexes of literature say where the notice on a work stands.
_ELSEWHERE = re.compile(
    r"[\s*_\[(•–—-]{0,6}(?:retraction|correction|erratum|errata|corrigendum|expression of concern) in\b", re.I
)
_JOURNAL = re.compile(r"\b(?:19|20)\d\d\b[^;]{0,24};\s?\d{1,4}|\bdoi[:.]|\b10\.\d{4,9}/", re.I)
_LISTED = (SegmentRole.LIST, SegmentRole.NOTE)
_PROSE = 140  # code points of a paragraph
_OPENING = re.compile(r"[\s*_\[(•–—-]{0,6}")


#: Without them no block is looked at further.
_INITIALS = frozenset(word[0] for word in _FIRST)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def notices_of(title: str | None, blocks: list[str], roles: list[SegmentRole]) -> tuple[str, ...]:
    """Notices of a page, each "retracted: …", "corrected: …" or "editors_note: …" and its words.

    A notice opens its block, so an article that speaks of corrections has none, and what a list of other works says of
    those is none; the retracted title of a journal ("RETRACTED: …") counts.

    Args:
        title: the page's.
        blocks: the words of the page's own blocks, without navigation.
        roles: the role of each.
    """
    found: dict[str, None] = {}
    if title and _RETRACTED_TITLE.match(title):
        found[f"retracted: {title[:_MAX]}"] = None
    elif title and _DOUBTED_TITLE.match(title):
        found[f"corrected: {title[:_MAX]}"] = None
    works = prose = False
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if role is SegmentRole.HEADING:
            works = len(block) < _ALONE and _WORKS.fullmatch(block.strip()) is not None
        named = "" if works else _name(block)
        if named and not _of_another(block, role, after_prose=prose):
            words = _whole(
                block, blocks[index + 1] if index + 1 < len(blocks) else "", heads=role is SegmentRole.HEADING
            )
            if words:
                found[f"{named}: {' '.join(words.split())[:_MAX]}"] = None
        prose = prose or (len(block) >= _PROSE and role not in _LISTED)
    return tuple(found)[:20]


def _whole(block: str, following: str, *, heads: bool) -> str:
    """A notice with the words that it heads; empty where it heads none, as a link to a page of notices does."""
    if ":" in block[:-1] or (len(block) >= _ALONE and not heads):
        return block
    if len(block) >= _ALONE:
        return ""  # a heading that only begins as a notice does
    return f"{block} {following}" if len(following) >= _ALONE else ""


def _of_another(block: str, role: SegmentRole, *, after_prose: bool) -> bool:
    """Whether a notice is an index's entry on another work."""
    if role is SegmentRole.HEADING:
        return False
    listed = role in _LISTED
    return bool(((listed or after_prose) and _ELSEWHERE.match(block)) or (listed and _JOURNAL.search(block)))


@lru_cache(maxsize=8192)
def _may_open(word: str) -> bool:
    """Whether a notice may open with *word*."""
    first = word.casefold()
    return first[:1] in _INITIALS and (first.rstrip("s'’:(.,–—\n") in _FIRST or word[:2] in _FIRST)


def _name(block: str) -> str:
    """The kind of notice that *block* opens with; empty for none."""
    if len(block) > _LONG:
        return ""
    start = None if block[:1].isalnum() else _OPENING.match(block)
    at = start.end() if start else 0
    if not _may_open(block[at : at + 24].partition(" ")[0]):
        return ""
    name = next((name for name, pattern in _PATTERNS if _compiled(pattern).match(block, at)), "")
    return "corrected" if name == "editors_note" and _corrects(block, at) else name


def _corrects(block: str, at: int) -> bool:
    """Whether what an editor notes is a correction: after the colon, it begins as one does."""
    colon = block.find(":", at, at + _NOTED)
    if colon < 0:
        return False
    words = block[colon + 1 :].lstrip()
    return any(_compiled(pattern).match(words) for pattern in (_CORRECTED, _RETRACTED))
