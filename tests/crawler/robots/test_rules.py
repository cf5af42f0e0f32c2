from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from protego import Protego

from crawler.robots.rules import LIMIT, read

pytestmark = pytest.mark.unit

SITE = "https://paper.example"


def verdict(text: str, path: str) -> tuple[bool, str | None]:
    return read(text.encode(), "Citetrail").verdict(SITE + path)


@pytest.mark.parametrize(
    ("text", "path", "allowed", "line"),
    [
        ("", "/a", True, None),
        ("User-agent: *\nDisallow:", "/a", True, None),
        ("User-agent: *\nDisallow: /", "/a", False, "Disallow: /"),
        ("User-agent: *\nDisallow: /  # all of it", "/a", False, "Disallow: /"),
        ("User-agent: *\nDisallow: /\nAllow: /open", "/open/x", True, "Allow: /open"),
        ("User-agent: *\nAllow: /p\nDisallow: /p", "/p", True, "Allow: /p"),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False, "Disallow: /*.pdf$"),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True, None),
        ("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", False, "Disallow: /a*b*c"),
        ("User-agent: *\nDisallow: /?q=", "/?q=1", False, "Disallow: /?q="),
        ("User-agent: citetrail/2.0\nDisallow: /us\nUser-agent: *\nDisallow: /all", "/all", True, None),
        ("User-agent: Citetrail\nDisallow: /us\nUser-agent: *\nDisallow: /all", "/us", False, "Disallow: /us"),
        ("User-agent: other\nUser-agent: citetrail\nDisallow: /both", "/both", False, "Disallow: /both"),
        ("User-agent: citetrail\nDisallow: /1\nUser-agent: x\nDisallow: /\nUser-agent: citetrail\nDisallow: /2", "/2",
         False, "Disallow: /2"),
        ("User-agent: other\nDisallow: /", "/a", True, None),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9", False, "Disallow: /caf%C3%A9"),
        ("User-agent: *\nDisallow: /café", "/caf%C3%A9/x", False, "Disallow: /café"),
        ("User-agent: *\nDisallow: /%7Ejoe", "/~joe", False, "Disallow: /%7Ejoe"),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True, None),
        ("User-agent: *\nAllow: //**\nDisallow: /*/*", "//", True, "Allow: //**"),
        ("User-agent: *\nDisallow: /robots.txt", "/robots.txt", True, None),
        ("Disallow: /", "/a", True, None),
        ("<html><p>not found</p>", "/a", True, None),
        ("\ufeffUser-agent: *\r\rDisallow: /a\r\n", "/a", False, "Disallow: /a"),
        ("User-agent: *\nSitemap: x\nDisallow: /a", "/a", False, "Disallow: /a"),
    ],
)  # fmt: skip
def test_the_longest_rule_of_our_group_decides(text: str, path: str, allowed: bool, line: str | None) -> None:
    assert verdict(text, path) == (allowed, line)


def test_crawl_delay_is_read() -> None:
    assert read(b"User-agent: *\nCrawl-delay: 2.5", "Citetrail").crawl_delay == 2.5
    assert read(b"User-agent: *\nCrawl-delay: soon", "Citetrail").crawl_delay is None
    assert read(b"User-agent: *\nCrawl-delay: -1", "Citetrail").crawl_delay is None


def test_what_lies_beyond_the_limit_is_not_read() -> None:
    text = b"User-agent: *\nDisallow: /a\n" + b"# filler\n" * (LIMIT // 9) + b"Disallow: /late\n"
    assert verdict(text.decode(), "/a")[0] is False
    assert verdict(text.decode(), "/late")[0] is True


#: No question mark: the other reader counts three octets for it, the law one.
PATHS = st.text("ab/*.$", max_size=8).map(lambda tail: "/" + tail)


@settings(max_examples=300)
@example([("Allow", "//**"), ("Disallow", "/*/*")], "/")
@given(st.lists(st.tuples(st.sampled_from(["Allow", "Disallow"]), PATHS), max_size=5), st.text("ab/.?", max_size=8))
def test_it_decides_as_another_reader_of_robots_txt_does(rules: list[tuple[str, str]], tail: str) -> None:
    text = "User-agent: *\n" + "\n".join(f"{key}: {path}" for key, path in rules if "$" not in path[:-1])
    url = f"{SITE}/{tail}"
    other = Protego.parse(text)
    ours, _ = read(text.encode(), "Citetrail").verdict(url)
    assert ours == other.can_fetch(url, "Citetrail")


@given(st.binary(max_size=400))
def test_no_bytes_break_it(data: bytes) -> None:
    read(b"User-agent: *\n" + data, "Citetrail").verdict(SITE + "/a?b")


def test_a_pattern_of_many_asterisks_is_matched_in_no_time() -> None:
    rules = read(b"User-agent: *\nDisallow: /" + b"a*" * 1500 + b"z", "Citetrail")
    assert rules.verdict(SITE + "/" + "a" * 8000) == (True, None)
