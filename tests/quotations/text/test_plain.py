import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.model import SegmentRole
from quotations.text.plain import text_of

pytestmark = pytest.mark.unit


def test_soft_wraps_stay_inside_their_paragraph() -> None:
    text = text_of("The ferry ran\nuntil noon.\n\nThen it did not.\n")
    assert [s.span.of(text.text) for s in text.segments] == ["The ferry ran\nuntil noon.", "Then it did not."]
    assert text.text == "The ferry ran\nuntil noon.\n\nThen it did not.\n"


def test_line_ends_of_every_system_become_line_feeds() -> None:
    assert text_of("one\r\ntwo\rthree").text == "one\ntwo\nthree"


def test_form_feeds_count_pages() -> None:
    text = text_of("first page\f\nsecond page\n\nstill second\fthird")
    assert [(s.page, s.span.of(text.text)) for s in text.segments] == [
        (1, "first page"),
        (2, "second page"),
        (2, "still second"),
        (3, "third"),
    ]


def test_listed_lines_are_items_of_their_own() -> None:
    text = text_of("Rules:\n\n- keep left\n- keep dry\n  and warm\n\n1. First\n2) Second")
    items = [(s.role, s.item, s.span.of(text.text)) for s in text.segments]
    assert items == [
        (SegmentRole.BODY, None, "Rules:"),
        (SegmentRole.LIST, 1, "- keep left"),
        (SegmentRole.LIST, 2, "- keep dry\n  and warm"),
        (SegmentRole.LIST, 3, "1. First"),
        (SegmentRole.LIST, 4, "2) Second"),
    ]


def test_headings_and_rules_are_known() -> None:
    text = text_of("# Bridges\n\nOn bridges\n==========\n\nProse.\n\n* * *\n\nMore.")
    assert [(s.role, s.junk) for s in text.segments] == [
        (SegmentRole.HEADING, False),
        (SegmentRole.HEADING, False),
        (SegmentRole.BODY, False),
        (SegmentRole.BODY, True),
        (SegmentRole.BODY, False),
    ]


@given(st.text(alphabet="ab.-*# \n\f\r\t:", max_size=80))
def test_every_character_that_is_no_white_space_is_in_a_segment(words: str) -> None:
    text = text_of(words)
    kept = "".join(s.span.of(text.text) for s in text.segments)
    assert "".join(kept.split()) == "".join(text.text.split())
