"""An audit made by hand that has every verdict, state and flag in it. The texts are our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from quotations.model import (
    Article,
    Attribution,
    Audit,
    Basis,
    Chance,
    Citation,
    Comparison,
    Confidence,
    Finding,
    Flag,
    Hop,
    LinkState,
    Memento,
    Notice,
    Omission,
    Operation,
    Passage,
    Placement,
    Quotation,
    QuotationForm,
    QuotationKind,
    Role,
    SegmentMatch,
    Severity,
    SourceSeen,
    Span,
    State,
    Target,
    Verdict,
)

READ_AT = datetime(2026, 11, 23, 9, 12, 31, tzinfo=UTC)
ENGINE = {"version": "0.1.0", "text": "1", "lexicons": "2026-11", "suffix list": "2026-10-19"}
SEVERITY = {
    Verdict.MINOR: Severity.NOTE,
    Verdict.ALTERED: Severity.WARNING,
    Verdict.SPLICED: Severity.WARNING,
    Verdict.CRITICAL: Severity.ERROR,
    Verdict.PARTIAL: Severity.WARNING,
    Verdict.WEAK: Severity.NOTE,
    Verdict.PARAPHRASE: Severity.WARNING,
    Verdict.NOT_FOUND: Severity.ERROR,
    Verdict.UNCHECKED: None,
}

BEFORE = "The board met for three hours on Tuesday and heard two engineers before it came to the matter of the mole. "
AFTER = " Nobody spoke against the motion, and the meeting closed at nine, an hour later than the clerk had planned."


def operation(source_text: str, quote: str, source: str, article: str, label: str, verdict: Verdict) -> Operation:
    """A difference found by its words in both texts; an empty side stands where the other one's neighbour does."""
    start = len(BEFORE) + source_text.index(source) if source else len(BEFORE)
    at = Span(quote.index(article), quote.index(article) + len(article)) if article else None
    return Operation(
        label=label, article=article, source=source, span=Span(start, start + len(source)), at=at, verdict=verdict
    )


def passage(exact: str, **more: object) -> Passage:
    """*exact* in the minutes."""
    span = Span(len(BEFORE), len(BEFORE) + len(exact))
    return Passage(exact=exact, prefix=BEFORE, suffix=AFTER, span=span, section="The old mole", **more)  # type: ignore[arg-type]


def quotation(id: str, text: str, **more: object) -> Quotation:
    """A quotation of the article."""
    start = 100 * int(id)
    return Quotation(id=id, text=text, parts=(Span(start, start + len(text)),), speaker="Ms Ruud", cue="said", **more)  # type: ignore[arg-type]


SEEN = SourceSeen(
    url="https://harbour.example/minutes/may",
    final_url="https://harbour.example/minutes/2026-05",
    state=State.ALIVE,
    captured_at=READ_AT,
    digest="sha256:9c1e4f7a02b3d18866a1c5e9f0b24d7781e3a6c95f20d4b7c8e91a03f5d6b7c2",
    complete=True,
    language="en",
    title="Minutes of the harbour board, May 2026",
    capture="412",
)


def finding(id: str, quote: str, verdict: Verdict, **more: object) -> Finding:
    """A finding of the article's quotation *id*, paired with the citation of the same number."""
    values: dict[str, object] = {
        "quotation": quotation(id, quote),
        "attribution": Attribution(quotation=id, citation=id, basis=Basis.CUE_LINK, score=0.92, margin=0.4),
        "verdict": verdict,
        "severity": SEVERITY.get(verdict, Severity.OK),
        "checkability": "full",
        "source": SEEN,
        "engine": ENGINE,
        "rules": ("words", verdict.value.lower()),
        **more,
    }
    return Finding(**values)  # type: ignore[arg-type]


def compared(verdict: Verdict, exact: str, **more: object) -> Comparison:
    """A comparison that found *exact*."""
    chance = Chance(bits=96.5, expected=1e-20, in_words="Words like these do not meet by chance.")
    values: dict[str, object] = {"verdict": verdict, "passage": passage(exact), "chance": chance, **more}
    return Comparison(**values)  # type: ignore[arg-type]


MOLE = "the old mole shall be kept as it stands until the winter"


