"""The subject with which a sentence opens: what follows “In a speech on Monday,”, a dateline or an adverb."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import Phrase, is_verb, phrase_from
from quotations.reading.scene import Token

_ABOUT = frozenset(("about", "around", "over", "nearly", "almost", "roughly", "some"))
_PARTICLES = frozenset(("down", "up", "off", "out", "away", "back"))
_SPANS = frozenset(("minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"))
_DATELINE = 14
_REGION = 2  #: so many words has a region's name
_SHORTEST_GERUND = 5
_BARELY = frozenset(("shortly", "immediately", "right", "long", "soon", "ever"))
_EARLY = frozenset(("early", "late", "midway", "halfway", "moments"))
_WITHIN = frozenset(("in", "on", "during", "at", "into", "through", "later"))
#: What a phrase that tells when ends with.
_TIMES = frozenset(
    """second minute moment hour day night morning afternoon evening week weekend month season year decade century time cycle
    spring summer autumn fall winter term generation""".split()  # noqa: SIM905
)
#: Sides and peoples that stand as adjectives with a capital.
_SIDES = frozenset(
    """republican democratic liberal conservative labour tory green american british english scottish welsh irish french german dutch
    italian spanish russian chinese japanese indian canadian australian european african catholic muslim jewish christian""".split()  # noqa: SIM905
)
_IS = frozenset(("is", "was", "'s"))
_ARTICLES = frozenset(("a", "an", "the"))
_WHY = frozenset(("why", "how", "where", "when"))
_SINCE = frozenset(("later", "ago", "earlier", "afterward", "afterwards", "before", "after"))
_LONGEST = 120  #: tokens of an opening with its subject; a longer one is no sentence
_DASHES = ("—", "–", "-", "--")
TIES = frozenset(("of", "for", "at", "from", "de", "du", "von", "van", "di", "da"))
#: Numbers and the like before what is counted.
COUNTS = frozenset(
    "a an one two three four five six seven eight nine ten few several some less more than about only just many".split()  # noqa: SIM905
)


def sentence_start(tokens: Sequence[Token], at: int) -> int:
    """The first token of the sentence in which *at* stands."""
    while at > 0 and tokens[at - 1].sentence == tokens[at].sentence:
        at -= 1
    return at


def sentence_subject(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """The first noun phrase that may be the sentence's subject: what follows an opening “In a speech on Monday,”."""
    end = min(end, start + _LONGEST)
    at = over_dateline(tokens, start, end)
    for _ in range(4):
        while at < end and (
            tokens[at].text in ",—–-(\"'*•·" or tokens[at].lower in ("and", "but", "so", "yet", "also", "then")
        ):
            at += 1
        if at >= end or tokens[at].quoted >= 0:
            return None
        small = _small_opening(tokens, at, end, lexicon)
        if small:
            at += small
            continue
        word = tokens[at].lower
        leads = _leads_in(tokens, at, end, lexicon)
        phrase = phrase_from(tokens, at, end, lexicon) if not leads else None
        leads = leads or (phrase is not None and _tells_when(tokens, phrase, end, lexicon))
        if not leads:
            apposed = _apposed(tokens, at, end, lexicon)
            if apposed is not None:
                return apposed
            return up_to_name(tokens, phrase_from(tokens, at, end, lexicon), lexicon)
        head = at + 1
        led = word in lexicon.stops
        while at < end and tokens[at].text != "," and not _closes_title(tokens, at, end, lexicon):
            at += 1
        if at >= end and word in lexicon.whiles:
            # While X speaks of
            return up_to_name(tokens, phrase_from(tokens, head, end, lexicon), lexicon)
        at = _over_region(tokens, at + 1, end, lexicon) if led else at + 1
    return None


