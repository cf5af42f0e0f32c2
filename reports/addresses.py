"""Addresses that open a source where the words stand.

The text directive is that of the URL Fragment Text Directives specification (WICG): ``#:~:text=`` and then
``[prefix-,]start[,end][,-suffix]``, each part percent-encoded, its hyphens, commas and ampersands too.

>>> from quotations.model import Span
>>> passage = Passage(exact="a very long night", prefix="She called it ", suffix=" in", span=Span(14, 31))
>>> at_passage("https://a.example/memoir", passage)
'https://a.example/memoir#:~:text=a%20very%20long%20night'
"""

from __future__ import annotations

import re
from urllib.parse import quote, urldefrag, urlsplit

from quotations.model import Passage

#: Blanks, controls, marks of direction, lone surrogates, and what delimits addresses in texts (RFC 3986, appendix C).
_NEVER = re.compile('[\x00-\x20\x7f-\xa0"<>\\\\^`{|}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]')

#: What most addresses are: nothing about them has to be asked.
_PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?(?:/[A-Za-z0-9/._~%?&=;,:+@!$'()*-]*)?")

#: Longer passages are named by their first and last words.
_WHOLE = 18
_ENDS = 5
#: Shorter ones may stand in several places and are named with their neighbours.
_SHORT = 4
_NEIGHBOURS = 3
#: Scripts without blanks make one word of a line; such a neighbour would be no short name of the place.
_LONGEST = 40


def followable(url: str | None) -> str | None:
    """*url* when it is an http or https address that a page may link to, else None.

    Characters that no address holds are percent-encoded, as a browser would.
    """
    if not url:
        return None
    if _PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return _NEVER.sub(lambda match: quote(match[0], safe="", errors="replace"), url)


def at_passage(url: str | None, passage: Passage | None, *, ambiguous: bool = False) -> str | None:
    """The address that opens *url* at *passage*: by its page in a PDF, else by a text directive.

    *ambiguous* asks for the neighbouring words too, because the words stand there more than once.
    None when *url* is no web address.
    """
    url = followable(url)
    if url is None or passage is None:
        return url
    bare, fragment = urldefrag(url)
    if passage.page is not None:
        return f"{bare}#page={passage.page}"
    directive = _directive(passage, ambiguous=ambiguous)
    if not directive:
        return url
    return f"{bare}#{fragment.partition(':~:')[0]}:~:text={directive}"


def _directive(passage: Passage, *, ambiguous: bool) -> str:
    lines = [line.split() for line in passage.exact.splitlines() if line.strip()]
    if not lines:
        return ""
    words = [word for line in lines for word in line]
    if len(lines) == 1 and len(words) <= _WHOLE:
        target = _encoded(words)
    else:  # one term must stand in one block; start and end may stand in two
        target = f"{_encoded(lines[0][:_ENDS])},{_encoded(lines[-1][-_ENDS:])}"
    if not ambiguous and len(words) >= _SHORT:
        return target
    before, after = _before(passage.prefix), _after(passage.suffix)
    if before:
        target = f"{_encoded(before)}-,{target}"
    return f"{target},-{_encoded(after)}" if after else target


def _before(prefix: str) -> list[str]:
    """The last whole words of the same block before the passage."""
    line = prefix.split("\n")[-1]
    words = line.split()
    if words and line == prefix and not prefix[:1].isspace() and len(words) > 1:
        words = words[1:]  # the first may be the tail of a word cut by the selector
    return _short_enough(words[-_NEIGHBOURS:])


def _after(suffix: str) -> list[str]:
    """The first whole words of the same block after the passage."""
    line = suffix.split("\n")[0]
    words = line.split()
    if words and line == suffix and not suffix[-1:].isspace() and len(words) > 1:
        words = words[:-1]
    return _short_enough(words[:_NEIGHBOURS])


def _short_enough(words: list[str]) -> list[str]:
    return words if all(len(word) <= _LONGEST for word in words) else []


def _encoded(words: list[str]) -> str:
    text = " ".join(words).encode("utf-8", "replace")
    return quote(text, safe="").replace("-", "%2D")
