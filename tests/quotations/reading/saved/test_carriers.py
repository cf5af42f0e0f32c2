"""Where each citation stands in its saved file, and the copy with Robust Links."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.errors import DamagedInput
from quotations.model import Target
from quotations.reading import read_article
from quotations.reading.saved.edits import spliced
from quotations.reading.saved.page import SavedPage
from quotations.reading.saved.robust import robust_edits

pytestmark = pytest.mark.unit

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="{charset}"><title>Lamps</title></head><body>
<nav><a href="https://a.example/lamp">the lamp</a></nav>
<article><h1>Lamps</h1>
<p>Café, Müller und Söhne: <a class=x href="https://a.example/lamp">resolved to keep</a> the lamp, and the
school <a href='https://b.example/?a=1&amp;b=2'>wrote a letter</a> about it, as told at https://c.example/told.</p>
<p><q cite="https://d.example/q">It shall stay.</q> Later the board <a href="https://a.example/lamp">changed its mind</a>.</p>
</article></body></html>
"""


def read(charset="utf-8", page=PAGE, **more):
    data = page.format(charset=charset).encode(charset, "xmlcharrefreplace")
    return data, read_article(data, name="a.html", **more)


def at(data, charset, place):
    """What stands at a place of the file."""
    lines = data.decode(charset).removeprefix("\ufeff").split("\n")
    return lines[place.line - 1][place.column - 1 :]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16", "shift_jis"])
def test_every_link_has_its_line_and_column_in_any_encoding(charset):
    data, article = read(charset)
    starts = {citation.anchor: at(data, charset, citation.place) for citation in article.citations if citation.place}
    assert starts["resolved to keep"].startswith('<a class=x href="https://a.example/lamp">resolved')
    assert starts["wrote a letter"].startswith("<a href='https://b.example/")
    assert starts["changed its mind"].startswith('<a href="https://a.example/lamp">changed')
    printed = next(c for c in article.citations if c.url == "https://c.example/told")
    assert at(data, charset, printed.place).startswith("https://c.example/told")
    quoted = next(c for c in article.citations if c.url == "https://d.example/q")
    assert at(data, charset, quoted.place).startswith("<q cite=")


def test_an_address_that_stands_twice_is_told_by_its_words():
    data, article = read()
    same = [c for c in article.citations if c.url == "https://a.example/lamp"]
    places = [c.place.line for c in same]
    assert sorted(places) == [3, 5, 7][-len(places) :]
    for citation in same:
        assert citation.anchor in at(data, "utf-8", citation.place)


def test_the_end_stands_behind_the_links_own_end_tag():
    data, article = read()
    link = next(c for c in article.citations if c.anchor == "resolved to keep")
    line = data.decode().split("\n")[link.place.end_line - 1]
    assert line[: link.place.end_column - 1].endswith("resolved to keep</a>")


def test_a_page_in_one_long_line_has_columns():
    words = "".join(f'<p>Café {n} <a href="https://a.example/{n}">link {n}</a></p>' for n in range(300))
    data = f'<html lang="en"><title>T</title><article><h1>T</h1>{words}</article></html>'.encode()
    article = read_article(data, name="a.html")
    assert len(article.citations) == 300
    line = data.decode()
    for citation in article.citations:
        assert line[citation.place.column - 1 :].startswith(f'<a href="{citation.href}">')


def robust_copy(data, links, name=""):
    edits = robust_edits(data, links, name=name)
    return spliced(data, edits), len(edits)


def attributes(url="https://a.example/lamp"):
    return (("data-originalurl", url), ("data-versiondate", "2026-05-03"))


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16", "shift_jis", "iso2022_jp"])
def test_a_robust_copy_touches_its_links_and_no_other_byte(charset):
    data, _ = read(charset)
    copy, number = robust_copy(data, {"https://a.example/lamp": attributes()})
    assert number == 3
    added = ' data-originalurl="https://a.example/lamp" data-versiondate="2026-05-03"'
    assert copy != data
    assert copy.decode(charset).replace(added, "") == data.decode(charset)
    assert f'<a class=x href="https://a.example/lamp"{added}>resolved' in copy.decode(charset)


def test_bytes_that_are_no_characters_stay_as_they_are():
    data = b'<html><title>\xff\xfe\x81</title><p>\xc3\x28 <a href="https://a.example/lamp">x</a> \xf0\x9f</p>'
    copy, number = robust_copy(data, {"https://a.example/lamp": attributes()})
    assert number == 1
    added = b' data-originalurl="https://a.example/lamp" data-versiondate="2026-05-03"'
    assert copy.replace(added, b"") == data


def test_a_wide_page_that_cannot_be_put_back_is_refused_by_name():
    data = '<html><a href="https://a.example/lamp">x</a>'.encode("utf-16") + b"\x00"
    with pytest.raises(DamagedInput):
        robust_copy(data, {"https://a.example/lamp": attributes()}, name="a.html")


@given(st.text(max_size=80))
def test_no_value_leaves_its_attribute(value):
    data = b'<html><meta charset="windows-1252"><p><a href=x>one</a><b>two</b></p>'
    copy, number = robust_copy(data, {"x": (("data-versionurl", value),)})
    assert number == 1
    head, _, rest = copy.decode("cp1252").partition(' data-versionurl="')
    written, quote, tail = rest.partition('"')
    assert (head, quote, tail) == ('<html><meta charset="windows-1252"><p><a href=x', '"', ">one</a><b>two</b></p>")
    plain = "".join(c if c.isprintable() else f"%{ord(c):02X}" for c in value)
    assert html.unescape(written) == plain or "&#" in written


def test_what_an_author_wrote_is_left():
    data = b'<a href="x" data-versiondate="2020-01-01">one</a><a data-originalurl=y data-versiondate=z href="x">two</a>'
    copy, number = robust_copy(data, {"x": attributes()})
    assert number == 1
    assert copy.startswith(b'<a href="x" data-versiondate="2020-01-01" data-originalurl="https://a.example/lamp">one')
    assert copy.endswith(b'<a data-originalurl=y data-versiondate=z href="x">two</a>')


def test_links_in_scripts_and_comments_are_none():
    data = b"<!-- <a href=x> --><script>'<a href=x>'</script><a href=x>one</a>"
    copy, number = robust_copy(data, {"x": attributes()})
    assert number == 1
    assert copy.startswith(b"<!-- <a href=x> --><script>'<a href=x>'</script><a href=x data-")


def test_the_article_reads_the_same_and_knows_its_versions():
    data, before = read()
    copy, _ = robust_copy(data, {"https://a.example/lamp": attributes()})
    after = read_article(copy, name="a.html")
    assert after.text == before.text
    assert {str(c.as_of) for c in after.citations if c.url == "https://a.example/lamp"} == {"2026-05-03"}
    assert all(c.target is Target.OK for c in after.citations)


@given(st.binary(max_size=300))
def test_any_bytes_are_put_back(data):
    page = SavedPage(data)
    assert not page.whole or page.bytes_of(page.markup) == data
