"""Clauses of one sentence: which is over, which goes on, whose verbs share a form."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import back_over_auxiliaries, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.places import TO_BE


def is_over(
    tokens: Sequence[Token], start: int, verb: int, at: int, lexicon: Lexicon, *, also_as: bool = False
) -> bool:
    """Whether the verb belongs to a clause that opens the sentence and is over before *at*: After X asked, Y said.

    *also_as*: “As X spoke, the board …” is such a clause, too, and not “as X put it”.
    """
    head = start
    while head < verb and tokens[head].lower in ("even", "just", "but", "and", "shortly", "long", "soon"):
        head += 1
    if (
        lexicon.language != "en"
        or tokens[head].lower not in lexicon.whiles
        or (tokens[head].lower == "as" and not also_as)
    ):
        return False
    closed = next((n for n in range(verb + 1, at) if tokens[n].text == ","), at)
    main = phrase_from(tokens, closed + 1, at, lexicon) if closed + 1 < at else None
    return main is not None and not any(tokens[n].text == "," for n in range(head, verb))


def coordinate(tokens: Sequence[Token], verb: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the verb has one that “and” at *at* joins to it in the same form: denounced it and said."""
    if tokens[at].lower not in ("and", "but", "or") or verb == 0:
        return False
    before = tokens[verb - 1].lower
    governed = before == "to" or before in lexicon.modals or before in TO_BE or before in ("be", "n't", "not")
    if governed or before.endswith("n't") or before in ("has", "have", "had"):
        return False
    form = any(token.lower.endswith("ing") for token in tokens[at + 1 : at + 3])
    return form == tokens[verb].lower.endswith("ing")


def joins(tokens: Sequence[Token], head: int, at: int) -> bool:
    """Whether the clause that *head* opens goes on behind *at*: when X knocked the plan and called it."""
    joined = at < len(tokens) and tokens[at].lower in ("and", "but", "or")
    return joined and not any(t.text in ",;:" or t.quoted >= 0 for t in tokens[head + 1 : at])


def is_participle_form(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb in -ing stands there without a form of to be: not “is already claiming”."""
    if not tokens[verb].lower.endswith("ing"):
        return False
    first = back_over_auxiliaries(tokens, start, verb, lexicon)
    return not any(token.lower in TO_BE or token.lower == "be" for token in tokens[first:verb])
