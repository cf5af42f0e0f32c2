r"""Text from outside made safe to show: what would act on a screen instead of standing on it becomes visible.

Control characters can move a terminal's cursor, bidirectional overrides can make words read in another order
than they are, and a lone surrogate cannot be written at all.

>>> in_terminal("a\x1b[31mb\u202ec")
'a\\u{1b}[31mb\\u{202e}c'
"""

from __future__ import annotations

import re

#: C0 and C1 controls, bidirectional marks, embeddings, overrides and isolates, lone surrogates, tag characters.
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
#: The same without the plain direction marks, which Arabic and Hebrew need and which a page isolates anyway.
_ACTING_ON_A_PAGE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def in_terminal(text: str) -> str:
    r"""*text* on one line, each acting character as ``\u{hex}``, line and paragraph ends as blanks."""
    return _ACTING.sub(_named, _on_one_line(text))


def on_page(text: str) -> str:
    """*text* for a web page: controls as their pictures (U+2400 on), overrides as ``⟨U+202E⟩``."""
    return _ACTING_ON_A_PAGE.sub(_pictured, text)


def in_json(text: str) -> str:
    """A JSON document that can be written as UTF-8: lone surrogates as JSON's own escapes."""
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def in_xml(text: str) -> str:
    """*text* with what XML 1.0 forbids replaced by U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def _on_one_line(text: str) -> str:
    return re.sub("[\t\n\r\x0b\x0c\x85\u2028\u2029]+", " ", text)


def _named(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"


def _pictured(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"⟨U+{code:04X}⟩"
