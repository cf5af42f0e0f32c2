"""A few words in marks that nothing leads to: names and terms where the narrator's language tells them from speech."""

from __future__ import annotations

from quotations.model import QuotationKind
from quotations.reading.kinds.case import Case, Kind
from quotations.reading.kinds.titles import titled
from quotations.reading.speakers.voice import Route

_LONGEST_NAME = 5
_LONGEST_COMPOUND = 4
#: “A “stand back” order”: so many words before a noun.
_LONGEST_ATTRIBUTE = 5
#: “Dry” (the state in which …): so many words are explained.
_LONGEST_GLOSSED = 3
#: Verbs that give a thing the name in marks: what Vale described as a “wait and see” approach.
_NAMING = (
    "call",
    "describ",
    "label",
    "dub",
    "term",
    "brand",
    "characteri",
    "refer",
    "defin",
    "denounc",
    "derid",
    "dismiss",
    "decri",
    "mock",
)
_BEFORE_ATTRIBUTES = frozenset(("of", "to", "for", "with", "from", "by", "on", "in"))
#: A sentence that tells something of its subject has so many words behind it.
_TOLD = 3
_BEING = frozenset("is was has had are were ist war hat est était es era è é".split())  # noqa: SIM905
#: Whose something is: what a person owns may be in the person's words.
_OWNED = frozenset(("his", "her", "their", "my", "our", "your"))
#: What has a kind or a name of its own: a “stand back” order; not: a “short and sharp” answer.
_KINDS = frozenset(
    """order orders narrative narratives button buttons system systems service services feature features deal deals clause clauses
    rule rules doctrine type types method methods model models mode modes option options level levels category categories status
    tag tags setting settings field fields key keys syndrome effect theory test tests technique scheme schemes campaign campaigns
    movement trend craze meme genre brand market markets industry sector business businesses requirement trope politics box scale approach mentality factor policy law
    households household""".split()  # noqa: SIM905
)
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
    if _topic(case):
        return QuotationKind.TERM, f"what the sentence is about: “{case.after[0].text}”"
    if _glossed(case):
        return QuotationKind.TERM, "explained behind it"
    if _attribute(case):
        return QuotationKind.TERM, f"says of what kind it is: “{case.after[0].text}”"
    if _in_other_letters(case):
        return QuotationKind.TERM, "words in other letters than the text's, and no cue leads to them"
    if case.draft.route is not None or case.draft.words[-1:] in _STOPS or case.draft.words[:1] in "…[(":
        return None
    if words[0][0] >= _FIRST_IDEOGRAPH or case.draft.opening in _CORNERS:
        return _sign(case, text[max(0, token.start - _NEAR) : token.start].rstrip(), behind)
    if (case.foreign or case.lexicon.language != "en") and len(words) <= _LONGEST_NAME and titled(words):
        return QuotationKind.TITLE, "written as a name, and no cue leads to it"
    return None


def _attribute(case: Case) -> bool:
    """A “stand back” order, years of “free water” politics: set before a noun, and no cue leads to it."""
    words, before, after = case.words, case.before, case.after
    if case.foreign or case.lexicon.language != "en" or not _unsaid(case):
        return False
    plain = len(words) <= _LONGEST_ATTRIBUTE and words[0][0].islower() and case.draft.words[-1:].isalnum()
    if not plain or not before or not after or after[0].lower not in _KINDS:
        return False
    lead = before[-1].lower
    described = (
        len(before) > 1 and before[-1].is_word and not before[-1].is_name and before[-2].lower in ("a", "an", "the")
    )
    own = lead in case.lexicon.articles and lead not in _OWNED
    return own or lead in _BEFORE_ATTRIBUTES or (described and lead not in case.lexicon.stops)


def _topic(case: Case) -> bool:
    """“Containment” has been the policy since 1948: what a sentence is about; but: “Hope” is the word she used."""
    words, after = case.words, case.after
    if case.foreign or case.before or len(after) < _TOLD or len(words) > _LONGEST_GLOSSED:
        return False
    if case.draft.route not in (None, Route.CONTINUED) or not case.draft.words[-1:].isalnum():
        return False
    said = (case.lexicon.mentions | case.lexicon.nouns | case.lexicon.called) - _KINDS
    spoken = any(token.lower in said or token.lower in case.lexicon.said for token in after)
    return after[0].lower in _BEING and not spoken


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


def _glossed(case: Case) -> bool:
    """Known “benchmarks” (the numbers held to be true): what the words mean stands behind them, and nobody is named for them."""
    words, after = case.words, case.after
    if case.foreign or len(words) > _LONGEST_GLOSSED or not words[0][0].islower() or len(after) < _TOLD:
        return False
    if case.draft.route not in (None, Route.SUBJECT) or after[0].text not in "—–―(":
        return False
    said = case.lexicon.mentions | case.lexicon.nouns | case.lexicon.said
    return after[1].lower in ("a", "an", "the") and not any(token.lower in said for token in after)


def _unsaid(case: Case) -> bool:
    """Whether no verb of speech leads to the words, and they stand in no document: she gave it five on the “does it float” scale."""
    heard = case.draft.heard
    if heard is not None and case.draft.route is Route.NOUN and heard[1].cue is not None:
        # Within an hour of first reports, the firm had its “safety check” feature.
        return any(token.text == "," for token in case.scene.tokens[heard[1].cue[1] : case.place])
    if heard is None or case.draft.route is not Route.BEFORE or heard[1].cue is None:
        return case.draft.route in (None, Route.SUBJECT)
    tokens, subject = case.scene.tokens, heard[1].subject
    written = subject is not None and any(t.lower in case.lexicon.nouns for t in tokens[subject.first : subject.last])
    verb = tokens[heard[1].cue[0]].lower
    return verb not in case.lexicon.said and not verb.startswith(_NAMING) and not written


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
