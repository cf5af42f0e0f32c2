"""What a block is to its readers."""

import pytest

from quotations.model import SegmentRole, Text
from quotations.text.html.page import text_of_html

pytestmark = pytest.mark.unit
PROSE = "The keeper said that the lamp had burned all night and that nobody had come to trim it. " * 8


def roles(markup: str) -> list[tuple[str, str]]:
    text = text_of_html(markup)
    return [(str(s.role), s.span.of(text.text)) for s in text.segments]


def role_of(text: Text, words: str) -> SegmentRole:
    found = text.segment_at(text.text.index(words))
    assert found is not None
    return found.role


def test_blocks_are_told_by_their_elements() -> None:
    assert roles(
        "<main><h1>Head</h1><p>Para</p><ul><li>One<li>Two</ul><table><tr><th>A<td>B</table><blockquote><p>Said</p></blockquote>"
        "<figure><img src=x><figcaption>Shown</figcaption></figure><pre>code</pre><dl><dt>Term<dd>Sense</dl></main>"
    ) == [
        ("heading", "Head"),
        ("body", "Para"),
        ("list", "One"),
        ("list", "Two"),
        ("table", "A"),
        ("table", "B"),
        ("quote", "Said"),
        ("caption", "Shown"),
        ("code", "code"),
        ("list", "Term"),
        ("list", "Sense"),
    ]


def test_items_and_rows_share_a_number() -> None:
    text = text_of_html("<ul><li><p>One</p><p>more</p><li>Two</ul><table><tr><td>a<td>b<tr><td>c</table>")
    assert [s.item for s in text.segments] == [1, 1, 2, 3, 3, 4]
    assert text.text == "One\nmore\nTwo\n\na\tb\nc"
    terms = text_of_html("<dl><dt>Term<dd>Sense<dd>Other<dt>Next<dd>Its</dl>")
    assert [s.item for s in terms.segments] == [1, 1, 1, 2, 2]


def test_a_table_that_lays_out_the_page_holds_body_text() -> None:
    text = text_of_html(f"<table><tr><td>Menu</td><td><p>{PROSE}</p><table><tr><td>1<td>2</table></td></tr></table>")
    assert role_of(text, "The keeper") is SegmentRole.BODY
    assert role_of(text, "Menu") is SegmentRole.TABLE
    assert role_of(text, "1\t2") is SegmentRole.TABLE


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        ("<nav>WORDS</nav>", SegmentRole.NAV),
        ("<div role=navigation>WORDS</div>", SegmentRole.NAV),
        ("<div class=breadcrumbs>WORDS</div>", SegmentRole.NAV),
        ("<footer>WORDS</footer>", SegmentRole.NAV),
        ("<header><nav>Home</nav>WORDS</header>", SegmentRole.NAV),
        ("<header><h1>WORDS</h1></header>", SegmentRole.HEADING),
        ("<article><footer>WORDS</footer></article>", SegmentRole.BODY),
        ("<section id=comments><p>WORDS</p></section>", SegmentRole.COMMENTS),
        ("<footer><div class=comment-list><p>WORDS</div></footer>", SegmentRole.COMMENTS),
        ("<div class='post no-comments'>WORDS</div>", SegmentRole.BODY),
        ("<div class=comments-open>WORDS</div>", SegmentRole.BODY),
        ("<body class='comments related'><p>WORDS", SegmentRole.BODY),
        ("<div class=related-posts><p>WORDS</div>", SegmentRole.TEASER),
        ("<div class=relatedArticles-list__item><p>WORDS</div>", SegmentRole.TEASER),
        ("<div class=has-related-posts><p>WORDS</div>", SegmentRole.BODY),
        ("<aside><h2>More</h2><a href=/x>WORDS and words</a></aside>", SegmentRole.TEASER),
        ("<aside><p>WORDS in a box of the article.</aside>", SegmentRole.BODY),
        ("<ol class=references><li>WORDS</ol>", SegmentRole.NOTE),
        ("<div role=doc-footnote>WORDS</div>", SegmentRole.NOTE),
        ("<p class=wp-caption-text>WORDS</p>", SegmentRole.CAPTION),
        ("<div role=heading>WORDS</div>", SegmentRole.HEADING),
        ("<details><summary>More</summary><p>WORDS</details>", SegmentRole.BODY),
    ],
)
def test_parts_of_a_page_are_told_by_name_role_and_class(markup: str, role: SegmentRole) -> None:
    assert role_of(text_of_html(f"<html><p>Before it all.</p>{markup}"), "WORDS") is role


@pytest.mark.parametrize("name", ["related", "comments", "newsletter", "nav"])
def test_a_part_that_holds_the_headline_is_the_page(name: str) -> None:
    text = text_of_html(f"<div class={name}><h1>Head</h1><p>WORDS</p></div>")
    assert role_of(text, "WORDS") is SegmentRole.BODY


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='ad-slot'>WORDS</div>",
        "<div class=story-ad>WORDS</div>",
        "<div id=newsletter-signup><p>WORDS</div>",
        "<ul class=social-share><li>WORDS</ul>",
        "<a class=read-more-big href=/x><span>WORDS</span></a>",
        "<div><button>WORDS</button></div>",
        "<figure class=wp-block-pullquote><blockquote><p>WORDS</blockquote></figure>",
        "<p>Advertisement</p>",
        "<p>Read more: <a href=/x>Another story of the day</a></p>",
        "<p><b>Lesen Sie auch:</b> <a href=/x>Noch eine Geschichte</a></p>",
        "<p>Sign up for our daily newsletter</p>",
        "<p>– Anzeige –</p>",
    ],
)
def test_what_advertises_or_leads_elsewhere_is_junk(markup: str) -> None:
    text = text_of_html(f"<article><p>Before.</p>{markup}<p>After.</p></article>")
    assert [s.junk for s in text.segments] == [False, True, False]


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=header>WORDS</div>",
        "<div class=loading>WORDS</div>",
        "<div class='shared-values'>WORDS</div>",
        "<p>Read more books, she said, and you will see.</p>",
        "<p>Anzeige gegen Unbekannt wurde erstattet.</p>",
        "<p>Share prices fell.</p>",
        "<p>Sign here.</p>",
        f"<div class=read-more><p>{PROSE}</p></div>",
        f"<div class=promo><p>{PROSE}</p></div>",
        "<p>Watch out for <button>cut</button> words in a line.</p>",
    ],
)
def test_prose_is_no_junk_whatever_surrounds_it(markup: str) -> None:
    assert not any(s.junk for s in text_of_html(f"<article>{markup}</article>").segments)


def test_sections_are_named_by_the_heading_before_them() -> None:
    text = text_of_html("<h2>North</h2><p>Ice.</p><h2>South</h2><p>Sun.</p>")
    assert text.section_at(text.text.index("Sun")) == "South"


def test_a_debate_on_a_page_has_speakers() -> None:
    text = text_of_html(
        "<p>ANN PIKE: No.</p><p>JOE ROSS: Yes.</p><p>ANN PIKE: No.</p><p>And no.</p><p>JOE ROSS: Yes.</p>"
    )
    assert [s.speaker for s in text.segments] == ["ANN PIKE", "JOE ROSS", "ANN PIKE", "ANN PIKE", "JOE ROSS"]
