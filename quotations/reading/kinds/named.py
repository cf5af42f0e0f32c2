"""Words that are spoken of: terms, examples, translations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quotations.model import QuotationKind
from quotations.reading.document import Document, InlineKind
from quotations.reading.kinds.case import Case, Kind, titled, words_of
from quotations.reading.lexicon import Lexicon, united
from quotations.reading.scene import Token

_LONGEST_LABEL = 5
_IS = frozenset(("is", "was", "are", "were", "ist", "war", "est", "était", "es", "era", "è", "é"))
#: Dry is a word for it; but: is the word she used.
_ONE_OF = frozenset(("a", "an", "another", "ein", "un", "une", "una", "um", "uma", "een"))
_HERE = frozenset(("here", "now", "usually", "often", "also", "originally", "literally"))
#: “The term of art is “…””: so many words stand between.
_OF_ART = 2
_SOUGHT = frozenset(("search", "searched", "searches", "searching", "google", "googled"))
_FILE = re.compile(r"[\w-]{1,60}(?:\.[\w-]{1,40}){0,4}\.[A-Za-z][A-Za-z0-9]{1,4}")
_STANDS_FOR = frozenset(("for", "für", "pour", "para", "per", "voor"))


def mentioned(case: Case) -> Kind | None:
    """Words that are spoken of or explained."""
    words, before, lexicon = case.words, case.before, case.lexicon
    tail = [t.lower for t in before[-6:]]
    listing = tail[-2:] == ["such", "as"] or tail[-1:] in (["like"], ["containing"])
    if len(words) <= 3 and listing and any(word in lexicon.mentions for word in tail[:-1]):
        return QuotationKind.EXAMPLE, "an example of words spoken of"
    if (
        tail[-1:]
        and (tail[-1] in lexicon.means or (tail[-1] in ("as", "to") and tail[-2:-1] and tail[-2] in lexicon.means))
        and not any(word in lexicon.said for word in tail)
    ):
        return QuotationKind.TRANSLATION, f"follows “{before[-1].text}”"
    if tail[-2:-1] and tail[-2] in lexicon.tongues and tail[-1] in _STANDS_FOR:
        return QuotationKind.TRANSLATION, f"follows “{before[-2].text} {before[-1].text}”"
    explained = _explained(case) if len(words) <= 3 else None
    if explained is not None:
        return QuotationKind.TERM, f"explained: “{explained}”"
    tongue = next((t for t in before[-5:] if t.lower in lexicon.tongues), None)
    if tongue is not None and any(word in lexicon.means for word in tail[-3:]) and case.before[-1].text != ":":
        return QuotationKind.TRANSLATION, f"what it means: “{tongue.text}”"
    if len(words) <= 3 and case.unheard and _term_is(case):
        return QuotationKind.TERM, "the term of which the sentence speaks"
    pressed = _pressed(case)
    if pressed is not None:
        return QuotationKind.TERM, f"the label of what is pressed: “{pressed}”"
    if case.unheard and _FILE.fullmatch(case.draft.words):
        return QuotationKind.TERM, "the name of a file"
    if case.unheard and len(words) <= _LONGEST_LABEL and tail[-1:] == ["for"] and tail[-2:-1] and tail[-2] in _SOUGHT:
        return QuotationKind.TERM, "what is searched for"
    if len(words) <= 3 and tail[-1:] and tail[-1] in lexicon.mentions and case.unheard:
        return QuotationKind.TERM, f"follows “{before[-1].text}” and is nobody's in particular"
    return None


def _explained(case: Case) -> str | None:
    """The verb by which words are explained: “Dry” here means …; “tun” is a brewers' term; by “dry,” the board meant …."""
    before, after, means = case.before, case.after, case.lexicon.means
    if not before:
        term = next((token for token in after[2:6] if token.lower in case.lexicon.mentions), None)
        if term is not None and after[0].lower in _IS and after[1].lower in _ONE_OF and case.unheard:
            return term.text
        behind = after[1:2] if after and after[0].lower in _HERE else after[:1]
        return next((token.text for token in behind if token.lower in means), None)
    if len(before) > 1 or before[0].lower != "by":
        return None
    return next((token.text for token in after if token.lower in means or token.lower == "mean"), None)


def _term_is(case: Case) -> bool:
    """The term of art is “seaworthy”; but: the word that she used is “…”."""
    before, lexicon = case.before, case.lexicon
    if not before or before[-1].lower not in _IS:
        return False
    at = next((n for n in range(len(before) - 2, -1, -1) if before[n].lower in lexicon.mentions), len(before))
    between = before[at + 1 : -1]
    plain = all(token.is_word and not token.is_name and token.lower not in lexicon.pronouns for token in between)
    return at < len(before) and len(between) <= _OF_ART and plain and not _uses(between, lexicon)


def _uses(between: Sequence[Token], lexicon: Lexicon) -> bool:
    return any(token.lower.endswith("ed") or token.lower in united(lexicon.said, lexicon.first) for token in between)


def _pressed(case: Case) -> str | None:
    """The word beside a button's label: click “sign up”, the “Subscribe” button."""
    if not 0 < len(case.words) <= _LONGEST_LABEL:
        return None
    for token in (*reversed(case.before[-3:]), *case.after[:1]):
        if token.lower in case.lexicon.pressed:
            return token.text
        if token.quoted >= 0 or token.lower in case.lexicon.said:
            return None
    return None


def italics_of(document: Document) -> dict[int, str]:
    """Where words in italics end → the words."""
    return {i.span.end: i.span.of(document.text) for i in document.inlines if i.kind is InlineKind.EMPHASIS}


def translated(case: Case, document: Document, italics: Mapping[int, str]) -> Kind | None:
    """Foreign words in italics and what they mean behind them: *Zugang verboten* (“no entry”)."""
    text = document.text
    start, end = case.draft.outer.start, case.draft.outer.end
    if text[start - 1 : start] + text[end : end + 1] != "()" or start < 2:
        return None
    at = start - 1 - (text[start - 2] == " ")
    set_apart = next((s for s in (italics.get(at), italics.get(at - 1)) if s), None)
    if set_apart is None or titled(words_of(set_apart) or ["A"]):
        return None
    return QuotationKind.TRANSLATION, "explains the words in italics before it"
