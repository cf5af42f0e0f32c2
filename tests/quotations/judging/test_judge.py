from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quotations.codec import decode, encode
from quotations.errors import UsageError
from quotations.judging import Candidate, Looked, engine, explain, judge, place
from quotations.model import (
    ArchivedCopy,
    Article,
    Attribution,
    Basis,
    Capture,
    Citation,
    Finding,
    Flag,
    Incomplete,
    LinkState,
    Memento,
    Quotation,
    QuotationKind,
    Severity,
    Span,
    State,
    Target,
    Text,
    Verdict,
)

pytestmark = pytest.mark.unit

WORDS = "the quay was shut for two winters after the storm"
HAS = Text(
    text="The clerk read the list. As he said, the quay was shut for two winters after the storm. Then the board rose.",
    language="en",
)
LACKS = Text(
    text="Tides and moonlight drive the engines of the mill. A miller counts the sacks of flour twice a week.",
    language="en",
)
CHANGED = Text(
    text="As he said, the quay was not shut for two winters after the storm. Then the board rose.", language="en"
)
PARTLY = Text(
    text="As he said, the quay was shut for two winters after the", incomplete=Incomplete.PAYWALL, language="en"
)
GERMAN = Text(
    text="Der Hafen wurde nach dem Sturm für zwei Winter geschlossen, und die Fischer mussten auf der anderen Seite der Bucht warten.",
    language="de",
)
READ_AT = datetime(2024, 5, 20, tzinfo=UTC)
ARTICLE = Article(text="…", format="html", published="2024-05-10")


def quotation(words: str = WORDS, **more: object) -> Quotation:
    return replace(Quotation.asked(words), **more)  # type: ignore[arg-type]


def candidate(
    text: Text | None, number: int = 1, *, basis: Basis = Basis.INSIDE_ANCHOR, score: float = 0.9, margin: float = 0.5,
    state: State = State.ALIVE, reason: str | None = None, at: datetime = READ_AT, memento: Memento | None = None, **more: object,
) -> Candidate:  # fmt: skip
    url = f"https://source.example/{number}"
    citation = Citation(id=str(number), href=url, url=url, anchor="there", span=Span(0, 1))
    return Candidate(
        attribution=Attribution(quotation="1", citation=str(number), basis=basis, score=score, margin=margin),
        citation=replace(citation, **more),  # type: ignore[arg-type]
        link=LinkState(citation=str(number), href=url, url=url, state=state, reason=reason),
        looked=Looked(Capture(url=url, captured_at=at, status=200, memento=memento), text)
        if text is not None
        else None,
    )


UNSURE = {"basis": Basis.PARAGRAPH, "score": 0.6, "margin": 0.3}


def test_a_quotation_without_a_citation_is_unchecked() -> None:
    found = judge(quotation(), [])
    assert (found.verdict, found.checkability, found.severity, found.rules) == (
        Verdict.UNCHECKED,
        "no_citation",
        None,
        ("no_citation",),
    )


def test_a_citation_that_lost_its_address_has_no_target() -> None:
    found = judge(quotation(), [candidate(None, url=None, target=Target.LOST, state=State.LOST_TARGET)])
    assert (found.verdict, found.checkability) == (Verdict.UNCHECKED, "no_target")


READS = [
    # a sure pairing and a source read whole: the verdict stands
    (HAS, {}, Verdict.VERBATIM, "full", Severity.OK),
    (LACKS, {}, Verdict.NOT_FOUND, "full", Severity.ERROR),
    (CHANGED, {}, Verdict.CRITICAL, "full", Severity.ERROR),
    # an unsure pairing never accuses of an absence, but a passage speaks for itself
    (LACKS, UNSURE, Verdict.UNCHECKED, "ambiguous_pairing", None),
    (CHANGED, UNSURE, Verdict.CRITICAL, "full", Severity.ERROR),
    # … but not in a link that is only the nearest: it shows what differs and blames nobody
    (CHANGED, {**UNSURE, "score": 0.4}, Verdict.CRITICAL, "full", Severity.NOTE),
    (CHANGED, {**UNSURE, "basis": Basis.EVIDENCE, "score": 0.4}, Verdict.CRITICAL, "full", Severity.ERROR),
    # a cue's link needs score and margin, a sentence's link more of both
    (LACKS, {"basis": Basis.CUE_LINK, "score": 0.5, "margin": 0.1}, Verdict.NOT_FOUND, "full", Severity.ERROR),
    (LACKS, {"basis": Basis.CUE_LINK, "score": 0.5, "margin": 0.05}, Verdict.UNCHECKED, "ambiguous_pairing", None),
    (LACKS, {"basis": Basis.SAME_SENTENCE, "score": 0.7, "margin": 0.5}, Verdict.UNCHECKED, "ambiguous_pairing", None),
    (LACKS, {"basis": Basis.ECHO, "score": 1.0, "margin": 1.0}, Verdict.UNCHECKED, "ambiguous_pairing", None),
    # only a part was read: what is there is found, what is not may be in the rest
    (replace(HAS, incomplete=Incomplete.TRUNCATED), {}, Verdict.VERBATIM, "partial", Severity.OK),
    (replace(LACKS, incomplete=Incomplete.TRUNCATED), {}, Verdict.UNCHECKED, "partial", None),
    (HAS, {"state": State.GATED, "reason": "login"}, Verdict.VERBATIM, "partial", Severity.OK),
    (LACKS, {"state": State.GATED, "reason": "login"}, Verdict.UNCHECKED, "link:gated", None),
    # not read at all
    (None, {"state": State.GONE, "reason": "http_404"}, Verdict.UNCHECKED, "link:gone", None),
    # an error page's text is not the source's, whatever stands on it
    (HAS, {"state": State.SOFT_404, "reason": "title"}, Verdict.UNCHECKED, "link:soft_404", None),
    # another language
    (GERMAN, {}, Verdict.UNCHECKED, "other_language", None),
]  # fmt: skip


