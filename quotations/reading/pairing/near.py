"""A link near a quotation, and what its words and address show: a source of words, or an introduction."""

from __future__ import annotations

from dataclasses import dataclass

from quotations.model import Basis
from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.anchors import Anchor, Leads
from quotations.reading.scene import Scene, Token

_CITING = frozenset(
    (
        *(
            "study",
            "studies",
            "research",
            "paper",
            "survey",
            "poll",
            "data",
            "findings",
            "analysis",
            "lawsuit",
            "suit",
            "filing",
        ),
        *(
            "video",
            "clip",
            "audio",
            "podcast",
            "episode",
            "transcript",
            "recording",
            "thread",
            "update",
            "coverage",
            "reporting",
        ),
        *(
            "story",
            "piece",
            "write-up",
            "account",
            "source",
            "profile",
            "entry",
            "review",
            "caption",
            "presentation",
            "hearing",
        ),
        *(
            "faq",
            "docs",
            "documentation",
            "readme",
            "issue",
            "guidelines",
            "guide",
            "rules",
            "terms",
            "license",
            "licence",
            "page",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Near:
    """A link near a quotation, with the rule that ties them."""

    anchor: int
    basis: Basis
    score: float
    route: str


def introduces(anchor: Anchor) -> bool:
    """Whether the link introduces a person, a place, a topic or a site, and holds no words of anybody."""
    return anchor.leads in (Leads.PROFILE, Leads.TOPIC, Leads.HOME, Leads.REFERENCE)


def is_source_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token names something that holds words: a report, an interview, a post."""
    return token.lower in lexicon.nouns or token.lower in _CITING


def source_near(lexicon: Lexicon, scene: Scene, anchor: Anchor) -> bool:
    """Whether a noun of something that holds words stands in the anchor or right beside it."""
    tokens = scene.tokens
    inside = tokens[anchor.first : anchor.last]
    beside = (*tokens[max(0, anchor.first - 3) : anchor.first], *tokens[anchor.last : anchor.last + 2])
    close = [t for t in beside if t.quoted < 0 and t.sentence == anchor.sentence]
    return any(is_source_noun(t, lexicon) for t in (*inside, *close) if t.is_word)


def says_in(lexicon: Lexicon, scene: Scene, anchor: Anchor) -> bool:
    """Whether the anchor itself says that somebody speaks."""
    tokens = scene.tokens[anchor.first : anchor.last]
    finite = [t for t in tokens if not t.lower.endswith("ing") or len(tokens) == 1]
    return any(t.lower in lexicon.said and t.lower not in lexicon.thought for t in finite)
