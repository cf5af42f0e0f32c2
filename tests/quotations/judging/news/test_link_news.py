"""What is news between audits, by tables of states."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quotations.judging.news import link_news
from quotations.model import (
    Article,
    Attribution,
    Audit,
    Basis,
    Citation,
    Finding,
    LinkState,
    Notice,
    Override,
    Quotation,
    Severity,
    SourceSeen,
    Span,
    State,
    Verdict,
    Word,
)

pytestmark = pytest.mark.unit

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ARTICLE = Article(text="", format="html")
WEIGHTS = {State.GONE: Severity.ERROR, State.HIJACKED: Severity.ERROR, State.SOFT_404: Severity.WARNING}


def link(state, url="https://a.example/1", *, number="1", days=0, **more):
    severity = more.pop("severity", WEIGHTS.get(state, Severity.OK))
    at = NOW - timedelta(days=days)
    failed = at if state in WEIGHTS else None
    values = {"first_failed": failed, "captured_at": at, **more}
    return LinkState(citation=number, href=url, url=url, state=state, severity=severity, **values)


def audit(*links, days=0, findings=(), article=ARTICLE):
    return Audit(article=article, findings=findings, links=links, audited_at=NOW - timedelta(days=days), id=str(days))


def told(now, *before):
    """The kinds of news of one link that had these states before, newest first."""
    earlier = [audit(link(one, days=n), days=n) for n, one in enumerate(before, 1)]
    return [one.kind.value for one in link_news(audit(link(now)), earlier).news]


@pytest.mark.parametrize(
    ("now", "before", "kinds"),
    [
        (State.ALIVE, [State.ALIVE], []),
        (State.GONE, [State.ALIVE], ["dead"]),
        (State.GONE, [State.GONE], []),
        (State.SOFT_404, [State.GONE], []),
        (State.HIJACKED, [State.GONE], ["dead"]),
        (State.HIJACKED, [State.HIJACKED], []),
        (State.ALIVE, [State.GONE], ["revived"]),
        (State.ALIVE, [State.UNKNOWN, State.LIMITED, State.GONE], ["revived"]),
        (State.GONE, [State.UNKNOWN, State.FAILED, State.ALIVE], ["dead"]),
        (State.GONE, [State.CHALLENGED, State.GONE], []),
        (State.ALIVE, [State.CHALLENGED, State.GONE], ["revived"]),
        (State.ALIVE, [State.CHALLENGED], []),
        (State.GATED, [State.ALIVE], ["gated"]),
        (State.CHALLENGED, [State.GATED], []),
        (State.REFUSED, [State.GONE], []),
        (State.FAILED, [State.ALIVE], []),
        (State.SERVER_ERROR, [State.ALIVE], []),
        (State.UNKNOWN, [State.ALIVE], []),
        (State.BLOCKED_ADDRESS, [State.ALIVE], []),
        (State.NEEDS_RENDERING, [State.ALIVE], []),
        (State.CHALLENGED, [State.SUPPLIED], []),
        (State.GONE, [State.SUPPLIED, State.GONE], []),
    ],
)
def test_states_that_follow_one_another_are_news_or_not(now, before, kinds):
    assert told(now, *before) == kinds


def test_a_first_audit_has_no_news():
    news = link_news(audit(link(State.GONE)), [])
    assert (news.last, news.news, news.unsteady, news.worst) == (None, (), (), None)


def test_a_dead_link_that_the_article_gained_is_news():
    before = audit(link(State.ALIVE, "https://b.example/"), days=3)
    (news,) = link_news(audit(link(State.GONE)), [before]).news
    assert (news.kind, news.severity, news.before) == ("dead", Severity.ERROR, None)


def test_news_say_since_when_and_how_it_was():
    (news,) = link_news(audit(link(State.GONE)), [audit(link(State.ALIVE, days=4), days=4)]).news
    assert news.since == NOW
    assert news.before_at == NOW - timedelta(days=4)
    assert news.before is not None
    assert news.before.state is State.ALIVE


def test_several_citations_of_one_source_are_one_news():
    now = audit(link(State.GONE), link(State.GONE, number="2"))
    (news,) = link_news(now, [audit(link(State.ALIVE, days=1), days=1)]).news
    assert [one.citation for one in news.links] == ["1", "2"]


@pytest.mark.parametrize(
    ("reason", "final", "notices", "before_final", "moved"),
    [
        ("permanent", "https://a.example/new", (), "https://a.example/1", True),
        ("permanent", "https://a.example/new", (), "https://a.example/new", True),
        ("temporary", "https://a.example/new", (), "https://a.example/1", False),
        ("temporary", "https://b.example/", (Notice.CROSS_SITE,), "https://a.example/1", True),
    ],
)
def test_a_move_is_news_where_it_is_for_good_or_to_another_site(reason, final, notices, before_final, moved):
    now = link(State.MOVED, reason=reason, final_url=final, notices=notices)
    before = link(State.ALIVE, days=1, final_url=before_final)
    assert bool(link_news(audit(now), [audit(before, days=1)]).news) is moved
    assert link_news(audit(now), [audit(replace(now), days=1)]).news == ()


def test_a_host_that_is_silent_is_unsteady_and_later_one_news():
    urls = [f"https://a.example/{n}" for n in range(3)]
    failing = [link(State.FAILED, url, number=str(n), severity=Severity.NOTE) for n, url in enumerate(urls)]
    before = audit(*(link(State.ALIVE, url, days=9) for url in urls), days=9)
    news = link_news(audit(*failing), [before])
    assert news.news == ()
    assert [(one.host, len(one.links)) for one in news.unsteady] == [("a.example", 3)]
    dead = [replace(one, severity=Severity.ERROR) for one in failing]
    (one,) = link_news(audit(*dead), [before]).news
    assert (one.kind, len(one.links)) == ("dead", 3)


def test_a_link_that_was_never_otherwise_is_not_unsteady():
    failing = link(State.FAILED, severity=Severity.NOTE)
    assert link_news(audit(failing), [audit(failing, days=1)]).unsteady == ()
    dead = replace(failing, severity=Severity.ERROR)
    (news,) = link_news(audit(dead), [audit(failing, days=1)]).news
    assert (news.kind, news.before) == ("dead", None)


def test_notices_are_news_once():
    now = link(State.ALIVE, notices=(Notice.RETRACTED, Notice.CORRECTED))
    before = link(State.ALIVE, days=1, notices=(Notice.CORRECTED,))
    (news,) = link_news(audit(now), [audit(before, days=1)]).news
    assert (news.kind, news.severity) == ("retracted", Severity.WARNING)
    assert link_news(audit(now), [audit(now, days=1)]).news == ()


def test_a_persons_word_takes_the_weight_from_news_unless_it_is_stale():
    said = Override(word=Word.ALIVE, who="Ann", why="I know", at=NOW)
    before = [audit(link(State.ALIVE, days=1), days=1)]
    assert link_news(audit(link(State.GONE, override=said)), before).worst is Severity.OK
    stale = replace(said, stale=True)
    assert link_news(audit(link(State.GONE, override=stale)), before).worst is Severity.ERROR


def finding(verdict, digest):
    return Finding(
        quotation=Quotation(id="q1", text="kept as it is", parts=(Span(0, 1),)),
        attribution=Attribution(quotation="q1", citation="1", basis=Basis.CUE_LINK, score=1.0, margin=1.0),
        verdict=verdict,
        severity=Severity.OK,
        checkability="full",
        source=SourceSeen(digest=digest),
    )


@pytest.mark.parametrize(
    ("now", "before", "digests", "drifted"),
    [
        (Verdict.NOT_FOUND, [Verdict.VERBATIM], "ab", True),
        (Verdict.CRITICAL, [Verdict.TYPOGRAPHIC], "ab", True),
        (Verdict.NOT_FOUND, [Verdict.UNCHECKED, Verdict.VERBATIM], "aab", True),
        (Verdict.NOT_FOUND, [Verdict.NOT_FOUND], "ab", False),
        (Verdict.NOT_FOUND, [Verdict.VERBATIM], "aa", False),
        (Verdict.UNCHECKED, [Verdict.VERBATIM], "ab", False),
        (Verdict.MINOR, [Verdict.VERBATIM], "ab", False),
    ],
)
def test_quoted_words_that_left_a_page_are_news(now, before, digests, drifted):
    cited = Citation(id="1", href="x", url="https://a.example/1", anchor="", span=Span(0, 0))
    article = replace(ARTICLE, citations=(cited,))
    earlier = [
        audit(link(State.ALIVE, days=n), days=n, findings=(finding(one, digest),), article=article)
        for n, (one, digest) in enumerate(zip(before, digests[1:], strict=True), 1)
    ]
    news = link_news(audit(link(State.ALIVE), findings=(finding(now, digests[0]),), article=article), earlier).news
    assert [one.kind for one in news] == (["drifted"] if drifted else [])
    assert all(one.quotations == ("kept as it is",) for one in news)
