"""``{{templates}}`` found from the inside out, each replaced once."""

from __future__ import annotations

import re
from collections.abc import Callable

_EDGE = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_DEEPEST = 60


def braces(text: str, replace: Callable[[str], str]) -> str:
    """*text* with each template replaced by what *replace* makes of its inside, inner ones first."""
    stack: list[list[str]] = [[]]
    at = 0
    for edge in _EDGE.finditer(text):
        mark = edge[0]
        stack[-1].append(text[at : edge.start()])
        at = edge.end()
        if mark == "{{" and len(stack) < _DEEPEST:
            stack.append([])
        elif mark == "}}" and len(stack) > 1:
            inner = "".join(stack.pop())
            stack[-1].append(replace(inner))
        else:
            stack[-1].append(mark)
    stack[-1].append(text[at:])
    while len(stack) > 1:
        pieces = stack.pop()
        stack[-1].extend(["{{", *pieces])
    return "".join(stack[0])


def split(inner: str) -> tuple[str, dict[str, str]]:
    """A template's name (lower case) and its parameters; those without a name are "1", "2" and so on."""
    parts, depth, start = [], 0, 0
    for mark in re.finditer(r"\[\[|\]\]|<a\b|</a>|\|", inner):
        if mark[0] in ("[[", "<a"):
            depth += 1
        elif mark[0] in ("]]", "</a>"):
            depth -= 1
        elif depth <= 0:
            parts.append(inner[start : mark.start()])
            start = mark.end()
    parts.append(inner[start:])
    name, *rest = parts
    parameters: dict[str, str] = {}
    number = 0
    for part in rest:
        key, equals, value = part.partition("=")
        if equals and re.fullmatch(r"\s*[\w .-]{1,40}\s*", key):
            parameters[key.strip().lower()] = value.strip()
        else:
            number += 1
            parameters[str(number)] = part.strip()
    return " ".join(name.replace("_", " ").split()).lower(), parameters
