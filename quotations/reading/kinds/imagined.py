"""Speech that nobody uttered: “one might say …”, “imagine a clerk who writes …”, “as if he had said …”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import QuotationKind
from quotations.reading.kinds.case import Case, Kind
from quotations.reading.lexicon import Lexicon, united
from quotations.reading.scene import Token

#: So many tokens before the words are looked at.
_REACH = 12
#: Between a subject and its verb stand so many at most.
_NEAR = 2
#: So many words back a verb of speech stands: tells you, “…”
_VERB = 3
#: “Man könnte einwenden” has so many words at most.
_CLAUSE = 5
#: What is done with words that stand somewhere: “one can read in the report: …” quotes the report.
_MET = frozenset(
    """read see find hear heard seen found lesen nachlesen hören sehen finden lire voir entendre trouver leer oír ver encontrar
    leggere sentire vedere trovare ler ouvir lezen horen zien vinden""".split()  # noqa: SIM905
)
_INDEFINITE = frozenset(("a", "an", "some", "any"))
#: Say to him, “…”; ask yourself, “…”
_BID = frozenset(("say", "ask", "tell"))
#: Picture a captain who says, “…”
_FANCIED = frozenset(("picture", "envision", "fancy"))
_WEAK = frozenset(("might", "may", "could", "would"))
_NOBODY = (("no", "one"), ("nobody",), ("no", "body"))
#: It does not say “…”.
_UTTERED = frozenset(("say", "said", "utter", "uttered"))
_NOT = frozenset("not never didn't doesn't don't hasn't hadn't haven't".split())  # noqa: SIM905
#: So many words back nobody stands: no one at the firm ever said “…”.
_NONE = 9
_NEW_CLAUSE = frozenset((",", "that", "what", "why", "how", "when", "until", "but"))
_AS_IF = frozenset(
    (
        ("as", "if"),
        ("as", "though"),
        ("als", "ob"),
        ("comme", "si"),
        ("como", "si"),
        ("come", "se"),
        ("como", "se"),
        ("als", "of"),
        ("jak", "gdyby"),
        ("как", "будто"),
    )
)
_IF = frozenset(("if", "whenever", "wenn", "si", "se", "als", "jeśli", "если", "om"))


def imagined(case: Case) -> Kind | None:
    """Whether the words are nobody's: spoken by anybody, or in a sentence that says so."""
    tokens, draft, lexicon = case.scene.tokens, case.draft, case.lexicon
    if draft.heard is not None and draft.heard[0] == draft.places[0][0]:
        voice = draft.heard[1]
        if voice.cue is not None and voice.subject is not None:
            subject = tokens[voice.subject.first].lower
            single = voice.subject.last - voice.subject.first == 1
            low, high = min(voice.subject.first, voice.cue[0]), max(voice.subject.last, voice.cue[1])
            modal = any(t.lower in lexicon.modals for t in tokens[max(0, low - 2) : high])
            near = voice.cue[0] > case.place or case.place - voice.cue[1] <= 3
            if single and near and subject in lexicon.nobody and (modal or subject == "you"):
                return _anybody(tokens[voice.subject.first].text)
    fancied = case.scene.first(lexicon.imagined, tokens[case.place].sentence)
    if fancied < case.place and not _holds_so(tokens, fancied):
        return QuotationKind.HYPOTHETICAL, "the sentence says that it is imagined"
    start, _ = case.scene.sentence(case.place)
    first = max(start, case.place - _REACH)
    return _lead(case, tokens[first : case.place], opens=first == start)


def _holds_so(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* only says that somebody thinks so: she saw, I suppose, the doubt, and said “…”."""
    return at > 0 and tokens[at].lower == "suppose" and tokens[at - 1].lower in ("i", "we")


def _lead(case: Case, before: Sequence[Token], *, opens: bool) -> Kind | None:
    """Whether what stands right before the words makes them nobody's; *opens*: it begins their sentence."""
    fancied = opens and len(before) > 2 and before[0].lower in _FANCIED
    if fancied and before[1].lower in united(_INDEFINITE, case.lexicon.nobody):
        return QuotationKind.HYPOTHETICAL, f"what somebody is bidden to imagine: “{before[0].text}”"
    last = max(
        (at for at, t in enumerate(before) if t.quoted >= 0 or (t.text in ";:" and at < len(before) - 1)), default=-1
    )
    near = [t.lower for t in before[last + 1 :]]
    while near and near[-1] in (",", ":"):
        near.pop()
    if not near or any(word in _MET for word in near):
        return None
    if opens and case.lexicon.language == "en" and near[0] in _BID and len(near) <= _CLAUSE:
        return QuotationKind.HYPOTHETICAL, f"what somebody is bidden to say: “{before[0].text}”"
    told = any(word in case.lexicon.said for word in near[-_VERB:])
    for at in range(len(near) - 1):
        if told and tuple(near[at : at + 2]) in _AS_IF and "," not in near[at:]:
            return QuotationKind.HYPOTHETICAL, f"only as if it were said: “{near[at]} {near[at + 1]}”"
    if near[-1] in _UTTERED and near[-2:-1] and near[-2] in _NOT:
        return QuotationKind.HYPOTHETICAL, f"what is said not to have been said: “{near[-2]} {near[-1]}”"
    return _by_anybody(case, near, told=told) or (_by_none(near) if told else None)


def _by_anybody(case: Case, near: Sequence[str], *, told: bool) -> Kind | None:
    """Someone could object “…”; a sceptic might say “…”; if anybody says “…”."""
    lexicon = case.lexicon
    for at in range(len(near) - 2, -1, -1):
        word = near[at]
        if word == ",":
            return None
        nobody = word in lexicon.nobody
        if nobody and _may_say(lexicon, near[at + 1 :]):
            return _anybody(word)
        if nobody and told and at and near[at - 1] in _IF:
            return _anybody(word)
        if word in _INDEFINITE and lexicon.language == "en":
            modal = next((n for n in range(at + 2, min(len(near), at + 5)) if near[n] in _WEAK), 0)
            replies = near[modal + 1 : modal + 2] == ["be"] and any(w in lexicon.nouns for w in near[at:modal])
            says = near[modal + 1 : modal + 2] not in (["only"], ["not"]) and _may_say(lexicon, near[modal:])
            if modal and (says or replies):
                return _anybody(" ".join(near[at:modal]))
    return None


def _may_say(lexicon: Lexicon, behind: Sequence[str]) -> bool:
    """Whether a modal and the verb of speech that it governs follow a subject at once."""
    modal = next((at for at, word in enumerate(behind[:_NEAR]) if word in lexicon.modals), -1)
    if modal < 0:
        return False
    # Few lexicons have the infinitives of their verbs: podría decir, könnte einwenden.
    bare = lexicon.language != "en" and len(behind) < _CLAUSE
    return bare or any(word in lexicon.said for word in behind[modal + 1 : modal + 1 + _NEAR])


def _by_none(near: Sequence[str]) -> Kind | None:
    """Nobody ever said “…”."""
    for none in _NOBODY:
        for at in range(len(near) - 1, max(-1, len(near) - _NONE), -1):
            if tuple(near[at : at + len(none)]) == none and not _NEW_CLAUSE.intersection(near[at:]):
                return QuotationKind.HYPOTHETICAL, "nobody is said to have said it"
    return None


def _anybody(who: str) -> Kind:
    return QuotationKind.HYPOTHETICAL, f"speech of nobody in particular: {who}"
