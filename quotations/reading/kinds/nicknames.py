"""Nicknames and the names that somebody goes by: inside a person's name, after “known as”, after “calls himself”."""

from __future__ import annotations

from quotations.model import QuotationKind
from quotations.reading.kinds.case import Case, Kind, titled

_NAMED = ("-named", "-dubbed", "-called", "-titled", "-nicknamed")
#: The trade knows it as “…”; he is known to all as “…”.
_KNOWN = frozenset(("known", "know", "knows", "knew"))
_SELF = frozenset(("himself", "herself", "itself", "themselves", "myself"))
_SIGNED = frozenset("signs signed signing posts posted performs performed performing posing posed".split())  # noqa: SIM905
#: Il se dit « fatigué »; elle s'est dite « prête ».
_SAYS_OF_HIMSELF = (["se"], ["s'est"], ["s’est"])


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
    if capital and titled(words) and near[-1:] and near[-1] in _SELF and near[-2:-1] and near[-2] in lexicon.called:
        return QuotationKind.NICKNAME, "the name that somebody gives himself"
    if capital and titled(words) and named[-1:] == ["as"] and any(word in _SIGNED for word in near[-4:]):
        return QuotationKind.NICKNAME, "the name that somebody goes by"
    return None
