"""Quotations of small documents: parts, forms, kinds, speakers, echoes."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotations.model import Quotation, QuotationForm, QuotationKind, Span
from quotations.reading import read_articles
from quotations.reading.assemble import article_of
from quotations.reading.document import Block, BlockKind, Document, Inline, InlineKind, Link, Region
from quotations.reading.quotes import find_quotations

pytestmark = pytest.mark.unit


def plain(text: str, language: str | None = "en") -> Document:
    return Document(text=text, format="text", language=language)


def blocks(*parts: tuple[str, BlockKind]) -> Document:
    """A document of blocks; those of kind quote are one block quotation."""
    text, made = "", []
    for words, kind in parts:
        quoted = kind in (BlockKind.QUOTE, BlockKind.BYLINE)
        span = Span(len(text), len(text) + len(words))
        made.append(Block(span=span, kind=kind, quote_depth=int(quoted), quote_group=1 if quoted else None))
        text += words + "\n\n"
    return Document(text=text, format="html", blocks=tuple(made), language="en")


def only(document: Document) -> Quotation:
    found = find_quotations(document)
    assert len(found) == 1, [q.text for q in found]
    return found[0]


# Parts and forms


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "“The valve,” wrote Lena Tao in her report, “was installed backwards.”",
            ["The valve,", "was installed backwards."],
        ),
        (
            "“If anyone had told us”—here the tape picks up a chair—“we would have gone.”",
            ["If anyone had told us", "we would have gone."],
        ),
        (
            "“When there is a chance,” Milner said, “seize it,” he added, “and hold it.”",
            ["When there is a chance,", "seize it,", "and hold it."],
        ),
        ("„Wir haben“, sagte Hedwig Sorge, „nichts geprüft.“", ["Wir haben", "nichts geprüft."]),
    ],
)
def test_a_sentence_that_its_attribution_interrupts_is_one_quotation(text: str, parts: list[str]) -> None:
    quotation = only(plain(text, None))
    assert quotation.form is QuotationForm.SPLIT
    assert [p.of(text) for p in quotation.parts] == parts
    assert quotation.text == " ".join(parts)


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” said Bo Lind. “They lost.”",
        "She called the delay “a plain disgrace” and the hearing “a courtesy to the dead.”",
        "“We won,” said Bo Lind, and Ann Pihl answered, “They lost.”",
        "He called it “a gift,” and she said it was “a loan.”",
        "“It was cold,” she wrote in her memoir, “Tough Choices.” It was.",
        "On “The Morning Hour,” Bo Lind said that he was “tired of it.”",
    ],
)
def test_two_sentences_or_two_fragments_are_two_quotations(text: str) -> None:
    assert [q.form for q in find_quotations(plain(text))] == [QuotationForm.INLINE] * 2


def test_speech_reopened_at_each_paragraph_is_one_quotation_with_a_part_a_paragraph() -> None:
    text = "Dita Krol said: “We waited all night.\n\n“Nobody came in the morning.\n\n“So we walked.” They did."
    quotation = only(plain(text))
    assert [p.of(text) for p in quotation.parts] == [
        "We waited all night.",
        "Nobody came in the morning.",
        "So we walked.",
    ]
    assert quotation.speaker == "Dita Krol"


def test_a_page_break_in_mid_sentence_does_not_cut_a_quotation() -> None:
    text = 'The minister said that "the harbour can\n\nno longer be dredged at this price” and sat down.'
    assert only(plain(text)).text == "the harbour can no longer be dredged at this price"


def test_a_new_paragraph_is_no_page_break() -> None:
    text = "The minister said “the harbour.\n\nNobody heard the rest. She said “it is shut” twice."
    assert [q.text for q in find_quotations(plain(text))] == ["it is shut"]


def test_skipped_mark_up_is_left_out_of_the_words_and_code_opens_nothing() -> None:
    text = 'The manual says that it "never *blocks* for `sep=\'"\'` longer" than that.'
    code = Span(text.index("`"), text.rindex("`") + 1)
    skip = tuple(Span(at, at + 1) for at, sign in enumerate(text) if sign in "*`")
    document = Document(
        text=text, format="markdown", skip=skip, inlines=(Inline(span=code, kind=InlineKind.CODE),), language="en"
    )
    assert only(document).text == "never blocks for sep='\"' longer"


def test_blocks_of_code_quote_nothing() -> None:
    document = blocks(("He was there.", BlockKind.PARAGRAPH), ('log.warn("the cache is stale")', BlockKind.CODE))
    assert find_quotations(document) == ()


def test_a_block_quotation_leaves_out_marks_and_its_line_of_attribution() -> None:
    document = blocks(
        ("Somebody copied it:", BlockKind.PARAGRAPH),
        ("“Three days of fog.", BlockKind.QUOTE),
        ("“I have stopped telling him.”", BlockKind.QUOTE),
        ("— Magnus Orre, keeper, 1921", BlockKind.QUOTE),
        ("It was sold “in good faith” later, said Ida Holm.", BlockKind.PARAGRAPH),
    )
    block, inline = find_quotations(document)
    assert (block.form, block.text, block.speaker) == (
        QuotationForm.BLOCK,
        "Three days of fog. I have stopped telling him.",
        "Magnus Orre",
    )
    assert inline.text == "in good faith"


def test_the_line_before_a_block_names_its_speaker() -> None:
    document = blocks(
        ("As Zora Hall wrote in March:", BlockKind.PARAGRAPH), ("The weir will not hold.", BlockKind.QUOTE)
    )
    assert only(document).speaker == "Zora Hall"


@pytest.mark.parametrize(
    "words", ["Note: the form has moved.", "Tip: keep the receipt.", "[!WARNING] do not run this twice."]
)
def test_a_note_to_the_reader_set_as_a_block_is_a_callout(words: str) -> None:
    document = blocks(("There are two ways.", BlockKind.PARAGRAPH), (words, BlockKind.QUOTE))
    assert only(document).kind is QuotationKind.CALLOUT


def test_proposed_wording_is_a_callout_unless_the_line_before_cites() -> None:
    lead = "I would propose the following text:"
    document = blocks((lead, BlockKind.PARAGRAPH), ("The council may dredge.", BlockKind.QUOTE))
    assert only(document).kind is QuotationKind.CALLOUT
    linked = Document(
        text=document.text,
        format="html",
        blocks=document.blocks,
        links=(Link(span=Span(2, 7), href="https://a.example/"),),
    )
    assert only(linked).kind is QuotationKind.DIRECT


def test_a_q_element_is_a_quotation_and_its_own_marks_make_no_second_one() -> None:
    text = "The entry, Lamp out, nobody came, is the last."
    span = Span(text.index("Lamp"), text.index(", is"))
    document = Document(text=text, format="html", inlines=(Inline(span=span, kind=InlineKind.Q),), language="en")
    assert only(document).text == "Lamp out, nobody came"


def test_turns_of_a_transcript_are_quotations_of_their_speakers() -> None:
    text = "\n\n".join(
        f"{who}: {words}"
        for who, words in [("ROSE", "Is it shut?"), ("KEEL", "It is."), ("ROSE", "Since when?"), ("KEEL", "May.")]
    )
    assert [(q.speaker, q.text) for q in find_quotations(plain(text))] == [
        ("Rose", "Is it shut?"), ("Keel", "It is."), ("Rose", "Since when?"), ("Keel", "May."),
    ]  # fmt: skip


def test_a_list_of_labels_is_no_transcript() -> None:
    assert find_quotations(plain("Weight: 3 kg.\n\nColour: red.\n\nOrigin: Skagen.\n\nPrice: 4 kroner.")) == ()


def test_dialogue_behind_dashes_leaves_out_who_speaks() -> None:
    text = "Ana abrió la puerta.\n\n—No sé nada —dijo Ana—. Vámonos.\n\n—Espera —respondió él."
    assert [q.text for q in find_quotations(plain(text, "es"))] == ["No sé nada", "Vámonos.", "Espera"]


# Kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Aurelio “Hands” Brandao lives there.", QuotationKind.NICKNAME),
        ("She is known on the stairs as “Pockets.”", QuotationKind.NICKNAME),
        ("He was on NBC’s “Meet the Press” on Sunday.", QuotationKind.TITLE),
        ("The film “Three Days of Fog” opened.", QuotationKind.TITLE),
        ("Der Verein „Sauberes Wasser Nordmark“ verlangt Einsicht.", QuotationKind.TITLE),
        ("It was a so-called “weir day” again.", QuotationKind.TERM),
        ("They searched for words such as “harbour” in the files.", QuotationKind.EXAMPLE),
        ("You may ask, “Why was the bridge built at all?”", QuotationKind.HYPOTHETICAL),
        ("Imagine a clerk who writes “the form is lost” on every file.", QuotationKind.HYPOTHETICAL),
        ("The word “Pohjola” means “the north land” in Finnish.", QuotationKind.TRANSLATION),
        ("A “concession” wagon was pulled through the crowd.", QuotationKind.SCARE),
        ("All rights reserved. © 2024. The “fair use” of this material is free.", QuotationKind.BOILERPLATE),
        ("The gate was shut, said Lena Tao, “because nobody paid.”", QuotationKind.FRAGMENT),
        ("“Nobody paid for the gate,” said Lena Tao.", QuotationKind.DIRECT),
    ],
)
def test_every_kind_is_told_with_its_reason(text: str, kind: QuotationKind) -> None:
    last = find_quotations(plain(text, None))[-1]
    assert last.kind is kind, last.kind_reason
    assert last.kind_reason


def test_a_nickname_stays_one_where_it_is_used_again() -> None:
    text = "A tenant known as “Pockets” lives there. “Pockets” has pinned the notice to the door."
    assert {q.kind for q in find_quotations(plain(text))} == {QuotationKind.NICKNAME}


def test_attributes_of_tags_in_the_text_are_no_quotations() -> None:
    assert find_quotations(plain('<note id="k12" author="@holm">It broke.</note>')) == ()


def test_an_echo_points_to_what_it_repeats_and_keeps_its_speaker() -> None:
    text = "“I was not told of it,” said Ilka Strand.\n\nAsked whether “not told of it” still stood, she left."
    first, echo = find_quotations(plain(text))
    assert (echo.kind, echo.echo_of, echo.speaker) == (QuotationKind.ECHO, first.id, "Ilka Strand")


def test_a_headline_is_an_echo_of_the_body() -> None:
    document = blocks(
        ("Bridge “beyond repair”", BlockKind.HEADING), ("It is “beyond repair,” said Ann Pihl.", BlockKind.PARAGRAPH)
    )
    headline, body = find_quotations(document)
    assert headline.echo_of == body.id


def test_the_same_words_of_another_speaker_are_no_echo() -> None:
    text = "“No comment,” said Ann Pihl.\n\n“No comment,” said Bo Lind."
    assert [q.echo_of for q in find_quotations(plain(text))] == [None, None]


def test_a_pull_quotation_of_the_articles_own_words_quotes_nobody() -> None:
    own = "The weir has leaked for seven long years now."
    document = blocks((f"{own} Nobody cares.", BlockKind.PARAGRAPH), (own, BlockKind.PULL_QUOTE))
    assert only(document).kind is QuotationKind.CALLOUT


def test_a_pull_quotation_of_somebodys_words_is_their_echo() -> None:
    document = blocks(
        ("“The weir has leaked for seven years,” said Lena Tao.", BlockKind.PARAGRAPH),
        ("The weir has leaked for seven years", BlockKind.PULL_QUOTE),
    )
    said, pulled = find_quotations(document)
    assert (pulled.kind, pulled.echo_of) == (QuotationKind.ECHO, said.id)


# Speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The gate is shut,” said harbour master Dita Krol.", "Dita Krol"),
        ("“The gate is shut,” Dita Krol, the harbour master, told the inquiry.", "Dita Krol"),
        ("“The gate is shut,” Dita Krol of the port office in Holm, Denmark, said on Monday.", "Dita Krol"),
        ("Dita Krol said that the gate was “shut for good.”", "Dita Krol"),
        ("According to Dita Krol, the gate is “shut for good.”", "Dita Krol"),
        ("“The gate is shut.” —Commissioner Ines Galloway", "Ines Galloway"),
        ("And from the Tollkeepers’ Association:\n\n“We will appeal.”", "Tollkeepers’ Association"),
        ("The mayor, Ilka Strand, on her own page: “I was not told.”", "Ilka Strand"),
        ("The Pentagon said it “stands ready to assist.”", "Pentagon"),
        ("Dita Krol denied the mayor's claim that the gate was “a public danger.”", "the mayor"),
        ("The gate was “a public danger” and would be closed, Dita Krol said.", "Dita Krol"),
        ("It was called “a public danger” by Dita Krol.", "Dita Krol"),
        ("But, said Solovey, “the gate is shut.”", "Solovey"),
        ("“The gate is shut,” said the bureau’s director, Jan Comer.", "Jan Comer"),
        ("Chairman of the Joint Harbour Board Gen. Mark Miller said it was “shut.”", "Mark Miller"),
        ("„Das Tor ist zu“, sagte Amtsleiterin Hedwig Sorge.", "Hedwig Sorge"),
        ("« La porte est fermée », a déclaré Jeanne Morel.", "Jeanne Morel"),
        ("«La puerta está cerrada», dijo Ana Ruiz.", "Ana Ruiz"),
        ("«La porta è chiusa», ha detto Anna Rossi.", "Anna Rossi"),
        ("“A porta está fechada”, disse Ana Sousa.", "Ana Sousa"),
        ("„De poort is dicht”, zei Anna de Vries.", "Anna de Vries"),
        ("Jeanne Morel ouvrit. « Attendez ! » cria-t-elle.", "Jeanne Morel"),
        ("Hedwig Sorge blieb stehen. „Nein“, sagte sie.", "Hedwig Sorge"),
        ("As the poet Bo Lind put it, “the sea is a clerk.”", "Bo Lind"),
        ("Said Dora Poynter, who grew up there, “We were proud of him.”", "Dora Poynter"),
        ("Ann Pihl and her team wrote that it was “shut for good.”", "Ann Pihl"),
        ("According to reporting in La Lanterna, “the gate is shut.”", "La Lanterna"),
        ("Then, on Monday, it was revealed that the gate “is shut for good.”", None),
        ("他说：“我不知道。”", None),
    ],
)
def test_the_speaker_is_found_before_after_and_around(text: str, speaker: str | None) -> None:
    assert find_quotations(plain(text, None))[-1].speaker == speaker


def test_surnames_and_pronouns_are_resolved_inside_the_article() -> None:
    text = (
        "Dita Krol runs the harbour with Jonas Pihl.\n\n“It is shut,” Krol said.\n\n“It will open in May,” she added.\n\n"
        "Pihl was blunter. “Never,” he said."
    )
    assert [q.speaker for q in find_quotations(plain(text))] == ["Dita Krol", "Dita Krol", "Jonas Pihl"]


def test_speech_goes_on_with_its_speaker_until_somebody_else_speaks() -> None:
    text = "“It is shut,” said Dita Krol. “It will open in May.”\n\n“If at all.”\n\nThen Bo Lind spoke up. “Never.”"
    assert [q.speaker for q in find_quotations(plain(text))] == ["Dita Krol", "Dita Krol", "Dita Krol", "Bo Lind"]


def test_text_outside_the_article_is_boilerplate() -> None:
    text = "Read “The Weir” every day."
    document = Document(text=text, format="html", blocks=(Block(span=Span(0, len(text)), region=Region.CHROME),))
    assert only(document).kind is QuotationKind.BOILERPLATE


# Whatever comes


_WORDS = st.lists(
    st.sampled_from(
        ["“", "”", '"', "‘", "’", "'", "„", "«", "»", "—", "said", "Dita", "Krol", "she", "the", "gate", ",", ".", ":", "?", "\n\n", "\n", " ",
         "“It is shut,”", "according to", "NAME:", "— ", "> ", "http://a.example/", "says", "report", "``", "''", "5\"", "(", ")", "\u202f"]
    ),
    max_size=60,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(_WORDS, st.sampled_from([None, "en", "de", "fr", "es", "it", "pt", "nl", "xx"]))
def test_no_text_raises_and_every_part_stands_in_order_inside_it(pieces: list[str], language: str | None) -> None:
    text = "".join(pieces)
    found = find_quotations(plain(text, language))
    assert len({q.id for q in found}) == len(found)
    ids = {q.id for q in found}
    for quotation in found:
        assert quotation.parts
        assert all(0 <= part.start < part.end <= len(text) for part in quotation.parts)
        assert all(one.end <= other.start for one, other in zip(quotation.parts, quotation.parts[1:], strict=False))
        assert quotation.text == " ".join(" ".join(part.of(text).split()) for part in quotation.parts)
        assert quotation.echo_of is None or quotation.echo_of in ids


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_no_string_at_all_raises(text: str) -> None:
    find_quotations(plain(text, None))


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    """A document as a reader may make it: blocks in order, links and mark-up anywhere, pieces to skip."""
    text = "".join(draw(_WORDS)) + "End."
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=6))})
    kinds = st.sampled_from(list(BlockKind))
    made = []
    for start, end in itertools.pairwise(cuts):
        kind = draw(kinds)
        quoted = kind is BlockKind.QUOTE
        region = draw(st.sampled_from(list(Region)))
        made.append(
            Block(
                span=Span(start, end),
                kind=kind,
                region=region,
                quote_depth=int(quoted),
                quote_group=1 if quoted else None,
            )
        )
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(min(pair), max(pair)))
    inlines = [Inline(span=s, kind=draw(st.sampled_from(list(InlineKind)))) for s in draw(st.lists(spans, max_size=4))]
    links = [
        Link(
            span=s,
            href=draw(
                st.sampled_from(["https://a.example/x", "#", "http://[bad", "", "https://a.example/people/dita-krol"])
            ),
        )
        for s in draw(st.lists(spans, max_size=4))
    ]
    skip = sorted(draw(st.lists(spans, max_size=3)))
    return Document(
        text=text,
        format="html",
        blocks=tuple(made),
        links=tuple(links),
        inlines=tuple(inlines),
        skip=tuple(skip),
        language="en",
    )


@settings(max_examples=300, deadline=None)
@given(_documents())
def test_no_document_of_a_reader_raises_and_its_article_is_whole(document: Document) -> None:
    article = article_of(document)
    ids = {q.id for q in article.quotations}
    for quotation in article.quotations:
        assert all(0 <= p.start < p.end <= len(document.text) for p in quotation.parts)
        assert quotation.text.strip()
    for found in article.attributions:
        assert found.quotation in ids
        assert article.citation(found.citation)


def test_a_block_that_quotes_and_tells_keeps_its_marks() -> None:
    document = blocks(("“The wall held,” Ann Pihl said. “Nobody asked.”", BlockKind.QUOTE))
    assert only(document).text == "“The wall held,” Ann Pihl said. “Nobody asked.”"


def test_a_bare_item_of_a_list_has_not_the_speaker_of_the_item_before_it() -> None:
    document = blocks(
        ("Three things were said at the weir:", BlockKind.PARAGRAPH),
        ("Ann Pell: “The gate is shut.”", BlockKind.LIST_ITEM),
        ("“The lock is broken.”", BlockKind.LIST_ITEM),
        ("Tom Roe said “we will mend it.”", BlockKind.LIST_ITEM),
        ("“Nobody will come.”", BlockKind.LIST_ITEM),
    )
    assert [q.speaker for q in find_quotations(document)] == ["Ann Pell", None, "Tom Roe", None]


def test_items_of_a_list_have_the_speaker_who_leads_to_it() -> None:
    document = blocks(
        ("Ann Pell gave two reasons:", BlockKind.PARAGRAPH),
        ("“It leaks.”", BlockKind.LIST_ITEM),
        ("“It groans.”", BlockKind.LIST_ITEM),
    )
    assert [q.speaker for q in find_quotations(document)] == ["Ann Pell", "Ann Pell"]


def test_a_block_under_words_that_end_with_the_cue_is_read() -> None:
    page = b"<p>In its report</p><blockquote><p>The gate was open all night and nobody asked.</p></blockquote>"
    (article,) = read_articles(page, name="a.html")
    assert [q.text for q in article.quotations] == ["The gate was open all night and nobody asked."]
