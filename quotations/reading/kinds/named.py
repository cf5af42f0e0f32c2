"""Quoted names and words that are spoken of: nicknames, terms, examples, translations."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quotations.model import QuotationKind
from quotations.reading.document import Document, InlineKind
from quotations.reading.kinds.case import Case, Kind, words_of
from quotations.reading.kinds.titles import titled

_LONGEST_LABEL = 5
_NAMED = ("-named", "-dubbed", "-called", "-titled", "-nicknamed")
#: The trade knows it as “…”; he is known to all as “…”.
_KNOWN = frozenset(("known", "know", "knows", "knew"))
_IS = frozenset(("is", "was", "are", "were", "ist", "war", "est", "était", "es", "era", "è", "é"))
#: Dry is a word for it; but: is the word she used.
_ONE_OF = frozenset(("a", "an", "another", "ein", "un", "une", "una", "um", "uma", "een"))
_HERE = frozenset(("here", "now", "usually", "often", "also", "originally", "literally"))
_SIGNED = frozenset("signs signed signing posts posted performs performed performing posing posed".split())  # noqa: SIM905
#: Il se dit « fatigué »; elle s'est dite « prête ».
_SAYS_OF_HIMSELF = (["se"], ["s'est"], ["s’est"])
_SOUGHT = frozenset(("search", "searched", "searches", "searching", "google", "googled"))
_FILE = re.compile(r"[\w-]{1,60}(?:\.[\w-]{1,40}){0,4}\.[A-Za-z][A-Za-z0-9]{1,4}")
_STANDS_FOR = frozenset(("for", "für", "pour", "para", "per", "voor"))


def nickname(case: Case) -> Kind | None:
    """A nickname: inside a person's name, or after “known as”."""
    words, before, after, lexicon = case.words, case.before, case.after, case.lexicon
    if not words or len(words) > 4:
        return None
    capital = words[0][0].isupper()
    if before and after and capital and len(words) <= 3 and before[-1].is_name and after[0].is_name:
        tight = after[0].sentence == before[-1].sentence and case.draft.words[-1:] not in ".,!?"
        if tight and before[-1].lower not in lexicon.titles and before[-1].lower not in lexicon.stops:
            return QuotationKind.NICKNAME, "stands inside a name"
    near = [t.lower for t in before]
    if near[-1:] and near[-1] in ("a", "an") and near[-2:-1] == ["as"]:
        # In the trade it is known as a “weep hole”.
        near.pop()
    named = near[-3:]
    if (
        named[-1:]
        and (named[-1] in lexicon.naming or named[-1].endswith(_NAMED))
        and named[-2:-1] not in _SAYS_OF_HIMSELF
    ):
        return (QuotationKind.NICKNAME if capital else QuotationKind.TERM), f"follows “{before[-1].text}”"
    if named[-1:] == ["as"] and any(word in _KNOWN for word in near):
        return (QuotationKind.NICKNAME if capital else QuotationKind.TERM), "follows “known as”"
    if capital and titled(words) and named[-1:] == ["as"] and any(word in _SIGNED for word in near[-4:]):
        return QuotationKind.NICKNAME, "the name that somebody goes by"
    return None


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
