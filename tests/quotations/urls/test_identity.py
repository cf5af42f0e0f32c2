"""Addresses as a reader's browser reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.urls import clean, host_of, locator, resolve, scheme_of, source_url

pytestmark = pytest.mark.unit

BASE = "https://paper.example/archive/1998/index.html?old=1"


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("ferry.html", "https://paper.example/archive/1998/ferry.html"),
        ("../index.html", "https://paper.example/archive/index.html"),
        ("../../../../up.html", "https://paper.example/up.html"),
        ("./", "https://paper.example/archive/1998/"),
        ("..", "https://paper.example/archive/"),
        ("?issue=4", "https://paper.example/archive/1998/index.html?issue=4"),
        ("#top", "https://paper.example/archive/1998/index.html?old=1#top"),
        ("", "https://paper.example/archive/1998/index.html?old=1"),
        ("/a//b", "https://paper.example/a//b"),
        ("docs//rules", "https://paper.example/archive/1998/docs//rules"),
        ("//Other.Example/pr/4", "https://other.example/pr/4"),
        ("\\\\other.example\\pr", "https://other.example/pr"),
        ("https:next.html", "https://paper.example/archive/1998/next.html"),
        ("http:/slash.example/", "http://slash.example/"),
        ("  /a\nb\t ", "https://paper.example/ab"),
        ("/snap/1999/http://old.example/x", "https://paper.example/snap/1999/http://old.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("zotero://select/items/X", "zotero://select/items/X"),
    ],
)
def test_a_reference_is_resolved_as_a_browser_does(href, absolute):
    assert resolve(href, BASE) == absolute


@pytest.mark.parametrize(
    "written",
    [
        "https://paper.example/r/%E9t%E9",
        "https://paper.example/pkg/name%2Fpart",
        "https://paper.example/a//b/",
        "https://paper.example/%7Euser/(x)?q=a+b&c=%20",
        "https://user:pw@paper.example:8443/x;p=1",
        "http://[2001:db8::1]:8080/",
    ],
)
def test_escapes_and_double_slashes_stay_as_written(written):
    assert resolve(written, None) == written
    assert source_url(written) == written


def test_scheme_host_and_default_port_are_made_equal():
    assert source_url("HTTPS://Paper.EXAMPLE:443/A?b#c") == "https://paper.example/A?b"
    assert source_url("http://paper.example:080") == "http://paper.example/"
    assert source_url("http://paper.example:8080/") == "http://paper.example:8080/"


def test_dot_segments_of_an_address_stay_in_the_name_of_a_source():
    assert source_url("https://paper.example/a/../b") == "https://paper.example/a/../b"


def test_a_host_in_other_letters_has_its_ascii_form():
    assert resolve("http://Müller.example/ä", None) == "http://xn--mller-kva.example/%C3%A4"
    assert resolve("http://straße.example/", None) == "http://xn--strae-oqa.example/"
    assert resolve("http://m%C3%BCller.example/", None) == "http://xn--mller-kva.example/"


def test_a_query_is_encoded_in_the_page_s_charset_and_a_path_is_not():
    assert resolve("/é?q=é", "http://a.example/", "windows-1252") == "http://a.example/%C3%A9?q=%E9"
    assert resolve("?q=Ж", "http://a.example/", "windows-1252") == "http://a.example/?q=%26%231046%3B"


def test_a_relative_address_without_a_base_leads_nowhere():
    assert resolve("ferry.html", None) is None
    assert resolve("ferry.html", "mailto:x@y.example") is None


def test_a_fragment_is_the_locator_and_no_part_of_the_source():
    url = "https://paper.example/report#:~:text=low,tide"
    assert source_url(url) == "https://paper.example/report"
    assert locator(url) == ":~:text=low,tide"
    assert locator("https://paper.example/report#") is None


def test_blanks_around_and_line_ends_inside_are_no_part_of_an_address():
    assert clean(" \n https://a.example/x\r\ny ") == "https://a.example/xy"
    assert scheme_of(" HTTP://a") == "http"
    assert scheme_of("a/b:c") is None
    assert host_of("https://u@A.example:1/") == "a.example"


@given(st.text(max_size=60), st.sampled_from([None, BASE, "http://a.example", "file:///x", "x:y"]))
def test_no_address_is_too_odd(href, base):
    found = resolve(href, base)
    assert found is None or isinstance(found, str)
    source_url(href)
    locator(href)
    host_of(href)


@given(st.text(alphabet="abc/.%2F?#:@[]\\é ", max_size=40))
def test_resolving_what_is_resolved_changes_nothing(tail):
    once = resolve("/" + tail, "https://a.example/")
    assert once is None or resolve(once, None) == once


def test_an_escape_that_a_hosts_letters_hide_is_undone_at_once():
    once = resolve("//%2é2/", "https://a.example/")
    assert once == resolve(once, None) == 'https://xn--"-cma/'
    assert resolve("https://%77ww.example/", None) == "https://www.example/"
    assert resolve("https://%5Cx41%2541.example/", None) == "https://\\x41a.example/"


def test_an_address_without_a_host_leads_nowhere():
    assert resolve("http://", None) is None
    assert resolve("//:/x", "https://a.example/") is None
