import pytest

from quotations import read_article
from quotations.model import Span
from quotations.reading.document import BlockKind, Document, InlineKind, Region
from quotations.reading.formats.markdown import read_markdown

pytestmark = pytest.mark.unit


def links(document: Document) -> list[tuple[str, str]]:
    return [(document.words(link.span), link.href) for link in document.links]


def words(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.words(block.span) for block in document.blocks if not kinds or block.kind in kinds]


def inlines(document: Document, kind: InlineKind) -> list[str]:
    return [document.words(inline.span) for inline in document.inlines if inline.kind is kind]


def test_text_is_the_file_itself() -> None:
    source = '\r\n# A *pump*\r\n\r\nIt [ran](https://a.example/x "t").\r\n'
    document = read_markdown(source)
    assert document.text == source
    assert words(document) == ["A pump", "It ran."]
    assert document.links[0].span.of(source) == "ran"


@pytest.mark.parametrize(
    ("source", "anchor", "href"),
    [
        ("[a b](https://x.example/p_(q))", "a b", "https://x.example/p_(q)"),
        ("[a b](<https://x.example/a b>)", "a b", "https://x.example/a b"),
        ("[a b](https://x.example/a b.csv)", "a b", "https://x.example/a b.csv"),
        ('[a\nb](https://x.example/1 "The \\"one\\"\nof two")', "a b", "https://x.example/1"),
        ("[a b](https://x.example/1\n'single')", "a b", "https://x.example/1"),
        (r"[a \[b\]](https://x.example/1)", "a [b]", "https://x.example/1"),
        ("[a **b**](https://x.example/1)", "a b", "https://x.example/1"),
        ("[a `]` b](https://x.example/1)", "a ] b", "https://x.example/1"),
        ("[a b](#)", "a b", "#"),
        ("[a b]()", "a b", ""),
        ("[a b](https://x.example/?a=1&amp;b=2)", "a b", "https://x.example/?a=1&b=2"),
        ("<https://x.example/1>", "https://x.example/1", "https://x.example/1"),
        ("see https://x.example/1.", "https://x.example/1", "https://x.example/1"),
        ('[a b]({{ "/2016/post/" | url }})', "a b", "/2016/post/"),
        ("[a b]({{ site.baseurl }}/post)", "a b", "/post"),
        ("[a b][lost]", "a b", ""),
        ("[https://x.example/1](https://x.example/1)", "https://x.example/1", "https://x.example/1"),
        ("(https://x.example/a_(b))", "https://x.example/a_(b)", "https://x.example/a_(b)"),
        ('<a class="x" href="https://x.example/?a&amp;b">a b</a>', "a b", "https://x.example/?a&b"),
        ("[![p](i.png)](https://x.example/1)", "", "https://x.example/1"),
        ("[[https://x.example/1|a b]]", "a b", "https://x.example/1"),
        ("[a b](zotero://select/items/1)", "a b", "zotero://select/items/1"),
    ],
)
def test_link_has_its_words_and_its_address_as_written(source: str, anchor: str, href: str) -> None:
    assert links(read_markdown(f"Before {source}, after.")) == [(anchor, href)]


@pytest.mark.parametrize("reference", ["[the log][Gate  Log]", "[Gate Log][]", "[gate log]"])
def test_reference_link_finds_its_definition(reference: str) -> None:
    document = read_markdown(f"So says {reference}.\n\n[gate log]: https://x.example/log\n    'It \"opens\"'\n")
    assert [href for _, href in links(document)] == ["https://x.example/log"]
    assert len(document.blocks) == 1


@pytest.mark.parametrize(
    "source",
    [
        '![a](b.png "It said ‘no’")',
        "`[a](b)`",
        r"\[a](b)",
        "[[A page|a page]]",
        "list[i][j]",
        "notes [1][2]",
        "[not a link]",
        "![[embedded]]",
        "www.x.example",
    ],
)
def test_what_is_no_pointer_makes_no_link(source: str) -> None:
    assert links(read_markdown(f"Before {source} after.")) == []