def _exact() -> list[Finding]:
    curly = "the harbour's oldest wall"
    return [
        finding("1", MOLE, Verdict.VERBATIM, comparison=compared(Verdict.VERBATIM, MOLE)),
        finding("2", curly, Verdict.TYPOGRAPHIC, comparison=compared(Verdict.TYPOGRAPHIC, curly.replace("'", "’"))),
        finding(
            "3",
            "It will be kept",
            Verdict.CONVENTIONAL,
            comparison=compared(Verdict.CONVENTIONAL, "it will be kept"),
            flags=(Flag.TRUNCATED_LEFT, Flag.SEVERAL_OCCURRENCES, Flag.ECHO),
        ),
    ]


def _marked() -> list[Finding]:
    bracketed, whole = "[the mole] will outlive us", "it will outlive us"
    elided = "The dues fell … while the crane was paid for"
    full = "The dues fell by a tenth, which nobody had foreseen, while the crane was paid for"
    gap = "by a tenth, which nobody had foreseen,"
    start = len(BEFORE) + full.index(gap)
    omitted = Omission(text=gap, words=7, sentences=0, span=Span(start, start + len(gap)))
    return [
        finding(
            "4",
            bracketed,
            Verdict.MARKED,
            comparison=compared(
                Verdict.MARKED,
                whole,
                operations=(operation(whole, bracketed, "it", "[the mole]", "bracket", Verdict.MARKED),),
            ),
            flags=(Flag.BRACKET_SUBSTANTIVE, Flag.EMPHASIS_CHANGED),
        ),
        finding(
            "5",
            elided,
            Verdict.ELIDED,
            comparison=compared(
                Verdict.ELIDED,
                full,
                omitted=(omitted,),
                segments=(
                    SegmentMatch(text="The dues fell", verdict=Verdict.VERBATIM, span=Span(110, 123)),
                    SegmentMatch(text="while the crane was paid for", verdict=Verdict.VERBATIM, span=Span(163, 191)),
                ),
            ),
            flags=(Flag.OMITS_REVERSAL, Flag.FAR_GAP, Flag.TRUNCATED_RIGHT),
        ),
    ]


def _altered() -> list[Finding]:
    asked, asked_in_source = "It'll be kept because we asked", "It will be kept because we had asked"
    road, road_in_source = "the road floods at every high tide", "the road floods at every spring tide"
    cut = "The wall is sound and the money is there"
    whole = "The wall is sound. The engineer said so twice. And the money is there"
    gap = ". The engineer said so twice. And"
    safe, safe_in_source = "the new crane is safe to use by 40 people", "the new crane is not safe to use by 14 people"
    return [
        finding(
            "6",
            asked,
            Verdict.MINOR,
            comparison=compared(
                Verdict.MINOR,
                asked_in_source,
                operations=(
                    operation(asked_in_source, asked, "It will", "It'll", "contraction", Verdict.MINOR),
                    operation(asked_in_source, asked, "had", "", "function_word", Verdict.MINOR),
                ),
            ),
            flags=(Flag.FRAME_CHANGED, Flag.NAME_SPELLING, Flag.INAUDIBLE, Flag.TRANSCRIPT_QUALITY),
        ),
        finding(
            "7",
            road,
            Verdict.ALTERED,
            comparison=compared(
                Verdict.ALTERED,
                road_in_source,
                operations=(operation(road_in_source, road, "spring", "high", "substitution", Verdict.ALTERED),),
            ),
            flags=(Flag.FULL_STOP_FAKED, Flag.ONLY_HEADLINE, Flag.ONLY_CAPTION, Flag.SECONDARY_SOURCE),
        ),
        finding(
            "8",
            cut,
            Verdict.SPLICED,
            comparison=compared(
                Verdict.SPLICED, whole, operations=(operation(whole, cut, gap, "and", "omission", Verdict.SPLICED),)
            ),
            flags=(Flag.SPEAKER_MISMATCH, Flag.OUTSIDE_MAIN),
        ),
        finding(
            "9",
            safe,
            Verdict.CRITICAL,
            comparison=compared(
                Verdict.CRITICAL,
                safe_in_source,
                operations=(
                    replace(operation(safe_in_source, safe, "not", "", "negation", Verdict.CRITICAL), at=Span(17, 17)),
                    operation(safe_in_source, safe, "14", "40", "number", Verdict.CRITICAL),
                ),
            ),
            flags=(Flag.CONTEXT_NEGATED, Flag.CONTEXT_CONDITIONAL, Flag.CONTEXT_QUESTION, Flag.CONTEXT_REPORTED),
        ),
    ]


