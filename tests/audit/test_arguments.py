import pytest

from audit.cli import COMMANDS, _commands
from audit.cli.arguments import behind_command, quick, wanted
from audit.cli.parser import parse
from quotations.errors import UsageError

pytestmark = pytest.mark.unit


def command(words):
    return next(one for one in _commands(words.split()[0]) if one.words == words)


@pytest.mark.parametrize(
    ("given", "ordered"),
    [
        (["read", "x", "--db", "a"], ["read", "x", "--db", "a"]),
        (["--db", "a", "read", "x"], ["read", "--db", "a", "x"]),
        (["--db=a", "-q", "read", "x"], ["read", "--db=a", "-q", "x"]),
        (["--no-progress", "read", "x"], ["read", "--no-progress", "x"]),
        # a command of two words keeps them together
        (["--db", "a", "watch", "run"], ["watch", "run", "--db", "a"]),
        # what is no command is left for the parser to complain about
        (["--db", "a"], ["--db", "a"]),
        (["--version"], ["--version"]),
        (["--db", "a", "--help"], ["--db", "a", "--help"]),
    ],
)
def test_options_before_the_command_word_count_as_behind_it(given, ordered):
    assert behind_command(given) == ordered


PLAIN = [
    ("read", ["a.html"]),
    ("read", ["a.html", "b.html", "--format", "json", "c.html"]),
    ("read", ["-", "--source", "--format=json", "-q"]),
    ("read", []),
    ("read", ["--", "--odd name"]),
    ("check", ["some words", "x.html"]),
    ("check", ["some words", "--as-of", "2026-01-01", "https://a.example/?a=b", "--explain", "--no-progress"]),
    ("check", ["--batch", "b.jsonl", "-o", "out", "--progress"]),
    ("check", ["--profile", "ap", "w", "--profile", "legal", "x"]),
    ("audit", ["a", "--source", "1=x", "--source", "y", "--kinds", "direct", "--kinds=scare", "--resolve", "h:1:::1"]),
    ("serve", ["--port", "99", "--host", "::1"]),
    ("watch add", ["folder", "--reports", "out"]),
    ("watch remove", ["3"]),
    ("db backup", ["x.db", "--db", "y.db"]),
    ("report", ["1", "2", "--since", "7d"]),
]


@pytest.mark.parametrize(("words", "argv"), PLAIN)
def test_the_quick_parser_understands_as_the_whole_one_does(words, argv):
    found = quick(command(words), argv)
    assert found is not None
    whole = {name: value for name, value in parse(command(words), argv).items() if value not in (None, [])}
    assert found == whole


@pytest.mark.parametrize(
    ("words", "argv"),
    [
        ("read", ["--nothing"]),
        ("read", ["--format"]),
        ("read", ["--save"]),
        ("check", ["a", "b", "c"]),
        ("serve", ["--port", "many"]),
        ("watch add", ["folder"]),
        ("watch remove", []),
        ("check", ["--explain=yes", "w", "x"]),
    ],
)
def test_what_fits_no_command_is_left_to_the_parser_that_can_complain(words, argv):
    assert quick(command(words), argv) is None
    with pytest.raises(UsageError) as caught:
        parse(command(words), argv)
    assert f"citetrail {words} --help" in caught.value.hint


def test_short_options_may_be_written_together():
    assert quick(command("read"), ["-qv", "x"]) is None
    assert parse(command("read"), ["-qv", "x"])["quiet"] is True


def test_every_command_has_a_help_that_names_all_it_takes():
    from audit.cli.helping import page

    for name in COMMANDS:
        for one in _commands(name):
            told = page(one)
            assert all(len(line) <= 100 for line in told.splitlines())
            for parameter in one.parameters:
                assert getattr(parameter.given, "names", (parameter.given.metavar,))[0] in told


def test_a_format_is_known_before_the_arguments_are_parsed():
    assert wanted(["read", "--format", "json"], "--format", "terminal") == "json"
    assert wanted(["read", "--format=json"], "--format", "terminal") == "json"
    assert wanted(["read", "--", "--format", "json"], "--format", "terminal") == "terminal"
