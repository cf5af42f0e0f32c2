"""The command ``citetrail``: arguments in, an answer on standard output, a telling exit code."""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

from audit.cli.arguments import behind_command, wanted
from quotations.errors import CitetrailError, UsageError

if TYPE_CHECKING:
    import typer

#: Which module has which command, in the order of the help; only the one that is asked for is loaded.
COMMANDS = {
    "audit": "articles",
    "links": "articles",
    "check": "checking",
    "read": "articles",
    "report": "archived",
    "watch": "watching",
    "serve": "serving",
    "db": "archived",
    "demo": "showing",
    "doctor": "about",
    "explain": "about",
    "config": "about",
}


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code; an error is one line that says what to do."""
    given = list(sys.argv[1:] if argv is None else argv)
    verbose = "-v" in given or "--verbose" in given
    try:
        return _run(behind_command(given))
    except CitetrailError as error:
        return _tell(error, given, verbose)
    except KeyboardInterrupt:
        sys.stderr.write("interrupted: what was fetched is kept; the same command goes on\n")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:
        if verbose:
            raise
        told = CitetrailError(
            f"something went wrong inside: {type(error).__name__}: {error}"[:300],
            hint="the same command with -v shows where; please report it",
        )
        return _tell(told, given, verbose)


def _run(argv: list[str]) -> int:
    app = _app(argv[0] if argv and argv[0] in COMMANDS else None)
    import typer
    from typer import exceptions

    command = typer.main.get_command(app)
    if not argv:
        argv = ["--help"]
    try:
        code = command.main(args=argv, prog_name="citetrail", standalone_mode=False)
    except exceptions.Abort:
        raise KeyboardInterrupt from None
    except exceptions.Exit as done:
        return done.exit_code
    except exceptions.TyperException as error:
        if wanted(argv, "--format", "terminal") == "json":
            raise UsageError(error.format_message(), hint="citetrail --help lists what there is") from error
        sys.stderr.write(f"error: {_plain(error.format_message())}\n  try: citetrail --help\n")
        return 2
    if code == 130:  # the parser's own word for Ctrl-C
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _app(only: str | None) -> typer.Typer:
    import typer

    app = typer.Typer(
        name="citetrail",
        help="Is what an article quotes really in what it cites, and what became of its links?",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
        epilog="Options of every command may also stand before the command word. Exit codes: 0 clean, 1 findings, "
        "2 the job could not be done, 3 something could not be checked (--strict).",
    )

    def say_version(asked: bool) -> None:
        if asked:
            from audit import __version__

            sys.stdout.write(f"citetrail {__version__}\n")
            raise typer.Exit

    @app.callback()
    def _door(
        version: bool = typer.Option(
            False, "--version", help="Say the version and stop.", is_eager=True, callback=say_version
        ),
    ) -> None:
        """All commands hang on this door."""

    names = [only] if only else list(COMMANDS)
    for module in dict.fromkeys(COMMANDS[name] for name in names):
        importlib.import_module(f"audit.cli.{module}").add(app)
    order = {name: at for at, name in enumerate(COMMANDS)}
    app.registered_commands.sort(key=lambda info: order.get(info.name or "", 99))
    return app


def _tell(error: CitetrailError, argv: list[str], verbose: bool) -> int:
    if wanted(argv, "--format", "terminal") == "json":
        told: dict[str, Any] = {
            "code": error.code,
            "message": error.message,
            "hint": error.hint,
            "subject": error.subject,
        }
        sys.stdout.write(json.dumps({"error": told}, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(f"error: {_plain(error.message)}\n")
        if error.hint:
            sys.stderr.write(f"  try: {_plain(error.hint)}\n")
    if verbose:
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    return 2


def _plain(words: str) -> str:
    """*words* on one line, without what would move a terminal's cursor."""
    return "".join(c if c.isprintable() else " " for c in words).strip()
