"""The command ``citetrail``: arguments in, an answer on standard output, a telling exit code."""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

from audit.cli.arguments import behind_command, wanted
from audit.cli.streams import abandon, ready
from audit.cli.telling import told
from quotations.errors import CitetrailError, UsageError

if TYPE_CHECKING:
    from audit.cli.options import Command

#: Which module has which command, in the order of the help; only the one that is asked for is loaded.
COMMANDS = {
    "audit": "articles",
    "links": "linking",
    "check": "checking",
    "read": "articles",
    "report": "archived",
    "find": "finding",
    "evidence": "evidence",
    "override": "overriding",
    "forget": "forgetting",
    "watch": "watching",
    "serve": "serving",
    "db": "upkeep",
    "demo": "showing",
    "doctor": "about",
    "explain": "about",
    "config": "about",
}


#: Commands that may be in the middle of a crawl when they are stopped.
_FETCH = (["audit"], ["links"], ["check"], ["read"], ["watch"])
_TERMINATED = 128 + 15  #: what a shell calls the end by SIGTERM


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code; an error is one line that says what to do."""
    given = list(sys.argv[1:] if argv is None else argv)
    verbose = "-v" in given or "--verbose" in given
    ready()
    try:
        return _run(behind_command(given))
    except CitetrailError as error:
        return _tell(error, given, verbose)
    except KeyboardInterrupt:
        return _stopped(130, given)
    except SystemExit as stop:
        if stop.code != _TERMINATED:
            raise
        return _stopped(_TERMINATED, given)
    except BrokenPipeError:  # whoever read has seen enough
        abandon()
        return 0
    except Exception as error:
        if verbose:
            raise
        fault = CitetrailError(
            f"something went wrong inside: {type(error).__name__}: {error}"[:300],
            hint="the same command with -v shows where; please report it",
        )
        return _tell(fault, given, verbose)


def _stopped(code: int, given: list[str]) -> int:
    again = "the same command without --fresh" if "--fresh" in given else "the same command"
    goes_on = f": what was fetched is kept; {again} goes on" if behind_command(given)[:1] in _FETCH else ""
    sys.stderr.write(f"stopped{goes_on}\n")
    return code


def _run(argv: list[str]) -> int:
    if not argv or argv[0] in ("-h", "--help"):
        return _say(_overview())
    if argv[0] == "--version":
        from audit import __version__

        return _say(f"citetrail {__version__}\n")
    named = _named(argv)
    if isinstance(named, str):
        return _say(named)
    command, rest = named
    from audit.cli.arguments import quick

    asked = rest[: rest.index("--")] if "--" in rest else rest
    if "--help" in asked or "-h" in asked:
        from audit.cli.helping import page

        return _say(page(command))
    values = quick(command, rest)
    if values is None:
        from audit.cli.parser import parse

        values = parse(command, rest)
    return command.run(values)


def _named(argv: list[str]) -> tuple[Command, list[str]] | str:
    """The command that *argv* names and the words behind it, or a group's help."""
    name = argv[0]
    if name not in COMMANDS:
        raise UsageError(
            f"there is no command {name}" if name[0] != "-" else f"{name} needs a command before it",
            hint=_hint(name),
            subject=name,
        )
    found = {one.words: one for one in _commands(name)}
    if name in found:
        return found[name], argv[1:]
    words = " ".join(argv[:2])
    if words in found:
        return found[words], argv[2:]
    from audit.cli.arguments import GROUPS
    from audit.cli.helping import group

    if len(argv) > 1 and not argv[1].startswith("-"):
        raise UsageError(
            f"there is no command {words}", hint=f"`citetrail {name} --help` lists what there is", subject=words
        )
    return group(name, GROUPS[name], list(found.values()))


def _hint(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, COMMANDS, 1)
    return f"did you mean `citetrail {near[0]}`?" if near else "`citetrail --help` lists what there is"


def _commands(name: str) -> list[Command]:
    """The commands under the word *name*; only their module is loaded."""
    module = importlib.import_module(f"audit.cli.{COMMANDS[name]}")
    return [one for one in module.COMMANDS if one.words.partition(" ")[0] == name]


def _overview() -> str:
    from audit.cli.arguments import GROUPS
    from audit.cli.helping import first_sentence, overview

    return overview((name, GROUPS.get(name) or first_sentence(_commands(name)[0])) for name in COMMANDS)


def _say(words: str) -> int:
    sys.stdout.write(words)
    return 0


def _tell(error: CitetrailError, argv: list[str], verbose: bool) -> int:
    if wanted(argv, "--format", "terminal") == "json":
        record: dict[str, Any] = {
            "code": error.code,
            "message": error.message,
            "hint": error.hint,
            "subject": error.subject,
        }
        sys.stdout.write(json.dumps({"error": record}, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(told(error) + "\n")
    if verbose:
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    return 2
