"""The start tags of a page with their places in its file, which no tree keeps.

One pass after the tokenisation of the HTML standard (WHATWG HTML, 13.2.5), as far as it says where tags begin and
end: comments, quoted attribute values, and elements whose content is no mark-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quotations.values import plain_value

_OPEN = re.compile(r"<(?:(!--)|([A-Za-z][^\s/>]*)|([!?]|/(?![A-Za-z]))|/[A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*)))?", re.DOTALL)
_CLOSE = re.compile(r"[\s/]*>")
#: The attributes of a tag as nearly all are written: bare or between double quotation marks.
_PLAIN = r"(?:\s+[^\s/>=\"']+(?:=\"[^\"]*\")?)*"
_REST = re.compile(rf"({_PLAIN})\s*/?>")
_ONE = re.compile(r"\s+([^\s/>=\"']+)(?:=\"([^\"]*)\")?")
#: Elements whose content is characters only, and what ends it.
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript")
}
#: A tag with more attributes than this is no author's.
_MOST = 400
#: So many tags that nobody asked for are passed over in one step.
_PASSED = 200


@plain_value
class Tag:
    """One start tag: from its ``<`` to behind its ``>``."""

    name: str
    start: int
    end: int
    attributes: Sequence[tuple[str, str]]  #: each name in lower case, and its value as it is written
    room: int  #: where a further attribute may be written: behind the last

    def value(self, name: str) -> str | None:
        """The value of the first attribute of that name, as written; None when it has none."""
        for one, value in self.attributes:
            if one == name:
                return value
        return None


def start_tags(markup: str, names: frozenset[str]) -> Iterator[Tag]:
    """The start tags of the elements *names* (lower case) in *markup*, in its order."""
    next_one = _next(names)
    at = 0
    while True:
        if plain := next_one.match(markup, at):
            at = plain.end()
            if plain[1]:
                start = plain.start(1) - 1
                yield Tag(plain[1].lower(), start, at, _plain_attributes(markup, *plain.span(2)), plain.end(2))
                continue
        found = _OPEN.search(markup, at)
        if found is None:
            return
        comment, name, bogus = found.groups()
        if comment:
            at = _past_comment(markup, found.end())
        elif bogus:
            at = markup.find(">", found.end()) + 1 or len(markup)
        else:
            lower = (name or "").lower()
            tag = _tag(markup, lower, found)
            if tag is None:  # cut off before its end: no tag at all
                return
            at = tag.end
            if lower in names:
                yield tag
            if lower in _RAW:
                ends = _RAW[lower].search(markup, at)
                at = ends.start() if ends else len(markup)


@cache
def _next(names: frozenset[str]) -> re.Pattern[str]:
    """From anywhere outside a tag to behind the next of *names*: its name and its attributes, if all is written plainly.

    Else as far as words and plainly written tags of other elements go that do not hide what is in them.
    """
    one, raw = "|".join(sorted(names)), "|".join(sorted(_RAW))
    other = rf"<(?:/|(?!(?i:{one}|{raw})[\s/>]))[A-Za-z][^\s/>]*{_PLAIN}\s*/?>"
    return re.compile(rf"(?:[^<]+|{other}){{0,{_PASSED}}}(?:<((?i:{one}))({_PLAIN})\s*/?>)?")


def _plain_attributes(markup: str, start: int, end: int) -> list[tuple[str, str]]:
    return [(one.lower(), value) for one, value in _ONE.findall(markup, start, end)[:_MOST]]


def _past_comment(markup: str, at: int) -> int:
    if markup.startswith((">", "->"), at):
        return markup.index(">", at) + 1
    return markup.find("-->", at) + 3 if markup.find("-->", at) >= 0 else len(markup)


def _tag(markup: str, name: str, found: re.Match[str]) -> Tag | None:
    start, at = found.span()
    if rest := _REST.match(markup, at):
        return Tag(name, start, rest.end(), _plain_attributes(markup, *rest.span(1)), rest.end(1))
    attributes: list[tuple[str, str]] = []
    while True:
        if closed := _CLOSE.match(markup, at):
            return Tag(name, start, closed.end(), attributes, at)
        one = _ATTRIBUTE.match(markup, at)
        if one is None:
            return None
        at = one.end()
        if len(attributes) < _MOST:
            value = next((value for value in one.groups()[1:] if value is not None), "")
            attributes.append((one[1].lower(), value))
