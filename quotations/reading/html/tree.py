"""A saved page's tree, built from what lxml's parser tells, without the elements and attributes that no rule here looks at.

Half the cost of a tree is in attributes that only scripts and style sheets read, and in elements that only carry
them. They are left out while the tree is built: what is seen, and in which order, stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from quotations.reading.html import elements

_KEPT = frozenset(
    """id class name href rel role style cite hidden start value itemprop content property http-equiv charset datetime
    lang xml:lang epub:type data-versiondate data-originalurl shadowrootmode shadowroot aria-expanded
    data-scrapbook-source data-scrapbook-create""".split()  # noqa: SIM905
)
#: Elements without content that no rule asks for.
_DROPPED = frozenset(["img", "input", "source", "track", "wbr", "col", "colgroup", "embed", "param", "spacer"])
#: Elements that mean nothing to a reader unless an attribute says more.
_BARE = frozenset(
    ["span", "font", "small", "big", "u", "label", "abbr", "acronym", "bdi", "bdo", "tbody", "thead", "nobr"]
)
_TELLING_STYLE = re.compile(r"display|visibility|mso-hide", re.IGNORECASE)
#: Elements whose blanks are kept as they are.
_KEEPING = frozenset(["pre", "textarea"])
#: Elements whose words are none of the words around them.
_APART = frozenset(["rt", "rp", "style", "script", "template"])
_BLANKS = " \n\t\f\r"
_NONE: Mapping[str, str] = {}


class Apart(str):
    """Words inside a ``template`` and the like, which are no words of the elements around it."""

    __slots__ = ("within",)
    within: str  #: the name of the innermost such element


class Element:
    """An element of a page."""

    __slots__ = ("attrs", "contents", "name", "parent")

    def __init__(self, name: str, attrs: Mapping[str, str], parent: Element | None) -> None:
        self.name = name
        self.attrs = attrs  #: only those that a rule looks at
        self.parent = parent
        self.contents: list[Element | str] = []

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, the nearest first; last the root, which is no element of the page."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def descendants(self) -> Iterator[Element | str]:
        """All that is in it, in the order of the page."""
        waiting = [iter(self.contents)]
        while waiting:
            for child in waiting[-1]:
                yield child
                if isinstance(child, Element):
                    waiting.append(iter(child.contents))
                    break
            else:
                waiting.pop()

    def strings(self) -> Iterator[str]:
        """The words in it, piece by piece."""
        apart = self.name in _APART
        for child in self.descendants():
            if isinstance(child, Apart):
                if apart and child.within == self.name:
                    yield child
            elif isinstance(child, str) and not apart:
                yield child


class Tree:
    """A page: its root, which holds all, and its elements in order."""

    __slots__ = ("elements", "root")

    def __init__(self) -> None:
        self.root = Element("[document]", _NONE, None)
        self.elements: list[Element] = []


class _Builder:
    """What the parser tells of: begins and ends of elements, words."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._open = [self.tree.root]
        self._special: list[str] = []  #: those of the open elements whose words are treated in a way of their own
        self._passed: list[bool] = []
        self._words: list[str] = []
        self.data = self._words.append

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Begin an element, unless it and its attributes say nothing."""
        kept: Mapping[str, str] = _NONE
        if attrib:
            kept = {name: value for name, value in attrib.items() if name in _KEPT}
            if "style" in kept and not _TELLING_STYLE.search(kept["style"]):
                del kept["style"]
        passed = tag in _DROPPED or (tag in _BARE and _says_nothing(kept))
        self._passed.append(passed)
        if passed:
            return
        if self._words:
            self._set_down()
        around = self._open[-1]
        element = Element(tag, kept, around)
        around.contents.append(element)
        self.tree.elements.append(element)
        self._open.append(element)
        if tag in _KEEPING or tag in _APART:
            self._special.append(tag)

    def end(self, tag: str) -> None:
        """End an element that was begun, and those in it that were left open."""
        if self._passed and self._passed.pop():
            return
        if self._words:
            self._set_down()
        if self._open[-1].name != tag and not any(element.name == tag for element in self._open):
            return
        closed = None
        while closed != tag:
            closed = self._open.pop().name
            if self._special and self._special[-1] == closed:
                self._special.pop()

    def comment(self, _: str) -> None:
        """Words on either side of a comment are two pieces."""
        self._set_down()

    def pi(self, _: str, __: str | None = None) -> None:
        """Words on either side of an instruction to some processor are two pieces."""
        self._set_down()

    def doctype(self, *_: str | None) -> None:
        """Words on either side of a document type are two pieces, wherever it stands."""
        self._set_down()

    def close(self) -> Tree:
        """The whole."""
        self._set_down()
        return self.tree

    def _set_down(self) -> None:
        """Put the words that were told into the element that is open."""
        if not self._words:
            return
        words = "".join(self._words)
        self._words.clear()
        # Blanks between elements are one.
        if not words.strip(_BLANKS) and not (self._special and any(name in _KEEPING for name in self._special)):
            words = "\n" if "\n" in words else " "
        within = next((name for name in reversed(self._special) if name in _APART), None) if self._special else None
        if within is not None:
            words = Apart(words)
            words.within = within
        self._open[-1].contents.append(words)


def _says_nothing(kept: Mapping[str, str]) -> bool:
    """Whether the attributes that were kept leave an element without a meaning of its own."""
    if not kept:
        return True
    return len(kept) == 1 and "class" in kept and not elements.telling_class(kept["class"])


def tree_of(markup: str) -> Tree:
    """The tree of *markup*, however broken."""
    markup = _parsable(markup)
    try:
        return _parsed(markup.removeprefix("\ufeff"), None)
    except (UnicodeDecodeError, LookupError, etree.ParserError):
        # Text that lxml cannot take as it is it takes as bytes.
        return _parsed(markup.encode(), "utf-8")


def _parsed(markup: str | bytes, encoding: str | None) -> Tree:
    builder = _Builder()
    parser = etree.HTMLParser(target=builder, recover=True, encoding=encoding)
    parser.feed(markup)
    parser.close()
    return builder.tree


def _parsable(markup: str) -> str:
    """*markup* as the parser takes it: an XML declaration may not name an encoding in what is text already."""
    if "<" not in markup:
        return f"<p>{markup}"
    start = markup[:200].lstrip("\ufeff \t\r\n")
    if start.startswith("<?xml"):
        return markup[markup.index("<?xml") :].partition("?>")[2]
    return markup
