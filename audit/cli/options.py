"""The options, each said once: what every command takes, and the settings that single commands take beside it.

A command is a function of a `Session` and its own parameters. `command` gives it the options that all have and
the settings it names, loads the configuration from flags, environment and files, and hands it the session.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from audit.cli.session import Session

Command = Callable[..., int]


def _option(kind: Any, *names: str, help: str, metavar: str | None = None, panel: str | None = None) -> Any:
    return Annotated[kind, typer.Option(*names, help=help, metavar=metavar, rich_help_panel=panel, show_default=False)]


_EVERYWHERE = "Options of every command"

#: Options of every command, by the name of their setting.
EVERYWHERE: dict[str, Any] = {
    "db": _option(
        str | None, "--db", help="The archive: a file or a database URL.", metavar="FILE|URL", panel=_EVERYWHERE
    ),
    "allow_address": _option(
        list[str] | None,
        "--allow-address",
        help="Private addresses that may be fetched.",
        metavar="CIDR",
        panel=_EVERYWHERE,
    ),
    "resolve": _option(
        list[str] | None,
        "--resolve",
        help="Use this address for that host and port.",
        metavar="HOST:PORT:ADDRESS",
        panel=_EVERYWHERE,
    ),
    "offline": _option(bool | None, "--offline", help="Use the archive alone.", panel=_EVERYWHERE),
    "format": _option(str | None, "--format", help="terminal, json, html, csv …", metavar="FORMAT", panel=_EVERYWHERE),
    "strict": _option(bool | None, "--strict", help="Exit 3 when something could not be checked.", panel=_EVERYWHERE),
    "quiet": _option(bool | None, "--quiet", "-q", help="Say nothing but the answer.", panel=_EVERYWHERE),
    "verbose": _option(bool | None, "--verbose", "-v", help="Say more; show where an error arose.", panel=_EVERYWHERE),
    "progress": _option(
        bool | None, "--progress/--no-progress", help="Show progress on standard error.", panel=_EVERYWHERE
    ),
}

_OUTPUT = _option(
    Path | None, "--output", "-o", help="Write there, not to standard output.", metavar="FILE", panel=_EVERYWHERE
)

#: Settings that a command takes when it names them.
SETTINGS: dict[str, Any] = {
    "fail_on": _option(
        str | None,
        "--fail-on",
        help="Exit 1 from this severity on: note, warning, error or never.",
        metavar="SEVERITY",
    ),
    "kinds": _option(list[str] | None, "--kinds", help="Kinds of quotations that are judged, or all.", metavar="KIND"),
    "roles": _option(list[str] | None, "--roles", help="Roles of links that are followed, or all.", metavar="ROLE"),
    "profile": _option(
        str | None, "--profile", help="House style: chicago, ap, legal, transcript or ocr.", metavar="PROFILE"
    ),
    "max_age": _option(str | None, "--max-age", help="Use what is held if it is no older: 1h, 30d …", metavar="AGE"),
    "fresh": _option(bool | None, "--fresh", help="Look again, whatever is held."),
    "host": _option(str | None, "--host", help="Address to listen on.", metavar="HOST"),
    "port": _option(int | None, "--port", help="Port to listen on.", metavar="N"),
    "contact": _option(str | None, "--contact", help="Address or page that the User-Agent names.", metavar="TEXT"),
}


def command(app: typer.Typer, name: str, *settings: str, fail_on: str = "never") -> Callable[[Command], Command]:
    """Make a function of a `Session` a command of *app*.

    Args:
        app: the group that it belongs to.
        name: the command word.
        settings: names of `SETTINGS` that it takes.
        fail_on: its own default of ``--fail-on``.
    """

    def register(function: Command) -> Command:
        hints = typing.get_type_hints(function, include_extras=True)
        own = [
            p.replace(annotation=hints[p.name])
            for p in inspect.signature(function).parameters.values()
            if p.name != "session"
        ]
        flags = {name: SETTINGS[name] for name in settings} | EVERYWHERE

        def run(**given: Any) -> int:
            values = {flag: given.pop(flag) or None if flag in _LISTS else given.pop(flag) for flag in flags}
            return function(Session.open(values, output=given.pop("output"), fail_on=fail_on), **given)

        added = [
            inspect.Parameter(flag, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
            for flag, kind in (*flags.items(), ("output", _OUTPUT))
        ]
        parameters = [*(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *added]
        vars(run)["__signature__"] = inspect.Signature(parameters)
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        run.__doc__ = function.__doc__
        run.__name__ = name
        app.command(name)(run)
        return function

    return register


_LISTS = frozenset({"allow_address", "resolve", "kinds", "roles"})
