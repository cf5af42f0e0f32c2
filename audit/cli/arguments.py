"""The words of the command line: which command they name, and the values that they give its parameters.

Options that every command takes may also stand before the command word:

>>> behind_command(["--db", "a.db", "-q", "read", "x.html", "--format", "json"])
['read', '--db', 'a.db', '-q', 'x.html', '--format', 'json']
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from audit.cli.options import EVERYWHERE, Argument, Command, Option, Parameter

#: Commands of two words.
GROUPS = {
    "override": "What people say of a source, beside what is found of it.",
    "watch": "Audit folders and lists of saved articles again and again.",
    "db": "The archive's upkeep.",
    "config": "The settings and where each comes from.",
}


def _names(parameters: Sequence[Parameter]) -> dict[str, tuple[Parameter, bool]]:
    """Every name of the options among *parameters*: which it is, and what it sets a flag to."""
    found: dict[str, tuple[Parameter, bool]] = {}
    for one in parameters:
        if isinstance(one.given, Option):
            found |= dict.fromkeys(one.given.names, (one, True))
            if one.given.off:
                found[one.given.off] = one, False
    return found


def behind_command(argv: list[str]) -> list[str]:
    """*argv* with what stands before the command word moved behind it, else unchanged."""
    names = _names(EVERYWHERE)
    at = 0
    while at < len(argv):
        word, _, value = argv[at].partition("=")
        if word not in names or (value and names[word][0].kind is bool):
            break
        at += 1 if names[word][0].kind is bool or value else 2
    moved, rest = argv[:at], argv[at:]
    if not moved or not rest or rest[0].startswith("-"):
        return argv
    words = 2 if rest[0] in GROUPS and len(rest) > 1 and not rest[1].startswith("-") else 1
    return rest[:words] + moved + rest[words:]


def quick(command: Command, argv: Sequence[str]) -> dict[str, Any] | None:
    """The values that *argv* gives the parameters of *command*; None where it holds anything but the plain case.

    Typer is the parser and knows how to complain; loading it costs more than comparing a quotation. What this
    understands, it understands as Typer does (a test holds the two together).
    """
    names = _names(command.parameters)
    values: dict[str, Any] = {}
    words: list[str] = []
    at = 0
    while at < len(argv):
        word = argv[at]
        at += 1
        if word == "--":
            words += argv[at:]
            break
        if not word.startswith("-") or word == "-":
            words.append(word)
            continue
        name, equals, value = word.partition("=")
        if name not in names or (equals and not name.startswith("--")):
            return None
        parameter, flag = names[name]
        if parameter.kind is bool:
            if equals:
                return None
            values[parameter.name] = flag
            continue
        if not equals:
            if at == len(argv):
                return None
            value = argv[at]
            at += 1
        if not _take(values, parameter, value):
            return None
    return values if _place(values, command, words) else None


def _take(values: dict[str, Any], parameter: Parameter, value: str) -> bool:
    """Whether *value* fits *parameter*; if so it is added to *values*."""
    if parameter.kind is int:
        if not (value.isascii() and value.isdigit()):
            return False
        values[parameter.name] = int(value)
    elif parameter.many:
        values.setdefault(parameter.name, []).append(value)
    else:
        values[parameter.name] = Path(value) if parameter.kind is Path else value
    return True


def _place(values: dict[str, Any], command: Command, words: list[str]) -> bool:
    """Whether *words* are as many as the command has places for, and nothing required is missing."""
    for one in command.parameters:
        if isinstance(one.given, Argument):
            if one.many and words:
                values[one.name], words = words, []
            elif words:
                _take(values, one, words[0])
                words = words[1:]
    return not words and all(one.name in values for one in command.parameters if one.required)


def wanted(argv: list[str], option: str, default: str) -> str:
    """The value that *argv* gives *option*, read without a parser, for errors in the arguments themselves."""
    value = default
    for at, word in enumerate(argv):
        if word == "--":
            break
        if word == option and at + 1 < len(argv):
            value = argv[at + 1]
        elif word.startswith(option + "="):
            value = word[len(option) + 1 :]
    return value
