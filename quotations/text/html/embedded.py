"""Words that stand only in a page's scripts: data that the page would show by script, kept as hidden text."""

from __future__ import annotations

import json
import re

from quotations.text.html.heads import words_of

# Possessive, so that an unclosed string costs one pass; short strings match too, or their ends would open others.
_STRING = re.compile(r""""([^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"|'([^'\\\n]*+(?:\\.[^'\\\n]*+)*+)'|`([^`]*+)`""")
_MAX_SCRIPT, _MAX_ALL, _MIN_WORDS = 3_000_000, 400_000, 6
_CODE = re.compile(r"[{};]|=>|function\b|\bvar\b|https?://|&&|\|\|")


def strings_of(scripts: list[tuple[str, str, dict[str, str | None]]]) -> list[str]:
    """Prose among the strings of scripts that are (type, code, attributes), 400,000 code points at most."""
    found: dict[str, None] = {}
    left = _MAX_ALL
    for kind, code, _ in scripts:
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
    found = []
    for literal in _STRING.finditer(code[:_MAX_SCRIPT]):
        raw = literal[1] or literal[2] or literal[3] or ""
        if raw.count(" ") < _MIN_WORDS - 1:
            continue
        words = " ".join(words_of(_unescaped(raw)).split())
        if words.count(" ") >= _MIN_WORDS - 1 and len(_CODE.findall(words[:600])) < 3:
            found.append(words)
    return found


def _unescaped(raw: str) -> str:
    if "\\" not in raw:
        return raw
    try:
        value = json.loads(f'"{raw}"' if '"' not in raw.replace('\\"', "") else json.dumps(raw), strict=False)
    except ValueError:
        return raw.replace("\\n", " ").replace("\\", "")
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else raw
