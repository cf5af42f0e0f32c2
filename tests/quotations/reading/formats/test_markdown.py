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
