"""Walls that stand before a page: they may wear any status, and are no sign of death.

A wall's own response header is proof. A wall's furniture in the mark-up counts only on a page that shows next to
nothing else: whole pages carry the same scripts.
"""

from __future__ import annotations

from quotations.judging.link_state.ruling import Facts, Ruling
from quotations.model import State

#: Characters below which a page is a wall and nothing else.
LITTLE = 1500

#: Response headers that only a challenge carries: name, value or None for any, vendor.
_HEADERS = (
    ("cf-mitigated", "challenge", "cloudflare"),
    ("x-vercel-mitigated", "challenge", "vercel"),
    ("x-amzn-waf-action", None, "aws_waf"),
    ("x-datadome", "protected", "datadome"),
    ("x-kpsdk-ct", None, "kasada"),
)
#: Titles that are a challenge's own, as a whole or at their beginning; without accents, lower case.
_TITLES = (
    "just a moment", "attention required! | cloudflare", "access denied", "pardon our interruption",
    "access to this page has been denied", "vercel security checkpoint", "making sure you're not a bot",
    "client challenge", "einen moment", "un instant", "verify you are human", "checking your browser",
    "are you a robot", "human verification", "security check", "bot verification", "ddos-guard", "request rejected",
    "un momento", "um momento",
)  # fmt: skip


def by_wall(facts: Facts) -> Ruling | None:
    """Challenged, when a wall says so itself or stands alone on the page."""
    look = facts.look
    for name, wanted, vendor in _HEADERS:
        value = look.header(name)
        walled = look.status in (202, 403, 405, 429, 503) or facts.shown < LITTLE
        if value is not None and (wanted is None or wanted in value.lower()) and walled:
            return Ruling(State.CHALLENGED, vendor, (f"response header {name}: {value[:60]}",))
    if look.status in (404, 410) or facts.shown >= LITTLE:
        return None
    vendor = facts.marker("wall")
    title = facts.headline.split(" | ")[0]
    titled = next((known for known in _TITLES if title.startswith(known)), None)
    if vendor and (titled or look.status != 200 or facts.shown < 600):
        return Ruling(State.CHALLENGED, vendor, (f"the page is {vendor}'s challenge and shows nothing else",))
    if titled:
        return Ruling(
            State.CHALLENGED, vendor or "unknown", (f"the page is titled “{title[:60]}” and shows little else",)
        )
    return None
