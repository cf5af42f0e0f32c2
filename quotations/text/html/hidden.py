"""Which elements a page's reader is never shown.

Closed details, tabs and accordions are one click away, so they are text; what a control of the page opens
(`aria-controls`, a tab's `href="#id"`) is text too. `aria-hidden` hides from screen readers only.
"""

from __future__ import annotations

import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

_NEVER = frozenset(("html", "body", "main", "article"))
_PANEL = re.compile(
    r"(?:[\w-]{1,30}[-_])?(?:tab[-_]?(?:pane|panel|content)s?|tabs?|panel|collapse|collapsed|collapsible|accordion|expand(?:able|ed)?|"
    r"slide|carousel-item|swiper-slide|toggle|details|spoiler|read-?more|more-?text|show-?more)(?:[-_][\w-]{1,30})?",
    re.ASCII,
)
_SCREEN_READERS = frozenset(
    (
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader-only",
        "screenreader", "sr-text", "a11y-hidden", "accessibility-hidden", "element-invisible", "u-visually-hidden",
        "vh", "assistive-text", "offscreen", "off-screen", "hide-visually", "accessible-hide", "audible",
        "mw-empty-elt", "elementor-screen-only", "u-hidden-visually", "govuk-visually-hidden", "show-for-sr", "clip-text",
    )
)  # fmt: skip
_CONTROLS = "[aria-controls],[data-target],[data-bs-target],a[role=tab],a[data-toggle],a[data-bs-toggle]"
_CONTROLLING = ("aria-controls", "data-target", "data-bs-target", "href")


def reachable_ids(page: LexborHTMLParser) -> frozenset[str]:
    """Ids of elements that a control of the page opens."""
    found: set[str] = set()
    for control in page.css(_CONTROLS):
        attributes = control.attributes
        for name in _CONTROLLING:
            value = attributes.get(name) or ""
            if name == "aria-controls" or value.startswith("#"):
                found.update(value.replace("#", " ").split()[:8])
    return frozenset(found)


@lru_cache(maxsize=4096)
def _style_hides(style: str) -> bool:
    flat = style[:2000].replace(" ", "").lower()
    if "display:none" in flat or "visibility:hidden" in flat or "visibility:collapse" in flat:
        return True
    if "position:absolute" in flat or "position:fixed" in flat:
        return bool(
            re.search(
                r"(?:left|top|right|text-indent):-\d{4,}|clip:rect\((?:0|1px)[,0]|clip-path:inset\((?:50|100)%", flat
            )
        )
    return bool(re.search(r"text-indent:-\d{4,}|font-size:0(?:px|em|rem|%)?(?:;|!|$)", flat))


@lru_cache(maxsize=4096)
def _for_screen_readers(classes: str) -> bool:
    return not _SCREEN_READERS.isdisjoint(classes.lower().split())


def _is_panel(attributes: dict[str, str | None], reachable: frozenset[str]) -> bool:
    if attributes.get("role") == "tabpanel" or "data-tab" in attributes:
        return True
    if (attributes.get("id") or "") in reachable:
        return True
    classes = attributes.get("class") or ""
    return any(_PANEL.fullmatch(word[:90]) for word in classes.lower().split()[:24])


def is_hidden(name: str, attributes: dict[str, str | None], reachable: frozenset[str]) -> bool:
    """Whether the element is kept from the page's readers, and no control of the page shows it to them."""
    if not attributes or name in _NEVER:
        return False
    classes = attributes.get("class")
    if classes and _for_screen_readers(classes):
        return True
    if "hidden" in attributes:
        return (attributes["hidden"] or "").lower() != "until-found" and not _is_panel(attributes, reachable)
    style = attributes.get("style")
    if style and _style_hides(style):
        return not _is_panel(attributes, reachable)
    return False
