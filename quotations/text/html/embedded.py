"""Words that stand only in a page's scripts: data that the page would show by script, kept as hidden text."""

from __future__ import annotations

import json
import re

from quotations.text.html.head import words_of

_SINGLE = re.compile(r"'((?:[^'\\\n{};]|\\.){30,20000})'|`([^`{};]{30,20000}+)`")
_ESCAPED = "\ue000"  # stands for an escaped quotation mark while the code is cut at the others
_MAX_SCRIPT, _MAX_ALL = 3_000_000, 400_000
_LEAST, _MIN_WORDS, _MUCH_CODE = 30, 6, 3
_CODE = ("{", "}", ";", "=>", "()", "://", "&&", "||", "var ", "function")


def strings_of(scripts: list[tuple[str, str]]) -> list[str]:
    """Prose among the strings of scripts that are (type, code), 400,000 code points at most."""
    found: dict[str, None] = {}
    left = _MAX_ALL
    for kind, code in scripts:
        if "ld+json" in kind.lower() or " " not in code:
            continue
        for words in _plain(code) if kind.lower().startswith("text/") and "javascript" not in kind else _literals(code):
            if words not in found and left > 0:
                found[words] = None
                left -= len(words)
    return list(found)


def _plain(code: str) -> list[str]:
    """A script of an unknown type is text to nobody, but words all the same."""
    words = " ".join(words_of(code[:_MAX_SCRIPT]).split())
    return [words] if words.count(" ") >= _MIN_WORDS - 1 else []


def _literals(code: str) -> list[str]:
    """Strings that are prose. What stands between two quotation marks is a string or code, and looks decide which."""
    found = []
    for piece in code[:_MAX_SCRIPT].replace('\\"', _ESCAPED).split('"'):
        if len(piece) < _LEAST or piece.count(" ") < _MIN_WORDS - 1:
            continue
        if not _is_code(piece):
            found.append(piece)
        elif "'" in piece or "`" in piece:
            found.extend(match[1] or match[2] for match in _SINGLE.finditer(piece))
    return [words for raw in found if (words := _prose(raw.replace(_ESCAPED, '\\"')))]


def _is_code(piece: str) -> bool:
    start = piece[:600]
    if sum(map(str.isalpha, start)) * 3 < len(start) * 2:
        return True
    return sum(map(start.count, _CODE)) >= _MUCH_CODE


def _prose(raw: str) -> str:
    words = " ".join(words_of(_unescaped(raw)).split())
    return words if words.count(" ") >= _MIN_WORDS - 1 and not _is_code(words) else ""


def _unescaped(raw: str) -> str:
    if "\\" not in raw:
        return raw
    try:
        value = json.loads(f'"{raw}"' if '"' not in raw.replace('\\"', "") else json.dumps(raw), strict=False)
    except ValueError:
        return raw.replace("\\n", " ").replace("\\", "")
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else raw
