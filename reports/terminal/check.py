"""One finding on one screen."""

from __future__ import annotations

from quotations.model import Finding, State, Verdict
from reports.diff import passage_pieces, side_by_side
from reports.opening import archive_address, live_address
from reports.outcome import archived, misattributed, outcome
from reports.repair import differences_in_words, repairs
from reports.terminal.lines import Layout, Run
from reports.terminal.screen import Screen
from reports.terminal.texts import PLACE, runs_of
from reports.words.labels import BASES, CONFIDENCES, FLAGS
from reports.words.links import STATES
from reports.words.phrases import QUOTES, STANDARD_INPUT, begun, ended, moment

_MARGIN = 11
_DIGEST = 19  #: "sha256:" and twelve figures


def check_text(finding: Finding, screen: Screen = Screen()) -> str:  # noqa: B008 - a frozen value
    """The verdict in words, both texts, where it stands, why, and what would mend it."""
    layout = Layout(screen)
    told = outcome(finding)
    head: list[Run] = [(f"{told.symbol} {told.title}", told.tone.value), (f"  {finding.verdict.value}", "dim")]
    layout.add(*head)
    layout.add(told.sentence, indent=2)
    layout.blank()
    add_texts(layout, finding, label="Quoted")
    layout.blank()
    for number, line in enumerate(differences_in_words(finding)):
        layout.add(line, indent=_MARGIN, first="" if number else "Differs")
    for number, flag in enumerate(finding.flags):
        layout.add(FLAGS[flag], indent=_MARGIN, first="" if number else "Mind")
    add_source(layout, finding)
    if finding.rules or screen.explain:
        add_rules(layout, finding)
    for number, step in enumerate(repairs(finding)):
        layout.add(step, indent=_MARGIN, first="" if number else "To do")
    return layout.text()


def add_texts(layout: Layout, finding: Finding, *, indent: int = 0, label: str = "Article") -> None:
    """The article's words over the source's."""
    both = side_by_side(finding)
    margin = indent + _MARGIN
    layout.add(*runs_of(both.article), indent=margin, first=" " * indent + label)
    if both.source:
        layout.add(*runs_of(both.source, marks=PLACE), indent=margin, first=" " * indent + "Source")
    placement = finding.placement
    if placement and placement.passage and misattributed(finding):
        layout.add(
            *runs_of(passage_pieces(placement.passage), marks=PLACE), indent=margin, first=" " * indent + "Elsewhere"
        )


def add_source(layout: Layout, finding: Finding) -> None:
    """Where the words stand, in which source, read when."""
    seen = finding.source
    passage = finding.comparison.passage if finding.comparison else None
    if passage and finding.verdict is not Verdict.NOT_FOUND:
        place = [f"page {passage.page}"] if passage.page is not None else []
        place += [f"under “{passage.section.strip(QUOTES)}”"] if passage.section else []
        place.append(f"characters {passage.span.start}–{passage.span.end}")
        layout.add(", ".join(place), indent=_MARGIN, first="Stands")
    if seen.title:
        layout.add(seen.title, indent=_MARGIN, first="In")
    facts = [STATES[seen.state].title.lower()] if seen.state not in (None, State.ALIVE) else []
    how = "copy of" if archived(finding) else "read"
    facts += [f"{how} {moment(seen.captured_at)}"] if seen.captured_at else []
    facts += ["not the whole of it"] if seen.complete is False else []
    facts += [seen.digest[:_DIGEST]] if seen.digest else []
    if facts:
        layout.add(" · ".join(facts), indent=_MARGIN, first="" if seen.title else "In")
    address = live_address(finding)
    if address or seen.url:
        file = STANDARD_INPUT if seen.url == "-" else seen.url or ""
        layout.add((address or file, "link"), indent=_MARGIN, first="Open" if address else "File")
    if copy := archive_address(finding):
        layout.add((copy, "link"), indent=_MARGIN, first="Archived")
    if finding.archived:
        said = " ".join(begun(ended(one)) for one in finding.archived)
        layout.add((said, "later"), indent=_MARGIN, first="" if copy else "Archived")


def add_rules(layout: Layout, finding: Finding) -> None:
    """Which rules decided, all of them in order with ``--explain``, and how sure the answer is."""
    rules = finding.rules or (finding.comparison.rules if finding.comparison else ())
    if not layout.screen.explain:
        if rules:
            layout.add(", ".join(rules), indent=_MARGIN, first="Rules")
        return
    for number, code in enumerate(rules):
        layout.add(*_rule_in_words(code), indent=_MARGIN, first="" if number else "Rules")
    layout.add(CONFIDENCES[finding.confidence], indent=_MARGIN, first="Sure")
    if finding.attribution:
        layout.add(BASES[finding.attribution.basis], indent=_MARGIN, first="Paired")
    chance = finding.comparison.chance if finding.comparison else None
    if chance:
        layout.add(chance.in_words, indent=_MARGIN, first="Chance")
    engine = ", ".join(f"{key} {value}" for key, value in finding.engine.items())
    layout.add(f"{engine or 'unknown'}; profile {finding.profile}", indent=_MARGIN, first="Engine")


def _rule_in_words(code: str) -> list[Run | str]:
    """A rule's code, its law and its words; only here are the rules loaded, for it takes time."""
    from quotations.judging.rules import RULES

    rule = RULES.get(code)
    if rule is None:
        return [(code, "")]
    outcome = f", {rule.verdict.value}" if rule.verdict else ""
    return [(code, "bold"), f": {rule.words} ", (f"(law {rule.law}{outcome})", "dim")]
