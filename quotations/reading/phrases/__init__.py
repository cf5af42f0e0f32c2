"""Noun phrases and verbs of speech among a scene's tokens: enough grammar to tell who speaks."""

from __future__ import annotations

from quotations.reading.phrases.beside import (
    back_over_apposition,
    back_over_auxiliaries,
    over_apposition,
    skip_auxiliaries,
)
from quotations.reading.phrases.leads import leads_at
from quotations.reading.phrases.nouns import Phrase, inside_name, phrase_before, phrase_from
from quotations.reading.phrases.ties import GERMAN_ARTICLES, PARTICLES
from quotations.reading.phrases.verbs import is_said, is_verb

__all__ = [
    "GERMAN_ARTICLES",
    "PARTICLES",
    "Phrase",
    "back_over_apposition",
    "back_over_auxiliaries",
    "inside_name",
    "is_said",
    "is_verb",
    "leads_at",
    "over_apposition",
    "phrase_before",
    "phrase_from",
    "skip_auxiliaries",
]
