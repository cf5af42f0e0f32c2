import pytest

from quotations.judging import RULES, compare
from quotations.model import Segment, SegmentRole, Span, Text, Verdict

pytestmark = pytest.mark.unit

HARBOUR = "The harbour board of Quenby met on Tuesday in the upper room of the customs house. "
AFTER = " Nobody from the fishery came to hear it."

#: code, what the source says, what is quoted, verdict
CASES = [
    ("verbatim", "The quay was shut for two winters after the storm.", "The quay was shut for two winters after the storm.", "VERBATIM"),
    ("stepped_over", "The quay was shut[12] for two winters after the storm.", "The quay was shut for two winters after the storm.", "TYPOGRAPHIC"),
    ("typography", "The keeper’s lamp was “out” for two winters.", "The keeper's lamp was \"out\" for two winters.", "TYPOGRAPHIC"),
    ("marks", "The quay was shut; the lamp was out for two winters.", "The quay was shut, the lamp was out for two winters.", "CONVENTIONAL"),
    ("final_mark", "The quay was shut for two winters.", "The quay was shut for two winters,", "CONVENTIONAL"),
    ("case", "In March the quay was shut for two winters.", "The quay was shut for two winters.", "CONVENTIONAL"),
    ("case_inner", "The Harbour Board kept the quay shut for two winters.", "The harbour board kept the quay shut for two winters.", "CONVENTIONAL"),
    ("accent", "The quay at Łódź was shut for two winters.", "The quay at Lodz was shut for two winters.", "CONVENTIONAL"),
    ("apostrophe", "We dont know who shut the quay for two winters.", "We don't know who shut the quay for two winters.", "CONVENTIONAL"),
    ("spelling", "The colour of the quay had faded over two winters.", "The color of the quay had faded over two winters.", "CONVENTIONAL"),
    ("join", "A home grown guild shut the quay for two winters.", "A homegrown guild shut the quay for two winters.", "CONVENTIONAL"),
    ("abbreviation", "The Federal Harbour Agency shut the quay for two winters.", "The F.H.A. shut the quay for two winters.", "CONVENTIONAL"),
    ("number_form", "They moored twelve boats and 8 percent of the barges there.", "They moored 12 boats and 8% of the barges there.", "CONVENTIONAL"),
    ("typo", "A singificant storm shut the quay for two winters.", "A significant storm shut the quay for two winters.", "CONVENTIONAL"),
    ("speech", "We're gonna shut the quay for two winters.", "We're going to shut the quay for two winters.", "MINOR"),
    ("masked", "Nobody could find the damn quay for two winters.", "Nobody could find the d—n quay for two winters.", "MARKED"),
    ("expletive", "Nobody knew what the hell was wrong with the quay for two winters.", "Nobody knew what was wrong with the quay for two winters.", "MINOR"),
    ("bracket", "He shut the quay for two winters after the storm.", "[The mayor] shut the quay for two winters after the storm.", "MARKED"),
    ("bracket", "the quay was shut for two winters after the storm.", "[T]he quay was shut for two winters after the storm.", "MARKED"),
    ("credit", "The quay was shut for two winters after the storm.", "The quay was shut for two winters after the storm. — Anna Orr", "TYPOGRAPHIC"),
    ("sic", "The quay were shut for two winters after the storm.", "The quay were [sic] shut for two winters after the storm.", "MARKED"),
    ("bracket_critical", "We will not shut the quay for two winters.", "We will [surely] shut the quay for two winters.", "CRITICAL"),
    ("gap", "The quay, which was old and cracked, was shut for two winters.", "The quay … was shut for two winters.", "ELIDED"),
    ("gap_empty", "The quay was shut for two winters after the storm.", "The quay was shut … for two winters after the storm.", "CONVENTIONAL"),
    ("gap_edge", "The quay was shut for two winters after the storm.", "… quay was shut for two winters after the storm …", "ELIDED"),
    ("gap_critical", "The tenants are not permitted to shut the quay in winter.", "The tenants are … permitted to shut the quay in winter.", "CRITICAL"),
    ("omits_reversal", "We shall open the quay. But not this year. The lamps are ready for it.", "We shall open the quay. … The lamps are ready for it.", "ELIDED"),
    ("far_gap", "The quay was shut for two winters. " + "Rain fell on the roofs. " * 60 + "The lamps were mended in spring.", "The quay was shut for two winters. … The lamps were mended in spring.", "ELIDED"),
    ("too_far", "The quay was shut for two winters. " + "Rain fell on the roofs. " * 260 + "The lamps were mended in spring.", "The quay was shut for two winters. … The lamps were mended in spring.", "SPLICED"),
    ("crumbs", "The quay was shut for two winters.\n\n" + "Rain fell on the roofs of the town all day. " * 9 + "\n\nA bishop came to bless the lighthouse keeper.", "The quay … to bless … lighthouse keeper", "SPLICED"),
    ("contraction", "We have shut the quay for two winters.", "We've shut the quay for two winters.", "MINOR"),
    ("filler", "The quay was, you know, shut for two winters.", "The quay was shut for two winters.", "MINOR"),
    ("repetition", "The quay was shut, was shut for two winters.", "The quay was shut for two winters.", "MINOR"),
    ("function_word", "He said that the quay was shut for two winters.", "He said the quay was shut for two winters.", "MINOR"),
    ("inflection", "They put the interests of the quay before the winters.", "They put the interest of the quay before the winters.", "MINOR"),
    ("future", "We are going to shut the quay for two winters.", "We will shut the quay for two winters.", "MINOR"),
    ("frame", "And I think the quay was shut for two winters.", "And the quay was shut for two winters.", "MINOR"),
    ("vocative", "The quay, ladies and gentlemen, was shut for two winters.", "The quay was shut for two winters.", "MINOR"),
    ("moved", "Slowly the quay filled with barges over two winters.", "the quay slowly filled with barges over two winters.", "MINOR"),
    ("name_spelling", "They told Katie that the quay was shut for two winters.", "They told Katy that the quay was shut for two winters.", "MINOR"),
    ("inaudible", "The quay was (INAUDIBLE) for two winters after the storm.", "The quay was closed for two winters after the storm.", "MINOR"),
    ("will_changed", "The guild will dredge the inner basin of the quay.", "The guild dredge the inner basin of the quay.", "ALTERED"),
    ("aspect", "They are mending the lamps of the quay after the storm.", "They are mended the lamps of the quay after the storm.", "ALTERED"),
    ("opposite", "They mended the lamps and the wall of the quay.", "They mended the lamps or the wall of the quay.", "ALTERED"),
    ("person", "They mended our lamps on the wall of the quay.", "They mended their lamps on the wall of the quay.", "ALTERED"),
    ("name_for_pronoun", "The guild will pay for it in the spring of the year.", "The guild will pay for Quenby in the spring of the year.", "ALTERED"),
    ("name_form", "They heard that Mrs. Orr shut the quay for two winters.", "They heard that Tamsin Orr shut the quay for two winters.", "ALTERED"),
    ("word", "The quay was shut for two winters after the storm.", "The quay was crowded for two winters after the storm.", "ALTERED"),
    ("addition", "The quay was shut for two winters after the storm.", "The stone quay was shut for two winters after the storm.", "ALTERED"),
    ("omission", "The old stone quay was shut for two winters after the storm.", "The quay was shut for two winters after the storm.", "ALTERED"),
    ("order", "They moored boats and carts along the quay all winter.", "They moored carts and boats along the quay all winter.", "ALTERED"),
    ("polarity", "The clerk was unsatisfied with the lamps along the quay.", "The clerk was not satisfied with the lamps along the quay.", "ALTERED"),
    ("cut_word", "The quay was shut for two winters by the magistrates.", "The quay was shut for two winters by the magistr", "ALTERED"),
    ("cut_negation", "It is unlikely that the quay stays shut for two winters.", "likely that the quay stays shut for two winters.", "CRITICAL"),
    ("cut_number", "The mending of the quay cost the guild 2.6 million crowns.", "The mending of the quay cost the guild 2.6", "CRITICAL"),
    ("silent_cut", "The quay, which the council had sold to the bank, was shut for two winters.", "The quay was shut for two winters.", "SPLICED"),
    ("order_far", "The quay was shut for two winters after the storm. " + "Rain fell on the roofs. " * 30 + "The lamps were mended by the guild in spring.", "The lamps were mended by the guild in spring. The quay was shut for two winters after the storm.", "SPLICED"),
    ("negation", "The quay was not shut for two winters after the storm.", "The quay was shut for two winters after the storm.", "CRITICAL"),
    ("number", "They moored 12 boats along the quay all winter.", "They moored 21 boats along the quay all winter.", "CRITICAL"),
    ("number", "The cellar of the quay held at −5 °C through the winter.", "The cellar of the quay held at 5 °C through the winter.", "CRITICAL"),
    ("name", "They sold the lamps of the quay to Denmark in spring.", "They sold the lamps of the quay to Norway in spring.", "CRITICAL"),
    ("modality", "The guild may shut the quay for two winters.", "The guild must shut the quay for two winters.", "CRITICAL"),
    ("condition", "We shut the quay unless the bishop comes in winter.", "We shut the quay when the bishop comes in winter.", "CRITICAL"),
    ("quantifier", "Most boats left the quay after two winters.", "All boats left the quay after two winters.", "CRITICAL"),
    ("hedge", "The guild will probably shut the quay for two winters.", "The guild will shut the quay for two winters.", "CRITICAL"),
    ("comparison", "They moored more boats than barges along the quay.", "They moored fewer boats than barges along the quay.", "CRITICAL"),
    ("absent_words", "The quay was shut for two winters after the great storm.", "The quay was shut for two winters after the great storm because of a quarrel between two bishops", "PARTIAL"),
    ("segment_absent", "The quay was shut for two winters after the great storm.", "The quay was shut for two winters after the great storm … a bishop quarrelled bitterly with magistrates", "PARTIAL"),
    ("weak", "And then the quay was shut.", "of the", "WEAK"),
    ("not_found", "The quay was shut for two winters.", "A comet frightened seven astronomers beside their observatory", "NOT_FOUND"),
    ("paraphrase", "In spring the guild mended the cracked lamps along the inner basin.", "The guild mended the lamps, and every cracked basin shone", "PARAPHRASE"),
]  # fmt: skip
IDS = [f"{case[0]}-{number}" for number, case in enumerate(CASES)]


