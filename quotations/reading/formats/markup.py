"""XML from outside, without entities, without a document type's help and without the network."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from quotations.errors import DamagedInput

_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]{0,2000}\[", re.IGNORECASE)


def parsed(data: bytes, name: str | None = None) -> Any:
    """The root element; raises DamagedInput for broken XML and for documents that define entities of their own."""
    from lxml import etree

    if _DOCTYPE.search(data[:100_000]) and b"<!ENTITY" in data[:1_000_000]:
        raise DamagedInput(
            "The file defines XML entities of its own, which no program that saves articles does.",
            hint="Save the article again.",
            subject=name or "",
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedInput(
            f"The file's XML is broken: {str(error)[:120]}.", hint="Save the article again.", subject=name or ""
        ) from error
    if root is None:
        raise DamagedInput("The file's XML is empty.", hint="Save the article again.", subject=name or "")
    return root


def local(element: Any) -> str:
    """An element's name without its name space; empty for comments and instructions."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """The attribute with that local name, whatever its name space."""
    for key, value in element.attrib.items():
        if key.rsplit("}", 1)[-1] == name:
            return str(value)
    return None


def children(element: Any, *names: str) -> Iterator[Any]:
    """The child elements, only those with one of *names* when any are given."""
    for child in element:
        if isinstance(child.tag, str) and (not names or local(child) in names):
            yield child


def descendants(element: Any, *names: str) -> Iterator[Any]:
    """The elements below with one of *names*, in document order."""
    for child in element.iter():
        if isinstance(child.tag, str) and local(child) in names:
            yield child


def text_of(element: Any) -> str:
    """All characters in the element, blanks collapsed."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def escaped(words: str) -> str:
    """Words as HTML text or an attribute's value."""
    return html.escape(words, quote=True)
