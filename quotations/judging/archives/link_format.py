"""Lists of links as TimeMaps and `Link` headers write them (RFC 6690, RFC 8288): one scan, no backtracking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_MOST_PARAMETERS = 20


@dataclass(frozen=True, slots=True)
class WebLink:
    """One link: its target and its parameters, names in lower case, the first of each name."""

    target: str
    parameters: dict[str, str]

    @property
    def relations(self) -> frozenset[str]:
        """The words of its ``rel``."""
        return frozenset(self.parameters.get("rel", "").lower().split())


def links(text: str) -> Iterator[WebLink]:
    """The links of *text*, in order; ends at the first place that is no link."""
    at = 0
    while True:
        at = _past(text, at, " \t\r\n,")
        if at >= len(text) or text[at] != "<":
            return
        end = text.find(">", at)
        if end < 0:
            return
        target, at = text[at + 1 : end].strip(), end + 1
        parameters: dict[str, str] = {}
        while (at := _past(text, at, " \t\r\n")) < len(text) and text[at] == ";":
            name, value, at = _parameter(text, at + 1)
            if name and len(parameters) < _MOST_PARAMETERS:
                parameters.setdefault(name, value)
        yield WebLink(target, parameters)


def whole(text: str) -> bool:
    """Whether *text* ends as a list of links may, not inside one."""
    tail = text.rstrip()
    return not tail or (tail.count("<") == tail.count(">") and tail.count('"') % 2 == 0)


def _parameter(text: str, at: int) -> tuple[str, str, int]:
    """Name, value and the place behind them."""
    at = _past(text, at, " \t\r\n")
    end = at
    while end < len(text) and text[end] not in "=;, \t\r\n":
        end += 1
    name, at = text[at:end].lower(), _past(text, end, " \t\r\n")
    if at >= len(text) or text[at] != "=":
        return name, "", at
    at = _past(text, at + 1, " \t\r\n")
    if at < len(text) and text[at] == '"':
        end = text.find('"', at + 1)
        end = len(text) if end < 0 else end
        return name, text[at + 1 : end], end + 1
    end = at
    while end < len(text) and text[end] not in ";, \t\r\n":
        end += 1
    return name, text[at:end], end


def _past(text: str, at: int, signs: str) -> int:
    while at < len(text) and text[at] in signs:
        at += 1
    return at
