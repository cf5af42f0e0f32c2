"""Where a Markdown link points: ``(address "title")``, ``(<address>)``, ``[label]`` and the labels' definitions."""

from __future__ import annotations

import html
import re

LABEL = re.compile(r" ?\[((?:[^\[\]\\]|\\.){0,999})\]")
_ATTRIBUTES = re.compile(r"(?:[ \t]+|[ \t]*\n[ \t]*)\{[^{}]{1,600}\}")
_SPACE = re.compile(r"[ \t]*\n?[ \t]*")
_ANGLE = re.compile(r"<((?:[^<>\n\\]|\\.){0,8000})>")
_PLAIN = re.compile(r"[^\s()\\\x00-\x1f]{1,4000}")
_TITLE = re.compile(
    r"\"((?:[^\"\\]|\\.){0,2000})\"|'((?:[^'\\]|\\.){0,2000})'|\(((?:[^()\\]|\\.){0,2000})\)", re.DOTALL
)
#: An address that a site's generator fills in: ``{{ "/2016/post/" | url }}``, ``{% post_url x %}``, ``{{ site }}/post``.
_TEMPLATE = re.compile(r"(\{\{[^{}\n]{1,500}\}\}|\{%[^{}\n]{1,500}%\})([^\s()]{0,1000})")
_QUOTED = re.compile(r"[\"']([^\"']+)[\"']")
_LOOSE = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}:|/)[^()\n\"]{1,2000}?(?=[ \t]*(?:\)|[ \t\n]\"))", re.IGNORECASE)
_WRAPPED = re.compile(r"https?://[^\s()\"]{1,2000}(?:[ \t]*\n[ \t]*[^\s()\"]{1,2000}){1,6}(?=\))", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEAD = re.compile(r" {0,3}\[(?!\^)((?:[^\[\]\\]|\\.){1,999})\]:")


def folded(label: str) -> str:
    """A reference label as it is compared: case and white space do not count."""
    return " ".join(label.split()).casefold()


def written(address: str) -> str:
    """An address with Markdown's escapes and HTML's entities undone, otherwise as written."""
    return html.unescape(_ESCAPE.sub(r"\1", address))


def inline(text: str, at: int) -> tuple[str, int] | None:
    """The address in the parentheses that open at *at*, and where they end; None when they are no link's."""
    start = _after_space(text, at + 1)
    found = _destination(text, start)
    for address, end in (found, _loose(text, start), _wrapped(text, start)):
        if end is None or address is None:
            continue
        tail = _after_space(text, end)
        if tail > end and (title := _TITLE.match(text, tail)):
            tail = _after_space(text, title.end())
        if text.startswith(")", tail):
            return written(address), tail + 1
    return None


def definition(text: str) -> tuple[str, str, int] | None:
    """The label, the address and the length of a reference definition at the head of *text*.

    *text* is the line of the label and, where there are any, a few after it: the address, the title and Pandoc's
    attributes may each stand on lines of their own.
    """
    head = _HEAD.match(text)
    if head is None or not head[1].strip():
        return None
    start = _after_space(text, head.end())
    address, end = _destination(text, start)
    if address is None or end is None or (end == start):
        return None
    tail = _after_space(text, end)
    if tail > end and (title := _TITLE.match(text, tail)):
        stop = _line_end(text, title.end())
        if stop is not None:
            return head[1], written(address), stop
    stop = _line_end(text, end)
    return None if stop is None else (head[1], written(address), stop)


def _line_end(text: str, at: int) -> int | None:
    """Where the line ends, if nothing stands before that but blanks and Pandoc's attributes: ``{rel="author"}``."""
    if attributes := _ATTRIBUTES.match(text, at):
        at = attributes.end()
    while at < len(text) and text[at] in " \t":
        at += 1
    return at if at == len(text) or text[at] == "\n" else None


def _wrapped(text: str, at: int) -> tuple[str | None, int | None]:
    """An address that a program broke over lines when it filled its paragraph (Python's html2text)."""
    match = _WRAPPED.match(text, at)
    return (re.sub(r"[ \t]*\n[ \t]*", "", match[0]), match.end()) if match else (None, None)


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _destination(text: str, at: int) -> tuple[str | None, int | None]:
    if template := _TEMPLATE.match(text, at):
        path = _QUOTED.search(template[1])
        return (path[1] if path else "") + template[2], template.end()
    if angle := _ANGLE.match(text, at):
        return angle[1], angle.end()
    depth, end = 0, at
    while end < len(text) and end - at < 8000:
        char = text[end]
        if char == "(":
            depth += 1
        elif char == ")":
            if depth == 0:
                break
            depth -= 1
        elif char == "\\" and end + 1 < len(text) and not text[end + 1].isspace():
            end += 1
        elif plain := _PLAIN.match(text, end):
            end = plain.end()
            continue
        else:
            break
        end += 1
    return (text[at:end], end) if depth == 0 else (None, None)


def _loose(text: str, at: int) -> tuple[str | None, int | None]:
    """An address with blanks in it, which people write although no renderer takes it."""
    match = _LOOSE.match(text, at)
    return (match[0], match.end()) if match else (None, None)
