"""What a thing is called by all who have to do with it: engineers call the gap a “weep hole”. A name, and nobody's words."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import QuotationKind
from quotations.reading.kinds.case import Case, Kind
from quotations.reading.lexicon import Lexicon
from quotations.reading.scene import Token

_LONGEST = 4
#: “The” before a name sets it against others: Pell's rivals call it the “swamp”.
_ARTICLES = frozenset("a an un une ein eine einen een un' uno una um uma".split())  # noqa: SIM905
#: Verbs by which many name a thing, in the present; what somebody once called it is that somebody's word.
_NAME = {
    "en": frozenset(("call", "term", "label")),
    "de": frozenset(("nennen",)),
    "fr": frozenset(("appellent", "nomment")),
    "es": frozenset(("llaman",)),
    "it": frozenset(("chiamano",)),
    "pt": frozenset(("chamam",)),
    "nl": frozenset(("noemen",)),
}
#: Of these one says what all say.
_ONE_NAMES = {
    "de": ("nennt", frozenset(("man",))),
    "fr": ("appelle", frozenset(("on", "qu'on", "qu’on", "l'on", "l’on"))),
    "nl": ("noemt", frozenset(("men",))),
}
_ARE = frozenset(("is", "are", "'s"))
#: Whoever takes sides has an opinion, not a trade.
_SIDES = frozenset(
    """critics opponents supporters detractors foes rivals allies enemies fans voters protesters protestors activists campaigners
    advocates defenders skeptics sceptics observers analysts commentators pundits republicans democrats conservatives liberals
    progressives lawmakers senators officials prosecutors residents neighbours neighbors victims relatives witnesses friends
    colleagues investigators reviewers kritiker gegner befürworter anwohner anhänger beobachter experten critiques opposants
    détracteurs partisans adversaires riverains militants élus syndicats críticos opositores detractores vecinos critici
    oppositori tegenstanders critici voorstanders others they we you some many both several these those""".split()  # noqa: SIM905
)
_TRADES = frozenset(("trade", "industry", "profession", "jargon", "slang", "craft"))
_PERSONS = frozenset("him her them me us you himself herself themselves ihn ihm lui eux lo hem haar".split())  # noqa: SIM905
#: So many tokens stand between the verb and the words, and before the verb.
_REACH = 7
_SUBJECT = 4


def termed(case: Case) -> Kind | None:
    """Whether the words are what a thing is called by a trade, by a place, by everybody."""
    words, before, lexicon = case.words, case.before, case.lexicon
    if case.foreign or not 0 < len(words) <= _LONGEST or len(before) < 2 or before[-1].lower not in _ARTICLES:
        return None
    if not all(word[0].islower() for word in words[1:]):
        return None
    verbs = _NAME.get(lexicon.language, frozenset())
    one, who = _ONE_NAMES.get(lexicon.language, ("", frozenset()))
    for at in range(len(before) - 2, max(-1, len(before) - 2 - _REACH), -1):
        token = before[at]
        if token.quoted >= 0 or token.text in ";:" or token.lower in _PERSONS:
            return None
        if token.is_name and at and lexicon.language != "de":
            # They call Pell a “fool”.
            return None
        if token.lower in verbs and _by_trade(before[:at], lexicon):
            return QuotationKind.TERM, f"what many call it: “{token.text}”"
        if token.lower == "calls" and lexicon.language == "en" and at and before[at - 1].lower in _TRADES:
            return QuotationKind.TERM, f"what a trade calls it: “{before[at - 1].text}”"
        if token.lower == one and at and (before[at - 1].lower in who or before[at + 1].lower in who):
            return QuotationKind.TERM, f"what all call it: “{token.text}”"
    if lexicon.language == "en" and case.unheard and before[-2].lower in ("called", "termed"):
        led = [token.lower for token in before[-5:-2]]
        while led and (led[-1].endswith("ly") or led[-1] in ("often", "also", "sometimes", "what", "usually")):
            led.pop()
        if led and led[-1] in _ARE:
            return QuotationKind.TERM, f"what it is called: “{before[-2].text}”"
    return None


def _by_trade(before: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a bare plural that takes no side stands before the verb: engineers, local people; les marins."""
    at = len(before)
    while at and (before[at - 1].lower in lexicon.auxiliaries or before[at - 1].lower.endswith("ly")):
        at -= 1
    near = before[max(0, at - _SUBJECT) : at]
    if not near or not near[-1].is_word:
        return False
    head = near[-1].lower
    plural = lexicon.language != "en" or head.endswith(("s", "men", "people", "folk"))
    return plural and head not in _SIDES and not _is_somebody(near, lexicon)


def _is_somebody(near: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the subject is one of whom the article tells: the engineers, Pell's friends."""
    first = len(near)
    while first and near[first - 1].is_word and near[first - 1].lower not in lexicon.stops:
        first -= 1
        if near[first].lower in lexicon.articles:
            break
    subject = near[first:]
    if not subject:
        return True
    if any(token.lower == "'s" for token in near):
        return True
    definite = subject[0].lower in lexicon.articles
    named = any(token.is_name for token in subject[1 if first == 0 else 0 :])
    if lexicon.language == "de":
        named = False
    # Only the Romance languages need an article before those whom nobody has yet named.
    return named or (definite and lexicon.language in ("en", "de", "nl"))
