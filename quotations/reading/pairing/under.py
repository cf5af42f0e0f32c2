"""The line under a block that says whose it is: “So wrote Lind in [his diary](…)”, “That is from [an essay](…)”."""

from __future__ import annotations

from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.near import introduces
from quotations.reading.phrases import is_verb
from quotations.reading.quotes import Speech
from quotations.reading.scene import Token

#: Words that open a sentence and point back at what was quoted.
_SO = frozenset("so thus soweit ainsi así asi così assim aldus zo".split())  # noqa: SIM905
#: What is so written, said, begun or ended, besides the verbs of speech.
_DONE = frozenset(
    """
    begins began ends ended goes went spoke speaks reads read ran runs concludes concluded opens opened
    schrieb schreibt sprach spricht heißt hieß steht stand lautet beginnt begann endet endete
    parle parlait commence finit écrit écrivait conclut empieza termina escribió escribe habló concluye
    scrive scriveva scrisse comincia parlò escreveu escreve começa schreef schrijft begint eindigt
    """.split()  # noqa: SIM905
)
#: A pointer back at the words as a whole; a place follows it.
_THAT = frozenset("that that's this these those the voilà c'est ceci das dies eso esto questo isso dat".split())  # noqa: SIM905
_WORDS = frozenset(
    """
    words lines passage quotation quote text excerpt paragraph sentence sentences
    worte zeilen sätze zitat mots lignes passage citation palabras líneas cita parole righe palavras linhas woorden regels
    """.split()  # noqa: SIM905
)
_FROM = frozenset(("from", "aus", "tiré", "tirés", "tirée", "extrait", "de", "dal", "dalla", "uit"))
_AHEAD = 5
#: A line that only credits is no longer, in tokens.
_CREDIT = 16


def says_whose(speech: Speech, paragraph: int) -> bool:
    """Whether the paragraph's first sentence says whose the words right above it are."""
    if paragraph >= len(speech.paragraphs) or not speech.scenes[paragraph].tokens:
        return False
    scene = speech.scenes[paragraph]
    start, end = scene.bounds(0)
    return _points_back([t for t in scene.tokens[start:end] if t.text not in ("(", "—", "–")], speech.lexicon)


def _points_back(tokens: list[Token], lexicon: Lexicon) -> bool:
    if len(tokens) < 3 or tokens[0].quoted >= 0:
        return False
    first, ahead = tokens[0].lower, tokens[1 : 1 + _AHEAD]
    if first in _SO:
        # “So wrote Lind”, “So Lind in his diary”; not “So much for”, “So we went”.
        verb = ahead[0].lower in _DONE or ahead[0].lower in lexicon.said
        return verb or (ahead[0].is_name and any(t.lower in ("in", "im", "dans", "en") for t in ahead[1:]))
    if first not in _THAT or any(t.quoted >= 0 for t in ahead):
        return False
    words = [word for t in ahead for word in t.lower.replace("’", "'").split("'") if word]
    if first == "voilà":
        return any(word in lexicon.said or word in _DONE for word in words)
    named = words[0] in _WORDS or (len(words) > 1 and words[1] in _WORDS)
    from_there = any(word in _FROM for word in words[:4])
    return from_there and (named or words[0] in ("is", "was", "s", "ist", "war", "stammt") or first == "that's")


def credited_to(speech: Speech, anchor: Anchor) -> bool:
    """Whether the paragraph is a name and the link of what the words above it are from: Ada Fenn, [“Kitchen”](…)."""
    scene = speech.scenes[anchor.paragraph]
    tokens = scene.tokens
    if not tokens or len(tokens) > _CREDIT or anchor.sentence != 0 or introduces(anchor) or anchor.first == 0:
        return False
    ahead, behind = tokens[: anchor.first], tokens[anchor.last :]
    if any(t.is_word for t in behind) or tokens[-1].text in (".", "!", "?", ":"):
        return False
    if not ahead[0].is_name or ahead[-1].text not in (",", "in", "(", "“", '"', "„", "«"):
        return False
    names = all(t.is_name or not t.is_word or t.lower in ("in", "de", "von", "van", "of") for t in ahead)
    return names and not any(is_verb(tokens, at, speech.lexicon) for at in range(anchor.first))
