"""The order of words on the command line: options that every command takes may also stand before the command word.

>>> behind_command(["--db", "a.db", "-q", "read", "x.html", "--format", "json"])
['read', '--db', 'a.db', '-q', 'x.html', '--format', 'json']
"""

from __future__ import annotations

#: Options of every command that take a value, and those that take none.
VALUED = frozenset({"--db", "--allow-address", "--resolve", "--format", "--output", "-o"})
PLAIN = frozenset({"--offline", "--quiet", "-q", "--verbose", "-v", "--no-progress", "--progress", "--strict"})
#: Commands of two words.
GROUPS = frozenset({"watch", "db", "config"})


def behind_command(argv: list[str]) -> list[str]:
    """*argv* with what stands before the command word moved behind it, else unchanged."""
    moved: list[str] = []
    at = 0
    while at < len(argv):
        word = argv[at]
        name = word.split("=", 1)[0]
        if name in VALUED and "=" not in word:
            moved += argv[at : at + 2]
            at += 2
        elif name in VALUED or word in PLAIN:
            moved.append(word)
            at += 1
        else:
            break
    rest = argv[at:]
    if not moved or not rest or rest[0].startswith("-"):
        return argv
    words = 2 if rest[0] in GROUPS and len(rest) > 1 and not rest[1].startswith("-") else 1
    return rest[:words] + moved + rest[words:]


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