def test_a_translation_set_beside_the_original_words_accuses_nobody() -> None:
    german = "Der Kai wurde nach dem Sturm für zwei Winter geschlossen, und die Boote lagen auf dem Ufer der Stadt."
    both = replace(quotation(), text=f"The clerk read the list. As he said, {WORDS}. {german}")
    english = replace(
        quotation(), text=f"The clerk read the list. As he said, {WORDS}. And the king came by boat to sell it all."
    )
    found = judge(both, [candidate(HAS)], article=ARTICLE)
    assert (found.verdict, found.checkability, found.severity) == (Verdict.UNCHECKED, "other_language", None)
    assert found.comparison is not None
    assert found.comparison.passage is not None
    assert WORDS in found.comparison.passage.exact
    assert judge(english, [candidate(HAS)], article=ARTICLE).verdict is Verdict.PARTIAL


@pytest.mark.parametrize(("text", "more", "verdict", "checkability", "severity"), READS)
def test_an_absence_accuses_only_where_it_may(text, more, verdict, checkability, severity) -> None:  # type: ignore[no-untyped-def]
    found = judge(quotation(), [candidate(text, **more)], article=ARTICLE)
    assert (found.verdict, found.checkability, found.severity) == (verdict, checkability, severity), found
    if checkability == "link:gone":
        assert found.reason == "http_404"
    assert found.engine == engine()
    assert all(explain(rule) for rule in found.rules)


def test_where_the_pairing_is_sure_words_elsewhere_are_misattributed() -> None:
    found = judge(quotation(), [candidate(LACKS, 1), candidate(HAS, 2, **UNSURE)], article=ARTICLE)
    assert found.verdict is Verdict.NOT_FOUND
    assert found.attribution is not None
    assert found.attribution.citation == "1"
    assert found.placement is not None
    assert (found.placement.rung, found.placement.citation, found.placement.verdict) == (
        "cited_elsewhere",
        "2",
        Verdict.VERBATIM,
    )
    assert found.also == ("2",)


def test_where_it_was_not_sure_the_candidate_that_has_the_words_wins() -> None:
    found = judge(quotation(), [candidate(LACKS, 1, **UNSURE), candidate(HAS, 2, **UNSURE)], article=ARTICLE)
    assert found.verdict is Verdict.VERBATIM
    assert found.attribution is not None
    assert (found.attribution.citation, found.attribution.basis) == ("2", Basis.EVIDENCE)
    assert Flag.PAIRED_BY_EVIDENCE in found.flags


def test_fabricated_words_say_what_was_searched() -> None:
    found = judge(quotation(), [candidate(LACKS, 1), candidate(LACKS, 2)], article=ARTICLE)
    assert found.placement is not None
    assert (found.placement.rung, found.placement.searched) == ("nowhere_held", ("cited_elsewhere",))


