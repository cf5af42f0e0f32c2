"""The word lists that ship with the engine: lexicons, languages, background."""

import pytest

from quotations.comparison import numbers
from quotations.comparison.background import RARE, bits
from quotations.comparison.languages import language_of
from quotations.comparison.lexicon import FURTHER, LANGUAGES, lexicon, parse
from quotations.comparison.likeness import Likeness, same_figure, same_stem
from quotations.comparison.names import same_sound, stands_for
from quotations.comparison.significance import chance, expected
from quotations.comparison.tokens import tokenize

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_what_the_law_needs(language: str) -> None:
    words = lexicon(language)
    for name in ("function", "negation", "strict_negation", "condition", "quantifier", "hedge", "modal", "month"):
        assert words.words(name), name
    for name in ("number", "modal_class"):
        assert words.pairs[name], name
    assert len(words.words("month")) >= 12


@pytest.mark.parametrize("language", sorted({*FURTHER} - {"ja"}))
def test_every_further_language_has_its_negations(language: str) -> None:
    assert len(lexicon(language).words("strict_negation")) >= 6


def test_languages_written_alike_share_a_lexicon() -> None:
    assert lexicon("nb-NO").words("negation") == lexicon("no").words("negation")


@pytest.mark.parametrize("language", LANGUAGES + FURTHER)
def test_the_lists_hold_folded_words(language: str) -> None:
    for name, words in lexicon(language).lists.items():
        for word in words:
            for part in word.split("_"):
                assert tokenize(part).keys in ([part], [part.strip("'")]) or "'" in part or "-" in part, (name, part)


def test_an_unknown_language_has_empty_lists() -> None:
    assert lexicon("xx").lists == {}
    assert not lexicon(None).has("negation", "not")


def test_a_lexicon_is_read_from_plain_lines() -> None:
    words = parse("xx", "# a comment\nnegation: nay nope\nnegation: never\nnumber = 2: twa twain\n")
    assert words.words("negation") == {"nay", "nope", "never"}
    assert words.form("number", "twain") == "2"
    assert words.form("number", "three") == "three"


SPOKEN = [
    ("the clerk of the board said that it was not his", None, "en"),
    ("der Schreiber hat die Lampen nicht repariert und das ist gut", None, "de"),
    ("le greffier de la guilde est dans le port avec les lampes", None, "fr"),
    ("el secretario de la cofradía no ha reparado las lámparas del puerto", None, "es"),
    ("港は嵐のあと二冬の間閉ざされた", None, "ja"),
    ("Quay Lamp Harbour", "de-AT", "de"),  # words that say nothing leave what the page declares
    ("Quay Lamp Harbour", "english", None),  # which must be a language code
    ("Quay Lamp Harbour", None, None),
]


@pytest.mark.parametrize(("words", "declared", "language"), SPOKEN)
def test_a_language_is_known_by_its_commonest_words(words: str, declared: str | None, language: str | None) -> None:
    assert language_of(tokenize(words).keys, declared) == language


def test_rare_words_say_more() -> None:
    assert bits("the") < bits("people") < bits("mortgage") <= RARE
    assert bits("qzzx") == RARE
    assert bits("der", "de") < bits("hafenmeister", "de")
    assert bits("12") < bits("1234567")


def test_chance_falls_with_information_and_rises_with_length() -> None:
    assert expected(30, 1000) < expected(20, 1000) < expected(20, 100_000)
    assert "chance is out of the question" in chance(120, 1000, 12).in_words
    assert (
        chance(23.5, 1250, 2).in_words == "two words; one such page in 99 has as much by chance"
        or "page in" in chance(23.5, 1250, 2).in_words
    )
    assert "almost any page" in chance(6, 5000, 1).in_words


KINDS = [
    ("color", "colour", "spelling"), ("organise", "organize", "spelling"), ("dr", "doctor", "spelling"),
    ("walk", "walked", "inflection"), ("went", "go", "inflection"), ("interest", "interests", "inflection"),
    ("12", "twelve", "number_form"), ("1300", "1.300", "number_form"), ("12", "21", "figure"), ("12", "quay", "mixed"),
    ("of", "in", "function"), ("quay", "the", "mixed"), ("quay", "lamp", "content"), ("harbor", "harbot", "typo"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "kind"), KINDS)
def test_likeness_names_the_difference(one: str, other: str, kind: str) -> None:
    likeness = Likeness(lexicon("en"))
    assert likeness.of(one, other)[1] == kind
    assert likeness.of(other, one)[1] == kind


def test_words_that_only_look_like_spellings_are_other_words() -> None:
    likeness = Likeness(lexicon("en"))
    for one, other in (
        ("could", "cold"),
        ("filled", "filed"),
        ("called", "caled"),
        ("four", "for"),
        ("filling", "filing"),
    ):
        assert likeness.of(one, other)[1] != "spelling", (one, other)
    assert likeness.of("travelled", "traveled")[1] == "spelling"


def test_stems_are_symmetric() -> None:
    english = lexicon("en")
    for one, other in (
        ("interest", "interests"),
        ("carry", "carried"),
        ("stop", "stopped"),
        ("make", "making"),
        ("brave", "bravest"),
    ):
        assert same_stem(one, other, english)
        assert same_stem(other, one, english)
    assert not same_stem("quay", "lamp", english)
    assert not same_stem("according", "accordingly", english)


def test_figures_names_and_initials() -> None:
    assert same_figure("7,5", "7.5")
    assert not same_figure("7.3", "73")
    assert same_sound("katie", "katy")
    assert same_sound("jonson", "johnson")
    assert not same_sound("orr", "hale")
    assert stands_for(["fbi"], ["federal", "bureau", "of", "investigation"])
    assert not stands_for(["cia"], ["federal", "bureau", "of", "investigation"])


@pytest.mark.parametrize("language", [*LANGUAGES, *FURTHER, "xx"])
def test_a_word_takes_part_in_numbers_by_its_lists_whether_asked_for_before_or_not(language: str) -> None:
    words = lexicon(language)
    told = {
        *words.words("month"),
        *words.words("fraction"),
        *words.pairs.get("number", {}),
        "xii",
        "minus",
        "<",
        "quay",
    }
    assert all(numbers._kind(word, words) == numbers._kind_of(word, words) for word in told)
    assert not numbers.is_numeral("quay", words)