def test_code_is_kept_apart() -> None:
    document = read_markdown('Run `echo "hi"` now.\n\n```sh\nprint("no")\n```\n\nAfter.\n')
    assert inlines(document, InlineKind.CODE) == ['echo "hi"']
    assert words(document, BlockKind.CODE) == ['print("no")']


def test_highlight_strike_and_emphasis_leave_only_words() -> None:
    document = read_markdown("A ==high *and* low== **mark** with ~~old~~ snake_case_name, 2 * 3 * 4.")
    assert words(document) == ["A high and low mark with old snake_case_name, 2 * 3 * 4."]
    assert inlines(document, InlineKind.STRONG) == ["mark"]
    assert inlines(document, InlineKind.DELETED) == ["old"]
    assert inlines(document, InlineKind.EMPHASIS) == ["and"]


def test_block_quotations_know_their_depth_and_group() -> None:
    document = read_markdown("> One\n> two.\n>\n> > Three.\n\nBetween.\n\n> Four.\n")
    quotes = [(document.words(b.span), b.quote_depth, b.quote_group) for b in document.blocks if b.quote_depth]
    assert quotes == [("One two.", 1, 1), ("Three.", 2, 1), ("Four.", 1, 2)]


def test_callout_is_no_quotation_and_a_quote_callout_is() -> None:
    document = read_markdown("> [!note] Mind\n> this.\n\nBetween.\n\n> [!quote] Roe\n> words.\n")
    assert words(document, BlockKind.QUOTE) == ["words."]
    assert words(document, BlockKind.HEADING) == ["Roe"]
    assert words(document, BlockKind.PARAGRAPH) == ["Mind this.", "Between."]


def test_html_block_quotation_keeps_its_cite() -> None:
    document = read_markdown(
        'Before.\n\n<blockquote cite="https://x.example/1">\nIt <q>ran</q>.\n</blockquote>\n\nAfter.\n'
    )
    (quote,) = [b for b in document.blocks if b.kind is BlockKind.QUOTE]
    assert (document.words(quote.span), quote.cite) == ("It ran.", "https://x.example/1")
    assert inlines(document, InlineKind.Q) == ["ran"]


def test_headings_lists_tables_and_rules() -> None:
    document = read_markdown(
        "Set\n===\n\n## Atx ##\n\n- one\n- [x] two\n\n---\n\n| a | b |\n|---|---|\n| c | [d](e) |\n"
    )
    assert words(document, BlockKind.HEADING) == ["Set", "Atx"]
    assert words(document, BlockKind.LIST_ITEM) == ["one", "two"]
    assert words(document, BlockKind.TABLE_CELL) == ["a", "b", "c", "d"]
    assert document.title == "Set"


def test_footnotes_are_tied_to_their_marks() -> None:
    document = read_markdown(
        "He said “no”.[^a] And[^b].\n\n[^a]: See [it](https://x.example/1).\n\n    More.\n[^b]: Ibid.\n"
    )
    marks = [(link.element, link.note) for link in document.links if link.element == "ref"]
    assert marks == [("ref", "a"), ("ref", "b")]
    notes = [(b.note, b.region, document.words(b.span)) for b in document.blocks if b.kind is BlockKind.NOTE]
    assert notes == [("a", Region.NOTES, "See it."), ("a", Region.NOTES, "More."), ("b", Region.NOTES, "Ibid.")]
    assert [link.in_note for link in document.links if link.element == "a"] == ["a"]
    assert words(document)[0] == "He said “no”. And."


