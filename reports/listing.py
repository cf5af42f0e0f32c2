"""Short lists: the audits that an archive holds, the rules of the law, a source's text with its segments."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from quotations.codec import encode
from quotations.judging import Rule
from quotations.model import Severity, Text
from reports.terminal.lines import Layout
from reports.terminal.screen import Screen
from reports.visible import in_json, in_terminal
from reports.words.phrases import counted


class Entry(Protocol):
    """What the archive tells of an audit it holds."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def audited_at(self) -> datetime: ...  # noqa: D102
    @property
    def counts(self) -> Mapping[str, int]: ...  # noqa: D102


def entry_record(entry: Entry) -> dict[str, Any]:
    """One audit of a list as JSON."""
    return {
        "audit": entry.id,
        "name": entry.name,
        "title": entry.title,
        "audited_at": entry.audited_at.isoformat(),
        "counts": dict(entry.counts),
    }


def audits_list(rows: Sequence[Entry], format: str) -> str:
    """The audits that are held, newest first, one a line."""
    if format == "json":
        return "".join(json.dumps(entry_record(row), ensure_ascii=False) + "\n" for row in rows)
    if not rows:
        return "no audit is held yet: citetrail audit FILE makes one"
    lines = [f"{'audit':<8}{'when':<18}{'findings':>9}{'links':>7}{'errors':>8}{'warnings':>10}  article"]
    for row in rows:
        when = f"{row.audited_at:%Y-%m-%d %H:%M}"
        known = (row.counts.get(name, 0) for name in ("findings", "links"))
        grave = (graded(row.counts, severity) for severity in (Severity.ERROR, Severity.WARNING))
        counts = "".join(f"{count or '–':>{wide}}" for count, wide in zip((*known, *grave), (9, 7, 8, 10), strict=True))
        lines.append(f"{row.id:<8}{when:<18}{counts}  {in_terminal(row.title or row.name)}")
    return "\n".join(lines)


def graded(counts: Mapping[str, int], severity: Severity) -> int:
    """How many findings and links are that grave."""
    return sum(counts.get(f"{what}:{severity.value}", 0) for what in ("finding", "link"))


class Said(Protocol):
    """What the archive tells of a person's word."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def word(self) -> str: ...  # noqa: D102
    @property
    def who(self) -> str: ...  # noqa: D102
    @property
    def why(self) -> str: ...  # noqa: D102
    @property
    def at(self) -> datetime: ...  # noqa: D102


def words_list(rows: Sequence[tuple[str, Said]], format: str) -> str:
    """What people said of sources, each with the address that it is said of."""
    if format == "json":
        told = [
            {"id": said.id, "url": url, "word": said.word, "who": said.who, "why": said.why, "at": said.at.isoformat()}
            for url, said in rows
        ]
        return in_json(json.dumps({"overrides": told}, ensure_ascii=False))
    lines = []
    for url, said in rows:
        lines.append(f"{said.id:<5} {said.word:<10} {in_terminal(url)}")
        lines.append(in_terminal(f"      {said.who}, {said.at:%Y-%m-%d %H:%M}: {said.why}"))
    return "\n".join(lines)


_NAMED = 3  #: of those that share a page


class Gone(Protocol):
    """What the archive tells of a source whose bytes were taken away."""

    @property
    def url(self) -> str: ...  # noqa: D102
    @property
    def looks(self) -> int: ...  # noqa: D102
    @property
    def bodies(self) -> int: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102
    @property
    def left(self) -> int: ...  # noqa: D102
    @property
    def others(self) -> Sequence[str]: ...  # noqa: D102


def forgotten_list(rows: Sequence[Gone], format: str) -> str:
    """What was taken away of sources, and what stays."""
    if format == "json":
        names = ("url", "looks", "bodies", "size", "left", "others")
        told = [{name: getattr(row, name) for name in names} for row in rows]
        return in_json(json.dumps({"forgotten": told}, ensure_ascii=False))
    return "\n".join(in_terminal(f"{row.url}: {_gone(row)}") for row in rows)


def _gone(row: Gone) -> str:
    if not row.looks:
        return "nothing is held of it"
    told = [f"{counted(row.bodies, 'page')} taken away ({counted(row.size, 'byte')})"] if row.bodies else []
    if row.left:
        told.append(f"{counted(row.left, 'page')} left, had as well by {_some(row.others)}")
    told = told or ["no page of it is kept"]
    return "; ".join((*told, f"{counted(row.looks, 'look')} and what was found by them stay"))


def _some(names: Sequence[str]) -> str:
    """The first of *names*, and how many more there are."""
    more = f" and {counted(len(names) - _NAMED, 'other')}" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def rules_list(rules: Sequence[Rule], format: str, screen: Screen = Screen()) -> str:  # noqa: B008 - a frozen value
    """Rules of the law with their examples; a long list gives a line each, what they come to in a column."""
    if format == "json":
        return "".join(json.dumps(encode(rule), ensure_ascii=False) + "\n" for rule in rules)
    if len(rules) <= 3:
        return "\n\n".join(map(_rule, rules))
    layout = Layout(screen)
    code, comes = max(len(rule.code) for rule in rules), max(len(_comes_to(rule)) for rule in rules)
    for rule in rules:
        layout.add(f"{rule.code:<{code}}  {_comes_to(rule):<{comes}}  {rule.words}", hang=code + comes + 4)
    return layout.text()


def _rule(rule: Rule) -> str:
    lines = [rule.code, f"  {rule.words[:1].upper()}{rule.words[1:]}."]
    lines.append(f"  Comes to   {_comes_to(rule)}" + (f" ({rule.severity.value})" if rule.severity else ""))
    lines.append(f"  Law        rule {rule.law}")
    if rule.source or rule.quoted:
        lines += [f"  Source     {rule.source}", f"  Quoted     “{rule.quoted}”"]
    return "\n".join(lines)


def _comes_to(rule: Rule) -> str:
    if rule.verdict is not None:
        return rule.verdict.value
    return rule.flag.value if rule.flag is not None else "–"


def text_view(text: Text, format: str) -> str:
    """A source's text: as it is compared, or as JSON with its segments."""
    if format == "json":
        return in_json(json.dumps(encode(text), ensure_ascii=False))
    return "\n".join(map(in_terminal, text.text.splitlines()))
