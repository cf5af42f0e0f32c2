import pytest

from quotations.comparison import index
from quotations.comparison.locate import find_runs
from quotations.judging import compare
from quotations.model import Flag, Segment, SegmentRole, Span, Text, Verdict

pytestmark = pytest.mark.unit


def page(*blocks: tuple[SegmentRole, str]) -> Text:
    words, segments = "", []
    for role, block in blocks:
        segments.append(Segment(Span(len(words), len(words) + len(block)), role))
        words += block + "\n\n"
    return Text(text=words, segments=tuple(segments), language="en")


BODY, HIDDEN, CAPTION, HEADING = SegmentRole.BODY, SegmentRole.HIDDEN, SegmentRole.CAPTION, SegmentRole.HEADING


def test_hidden_words_are_in_no_reader_s_view() -> None:
    ready = index(page((BODY, "one two"), (HIDDEN, "three four"), (BODY, "five six")))
    assert ready.seen.keys == ["one", "two", "five", "six"]
    assert ready.unseen is not None
    assert ready.unseen.keys == ["three", "four"]


def test_what_may_be_stepped_over_is_out_of_the_plain_view() -> None:
    ready = index(page((BODY, "one two[3] (APPLAUSE) three"), (CAPTION, "a lamp"), (BODY, "four")))
    assert ready.plain is not None
    assert ready.plain.keys == ["one", "two", "three", "four"]
    assert index(page((BODY, "one two"))).plain is None


def test_brackets_in_capitals_are_no_stage_directions() -> None:
    ready = index(page((BODY, "the league (ISIS) and the treaty (PACT) held (LAUGHTER) on")))
    assert ready.plain is not None
    assert "isis" in ready.plain.keys
    assert "laughter" not in ready.plain.keys


def test_a_transcript_names_its_speakers() -> None:
    talk = (
        "ANNA ORR: The quay is old.\n\nIt always was.\n\nBEN HALE: Why?\n\nANNA ORR: Ask the guild.\n\nBEN HALE: I did."
    )
    ready = index(Text(text=talk))
    who = [block.speaker for block in ready.blocks]
    assert who == ["ANNA ORR", "ANNA ORR", "BEN HALE", "ANNA ORR", "BEN HALE"]
    # one line with a colon makes no transcript, and words of a quotation may look like a label
    note = Text(text="STREAM: watch the boats come home tonight. The quay is old and nobody mends it in winter.")
    assert [block.speaker for block in index(note).blocks] == [None]
    assert compare("STREAM: watch the boats come home tonight", note).verdict is Verdict.VERBATIM


def test_of_several_places_the_one_in_the_body_and_the_speaker_s_is_taken() -> None:
    words = "the lamps of the outer moorings are out"
    ready = page((HEADING, "The lamps of the outer moorings are out"), (BODY, f"She said that {words} for good."))
    found = compare(words, ready)
    assert found.verdict is Verdict.VERBATIM
    assert found.passage is not None
    assert "She said" in found.passage.prefix
    assert Flag.ONLY_HEADLINE not in found.flags
    assert Flag.SEVERAL_OCCURRENCES in found.flags
    assert len(found.occurrences) == 2
    turns = Text(text=f"ANNA ORR: Now {words}.\n\nBEN HALE: Indeed.\n\nANNA ORR: So.\n\nBEN HALE: Yes, now {words}.")
    for speaker, before in (("Ben Hale", "Yes, now "), ("Anna Orr", "ORR: Now ")):
        told = compare(words, turns, speaker=speaker)
        assert told.passage is not None
        assert told.passage.prefix.endswith(before)


def test_a_text_directive_chooses_the_place() -> None:
    text = page(
        (HEADING, "North"),
        (BODY, "Here the quay was shut for two winters by ice."),
        (HEADING, "South"),
        (BODY, "There the quay was shut for two winters by debt."),
    )
    for locator, after in (("south", " by debt"), ("north", " by ice")):
        found = compare("the quay was shut for two winters", text, locator=locator)
        assert found.passage is not None
        assert found.passage.suffix.startswith(after)


