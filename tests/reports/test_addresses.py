from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.model import Passage, Span
from reports.addresses import at_passage, followable

pytestmark = pytest.mark.unit

URL = "https://a.example/page"


def passage(exact: str, prefix: str = "", suffix: str = "", page: int | None = None) -> Passage:
    return Passage(exact=exact, prefix=prefix, suffix=suffix, span=Span(0, len(exact)), page=page)


def test_a_short_passage_is_named_whole() -> None:
    assert at_passage(URL, passage("kept as it stands")) == f"{URL}#:~:text=kept%20as%20it%20stands"


def test_hyphens_commas_and_ampersands_are_no_syntax() -> None:
    address = at_passage(URL, passage("well-known, loved & kept alive"))
    assert address == f"{URL}#:~:text=well%2Dknown%2C%20loved%20%26%20kept%20alive"


def test_a_long_passage_is_named_by_its_ends() -> None:
    words = " ".join(f"w{number}" for number in range(40))
    assert at_passage(URL, passage(words)) == f"{URL}#:~:text=w0%20w1%20w2%20w3%20w4,w35%20w36%20w37%20w38%20w39"


def test_a_passage_over_two_blocks_is_named_by_words_of_each() -> None:
    address = at_passage(URL, passage("end of the first\n\nstart of the next"))
    assert address == f"{URL}#:~:text=end%20of%20the%20first,start%20of%20the%20next"


def test_words_that_stand_there_often_are_told_apart_by_whole_neighbours() -> None:
    found = passage("of course", prefix="alf a word and then he said ", suffix=" it was late and a hal")
    assert at_passage(URL, found) == f"{URL}#:~:text=then%20he%20said-,of%20course,-it%20was%20late"
    longer = passage("of course it was so", prefix="one he said ", suffix=" and left")
    assert at_passage(URL, longer, ambiguous=True) == f"{URL}#:~:text=he%20said-,of%20course%20it%20was%20so,-and"


def test_neighbours_come_from_the_same_block_only() -> None:
    found = passage("of course", prefix="A heading\n", suffix="\nThe next paragraph")
    assert at_passage(URL, found) == f"{URL}#:~:text=of%20course"


def test_a_fragment_that_is_there_stays_before_the_directive() -> None:
    assert at_passage(f"{URL}#part:~:text=old", passage("kept as it stands")).startswith(f"{URL}#part:~:text=kept")


def test_a_pdf_opens_at_its_page() -> None:
    assert at_passage("https://a.example/x.pdf#page=1", passage("kept", page=7)) == "https://a.example/x.pdf#page=7"


def test_only_web_addresses_are_followed() -> None:
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "",
        None,
        "http://[",
        "//x.example",
    ):
        assert followable(address) is None
        assert at_passage(address, passage("kept as it stands")) is None


@given(st.text(min_size=1))
def test_what_is_named_can_be_read_back_and_holds_no_raw_syntax(words: str) -> None:
    address = at_passage(URL, passage(words))
    directive = address.partition(":~:text=")[2]
    assert all(character.isascii() for character in directive)
    assert directive.count(",") <= 1
    named = unquote(directive.replace(",", " ")).split()
    assert set(named) <= set(words.encode("utf-8", "replace").decode().split())


def test_what_no_address_holds_is_encoded() -> None:
    assert followable('https://a.example/x y"<>\u202e\x1b') == "https://a.example/x%20y%22%3C%3E%E2%80%AE%1B"
    assert followable("https://a.example/Größe?q=a&b#c") == "https://a.example/Größe?q=a&b#c"