def _partly() -> list[Finding]:
    half = "the accounts were read … and the county was thanked for its patience"
    return [
        finding(
            "10",
            half,
            Verdict.PARTIAL,
            comparison=compared(
                Verdict.PARTIAL,
                "the accounts were read",
                segments=(
                    SegmentMatch(text="the accounts were read", verdict=Verdict.VERBATIM, span=Span(108, 130)),
                    SegmentMatch(
                        text="and the county was thanked for its patience", verdict=Verdict.NOT_FOUND, span=None
                    ),
                ),
            ),
            flags=(Flag.CONTEXT_REBUTTED, Flag.SOURCE_CORRECTED, Flag.SOURCE_RETRACTED),
        ),
        finding(
            "11",
            "of course",
            Verdict.WEAK,
            comparison=compared(
                Verdict.WEAK,
                "of course",
                chance=Chance(bits=9.0, expected=2.5, in_words="Two or three such matches are expected by chance."),
            ),
            flags=(Flag.FORMULAIC, Flag.LANGUAGE_RULES_MISSING),
            confidence=Confidence.LOW,
        ),
    ]


def _absent() -> list[Finding]:
    elsewhere = Placement(
        rung="cited_elsewhere",
        url="https://gazette.example/letters",
        citation="1",
        captured_at=READ_AT,
        passage=passage("the children may paint the wall"),
        verdict=Verdict.VERBATIM,
        searched=("cited_elsewhere",),
    )
    nowhere = Placement(rung="nowhere_held", searched=("cited_elsewhere", "same_site", "linked", "archived", "held"))
    return [
        finding(
            "12",
            "children were welcome to decorate the net store",
            Verdict.PARAPHRASE,
            comparison=compared(Verdict.PARAPHRASE, "the children might paint the wall of the net store"),
            flags=(Flag.SOURCE_LATER, Flag.CIRCULAR),
        ),
        finding(
            "13",
            "we were never told a thing about any of it",
            Verdict.NOT_FOUND,
            comparison=Comparison(verdict=Verdict.NOT_FOUND),
            placement=nowhere,
            flags=(Flag.ONLY_HIDDEN, Flag.ONLY_METADATA),
        ),
        finding("14", "the children may paint the wall", Verdict.NOT_FOUND, placement=elsewhere, also=("1",)),
        finding(
            "15",
            "the ferry will sail on Sundays",
            Verdict.NOT_FOUND,
            severity=Severity.NOTE,
            checkability="later_version",
            days_later=412,
            comparison=Comparison(verdict=Verdict.NOT_FOUND),
        ),
        finding(
            "16",
            "the ferry sails at six",
            Verdict.ALTERED,
            checkability="later_version",
            days_later=412,
            comparison=compared(
                Verdict.ALTERED,
                "the ferry sails at seven",
                operations=(
                    operation(
                        "the ferry sails at seven", "the ferry sails at six", "seven", "six", "number", Verdict.CRITICAL
                    ),
                ),
            ),
        ),
    ]


def _unchecked() -> list[Finding]:
    def unseen(id: str, quote: str, checkability: str, **more: object) -> Finding:
        source = SourceSeen(url=f"https://other.example/{id}")
        return finding(
            id, quote, Verdict.UNCHECKED, **{"checkability": checkability, "source": source, "rules": (), **more}
        )

    return [
        unseen("17", "there is no more to say", "no_target", source=SourceSeen()),
        unseen("18", "a matter for the county", "no_citation", attribution=None, source=SourceSeen()),
        unseen("19", "they never answered", "ambiguous_pairing", flags=(Flag.PAIRED_BY_EVIDENCE,)),
        unseen("20", "on page nine of the annex", "partial"),
        unseen("21", "der alte Damm bleibt", "other_language"),
        unseen("22", "we may yet go to court", "link:gated", reason="payment"),
        unseen("23", "no comment", "link:gone", reason="http_404"),
        unseen("24", "not for crawlers", "link:disallowed", reason="robots"),
    ]