def test_a_page_s_furniture_inside_a_passage_is_stepped_over() -> None:
    text = page(
        (BODY, "The quay was shut for two winters after the storm."),
        (BODY, "Sign up for our letter"),
        (BODY, "It cost the town a summer's water and the guild its lamps."),
    )
    found = compare(
        "The quay was shut for two winters after the storm. It cost the town a summer's water and the guild its lamps.",
        text,
    )
    assert found.verdict is Verdict.TYPOGRAPHIC
    # a sentence is no furniture
    real = page(
        (BODY, "The quay was shut for two winters after the storm."),
        (BODY, "The mayor paid for all of it from his own pocket."),
        (BODY, "It cost the town a summer's water and the guild its lamps."),
    )
    told = compare(
        "The quay was shut for two winters after the storm. It cost the town a summer's water and the guild its lamps.",
        real,
    )
    assert told.verdict is Verdict.SPLICED


def test_a_dropped_word_of_an_advertisement_is_a_dropped_word() -> None:
    text = page(
        (BODY, "The quay is old."), (SegmentRole.TEASER, "The keeper of the northern lighthouse wrote every evening")
    )
    assert compare("The keeper of the lighthouse wrote every evening", text).verdict is Verdict.ALTERED


def test_the_ledger_of_a_gap_says_what_went() -> None:
    text = page((BODY, "The quay, which was old and cracked, was shut for two winters."))
    found = compare("The quay … was shut for two winters.", text)
    assert [(gap.text, gap.words) for gap in found.omitted] == [("which was old and cracked", 5)]
    assert [segment.verdict.value for segment in found.segments] == ["VERBATIM", "VERBATIM"]
    assert all(segment.span is not None for segment in found.segments)


def test_profiles_move_single_rules() -> None:
    text = page((BODY, "In March the quay was shut, you know, for two winters after the storm."))
    quote = "The quay was shut for two winters after the storm."
    assert [compare(quote, text, profile=p).verdict.value for p in ("chicago", "transcript")] == [
        "MINOR",
        "CONVENTIONAL",
    ]
    capital = "The quay was shut, you know, for two winters after the storm."
    assert [compare(capital, text, profile=p).verdict.value for p in ("chicago", "legal", "ap")] == [
        "CONVENTIONAL",
        "MINOR",
        "CONVENTIONAL",
    ]


PAGES = [
    # a running head, a page number inside a divided word, a note at the foot
    (
        (BODY, "They say that the quay was shut for two"),
        (BODY, "12 Harbour Review"),
        (BODY, "winters after the storm and nobody mended it."),
    ),
    (
        (BODY, "They say that the quay was shut for two win-"),
        (BODY, "12"),
        (BODY, "ters after the storm and nobody mended it."),
    ),
    (
        (BODY, "They say that the quay was shut for two"),
        (SegmentRole.NOTE, "3 See the minutes of that year."),
        (BODY, "winters after the storm and nobody mended it."),
    ),
]


@pytest.mark.parametrize("blocks", PAGES)
def test_a_page_s_end_is_no_change(blocks: tuple[tuple[SegmentRole, str], ...]) -> None:
    found = compare("the quay was shut for two winters after the storm and nobody mended it", page(*blocks))
    assert found.verdict.rank <= Verdict.CONVENTIONAL.rank, found


def test_whole_quotations_stand_where_the_index_of_words_finds_them_too() -> None:
    text = " ".join(["the old mill by the river stood still", "and the old mill by the road ran on"] * 3)
    keys = ["the", "old", "mill", "by", "the"]
    seen = index(Text(text=text)).seen
    runs = find_runs(keys, [0], seen, [10.0] * len(keys))
    assert seen.whole(keys, 100) == sorted(run.source for run in runs if run.size == len(keys))
    assert seen.whole(keys, 2) == seen.whole(keys, 100)[:2]
    assert seen.whole(["the", "old", "road"], 100) == []
    indexed = index(Text(text=text)).seen
    assert indexed.postings["mill"]
    for words in (keys, ["mill"], ["the", "old", "road"], ["on", "the"], ["on"], ["the", "absent"]):
        assert indexed.whole(words, 100) == seen.whole(words, 100)
        assert indexed.whole(words, 2) == seen.whole(words, 2)


def test_a_word_at_the_edge_of_another_is_no_word_of_a_whole_quotation() -> None:
    seen = index(Text(text="Northern light and another lighthouse stood there")).seen
    assert seen.whole(["light", "and"], 9) == [1]
    assert seen.whole(["other", "lighthouse"], 9) == []
