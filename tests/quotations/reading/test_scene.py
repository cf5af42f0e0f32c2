"""The tokens of a paragraph: where each stands, what it is, and in which sentence."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.reading import cutting, tokens
from quotations.reading.lexicon import Lexicon, lexicon
from quotations.reading.scene import Scene

pytestmark = pytest.mark.unit

_SIGNS = st.text(st.sampled_from("aAsÉz ’'.-,1\n\u0301İſ「。§_@") | st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Mr. Pell's gate.", ["Mr.", "Pell", "'s", "gate", "."]),
        ("en", "The boards’ plans, they'll…", ["The", "boards", "’", "plans", ",", "they", "'ll", "…"]),
        ("en", "J. Lind told e.g. nobody", ["J.", "Lind", "told", "e.g.", "nobody"]),
        ("fr", "L’eau monte, dit-il.", ["L’", "eau", "monte", ",", "dit", "il", "."]),
        ("it", "dell'articolo", ["dell'", "articolo"]),
        ("en", 'צה"ל הודיע', ['צה"ל', "הודיע"]),
    ],
)
def test_a_paragraph_is_told_in_words_signs_and_what_hangs_on_words(language: str, text: str, words: list[str]) -> None:
    assert [token.text for token in Scene(text, (), lexicon(language)).tokens] == words


@given(_SIGNS, st.sampled_from(["en", "fr", "de", "it"]))
def test_tokens_stand_in_order_and_leave_out_blanks_alone_and_stops_behind_an_abbreviation(
    text: str, language: str
) -> None:
    tokens = Scene(text, (), lexicon(language)).tokens
    at = 0
    for token in tokens:
        assert at <= token.start < token.end
        assert not text[at : token.start].strip().strip(".")
        at = token.end
    assert not text[at:].strip().strip(".")


@given(_SIGNS)
def test_a_word_is_the_same_wherever_it_stands(text: str) -> None:
    one, other = (Scene(text, (), lexicon("en")).tokens for _ in range(2))
    assert [(t.text, t.lower, t.is_word, t.is_name) for t in one] == [
        (t.text, t.lower, t.is_word, t.is_name) for t in other
    ]


def test_sentences_are_numbered_and_found_by_their_tokens() -> None:
    text = "The gate stood open. “Who?” Nobody knew. Am I late?"
    quoted = (text.index("“"), text.index("”") + 1)
    scene = Scene(text, [quoted], lexicon("en"))
    assert [scene.tokens[scene.bounds(number)[0]].text[:6] for number in scene.sentences()] == [
        "The",
        "\ue001",
        "Nobody",
        "Am",
    ]
    assert scene.bounds(7) == (len(scene.tokens), len(scene.tokens))
    assert scene.sentence(0) == (0, 5)
    assert scene.covering(*quoted) == (5, 6)


@pytest.mark.parametrize("line", ["He read the list", "He read the list (all of it)", "He read them in the U.S"])
def test_an_empty_line_ends_a_sentence_before_a_capital(line: str) -> None:
    assert len(Scene(f"{line}\n\nNobody spoke.", (), lexicon("en")).sentences()) == 2
    assert len(Scene(f"{line}\n\nand left.", (), lexicon("en")).sentences()) == 1


@given(_SIGNS, st.sampled_from(["en", "fr", "de", "it"]))
def test_a_text_is_cut_alike_at_its_blanks_and_in_one_piece(text: str, language: str) -> None:
    found = cutting.Cut(text, (), lexicon(language)).tokens
    whole = [
        (form.text, form.lower, start, end) for form, start, end in cutting._cut(text, 0, len(text), lexicon(language))
    ]
    assert [(token.text, token.lower, token.start, token.end) for token in found] == whole


@given(_SIGNS, _SIGNS, st.sampled_from("\"“‘'’«"))
def test_words_are_cut_alike_whatever_quotation_follows_them(before: str, behind: str, mark: str) -> None:
    text, words = f"{before}{mark}No{mark}{behind}", lexicon("en")
    quoted = (len(before), len(before) + 2 + 2 * len(mark))
    found = cutting.Cut(text, [quoted], words)
    told = [*cutting._cut(text, 0, quoted[0], words), *cutting._cut(text, quoted[1], len(text), words)]
    assert [(t.text, t.start, t.end) for t in found.tokens if t.quoted < 0] == [(f.text, a, b) for f, a, b in told]
    assert [(found.tokens[at].start, found.tokens[at].end) for at in found.quotations] == [quoted]
    assert found.names == [at for at, token in enumerate(found.tokens) if token.is_name]


def test_what_stands_between_two_blanks_is_cut_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    cut = cutting._cut

    def counted(text: str, start: int, end: int, words: Lexicon) -> Iterator[tokens.Part]:
        asked.append(text)
        return cut(text, start, end, words)

    monkeypatch.setattr(cutting, "_cut", counted)
    scene = Scene("Quaywardle’s vornly qualmets, " * 200, (), lexicon("en"))
    assert len(scene.tokens) == 1_000
    assert len(asked) == 3
