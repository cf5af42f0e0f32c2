"""Walls against robots: they may wear any status, and are no sign of death.

A wall's own response header is proof. A wall's furniture in the mark-up counts only on a page that shows next to
nothing else, and beside a second sign: whole pages carry the same scripts, and so do honest pages of errors.
"""

from __future__ import annotations

import re

from quotations.judging.link_state.folding import plain
from quotations.judging.link_state.gates import kept_from_country
from quotations.judging.link_state.humans import asks_for_human
from quotations.judging.link_state.places import host
from quotations.judging.link_state.ruling import Facts, Ruling
from quotations.model import State
from quotations.vendors import maker

#: Response headers that only a wall sends: name, a part of its value or None for any, vendor.
_PROOFS = (
    ("cf-mitigated", "challenge", "cloudflare"),
    ("cf-mitigated", "block", "cloudflare"),
    ("x-vercel-mitigated", None, "vercel"),
    ("x-amzn-waf-action", None, "aws_waf"),
    ("x-sucuri-block", None, "sucuri"),
)
#: Headers that walls also send with pages that they let through.
_HINTS = (
    ("x-datadome", "datadome"),
    ("x-dd-b", "datadome"),
    ("x-kpsdk-ct", "kasada"),
    ("x-kpsdk-r", "kasada"),
    ("x-px-block", "perimeterx"),
)
_SERVERS = (("datadome", "datadome"), ("akamaighost", "akamai"), ("ddos-guard", "ddosguard"), ("sucuri", "sucuri"))
_SERVERS_THAT_REFUSE = frozenset({401, 403, 405, 406, 429, 503})
#: … and those under which walls send nothing but a script.
_SCRIPTED = frozenset({403, 405, 412, 418, 429, 503, 521})
#: Titles that only a wall has; without accents, lower case, at the beginning.
_TITLES = (
    "just a moment", "attention required! | cloudflare", "pardon our interruption", "access to this page has been denied",
    "vercel security checkpoint", "making sure you're not a bot", "client challenge", "verify you are human",
    "verifying you are human", "are you a robot", "human verification", "bot verification", "ddos-guard",
    "ddos protection", "checking your browser", "robot check", "robot or human", "challenge validation",
    "your access to this site has been limited", "radware captcha", "you have been blocked", "einen moment bitte",
    "robot challenge screen", "establishing a secure connection", "checking you are not a bot",
    "nur einen moment", "un instant, ", "un momento, ", "um momento, ", "security checkpoint",
)  # fmt: skip
#: Titles that a wall may have, and others too.
_MAYBE = (
    "access denied", "request rejected", "request unsuccessful", "please wait", "one moment", "security check",
    "captcha", "einen moment", "un instant", "un momento", "um momento", "attention required",
    "even geduld", "sicherheitsuberprufung", "verification de securite", "site verification", "access check",
    "verifying your", "web page blocked", "crowdsec",
)  # fmt: skip
_PIECES, _ENDS = re.compile(r"\s+[|–—·•:-]\s+"), " .!…"
#: Letters of its own within which a page may be nothing but a test, and so many blocks of it are looked at.
_LITTLE, _FIRST_BLOCKS = 300, 12
_OBJECT, _TEST = 4096, re.compile(r"captcha|challenge|blockscript")
_IN_OBJECTS = (("captcha-delivery", "datadome"), ("px-captcha", "perimeterx"), ("/captcha/captcha.js", "perimeterx"))
#: Words of a title, or of a server's name, that tell whose wall it is.
_NAMED = (("cloudflare", "cloudflare"), ("vercel", "vercel"), ("making sure you're not a bot", "anubis"))
_NAMES = {"awswaf": "aws_waf", "captcha": "unknown"}


def by_wall(facts: Facts) -> Ruling | None:
    """Challenged, when a wall says so itself or stands alone on the page."""
    look = facts.look
    for name, wanted, vendor in _PROOFS:
        value = look.header(name)
        if value is not None and (wanted is None or wanted in value.lower()) and not _let_through(facts):
            return Ruling(State.CHALLENGED, vendor, (f"response header {name}: {value[:60]}",))
    if _let_through(facts):
        return None
    return _by_header(facts) or _by_object(facts) or _by_page(facts) or _by_script(facts)


def _let_through(facts: Facts) -> bool:
    """Whether the page stands there in spite of all."""
    return facts.look.status is None or (200 <= facts.look.status < 300 and not facts.page.bare)


