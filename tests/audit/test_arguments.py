import pytest

from audit.cli.arguments import behind_command, wanted

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("given", "ordered"),
    [
        (["read", "x", "--db", "a"], ["read", "x", "--db", "a"]),
        (["--db", "a", "read", "x"], ["read", "--db", "a", "x"]),
        (["--db=a", "-q", "read", "x"], ["read", "--db=a", "-q", "x"]),
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


def test_a_format_is_known_before_the_arguments_are_parsed():
    assert wanted(["read", "--format", "json"], "--format", "terminal") == "json"
    assert wanted(["read", "--format=json"], "--format", "terminal") == "json"
    assert wanted(["read", "--", "--format", "json"], "--format", "terminal") == "terminal"
