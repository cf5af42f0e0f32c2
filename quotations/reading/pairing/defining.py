"""“The study”, “that rule”: the noun by which an article goes on to speak of what it linked."""

from __future__ import annotations

import re

from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.near import is_source_noun
from quotations.reading.quotes import Speech

_ALIKE = (
    frozenset(("paper", "study", "article", "research", "findings", "report", "analysis", "authors", "researchers")),
    frozenset(("suit", "lawsuit", "complaint", "filing", "plaintiff", "plaintiffs")),
    frozenset(("post", "blog", "entry", "blogpost", "article")),
    frozenset(("statement", "release", "announcement")),
    frozenset(("ruling", "opinion", "decision", "judgment", "verdict")),
    frozenset(("letter", "email", "e-mail", "memo", "note", "message")),
    frozenset(("submission", "brief", "filing")),
    frozenset(("interview", "conversation")),
    frozenset(("speech", "address", "remarks")),
    frozenset(("tweet", "thread", "tweets")),
    frozenset(("report", "survey", "poll", "review")),
    frozenset(
        (
            "affidavit",
            "filing",
            "indictment",
            "petition",
            "warrant",
            "memo",
            "complaint",
            "order",
            "document",
            "documents",
        )
    ),
)
#: The nouns that lead back so.
NOUNS = frozenset().union(*_ALIKE)
#: Before a noun that was named already, by language: by itself, and run into a preposition.
DEFINITE = {
    "en": frozenset(("the", "that", "his", "her", "their", "its")),
    "de": frozenset(("der", "die", "das", "dem", "den", "seinem", "seiner", "ihrem", "ihrer", "diesem", "dieser")),
    "fr": frozenset(("le", "la", "les", "son", "sa", "ce", "cette", "ses")),
    "es": frozenset(("el", "la", "los", "las", "su", "este", "esta", "ese", "esa")),
    "it": frozenset(("il", "la", "lo", "i", "gli", "le", "suo", "sua", "questo", "questa")),
    "pt": frozenset(("o", "a", "os", "as", "seu", "sua", "esse", "essa")),
    "nl": frozenset(("de", "het", "dat", "die", "zijn", "haar", "dit", "deze")),
}
RUN_IN = {
    "de": frozenset(("im", "vom", "am")),
    "fr": frozenset(("du", "au")),
    "es": frozenset(("del", "al")),
    "it": frozenset(("nel", "nella", "nello", "dal", "dalla", "sul", "sulla")),
    "pt": frozenset(("no", "na", "nos", "nas", "do", "da")),
}
PLACED = frozenset("in from of at during on dans de en uit aus von em".split())  # noqa: SIM905


def defines(speech: Speech, anchor: Anchor, noun: str) -> float:
    """“the study” for a link at or beside a paper."""
    scene = speech.scenes[anchor.paragraph]
    alike = {noun}.union(*(group for group in _ALIKE if noun in group))
    begins, _ = scene.bounds(anchor.sentence)
    if any(t.lower in alike and noun in NOUNS for t in scene.tokens[begins : begins + 3] if t.quoted < 0):
        return 0.72
    if re.search(rf"\b{re.escape(noun)} (?:no\.? ?)?\d", anchor.words):
        # “The rule says”: [Rule 12](…).
        return 0.72
    nouns = [
        t
        for t in scene.tokens[max(0, anchor.first - 4) : anchor.last + 3]
        if t.quoted < 0 and t.sentence == anchor.sentence
    ]
    if not any(is_source_noun(t, speech.lexicon) for t in nouns):
        return 0.0
    if noun not in NOUNS:
        if speech.lexicon.language == "en":
            return 0.0
        return 0.72 if any(t.lower == noun and is_source_noun(t, speech.lexicon) for t in nouns) else 0.0
    return 0.72 if any(t.lower in alike for t in nouns) else 0.0
