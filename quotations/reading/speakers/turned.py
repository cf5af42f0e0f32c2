"""Subjects behind their verb: But, said X, “…”; dazu schrieb X: “…”; den Plan nannte X “…”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import Phrase, back_over_apposition, is_verb, over_apposition, phrase_from
from quotations.reading.scene import Token

_HEARERS = frozenset(("back", "reporters", "him", "them", "her", "me", "us"))
#: Languages whose verb stands second, so that its subject follows whatever else stands first.
VERB_SECOND = frozenset(("de", "nl", "sv", "no", "da"))
#: German articles and pronouns that are no subject's: den Plan nannte X, dem Sender sagte X.
_OBJECTS = frozenset(
    """dem den einem einen keinem keinen meinem meinen seinem seinen ihrem ihren diesem diesen jedem jeden ihm ihn ihnen mir mich
    uns""".split()  # noqa: SIM905
)
#: Those that may be a woman's or several people's in the dative, too.
_OBJECTS_BEHIND = _OBJECTS | frozenset(("der", "einer", "seiner", "ihrer"))
_MASCULINE = (
    "er",
    "or",
    "ent",
    "ant",
    "ist",
    "eur",
    "arzt",
    "mann",
    "chef",
    "rat",
    "wirt",
    "graf",
    "verband",
    "verein",
)
#: Object pronouns before a verb: what stands before them is no subject.
_CLITICS = {
    "es": ("lo", "la", "los", "las", "le", "les"),
    "it": ("lo", "la", "li", "le", "gli"),
    "fr": ("l'", "le", "la", "les"),
    "pt": ("o", "a", "os", "as"),
}
_AS = frozenset(("comme", "como", "come", "jak", "как"))
#: Verbs that never stand before who speaks.
_TELLS = frozenset(("tell", "tells", "told"))
_DEFINITE = ("en", "et", "na", "ne", "an")
_THAT = frozenset(("at", "att", "dass", "daß", "dat", "om", "ob"))
_LONGEST_FRONT = 12
_AND = frozenset(("und", "aber", "en", "maar", "och", "men"))


def turned(tokens: Sequence[Token], start: int, verb: int, place: int, lexicon: Lexicon) -> Phrase | None:
    """The subject between its verb and the quotation; None where it does not stand there."""
    if lexicon.language in VERB_SECOND:
        second = _second(tokens, start, verb, place, lexicon)
        if second is not None:
            return second
    if any(tokens[at].lower in _AS for at in range(max(start, verb - 3), verb)):
        said = phrase_from(tokens, verb + 1, place, lexicon)
        if said is not None and tokens[said.first].lower not in _HEARERS:
            # Comme l'a dit X, …
            return said
    if verb > start and tokens[verb - 1].lower in _CLITICS.get(lexicon.language, ()):
        named = phrase_from(tokens, verb + 1, place, lexicon)
        if named is not None and named.last == place and tokens[named.first].is_name:
            # Al puerto lo llamó X «…»
            return named
    if tokens[verb].lower not in lexicon.said:
        return None
    if lexicon.language == "en" and (tokens[verb].lower.endswith("ing") or tokens[verb].lower in _TELLS):
        # X, who had heard of it, told the Gazette, “…”: those are told.
        return None
    if tokens[verb - 1].text == "," and verb > start:
        inside = _aside(tokens, verb, place, lexicon)
        if inside is not None:
            return inside
    if tokens[place - 1].text not in ",:":
        return None
    behind_comma = tokens[verb - 1].text == "," and back_over_apposition(tokens, start, verb) == verb
    opened = tokens[verb - 1].lower in lexicon.openers and (verb - 1 == start or lexicon.language != "en")
    fronted = verb == start or behind_comma or opened
    if not fronted and lexicon.language == "en":
        return None
    subject = phrase_from(tokens, verb + 1, place, lexicon)
    if subject is None or tokens[subject.first].lower in _HEARERS:
        return None
    if lexicon.language == "de" and tokens[subject.first].lower in _OBJECTS_BEHIND and not _is_his(tokens, subject):
        # Roe warf der Stadt vor, „…“
        return None
    if over_apposition(tokens, subject.last, place) == place:
        return subject
    rest = tokens[subject.last : place - 1]
    return subject if not any(t.text in ",;:" or t.quoted >= 0 for t in rest) else None


def _aside(tokens: Sequence[Token], verb: int, place: int, lexicon: Lexicon) -> Phrase | None:
    """They, says X, “…”; in practice, says X, they “…”: an aside between commas."""
    inside = phrase_from(tokens, verb + 1, place, lexicon)
    if inside is None or inside.last >= place or tokens[inside.last].text != ",":
        return None
    first = tokens[inside.first]
    if first.lower in _HEARERS and inside.last == inside.first + 1:
        return None
    heads = first.is_name or first.lower in lexicon.articles or first.lower in lexicon.pronouns
    return inside if heads else None


def _second(tokens: Sequence[Token], start: int, verb: int, place: int, lexicon: Lexicon) -> Phrase | None:
    """The subject behind a verb that stands second, where what stands first is an object, an adverb or a clause."""
    if verb == start or not is_verb(tokens, verb, lexicon):
        return None
    front = verb
    while front > start and verb - front < _LONGEST_FRONT:
        token = tokens[front - 1]
        if token.quoted >= 0 or token.text in ",;:—–" or token.lower in _AND:
            break
        front -= 1
    word = tokens[front].lower
    if word in _THAT and verb - front > 1:
        # …, at naboen kalder broen: no main clause
        return None
    if front == verb:
        # „…“ sagte X; als der Regen kam, sagte X
        if tokens[verb - 1].text != "," or back_over_apposition(tokens, start, verb) != verb:
            return None
    elif word in _OBJECTS and lexicon.language == "de":
        pass
    elif (
        word in lexicon.articles
        or word in lexicon.pronouns
        or word in lexicon.first
        or (word not in lexicon.stops and word not in lexicon.openers and word not in lexicon.auxiliaries)
    ):
        return None
    subject = phrase_from(tokens, verb + 1, place, lexicon)
    if subject is None:
        return None
    first = tokens[subject.first]
    heads = (
        first.is_name
        or first.lower in united(lexicon.articles, lexicon.pronouns)
        or _is_definite(tokens, subject, lexicon)
    )
    return subject if heads and first.lower not in _OBJECTS else None


def _is_definite(tokens: Sequence[Token], subject: Phrase, lexicon: Lexicon) -> bool:
    """Whether a Scandinavian noun bears its article behind it, or a calling stands before a name: manden; borgmester X."""
    if lexicon.language not in ("sv", "no", "da"):
        return False
    named = any(token.is_name for token in tokens[subject.first : subject.last])
    return named or (subject.last == subject.first + 1 and tokens[subject.first].lower.endswith(_DEFINITE))


def _is_his(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether “der” is a man's article: der Sprecher, der Präsident, not der Stadt, der Sprecherin."""
    noun = tokens[phrase.first + 1].lower if phrase.last > phrase.first + 1 else ""
    return tokens[phrase.first].lower == "der" and noun.endswith(_MASCULINE)