def _small_opening(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> int:
    """How many tokens open the sentence at *at* and belong to no phrase: at least, this is why, about, instead; 0 for none."""
    word = tokens[at].lower
    if word == "at" and at + 2 < end and tokens[at + 1].lower in ("least", "most"):
        return 2
    if word in ("this", "that") and at + 3 < end and tokens[at + 1].lower in _IS and tokens[at + 2].lower in _WHY:
        # This is why X
        return 3
    cleft = word == "what" and any(token.lower in ("is", "was") for token in tokens[at:end])
    if cleft and _begins_phrase(tokens[at + 1], lexicon):
        # What the rower likes best is
        return 1
    if word in _ABOUT and at + 1 < end and (tokens[at + 1].text[0].isdigit() or tokens[at + 1].lower in COUNTS):
        return 1
    return int(word in lexicon.openers and at + 1 < end and tokens[at + 1].text != ",")


def _begins_phrase(token: Token, lexicon: Lexicon) -> bool:
    return token.is_name or token.lower in united(lexicon.articles, lexicon.he, lexicon.she, lexicon.they)


def _leads_in(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word that is no subject's opens the sentence: In, While, Calling, More importantly, Two days."""
    word = tokens[at].lower
    if word in lexicon.stops or word in lexicon.openers or word in lexicon.whiles:
        return True
    named = tokens[at].is_name and at > 0 and tokens[at - 1].sentence == tokens[at].sentence
    gerund = word.endswith("ing") and len(word) > _SHORTEST_GERUND and not named
    if word in lexicon.said or word in lexicon.leads or gerund:
        return True
    if at + 1 >= end:
        return False
    following = tokens[at + 1]
    return (
        (word.endswith("ly") and _parted(following))
        or (word in ("more", "most") and following.lower.endswith("ly"))
        or (word in _BARELY and following.lower in lexicon.whiles)
        or (word in COUNTS and following.lower in _SPANS)
    )


def _over_region(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> int:
    """Past the region behind a place's comma that ends before *at*: At a fair in Lund, Vt., Cora Holm …; *at* without one."""
    comma = at
    while comma < end and comma - at <= _REGION and tokens[comma].is_name:
        comma += 1
    comma += comma < end and tokens[comma].text == "." and comma - at == 1
    if lexicon.language != "en" or comma == at or comma + 2 >= end or tokens[comma].text != ",":
        return at
    following, next_ = tokens[comma + 1], tokens[comma + 2]
    begins = following.is_name or following.text[0].isdigit() or following.lower in united(lexicon.he, lexicon.she)
    return comma + 1 if begins and next_.text != "," and tokens[at - 2].is_name else at


def _closes_title(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the comma that ends an opening stands within marks: On “Morning Talk,” Senator Roe said."""
    if tokens[at].quoted < 0 or at + 1 >= end or lexicon.language != "en":
        return False
    following = tokens[at + 1]
    return following.is_name or following.lower in lexicon.pronouns or following.lower in lexicon.articles


def _tells_when(tokens: Sequence[Token], phrase: Phrase, end: int, lexicon: Lexicon) -> bool:
    """Whether the phrase only tells when: “Hours later, …”, “One wet afternoon, …”, “Early in his campaign, …”."""
    if lexicon.language != "en" or phrase.last >= end:
        return False
    word, following = tokens[phrase.first].lower, tokens[phrase.last]
    if word in _EARLY and phrase.last == phrase.first + 1:
        return following.lower in _WITHIN or following.text == ","
    last = tokens[phrase.last - 1]
    timed = (not last.is_name or phrase.last == phrase.first + 1) and last.lower.removesuffix("s") in _TIMES
    return timed and (following.text == "," or following.lower in _SINCE)


def _apposed(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """Who is meant by what stands before a comma: “A baker who came in 2013, she plans …”."""
    if lexicon.language != "en" or tokens[at].lower not in ("a", "an"):
        return None
    comma = next((n for n in range(at + 1, min(end, at + _DATELINE)) if tokens[n].text == ","), end)
    behind = comma + 1
    apposed = behind + 1 < end and tokens[behind].lower in ("he", "she", "they") and tokens[behind + 1].is_word
    return Phrase(behind, behind + 1) if apposed and tokens[behind + 1].lower not in lexicon.said else None


def _parted(token: Token) -> bool:
    """Whether an adverb before it only opens the sentence: “Sadly, …”, “Hastily comparing …”."""
    return token.text == "," or (token.is_word and not token.is_name and token.lower.endswith("ing"))


def over_dateline(tokens: Sequence[Token], start: int, end: int) -> int:
    """Past “WASHINGTON, Feb. 3 (Agency) —” with which a report begins; *start* where none does."""
    if start > 0 or start >= end or not tokens[start].is_name:
        return start
    for at in range(start + 1, min(end, start + _DATELINE)):
        token = tokens[at]
        if token.text in _DASHES:
            loose = token.start > tokens[at - 1].end and at + 1 < end and tokens[at + 1].start > token.end
            shouted = tokens[start].text.isupper() or tokens[at - 1].text == ")"
            return at + 1 if loose and shouted else start
        if not (token.is_name or token.text in ",()/." or token.text[0].isdigit()):
            return start
    return start


def up_to_name(tokens: Sequence[Token], phrase: Phrase | None, lexicon: Lexicon) -> Phrase | None:
    """Of “Cruz made an appeal” the name: after one, a word in small letters is most likely the verb."""
    if phrase is None:
        return None
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].lower in lexicon.finite and not tokens[at].is_name:
            return Phrase(phrase.first, at)
        small = tokens[at].is_word and not tokens[at].is_name and tokens[at].lower not in TIES
        acted = tokens[at].lower.endswith("ed") and "-" not in tokens[at].lower
        named = any(t.is_name for t in tokens[at + 1 : min(at + 3, phrase.last)])
        if (
            small
            and acted
            and at - 1 > phrase.first
            and not tokens[at - 1].is_name
            and (
                _ends_clause(tokens, at + 1, lexicon)
                or tokens[at - 1].lower in lexicon.nouns
                or (named and tokens[at - 1].lower.endswith("s"))
            )
        ):
            # His aide doubled down, the answer focused on
            return Phrase(phrase.first, at)
        if not small or not tokens[at - 1].is_name or (named and not acted):
            continue
        if at - 1 > phrase.first and tokens[at].lower in lexicon.titles and tokens[phrase.first].lower in _ARTICLES:
            following = tokens[at + 1] if at + 1 < phrase.last else None
            if following is None or following.is_name or following.lower in TIES or following.lower == "'s":
                continue
            # A Dike Street spokesman declined
            return Phrase(phrase.first, at + 1)
        if tokens[at - 1].lower in _SIDES and at - 1 > phrase.first and tokens[at - 2].lower == "'s":
            # Tull's Republican counterpart
            continue
        if _compound(tokens, phrase, at, lexicon):
            continue
        if at - 1 > phrase.first or tokens[at - 1].lower not in united(lexicon.articles, COUNTS):
            return Phrase(phrase.first, at)
    return phrase


def _compound(tokens: Sequence[Token], phrase: Phrase, at: int, lexicon: Lexicon) -> bool:
    """Whether the word behind a name is a noun with it: the oversized Holm face."""
    if lexicon.language != "en" or at - 2 <= phrase.first or tokens[at - 2].is_name:
        return False
    opened = tokens[phrase.first].lower in ("the", "a", "an")
    described = not tokens[at - 2].is_name and tokens[at - 2].lower not in lexicon.titles
    verbal = tokens[at].lower.endswith(("ed", "s", "ly")) or tokens[at].lower in united(lexicon.said, lexicon.called)
    return opened and described and not verbal


def _ends_clause(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether what stands at *at* follows a verb: a preposition, an article, a particle."""
    word = tokens[at].lower if at < len(tokens) else ""
    return word in lexicon.stops or word in lexicon.articles or word in _PARTICLES


def only_place(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> bool:
    """Whether the words before the colon tell only where, when or on what: “Then, later on the radio:”."""
    at = start
    while at < place and (tokens[at].lower in lexicon.openers or tokens[at].text == ","):
        at += 1
    told = any(is_verb(tokens, n, lexicon) for n in range(at, place))
    if at + 1 < place and tokens[at].lower in ("that", "this", "the") and tokens[at - 1].lower in ("later", "earlier"):
        # Then, later that month on the radio:
        at -= 1
    return lexicon.language == "en" and not told and tokens[at].lower in ("on", "about", "later", "in", "at")
