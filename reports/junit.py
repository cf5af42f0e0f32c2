"""Audits as JUnit XML, which every build server shows: a suite an article, a case a quotation and a link.

A finding fails its case from a warning on; what could not be checked is skipped, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quotations.model import Audit, Finding, LinkState, Place, Severity, Verdict
from reports.diff import side_by_side
from reports.outcome import outcome
from reports.places import Places
from reports.repair import differences_in_words, repairs
from reports.visible import in_xml
from reports.words.links import STATES, in_persons_words, reason_in_words
from reports.words.phrases import begun, ended, number
from reports.words.phrases import since as told_since

_FAILS = frozenset({Severity.WARNING, Severity.ERROR})
_NAME = 120  #: code points of a quotation in its case's name


def junit(audits: Sequence[Audit]) -> str:
    """One document of all *audits*."""
    root = Element("testsuites", name="citetrail")
    for audit in audits:
        root.append(_suite(audit))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(audit: Audit) -> Element:
    name = audit.article.title or audit.name or "Untitled"
    suite = Element("testsuite", name=in_xml(name), timestamp=f"{audit.audited_at:%Y-%m-%dT%H:%M:%S}")
    cases = [_finding(finding, audit) for finding in audit.findings]
    places = Places(audit.article)
    cases += [_link(link, audit, places.of(link.citation)) for link in audit.links]
    suite.extend(cases)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    suite.set("errors", "0")
    return suite


def _finding(finding: Finding, audit: Audit) -> Element:
    told = outcome(finding)
    case = _case(f"quotation {number(finding.quotation.id)}: {finding.quotation.text[:_NAME]}", audit, "quotations")
    if finding.verdict is Verdict.UNCHECKED:
        SubElement(case, "skipped", message=in_xml(f"{told.title}. {told.sentence}"))
    elif finding.severity in _FAILS:
        failure = SubElement(case, "failure", type=finding.verdict.value, message=in_xml(told.title))
        source = "".join(piece.text for piece in side_by_side(finding).source)
        lines = (told.sentence, f"Article: {finding.quotation.text}", f"Source: {source}" if source else "")
        failure.text = in_xml("\n".join(filter(None, (*lines, *differences_in_words(finding), *repairs(finding)))))
    return case


def _link(link: LinkState, audit: Audit, place: Place | None) -> Element:
    said, reason = STATES[link.state], reason_in_words(link.reason)
    case = _case(f"link {link.citation}: {link.url or link.href}", audit, "links")
    if place is not None and place.line is not None:  # as GitLab and others point into files
        case.set("file", in_xml(audit.name or "article"))
        case.set("line", str(place.line))
    message = in_xml(f"{said.title} ({reason})" if reason else said.title)
    if link.weight not in _FAILS and link.severity in _FAILS and link.override:
        SubElement(case, "skipped", message=in_xml(in_persons_words(link.override, f"{link.override.at:%Y-%m-%d}")))
    elif link.weight in _FAILS:
        failure = SubElement(case, "failure", type=link.state.value, message=message)
        where = _where(place)
        since = ", ".join(told_since(link))
        person = in_persons_words(link.override, f"{link.override.at:%Y-%m-%d}") if link.override else ""
        lines = (where, said.sentence, *link.evidence, since, person, said.todo)
        failure.text = in_xml("\n".join(filter(None, lines)))
    elif link.severity is not Severity.OK:
        evidence = " ".join(begun(ended(one)) for one in link.evidence)
        SubElement(case, "skipped", message=in_xml(f"{message}. {evidence}" if evidence else message))
    return case


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    return f"line {place.line}, column {place.column}" if place.line is not None else f"page {place.page}"


def _case(name: str, audit: Audit, of: str) -> Element:
    return Element("testcase", name=in_xml(name), classname=in_xml(f"{audit.name or 'article'}.{of}"))
