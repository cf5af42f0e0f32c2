"""Words in marks that are the narrator's own: they say of what kind a thing is, a sentence is about them, or explains them."""

from __future__ import annotations

from quotations.model import QuotationKind
from quotations.reading.kinds.case import Case, Kind
from quotations.reading.lexicon import united
from quotations.reading.speakers.voice import Route

#: “A “stand back” order”: so many words before a noun.
_LONGEST_ATTRIBUTE = 5
#: “Dry” (the state in which …): so many words are explained.
_LONGEST_GLOSSED = 3
#: Verbs that give a thing the name in marks: what Vale described as a “wait and see” approach.
_NAMING = tuple("call describ label dub term brand characteri refer defin denounc derid dismiss decri mock".split())  # noqa: SIM905
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
    movement trend craze meme genre brand market markets industry sector business businesses requirement trope politics box scale approach mentality
    factor policy law household households""".split()  # noqa: SIM905
)


def own_word(case: Case) -> Kind | None:
    """A word of the narrator's that is no speech."""
    if _topic(case):
        return QuotationKind.TERM, f"what the sentence is about: “{case.after[0].text}”"
    if _glossed(case):
        return QuotationKind.TERM, "explained behind it"
    if _attribute(case):
        return QuotationKind.TERM, f"says of what kind it is: “{case.after[0].text}”"
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


def _topic(case: Case) -> bool:
    """“Containment” has been the policy since 1948: what a sentence is about; but: “Hope” is the word she used."""
    words, after = case.words, case.after
    if case.foreign or case.before or len(after) < _TOLD or len(words) > _LONGEST_GLOSSED:
        return False
    if case.draft.route not in (None, Route.CONTINUED) or not case.draft.words[-1:].isalnum():
        return False
    if after[0].lower not in _BEING:
        return False
    said = united(case.lexicon.mentions, case.lexicon.nouns, case.lexicon.called) - _KINDS
    return not any(token.lower in said or token.lower in case.lexicon.said for token in after)


def _glossed(case: Case) -> bool:
    """Known “benchmarks” (the numbers held to be true): what the words mean stands behind them, and nobody is named for them."""
    words, after = case.words, case.after
    if case.foreign or len(words) > _LONGEST_GLOSSED or not words[0][0].islower() or len(after) < _TOLD:
        return False
    if case.draft.route not in (None, Route.SUBJECT) or after[0].text not in "—–―(":
        return False
    said = united(case.lexicon.mentions, case.lexicon.nouns, case.lexicon.said)
    return after[1].lower in ("a", "an", "the") and not any(token.lower in said for token in after)
