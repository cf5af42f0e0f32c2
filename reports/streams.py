"""Several audits written one after another, in any format: of most no more than one is in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from quotations.model import Audit
from reports.formats import FORMATS, LINK_FORMATS, chosen
from reports.terminal.screen import Screen
from reports.terminal.several import Several

_Render = Callable[[Sequence[Audit], Screen], str]


class Stream(Protocol):
    """What is written of audits as they come, and around them."""

    @property
    def late(self) -> bool:
        """Whether `head` is known only when all are added."""

    def add(self, audit: Audit) -> str:
        """What can be written of *audit*, the next one."""

    def head(self) -> str:
        """What goes before the first."""

    def foot(self) -> str:
        """What goes behind the last."""


@dataclass
class _Plain:
    """What a format has in which nothing goes before the first audit."""

    render: _Render
    screen: Screen
    late: ClassVar[bool] = False

    def head(self) -> str:
        return ""

    def foot(self) -> str:
        return ""


@dataclass
class _Each(_Plain):
    """Every audit by itself, with something between them; of the second and further without their first line."""

    between: str = ""
    headed: bool = False
    _begun: bool = False

    def add(self, audit: Audit) -> str:
        told = self.render([audit], self.screen)
        if told and self._begun:
            return told.partition("\n")[2] if self.headed else self.between + told
        self._begun = self._begun or bool(told)
        return told


@dataclass
class _Told(_Each):
    """For a terminal: at the end, where a long scroll stops, what they come to together."""

    several: Several = field(default_factory=Several)

    def add(self, audit: Audit) -> str:
        self.several.add(audit)
        return super().add(audit)

    def foot(self) -> str:
        return self.several.text(self.screen)


@dataclass
class _Grouped(_Plain):
    """JSON: a line for each input; of one that holds several articles a line with all of them."""

    _held: str = ""  #: the audit added last, which waits for the next one
    _input: object = None
    _open: bool = False

    def add(self, audit: Audit) -> str:
        told = ""
        given = audit.run.get("input")
        if self._held and given == self._input:
            told = f"{self._held}, " if self._open else f'{{"articles": [{self._held}, '
            self._open = True
        elif self._held:
            told = self.foot()
            self._open = False
        self._held, self._input = self.render([audit], self.screen).rstrip("\n"), given
        return told

    def foot(self) -> str:
        return f"{self._held}{']}' if self._open else ''}\n" if self._held else ""


@dataclass
class _Whole(_Plain):
    """A format that begins with what only the last audit decides."""

    _audits: list[Audit] = field(default_factory=list)

    def add(self, audit: Audit) -> str:
        self._audits.append(audit)
        return ""

    def foot(self) -> str:
        return self.render(self._audits, self.screen)


def stream(format: str, screen: Screen, *, several: bool, links: bool = False, by_input: bool = False) -> Stream:
    """A way to write *several* audits or one in *format*, of *links* alone or whole; raises UsageError for another.

    JSON is a line an audit, or a line an input, where they are to be told *by_input*.
    """
    render = chosen(LINK_FORMATS if links else FORMATS, format)
    if format == "html" and several:
        from reports.collection import CollectionPage

        return CollectionPage(findings=not links)
    if format == "json" and by_input:
        return _Grouped(render, screen)
    each = {
        "json": _Each(render, screen),
        "terminal": _Told(render, screen, "\n\n", several=Several(not links)),
        "csv": _Each(render, screen, headed=True),
    }
    return each.get(format) or _Whole(render, screen)
