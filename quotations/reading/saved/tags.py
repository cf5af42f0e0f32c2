"""The start tags of a page with their places in its file, which no tree keeps.

One pass after the tokenisation of the HTML standard (WHATWG HTML, 13.2.5), as far as it says where tags begin and
end: comments, quoted attribute values, and elements whose content is no mark-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotations.values import plain_value

_OPEN = re.compile(r"<(?:(!--)|([A-Za-z][^\s/>]*)|([!?]|/(?![A-Za-z]))|/[A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*)))?", re.DOTALL)
_CLOSE = re.compile(r"[\s/]*>")
#: The rest of a tag as nearly all are written: attributes bare or between double quotation marks.
_REST = re.compile(r"(?:\s+[^\s/>=\"']+(?:=\"[^\"]*\")?)*\s*/?>")
#: Elements whose content is characters only, and what ends it.
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript")
}
#: A tag with more attributes than this is no author's.
_MOST = 400


@plain_value
class Attribute:
    """One attribute: its name in lower case, and its value as it is written."""

    name: str
    value: str
    end: int


@plain_value
class Tag:
    """One start tag: from its ``<`` to behind its ``>``."""

    name: str
    start: int
    end: int
    attributes: tuple[Attribute, ...]

    def value(self, name: str) -> str | None:
        """The value of the first attribute of that name, as written; None when it has none."""
        return next((one.value for one in self.attributes if one.name == name), None)

    @property
    def room(self) -> int:
        """Where a further attribute may be written: behind the last."""
        return self.attributes[-1].end if self.attributes else self.start + 1 + len(self.name)


def start_tags(markup: str, names: frozenset[str]) -> Iterator[Tag]:
    """The start tags of the elements *names* (lower case) in *markup*, in its order."""
    at = 0
    while found := _OPEN.search(markup, at):
        comment, name, bogus = found.groups()
        if comment:
            at = _past_comment(markup, found.end())
        elif bogus:
            at = markup.find(">", found.end()) + 1 or len(markup)
        else:
            lower = (name or "").lower()
            rest = None if lower in names else _REST.match(markup, found.end())
            tag = None if rest else _tag(markup, lower, found)
            if rest is None and tag is None:  # cut off before its end: no tag at all
                return
            at = rest.end() if rest else tag.end if tag else at
            if tag is not None and lower in names:
                yield tag
            if lower in _RAW:
                ends = _RAW[lower].search(markup, at)
                at = ends.start() if ends else len(markup)


def _past_comment(markup: str, at: int) -> int:
    if markup.startswith((">", "->"), at):
        return markup.index(">", at) + 1
    return markup.find("-->", at) + 3 if markup.find("-->", at) >= 0 else len(markup)


def _tag(markup: str, name: str, found: re.Match[str]) -> Tag | None:
    at = found.end()
    attributes: list[Attribute] = []
    while True:
        if closed := _CLOSE.match(markup, at):
            return Tag(name, found.start(), closed.end(), tuple(attributes))
        one = _ATTRIBUTE.match(markup, at)
        if one is None:
            return None
        at = one.end()
        if len(attributes) < _MOST:
            value = next((value for value in one.groups()[1:] if value is not None), "")
            attributes.append(Attribute(one[1].lower(), value, at))
