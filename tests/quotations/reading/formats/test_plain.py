import pytest

from quotations.reading.assemble import read_article
from quotations.reading.document import BlockKind, Document, Region
from quotations.reading.formats.plain import read_plain

pytestmark = pytest.mark.unit

LETTER = """The harbour that moved

By Nora Quill
Fen Gazette, 12 March 2021

The harbour board says that nothing moved [1]. Its own survey, which any-
body may read (https://harbour.example/survey_(2020)), puts it otherwise.
"We measured it twice
and it had moved," the surveyor wrote.[2]

He went on:

    The quay stands eleven feet further out than in any drawing we
    were given, and nobody can say since when.

Mail from the board:

> We stand by
> our statement.
>
> It is final.

See <https://long.example/a/very/
long/path> for more.

References

[1] Harbour Board, Annual statement, 2020. https://board.example/2020
[2] J. Roe, Survey, p. 4,
    https://harbour.example/roe.
"""


def words(document: Document, kind: BlockKind) -> list[str]:
    return [document.words(block.span) for block in document.blocks if block.kind is kind]


def test_facts_stand_in_the_head() -> None:
    document = read_plain(LETTER)
    assert document.text == LETTER
    facts = (document.title, document.author, document.publisher, document.published)
    assert facts == ("The harbour that moved", "Nora Quill", "Fen Gazette", "2021-03-12")


def test_soft_wraps_and_line_end_hyphens_are_joined() -> None:
    document = read_plain(LETTER)
    assert "which anybody may read" in words(document, BlockKind.PARAGRAPH)[1]
    assert '"We measured it twice and it had moved,"' in words(document, BlockKind.PARAGRAPH)[1]


def test_indented_and_angled_quotations() -> None:
    quotes = [
        (document.words(b.span)[:12], b.quote_group)
        for document in [read_plain(LETTER)]
        for b in document.blocks
        if b.quote_depth
    ]
    assert quotes == [("The quay sta", 1), ("We stand by ", 2), ("It is final.", 2)]


def test_numbered_references_become_notes() -> None:
    document = read_plain(LETTER)
    assert [(link.element, link.note) for link in document.links if link.element == "ref"] == [
        ("ref", "1"),
        ("ref", "2"),
    ]
    assert [(link.href, link.in_note) for link in document.links if link.in_note] == [
        ("https://board.example/2020", "1"),
        ("https://harbour.example/roe", "2"),
    ]
    assert [b.note for b in document.blocks if b.region is Region.NOTES] == ["1", "2"]
    assert "nothing moved. Its own" in words(document, BlockKind.PARAGRAPH)[1]


def test_address_in_angle_brackets_may_go_over_lines() -> None:
    assert "https://long.example/a/very/long/path" in [link.href for link in read_plain(LETTER).links]


@pytest.mark.parametrize(
    ("source", "href"),
    [
        ("See https://x.example/a, b.", "https://x.example/a"),
        ("(see https://x.example/a_(b))", "https://x.example/a_(b)"),
        ("(https://x.example/a)b", "https://x.example/a"),
        ("“https://x.example/a”", "https://x.example/a"),
        ("https://x.example/a?b=1&c=(2).", "https://x.example/a?b=1&c=(2)"),
        ("见https://x.example/a。", None),
        ("见 https://x.example/a。好", "https://x.example/a"),
        ("at www.x.example/report.pdf.", "http://www.x.example/report.pdf"),
        ("www.x.example says", None),
        ("mail@x.example", None),
        ("https://", None),
    ],
)
def test_bare_address_ends_where_people_see_it_end(source: str, href: str | None) -> None:
    assert [link.href for link in read_plain(source).links] == ([href] if href else [])


def test_address_written_out_inside_a_quotation_is_no_word_of_it() -> None:
    document = read_plain('She wrote: "We read the log (https://x.example/log) twice."')
    assert words(document, BlockKind.PARAGRAPH) == ['She wrote: "We read the log twice."']


def test_page_numbers_and_form_feeds_are_furniture() -> None:
    document = read_plain("The lamp went out at\n\n- 3 -\n\x0cnine and was lit\n\n4\n\nagain at ten.\n")
    assert words(document, BlockKind.PARAGRAPH) == ["The lamp went out at", "nine and was lit", "again at ten."]