def test_clipped_note_links_lead_to_the_notes_not_to_the_article() -> None:
    document = read_markdown(
        "---\nsource: https://w.example/essay/\n---\n"
        'It is “a pier in all but name”.<sup><a href="https://w.example/essay/#fn1">1</a></sup> So.[2](https://w.example/essay#fn2)\n\n'
        "---\n\n1. [Report](https://r.example/1), p. 4. [↩](https://w.example/essay/#fnref1)\n"
        "2. [Log](https://r.example/2). [↩](https://w.example/essay/#fnref2)\n"
    )
    assert [(link.note, link.href[-3:]) for link in document.links if link.element == "ref"] == [
        ("fn1", "fn1"),
        ("fn2", "fn2"),
    ]
    assert [link.in_note for link in document.links if "r.example" in link.href] == ["fn1", "fn2"]
    assert [link.back_link for link in document.links if "fnref" in link.href] == [True, True]
    assert words(document)[0] == "It is “a pier in all but name”. So."


def test_front_matter_gives_the_facts_and_is_no_text() -> None:
    document = read_markdown(
        '---\ntitle: "Who \\"did\\" it?"\nsource: "https://p.example/x"\nauthor:\n  - "[[Maud Tilney]]"\n  - "[[R|Ro Ash]]"\n'
        "published: 2023-08-14\ncreated: 2024-01-02T03:04:05\ntags: [clippings]\n---\nBody.\n"
    )
    assert (document.title, document.author) == ('Who "did" it?', "Maud Tilney, Ro Ash")
    assert (document.url, document.published, document.saved_at) == (
        "https://p.example/x",
        "2023-08-14",
        "2024-01-02T03:04:05",
    )
    assert words(document) == ["Body."]
    assert document.provenance["author"] == "front matter: author"
    assert document.base_url == "https://p.example/x"


@pytest.mark.parametrize("source", ["---\n: : [\n---\nBody.", "---\n- a\n- b\n---\nBody.", "+++\ntitle = \n+++\nBody."])
def test_broken_front_matter_raises_nothing(source: str) -> None:
    assert read_markdown(source).text == source


def test_text_directive_marks_the_words_it_names() -> None:
    href = "https://x.example/p#:~:text=ran%20for%20nine%20hours"
    document = read_markdown(f"The board says that the engine “ran for nine hours” ([here]({href})).\n")
    assert [(document.words(i.span), i.cite) for i in document.inlines] == [("ran for nine hours", href)]


def test_text_directive_of_a_range_and_of_the_block_before() -> None:
    href = "https://x.example/p#:~:text=We%20came,light%20on%20it"
    document = read_markdown(f"> We came round the point and set it down without a light on it.\n\n[source]({href})\n")
    given = inlines(document, InlineKind.GIVEN_QUOTE)
    assert given == ["We came round the point and set it down without a light on it."]


def test_reading_service_export_gives_each_highlight_its_source() -> None:
    document = read_markdown(
        "# The lamp\n\n![cover](c.png)\n\n## Metadata\n- Author: [[Ottoline Marsh]]\n- Full Title: The Lamp and the Ledger\n"
        "- URL: https://m.example/lamp\n\n## Highlights\n- Oil low. Sea high. ([View Highlight](https://r.example/1))\n"
    )
    assert inlines(document, InlineKind.GIVEN_QUOTE) == ["Oil low. Sea high."]
    assert [i.cite for i in document.inlines if i.kind is InlineKind.GIVEN_QUOTE] == ["https://m.example/lamp"]
    assert document.author == "Ottoline Marsh"


COPIED = """
The Lamp Goes Out

By [Ned Rowe](#)

Fen Review, March 3, 2021

[Harbour.example](#)

Topics: [Lights](#), [Sea](#)

To receive our Daily Newsletter, [click here](#).

The keepers of Gull Rock say that the lamp was “out for eleven minutes” on the night in question, and the board [agrees](#) with them.

Nobody asked the [pilots](#), who were at sea and saw nothing at all for the better

part of an hour.

*

Note to readers: please click the share buttons above.

The original source of this article is [Harbour.example](#)

Articles by: [Ned Rowe](#)
"""


