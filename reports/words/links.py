"""What became of an address, in words: state, reason, notice."""

from __future__ import annotations

from quotations.model import Notice, Override, State, Word
from quotations.vendors import VENDORS
from reports.words.said import Said

_BY_HAND = "Open it in your browser; if you can read it there, save the page and hand it in with --source."
_REPLACE = "Link an archived copy, or the page’s new address."
_OR_NOT = "Try again later; until then it counts neither as there nor as gone."
_AGAIN = "Try again later; several failures on different days would mean that it is gone."

STATES: dict[State, Said] = {
    State.ALIVE: Said("There", "The page answers with its text."),
    State.MOVED: Said("There, at another address", "The address leads on to another, which answers.", ""),
    State.GONE: Said("Gone", "The server itself says that the page is no longer there.", _REPLACE),
    State.SOFT_404: Said(
        "Gone, though it answers",
        "The server answers, but the page it sends says that the content is missing.",
        _REPLACE,
    ),
    State.PARKED: Said(
        "Parked", "Nothing stands there but the name: for sale, held for its owner, or expired.", _REPLACE
    ),
    State.HIJACKED: Said(
        "Taken over",
        "Other content stands under the old name.",
        "Link an archived copy from before, or take the link away.",
    ),
    State.REFUSED: Said(
        "Would not answer us", "The server turned our crawler away. Readers may well get through.", _BY_HAND
    ),
    State.CHALLENGED: Said(
        "Asks for a human", "A bot check stood before the page. Readers may well get through.", _BY_HAND
    ),
    State.GATED: Said(
        "Behind a gate",
        "The text is kept back from visitors who have not signed in, paid or agreed to something.",
        _BY_HAND,
    ),
    State.LIMITED: Said("Asked us to wait", "The server asked us to come back later than this run may wait.", _OR_NOT),
    State.LEGAL: Said("Withheld for legal reasons", "The server may not show the page here.", _BY_HAND),
    State.DISALLOWED: Said("Closed to crawlers", "The site’s robots.txt asks crawlers not to look here.", _BY_HAND),
    State.FAILED: Said("No answer", "No answer came from the server.", _AGAIN),
    State.SERVER_ERROR: Said("Server in trouble", "The server reported an error of its own.", _AGAIN),
    State.UNREADABLE: Said("Could not be read", "It answered, but what came could not be read as text.", _BY_HAND),
    State.NOT_TEXT: Said(
        "Not a text",
        "It is there, but it is a picture, scan, sound, film or other file that holds no words as text.",
        "If its words can be had as text (by text recognition, or a transcript), give that file with --source.",
    ),
    State.NEEDS_RENDERING: Said(
        "Needs a browser",
        "The page makes its text by script, or shows another page’s.",
        "Look again with --browser; or open it in your browser, save the page and hand it in with --source.",
    ),
    State.TOO_LARGE: Said(
        "Too large", "It is larger than the limit for one source.", "Raise the limit, or hand in the file."
    ),
    State.UNSUPPORTED: Said("No web address", "The link leads to something other than a web page."),
    State.BLOCKED_ADDRESS: Said(
        "Not fetched, for safety",
        "It leads to a private network, to a port of another protocol, or carries a password.",
        "Look whether the address is meant; one of a private network may be allowed with --allow-address.",
    ),
    State.LOST_TARGET: Said(
        "Address lost",
        "The saved copy has lost where this link leads.",
        "Save the article again with its links, or use --source.",
    ),
    State.SUPPLIED: Said("Handed in", "The text was read from what you gave."),
    State.UNKNOWN: Said("Not looked at", "This address was not looked at."),
}