LATER = datetime(2024, 9, 1, tzinfo=UTC)
VERSIONS = [
    # a later version accuses nobody of more than a note or a warning
    (LACKS, {"at": LATER}, Verdict.NOT_FOUND, "later_version", Severity.NOTE),
    (CHANGED, {"at": LATER}, Verdict.CRITICAL, "later_version", Severity.WARNING),
    (HAS, {"at": LATER}, Verdict.VERBATIM, "full", Severity.OK),
    # a fixed version is no later one
    (LACKS, {"at": LATER, "url": "https://code.example/blob/0a55c75e6d9bc71c80136a3867dac52356177443/minutes.md"}, Verdict.NOT_FOUND, "full", Severity.ERROR),
    (LACKS, {"at": LATER, "archived": ArchivedCopy(original="https://source.example/1", at=None)}, Verdict.NOT_FOUND, "full", Severity.ERROR),
    (LACKS, {"at": LATER, "memento": Memento(archive="a.example", original="https://source.example/1", at=READ_AT)}, Verdict.NOT_FOUND, "full", Severity.ERROR),
]  # fmt: skip


@pytest.mark.parametrize(("text", "more", "verdict", "checkability", "severity"), VERSIONS)
def test_a_later_version_accuses_nobody(text, more, verdict, checkability, severity) -> None:  # type: ignore[no-untyped-def]
    found = judge(quotation(), [candidate(text, **more)], article=ARTICLE)
    assert (found.verdict, found.checkability, found.severity) == (verdict, checkability, severity)
    assert found.days_later == (114 if checkability == "later_version" else None)


def test_a_supplied_copy_finds_and_never_accuses() -> None:
    dead = candidate(None, state=State.GONE, reason="http_404")
    copy = Looked(Capture(url="file", captured_at=READ_AT, supplied="copy.html"), HAS)
    found = judge(quotation(), [dead], article=ARTICLE, supplied=[copy])
    assert (found.verdict, found.source.state) == (Verdict.VERBATIM, State.SUPPLIED)
    assert found.attribution is not None
    assert found.attribution.basis is Basis.EVIDENCE
    other = judge(quotation(), [dead], article=ARTICLE, supplied=[replace_text(copy, LACKS)])
    assert (other.verdict, other.checkability) == (Verdict.UNCHECKED, "link:gone")


def replace_text(looked: Looked, text: Text) -> Looked:
    return Looked(looked.capture, text)


@pytest.mark.parametrize(
    ("text", "checkability"),
    [
        (Text(text="", incomplete=Incomplete.SCANNED), "link:not_text"),
        (Text(text="7KH FOHUN UHDG WKH OLVW", incomplete=Incomplete.SCANNED), "link:not_text"),
        (Text(text="", incomplete=Incomplete.UNREADABLE), "link:unreadable"),
        (Text(text=" "), "link:unreadable"),
    ],
)
def test_a_copy_without_words_is_unread_whoever_gave_it(text: Text, checkability: str) -> None:
    found = judge(quotation(), [candidate(text, state=State.SUPPLIED)])
    assert (found.verdict, found.checkability, found.rules) == (Verdict.UNCHECKED, checkability, ("not_read",))


def test_what_a_gate_shows_is_a_part_that_was_read() -> None:
    found = judge(quotation(), [candidate(replace(LACKS, incomplete=Incomplete.PAYWALL), state=State.GATED)])
    assert (found.checkability, found.rules[-1]) == ("link:gated", "part_read")


@pytest.mark.parametrize(
    "sign",
    [
        "This is a rush transcript.", "A transcript not in its final form.", "It may not be in its final form.",
        "Remarks as prepared for delivery.", "Prepared remarks.", "Mr. Orr (ph) spoke.", "Mr. Orr [ph] spoke.",
        "Mr. Orr (sic) spoke.", "Mr. Orr [sic] spoke.", "Mr. Orr (PH) spoke.", "Mr. Orr (SIC) spoke.",
    ],
)  # fmt: skip
def test_each_sign_of_an_unsure_transcript_is_seen(sign: str) -> None:
    found = judge(quotation(), [candidate(replace(CHANGED, text=f"{sign} {CHANGED.text}"))], article=ARTICLE)
    assert Flag.TRANSCRIPT_QUALITY in found.flags


@pytest.mark.parametrize("sign", ["A prepared speech (of Orr).", "The final form [of it].", "A transcript."])
def test_what_resembles_such_a_sign_is_none(sign: str) -> None:
    found = judge(quotation(), [candidate(replace(CHANGED, text=f"{sign} {CHANGED.text}"))], article=ARTICLE)
    assert Flag.TRANSCRIPT_QUALITY not in found.flags


def test_an_unsure_transcript_is_no_ground_for_an_error() -> None:
    rushed = replace(CHANGED, text="THIS IS A RUSH TRANSCRIPT. " + CHANGED.text)
    found = judge(quotation(), [candidate(rushed)], article=ARTICLE)
    assert (found.verdict, found.severity) == (Verdict.CRITICAL, Severity.WARNING)
    assert Flag.TRANSCRIPT_QUALITY in found.flags


