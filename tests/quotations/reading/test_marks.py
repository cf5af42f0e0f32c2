"""Which marks pair: the habits of many languages, and what only looks like a quotation mark."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.reading.marks import MOST_MARKS, Marked, find_marks, pair_marks, pairing

pytestmark = pytest.mark.unit


def outer(text: str, *, carries_on: bool = False) -> list[str]:
    return [text[p.start : p.end] for p in pair_marks(text, carries_on=carries_on) if p.depth == 1]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("English, curly", "She said “no boats today” and left.", ["no boats today"]),
        ("English, straight", 'She said "no boats today" and left.', ["no boats today"]),
        ("English, single", "‘No boats today,’ she said. ‘Or tomorrow.’", ["No boats today,", "Or tomorrow."]),
        ("English, mixed", 'She said “no boats today" and "not tomorrow”.', ["no boats today", "not tomorrow"]),
        ("German, low and high", "Er sagte: „Kein Boot heute“, und ging.", ["Kein Boot heute"]),
        ("German, guillemets inward", "Er sagte: »Kein Boot heute«, und ging.", ["Kein Boot heute"]),
        ("German, low and straight", 'Er sagte: „Kein Boot heute", und ging.', ["Kein Boot heute"]),
        ("Swiss German", "Er sagte: «Kein Boot heute», und ging.", ["Kein Boot heute"]),
        ("French, narrow spaces", "Il a dit : «\u202fpas de bateau\u202f», puis rien.", ["\u202fpas de bateau\u202f"]),
        ("French, plain spaces", "Il a dit : « pas de bateau », puis rien.", [" pas de bateau "]),
        ("Spanish", "Dijo: «Hoy no hay barco», y se fue.", ["Hoy no hay barco"]),
        ("Italian", "Ha detto: «Oggi niente barca» ed è partito.", ["Oggi niente barca"]),
        ("Polish", "Powiedział: „Dziś nie ma łodzi” i wyszedł.", ["Dziś nie ma łodzi"]),
        ("Czech", "Řekl: „Dnes žádná loď“ a odešel.", ["Dnes žádná loď"]),
        ("Russian", "Он сказал: «Лодки не будет», и ушёл.", ["Лодки не будет"]),
        (
            "Swedish",
            "”Ingen båt i dag”, sade han. ”Inte i morgon heller.”",
            ["Ingen båt i dag", "Inte i morgon heller."],
        ),
        ("Finnish, guillemets", "»Ei venettä tänään», hän sanoi.", ["Ei venettä tänään"]),
        ("Dutch", "Hij zei: „Geen boot vandaag” en vertrok.", ["Geen boot vandaag"]),
        ("Portuguese", "Disse: “Hoje não há barco”, e saiu.", ["Hoje não há barco"]),
        ("Chinese", "他说：“今天没有船。”然后走了。", ["今天没有船。"]),
        ("Japanese", "彼は「今日は船がない」と言い、『潮』を閉じた。", ["今日は船がない", "潮"]),
        ("Arabic", "قال: «لا قارب اليوم» ثم غادر.", ["لا قارب اليوم"]),
        ("Hebrew", 'הוא אמר: "אין סירה היום" והלך.', ["אין סירה היום"]),
        ("TeX", "She said ``no boats today'' and left.", ["no boats today"]),
        ("typed low mark", "Er sagte: ,,Kein Boot heute“, und ging.", ["Kein Boot heute"]),
    ],
)
def test_marks_of_every_habit_pair(language: str, text: str, expected: list[str]) -> None:
    assert outer(text) == expected, language


@pytest.mark.parametrize(
    "text",
    [
        "The boat wasn't the harbour master's; it's the sailors' own.",
        "The boat wasn’t the harbour master’s; it’s the sailors’ own.",
        "The boat wasn‘t there in the ’80s or the '90s, 'tis said.",
        "A 6'2\" man carried a 5\" pipe and a 12' ladder.",
        "The pipe was 5″ wide and the wall 12′ high.",
        "Rock 'n' roll and the boys' room.",
        'The צה"ל spokesman was there.',
        "« Previous page",
        "''Wiki'' emphasis and a '''bold''' word.",
    ],
)
def test_apostrophes_measures_and_arrows_quote_nothing(text: str) -> None:
    assert outer(text) == []


def test_a_measure_inside_a_quotation_does_not_close_it() -> None:
    assert outer("“He is 6’2” tall,” she said.")[-1].endswith("tall,")
    assert outer('"He is 6\'2" tall," she said.') == ["He is 6'2\" tall,"]


def test_nested_marks_belong_to_the_outer_quotation() -> None:
    text = "“She told me ‘never again’ and meant it,” he said. „Fragen Sie ‚meine‘ Leute.“"
    assert outer(text) == ["She told me ‘never again’ and meant it,", "Fragen Sie ‚meine‘ Leute."]
    assert [text[p.start : p.end] for p in pair_marks(text) if p.depth == 2] == ["never again", "meine"]


def test_a_forgotten_mark_costs_only_itself() -> None:
    assert outer("“Nobody looked, he wrote. The owner said it “welcomes the work” of all.") == ["welcomes the work"]
    assert outer('He said "yes" and wrote "no to it.') == ["yes"]


def test_a_doubled_opening_mark_is_one_mark() -> None:
    assert outer('"“You do not win by shouting,” she said.') == ["You do not win by shouting,"]


def test_a_quotation_may_stay_open_only_where_the_next_paragraph_opens_again() -> None:
    assert outer("He said: “We waited all night.", carries_on=True) == ["We waited all night."]
    assert outer("He said: “We waited all night.", carries_on=False) == []


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab. \n,'\"“”„«»‘’‚‹›`´「」'9—-s", max_size=120))
def test_any_row_of_marks_gives_pairs_inside_the_text_that_never_cross(text: str) -> None:
    pairs = pair_marks(text)
    for pair in pairs:
        assert 0 <= pair.outer_start < pair.start <= pair.end <= pair.outer_end <= len(text)
    outermost = [p for p in pairs if p.depth == 1]
    for one, other in itertools.pairwise(outermost):
        assert one.outer_end <= other.outer_start
    for pair in pairs:
        if pair.depth > 1:
            assert any(
                p.depth == pair.depth - 1 and p.start <= pair.outer_start and pair.outer_end <= p.outer_end
                for p in pairs
            )


def test_a_paragraph_of_nothing_but_marks_is_read_to_a_bound() -> None:
    assert len(find_marks('" ' * (MOST_MARKS * 2))) == MOST_MARKS
    assert pair_marks('"' * 20_000) is not None


@given(st.text(st.sampled_from("ab ,.“”\"„'’«»1\n"), max_size=24), st.booleans())
def test_the_reading_without_a_price_is_the_cheapest(text: str, carries_on: bool) -> None:
    plain, weighed = Marked(text), Marked(text)
    weighed.__dict__["_plain"] = None
    assert plain.pairs(carries_on=carries_on) == weighed.pairs(carries_on=carries_on)


def test_marks_that_are_one_thing_only_are_not_weighed_against_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "_step", None)
    assert len(Marked("“The gate,” she said, “was ‘never’ square.” " * 600).pairs()) == 1_800
