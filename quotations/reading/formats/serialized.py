"""Pages as Firefox saves them as text, and Thunderbird its mail: ``words <address>``, ``^1 <#note>``, ``/slanted/``.

Programs that send letters make their plain half with html-to-text, whose addresses stand in square brackets.
The shape is that of Mozilla's plain text serializer: an address stands in angle brackets behind the words of its link,
a place of the page itself with its sign alone; raised words behind ``^``, slanted ones between ``/``, bold ones
between ``*``, underlined ones between ``_``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from quotations.model import Span
from quotations.reading.document import Inline, InlineKind
from quotations.reading.flow import meeting
from quotations.reading.formats.draft import Draft

#: Addresses behind words, which nothing else writes so often.
_ADDRESSED = re.compile(r"<(?:https?:|#|mailto:|file:)[^<>]{1,2000}>|\[(?:https?:|#|/)[^\[\]\s]{1,2000}\](?![(:])")
_FEWEST = 3
_PLACE = re.compile(r"[ \t]*\n?[ \t]*(?:<#[^<>\s]{0,300}>|\[[#/][^\[\]\s]{0,300}\])")
_RAISED = re.compile(r"\^?\[?(\d{1,3})\]?$")
_SLANTED = re.compile(
    r"(?<![\w/*_|:.])([/*_])(?=[^\s/*_])([^\n/*_<>]{1,200}(?:\n[^\n/*_<>]{1,200})?)(?<=[^\s/*_])\1(?![\w/*_|])"
)
#: So many words before an address are taken for its link's: where they begin is not written.
_ANCHOR = re.compile(
    r"(?:[^\s.,;:!?()\[\]“”„«»\"<>*•]+(?:[ \t]+|[ \t]*\n[ \t]*)){0,3}[^\s.,;:!?()\[\]“”„«»\"<>*•]+\s*$"
)
_LOOKED = 120  #: characters
#: A line of a list begins with its number; what leads to a note never does.
_HEAD = re.compile(r"\n[ \t>]*$")


def read(draft: Draft) -> None:
    """Take the places of the page itself and the signs of raised and slanted words out of the words of *draft*."""
    behind = (found for found in _ADDRESSED.finditer(draft.text) if _has_words(draft.text, found.start()))
    if sum(1 for _ in islice(behind, _FEWEST)) < _FEWEST:
        return
    text = draft.text
    for place in _PLACE.finditer(text):
        draft.hide(*place.span())
        before = text[max(0, place.start() - 8) : place.start()]
        shown = place.start() - len(before)
        if mark := _RAISED.search(before):
            start = shown + mark.start()
            if _HEAD.search(text[max(0, start - 40) : start]):
                continue  # the note's own number
            draft.raised.append(Span(shown + mark.start(1), shown + mark.end(1)))
            draft.hide(start, place.start())
    _anchored(draft)
    taken = draft.hidden
    for words in _SLANTED.finditer(text):
        if meeting(Span(*words.span()), taken):
            continue
        draft.hide(words.start(), words.start() + 1)
        draft.hide(words.end() - 1, words.end())
        if words[1] == "/":
            draft.inlines.append(Inline(span=Span(*words.span(2)), kind=InlineKind.EMPHASIS))


def _has_words(text: str, at: int) -> bool:
    """Whether words stand before *at*, on its line or at the end of the one before."""
    before = text[max(0, at - _LOOKED) : at].rstrip(" \t")
    return before.removesuffix("\n").rstrip(" \t")[-1:].strip() not in ("", "<", ">")


def _anchored(draft: Draft) -> None:
    """Give each address the words before it."""
    for at, link in enumerate(draft.links):
        opening = link.span.start - 1
        around = f"{draft.text[opening : link.span.start]}{draft.text[link.span.end : link.span.end + 1]}"
        if link.element != "bare" or opening < 0 or around not in ("<>", "[]"):
            continue
        low = max(0, opening - _LOOKED)
        if words := _ANCHOR.search(draft.text, low, opening):
            anchor = words[0].rstrip()
            draft.links[at] = replace(link, span=Span(words.start(), words.start() + len(anchor)), element="a")
            draft.hide(words.start() + len(anchor), link.span.end + 1)
