"""The options, each said once: what every command takes, and the settings that single commands take beside it.

A command is a function of a `Session` and its own annotated parameters. `command` adds the options that all have
and the settings that it names. What comes of it is a plain description, which three read: the quick parser, Typer
for all that the quick one leaves, and the help.
"""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.cli.session import Session

Function = Callable[..., int]


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its names, what it does, and what its value is called; a flag takes no value."""

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    off: str = ""  #: the name that turns a flag off


@dataclass(frozen=True, slots=True)
class Argument:
    """A word that stands by its place."""

    metavar: str
    help: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a command: where its value comes from and of which kind it is."""

    name: str
    given: Option | Argument
    kind: type  #: str, int, bool or Path
    many: bool = False
    required: bool = False
    setting: bool = False  #: a value of the configuration
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the program."""

    words: str  #: "audit", "watch add"
    function: Function
    parameters: tuple[Parameter, ...]
    fail_on: str
    examples: tuple[str, ...] = ()

    @property
    def help(self) -> str:
        """What it does, in a sentence or a paragraph."""
        return inspect.cleandoc(self.function.__doc__ or "")

    def run(self, values: Mapping[str, Any]) -> int:
        """Open the session of these *values* and do the work."""
        flags = {p.name: (values.get(p.name) or None) if p.many else values.get(p.name) for p in self.settings}
        session = Session.open(flags, output=values.get("output"), fail_on=self.fail_on)
        own = {p.name: values[p.name] for p in self.parameters if not p.setting and values.get(p.name) is not None}
        return self.function(session, **{name: value for name, value in own.items() if name != "output"})

    @property
    def settings(self) -> Iterable[Parameter]:
        """Those of its parameters that are settings."""
        return (p for p in self.parameters if p.setting)


def _setting(kind: type, *names: str, help: str, metavar: str = "", off: str = "", many: bool = False) -> Parameter:
    name = next(one for one in names if one.startswith("--"))[2:].replace("-", "_")
    return Parameter(name, Option(names, help, metavar, off), kind, many=many, setting=True)


#: What `--as-of` says in the help of the commands that have it.
AS_OF = "The day of the citation; what the source says since is a later version."

#: Options of every command.
EVERYWHERE = (
    _setting(str, "--db", help="The archive: a file or a database URL.", metavar="FILE|URL"),
    _setting(
        str, "--allow-address", help="Private addresses that may be fetched; repeatable.", metavar="CIDR", many=True
    ),
    _setting(
        str,
        "--resolve",
        help="Use ADDRESS for that host and port, as curl does; repeatable.",
        metavar="HOST:PORT:ADDRESS",
        many=True,
    ),
    _setting(bool, "--offline", help="Use the archive alone; fetch nothing."),
    _setting(str, "--format", help="terminal (default), json, html, csv … as the command has them.", metavar="FORMAT"),
    Parameter("output", Option(("--output", "-o"), "Write there, not to standard output.", "FILE"), Path),
    _setting(bool, "--strict", help="Exit 3 when something could not be checked."),
    _setting(bool, "--quiet", "-q", help="Say nothing but the answer."),
    _setting(bool, "--verbose", "-v", help="Say more; show where an error arose."),
    _setting(bool, "--progress", off="--no-progress", help="Show progress on standard error, or not."),
)

#: Settings that a command takes when it names them.
SETTINGS = {
    one.name: one
    for one in (
        _setting(
            str, "--fail-on", help="Exit 1 from this severity on: note, warning, error or never.", metavar="SEVERITY"
        ),
        _setting(
            str, "--kinds", help="Kinds of quotations that are judged, or all; repeatable.", metavar="KIND", many=True
        ),
        _setting(
            str, "--roles", help="Roles of links that are followed, or all; repeatable.", metavar="ROLE", many=True
        ),
        _setting(str, "--profile", help="House style: chicago, ap, legal, transcript or ocr.", metavar="PROFILE"),
        _setting(str, "--max-age", help="Use what is held if it is no older: 1h, 30d …", metavar="AGE"),
        _setting(
            str,
            "--exclude",
            help="Do not follow this host, or addresses that begin so (* is anything); repeatable.",
            metavar="PATTERN",
            many=True,
        ),
        _setting(bool, "--fresh", help="Look again, whatever is held."),
        Parameter(
            "archives",
            Option(
                ("--archive",),
                "Ask this web archive for copies: an address before its timestamps, or a name of [endpoints]; repeatable.",
                "ADDRESS",
            ),
            str,
            many=True,
            setting=True,
        ),
        _setting(bool, "--save", help="Have an archive keep living sources of which it has no copy; needs save_keys."),
        _setting(bool, "--browser", help="Have a browser build pages that need a script to show their words."),
        _setting(str, "--host", help="Address to listen on.", metavar="HOST"),
        _setting(int, "--port", help="Port to listen on.", metavar="N"),
        _setting(
            str, "--contact", help="Address or page that the User-Agent names, for those you visit.", metavar="TEXT"
        ),
    )
}


def command(
    function: Function, words: str, *settings: str, fail_on: str = "never", examples: tuple[str, ...] = ()
) -> Command:
    """A function of a `Session` as a command.

    Args:
        function: what it does; its other parameters are annotated with an `Option` or `Argument`.
        words: the command word, or two.
        settings: names of `SETTINGS` that it takes.
        fail_on: its own default of ``--fail-on``.
        examples: command lines for its help, without the program's name.
    """
    hints = typing.get_type_hints(function, include_extras=True)
    own = [
        _parameter(one.name, hints[one.name], required=one.default is inspect.Parameter.empty)
        for one in inspect.signature(function).parameters.values()
        if one.name != "session"
    ]
    return Command(words, function, (*own, *(SETTINGS[name] for name in settings), *EVERYWHERE), fail_on, examples)


def _parameter(name: str, annotation: Any, *, required: bool) -> Parameter:
    kind, given = typing.get_args(annotation)
    if isinstance(kind, types.UnionType):
        (kind,) = (one for one in typing.get_args(kind) if one is not type(None))
    many = typing.get_origin(kind) is list
    return Parameter(name, given, typing.get_args(kind)[0] if many else kind, many=many, required=required)
