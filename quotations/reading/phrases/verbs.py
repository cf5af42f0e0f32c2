"""Verbs of speech, and the nouns that are spelt like them."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases.beside import is_adverb, is_small
from quotations.reading.phrases.ties import TIES
from quotations.reading.scene import Token

#: Verbs in the past whose object is often a plural that could be a verb.
_PAST = frozenset(("received", "made", "issued", "rejected", "raised", "ignored", "answered", "posted", "published"))
#: Verbs in the bare form that is no noun's.
ONLY_VERBS = frozenset("say tell argue insist believe agree contend acknowledge admit".split())  # noqa: SIM905
NUMBERS = frozenset("two three four five six seven eight nine ten few several many".split())  # noqa: SIM905
_STATED = frozenset("that it there they he she no in on as clearly plainly the how why what only also".split())  # noqa: SIM905
#: What begins a verb's object right behind it.
_OBJECTS = frozenset(("a", "an", "it", "him", "her", "them"))
_ALONE = frozenset(("another", "one", "some", "many", "several", "others"))
#: Verbs whose form in s is a plural, too.
_PLURALS = frozenset(
    """orders offers rates attacks demands protests boasts estimates reports charges voices views credits launches releases issues
    records finds uses shows calls claims plays signs answers""".split()  # noqa: SIM905
)
#: Those of them that are letters more often, and what follows them where they are not.
_SENT = frozenset(("emails", "e-mails", "texts", "posts", "messages", "references"))
_TOLD = frozenset("it him her them me us that how what why whether a an the his its their".split())  # noqa: SIM905
_PROMISES = frozenset(("promises", "claims", "demands", "reports", "pledges", "warns"))
_AMOUNTS = frozenset(
    ("third", "half", "quarter", "most", "all", "many", "some", "percent", "number", "series", "share", "few")
)
_ASIDE = 8
_POINTED = frozenset(("point", "points", "pointed", "pointing"))


def is_said(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token is a verb of speech."""
    return token.lower in lexicon.said and not (token.is_name and token.start > 0 and token.text.isupper())