def closes(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> tuple[Phrase, int] | None:
    """The subject and the verb of a clause whose verb stands last: während X von „…“ sprach; dass X es „…“ nannte."""
    verb = place + 1
    if lexicon.language not in VERB_SECOND or verb >= end:
        return None
    reports = (
        tokens[verb].lower in lexicon.said
        or tokens[verb].lower in lexicon.called
        or tokens[verb].lower in lexicon.behind
    )
    if tokens[start].lower in ("als", "som") and place <= start + 3 and tokens[verb].lower in lexicon.called:
        # Als „…“ bezeichnete X den Plan.
        named = phrase_from(tokens, verb + 1, end, lexicon)
        return (named, verb) if named is not None and tokens[named.first].lower not in _OBJECTS else None
    ends = verb + 1 >= end or not tokens[verb + 1].is_word or tokens[verb + 1].lower in lexicon.auxiliaries
    if not reports or not ends:
        return None
    for at in range(place - 1, max(start, place - _LONGEST_FRONT) - 1, -1):
        if tokens[at].lower in lexicon.whiles or tokens[at].lower in (
            "dass",
            "dat",
            "weil",
            "omdat",
            "wie",
            "zoals",
            "als",
        ):
            subject = phrase_from(tokens, at + 1, place, lexicon)
            return (subject, verb) if subject is not None else None
        if tokens[at].quoted >= 0 or tokens[at].text in ",;:":
            return None
    return None
