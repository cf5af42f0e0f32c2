"""References by author and year, notes that take up an earlier one, marks with a page inside."""

from __future__ import annotations

import pytest

from quotations.reading.assemble import read_article
from quotations.reading.citations.again import taken_up

pytestmark = pytest.mark.unit

LIST = """
## References

Harrow, I., Stent, W. and Orr, B. 2020. The sound weir. https://harrow.example/weir

Quill, Rosa (2019a). Paint. https://quill.example/a

Quill, Rosa (2019b). *On weirs*. Tarn: Reach Press. https://quill.example/b
"""


def sources(text: str, name: str = "a.md") -> list[str | None]:
    """The address of each quotation's first candidate at .5 or more."""
    article = read_article(text.encode(), name=name)
    found = []
    for quotation in article.quotations:
        best = next(iter(article.candidates(quotation.id)), None)
        found.append(article.citation(best.citation).url if best and best.score >= 0.5 else None)
    return found


@pytest.mark.parametrize(
    ("sentence", "url"),
    [
        ("The weir “was never level” (Quill, 2019b, p. 12).", "https://quill.example/b"),
        ("As Quill (2019b) puts it, the weir “was never level”.", "https://quill.example/b"),
        ("The weir is “a sound piece of work” (Harrow et al. 2020; Quill 2019a).", "https://harrow.example/weir"),
        ("Harrow, Stent and Orr (2020) call the weir “a sound piece of work”.", "https://harrow.example/weir"),
        ("The weir “was never level” (Quill, 2019).", None),
        ("The weir “was never level” (Tolley, 2020).", None),
        ("As Quill (2019b) showed, Ida Marl said the weir “was never level”.", None),
    ],
)
def test_author_and_year_lead_to_the_one_entry_that_they_fit(sentence: str, url: str | None) -> None:
    assert sources(f"# Weirs\n\n{sentence}\n{LIST}") == [url]


def test_a_sentence_that_names_its_own_reference_takes_none_of_it_to_the_one_before() -> None:
    text = f"# Weirs\n\nQuill (2019b) wrote “never level”. Harrow et al. (2020) wrote “a sound piece”.\n{LIST}"
    assert sources(text) == ["https://quill.example/b", "https://harrow.example/weir"]


def test_a_short_note_leads_on_to_the_entry_that_its_link_names() -> None:
    page = """<article><h1>Weirs</h1><p>It was “a patient animal”.<sup><a href="#n1">[1]</a></sup></p>
    <ol class=references><li id=n1><a href="#CITEREFQuill2019">Quill 2019</a>, p. 12.</li></ol><h2>Bibliography</h2>
    <ul><li id=CITEREFQuill2019>Quill, Rosa (2019). <a href="https://quill.example/b">On weirs</a>.</li></ul></article>"""
    assert sources(page, "a.html")[0] == "https://quill.example/b"


def test_a_mark_may_name_the_page() -> None:
    text = "The weir is “sound enough” [1, p. 3]. Others found it “a yard too low” [2; § 4].\n\nNotes\n\n[1] https://a.example/\n[2] https://b.example/\n"
    assert sources(text, "a.txt") == ["https://a.example/", "https://b.example/"]


EARLIER = {
    "1": "1 Reach Board, Yearly Report 2022, https://board.example/, p. 4.",
    "2": "2 Rosa Quill, On Weirs and Water (Tarn, 2019).",
}


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("3 Ibid., p. 9.", "2"),
        ("Reach Board, op. cit., p. 9.", "1"),
        ("Quill, On Weirs, 14.", "2"),
        ("Quill, supra note 2, at 15.", "2"),
        ("Harrow, op. cit., p. 3.", None),
        ("Quill, On Gates, 14.", None),
        ("Personal communication, 3 May.", None),
    ],
)
def test_a_note_may_take_up_an_earlier_one(words: str, note: str | None) -> None:
    assert taken_up(words, EARLIER) == note


def test_a_wiki_s_short_note_and_a_note_on_a_quotation_s_author_lead_to_their_sources() -> None:
    text = """== History ==
{{Quote|The engine ran for nine hours.|Maud Ferrier|''Minutes''<ref>{{cite web|url=https://a.example/m|title=M}}</ref>}}

It was "a patient animal".{{sfn|Quill|2019|p=12}}

== Sources ==
* {{cite book|last=Quill|first=Rosa|year=2019|title=On weirs|url=https://quill.example/b|ref=harv}}
"""
    assert sources(text, "a.wiki")[:2] == ["https://a.example/m", "https://quill.example/b"]
