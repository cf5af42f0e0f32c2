"""Which link answers for which quotation: routes, restraint, margins."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.model import Article, Attribution, Basis
from quotations.reading.assemble import article_of, read_article

pytestmark = pytest.mark.unit


def read(text: str, name: str = "a.md") -> Article:
    return read_article(text.encode(), name=name)


def best(article: Article, words: str) -> tuple[str | None, Attribution | None]:
    quotation = next(q for q in article.quotations if words in q.text)
    first = next(iter(article.candidates(quotation.id)), None)
    return (article.citation(first.citation).url if first else None), first


A, B = "https://a.example/one", "https://b.example/two"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        (f"Dita Krol [said]({A}) that the gate was “shut for good.”", Basis.CUE_LINK),
        (f"“The gate is shut,” [Dita Krol said]({A}).", Basis.CUE_LINK),
        (f"“The gate is shut,” Dita Krol said in [a statement]({A}) on Monday.", Basis.CUE_LINK),
        (f"Dita Krol told [the Courier]({A}) that the gate was “shut for good.”", Basis.CUE_LINK),
        (f"According to [reporting]({A}) in *The Weir*, “the gate is shut for good.”", Basis.CUE_LINK),
        (f"[The report]({A}) says that the gate “cannot be closed again.”", Basis.CUE_LINK),
        (f"The gate “cannot be closed again” ([manual]({A})).", Basis.CUE_LINK),
        (f"The file was [“moved to the cellar that week”]({A}), a clerk says.", Basis.INSIDE_ANCHOR),
        (f"[A clerk says the file was “moved to the cellar.”]({A})", Basis.INSIDE_ANCHOR),
        (f"Dita Krol wrote in [a letter]({A}):\n\n> The gate is shut for good.", Basis.CUE_LINK),
        (f"> The gate is shut for good.\n>\n> — Dita Krol, [Memoirs]({A})", Basis.CUE_LINK),
        (f"The gate is “shut for good.”[^1]\n\n[^1]: Harbour report, <{A}>.", Basis.NOTE),
    ],
)
def test_a_link_on_the_cue_in_the_words_or_in_the_note_is_a_sure_source(text: str, basis: Basis) -> None:
    article = read(text)
    url, found = best(article, article.quotations[0].text[:10])
    assert url == A
    assert found is not None
    assert found.basis is basis
    assert found.sure, found


@pytest.mark.parametrize(
    "text",
    [
        f"[Dita Krol](https://port.example/people/dita-krol) said that the gate was “shut for good.” More at [the site]({B}).",
        f"“The gate is shut,” Dita Krol, author of [The Weir]({A}), told us in a phone interview.",
        "“The gate is shut,” said Dita Krol, who works for [the port](https://port.example/).",
        f"The [court]({A}) ruled on Monday.\n\n“I have read it,” said Dita Krol.",
        "“The gate by the [old dock](https://en.wikipedia.org/wiki/Dock) is shut,” said Dita Krol.",
        f"You may ask, “Why was it built?” The [answer]({A}) is long.",
    ],
)
def test_links_that_introduce_or_explain_and_words_told_to_the_reporter_found_nothing(text: str) -> None:
    article = read(text)
    _, found = best(article, article.quotations[0].text[:8])
    assert found is None or found.score < 0.5, found


def test_a_speaker_keeps_his_source_while_he_goes_on_but_is_never_sure() -> None:
    article = read(
        f"Dita Krol [wrote]({A}) that the gate was “shut for good.”\n\n“Nobody paid for it,” Krol said. “Nobody will.”"
    )
    for words in ("Nobody paid", "Nobody will"):
        url, found = best(article, words)
        assert url == A
        assert found is not None
        assert found.basis is Basis.SAME_SPEAKER
        assert 0.5 <= found.score <= 0.79
        assert not found.sure


def test_what_was_told_to_the_reporter_ends_the_chain() -> None:
    article = read(
        f"Dita Krol [wrote]({A}) that the gate was “shut for good.”\n\n“Nobody paid for it,” she told me.\n\n“Nobody will,” Krol said."
    )
    _, found = best(article, "Nobody will")
    assert found is None or found.score < 0.5


def test_a_linked_speech_speaks_for_whom_its_sentence_names() -> None:
    article = read(f"In [a speech]({A}) on Monday, Dita Krol looked back.\n\n“We forgot the gate,” Krol said.")
    assert best(article, "We forgot")[0] == A


def test_a_named_outlet_leads_back_to_the_link_that_introduced_it() -> None:
    article = read(
        f"According to [reporting]({A}) in *La Lanterna*, the gate is shut. An [NBX report]({B}) says so, too.\n\n"
        "According to *La Lanterna*, the board is “instilling this idea into the town.”"
    )
    assert best(article, "instilling")[0] == A


def test_the_definite_noun_leads_back_to_its_link() -> None:
    article = read(
        f"The team published [a paper]({A}) on Monday. The [photograph]({B}) shows the dam.\n\n"
        "“We suggest that the wall moves,” Lena Tao and her team wrote in the paper."
    )
    assert best(article, "We suggest")[0] == A


def test_written_in_it_leads_back_to_the_link_before() -> None:
    article = read(
        f"The report [says]({B}) little.\n\nThe [harbour log]({A}) is shorter. Amos Tull wrote in it: “Lit. Went out. Lit.”"
    )
    assert best(article, "Lit.")[0] == A


def test_told_the_outlet_leads_back_to_the_report_that_was_linked() -> None:
    article = read(
        f"Bo Lind is unhappy, according to a new report by [The Lamp]({A}).\n\n“He never asked,” an insider told the outlet."
    )
    url, found = best(article, "He never")
    assert url == A
    assert found is not None
    assert found.score >= 0.5


def test_an_answer_was_given_where_the_question_was_asked() -> None:
    article = read(
        f"At the hearing a reporter [asked]({A}) Dita Krol, “Who pays for the gate?”\n\n“The town does,” she replied."
    )
    assert best(article, "The town does")[0] == A


def test_one_recording_is_offered_for_all_speech_of_the_occasion() -> None:
    article = read(
        "Dita Krol was at the studio on Monday.\n\n“I fell in love with the gate,” Krol said.\n\n“It was shut,” she said.\n\n"
        f"To listen to the complete interview, click [here]({A})."
    )
    for words in ("fell in love", "It was shut"):
        url, found = best(article, words)
        assert url == A
        assert found is not None
        assert not found.sure


def test_the_sentences_own_link_goes_before_an_earlier_one_of_the_speaker() -> None:
    article = read(
        f"Dita Krol [wrote]({A}) that the gate was “shut for good.”\n\nThen Krol [pushed the board]({B}) to “open it again.”"
    )
    assert best(article, "open it")[0] == B


def test_a_personal_email_before_a_block_has_no_link_to_it() -> None:
    article = read(
        f"[The rule]({A}) is clear. A personal email from Ann Pihl to the author said:\n\n> I have read it in full."
    )
    _, found = best(article, "I have read")
    assert found is None or found.score < 0.5


def test_a_line_that_is_only_a_link_inside_a_block_is_its_source_and_not_quoted() -> None:
    article = read(f"The code is short:\n\n> [Article 12]({A})\n>\n> Nobody may close the gate at night.")
    url, found = best(article, "Nobody may")
    assert (url, article.quotations[0].text) == (A, "Nobody may close the gate at night.")
    assert found is not None
    assert found.sure


def test_an_echo_inherits_and_does_not_take_the_nearest_link() -> None:
    article = read(
        f"# The gate\n\nDita Krol [said]({A}) the gate was “shut for good.”\n\nThat it is “shut for good” surprised [the town]({B})."
    )
    echo = article.quotations[1]
    first = article.candidates(echo.id)[0]
    assert (article.citation(first.citation).url, first.basis) == (A, Basis.ECHO)


def test_two_links_before_a_block_leave_little_margin() -> None:
    article = read(f"[Ann Pihl]({A}) asked about [the rule]({B}).\n\n> Nobody may close the gate at night.")
    _, found = best(article, "Nobody may")
    assert found is None or not found.sure


def test_a_cite_attribute_outranks_any_link_near_by() -> None:
    page = f'<html lang="en"><body><p>See <a href="{B}">this post</a>:</p><blockquote cite="{A}"><p>It is shut.</p></blockquote></body></html>'
    article = read(page, "a.html")
    url, found = best(article, "It is shut")
    assert url == A
    assert found is not None
    assert found.basis is Basis.CITE_ATTRIBUTE


def test_candidates_stand_best_first_with_their_margins() -> None:
    article = read(
        f"Dita Krol [said]({A}) in [the hall]({B}) that the gate was “shut for good” and “lost.” [Read more]({B})."
    )
    for quotation in article.quotations:
        ranked = article.candidates(quotation.id)
        assert [c.score for c in ranked] == sorted((c.score for c in ranked), reverse=True)
        for one, other in itertools.pairwise(ranked):
            assert one.margin == pytest.approx(one.score - other.score, abs=0.002)
        assert len({c.citation for c in ranked}) == len(ranked)


_PIECES = st.lists(
    st.sampled_from(
        ["“It is shut,”", " said Krol. ", f"[a report]({A})", f"[told]({B}) ", "\n\n", "> quoted\n", " according to ", "“x” ", "[^1]", " he ",
         "\n\n[^1]: note https://n.example/\n\n", "# Head\n\n", "* item ", ": ", "(", ")", "— Name\n\n", "“open ", '"', "[bad](http://[::1)"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(_PIECES)
def test_no_article_raises_and_every_attribution_names_what_is_there(pieces: list[str]) -> None:
    from quotations.reading.formats.markdown import read_markdown

    article = article_of(read_markdown("".join(pieces)))
    ids = {q.id for q in article.quotations}
    for found in article.attributions:
        assert found.quotation in ids
        assert article.citation(found.citation)
        assert 0 < found.score <= 1
        assert 0 <= found.margin <= 1
        if found.basis in (Basis.PARAGRAPH, Basis.SAME_SPEAKER):
            assert found.score <= 0.79