def is_verb(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb that quotes stands at *at*, and not the noun that is spelt alike."""
    token = tokens[at]
    if token.lower not in lexicon.said and token.lower not in lexicon.called:
        return False
    if at == 0:
        return True
    before = tokens[at - 1]
    if token.is_name and before.sentence == token.sentence and before.quoted < 0:
        return False
    if token.lower in _POINTED and (at + 1 >= len(tokens) or tokens[at + 1].lower not in ("out", "to")):
        # points out; not: six points
        return False
    if (
        token.lower in lexicon.nouns
        and (before.lower in NUMBERS or before.text.isdigit())
        and token.lower.endswith("s")
    ):
        return False
    if token.lower in ("state", "states") and not _asserts(tokens, at):
        return False
    if token.lower in lexicon.bare and token.lower not in ONLY_VERBS and not may_act(before, lexicon):
        return _several(tokens, at)
    if _listed(tokens, at, lexicon) or _counted(tokens, at, lexicon) or _is_plural_subject(tokens, at, lexicon):
        return False
    if before.lower == "to" and lexicon.language == "en" and token.lower.endswith("s") and token.lower[-2:] != "ss":
        # according to estimates
        return False
    if token.lower.endswith("s") and _other_verb(before, lexicon):
        # received offers, making calls
        return False
    if before.lower == "that" and at > 1 and token.lower in lexicon.speaking and _noun_before(tokens, at - 1, lexicon):
        # bottles that said
        return True
    if before.lower in _ALONE and token.lower.endswith("ed") and _has_object(tokens, at, lexicon):
        # another described him
        return True
    if before.lower == "'s" or (
        before.lower in lexicon.articles
        and (before.lower == "their" or (before.lower not in lexicon.they and before.lower not in lexicon.auxiliaries))
    ):
        return False
    return not (
        before.lower in ("for", "of", "with", "about", "in", "on", "at") and not token.lower.endswith("ing")
    ) and _is_no_noun(tokens, at, lexicon)


def _is_no_noun(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be noun or verb is the verb, by what stands around it."""
    token, before = tokens[at], tokens[at - 1]
    if _plural(tokens, at, lexicon):
        return False
    if token.lower not in lexicon.nouns:
        return not is_adverb(before) or at < 2 or tokens[at - 2].lower not in lexicon.articles
    if before.lower in TIES and before.lower != "to":
        return False
    if _takes_object(tokens, at, lexicon):
        return True
    described = at > 1 and (tokens[at - 2].lower in lexicon.articles or tokens[at - 2].lower == "'s")
    return not described or before.is_name or before.lower in lexicon.nouns or before.lower in lexicon.auxiliaries


def _takes_object(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """What the company calls an “…”; the board calls it “…”: what follows is no noun's."""
    if lexicon.language != "en" or not tokens[at].lower.endswith("s") or tokens[at - 1].lower.endswith("s"):
        return False
    what = any(token.lower in ("what", "whatever") for token in tokens[max(0, at - 4) : at])
    promises = tokens[at].lower in _PROMISES and tokens[at - 2].lower in ("the", "its", "their")
    quotes = (what or promises) and at + 1 < len(tokens) and tokens[at + 1].quoted >= 0
    follows = quotes or (at + 1 < len(tokens) and tokens[at + 1].lower in _OBJECTS)
    return follows and tokens[at - 1].is_word


def _has_object(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether an object follows at once: a pronoun, an article, the words themselves."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (
        following.quoted >= 0
        or following.lower in lexicon.pronouns
        or following.lower in ("the", "a", "an", "it", "that")
    )


def _asserts(tokens: Sequence[Token], at: int) -> bool:
    """Whether “states” is a verb: states that, states: “…”; not: offered states billions, in many states, and."""
    if at + 1 >= len(tokens):
        return True
    following = tokens[at + 1]
    if following.text == ",":
        return at + 2 < len(tokens) and tokens[at + 2].quoted >= 0
    return not following.is_word or following.lower in _STATED


def _plural(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether “remarks” or “comments” is a plural: an adjective in small letters before it, and no article for a subject."""
    token, before = tokens[at], tokens[at - 1]
    if lexicon.language != "en" or token.lower not in lexicon.nouns or not token.lower.endswith("s"):
        return False
    if not before.is_word or before.is_name or before.lower in lexicon.pronouns or is_small(before, lexicon):
        return False
    if before.lower in lexicon.stops or before.lower in ("to", "who", "that", "and", "or"):
        return False
    near = tokens[max(0, at - 4) : at]
    verbs = [n for n, t in enumerate(near) if t.lower in lexicon.finite]
    verbs += [n for n, t in enumerate(near[:-1]) if t.lower.endswith("ing") and len(t.lower) > 5 and not t.is_name]
    verbs.sort()
    if verbs and len(near) - verbs[-1] > 1:
        # the board makes false claims; accused her of making false claims
        near = near[verbs[-1] + 1 :]
    return not any(t.lower in lexicon.articles or t.lower == "'s" or t.is_name for t in near)


def _noun_before(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun seems to stand before *at*, so that “that” goes on about it."""
    token = tokens[at - 1]
    small = token.lower in lexicon.stops or token.lower in lexicon.auxiliaries or token.lower in lexicon.articles
    return token.is_word and not small and not is_verb(tokens, at - 1, lexicon)


def _counted(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word in s is a plural behind a preposition: the use of executive orders, on federal pay rates."""
    if lexicon.language != "en" or tokens[at].lower not in _PLURALS or tokens[at - 1].lower.endswith("s"):
        return False
    named = False
    for back in range(at - 1, max(-1, at - 5), -1):
        if tokens[back].is_name:
            named = True
            continue
        if named:
            # a third of Harbour claims; not: Roe of Lund claims
            amount = tokens[back - 1].lower if back else ""
            return tokens[back].lower == "of" and (amount in _AMOUNTS or amount.endswith("%") or amount.isdigit())
        if tokens[back].lower == "to":
            # to produce records
            return back < at - 1
        if tokens[back].lower in ("of", "on", "for", "in", "with", "about", "by", "from", "over", "against", "under"):
            return back < at - 1
        if not tokens[back].is_word or is_small(tokens[back], lexicon):
            return False
    return False


def _listed(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a plural that is spelt as a verb has nothing to say: in a row of posts, Holm …; Holm's leaked emails from."""
    word = tokens[at].lower
    if lexicon.language != "en" or word not in lexicon.nouns or not word.endswith("s") or word.endswith("ss"):
        return False
    if at + 2 >= len(tokens):
        return False
    following, next_ = tokens[at + 1], tokens[at + 2]
    if word in _SENT and following.is_word and following.lower not in _TOLD:
        return True
    clause = next_.is_name or next_.lower in lexicon.small
    aside = any(token.lower == "as" for token in tokens[max(0, at - _ASIDE) : at])
    return following.text == "," and clause and not aside and tokens[at - 1].lower not in lexicon.pronouns


def _is_plural_subject(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word in s has a verb of its own behind it: federal rules are, emails that have."""
    if lexicon.language != "en" or not tokens[at].lower.endswith("s") or tokens[at].lower.endswith("ss"):
        return False
    if tokens[at].lower in lexicon.speaking and tokens[at].lower not in _PLURALS:
        return False
    behind = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower in ("that", "which", "who"))
    return behind < len(tokens) and tokens[behind].lower in ("are", "were", "have")


def _several(tokens: Sequence[Token], at: int) -> bool:
    """Whether two names joined by “and” stand before: Holm and Okafor call."""
    first = at - 1
    while first > 0 and tokens[first].is_name:
        first -= 1
    return 0 < first < at - 1 and tokens[first].lower == "and" and tokens[first - 1].is_name


def _other_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb stands there whose object a word in s is."""
    if lexicon.language != "en" or not token.is_word or token.is_name or token.lower in lexicon.auxiliaries:
        return False
    return (
        token.lower in lexicon.finite or (token.lower.endswith("ing") and len(token.lower) > 5) or token.lower in _PAST
    )


def may_act(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb in its bare form may follow: “they call”, “to claim”, “critics charge”, “would say”."""
    lower = token.lower
    return (
        token.quoted >= 0
        or lower in lexicon.pronouns
        or lower in lexicon.first
        or lower in lexicon.auxiliaries
        or lower in ("to", "and", "or", "you", "who", "that", "'d", "'ll", "'ve", "not", "n't")
        or lower.endswith("s")
        or lower in ("people", "men", "women", "police")
        or lexicon.language != "en"
    )
