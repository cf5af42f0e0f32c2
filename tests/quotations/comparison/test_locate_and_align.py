import random

import pytest

from quotations.comparison import index
from quotations.comparison.align import GAP, align
from quotations.comparison.lexicon import lexicon
from quotations.comparison.likeness import Likeness
from quotations.comparison.locate import best_chain, find_runs, pieces_of
from quotations.model import Text

pytestmark = pytest.mark.unit

ENGLISH = Likeness(lexicon("en"))


def steps(quote: str, source: str, **free: bool) -> list[str]:
    """An alignment, told shortly: ``kind:quoted:source``."""
    keys = [{"_": "", "…": GAP}.get(key, key) for key in quote.split()]
    words = source.split()
    return [
        f"{s.kind}:{' '.join(k for k in keys[s.quote : s.quote_end] if k and k != GAP)}:{' '.join(words[s.source : s.source_end])}"
        for s in align(keys, words, ENGLISH, **free)
    ]


ALIGNMENTS = [
    ("a b c", "a b c", ["equal:a:a", "equal:b:b", "equal:c:c"]),
    ("quay closed", "quay old stone closed", ["equal:quay:quay", "skip::old stone", "equal:closed:closed"]),  # one operation
    ("quay old stone closed", "quay closed", ["equal:quay:quay", "absent:old stone:", "equal:closed:closed"]),
    ("colour of quay", "color of quay", ["spelling:colour:color", "equal:of:of", "equal:quay:quay"]),
    ("homegrown quay", "home grown quay", ["join:homegrown:home grown", "equal:quay:quay"]),
    ("_ closed quay", "the old mayor closed quay", ["bracket::the old mayor", "equal:closed:closed", "equal:quay:quay"]),
    ("quay _ closed", "quay closed", ["equal:quay:quay", "bracket::", "equal:closed:closed"]),
    ("quay … closed", "quay one two three four five six seven closed", ["equal:quay:quay", "gap::one two three four five six seven", "equal:closed:closed"]),
    ("12 boats", "twelve boats", ["number_form:12:twelve", "equal:boats:boats"]),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "source", "expected"), ALIGNMENTS)
def test_words_align(quote: str, source: str, expected: list[str]) -> None:
    assert steps(quote, source) == expected


def test_free_sides_leave_words_of_the_text_unused() -> None:
    assert steps("quay closed", "the old quay closed today", free_left=True, free_right=True) == [
        "equal:quay:quay",
        "equal:closed:closed",
    ]


def test_a_bracket_does_not_cross_the_end_of_a_sentence() -> None:
    found = align(["a", "", "z"], ["a", "b", "c", "d", "z"], ENGLISH, ends_sentence=lambda word: word == 3)
    assert all(s.source_end - s.source <= 2 for s in found if s.kind == "bracket")


def test_what_is_too_large_is_not_aligned() -> None:
    found = align(["a"] * 300, ["b"] * 300, ENGLISH)
    assert [s.kind for s in found] == ["absent", "skip"]


def test_an_alignment_accounts_for_every_word() -> None:
    rng = random.Random(5)
    for _ in range(200):
        quote = [rng.choice("abcde") for _ in range(rng.randrange(1, 9))]
        source = [rng.choice("abcde") for _ in range(rng.randrange(1, 12))]
        found = align(quote, source, ENGLISH)
        assert sum(s.quote_end - s.quote for s in found) == len(quote)
        assert sum(s.source_end - s.source for s in found) == len(source)
        assert [s.quote for s in found] == sorted(s.quote for s in found)


TEXT = index(
    Text(
        text=("filler words go round and round " * 40)
        + "the keeper of the lamp wrote every evening "
        + ("more filler in the end " * 40)
    )
)


def test_runs_are_maximal_and_the_heaviest_comes_first() -> None:
    keys = ["zebra", "keeper", "of", "the", "lamp", "wrote", "every", "evening", "zebra"]
    runs = find_runs(keys, [0], TEXT.seen, [10.0] * len(keys))
    assert (runs[0].quote, runs[0].size) == (1, 7)
    assert TEXT.seen.keys[runs[0].source : runs[0].source_end] == keys[1:8]


def test_no_run_crosses_a_declared_gap() -> None:
    keys = ["keeper", "of", "the", "lamp", "wrote", "every", "evening"]
    runs = find_runs(keys, [0, 4], TEXT.seen, [10.0] * len(keys))
    assert all(not run.quote < 4 < run.quote_end for run in runs)


def test_a_chain_prefers_the_tight_place_and_parts_at_a_jump_back() -> None:
    source = index(
        Text(
            text="red boat sank. "
            + "filler goes on here " * 60
            + "red boat came and blue net dried. "
            + "words " * 200
            + "green oar broke here."
        )
    )
    keys = ["green", "oar", "broke", "here", "red", "boat", "came"]
    weights = [12.0] * len(keys)
    chain = best_chain(find_runs(keys, [0], source.seen, weights), [0] * len(keys), weights)
    assert len(pieces_of(chain, [0] * len(keys))) == 2
    keys = ["red", "boat", "blue", "net"]
    weights = [12.0] * 4
    chain = best_chain(find_runs(keys, [0, 2], source.seen, weights), [0, 0, 1, 1], weights)
    assert chain[1].source - chain[0].source_end < 5