def test_copied_article_tells_its_facts_in_lines_and_its_furniture_apart() -> None:
    document = read_markdown(COPIED)
    assert (document.title, document.author, document.published) == ("The Lamp Goes Out", "Ned Rowe", "2021-03-03")
    assert (document.publisher, document.original_publisher) == ("Fen Review", "Harbour.example")
    assert document.original_url is None
    main = [document.words(link.span) for link in document.links if link.region is Region.MAIN]
    assert main == ["agrees", "pilots"]
    assert len(document.links) == 9


def test_page_break_in_mid_sentence_leaves_two_paragraphs_side_by_side() -> None:
    document = read_markdown("It was dark for the better\n\npart of an hour.\n")
    assert [b.kind for b in document.blocks] == [BlockKind.PARAGRAPH] * 2
    assert (
        document.words(Span(document.blocks[0].span.start, document.blocks[1].span.end))
        == "It was dark for the better part of an hour."
    )


def test_exported_highlights_of_a_link_to_the_original() -> None:
    document = read_markdown(
        "# The lamp\n#Omnivore\n\n[Read on Omnivore](https://o.example/me/lamp)\n[Read Original](https://m.example/lamp)\n\n"
        "## Highlights\n\n> Oil low. Sea high. [⤴️](https://o.example/me/lamp#1)  ^4f2a-77\n"
    )
    given = [(document.words(i.span), i.cite) for i in document.inlines if i.kind is InlineKind.GIVEN_QUOTE]
    assert given == [("Oil low. Sea high.", "https://m.example/lamp")]


def test_the_clippers_excerpt_quotes_nobody() -> None:
    document = read_markdown(
        "---\nsource: https://x.example/a\n---\n\n# The lamp\n\n> ## Excerpt\n> Oil low, sea high.\n\n---\n> Spoken words.\n"
    )
    assert [document.words(b.span) for b in document.blocks if b.quote_depth] == ["Spoken words."]
    assert [document.words(b.span) for b in document.blocks if b.region is Region.CHROME] == [
        "Excerpt",
        "Oil low, sea high.",
    ]


def test_escaped_note_marks_into_the_clipped_page_are_note_marks() -> None:
    document = read_markdown(
        "---\nsource: https://w.example/wiki/Ferry\n---\nIt is a ferry.[\\[1\\]](https://w.example/wiki/Ferry#cite_note-1) So.\n\n"
        "## References\n\n1. **[^](https://w.example/wiki/Ferry#cite_ref-1)** [Audit](https://c.example/audit), p. 4.\n"
    )
    assert [link.note for link in document.links if link.element == "ref"] == ["cite_note-1"]
    assert [(link.href, link.in_note) for link in document.links if link.in_note] == [
        ("https://c.example/audit", "cite_note-1")
    ]
    assert words(document)[0] == "It is a ferry. So."


def test_commands_to_a_sites_generator_are_no_words() -> None:
    document = read_markdown(
        '{% include toc.html %}\n\nIt ran.{: .note}\n\n{{< highlight go "a=b" >}}\nprint("no")\n{{< /highlight >}}\n\nAfter.\n'
    )
    assert words(document) == ["It ran.", 'print("no")', "After."]
    assert words(document, BlockKind.CODE) == ['print("no")']


def test_dots_that_stand_alone_between_quoted_paragraphs_are_part_of_the_quotation():
    saved = "The terms say:\n\n> The first part is here to be read by all.\n>\n> ...\n>\n> The last part is here to be read.\n"
    (quotation,) = read_article(saved.encode(), name="a.md").quotations
    assert quotation.text == "The first part is here to be read by all. ... The last part is here to be read."


def test_highlights_have_their_source_where_the_address_is_the_last_line_of_the_head() -> None:
    text = (
        "# On rope\n\n## Metadata\n- Author: [[Ivo Lam]]\n- Document Tags: [[rope]]\n- URL: https://rope.example/long\n\n"
        "## Highlights\n- Ropes remember. ([View Highlight](https://read.readwise.io/read/01i))\n"
        "## New highlights added August 3, 2024 at 9:12 AM\n- A dry rope lies too.\n"
    )
    article = read_article(text.encode(), name="rope.md")
    cited = {c.id: c.url for c in article.citations}
    best = [[cited[a.citation] for a in article.attributions if a.quotation == q.id][:1] for q in article.quotations]
    assert best == [["https://rope.example/long"]] * 2


