"""What a robots.txt says (RFC 9309, 2.2), with the line that decides."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

LIMIT = 512 * 1024  #: bytes that are read; RFC 9309, 2.5 asks for at least 500 KiB

_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_LONGEST_LINE = 4096


@dataclass(frozen=True, slots=True)
class Rule:
    """One `Allow` or `Disallow`."""

    allow: bool
    line: str  #: as written, without comment
    pieces: tuple[str, ...]  #: of the pattern, between its asterisks
    anchored: bool  #: it ends in `$`
    length: int

    def matches(self, path: str) -> bool:
        """Whether the pattern fits *path*; every step looks at each character at most once."""
        first, *rest = self.pieces
        if not path.startswith(first):
            return False
        place = len(first)
        if not rest:
            return not self.anchored or place == len(path)
        *middle, last = rest
        for piece in middle:
            place = path.find(piece, place)
            if place < 0:
                return False
            place += len(piece)
        if self.anchored:
            return len(path) - place >= len(last) and path.endswith(last)
        return path.find(last, place) >= 0


@dataclass(frozen=True, slots=True)
class Rules:
    """The group that is meant for us."""

    rules: tuple[Rule, ...] = ()
    crawl_delay: float | None = None

    def verdict(self, url: str) -> tuple[bool, str | None]:
        """Whether *url* (absolute, ASCII) may be asked for, and the line that says so: the longest match, `Allow` on a tie."""
        path = _normal("/" + url.partition("#")[0].partition("://")[2].partition("/")[2])
        if path == "/robots.txt":
            return True, None
        best: Rule | None = None
        for rule in self.rules:
            longer = best is None or (rule.length, rule.allow) > (best.length, best.allow)
            if longer and rule.matches(path):
                best = rule
        return (True, None) if best is None else (best.allow, best.line)


def read(body: bytes, product: str) -> Rules:
    """The rules of *body* for the robot *product* (a token without version), else those for `*`."""
    ours: _Group | None = None
    everyone: _Group | None = None
    for names, group in _groups(body[:LIMIT].decode("utf-8", "replace").removeprefix("\ufeff")):
        if product.lower() in names:
            ours = (ours or _Group()).joined(group)
        if "*" in names:
            everyone = (everyone or _Group()).joined(group)
    chosen = ours or everyone or _Group()
    return Rules(tuple(chosen.rules), chosen.delay)


class _Group:
    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.delay: float | None = None

    def joined(self, other: _Group) -> _Group:
        self.rules.extend(other.rules)
        self.delay = other.delay if self.delay is None else self.delay
        return self


def _groups(text: str) -> list[tuple[set[str], _Group]]:
    found: list[tuple[set[str], _Group]] = []
    naming = False
    for raw in text.replace("\r", "\n").split("\n"):
        line = raw[:_LONGEST_LINE].partition("#")[0].strip()
        key, colon, value = line.partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if not naming:
                found.append((set(), _Group()))
            naming = True
            found[-1][0].add(_token(value))
        elif key in ("allow", "disallow", "crawl-delay") and found:
            naming = False
            _take(found[-1][1], key, value, line)
    return found


def _take(group: _Group, key: str, value: str, line: str) -> None:
    if key == "crawl-delay":
        group.delay = _number(value)
    elif value:  # an empty Disallow forbids nothing
        group.rules.append(_rule(key == "allow", value, line))


def _token(value: str) -> str:
    """The product token at the start of a User-agent line's value, lower case."""
    if value.startswith("*"):
        return "*"
    end = 0
    while end < len(value) and (value[end].isalpha() or value[end] in "-_"):
        end += 1
    return value[:end].lower()


def _rule(allow: bool, pattern: str, line: str) -> Rule:
    anchored = pattern.endswith("$")
    plain = pattern[:-1] if anchored else pattern
    if not plain.startswith(("/", "*")):
        plain = "/" + plain
    normal = _normal(plain)
    size = len(normal) + anchored  # as it is written: a star that says nothing more counts, too
    while "**" in normal:
        normal = normal.replace("**", "*")
    return Rule(allow, line, tuple(normal.split("*")), anchored, size)


def _number(value: str) -> float | None:
    try:
        number = float(value[:20])
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


def _normal(path: str) -> str:
    """Escapes of unreserved characters undone, others in upper case, what is not ASCII escaped (RFC 9309, 2.2.2)."""
    if not path.isascii():
        path = quote(path, safe="".join(map(chr, range(0x80))), errors="replace")
    if "%" not in path:
        return path
    head, *parts = path.split("%")
    out = [head]
    for part in parts:
        code = part[:2]
        if len(code) == 2 and all(c in "0123456789abcdefABCDEF" for c in code):
            char = chr(int(code, 16))
            out.append((char if char in _UNRESERVED else f"%{code.upper()}") + part[2:])
        else:
            out.append("%" + part)
    return "".join(out)
