"""An audit as Markdown, for a pull request's comment or a newsroom's notes.

Words from outside are escaped, so that none of them can become a link, a heading or a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from quotations.model import Audit, Finding, Severity, Verdict
from reports.diff import Mark, Piece, passage_pieces, side_by_side
from reports.opening import live_address
from reports.order import graded
from reports.outcome import misattributed, outcome
from reports.repair import differences_in_words, repairs
from reports.summary import links_sentence, sentence, summarise
from reports.views.links import LinkView, by_severity, link_views
from reports.visible import on_page
from reports.words.labels import FLAGS
from reports.words.phrases import begun, ended, moment, number

_SYNTAX = re.compile(r"[\\`*_{}\[\]<>|~&]|:(?=//)|(?<=www)\.|^[#+\-=]|(?<=^\d)[.)]")
_JOINER = "\N{WORD JOINER}"
_WRAPS = {
    Mark.ONLY_ARTICLE: ("~~", "~~"),
    Mark.ONLY_SOURCE: ("**", "**"),
    Mark.LEFT_OUT: ("\\[… ", " …\\]"),
}


def markdown(audits: Sequence[Audit]) -> str:
    """All *audits*, one after another."""
    return "\n".join(_document(audit) for audit in audits)


def links_markdown(audits: Sequence[Audit]) -> str:
    """The links of *audits* alone."""
    return "\n".join("\n".join([*_head(audit), _sentence(audit), "", *_links(audit), ""]) for audit in audits)


def _sentence(audit: Audit) -> str:
    return escaped(links_sentence(summarise(audit)))


def escaped(text: str) -> str:
    """*text* as words and nothing else, on one line."""
    words = _SYNTAX.sub(r"\\\g<0>", " ".join(on_page(text).split()))
    return words.replace("@", f"@{_JOINER}")  # no one is called by a quotation


def _document(audit: Audit) -> str:
    findings = graded(audit.findings)
    lines = _head(audit)
    summary = summarise(audit)
    lines += [f"**{escaped(sentence(summary))}**", "", _sentence(audit), ""]
    for finding in findings:
        if finding.severity not in (None, Severity.OK):
            lines += _finding(finding)
    lines += _in_short("Stand in their source", (f for f in findings if f.severity is Severity.OK))
    lines += _unchecked([f for f in findings if f.verdict is Verdict.UNCHECKED])
    return "\n".join([*lines, *_links(audit), ""])


def _head(audit: Audit) -> list[str]:
    title = audit.article.title or audit.name or "Untitled"
    return [f"# {escaped(title)}", "", f"Audited {moment(audit.audited_at)}", ""]


def _finding(finding: Finding) -> list[str]:
    told, both = outcome(finding), side_by_side(finding)
    lines = [
        f"## {told.symbol} {told.title} (quotation {escaped(number(finding.quotation.id))})",
        "",
        escaped(told.sentence),
        "",
    ]
    lines += [f"> Article: “{_pieces(both.article)}”", *([">"] if both.source else [])]
    lines += [f"> Source: {_pieces(both.source)}", ""] if both.source else [""]
    if finding.placement and finding.placement.passage and misattributed(finding):
        lines += [f"> Elsewhere: {_pieces(passage_pieces(finding.placement.passage))}", ""]
    notes = [*differences_in_words(finding), *(FLAGS[flag] for flag in finding.flags)]
    lines += [f"- {escaped(note)}" for note in notes]
    lines += [f"- → {escaped(step)}" for step in repairs(finding)]
    address = live_address(finding)
    if address:
        title = escaped(finding.source.title or "the source")
        lines.append(f"- [{title}](<{address}>), read {moment(finding.source.captured_at)}")
    return [*lines, ""]


def _pieces(pieces: Iterable[Piece]) -> str:
    told = []
    for piece in pieces:
        wraps = _WRAPS if piece.mark is Mark.LEFT_OUT or not piece.allowed else {}
        front, back = wraps.get(piece.mark, ("", ""))
        core = escaped(piece.text)
        if front and core:  # marks beside a full stop or the like open and close nothing
            front += _JOINER * (not core[0].isalnum())
            back = _JOINER * (not core[-1].isalnum()) + back
        lead, tail = " " * piece.text[:1].isspace(), " " * piece.text[-1:].isspace()
        told.append("‸" if piece.mark is Mark.MISSING else f"{lead}{front}{core}{back}{tail}" if core else lead)
    return "".join(told)


def _in_short(title: str, findings: Iterable[Finding]) -> list[str]:
    lines = [f"- “{escaped(f.quotation.text)}” ({escaped(outcome(f).title)})" for f in findings]
    return [f"## {title}", "", *lines, ""] if lines else []


def _unchecked(findings: list[Finding]) -> list[str]:
    lines: list[str] = []
    told = sorted(((outcome(f), f) for f in findings), key=lambda pair: pair[0].sentence)
    for reason, group in groupby(told, key=lambda pair: pair[0].sentence):
        quotes = [f"  - “{escaped(f.quotation.text)}” ({escaped(each.title)})" for each, f in group]
        lines += [f"- {escaped(reason)}", *quotes]
    return ["## Could not be checked", "", *lines, ""] if lines else []


def _links(audit: Audit) -> list[str]:
    links = link_views(audit.links, audit.article)
    rows = [_row(link) for link in by_severity(link for link in links if link.amiss)]
    head = ["| Link | What became of it | Address | Why, since when | What to do |", "| --- | --- | --- | --- | --- |"]
    return ["## Links", "", *head, *rows] if rows else []


def _row(link: LinkView) -> str:
    title = f"{link.title} ({link.reason})" if link.reason else link.title
    where = f"<{link.open}>" if link.open else escaped(link.address)
    where += f" → <{link.now}>" if link.now else ""
    which = ", ".join(filter(None, (link.number, link.place)))
    since = ended(begun(", ".join(link.since)))
    why = " ".join([one for one in (*link.why, since, link.person) if one])
    cells = (escaped(which), escaped(title), where, escaped(why), escaped(link.todo))
    return f"| {' | '.join(cells)} |"