TABLES = {
    "pandoc, simple": (
        "  Year   Clerk’s remark            Sheet\n"
        "  ------ ------------------------- ---------------\n"
        "  2014   “Frozen; a guess.”        [14](https://a.example/14)\n"
        "  2018   “Read twice.”             [18](https://a.example/18)\n\n"
        "  : What the sheets say\n"
    ),
    "pandoc, multiline": (
        "  -------------------------------------------------\n"
        "  Year   Clerk’s remark            Sheet\n"
        "  ------ ------------------------- ----------------\n"
        "  2014   “Frozen; a guess.”        [14](https://a.example/14)\n\n"
        "  2018   “Read twice.”             [18](https://a.example/18)\n"
        "  -------------------------------------------------\n\n"
        "  : What the sheets say\n"
    ),
    "grid": (
        "+------+--------------------+---------------------------+\n"
        "| Year | Clerk’s remark     | Sheet                      |\n"
        "+======+====================+============================+\n"
        "| 2014 | “Frozen; a guess.” | [14](https://a.example/14) |\n"
        "+------+--------------------+---------------------------+\n"
        "| 2018 | “Read twice.”      | [18](https://a.example/18) |\n"
        "+------+--------------------+---------------------------+\n\n"
        ": What the sheets say\n"
    ),
    "right under its caption": (
        "What the sheets say\n| Year | Clerk’s remark | Sheet |\n| --- | --- | --- |\n"
        "| 2014 | “Frozen; a guess.” | [14](https://a.example/14) |\n"
        "| 2018 | “Read twice.” | [18](https://a.example/18) |\n"
    ),
    "html": (
        "<table>\n<caption>What the sheets say</caption>\n<tr><th>Year</th><th>Clerk’s remark</th><th>Sheet</th></tr>\n"
        '<tr><td>2014</td>\n<td>“Frozen; a\nguess.”</td>\n<td><a href="https://a.example/14">14</a></td></tr>\n'
        '<tr><td>2018</td><td>“Read twice.”</td><td><a href="https://a.example/18">18</a></td></tr>\n</table>\n'
    ),
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_a_table_s_cells_are_blocks_however_it_is_drawn(table: str) -> None:
    document = read_markdown(f"The sheets lie open.\n\n{table}\nMore words follow.\n")
    cells = [cell.strip(" :") for cell in words(document, BlockKind.TABLE_CELL)]
    assert cells == ["Year", "Clerk’s remark", "Sheet", "2014", "“Frozen; a guess.”", "14", "2018", "“Read twice.”", "18"]  # fmt: skip
    assert "What the sheets say" in words(document)
    assert words(document)[-1] == "More words follow."


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_a_quotation_in_a_table_has_the_source_of_its_row(table: str) -> None:
    article = read_article(f"The sheets lie open.\n\n{table}\nMore words follow.\n".encode(), name="a.md")
    sources = [article.citation(next(iter(article.candidates(q.id))).citation).url for q in article.quotations]
    assert sources == ["https://a.example/14", "https://a.example/18"]


def test_columns_of_a_ruled_table_are_counted_as_a_terminal_does() -> None:
    document = read_markdown(
        "  年     書記の言葉            頁\n  ------ --------------------- ----\n  1998   「凍結、推定」        14\n"
    )
    assert words(document, BlockKind.TABLE_CELL) == ["年", "書記の言葉", "頁", "1998", "「凍結、推定」", "14"]


def test_a_cell_over_several_lines_swallows_no_other() -> None:
    table = (
        "  ------ ------------------- ---------------------------\n"
        "  2014   “Frozen; a          [14](https://a.example/14)\n"
        "         guess.”\n\n"
        "  2018   “Read twice.”       [18](https://a.example/18)\n"
        "  ------ ------------------- ---------------------------\n"
    )
    article = read_article(
        f"The sheets lie open.\n\n{table}\nMore “words of the clerk” follow.\n".encode(), name="a.md"
    )
    assert [q.text for q in article.quotations] == ["Read twice.", "words of the clerk"]
    assert [c.url for c in article.citations] == ["https://a.example/14", "https://a.example/18"]


@pytest.mark.parametrize("line", ["He waited -- and waited.\n-- --", "Rain\n--- ---\n", "a | b\nc | d", "--- ---\nx"])
def test_lines_that_rule_no_table_are_none(line: str) -> None:
    assert not words(read_markdown(f"The sheets lie open.\n\n{line}\n"), BlockKind.TABLE_CELL)


@pytest.mark.parametrize(
    "mark",
    [
        "^[1](#n1)^",
        "^[1](#n1){#r1}^",
        "^[1]^",
        "[1](#n1)",
        "<sup>[1](#n1)</sup>",
        '[[1]](#n1 "#n1")',
        "[1][7]",
        "[1][]",
    ],
)
def test_a_raised_mark_leads_to_its_note_as_converters_write_it(mark: str) -> None:
    article = read_article(
        f"By {'Ann Pell' if '[[' in mark else '[Ann Pell][1]'}\n\nThe board found “no figure that can be traced”.{mark} It went on.\n\n## Notes\n\n"
        "1.  [Board, [return of 2019](https://b.example/2019), p. 4. [↩︎](#r1)]{#n1}\n\n"
        f"[{'2' if '[[' in mark else '1'}]: {'#n1' if '[1]^' in mark or '[]' in mark else 'https://a.example/pell'}\n[7]: #n1\n".encode(),
        name="a.md",
    )
    (quotation,) = article.quotations
    assert quotation.text == "no figure that can be traced"
    assert article.citation(next(iter(article.candidates(quotation.id))).citation).url == "https://b.example/2019"


def test_marks_that_lost_their_raising_lead_to_their_notes_where_each_has_one() -> None:
    notes = "\n\n## Notes\n\n1. [Return](https://b.example/1). ↑\n2. [Letter](https://b.example/2). ↑\n"
    said = "It was “never level at all”.1 The clerk wrote of “a very dry book”.{} It rose by 3.2 that year."
    tied = read_article((said.format(2) + notes).encode(), name="a.md")
    assert [
        tied.citation(next(iter(tied.candidates(q.id))).citation).url for q in tied.quotations
    ] == ["https://b.example/1", "https://b.example/2"]  # fmt: skip
    loose = read_article((said.format("") + notes).encode(), name="a.md")
    assert not [c for q in loose.quotations for c in loose.candidates(q.id) if c.score >= 0.5]


def test_an_address_broken_over_lines_is_one() -> None:
    document = read_markdown("The [report](https://a.example/reports/calder-\nsluice) is out.")
    assert links(document) == [("report", "https://a.example/reports/calder-sluice")]


def test_a_bracketed_span_s_attributes_are_no_words() -> None:
    document = read_markdown('Orme says “[no table survives]{cite="https://p.example/"}” and [more]{.smallcaps}.')
    assert words(document) == ["Orme says “no table survives” and more."]


def test_attributes_of_a_definition_may_go_over_lines() -> None:
    document = read_markdown(
        'A [page] and [more].\n\n[page]: https://a.example/\n  {versionurl="https://b.example/"\n  versiondate="2017-02-03"}\n[more]: https://c.example/\n'
    )
    assert links(document) == [("page", "https://a.example/"), ("more", "https://c.example/")]


def test_an_indented_call_is_code() -> None:
    assert words(read_markdown('Run this:\n\n    print("high water")  # 14" above the sill\n'), BlockKind.CODE)
