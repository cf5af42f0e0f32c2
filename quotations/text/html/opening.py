"""Which part of a page begins with an element, given where it stands and what it holds."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from quotations.model import SegmentRole
from quotations.text.html.classes import Named
from quotations.text.html.places import REGION_ROLES, Place
from quotations.text.html.regions import WHOLE, Region, region_of_element, region_of_word
from quotations.text.html.walked import Attributes

_ENDS = frozenset(("header", "footer"))
#: What may stand in a footer or a column of teasers and is still itself.
_INNER = frozenset((SegmentRole.COMMENTS, SegmentRole.NOTE))
_OUTER = frozenset((SegmentRole.NAV, SegmentRole.TEASER))
_NOTE_MARK = 12  # code points: what is shorter refers to a note
#: What holds the page's headline or text is the page, whatever its class says.
_TOP = "h1,main,[itemprop=articleBody]"


def opened(
    place: Place, node: LexborNode, name: str, attributes: Attributes, named: Named, *, inside_article: bool
) -> Place:
    """The place inside the element: *place* itself where it opens no part of the page."""
    if name in _ENDS:
        return place.with_region(SegmentRole.NAV) if _is_sites(place, node, name, inside_article) else place
    if name == "button":
        return place.with_region(place.region or SegmentRole.NAV, junk=True)
    region = region_of_element(name, attributes.get("role")) or named.region
    if region is None and "id" in attributes:
        region = region_of_word(attributes["id"] or "")
    if region is None or name in WHOLE or not _may_open(place, region) or node.css_first(_TOP) is not None:
        return place
    if region.role is None or region.role in REGION_ROLES:
        return place.with_region(region.role or place.region, junk=region.junk)
    return place.with_role(region.role, junk=region.junk)


def _may_open(place: Place, region: Region) -> bool:
    return place.region is None or region.junk or (place.region in _OUTER and region.role in _INNER)


def _is_sites(place: Place, node: LexborNode, name: str, inside_article: bool) -> bool:
    """Whether a header or footer is the site's, not an article's, a quotation's or a section's."""
    if inside_article or place.role is SegmentRole.QUOTE or place.region or node.css_first(_TOP) is not None:
        return False
    return name == "footer" or node.css_first("nav") is not None


def is_side_note(node: LexborNode, name: str, named: Named) -> bool:
    """Whether an element inside a line is a note set beside it, or shown on a click, and no part of its sentence."""
    if named.region is None or named.region.role is not SegmentRole.NOTE or name in ("a", "sup"):
        return False
    return len(node.text(deep=True).strip()) > _NOTE_MARK
