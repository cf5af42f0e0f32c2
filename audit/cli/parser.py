"""The whole grammar of the command line, by Typer: what `arguments.quick` leaves, and every complaint."""

from __future__ import annotations

import inspect
import types
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer import exceptions

from audit.cli.options import Argument, Command, Parameter
from quotations.errors import UsageError


def parse(command: Command, argv: Sequence[str]) -> dict[str, Any]:
    """The values that *argv* gives the parameters of *command*; raises UsageError when it gives none that fit."""
    values: dict[str, Any] = {}
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

    def run(**given: Any) -> None:
        values.update(given)

    parameters = [_parameter(one) for one in command.parameters]
    vars(run)["__signature__"] = inspect.Signature(parameters)
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    app.command()(run)
    try:
        typer.main.get_command(app).main(args=list(argv), prog_name=f"citetrail {command.words}", standalone_mode=False)
    except exceptions.Abort:
        raise KeyboardInterrupt from None
    except exceptions.TyperException as error:
        raise UsageError(
            error.format_message(), hint=f"`citetrail {command.words} --help` lists what there is"
        ) from error
    return values


def _parameter(one: Parameter) -> inspect.Parameter:
    kind: Any = types.GenericAlias(list, one.kind) if one.many else one.kind
    if isinstance(one.given, Argument):
        told: Any = typer.Argument(metavar=one.given.metavar)
    elif one.kind is bool:
        names = [*one.given.names]
        names[0] = f"{names[0]}/{one.given.off}" if one.given.off else names[0]
        told = typer.Option(*names)
    else:
        told = typer.Option(*one.given.names, metavar=one.given.metavar)
    annotation: Any = Annotated[kind if one.required else kind | None, told]
    default = inspect.Parameter.empty if one.required else None
    return inspect.Parameter(one.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
