"""Addresses that name no page of their own: a home page, a page of errors, a form to sign in, a seller of names."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote

from quotations.judging.link_state.missing import says_missing

#: A home page under another name.
_HOME = re.compile(
    r"/*(?:(?:[a-z]{2}(?:[-_][a-z]{2,4})?)/)?(?:(?:index|default|home|main|start|welcome|accueil|startseite|inicio|homepage|portal)"
    r"(?:\.(?:html?|xhtml|php\d?|aspx?|jsp|cfm|shtml|cgi|do))?)?/*",
    re.I,
)
#: Parameters that a page does not depend on.
_IDLE = re.compile(
    r"(?:utm_\w+|fbclid|gclid|mc_\w+|ref|referrer|source|src|from|lang|hl|locale|cmp|ncid|ito|s|amp)", re.I
)
_ERROR = re.compile(
    r"(?:(?:error|err|http|status|fehler|erreur|page)?[-_]?(?:404|410)(?:[-_]?(?:error|page|not[-_]?found))?|(?:page|file)?[-_]?not[-_]?found(?:[-_]?(?:page|error|404))?|"
    r"(?:page)?errors?(?:[-_]?page)?|sorry|missing(?:[-_]page)?|nopage|no[-_]page|oops)",
    re.I,
)
_ERROR_QUERY = re.compile(
    r"aspxerrorpath|404;|(?:^|&)(?:\w{0,20}(?:error|err|status|code)|e)=(?:404|410|not_?found)|(?:^|&)(?:p|page|msg|view)=(?:page_?)?not_?found",
    re.I,
)
_ENDING = re.compile(r"\.(?:html?|xhtml|php\d?|aspx?|jsp|cfm|shtml|cgi|do)$", re.I)
_LOGIN = re.compile(
    r"(?:log[-_]?[io]n|sign[-_]?in|sign[-_]?on|sso|auth(?:enticate|orize|entication)?|accounts?|wayf|discovery|idp|cas|saml2?|openid|oauth2?|"
    r"anmelden|anmeldung|connexion|inloggen|redirector|wp-login|uas|users?|session|sessions|members?[-_]?login|user[-_]?login|register|signup|sign[-_]?up)",
    re.I,
)
_SURE_LOGIN = re.compile(
    r"(?:log[-_]?in|sign[-_]?in|sign[-_]?on|sso|authwall|wp-login|anmelden|connexion|inloggen|(?:user|member)s?[-_]?login|sign_in)",
    re.I,
)
_LOGIN_HOST = re.compile(
    r"(?:login|signin|sso|auth|idp|accounts?|id|cas|shibboleth|adfs|passport)\d?\.|(?:[\w-]{1,40}\.){0,2}(?:openathens|shibboleth)\.",
    re.I,
)
_CONSENT_HOST = re.compile(r"(?:consent|guce|cmp|privacy-?(?:gate|wall)?|cookie-?consent|myprivacy)\d?\.", re.I)
_CONSENT_PATH = re.compile(
    r"(?:consent|cookie-?(?:consent|wall|policy-accept)|privacy-?(?:gate|wall|consent)|gdpr-?consent|collectconsent)",
    re.I,
)
#: Hosts that sell names or park them.
_SELLERS = (
    "sedo.com", "sedoparking.com", "dan.com", "afternic.com", "hugedomains.com", "bodis.com", "parkingcrew.net",
    "above.com", "uniregistry.com", "parklogic.com", "dynadot.com", "skenzo.com", "ztomy.com", "domainmarket.com",
    "buydomains.com", "undeveloped.com", "brandbucket.com", "squadhelp.com", "atom.com", "parking.com", "namebright.com",
)  # fmt: skip


def host(url: SplitResult) -> str:
    """The host without ``www.`` and ``m.``."""
    name = (url.hostname or "").rstrip(".")
    for lead in ("www.", "m.", "mobile."):
        name = name.removeprefix(lead)
    return name


def segments(url: SplitResult) -> list[str]:
    """The parts of the path that are not empty, decoded."""
    return [unquote(part) for part in url.path.split("/") if part]


def is_home(url: SplitResult) -> bool:
    """Whether *url* is its host's home page, by whichever name, perhaps in one language."""
    if not _HOME.fullmatch(url.path):
        return False
    return all(_IDLE.fullmatch(name) for name, _ in parse_qsl(url.query, keep_blank_values=True)[:50])


def is_error(url: SplitResult) -> bool:
    """Whether *url* names a page of errors: one of its parts is such a name as a whole."""
    parts = [_ENDING.sub("", part) for part in segments(url)]
    if any(_ERROR.fullmatch(part) for part in parts) or _ERROR_QUERY.search(url.query):
        return True
    last = re.sub(r"[-_+]+", " ", parts[-1]).lower() if parts else ""
    return " " in last and len(last) < 60 and says_missing(last) is not None


def is_login(url: SplitResult) -> bool:
    """Whether *url* is a place to sign in: by a name that says so, or by two that may."""
    parts = [_ENDING.sub("", part) for part in segments(url)]
    if any(_SURE_LOGIN.fullmatch(part) for part in parts[-3:]):
        return True
    may = any(_LOGIN.fullmatch(part) for part in parts) + bool(_LOGIN_HOST.match(url.hostname or ""))
    return may + returns(url) >= 2


def returns(url: SplitResult) -> bool:
    """Whether *url* carries the address to come back to afterwards."""
    return (
        re.search(
            r"(?:^|&)(?:next|return\w*|redirect\w*|continue|goto|dest\w*|r(?:ed)?url|back\w*|service|target|callback\w*|ru|url)=",
            url.query,
            re.I,
        )
        is not None
    )


def is_consent(url: SplitResult) -> bool:
    """Whether *url* is a place that asks for consent before another page is shown."""
    if _CONSENT_HOST.match(url.hostname or ""):
        return True
    return returns(url) and any(_CONSENT_PATH.fullmatch(part) for part in segments(url))


def is_seller(url: SplitResult) -> bool:
    """Whether *url* is on the host of somebody who sells or parks names."""
    name = (url.hostname or "").rstrip(".")
    return any(name == seller or name.endswith("." + seller) for seller in _SELLERS)
