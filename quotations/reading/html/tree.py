"""A saved page's tree: BeautifulSoup on lxml, without the elements and attributes that no rule here looks at.

Half the cost of a tree is in attributes that only scripts and style sheets read, and in elements that only carry
them. They are left out while the tree is built: what is seen, and in which order, stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import AttributeDict, PageElement

from quotations.reading.html import elements
from quotations.reading.html.surroundings import unseen

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
_BLANKS = " \t\n\r\f"
#: Elements that, where they are seen, end the block before them when they begin, and their own when they end.
_ENDING = elements.BLOCKS - elements.UNSEEN
#: Elements in which blanks are kept, or what is inside is counted.
_EXACT = frozenset(["template", "listing", "xmp", "plaintext"])
_TELLING_STYLE = re.compile(r"display|visibility|mso-hide", re.IGNORECASE)


class _LeanBuilder(LXMLTreeBuilder):
    """BeautifulSoup's builder on lxml, which passes over what is not needed.

    A page has no name spaces for lxml's parser of HTML, so a tag is handed on as it comes.
    """

    def __init__(self) -> None:
        super().__init__(multi_valued_attributes=None, attribute_dict_class=AttributeDict)
        self._passed: list[bool] = []
        self._said = False  #: whether words were met that may be seen
        self._exact = False  #: whether blanks may mean something wherever they stand

    def start(self, tag: Any, attrib: Mapping[Any, Any], nsmap: Any = {}) -> None:  # noqa: ARG002, B006 - the base's signature
        """Begin an element, unless it and its attributes say nothing."""
        kept = {name: value for name, value in attrib.items() if name in _KEPT} if attrib else {}
        if "style" in kept and not _TELLING_STYLE.search(kept["style"]):
            del kept["style"]
        passed = tag in _DROPPED or (tag in _BARE and _says_nothing(kept))
        self._passed.append(passed)
        if not passed and self.soup is not None:
            self._settle(self.soup, ends=tag in _ENDING and not unseen(kept))
            if tag in _EXACT or kept.get("itemprop", "").lower() == "datepublished":
                self._exact = True
            self.soup.handle_starttag(tag, None, None, AttributeDict(kept))

    def end(self, tag: Any) -> None:
        """End an element that was begun."""
        if not (self._passed.pop() if self._passed else False) and self.soup is not None:
            self._settle(self.soup, ends=tag in _ENDING)
            self.soup.handle_endtag(tag)

    def _settle(self, soup: BeautifulSoup, *, ends: bool) -> None:
        """Forget blanks that stand where a block *ends*, or before all words: nobody sees them."""
        data = soup.current_data
        if not data:
            return
        if "".join(data).strip(_BLANKS):
            self._said = self._said or (soup.currentTag is not None and soup.currentTag.name not in elements.UNSEEN)
        elif (ends or not self._said) and not self._exact and not soup.preserve_whitespace_tag_stack:
            data.clear()


def _says_nothing(kept: Mapping[str, str]) -> bool:
    """Whether the attributes that were kept leave an element without a meaning of its own."""
    if not kept:
        return True
    return len(kept) == 1 and "class" in kept and not elements.telling_class(kept["class"])


def tree_of(markup: str) -> BeautifulSoup:
    """The tree of *markup*, however broken; attributes are one string each."""
    return BeautifulSoup(_parsable(markup), builder=_LeanBuilder())


def dismantle(tree: BeautifulSoup) -> None:
    """Take apart a tree that nobody asks any more.

    Its elements point to one another: else they would stay until the collector of cycles looks at each of them.
    """
    for element in tree.contents:
        following: PageElement | None = element
        while following is not None:
            one, following = following, following.next_element
            one.parent = one.previous_element = one.previous_sibling = None
            one.next_element = one.next_sibling = None
    vars(tree).clear()


def _parsable(markup: str) -> str:
    """*markup* as the parser takes it: an XML declaration may not name an encoding in what is text already."""
    if "<" not in markup:
        return f"<p>{markup}"
    start = markup[:200].lstrip("\ufeff \t\r\n")
    if start.startswith("<?xml"):
        return markup[markup.index("<?xml") :].partition("?>")[2]
    return markup