@pytest.mark.parametrize(("code", "source", "quote", "verdict"), CASES, ids=IDS)
def test_each_rule_comes_to_its_verdict(code: str, source: str, quote: str, verdict: str) -> None:
    found = compare(quote, Text(text=HARBOUR + source + AFTER, language="en"))
    assert found.verdict.value == verdict, found
    assert code in found.rules, found


LONG_TALK = (
    "ANNA ORR: The quay is older than the church and nobody mends it.\n\n"
    "BEN HALE: Who should pay for it, then?\n\n"
    "ANNA ORR: The guild of net-makers should pay for the lamps first.\n\n"
    "BEN HALE: They will refuse, as they did in March.\n\n"
)
TURNS = [
    ("two_speakers", "The quay is older than the church and nobody mends it. … Who should pay for it, then?", "SPLICED"),
    ("turn_cut", "The quay is older than the church and nobody mends it. The guild of net-makers should pay for the lamps first.", "SPLICED"),
    # another's turn inside a declared gap, both sides by one speaker
    ("gap", "The quay is older than the church and nobody mends it. … The guild of net-makers should pay for the lamps first.", "ELIDED"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "quote", "verdict"), TURNS)
def test_turns_of_speech(code: str, quote: str, verdict: str) -> None:
    found = compare(quote, Text(text=LONG_TALK, language="en"))
    assert found.verdict.value == verdict, found
    assert code in found.rules


