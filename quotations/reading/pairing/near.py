"""A link near a quotation, and what its words and address show: a source of words, or an introduction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotations.model import Basis
from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.anchors import INTRODUCING, Anchor
from quotations.reading.scene import Scene, Token
from quotations.values import plain_value

#: What holds words, beside the nouns whose owner speaks, by language.
_CITING = {
    "en": """
        study studies research paper survey poll data findings analysis lawsuit suit filing video clip audio podcast episode
        transcript recording thread update coverage reporting story piece write-up account source profile entry review caption
        presentation submission biography bio homepage obituary handbook brochure leaflet newsletter hearing faq docs documentation readme issue guidelines guide rules terms license licence page manifesto
        """,
    "de": """
        studien untersuchung umfrage analyse dokument dokumentation video podcast folge blog blogeintrag thread meldung
        aussendung papier manifest klage antrag quelle berichte berichten briefe entwurf
        """,
    "fr": "guide manuel enquête sondage analyse document vidéo podcast blog fil dépêche publication note reportage dossier plainte chronique",
    "es": "guía manual encuesta análisis documento vídeo video podcast blog hilo publicación reportaje noticia crónica demanda",
    "it": "guida manuale sondaggio analisi documento video podcast blog inchiesta ricerca pezzo pubblicazione denuncia",
    "pt": "guia manual pesquisa análise documento vídeo podcast blog publicação postagem reportagem matéria",
    "nl": "onderzoek peiling analyse document video podcast blog stuk column nieuwsbericht",
}
#: Where nouns are written in one word with what they are of: Presseerklärung, jaarverslag.
_COMPOUNDING = frozenset(("de", "nl"))
_SHORTEST_HEAD = 5
#: What is done in the street as well, and is speech before what is said only.
_DONE = frozenset(("protest", "protests", "protested"))
_THAT = frozenset(("that", "dass", "que", "che", "dat", ":"))


@plain_value
class Near:
    """A link near a quotation, with the rule that ties them."""

    anchor: int
    basis: Basis
    score: float
    route: str


def introduces(anchor: Anchor) -> bool:
    """Whether the link introduces a person, a place, a topic or a site, and holds no words of anybody."""
    return anchor.leads in INTRODUCING


def is_source_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token names something that holds words: a report, an interview, a post."""
    nouns, heads = _holders(lexicon)
    return token.lower in nouns or (
        bool(heads) and len(token.lower) > _SHORTEST_HEAD + 2 and token.lower.endswith(heads)
    )


@cache
def _holders(lexicon: Lexicon) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns of what holds words, and those that may end a longer one."""
    nouns = lexicon.nouns | frozenset(" ".join((_CITING["en"], _CITING[lexicon.language])).split())
    heads = sorted(n for n in lexicon.nouns if len(n) >= _SHORTEST_HEAD) if lexicon.language in _COMPOUNDING else ()
    return nouns, tuple(heads)


def source_near(lexicon: Lexicon, scene: Scene, anchor: Anchor) -> bool:
    """Whether a noun of something that holds words stands in the anchor or right beside it."""
    tokens = scene.tokens
    inside = tokens[anchor.first : anchor.last]
    beside = (*tokens[max(0, anchor.first - 3) : anchor.first], *tokens[anchor.last : anchor.last + 2])
    close = [t for t in beside if t.quoted < 0 and t.sentence == anchor.sentence]
    return any(is_source_noun(t, lexicon) for t in (*inside, *close) if t.is_word)


def says_in(lexicon: Lexicon, scene: Scene, anchor: Anchor) -> bool:
    """Whether the anchor itself says that somebody speaks."""
    tokens = scene.tokens
    for at in range(anchor.first, anchor.last):
        token = tokens[at]
        if token.lower not in lexicon.said or token.lower in lexicon.thought:
            continue
        if token.lower.endswith("ing") and anchor.last - anchor.first > 1:
            continue
        if token.lower in _DONE and not (
            at + 1 < len(tokens) and (tokens[at + 1].lower in _THAT or tokens[at + 1].quoted >= 0)
        ):
            continue
        owned = at > 0 and (tokens[at - 1].lower in lexicon.articles or tokens[at - 1].lower == "'s")
        told = at + 1 < len(tokens) and (tokens[at + 1].lower in _THAT or tokens[at + 1].quoted >= 0)
        if owned and not told and token.lower in lexicon.nouns and token.lower in lexicon.bare:
            # [a report], [Lind's post]; but Lind's [claim] that “…”.
            continue
        if not _is_noun(lexicon, tokens[anchor.first : anchor.last], at - anchor.first):
            return True
    return False


def _is_noun(lexicon: Lexicon, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word spelt like a verb is a noun: the United *States*, over domestic *protests*."""
    token = tokens[at]
    if token.lower.removesuffix("s") not in lexicon.bare or not token.lower.endswith("s"):
        return False
    if token.is_name:
        return any(t.is_name and t is not token for t in tokens)
    before = tokens[at - 1] if at else None
    ahead = {t.lower for t in tokens[max(0, at - 4) : at]}
    heads = before is None or before.is_name or before.quoted >= 0 or before.lower.endswith("s") or not before.is_word
    small = before is not None and (before.lower in lexicon.pronouns or before.lower in lexicon.stops)
    return (
        not heads and not small and not ahead & lexicon.articles and before is not None and len(before.lower) > _SHORT
    )


#: A word of more letters before a noun describes it.
_SHORT = 3
