"""What an answer of 2xx really holds: its page, a notice that the page is gone, a gate, or nothing."""

from __future__ import annotations

from urllib.parse import urlsplit

from quotations.judging.link_state.ruling import Facts, Ruling
from quotations.judging.link_state.wording import says_login, says_missing
from quotations.model import Incomplete, State

#: Characters below which a page may be nothing but a notice.
SHORT = 1500
_ERROR_PATHS = (
    "/404",
    "/error",
    "/notfound",
    "/not-found",
    "/page-not-found",
    "/errors/404",
    "/error404",
    "/pagenotfound",
)
_LOGIN_PATHS = (
    "/login",
    "/signin",
    "/sign-in",
    "/log-in",
    "/accounts/login",
    "/uas/login",
    "/sso",
    "/users/sign_in",
    "/wp-login",
)
_CONSENT_HOSTS = ("consent.google.", "consent.youtube.", "consent.yahoo.", "guce.")


def by_content(facts: Facts) -> Ruling:
    """The state of a page that answered; the last rule, which always decides."""
    for one in (_nothing, _gone_in_words, _parked, _gated, _unread):
        ruling = one(facts)
        if ruling is not None:
            return ruling
    return _alive(facts)


def _nothing(facts: Facts) -> Ruling | None:
    look, text = facts.look, facts.text
    if look.status in (204, 205) or look.size == 0:
        return Ruling(State.UNREADABLE, "empty", (f"the server answered {look.status} without a body",))
    if text is None:
        return Ruling(State.NOT_TEXT, None, (f"the body is {look.media_type or 'of no known type'}",))
    partly = look.truncated or look.status == 206
    if partly and text.incomplete in (None, Incomplete.TRUNCATED):
        return Ruling(State.UNREADABLE, "truncated", ("only the beginning of the body arrived",))
    if text.incomplete is Incomplete.UNREADABLE:
        return Ruling(State.UNREADABLE, "encoding", ("the body is in no encoding that could be read",))
    if text.incomplete is Incomplete.SCANNED:
        return Ruling(State.NOT_TEXT, None, ("the pages are pictures of text",))
    return None


def _gone_in_words(facts: Facts) -> Ruling | None:
    look = facts.look
    cited = urlsplit(look.url)
    final = urlsplit(look.final_url or look.url)
    deep = cited.path.strip("/") != "" or cited.query != ""
    words = says_missing(facts.headline)
    if words and facts.shown < 3 * SHORT:
        return Ruling(State.SOFT_404, "title", (f"answers {look.status}, and its title or heading says “{words}”",))
    if look.hops and deep:
        path = final.path.lower().rstrip("/")
        if any(path == known or path.startswith((known + ".", known + "/")) for known in _ERROR_PATHS):
            return Ruling(State.SOFT_404, "redirect_error", (f"redirected to {look.final_url}",))
        if path == "" and not final.query and final.hostname and _same_site(cited.hostname, final.hostname):
            return Ruling(State.SOFT_404, "redirect_home", (f"redirected to the home page {look.final_url}",))
    return None


def _parked(facts: Facts) -> Ruling | None:
    service = facts.marker("parked")
    if service and facts.shown < SHORT:
        return Ruling(State.PARKED, None, (f"the page offers the domain for sale or is {service}'s placeholder",))
    return None


def _gated(facts: Facts) -> Ruling | None:
    look, text = facts.look, facts.text
    assert text is not None
    final = urlsplit(look.final_url or look.url)
    if any((final.hostname or "").startswith(host) for host in _CONSENT_HOSTS):
        return Ruling(State.GATED, "consent", (f"redirected to {final.hostname}, which asks for consent",))
    path = final.path.lower()
    login_path = any(path.startswith(known) or path.endswith(known) for known in _LOGIN_PATHS)
    if facts.shown < SHORT and text.facts.password_field and ((look.hops and login_path) or says_login(facts.headline)):
        return Ruling(State.GATED, "login", ("the page is a form to sign in",))
    if text.incomplete is Incomplete.LOGIN:
        return Ruling(State.GATED, "login", ("the page is a form to sign in",))
    if text.incomplete is Incomplete.PAYWALL:
        return Ruling(State.GATED, "payment", ("the page says that it is not free and shows only a part",))
    if facts.marker("consent") and facts.shown < 400:
        return Ruling(State.GATED, "consent", ("the page asks for consent and shows nothing else",))
    if facts.marker("geo") and facts.shown < SHORT:
        return Ruling(State.LEGAL, "geo", ("the page says that it is not shown in our country",))
    return None


def _unread(facts: Facts) -> Ruling | None:
    text = facts.text
    assert text is not None
    if text.incomplete is Incomplete.SCRIPT:
        return Ruling(State.NEEDS_RENDERING, None, ("the page's words come by script",))
    if facts.shown == 0:
        return Ruling(State.UNREADABLE, "empty", ("the page shows no text",))
    return None


def _alive(facts: Facts) -> Ruling:
    look = facts.look
    moves = list(look.hops)
    if not moves:
        return Ruling(State.ALIVE, None, (f"the server answered {look.status}",))
    permanent = all(hop.status in (301, 308) for hop in moves)
    return Ruling(
        State.MOVED,
        "permanent" if permanent else "temporary",
        (
            f"redirected {' → '.join(str(hop.status) if hop.status else 'refresh' for hop in moves)} to {look.final_url}",
        ),
    )


def _same_site(one: str | None, other: str | None) -> bool:
    bare = [(host or "").removeprefix("www.") for host in (one, other)]
    return bare[0] == bare[1] or bare[0].endswith("." + bare[1]) or bare[1].endswith("." + bare[0])