def page(*blocks: tuple[SegmentRole, str]) -> Text:
    """A text of labelled blocks."""
    words, segments = "", []
    for role, block in blocks:
        segments.append(Segment(Span(len(words), len(words) + len(block)), role))
        words += block + "\n\n"
    return Text(text=words, segments=tuple(segments), language="en")


BODY = (SegmentRole.BODY, "The town kept its lamps lit through the whole of the long winter.")
PLACES = [
    ("only_hidden", SegmentRole.HIDDEN, Verdict.NOT_FOUND),
    ("only_metadata", SegmentRole.METADATA, Verdict.VERBATIM),
    ("only_headline", SegmentRole.HEADING, Verdict.VERBATIM),
    ("only_caption", SegmentRole.CAPTION, Verdict.VERBATIM),
    ("outside_main", SegmentRole.COMMENTS, Verdict.VERBATIM),
    ("outside_main", SegmentRole.TEASER, Verdict.VERBATIM),
]


@pytest.mark.parametrize(("flag", "role", "verdict"), PLACES)
def test_where_the_words_stand_is_said(flag: str, role: SegmentRole, verdict: Verdict) -> None:
    found = compare(
        "Bishop quarrels with seven net-makers", page(BODY, (role, "Bishop quarrels with seven net-makers"), BODY)
    )
    assert found.verdict is verdict
    assert flag in [f.value for f in found.flags]
    assert flag in found.rules


JOINTS = [
    # the next item begins with a capital that the quotation does not keep
    (SegmentRole.LIST, "Fares rise by a tenth in January for pensioners", "SPLICED"),
    # it keeps the capital: two items, run together
    (SegmentRole.LIST, "Fares rise by a tenth in January For pensioners the boats stay free", "TYPOGRAPHIC"),
    (SegmentRole.BODY, "Fares rise by a tenth in January For pensioners the boats stay free", "TYPOGRAPHIC"),
]


@pytest.mark.parametrize(("role", "quote", "verdict"), JOINTS)
def test_blocks_join_only_where_one_may_read_on(role: SegmentRole, quote: str, verdict: str) -> None:
    text = page(BODY, (role, "Fares rise by a tenth in January"), (role, "For pensioners the boats stay free"), BODY)
    found = compare(quote, text)
    assert (
        found.verdict.rank <= Verdict.TYPOGRAPHIC.rank if verdict == "TYPOGRAPHIC" else found.verdict.value == verdict
    )
    assert ("block_joined" in found.rules) is (verdict == "SPLICED")


def test_every_rule_is_exercised_somewhere() -> None:
    elsewhere = {  # what a finding adds, in test_judge.py, and what needs more than a line of text
        "part_read", "other_language", "not_read", "no_citation", "no_target", "unsure_pairing", "unstaked_pairing", "paired_by_evidence", "later_version", "archived_version",
        "transcript_quality", "full_stop_faked", "truncated_left", "truncated_right", "block_joined", "bracket_wide", "partial", "formulaic",
        "announced", "emphasis_changed", "translated_number", "translated_name",
    }  # fmt: skip
    told = {case[0] for case in CASES} | {case[0] for case in TURNS} | {case[0] for case in PLACES} | elsewhere
    assert set(RULES) <= told, set(RULES) - told
