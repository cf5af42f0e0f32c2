"""What was seen of an article's sources, put together in few statements."""

import asyncio

import pytest
from sqlalchemy import event

from audit.service.auditing import audit_article
from audit.service.bench import Nobody
from audit.service.gathering import gather
from audit.service.judgement import Evidence
from audit.service.order import Order
from quotations.model import Capture, Failure
from quotations.reading import read_articles

pytestmark = pytest.mark.integration
NOTHING = Evidence(texts={}, histories={}, followed=frozenset())


def url_of(number):
    return f"https://a{number}.example/page"


def article_of(links):
    told = "".join(
        f"<p>The clerk wrote that “the night crossing {number} shall not be given up before the lamp is lit” in "
        f"<a href='{url_of(number)}'>a note of the year</a>.</p>"
        for number in range(links)
    )
    (article,) = read_articles(f"<title>Notes</title><article>{told}</article>".encode(), name="notes.html")
    return article


def keep(bench, links):
    def look(number):
        said = f"The night crossing {number} shall not be given up before the lamp is lit. " + f"Words {number}. " * 80
        body = f"<title>Page {number}</title><main><p>{said}</p></main>".encode()
        return Capture(
            url=url_of(number),
            captured_at=bench.now(),
            final_url=url_of(number),
            status=200,
            media_type="text/html",
            size=len(body),
            body=body,
        )

    return bench.archive.keep_captures([look(number) for number in range(links)])


def audited(bench, links):
    order = Order(article=article_of(links), data=b"x" + bytes([links]), name=f"{links}.html")
    sent = []

    def hear(_connection, _cursor, statement, *_):
        sent.append(statement)

    engines = (bench.archive._bindings.reader, bench.archive._bindings.writer)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", hear)
    audit = asyncio.run(audit_article(order, Nobody(bench.now), bench))
    for engine in engines:
        event.remove(engine, "before_cursor_execute", hear)
    return audit, len(sent)


def test_the_number_of_statements_does_not_grow_with_the_number_of_links(bench):
    keep(bench, 60)
    audited(bench, 1)  # what is paid once a process
    _, few = audited(bench, 3)
    audit, many = audited(bench, 60)
    assert [one.verdict.value for one in audit.findings] == ["CONVENTIONAL"] * 60
    assert bench.sandbox.read == 60
    assert many <= few


def test_only_what_is_new_is_asked_for_in_a_second_round(bench):
    order = Order(article=article_of(2), data=b"x", name="a.html")
    cited = [url_of(0), url_of(1)]
    keep(bench, 2)
    first = gather(order, cited, {}, bench, NOTHING)
    new = bench.archive.keep_captures([Capture(url=url_of(1), captured_at=bench.now(), status=404)])[0]
    probe = bench.archive.keep_captures([Capture(url="https://a1.example/no", captured_at=bench.now(), status=200)])[0]
    asked = []
    histories = bench.archive.histories
    bench.archive.histories = lambda urls: asked.extend(urls) or histories(urls)
    second = gather(order, cited, {url_of(1): new, probe.url: probe}, bench, first)
    assert asked == [url_of(1)]
    assert second.texts[url_of(0)] is first.texts[url_of(0)]
    assert second.texts[url_of(1)].capture == new
    assert [len(second.histories[url]) for url in cited] == [1, 2]
    assert list(second.asked) == [probe.url]
    third = gather(order, cited, {url_of(1): new, probe.url: probe}, bench, second)
    assert third.asked[probe.url] is second.asked[probe.url]


def test_a_look_that_says_nothing_hides_no_earlier_one(bench):
    order = Order(article=article_of(1), data=b"x", name="a.html")
    (seen,) = keep(bench, 1)
    put_off = Capture(url=url_of(0), captured_at=bench.now(), failure=Failure.BUDGET)
    evidence = gather(order, [url_of(0)], {url_of(0): put_off}, bench, NOTHING)
    assert evidence.texts[url_of(0)].capture == seen
    assert evidence.histories[url_of(0)] == [put_off, seen]