CONTEXTS = [
    ("It is false that the quay was shut for two winters after the storm.", Flag.CONTEXT_NEGATED),
    ("If the board agrees, the quay was shut for two winters after the storm.", Flag.CONTEXT_CONDITIONAL),
    ("Is it so that the quay was shut for two winters after the storm?", Flag.CONTEXT_QUESTION),
    ("Critics say the quay was shut for two winters after the storm.", Flag.CONTEXT_REPORTED),
    ("He wrote that the quay was shut for two winters after the storm. But that is wrong.", Flag.CONTEXT_REBUTTED),
    (
        "Orr said: “As we know, the quay was shut for two winters after the storm and never mended.”",
        Flag.SECONDARY_SOURCE,
    ),
]


@pytest.mark.parametrize(("source", "flag"), CONTEXTS)
def test_what_stands_around_the_passage_is_said(source: str, flag: Flag) -> None:
    text = Text(text="The board met on Tuesday. " + source + " Then they rose.", language="en")
    assert flag in judge(quotation(), [candidate(text)], article=ARTICLE).flags
    assert flag not in judge(quotation(), [candidate(HAS)], article=ARTICLE).flags


def test_another_speaker_is_said() -> None:
    turns = "ANNA ORR: The quay was shut for two winters after the storm.\n\nBEN HALE: Indeed.\n\nANNA ORR: So it was.\n\nBEN HALE: Yes.\n"
    for speaker, mismatch in (("Ben Hale", True), ("Anna Orr", False), ("Orr", False), (None, False)):
        found = judge(quotation(speaker=speaker), [candidate(Text(text=turns, language="en"))], article=ARTICLE)
        assert (Flag.SPEAKER_MISMATCH in found.flags) is mismatch


def test_notices_dates_and_copies_are_said() -> None:
    text = replace(HAS, notices=("retracted: 2024",), published="2024-05-12")
    assert {Flag.SOURCE_RETRACTED, Flag.SOURCE_LATER} <= set(
        judge(quotation(), [candidate(text)], article=ARTICLE).flags
    )
    article = replace(ARTICLE, title="How the quay of Quenby was shut for two winters")
    copy = replace(HAS, title="How the quay of Quenby was shut for two winters")
    assert Flag.CIRCULAR in judge(quotation(), [candidate(copy)], article=article).flags
    assert Flag.ECHO in judge(quotation(kind=QuotationKind.ECHO), [candidate(HAS)]).flags


def test_place_stops_behind_the_first_rung_that_has_the_words() -> None:
    capture = Capture(url="https://source.example/3", captured_at=READ_AT)
    asked: list[str] = []

    def rungs():  # type: ignore[no-untyped-def]
        for rung, text in (("same_site", LACKS), ("same_site", HAS), ("anywhere_held", HAS), ("anywhere_held", HAS)):
            asked.append(rung)
            yield rung, capture, text

    found = place(quotation(), rungs())
    assert (found.rung, found.verdict, found.url) == ("same_site", Verdict.VERBATIM, capture.url)
    assert found.searched == ("same_site",)
    assert asked == ["same_site", "same_site", "anywhere_held"]
    assert place(quotation(), iter([])).rung == "nowhere_held"


def test_a_finding_survives_the_pipe() -> None:
    found = judge(quotation(), [candidate(CHANGED)], article=ARTICLE)
    assert encode(decode(Finding, encode(found))) == encode(found)


def test_same_bytes_same_engine_same_finding() -> None:
    assert judge(quotation(), [candidate(CHANGED)]) == judge(quotation(), [candidate(CHANGED)])
    assert set(engine()) == {"version", "text", "lexicons", "suffixes"}


def test_explain_knows_its_codes_and_refuses_others() -> None:
    assert explain("negation").verdict is Verdict.CRITICAL
    with pytest.raises(UsageError):
        explain("no such rule")


def test_a_light_match_is_weighed_with_its_neighbour() -> None:
    story = "Much was said that night. " * 400
    source = Text(
        text=story + "They spoke of the peace, and the quay was shut for two winters after the storm. " + story,
        language="en",
    )
    light = Quotation(id="1", text="of the peace", parts=(Span(10, 22),))
    beside = Quotation(id="2", text=WORDS, parts=(Span(60, 110),))
    far = replace(beside, parts=(Span(9_000, 9_050),))
    alone = judge(light, [candidate(source)], article=ARTICLE)
    if alone.verdict is Verdict.WEAK:
        assert (
            judge(light, [candidate(source)], article=replace(ARTICLE, quotations=(light, beside))).verdict
            is Verdict.VERBATIM
        )
        assert (
            judge(light, [candidate(source)], article=replace(ARTICLE, quotations=(light, far))).verdict is Verdict.WEAK
        )