FINDINGS = (*_exact(), *_marked(), *_altered(), *_partly(), *_absent(), *_unchecked())

_REASONS = {
    State.MOVED: "permanent",
    State.GONE: "http_404",
    State.SOFT_404: "title",
    State.REFUSED: "http_403",
    State.CHALLENGED: "vendor",
    State.GATED: "payment",
    State.LIMITED: "http_429",
    State.LEGAL: "http_451",
    State.DISALLOWED: "robots",
    State.FAILED: "dns",
    State.SERVER_ERROR: "http_502",
    State.UNREADABLE: "encoding",
    State.UNSUPPORTED: "scheme",
    State.UNKNOWN: "not_followed",
}
_WEIGHT = {
    State.ALIVE: Severity.OK,
    State.MOVED: Severity.OK,
    State.SUPPLIED: Severity.OK,
    State.GONE: Severity.ERROR,
    State.HIJACKED: Severity.ERROR,
    State.SOFT_404: Severity.WARNING,
    State.PARKED: Severity.WARNING,
    State.UNSUPPORTED: None,
    State.LOST_TARGET: None,
    State.UNKNOWN: None,
}


def _link(number: int, state: State) -> LinkState:
    url = f"https://{state.value.replace('_', '-')}.example/page"
    lost = state is State.LOST_TARGET
    return LinkState(
        citation=str(number),
        href="#" if lost else url,
        url=None if lost else url,
        state=state,
        reason=_REASONS.get(state),
        severity=_WEIGHT.get(state, Severity.NOTE),
        final_url=f"{url}/new" if state is State.MOVED else url,
        notices=tuple(Notice) if state is State.ALIVE else (),
        evidence=("The title reads “Page not found”.",) if state is State.SOFT_404 else (),
        http_status=200,
        redirects=(Hop(url=url, status=301, location="/new"),) if state is State.MOVED else (),
        captured_at=READ_AT,
        first_failed=datetime(2026, 9, 2, tzinfo=UTC) if state is State.GONE else None,
        last_good=datetime(2026, 6, 30, tzinfo=UTC) if state is State.GONE else None,
        archive=Memento(archive="https://archive.example", original=url, at=READ_AT) if state is State.GONE else None,
    )


LINKS = tuple(_link(number, state) for number, state in enumerate(State, 1))

CITATIONS = tuple(
    Citation(
        id=link.citation,
        href=link.href,
        url=link.url,
        anchor=f"the words of link {link.citation}",
        span=Span(40, 60),
        role=tuple(Role)[number % 4],
        role_reason="element a in a paragraph",
        target={State.LOST_TARGET: Target.LOST, State.UNSUPPORTED: Target.UNSUPPORTED}.get(link.state, Target.OK),
    )
    for number, link in enumerate(LINKS)
)

TEXT = (
    "The mole, and what was said of it.\n"
    + "A town that never agreed on its harbour has found one wall to agree on. " * 60
)

ARTICLE = Article(
    text=TEXT,
    format="html",
    title="A wall the whole town can agree on",
    author="Ann Example",
    publisher="The Harbour Gazette",
    published="2026-05-14",
    url="https://gazette.example/2026/05/the-mole",
    original_url="https://coast.example/the-mole",
    original_publisher="Coast Weekly",
    saved_at="2026-11-22T18:03:00+00:00",
    language="en",
    provenance={"title": "og:title", "published": "meta article:published_time", "author": "byline"},
    quotations=(
        *(f.quotation for f in FINDINGS),
        *(
            quotation(str(30 + number), f"one more {kind.value}", kind=kind, form=tuple(QuotationForm)[number % 3])
            for number, kind in enumerate(QuotationKind)
        ),
    ),
    citations=CITATIONS,
    attributions=tuple(f.attribution for f in FINDINGS if f.attribution),
)

AUDIT = Audit(
    article=ARTICLE,
    findings=FINDINGS,
    links=LINKS,
    audited_at=datetime(2026, 11, 23, 9, 12, 40, tzinfo=UTC),
    name="saved/the-mole.html",
    run={"requests": 19, "from_archive": 4, "seconds": 21.4},
    id="7",
)
