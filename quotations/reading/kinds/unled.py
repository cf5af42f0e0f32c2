"""A few words in marks that nothing leads to: names and terms where the narrator's language tells them from speech."""

from __future__ import annotations

from quotations.model import QuotationKind
from quotations.reading.kinds.attributes import own_word
from quotations.reading.kinds.case import Case, Kind, titled

_LONGEST_NAME = 5
_LONGEST_COMPOUND = 4
#: Code points of a term in a script that sets no blanks, and words of one in another script beside it.
_LONGEST_TERM = 8
_LONGEST_FOREIGN = 4
#: So many code points beside it are looked at.
_NEAR = 8
_FIRST_IDEOGRAPH = "\u2e80"
#: Letters from here on are no Latin ones.
_FIRST_OTHER = "\u0370"
_CORNERS = frozenset("「『")
_STOPS = ".!?…,;:。！？，、；："
#: What leads to speech right before it: colons and commas, and the last sign of a verb of speech, Chinese and Japanese.
_LEADS = (*"：:，,说說称稱道问問答示出写寫喊叫为為言曰", "によると、", "によれば、", "さん、", "氏、")
#: What follows speech in Japanese and Korean, and what begins alike and names something.
_FOLLOWS = ("と", "って", "だと", "などと", "であると", "고", "라고", "며", "는", "라며", "이라고")
_HEARD = ("という。", "という、", "という」")
_NAMES = ("という", "と呼", "として", "とは", "といった")


def unled(case: Case) -> Kind | None:
    """A name, a term or a part of a compound word, and nobody's speech."""
    text, token = case.scene.text, case.scene.tokens[case.place]
    behind = text[token.end : token.end + _NEAR]
    words = case.words
    if not words:
        return None
    if behind[:1] in "-‑" and behind[1:2].isalpha() and len(words) <= _LONGEST_COMPOUND:
        return QuotationKind.TERM, "part of a compound word"
    own = own_word(case)
    if own is not None:
        return own
    if _in_other_letters(case):
        return QuotationKind.TERM, "words in other letters than the text's, and no cue leads to them"
    if case.draft.route is not None or case.draft.words[-1:] in _STOPS or case.draft.words[:1] in "…[(":
        return None
    if words[0][0] >= _FIRST_IDEOGRAPH or case.draft.opening in _CORNERS:
        return _sign(case, text[max(0, token.start - _NEAR) : token.start].rstrip(), behind)
    if (case.foreign or case.lexicon.language != "en") and len(words) <= _LONGEST_NAME and titled(words):
        return QuotationKind.TITLE, "written as a name, and no cue leads to it"
    return None


def _in_other_letters(case: Case) -> bool:
    """A few words in Latin letters in a text of others: a Hebrew article names the firm "Blue Mast"."""
    words, draft = case.words, case.draft
    if (
        len(words) > (_LONGEST_NAME if titled(words) else _LONGEST_FOREIGN)
        or not case.unheard
        or draft.words[-1:] in _STOPS
    ):
        return False
    if not all(word[0].isascii() for word in words) or (case.before and case.before[-1].text in ":："):
        return False
    beside = [token for token in (*case.before, *case.after) if token.is_word and token.text[0].isalpha()]
    return bool(beside) and sum(token.text[0] >= _FIRST_OTHER for token in beside) * 2 > len(beside)


def _sign(case: Case, before: str, behind: str) -> Kind | None:
    """A short term in a script without capitals."""
    words = case.draft.words
    ideographs = sum(c >= _FIRST_IDEOGRAPH for c in words)
    if ideographs > _LONGEST_TERM or len(case.words) > _LONGEST_FOREIGN:
        return None
    if not any(token.is_word for token in (*case.before, *case.after)):
        # 「ずっと前からだ」。
        return None
    if before.endswith(_LEADS):
        return None
    if behind.startswith(_HEARD) or (behind.startswith(_FOLLOWS) and not behind.startswith(_NAMES)):
        return None
    return QuotationKind.TERM, "a short term that no cue leads to"