def _by_header(facts: Facts) -> Ruling | None:
    if facts.look.status not in _SERVERS_THAT_REFUSE:
        return None
    for name, vendor in _HINTS:
        if facts.look.header(name) is not None:
            return Ruling(State.CHALLENGED, vendor, (f"answers {facts.look.status} with the response header {name}",))
    server = (facts.look.header("server") or "").lower()
    for known, vendor in _SERVERS:
        # A wall's server also stands before servers that are ill: its 503 is theirs.
        marked = facts.marker("wall") and (
            facts.look.status != 503 or facts.marker("interstitial") or facts.worded("wall")
        )
        if known in server and (marked or vendor == "datadome"):
            return Ruling(State.CHALLENGED, vendor, (f"answers {facts.look.status} from the wall {server[:40]}",))
    return None


def _by_object(facts: Facts) -> Ruling | None:
    """A refusal for machines that names the test which a person would be set."""
    look = facts.look
    if facts.text is None or look.status not in _SERVERS_THAT_REFUSE or "json" not in (look.media_type or ""):
        return None
    said = facts.text.text[:_OBJECT].lower()
    if not _TEST.search(said):
        return None
    vendor = next((vendor for known, vendor in _IN_OBJECTS if known in said), "unknown")
    return Ruling(State.CHALLENGED, vendor, (f"answers {look.status}, and its data name a test against robots",))


def _by_page(facts: Facts) -> Ruling | None:
    if facts.text is None or not facts.page.bare or kept_from_country(facts):
        return None
    titles = [plain(words) for words in facts.titles]
    found = facts.marker("wall", vendors=True)
    vendor = _NAMES.get(found, found) if found else None
    status = facts.look.status
    signs = _signs(facts, titles, found, vendor)
    needed = 3 if status is not None and (status in (404, 410) or (status >= 500 and status != 503)) else 2
    if signs < needed:
        return None
    vendor = vendor if _is_vendor(vendor) else _named_beside(facts, titles) or vendor
    said = f"titled “{facts.titles[0].strip()[:60]}”" if titles else "without a title"
    whose = f"{maker(vendor)}'s wall" if vendor is not None and _is_vendor(vendor) else "a wall against robots"
    return Ruling(
        State.CHALLENGED,
        vendor or "unknown",
        (f"answers {status}; the page, {said}, is {whose} and shows nothing else",),
    )


def _by_script(facts: Facts) -> Ruling | None:
    """A refusal without a word, but with a script to run: a server's own page of errors has words."""
    text, status = facts.text, facts.look.status
    if text is None or status not in _SCRIPTED or facts.page.shown or text.title or text.facts.app_root:
        return None
    if not text.facts.scripts:
        return None
    said = f"answers {status} without a word, and with a script that only a browser runs"
    return Ruling(State.CHALLENGED, "unknown", (said,))


def _signs(facts: Facts, titles: list[str], found: str | None, vendor: str | None) -> int:
    """How many signs a page that may be nothing but a wall shows; 0 where all of them are words that it may well be about."""
    page, status = facts.page, facts.look.status
    assert facts.text is not None
    sure = not page.told and any(title.startswith(known) for title in titles for known in _TITLES)
    asking = [asks_for_human(title) for title in dict.fromkeys(titles)]
    maybe = any(title.startswith(known) for title in titles for known in _MAYBE) or any(asking[:1])
    worded = "wall:words" in facts.markers or any(asking[1:]) or _asks(facts)
    # A captcha stands on many a form: it is no vendor of walls. On 404 and 5xx a vendor's script is furniture.
    named = _is_vendor(vendor)
    only = any(_PIECES.split(title)[0].strip(_ENDS) in _TITLES for title in titles)
    about = page.told or facts.telling or (facts.named and not only)
    if (about and not named and status is not None and status < 300) or not (found or sure or worded or any(asking)):
        return 0
    # The site's name alone is no title, and a page without a word needs none; the mount of an application may stay empty.
    untitled = all(title in (host(facts.final), facts.final.hostname) for title in titles)
    empty = page.own < 120 and (untitled or (page.shown == 0 and not facts.text.facts.app_root))
    # So little, and not a word of what it is cited for, is no article on robots.
    little = facts.foreign and page.own < _LITTLE and (maybe or worded)
    signs = [maybe, worded, named, status in _SERVERS_THAT_REFUSE and worded, named and empty, found and worded, little]
    return sum(map(bool, signs)) + 2 * sure + 2 * (facts.marker("interstitial") is not None)


def _is_vendor(vendor: str | None) -> bool:
    return vendor not in (None, "unknown")


def _asks(facts: Facts) -> bool:
    """Whether a short block, headings apart, asks for a person."""
    blocks = (block for block in facts.page.blocks[:_FIRST_BLOCKS] if block not in facts.titles)
    return any(asks_for_human(plain(block)) for block in blocks)


def _named_beside(facts: Facts, titles: list[str]) -> str | None:
    """The vendor of a wall that is one for other reasons, by its title or by the server that sent it."""
    server = (facts.look.header("server") or "").lower()
    for known, vendor in (*_SERVERS, *_NAMED):
        if known in server or any(known in title for title in titles):
            return vendor
    return None
