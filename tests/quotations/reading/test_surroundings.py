"""What stands around quoted words and decides who says them, what they are, and which link is only a tool."""

from __future__ import annotations

import pytest

from quotations.model import Article, Quotation, QuotationForm, QuotationKind, Role
from quotations.reading.assemble import read_article

pytestmark = pytest.mark.unit


def page(body: str) -> Article:
    return read_article(f"<article><h1>The weir at Sallow</h1>{body}</article>".encode(), name="a.html")


def one(article: Article, words: str) -> Quotation:
    return next(q for q in article.quotations if words in q.text)


@pytest.mark.parametrize(
    "body",
    [
        "<p>William “Bill” Ostrow, 64, lifted his cap. “I am done with them,” he said.</p>",
        "<p>“I am done with them,” said William “Bill” Ostrow.</p>",
        "<p>“I am done with them,” William “Bill” Ostrow said.</p>",
    ],
)
def test_a_nickname_stands_inside_its_owner_s_name(body: str) -> None:
    article = page(body)
    assert one(article, "done with them").speaker == "William Ostrow"
    assert one(article, "Bill").kind is QuotationKind.NICKNAME


@pytest.mark.parametrize(
    "line",
    [
        "<figcaption>—Rosa Quill, <cite>Paint</cite></figcaption></figure>",
        "</figure><p>— Rosa Quill, Paint</p>",
    ],
)
def test_a_line_with_a_dash_under_a_block_names_its_speaker(line: str) -> None:
    article = page(
        f"<p>Somebody has to say it.</p><figure><blockquote>The weir was painted, not mended.</blockquote>{line}"
    )
    assert one(article, "not mended").speaker == "Rosa Quill"


NOTE = """<p>It was “a patient animal”.<sup><a href="#n1">1</a></sup></p><ol class=footnotes><li id=n1>%s</li></ol>"""


@pytest.mark.parametrize(
    ("note", "words", "kind"),
    [
        ('<a href="https://a.example/m">"Minutes of the meeting"</a>. 2023.', "Minutes", QuotationKind.TITLE),
        ("Harrow, H. 2020. “The sound weir and its keepers.” <i>Rivers</i> 3.", "sound weir", QuotationKind.TITLE),
        ("Harrow put it like this: “The weir is sound.”", "weir is sound", QuotationKind.DIRECT),
    ],
)
def test_a_title_in_a_note_is_nobody_s_words(note: str, words: str, kind: QuotationKind) -> None:
    assert one(page(NOTE % note), words).kind is kind


@pytest.mark.parametrize(
    ("body", "words", "kind"),
    [
        ("<p>The sign reads <i>Zugang verboten</i> (“no entry”).</p>", "no entry", QuotationKind.TRANSLATION),
        ("<p>The band played “Over the Weir” and “Lock Song”.</p>", "Lock Song", QuotationKind.TITLE),
        ("<p>In May the barge “Patience” sank at the lock.</p>", "Patience", QuotationKind.SCARE),
    ],
)
def test_names_and_glosses_are_not_judged(body: str, words: str, kind: QuotationKind) -> None:
    assert one(page(body), words).kind is kind


def test_a_wiki_s_own_tools_cite_nothing() -> None:
    article = page(
        '<p>The weir is old and was long thought to be sound.<sup class="noprint Inline-Template">'
        '[<a href="/wiki/Wikipedia:Citation_needed">citation needed</a>]</sup></p>'
    )
    assert [c.role for c in article.citations] == [Role.CHROME]


def test_an_archive_s_toolbar_cites_nothing() -> None:
    article = page(
        '<div id="wm-ipp-base"><a href="https://web.archive.org/web/2022*/https://a.example/">12 captures</a></div>'
        "<p>The weir is old and was long thought to be sound by all who lived beside it and drank from it.</p>"
    )
    assert [c.role for c in article.citations] == [Role.CHROME]


def test_a_reader_s_highlights_have_the_original_as_their_source() -> None:
    text = (
        "# The pump\n\n[Read on Shelf](https://shelf.example/me/1)\n[Read Original](https://a.example/pump)\n\n"
        "## Highlights\n\n> The engine ran for nine hours. [⤴️](https://shelf.example/me/1#x)\n\n"
        "> Nobody has said why. [⤴️](https://shelf.example/me/1#y)\n"
    )
    article = read_article(text.encode(), name="a.md")
    assert [q.text for q in article.quotations] == ["The engine ran for nine hours.", "Nobody has said why."]
    assert {q.form for q in article.quotations} == {QuotationForm.BLOCK}
    urls = {article.citation(next(iter(article.candidates(q.id))).citation).url for q in article.quotations}
    assert urls == {"https://a.example/pump"}


def test_the_title_above_the_first_words_is_nobody_s_name() -> None:
    article = read_article(
        "<article><h1>The lock at Sallow Reach fell</h1><p>“Nobody measured it in all those years.”</p></article>".encode(),
        name="a.html",
    )
    assert article.quotations[0].speaker is None


def test_no_speaker_is_guessed_in_a_language_whose_verbs_are_not_known() -> None:
    article = read_article(
        "<html lang=hu><body><article><h1>Gát</h1><p>Brüsszelben az unió „egész Európa nagy hibájának” nevezte. "
        "Kovács tagadta, és kiment. „Semmit sem tudok erről az ügyről.”</p></article></body></html>".encode(),
        name="a.html",
    )
    assert [q.speaker for q in article.quotations] == [None, None]


def test_in_a_language_whose_cues_alone_are_known_they_name_the_speaker() -> None:
    article = read_article(
        "<html lang=pl><body><article><h1>Jaz</h1><p>W Brukseli unia nazwała to „wielkim błędem całej Europy”. "
        "Kowalski zaprzeczył i wyszedł. „Nic nie wiem o tej sprawie”. Most był „za drogi”.</p></article></body></html>".encode(),
        name="a.html",
    )
    assert [q.speaker for q in article.quotations] == ["unia", "Kowalski", None]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("On Sat, Feb 17, 2024 Maud Ferrier &lt;m@x.example&gt; wrote:", "Maud Ferrier"),
        ("On Sat, Feb 17, 2024 at 10:11 AM Maud Ferrier &lt;m@x.example&gt; wrote:", "Maud Ferrier"),
        ("Am 17.02.2024 um 10:11 schrieb Maud Ferrier:", "Maud Ferrier"),
        ("On 5 May 2019 the board resolved:", "None"),
    ],
)
def test_the_line_above_an_answered_letter_names_its_writer(line: str, speaker: str) -> None:
    article = page(f"<p>{line}</p><blockquote>We oiled it with whatever we had in the kitchen.</blockquote>")
    assert speaker in str(one(article, "We oiled it").speaker)
    assert "2019" not in str(one(article, "We oiled it").speaker)


def test_a_block_quotation_in_html_inside_markdown_names_its_own_source() -> None:
    text = (
        '# Weirs\n\n<blockquote cite="https://a.example/m">\n<p>The weir was painted, not mended.</p>\n</blockquote>\n\n'
        "The [minutes](https://b.example/) are open.\n"
    )
    article = read_article(text.encode(), name="a.md")
    (quotation,) = article.quotations
    best = next(iter(article.candidates(quotation.id)))
    assert (article.citation(best.citation).url, best.basis.value) == ("https://a.example/m", "cite_attribute")
