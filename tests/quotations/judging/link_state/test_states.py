import pytest

from quotations.judging.link_state import link_state, wanted
from quotations.model import Capture, Citation, Failure, Incomplete, RobotsDecision, Span, State, Target, Text

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("failure", "state", "reason"),
    [
        (Failure.DNS, "failed", "dns"),
        (Failure.CONNECTION_REFUSED, "failed", "connection_refused"),
        (Failure.TLS, "failed", "tls"),
        (Failure.TIMEOUT, "failed", "timeout"),
        (Failure.RESET, "failed", "reset"),
        (Failure.PROTOCOL, "failed", "protocol"),
        (Failure.REDIRECT_LOOP, "failed", "redirect_loop"),
        (Failure.LIMIT, "failed", "protocol"),
        (Failure.ROBOTS, "disallowed", "robots"),
        (Failure.BLOCKED_ADDRESS, "blocked_address", None),
        (Failure.SCHEME, "unsupported", "scheme"),
        (Failure.TOO_LARGE, "too_large", None),
        (Failure.BUDGET, "unknown", "budget"),
        (Failure.INTERRUPTED, "unknown", "interrupted"),
        (Failure.NOT_HELD, "unknown", "not_held"),
        (Failure.NOT_FOLLOWED, "unknown", "not_followed"),
    ],
)
def test_every_failure_has_its_state_and_says_so(make, failure, state, reason):
    case = make.Case()
    look = Capture(url=case.url, captured_at=make.NOON, failure=failure)
    became = link_state(case.citation, [(look, None)])
    assert (became.state, became.reason) == (state, reason)
    assert became.evidence
    assert wanted(case.citation, [(look, None)]) is None


def test_a_limit_of_ours_is_told_as_one_and_never_counts_as_dead(make):
    case = make.Case()
    looks = [Capture(url=case.url, captured_at=make.days(ago), failure=Failure.LIMIT) for ago in (0, 5, 10, 15)]
    became = link_state(case.citation, [(look, None) for look in looks])
    assert (became.state, became.severity, became.first_failed) == ("failed", "note", None)
    assert "a limit of ours" in " ".join(became.evidence)


def test_a_disallowed_link_shows_the_rules_line(make):
    case = make.Case()
    look = Capture(
        url=case.url,
        captured_at=make.NOON,
        failure=Failure.ROBOTS,
        robots=RobotsDecision(allowed=False, rule="Disallow: /2011", status=200),
    )
    assert "robots.txt: Disallow: /2011" in link_state(case.citation, [(look, None)]).evidence


@pytest.mark.parametrize(
    ("target", "state"), [(Target.LOST, State.LOST_TARGET), (Target.UNSUPPORTED, State.UNSUPPORTED)]
)
def test_a_citation_without_a_target_is_not_looked_for(target, state):
    citation = Citation(id="c", href="zotero:1", url=None, anchor="x", span=Span(0, 1), target=target)
    assert link_state(citation, []).state is state


@pytest.mark.parametrize(
    ("page", "more", "state", "reason"),
    [
        (None, {"status": 204, "size": 0}, "unreadable", "empty"),
        (None, {"status": 200, "size": 0}, "unreadable", "empty"),
        (None, {"kind": "image/png"}, "not_text", None),
        (None, {"kind": "text/html"}, "not_text", None),
        (None, {"kind": "application/pdf"}, "unreadable", "encoding"),
        ("article", {"truncated": True}, "unreadable", "truncated"),
        ("\ufffd" * 400 + "abc", {"kind": "text/plain"}, "unreadable", "encoding"),
        ("\ue012\uf0a4\ue1b3 \ue888" * 90 + "abc", {}, "unreadable", "encoding"),
        ("<div id=root></div><noscript>Please enable JavaScript</noscript><script src=a.js></script>", {}, "needs_rendering", None),
        ("article", {"status": 300}, "alive", None),
        ("article", {"status": 302}, "alive", None),
        (None, {"status": 302, "size": 0}, "failed", "protocol"),
    ],
)  # fmt: skip
def test_what_an_answer_holds_decides(make, page, more, state, reason):
    became = make.Case(anchor="x").state(make.article() if page == "article" else page, **more)
    assert (became.state, became.reason) == (state, reason)


@pytest.mark.parametrize(
    ("title", "heading", "said", "state", "reason"),
    [
        ("Account Suspended", "Account Suspended", "This account has been suspended.", "soft_404", "title"),
        ("Apache2 Ubuntu Default Page: It works", "", "It works!", "soft_404", "title"),
        ("Database Error", "Error establishing a database connection", "", "server_error", "http_500"),
        ("502 Bad Gateway", "502 Bad Gateway", "nginx", "server_error", "http_502"),
        ("Harvest songs and the maintenance mode", "Harvest songs", "Songs of the vestry.", "alive", None),
    ],
)
def test_a_servers_own_page_is_not_the_one_cited(make, title, heading, said, state, reason):
    became = make.Case().state(make.notice(title, heading, said))
    assert (became.state, became.reason) == (state, reason)


def test_a_reader_that_was_killed_leaves_unreadable(make):
    case = make.Case()
    empty = Text(text="", incomplete=Incomplete.UNREADABLE, media_type="text/html")
    became = link_state(case.citation, [(case.capture(), empty)])
    assert (became.state, became.reason) == ("unreadable", "encoding")


@pytest.mark.parametrize(
    ("statuses", "reason", "notices"),
    [
        ((301, 308), "permanent", ()),
        ((302,), "temporary", ()),
        ((301, 302), "temporary", ("mixed_redirects",)),
        ((0,), "temporary", ()),
    ],
)
def test_a_move_is_permanent_only_if_every_hop_is(make, statuses, reason, notices):
    case = make.Case()
    stops = [case.url, *(f"https://paper.example/songs/{n}" for n in range(len(statuses)))]
    hops = [(stops[n], status, stops[n + 1]) for n, status in enumerate(statuses)]
    became = case.state(make.article(), hops=hops)
    assert (became.state, became.reason, became.notices) == ("moved", reason, notices)


def test_another_site_and_a_faulty_certificate_are_noticed(make):
    case = make.Case()
    hops = [(case.url, 301, "https://elsewhere.example/harvest-songs")]
    became = case.state(make.article(), hops=hops, tls_verified=False)
    assert became.notices == ("cross_site", "unverified_tls")


def test_a_redirects_own_fragment_takes_the_cited_ones_place(make):
    case = make.Case(locator="there")
    page = make.article(extra="<p id=there>x</p>")
    assert case.state(page).notices == ()
    hops = [(case.url, 301, "https://paper.example/songs#nosuch")]
    assert case.state(page, hops=hops).notices == ("fragment_missing",)


def test_a_million_segments_and_hostile_titles_are_measured_in_passing(make):
    page = "<title>" + "404 " * 50_000 + "</title>" + "<p>a" * 50_000
    assert make.Case().state(page).state in ("alive", "soft_404")