REASONS: dict[str, str] = {
    "permanent": "for good",
    "temporary": "for the time being",
    "vendor": "a bot wall",
    "unknown": "a bot wall",
    "title": "its title says so",
    "redirect_home": "it leads to the front page",
    "redirect_error": "it leads to an error page",
    "fan_in": "many addresses lead to this one page",
    "probe": "the site answers the same for addresses that never were",
    "login": "asks to sign in",
    "payment": "asks to pay",
    "consent": "asks for consent first",
    "truncated": "only the beginning is shown",
    "geo": "not shown in our country",
    "robots": "robots.txt",
    "dns": "the name is not known",
    "connection_refused": "connection refused",
    "tls": "the certificate or encryption failed",
    "timeout": "no answer in time",
    "reset": "the connection broke off",
    "protocol": "not proper HTTP",
    "redirect_loop": "redirects in a circle",
    "empty": "the answer was empty",
    "encoding": "in no known encoding",
    "scheme": "not http or https",
    "not_followed": "not followed",
    "not_held": "the archive holds nothing of it",
    "interrupted": "the run was stopped before",
    "budget": "put off to the next run",
    "http_404": "404 Not Found",
    "http_410": "410 Gone",
    "http_401": "401 Unauthorized",
    "http_402": "402 Payment Required",
    "http_403": "403 Forbidden",
    "http_405": "405 Method Not Allowed",
    "http_406": "406 Not Acceptable",
    "http_429": "429 Too Many Requests",
    "http_451": "451 Unavailable For Legal Reasons",
    "http_500": "500 Internal Server Error",
    "http_502": "502 Bad Gateway",
    "http_503": "503 Service Unavailable",
    "http_504": "504 Gateway Timeout",
}

NOTICES: dict[Notice, Said] = {
    Notice.FRAGMENT_MISSING: Said(
        "place missing",
        "The page has no such place as the link’s # names.",
        "Link the place as the page names it now, or the page alone.",
    ),
    Notice.TEXT_DIRECTIVE_MISSING: Said(
        "linked words missing",
        "The words that the link itself points at are not there.",
        "Look whether the page still says it, and link the words as they stand there now.",
    ),
    Notice.CROSS_SITE: Said(
        "leads to another site",
        "The address leads to a page of another site.",
        "Look whether it is still the page that is meant.",
    ),
    Notice.UNVERIFIED_TLS: Said("certificate not verified", "The server’s certificate could not be verified."),
    Notice.RETRACTED: Said(
        "retracted", "The page says that it was retracted.", "Say so where the article cites it, or cite another."
    ),
    Notice.CORRECTED: Said("corrected", "The page says that it was corrected."),
    Notice.PAYWALL_MARKED: Said("marked as paid", "The page calls itself paid, but shows its whole text."),
    Notice.MIXED_REDIRECTS: Said("mixed redirects", "Some redirects on the way are permanent and some are not."),
    Notice.DRIFTED: Said(
        "changed since",
        "The quoted words stood in an earlier version of the page.",
        "Link the archived copy that has the words.",
    ),
}


#: What a person says of a source.
WORDS: dict[Word, str] = {
    Word.ALIVE: "it is there",
    Word.MOVED: "it is there, at another address",
    Word.PAYWALLED: "it is there, for those who pay",
    Word.RETRACTED: "it was retracted",
    Word.HIJACKED: "another has taken over the name",
    Word.DEAD: "it is gone",
}


def in_persons_words(said: Override, on: str) -> str:
    """What somebody says of a source, who, on which day and why; and whether it is of another state than today's."""
    why = f" “{said.why}”" if said.why else ""
    stale = " What is found has changed since, so it no longer counts." if said.stale else ""
    return f"{said.who} says ({on}): {WORDS[said.word]}.{why}{stale}"


def reason_in_words(reason: str | None) -> str:
    """A link's reason for people; an unknown HTTP status by its number; empty for none."""
    if not reason:
        return ""
    if reason in REASONS:
        return REASONS[reason]
    if reason in VENDORS:
        return f"a wall of {VENDORS[reason]}"
    if reason.startswith("http_"):
        return f"HTTP {reason.removeprefix('http_')}"
    return reason.replace("_", " ")
