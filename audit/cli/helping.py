"""The help of the program, of a group and of a command: plain text as wide as the terminal, at most 100 columns."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

from audit.cli.options import EVERYWHERE, Argument, Command, Option, Parameter

INTRODUCTION = "Is what an article quotes really in what it cites, and what became of its links?"
EXITS = (
    ("0", "clean"),
    ("1", "findings at or above --fail-on"),
    ("2", "the job could not be done"),
    ("3", "something could not be checked, and --strict was given"),
)
EXAMPLES = (
    'check "the words as printed" https://example.org/minutes',
    "audit article.html --format html -o report.html",
    "demo",
)


def overview(commands: Iterable[tuple[str, str]]) -> str:
    """The help of the program: its *commands*, each with its first sentence."""
    return _join(
        _heading("Usage", "citetrail COMMAND [OPTIONS] …"),
        _wrapped(INTRODUCTION),
        _rows("Commands", list(commands)),
        _rows("Options", [("--version", "Say the version and stop."), ("-h, --help", "Show this help and stop.")]),
        _examples(EXAMPLES),
        _rows("Exit codes", EXITS),
        _wrapped(
            "`citetrail COMMAND --help` tells what a command takes. Options of every command may also stand before "
            "the command word. Every option is also a setting: `citetrail config show`."
        ),
    )


def group(name: str, told: str, commands: Sequence[Command]) -> str:
    """The help of a command of two words."""
    return _join(
        _heading("Usage", f"citetrail {name} COMMAND [OPTIONS] …"),
        _wrapped(told),
        _rows("Commands", [(one.words.partition(" ")[2], first_sentence(one)) for one in commands]),
        _examples([example for one in commands for example in one.examples]),
    )


def page(command: Command) -> str:
    """The help of one command."""
    own = [one for one in command.parameters if one not in EVERYWHERE]
    places = [one for one in own if isinstance(one.given, Argument)]
    options = [one for one in own if isinstance(one.given, Option)]
    usage = " ".join(["citetrail", command.words, "[OPTIONS]", *(_place(one) for one in places)])
    helps = [("-h, --help", "Show this help and stop.")]
    return _join(
        _heading("Usage", usage),
        _wrapped(command.help),
        _rows("Arguments", [(one.given.metavar, one.given.help) for one in places]),
        _rows("Options", [_row(one, command) for one in options]),
        _rows("Options of every command", [*(_row(one, command) for one in EVERYWHERE), *helps]),
        _examples(command.examples),
    )


def first_sentence(command: Command) -> str:
    """What a command does, in one line of a list."""
    return command.help.partition("\n\n")[0].replace("\n", " ").partition(";")[0].rstrip(".") + "."


def _place(one: Parameter) -> str:
    name = one.given.metavar
    return name if one.required else f"[{name}]"


def _row(one: Parameter, command: Command) -> tuple[str, str]:
    assert isinstance(one.given, Option)
    short = sorted(one.given.names, key=len)
    names = ", ".join([*short, one.given.off] if one.given.off else short)
    told = one.given.help
    if one.name == "fail_on":
        told += f" Here: {command.fail_on}."
    elif one.required:
        told += " Required."
    return f"{names} {one.given.metavar}".strip(), told


def _width() -> int:
    return max(40, min(shutil.get_terminal_size().columns, 100))


def _bold(words: str) -> str:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()
    return words if plain else f"\033[1m{words}\033[0m"


def _heading(name: str, rest: str) -> str:
    return f"{_bold(name + ':')} {rest}"


def _wrapped(words: str, indent: str = "") -> str:
    paragraphs = [paragraph.replace("\n", " ") for paragraph in words.split("\n\n")]
    return "\n\n".join(
        textwrap.fill(one, _width(), initial_indent=indent, subsequent_indent=indent) for one in paragraphs
    )


def _rows(title: str, rows: Sequence[tuple[str, str]]) -> str:
    if not rows:
        return ""
    column = min(max(len(name) for name, _ in rows), 26) + 4
    lines = [_bold(title + ":")]
    for name, told in rows:
        text = textwrap.wrap(told, _width() - column)
        head = f"  {name}"
        if len(head) > column - 2:
            lines.append(head)
            head = ""
        lines.append(f"{head:<{column}}{text[0]}")
        lines += [" " * column + line for line in text[1:]]
    return "\n".join(lines)


def _examples(examples: Sequence[str]) -> str:
    return "\n".join([_bold("Examples:"), *(f"  citetrail {one}" for one in examples)]) if examples else ""


def _join(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
