"""What stands around an article, by its words and its links alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.model import Span
from quotations.reading import anywhere
from quotations.reading.citations.finding import find_citations
from quotations.reading.document import Block, BlockKind, Document, Link, Region
from quotations.reading.regions import furniture
from quotations.reading.regions.ruling import assign_regions

pytestmark = pytest.mark.unit

PROSE = (
    "The council met for nine hours in the hall above the fish market and decided, in the end, to meet again.\n\n"
    "Its clerk wrote in [the minutes](#) that nobody had “asked for the keys”, which a member denied on the stairs."
)


def document(text: str, *, kinds: dict[int, BlockKind] | None = None, **facts: str) -> Document:
    """A document of paragraphs with inline links, as a reader of Markdown would make it."""
    blocks = [
        Block(span=Span(m.start(), m.end()), kind=(kinds or {}).get(n, BlockKind.PARAGRAPH))
        for n, m in enumerate(re.finditer(r"[^\n]+", text))
    ]
    links, skip = [], []
    for m in re.finditer(r"\[([^\]]+)\]\(([^)]*)\)", text):
        links.append(Link(span=Span(*m.span(1)), href=m[2]))
        skip += [Span(m.start(), m.start(1)), Span(m.end(1), m.end())]
    return Document(text=text, format="markdown", blocks=tuple(blocks), links=tuple(links), skip=tuple(skip), **facts)


def region_of(line: str, *, before: bool = False) -> Region:
    text = f"{line}\n\n{PROSE}" if before else f"{PROSE}\n\n{line}"
    read = assign_regions(document(text))
    return read.blocks[0 if before else -1].region


@pytest.mark.parametrize(
    "line",
    [
        "By [Edda Marlow](#)",
        "The Selwick Post, May 14, 2024",
        "[Longwave.example](#)",
        "Region: [Coast](#), [Harbour](#)",
        "To receive the Post’s Weekly Newsletter, [click here](#).",
        "Follow us on [Chirper](#) and [Snaps](#) and subscribe to our [channel](#).",
        "[Home](/) [News](/news/) [Subscribe “for less than a coffee.”](/subscribe)",
    ],
)
def test_lines_above_the_article_are_none_of_it(line):
    assert region_of(line, before=True) is Region.CHROME


@pytest.mark.parametrize(
    "line",
    [
        "The original source of this article is [Longwave.example](#)",
        "Copyright © [Edda Marlow](#), Longwave, 2024",
        "[Comment on this story on our page](#)",
        "Articles by: [Edda Marlow](#)",
        "Disclaimer: what is said here is the sole responsibility of the author.",
        "Image: the hall above the fish market. (Image via the council)",
        "Read more: [The hall above the market](#)",
        "© 2024 The Selwick Post. All rights reserved.",
        "The post [Terns return](https://tern.example/2024/terns) appeared first on [Tern Times](https://tern.example).",
        "Der Beitrag [Die Mühle](https://ufer.example/a) erschien zuerst auf [Uferbote](https://ufer.example).",
    ],
)
def test_lines_below_the_article_are_none_of_it(line):
    assert region_of(line) is Region.CHROME


@pytest.mark.parametrize(
    "line",
    [
        "He wrote in [his newsletter](#) that the keys “had never been asked for by anybody who was there”.",
        "The rest is in [the report](#), which took a year.",
        "[Her post](#):",
        "“We never asked,” [the clerk said](#).",
    ],
)
def test_lines_that_tell_something_are_the_article_s(line):
    assert region_of(line) is Region.MAIN


def test_a_line_that_only_begins_like_a_byline_is_none():
    assert region_of("Por ejemplo, el gremio contó [nueve semanas](#) de huelga", before=True) is Region.MAIN
    assert region_of("Por [Nora Vega](#)", before=True) is Region.CHROME


def test_a_link_to_a_page_of_another_site_is_no_shelf_above_the_article():
    assert region_of("Continuing from [the ledger](https://weft.example/2020/ledger)", before=True) is not Region.CHROME


def test_the_author_is_told_from_the_people_of_the_article():
    text = f"By [Edda Marlow](#)\n\n{PROSE}\n\n*\n\n[Edda Marlow](#) is a reporter who lives by the sea and writes on towns."
    read = assign_regions(document(text))
    assert read.blocks[-1].region is Region.CHROME
    assert read.blocks[-1].region_reason == "about the author"


def test_entries_under_a_heading_of_references_are_a_list():
    text = f"{PROSE}\n\nReferences\n\nDorn, H.: [Nine weeks](http://a.example/9)\n\n[A history](http://b.example/)"
    read = assign_regions(document(text, kinds={2: BlockKind.HEADING, 3: BlockKind.LIST_ITEM, 4: BlockKind.LIST_ITEM}))
    assert [block.region for block in read.blocks[-2:]] == [Region.LIST, Region.LIST]
    citations, _ = find_citations(read)
    assert [c.role.value for c in citations] == ["body", "list", "list"]


def test_where_nobody_knows_the_page_s_address_its_links_tell_its_site():
    shelf = "\n\n".join(f"[Other news number {n}](http://post.example/{n})" for n in range(9))
    text = f"{PROSE}\n\n[Ferry strike enters its third week](http://www.post.example/ferry)\n\n{PROSE}\n\n{shelf}"
    read = assign_regions(document(text))
    assert read.blocks[2].region is Region.CHROME
    assert assign_regions(document(text.replace("post.example", "127.0.0.1"))).blocks[2].region is Region.LIST


def test_what_the_reader_decided_stands():
    made = document(PROSE)
    made = Document(
        text=made.text,
        format="html",
        blocks=tuple(Block(span=b.span, region=Region.CHROME, region_reason="element nav") for b in made.blocks),
        links=made.links,
    )
    read = assign_regions(made)
    assert {block.region_reason for block in read.blocks} == {"element nav"}
    assert read.links[0].region_reason == "element nav"


@pytest.mark.parametrize(
    "href",
    [
        "https://www.facebook.com/sharer.php?u=x",
        "https://twitter.com/intent/tweet?text=x",
        "https://x.com/share?url=x",
        "https://www.linkedin.com/shareArticle?mini=true&url=x",
        "https://wa.me/?text=x",
        "https://t.me/share/url?url=x",
        "mailto:?subject=x&body=y",
        "https://bsky.app/intent/compose?text=x",
    ],
)
def test_a_share_button_cites_nothing(href):
    read = assign_regions(document(PROSE.replace("(#)", f"({href})")))
    assert read.links[0].region is Region.CHROME


def test_a_lost_target_is_a_citation_all_the_same():
    citations, _ = find_citations(assign_regions(document(PROSE)))
    assert [(c.target.value, c.url, c.anchor) for c in citations] == [("lost", None, "the minutes")]


@pytest.mark.parametrize(
    ("alternative", "spread"),
    [
        ("follow us", ["follow us"]),
        ("(?:like|find) us on", ["like us on", "find us on"]),
        ("(?:a(?:b|c)d|e) f", ["a(?:b|c)d f", "e f"]),
        ("(?:for )?(?:media|press) room", ["(?:for )?(?:media|press) room"]),
        ("(?:terms of use|cookie policy)", ["terms of use", "cookie policy"]),
    ],
)
def test_an_alternative_that_begins_with_a_choice_is_one_for_each(alternative: str, spread: list[str]) -> None:
    assert anywhere.spread(alternative) == spread


@pytest.mark.parametrize("pattern", [furniture.APPEAL, furniture.LEGAL, furniture.REACH, furniture.SYNDICATED])
def test_what_is_searched_in_small_letters_is_written_in_them(pattern: re.Pattern[str] | anywhere.Anywhere) -> None:
    bare = re.sub(r"\\[A-Z]", "", pattern.pattern)
    assert bare == bare.lower()


@pytest.mark.parametrize("pattern", [furniture.APPEAL, furniture.LEGAL, furniture.REACH])
def test_no_alternative_is_searched_for_in_words_that_hold_none_of_its_beginnings(pattern: anywhere.Anywhere) -> None:
    assert "" not in pattern._leads
    assert not any(lead in "zwölf boxkämpfer" for lead in pattern._leads)


@given(
    st.lists(
        st.sampled_from(["our", "weekly", "newsletter", "can", "be", "reached", "the", "views", "expressed", "in", "©"])
    )
)
def test_a_search_by_beginnings_finds_what_the_pattern_finds(words: list[str]) -> None:
    told = " ".join(words)
    for pattern in (furniture.APPEAL, furniture.LEGAL, furniture.REACH):
        found, whole = pattern.search(told), re.search(pattern.pattern, told)
        assert (found and found.span()) == (whole and whole.span())


def test_a_sentence_that_compares_three_links_is_no_menu():
    line = "Compare [the tide](/tide), [the log of the keeper](/log) and [the gauge](/gauge)."
    assert region_of(line, before=True) is not Region.CHROME
