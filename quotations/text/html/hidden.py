"""Which elements a page's reader is never shown.

Closed details, tabs and accordions are one click away, so they are text; what a control of the page opens
(`aria-controls`, a tab's `href="#id"`) is text too. `aria-hidden` hides from screen readers only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from quotations.text.html.walked import Attributes

_NEVER = frozenset(("html", "body", "main", "article"))  # pages show themselves by script
_PANEL = re.compile(
    r"(?:^|[-_])(?:tab|tabs|tabpanel|tab-?pane|tab-?content|panel|collaps(?:e|ed|ible)|accordion|expand(?:able|ed)?|slide|carousel|swiper|toggle|details|spoiler|"
    r"read-?more|more-?text|show-?more)(?:$|[-_])"
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


def for_screen_readers(words: list[str]) -> bool:
    """Whether class *words* keep an element from the eye."""
    return not _SCREEN_READERS.isdisjoint(words)


def _is_panel(attributes: Attributes) -> bool:
    """Whether an element is a tab, an accordion or the like, which a control opens."""
    if attributes.get("role") == "tabpanel" or "data-tab" in attributes:
        return True
    return any(_PANEL.search(word[:90].lower()) for word in (attributes.get("class") or "").split()[:24])


def is_hidden(name: str, attributes: Attributes, *, unseen: bool, reachable: Callable[[], frozenset[str]]) -> bool:
    """Whether an element is kept from the page's readers, and no control of the page shows it to them.

    Args:
        name: of the element.
        attributes: of the element.
        unseen: whether its class or id keeps it from the eye.
        reachable: gives the ids of what the page's controls open.
    """
    if unseen:
        return name not in _NEVER
    if "hidden" in attributes:
        hides = (attributes["hidden"] or "").lower() != "until-found"
    else:
        hides = _style_hides(attributes.get("style") or "")
    if not hides or name in _NEVER or _is_panel(attributes):
        return False
    own = attributes.get("id")
    return not own or own not in reachable()
