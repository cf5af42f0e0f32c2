"""What each HTML element is to its readers: part of a line, a block, a role, or nothing that is shown."""

from __future__ import annotations

from enum import IntEnum

from quotations.model import SegmentRole


class Kind(IntEnum):
    """How the walk treats an element."""

    INLINE = 0  #: its text joins its neighbours' without a blank
    BLOCK = 1  #: its text stands apart
    UNKNOWN = 2  #: a block, unless it stands inside a line
    BREAK = 3  #: br: a line end inside a block
    RULE = 4  #: hr, iframe and the like: ends the block, has no text
    HIDDEN = 5  #: its text is in the file and never shown
    RAW = 6  #: script, style: its text is code
    HEAD = 7  #: read apart, for metadata
    SKIPPED = 8  #: says nothing
    RUBY_TEXT = 9  #: a reading set beside the words
    IMAGE = 10
    FIELD = 11  #: a form field


_INLINE = (
    "a abbr acronym b basefont bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr output q "
    "rb rbc rtc ruby s samp slot small span strike strong sub sup time tt u var wbr math mi mn mo ms mtext mrow msup "
    "msub mfrac msqrt g tspan text textpath svg annotation-xml semantics"
)
_BLOCK = (
    "address article aside blockquote body caption center colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol "
    "optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul xmp"
)
_HIDDEN = "template noscript noembed noframes object audio video canvas datalist annotation desc metadata"
_RAW = "script style"
_RULE = "hr iframe embed applet frame"
_SKIPPED = "rp map area col param source track base link meta title"

KINDS: dict[str, Kind] = {
    **dict.fromkeys(_INLINE.split(), Kind.INLINE),
    **dict.fromkeys(_BLOCK.split(), Kind.BLOCK),
    **dict.fromkeys(_HIDDEN.split(), Kind.HIDDEN),
    **dict.fromkeys(_RAW.split(), Kind.RAW),
    **dict.fromkeys(_RULE.split(), Kind.RULE),
    **dict.fromkeys(_SKIPPED.split(), Kind.SKIPPED),
    "br": Kind.BREAK,
    "head": Kind.HEAD,
    "rt": Kind.RUBY_TEXT,
    "img": Kind.IMAGE,
    "image": Kind.IMAGE,
    "input": Kind.FIELD,
    "button": Kind.UNKNOWN,
}

ROLES: dict[str, SegmentRole] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), SegmentRole.HEADING),
    **dict.fromkeys(("figcaption", "caption", "legend"), SegmentRole.CAPTION),
    **dict.fromkeys(("li", "dt", "dd"), SegmentRole.LIST),
    **dict.fromkeys(("td", "th"), SegmentRole.TABLE),
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext", "textarea"), SegmentRole.CODE),
    "blockquote": SegmentRole.QUOTE,
}

#: Elements inside which an unknown element is part of the line.
LINES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "figcaption", "summary", *_INLINE.split()))

#: White space in these is shown as written.
PREFORMATTED = frozenset(("pre", "xmp", "listing", "plaintext", "textarea"))

EMPHASISED = frozenset(("em", "i", "b", "strong", "mark", "u"))
STRUCK = frozenset(("s", "strike", "del"))
#: Elements inside a line that leave something to note.
MARKED = EMPHASISED | STRUCK | {"a", "sup", "q", "wbr"}

ITEMS = frozenset(("li", "tr", "dt", "dd"))
#: Blocks that need a look back when they end.
UNDONE = frozenset(("td", "th", "article", "main", "aside", "a"))
#: Blocks that may be a part of the page by their name alone.
OPENING = frozenset(("nav", "menu", "search", "select", "button", "header", "footer"))
#: Elements that, without attributes, do no more than join or part their text.
PLAIN = frozenset(
    name
    for name, kind in KINDS.items()
    if (kind is Kind.INLINE and name not in MARKED)
    or (kind is Kind.BLOCK and name not in ROLES and name not in ITEMS | UNDONE | OPENING | PREFORMATTED)
)
