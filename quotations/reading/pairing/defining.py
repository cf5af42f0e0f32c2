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
    frozenset(("interview", "conversation")),
    frozenset(("speech", "address", "remarks")),
    frozenset(("tweet", "thread", "tweets")),
    frozenset(("report", "survey", "poll", "review")),
)
#: The nouns that lead back so.
NOUNS = frozenset().union(*_ALIKE)


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
    return 0.72 if noun in NOUNS and any(t.lower in alike for t in nouns) else 0.0
