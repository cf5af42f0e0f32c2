"""Pages handed to an archive that speaks as Save Page Now does, its faults as they are known."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import parse_qs

import pytest

from audit.service.copies.desk import Desk
from audit.service.copies.saving import A_MINUTE, PAUSES, TRIES, Saving
from quotations.judging.archives.endpoints import endpoints_of
from quotations.judging.archives.saving import Saved
from quotations.model import ArchivedCopy, Article, Capture, Citation, Failure, LinkState, Span, State

pytestmark = pytest.mark.integration
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
NEW = "20260301120130"
WAYBACK = endpoints_of("https://web.archive.org/web/")
PAGE = "https://river.example/minutes"
JOB = {"url": PAGE, "job_id": "spn2-1"}
PENDING = {"status": "pending", "job_id": "spn2-1", "resources": []}
DONE = {"status": "success", "job_id": "spn2-1", "original_url": PAGE, "timestamp": NEW, "http_status": 200}


def fault(word, message="because"):
    return {"status": "error", "status_ext": f"error:{word}", "message": message}


class SavePageNow:
    """A field that answers as the archive does.

    Args:
        saves: the answers to pages that are handed in, one after another, the last for ever: JSON, or (status, bytes).
        jobs: the answers to questions after a job.
        listed: rows of the list of copies, before and after.
    """

    def __init__(self, saves, jobs=(DONE,), listed=(), shown=True):
        self.saves, self.jobs = list(saves), list(jobs)
        self.listed = list(listed) or [[]]
        self.shown = shown
        self.asked = []
        self.slept = []

    async def look(self, wants, *, progress=None, earlier=None):
        return [self._answer(want) for want in wants]

    async def sleep(self, seconds):
        self.slept.append(seconds)

    def _answer(self, want):
        url = want.url.partition("#")[0]
        self.asked.append(want)
        if url.endswith("/save"):
            return self._said(want, self._next(self.saves))
        if "/save/status/" in url:
            return self._said(want, self._next(self.jobs))
        if "/cdx/" in url:
            return self._said(want, self._next(self.listed))
        at = datetime.strptime(NEW if self.shown else "20250101000000", "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        headers = (("memento-datetime", format_datetime(at, usegmt=True)),)
        return replace(self._said(want, (200, b"<p>words")), headers=headers)

    def _next(self, answers):
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def _said(self, want, answer):
        status, body = answer if isinstance(answer, tuple) else (200, json.dumps(answer).encode())
        failure = Failure.TIMEOUT if status == 0 else None
        return Capture(
            url=want.url, captured_at=NOON, final_url=want.url.partition("#")[0], status=status or None, body=body, failure=failure
        )  # fmt: skip

    @property
    def handed_in(self):
        return [parse_qs(want.body.decode())["url"][0] for want in self.asked if want.body]


def kept(field, bench, *pages, **more):
    pages = pages or (PAGE,)
    cited = [Citation(id=str(n), href=url, url=url, anchor="x", span=Span(0, 1), **more) for n, url in enumerate(pages)]
    links = [
        LinkState(citation=c.id, href=c.href, url=c.url, state=State.ALIVE, evidence=("it answers",)) for c in cited
    ]
    desk = Desk([WAYBACK], field, bench)
    saving = Saving(desk, WAYBACK, "one:two", field, field.sleep)
    article = Article(text="x", format="html", citations=tuple(cited))
    links, counts = asyncio.run(saving.keep(article, links))
    return links, {saved: count for saved, count in counts.items() if count}


def test_a_living_page_without_a_young_copy_is_kept_and_the_copy_shown(bench):
    field = SavePageNow([JOB], [PENDING, PENDING, DONE])
    (link,), counts = kept(field, bench)
    assert counts == {Saved.SAVED: 1}
    assert link.archive.url == f"https://web.archive.org/web/{NEW}/{PAGE}"
    assert link.evidence[-1] == "web.archive.org kept it on 1 March 2026"
    assert field.handed_in == [PAGE]
    assert field.slept == list(PAUSES[:3])


def test_the_keys_go_with_private_errands_alone(bench):
    field = SavePageNow([JOB], [PENDING, DONE])
    kept(field, bench)
    keyed = [want for want in field.asked if ("Authorization", "LOW one:two") in want.headers]
    assert len(keyed) == 3
    assert all(want.private and "web.archive.org/save" in want.url for want in keyed)
    assert "one:two" not in repr(field.asked)


def test_a_page_with_a_young_copy_is_left_alone(bench):
    row = ["k", "20260220000000", PAGE, "text/html", "200", "AAAA", "9"]
    field = SavePageNow(
        [JOB], listed=[[["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"], row]]
    )
    (link,), counts = kept(field, bench)
    assert (counts, field.handed_in) == ({Saved.HELD: 1}, [])
    assert link.evidence[-1] == "web.archive.org has a copy of 20 February 2026 already"


def test_one_page_cited_twice_is_handed_in_once(bench):
    field = SavePageNow([JOB])
    links, _ = kept(field, bench, PAGE, PAGE)
    assert len(field.handed_in) == 1
    assert links[0].archive == links[1].archive is not None


@pytest.mark.parametrize(
    "cited",
    [
        {"archived": ArchivedCopy(original=PAGE, at=None)},
        {},
    ],
)
def test_an_archives_copy_is_never_archived_again(bench, cited):
    field = SavePageNow([JOB])
    page = PAGE if cited else f"https://web.archive.org/web/20220307101112/{PAGE}"
    _, counts = kept(field, bench, page, **cited)
    assert (counts, field.asked) == ({}, [])


@pytest.mark.parametrize("word", ["user-session-limit", "celery", "no-browsers-available", "browsing-timeout"])
def test_the_archives_own_trouble_is_waited_for(bench, word):
    field = SavePageNow([fault(word), JOB])
    _, counts = kept(field, bench)
    assert (counts, len(field.handed_in)) == ({Saved.SAVED: 1}, 2)


def test_trouble_that_lasts_is_left_to_the_next_run(bench):
    field = SavePageNow([fault("celery", "Too busy.")])
    (link,), counts = kept(field, bench)
    assert (counts, len(field.handed_in)) == ({Saved.AGAIN: 1}, TRIES)
    assert link.evidence[-1] == "web.archive.org could not keep it this time: Too busy"


@pytest.mark.parametrize(
    ("word", "saved"),
    [
        ("blocked-url", Saved.REFUSED),
        ("not-found", Saved.REFUSED),
        ("too-many-daily-captures", Saved.HELD),
        ("max-daily-bandwidth-from-ip", Saved.STOPPED),
    ],
)
def test_an_error_of_the_job_is_told_and_not_tried_again(bench, word, saved):
    field = SavePageNow([JOB], [fault(word)])
    (link,), counts = kept(field, bench)
    assert (counts, len(field.handed_in)) == ({saved: 1}, 1)
    assert link.archive is None


def test_what_the_page_answered_to_the_archive_is_a_second_opinion(bench):
    (link,), _ = kept(SavePageNow([JOB], [fault("no-access", "Access denied.")]), bench)
    assert link.evidence[-1] == (
        "web.archive.org cannot keep it: Access denied; to the archive the page answered 403 Forbidden"
    )


@pytest.mark.parametrize("answer", [(401, b""), (429, b""), (0, b""), fault("max-daily-bandwidth-from-ip")])
def test_a_refusal_of_more_ends_the_queue(bench, answer):
    field = SavePageNow([answer])
    _, counts = kept(field, bench, *(f"{PAGE}/{n}" for n in range(9)))
    assert counts == {Saved.STOPPED: 9}
    assert len(field.handed_in) <= 3


@pytest.mark.parametrize("answer", [(200, b"<html>busy"), (502, b""), {"url": PAGE}])
def test_what_is_no_answer_is_tried_again(bench, answer):
    field = SavePageNow([answer, JOB])
    assert kept(field, bench)[1] == {Saved.SAVED: 1}


@pytest.mark.parametrize(
    ("copied", "told"),
    [
        ("The keeper wrote of the weir.", "the copy reads as the page does"),
        ("Verify you are human.", "reads otherwise"),
    ],
)
def test_the_new_copy_is_held_against_the_page(bench, copied, told):
    seen = Capture(
        url=PAGE,
        captured_at=NOON,
        final_url=PAGE,
        status=200,
        media_type="text/plain",
        body=b"The keeper wrote of the weir.",
    )
    bench.archive.keep_captures([seen])

    class Keeping(SavePageNow):
        async def look(self, wants, **more):
            (found,) = await super().look(wants, **more)
            if "id_/" not in found.url:
                return [found]
            return bench.archive.keep_captures([replace(found, body=copied.encode(), media_type="text/plain")])

    (link,), _ = kept(Keeping([JOB]), bench)
    assert told in link.evidence[-1]


def test_a_copy_that_is_not_shown_yet_is_said_to_be_so(bench):
    (link,), counts = kept(SavePageNow([JOB], shown=False), bench)
    assert counts == {Saved.SAVED: 1}
    assert link.evidence[-1].endswith("the copy is not shown yet")


def test_a_copy_of_an_error_is_no_copy(bench):
    (link,), counts = kept(SavePageNow([JOB], [{**DONE, "http_status": 503}]), bench)
    assert (counts, link.archive) == ({Saved.REFUSED: 1}, None)


def test_a_job_that_never_ends_is_looked_for_in_the_list_before_anything_is_said(bench):
    head = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
    row = ["k", NEW, PAGE, "text/html", "200", "AAAA", "9"]
    bench.archive.keep_captures([])
    field = SavePageNow([JOB], [PENDING], listed=[[], [head, row]])
    assert kept(field, bench)[1] == {Saved.SAVED: 1}
    assert sum(field.slept) == sum(PAUSES)
    field = SavePageNow([JOB], [PENDING])
    (link,), counts = kept(field, bench, f"{PAGE}/other")
    assert counts == {Saved.UNTOLD: 1}
    assert "has not said yet" in link.evidence[-1]


def test_a_young_copy_told_in_a_message_alone_is_held(bench):
    said = (
        "The same snapshot had been made 1 hour, 12 minutes ago. You can make new capture of this URL after 24 hours."
    )
    field = SavePageNow([{"url": PAGE, "message": said}])
    (link,), counts = kept(field, bench)
    assert (counts, len(field.handed_in)) == ({Saved.HELD: 1}, 1)
    assert "1 hour, 12 minutes ago" in link.evidence[-1]


def test_the_days_measure_of_an_account_ends_the_queue_and_that_of_a_host_does_not(bench):
    field = SavePageNow([fault("max-daily-bandwidth")])
    assert kept(field, bench, *(f"{PAGE}/{n}" for n in range(9)))[1] == {Saved.STOPPED: 9}
    field = SavePageNow([fault("max-daily-bandwidth-host"), JOB])
    assert kept(field, bench, PAGE, "https://hill.example/")[1] == {Saved.AGAIN: 1, Saved.SAVED: 1}
    assert len(field.handed_in) == 2  # and is not tried again within minutes


@pytest.mark.parametrize("answer", [(0, b""), (429, b""), (523, b"")])
def test_nobody_answering_for_a_job_does_not_undo_it(bench, answer):
    field = SavePageNow([JOB], [answer, PENDING, answer, DONE])
    assert kept(field, bench)[1] == {Saved.SAVED: 1}
    assert field.handed_in == [PAGE]


@pytest.mark.parametrize("answer", [(0, b""), (523, b"")])
def test_a_page_of_which_nothing_was_said_may_have_been_kept(bench, answer):
    head = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
    row = ["k", NEW, PAGE, "text/html", "200", "AAAA", "9"]
    field = SavePageNow([answer], listed=[[], [head, row]])
    assert kept(field, bench)[1] == {Saved.SAVED: 1}


def test_a_job_that_begins_in_hours_is_not_waited_for(bench):
    field = SavePageNow([{**JOB, "message": "The capture will start in ~3 hours, 2 minutes because our service is currently overloaded."}])  # fmt: skip
    (link,), counts = kept(field, bench)
    assert (counts, field.slept) == ({Saved.UNTOLD: 1}, [])
    assert "~3 hours" in link.evidence[-1]


def test_a_refusal_of_one_page_is_told_by_its_own_word_and_ends_nothing(bench):
    refusal = (403, json.dumps(fault("blocked-url", "On the block list.")).encode())
    field = SavePageNow([refusal, JOB])
    assert kept(field, bench, PAGE, "https://hill.example/")[1] == {Saved.REFUSED: 1, Saved.SAVED: 1}


def test_no_more_pages_are_handed_in_within_a_minute_than_the_archive_takes(bench):
    field = SavePageNow([JOB])
    kept(field, bench, *(f"{PAGE}/{n}" for n in range(A_MINUTE + 2)))
    assert sum(seconds > 55 for seconds in field.slept) == 2


def test_only_living_links_are_kept(bench):
    field = SavePageNow([JOB])
    cited = Citation(id="1", href=PAGE, url=PAGE, anchor="x", span=Span(0, 1))
    gone = LinkState(citation="1", href=PAGE, url=PAGE, state=State.GONE)
    saving = Saving(Desk([WAYBACK], field, bench), WAYBACK, "one:two", field, field.sleep)
    links, counts = asyncio.run(saving.keep(Article(text="x", format="html", citations=(cited,)), [gone]))
    assert (links, sum(counts.values()), field.asked) == ((gone,), 0, [])
    assert timedelta(0) < timedelta(seconds=sum(PAUSES)) < timedelta(minutes=4)
