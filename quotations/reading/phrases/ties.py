"""Small words that hold a name or a noun phrase together."""

from __future__ import annotations

#: Prepositions between the words of a noun phrase.
TIES = frozenset(
    """of for at from to de du des von van di da do del für bei vom der la los las el""".split()  # noqa: SIM905
)
#: Those among them that are articles, and begin another phrase unless a preposition stands before.
ARTICLES = frozenset(("la", "los", "las", "el"))
#: Words that go before a noun or stand for it: “…,” read one.
ALONE = frozenset(("one", "another", "both", "many", "several", "some", "others"))
#: German articles that stand inside a name only behind another particle: von der Leyen.
GERMAN_ARTICLES = frozenset(("der", "den", "dem"))
#: Small words that stand inside names: Ludwig van Beethoven, Luiz Inácio da Silva.
PARTICLES = frozenset(
    """de da di du del della von van der den ter la le al bin ibn ben el dos zu y""".split()  # noqa: SIM905
)
#: What is left of a verb behind an apostrophe.
VERBAL = frozenset(("'d", "'ll", "'ve", "'re", "'m"))