def test_paragraphs_of_one_long_line_each_are_not_run_together() -> None:
    long = "The board met again and said what it had said before, at length, in the same room. " * 3
    document = read_plain(f"{long}\n{long}\n{long}")
    assert len(document.blocks) == 3


def test_a_list_is_cut_at_its_items_and_prose_is_not_cut_at_numbers() -> None:
    document = read_plain("- one thing\n- another\n  thing\n\nIt was on page\n12. Nobody read it.\n")
    assert words(document, BlockKind.LIST_ITEM) == ["- one thing", "- another thing"]
    assert words(document, BlockKind.PARAGRAPH) == ["It was on page 12. Nobody read it."]


@pytest.mark.parametrize(
    ("head", "title", "author", "publisher", "published"),
    [
        ("The Lamp\nby Ned Rowe • March 3, 2021 • Fen Review", "The Lamp", "Ned Rowe", "Fen Review", "2021-03-03"),
        ("Die Lampe\n\nVon Karla Müller, 3. März 2021", "Die Lampe", "Karla Müller", None, "2021-03-03"),
        (
            "THE LAMP\n\nBy NED ROWE, Staff Writer\nMarch 3, 2021 6:00 AM EST",
            "THE LAMP",
            "NED ROWE",
            None,
            "2021-03-03",
        ),
        (
            "Opinion\n\nThe Lamp\n\nBy Ned Rowe and Ada de la Cruz",
            "The Lamp",
            "Ned Rowe, Ada de la Cruz",
            None,
            None,
        ),
        ("Updated March 3, 2021\n\nThe Lamp\n\nBy Ned Rowe", "The Lamp", "Ned Rowe", None, None),
        ("By the Sea\n\nBy Ned Rowe", "By the Sea", "Ned Rowe", None, None),
        ("The Lamp\n\nBy Ned Rowe. March 3, 2021", "The Lamp", "Ned Rowe", None, "2021-03-03"),
        ("The Lamp\n\nKyiv, November 16, 2022", "The Lamp", None, None, "2022-11-16"),
        ("The lamp went out. Nobody knows why.", None, None, None, None),
        ("The lamp at https://x.example/lamp", None, None, None, None),
    ],
)
def test_what_stands_above_the_article_is_taken_only_where_it_is_plain(
    head: str, title: str | None, author: str | None, publisher: str | None, published: str | None
) -> None:
    body = (
        "The keepers of the lamp said that it was out for eleven minutes on the night in question, and the board agrees. "
        * 2
    )
    document = read_plain(f"{head}\n\n{body}\n\nA second paragraph follows it.\n")
    assert (document.title, document.author, document.publisher, document.published) == (
        title,
        author,
        publisher,
        published,
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The original source of this article is Harbour.example", "Harbour.example"),
        ("This article was originally published on Harbour News on March 1.", "Harbour News"),
        ("Originally published in The Harbour, 2 March 2020.", "The Harbour"),
        ("Republished with permission from the Harbour Press.", "the Harbour Press"),
        ("It was published by the board in a hurry.", None),
    ],
)
def test_where_the_article_first_stood(line: str, name: str | None) -> None:
    assert (
        read_plain(
            f"The Lamp\n\nBy Ned Rowe\n\nThe lamp was out and nobody came to see it.\n\n{line}\n"
        ).original_publisher
        == name
    )


def test_bare_lines_at_the_head_give_the_facts() -> None:
    document = read_plain(
        "Title: The lamp\nAuthor: Ned Rowe\nSource: https://fen.example/lamp\nDate: 2021-03-03\n\nThe lamp was “out” that night.\n"
    )
    assert (document.title, document.author, document.url, document.published) == (
        "The lamp",
        "Ned Rowe",
        "https://fen.example/lamp",
        "2021-03-03",
    )
    assert [document.words(block.span) for block in document.blocks] == ["The lamp was “out” that night."]


def test_a_conversation_is_no_head() -> None:
    document = read_plain("Ada: Was it out?\nNed: It was.\n\nThat was all.\n")
    assert document.words(document.blocks[0].span).startswith("Ada:")


