"""What is in the file and never shown is kept apart; what a click shows is text."""

import pytest

from quotations.model import SegmentRole
from quotations.text.html.page import text_of_html

pytestmark = pytest.mark.unit
SECRET = "words that no reader is ever shown"


def role_of(markup: str) -> SegmentRole | None:
    text = text_of_html(f"<title>T</title><p>Shown.</p>{markup}<p>Shown too.</p>")
    assert text.text.startswith("Shown.")
    at = text.text.find(SECRET)
    found = text.segment_at(at) if at >= 0 else None
    return found.role if found else None


@pytest.mark.parametrize(
    "markup",
    [
        f"<!-- {SECRET} -->",
        f"<!-- old: <p>{SECRET}</p> -->",
        f"<div hidden>{SECRET}</div>",
        f"<p style='color:red; display : none'>{SECRET}</p>",
        f"<p style='VISIBILITY:hidden'>{SECRET}</p>",
        f"<p style='position:absolute;left:-9999px'>{SECRET}</p>",
        f"<p style='font-size:0'>{SECRET}</p>",
        f"<span class=sr-only>{SECRET}</span>",
        f"<p class='intro visually-hidden'>{SECRET}</p>",
        f"<template><p>{SECRET}</p></template>",
        f"<noscript><p>{SECRET}</p></noscript>",
        f"<script type=text/plain>{SECRET}</script>",
        f'<script>var teaser = "{SECRET}";</script>',
        f"<script>var teaser = '{SECRET}';</script>",
        f'<script id=__NEXT_DATA__ type=application/json>{{"body": "{SECRET}", "n": 1}}</script>',
        f"<object>{SECRET}</object>",
        f"<video>{SECRET}</video>",
        f"<div hidden><p>a</p><div><b>{SECRET}</b></div></div>",
        f"<div hidden><ruby>x<rt>{SECRET}</rt></ruby></div>",
        f"<p hidden>x <span class=sidenote>{SECRET}</span> y</p>",
    ],
)
def test_what_is_never_shown_is_hidden(markup: str) -> None:
    assert role_of(markup) is SegmentRole.HIDDEN


@pytest.mark.parametrize(
    "markup",
    [
        f"<details><summary>More</summary>{SECRET}</details>",
        f"<div role=tabpanel hidden>{SECRET}</div>",
        f"<div class=tab-pane style='display:none'>{SECRET}</div>",
        f"<div class='accordion-body' style='display:none'>{SECRET}</div>",
        f"<button aria-controls=more>More</button><div id=more hidden>{SECRET}</div>",
        f"<a data-toggle=collapse href='#more'>More</a><div id=more style='display:none'>{SECRET}</div>",
        f"<div hidden=until-found>{SECRET}</div>",
        f"<div aria-hidden=true>{SECRET}</div>",
        f"<main style='display:none'>{SECRET}</main>",
        f"<div><template shadowrootmode=open><p>{SECRET}</p></template></div>",
        f"<textarea>{SECRET}</textarea>",
    ],
)
def test_what_one_click_shows_is_text(markup: str) -> None:
    assert role_of(markup) not in (None, SegmentRole.HIDDEN, SegmentRole.METADATA)


@pytest.mark.parametrize(
    "markup",
    [
        f"<img src=x alt='{SECRET}'>",
        f"<abbr title='{SECRET}'>x</abbr>",
        f"<meta name=description content='{SECRET}'>",
        f"<meta property=og:title content='{SECRET}'>",
        f'<script type=application/ld+json>{{"@type": "Article", "articleBody": "&lt;p&gt;{SECRET}&lt;/p&gt;"}}</script>',
    ],
)
def test_what_only_metadata_says_is_metadata(markup: str) -> None:
    assert role_of(markup) is SegmentRole.METADATA


def test_code_is_not_kept_as_words() -> None:
    text = text_of_html(
        "<p>x</p><script>function f() { var a = 1; if (a && b) { return g(a, b) + h(a); } else { k(); } }</script>"
    )
    assert text.text == "x"


def test_half_a_surrogate_in_metadata_is_no_character() -> None:
    text = text_of_html('<p>x</p><script type=application/ld+json>{"articleBody": "bad \\ud800 half"}</script>')
    text.text.encode()


def test_escapes_in_script_strings_are_undone() -> None:
    text = text_of_html(r'<p>x</p><script>v = {"b": "she said \"never\" twice\u2014and then she was gone"}</script>')
    assert 'she said "never" twice—and then she was gone' in text.text


HIDING = "<style>/* .a{} */ p, .x { color: red } .gone, #away { display : none }"


@pytest.mark.parametrize("element", ["<p class='big gone'>", "<p id=away>"])
def test_what_the_pages_own_style_sheet_hides_is_hidden(element: str) -> None:
    assert role_of(f"{HIDING}</style>{element}{SECRET}</p>") is SegmentRole.HIDDEN


@pytest.mark.parametrize(
    "more",
    [
        ".open .gone { display: block }</style>",
        "</style><script>document.querySelector('.gone').style.display = ''</script>",
        "</style><script src=/app.js></script>",
    ],
)
def test_what_the_page_may_show_again_is_text(more: str) -> None:
    assert role_of(f"{HIDING}{more}<p class=gone>{SECRET}</p>") is SegmentRole.BODY


def test_what_only_a_print_or_a_narrow_screen_hides_is_text() -> None:
    sheet = "<style>@media print { .gone { display: none } } .wide.gone { display: none }</style>"
    assert role_of(f"{sheet}<p class=gone>{SECRET}</p>") is SegmentRole.BODY


def test_a_page_inside_an_attribute_is_shown_in_its_place() -> None:
    text = text_of_html(
        "<p>Before.</p><iframe srcdoc=\"<p>In the &lt;b>frame&lt;/b>.</p><iframe srcdoc='<p>no'></iframe>\"></iframe><p>After.</p>"
    )
    assert text.text == "Before.\n\nIn the frame.\n\nAfter."
