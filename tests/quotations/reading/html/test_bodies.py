"""Which blocks of a page are the article."""

import subprocess
import sys

import pytest

from quotations.reading.document import Region
from quotations.reading.html import read_html

pytestmark = pytest.mark.unit

PROSE = [
    "The council met for nine hours in the hall above the fish market, and when it rose nobody could say what it had decided.",
    "Its clerk had kept a second set of minutes, which he wrote at home from memory and did not show to anybody until the spring.",
    "An engineer who read both of them found that they agreed in nothing but the weather, and that the weather was wrong in both.",
    "The harbour board has since asked for the keys of the hall, and has been told that they were lost on the night in question.",
    "What the town makes of it may be seen on Fridays, when the hall is open and visitors turn the pages of both at the desk.",
    "There is talk of a third set, kept by the porter, who says that he wrote down only what was eaten and who paid for it.",
]


def page(*, around: str = "div", inside: str = "div") -> str:
    shelf = "".join(f"<{around}><a href='/n{n}'>Other news number {n}</a></{around}>" for n in range(12))
    told = [f"<p>{words * 2}</p>" for words in PROSE]
    told.insert(3, "<p><a href='http://clerk.example/post'>His own words</a>:</p>")
    return f"<html><body>{shelf}<{inside}>{''.join(told)}</{inside}>{shelf}</body></html>"


@pytest.mark.parametrize(
    "inside", ["div", "article", "main", "section", "div class=entry-content", "div itemprop=articleBody"]
)
def test_the_article_is_found_by_its_element_or_without_one(inside):
    markup = page(inside=inside).replace(f"</{inside}>", f"</{inside.split()[0]}>")
    document = read_html(markup)
    main = [document.words(block.span) for block in document.blocks if block.region is not Region.CHROME]
    assert len(main) == len(PROSE) + 1
    assert main[3] == "His own words:"
    assert sum(link.region is not Region.CHROME for link in document.links) == 1


def test_of_several_bodies_the_one_with_the_prose_is_the_article_s():
    teaser = "<article class='card'><h3><a href='/x'>New pier opens</a></h3><p>The pier is new.</p></article>"
    document = read_html(f"<main><article>{''.join(f'<p>{words}</p>' for words in PROSE)}</article>{teaser * 3}</main>")
    main = [block for block in document.blocks if block.region is Region.MAIN]
    assert len(main) == len(PROSE)


def test_the_heading_that_names_the_article_belongs_to_it_wherever_it_stands():
    body = "".join(f"<p>{words}</p>" for words in PROSE)
    document = read_html(
        f"<title>Two sets</title><header><h1>Two sets</h1></header><div class='article-body'>{body}</div>"
    )
    assert document.title == "Two sets"
    assert document.words(document.blocks[0].span) == "Two sets"
    assert document.blocks[0].region is Region.MAIN


def test_a_page_that_says_where_its_article_is_needs_no_second_opinion():
    code = (
        "import sys\nfrom quotations.reading.html import read_html\n"
        f"read_html({page(inside='article')!r})\nsys.exit('trafilatura' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