def test_a_line_right_above_quoted_lines_leads_to_them_and_is_none_of_them():
    text = (
        "Dear all,\n\nOn Monday Ida Marl wrote:\n> We oiled it with what we had, and nobody\n> asked twice.\nI asked.\n"
    )
    article = read_article(text.encode(), name="a.txt")
    (quotation,) = article.quotations
    assert quotation.text == "We oiled it with what we had, and nobody asked twice."
    assert (quotation.form.value, quotation.speaker) == ("block", "Ida Marl")


def test_a_greater_sign_at_a_line_s_head_is_no_quotation():
    article = read_article(b"The depth at the weir was always\n> 5 m in the years before the war.\n", name="a.txt")
    assert not article.quotations


def test_two_blanks_set_off_a_quotation_only_where_a_colon_or_a_quotation_goes_before() -> None:
    words = "She wrote to the office:\n\n  The vessel sails because the form\n  says that it sails.\n\n  I enclose the timetable.\n"
    document = read_plain(f"The ferry\n\n{words}\nThe insurers paid in full.\n")
    kinds = [(block.kind, document.words(block.span)[:12]) for block in document.blocks]
    assert (BlockKind.QUOTE, "The vessel s") in kinds
    other = read_plain("The ferry\n\nShe left.\n\n  He stayed on for a week or two.\n\nThey met.\n")
    assert BlockKind.QUOTE not in {block.kind for block in other.blocks}


def test_two_blanks_before_several_lines_set_off_a_quotation_unless_a_list_goes_on() -> None:
    words = "  Sediment of this kind settles slowly, and what settles\n  on an oyster bed stays there."
    document = read_plain(f"The ferry\n\nThe lab wrote of it.\n\n{words}\n\nThey met.\n")
    assert [block.kind for block in document.blocks].count(BlockKind.QUOTE) == 1
    listed = read_plain(f"The ferry\n\nThe lab wrote:\n\n- It settles.\n\n{words}\n\nThey met.\n")
    assert BlockKind.QUOTE not in {block.kind for block in listed.blocks}


def test_a_title_stands_under_the_menu_that_was_copied_with_it() -> None:
    text = "The Calder Gazette\nHome\nWorld\nOpinion\nThe ledger nobody opened\n\nBy Miriam Oakes · 2025-03-14\n\nFor eleven years the board kept a ledger on its shelf.\n"
    assert read_article(text.encode(), name="a.txt").title == "The ledger nobody opened"


def test_numbers_of_a_text_browser_are_links_and_no_notes() -> None:
    text = (
        "   [1]The Gazette\n\n   “It was on the shelf.” [2]Anstey told the Post that “it was blue and none of mine”.\n\n"
        "   The board[3]^1 met.\n\n   1. Minutes. [4]↩\n\nReferences\n\n   1. https://a.example/\n   2. https://b.example/post\n"
        "   3. https://a.example/x#n1\n   4. https://a.example/x#r1\n"
    )
    article = read_article(text.encode(), name="a.txt")
    first, second = article.quotations
    assert [c.url for c in article.citations if c.role.value == "body"] == ["https://b.example/post"]
    assert not [a for a in article.candidates(first.id) if a.score >= 0.8]
    assert article.citation(next(iter(article.candidates(second.id))).citation).url == "https://b.example/post"


def test_numbers_behind_words_stay_notes_where_the_list_is_bare() -> None:
    text = (
        "It was “never level at all”.[1] The clerk wrote of “a dry book”.[2] It rose.[3]\n\n"
        "References\n\n1. https://a.example/1\n2. https://a.example/2\n3. https://a.example/3\n"
    )
    article = read_article(text.encode(), name="a.txt")
    sources = [article.citation(next(iter(article.candidates(q.id))).citation).url for q in article.quotations]
    assert sources == ["https://a.example/1", "https://a.example/2"]


def test_a_heading_in_the_middle_of_the_page_is_no_quotation() -> None:
    text = "The board met in the spring of that year and again in the autumn.\n\n                    What the river keeps to itself\n\nIt met twice.\n"
    assert not read_article(text.encode(), name="a.txt").quotations


def test_the_marks_of_a_program_s_call_quote_nobody() -> None:
    text = 'Run print("high water and low") once. The clerk ("a very dry man") did.\n'
    assert [q.text for q in read_article(text.encode(), name="a.txt").quotations] == ["a very dry man"]
