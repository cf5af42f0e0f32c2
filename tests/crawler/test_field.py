"""What a job has of the crawl."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quotations.errors import ConfigError
from quotations.model import Failure
from storage.archive import Archive

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]
HEAD = """
import asyncio, json, sys
from crawler.options import CrawlSettings
from crawler.run import run
from quotations.errors import ArchiveError, CitetrailError, CrawlError
from quotations.model import Want
SITE = sys.argv[1]
def wants(*paths):
    return [Want(url=SITE + path) for path in paths]
OPTIONS = CrawlSettings(allow_addresses=("127.0.0.0/8",))
"""


def _python(code: str, *arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", HEAD + code, *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_two_looks_at_once_share_one_request(net: Any) -> None:
    site = net.site()
    site.answers = {"*": net.page(b"shared")}
    told = _python(
        """
async def job(field):
    looks = await asyncio.gather(field.look(wants("/x")), field.look(wants("/x", "/y")), field.look(wants("/x")))
    print(json.dumps([[one.body.decode() for one in look] for look in looks]))
run(job, settings=OPTIONS)
""",
        site.url,
    )
    assert told == [["shared"], ["shared", "shared"], ["shared"]]
    assert site.hits("/x") == 1


def test_progress_is_told_once_a_want(net: Any) -> None:
    site = net.site()
    site.answers = {"*": net.page()}
    told = _python(
        """
async def job(field):
    seen = []
    await field.look([*wants("/a", "/b", "/a"), Want(url="mailto:x")], progress=lambda one: seen.append(one.url[-2:]))
    print(json.dumps(sorted(seen)))
run(job, settings=OPTIONS)
""",
        site.url,
    )
    assert told == ["/a", "/a", "/b", ":x"]


def test_the_jobs_result_and_its_error_come_back(net: Any) -> None:
    told = _python(
        """
async def job(field):
    raise KeyError("mine")
try:
    run(job, settings=OPTIONS)
except KeyError as error:
    print(json.dumps(error.args))
""",
        "x",
    )
    assert told == ["mine"]
    assert _python("async def job(field):\n    return 7\nprint(json.dumps(run(job, settings=OPTIONS)))", "x") == 7


def test_a_second_crawl_in_one_process_is_refused(net: Any) -> None:
    told = _python(
        """
async def job(field):
    return 1
run(job, settings=OPTIONS)
try:
    run(job, settings=OPTIONS)
except CrawlError as error:
    print(json.dumps([error.message, error.hint]))
""",
        "x",
    )
    assert "once" in told[0]


def test_captures_are_in_the_archive_with_their_bodies_before_the_look_returns(net: Any, tmp_path: Any) -> None:
    site = net.site()
    site.answers = {"/x": net.page(b"<p>kept</p>")}
    told = _python(
        """
from storage.archive import Archive
async def job(field):
    ok, lost, scheme = await field.look([*wants("/x", "/y"), Want(url="mailto:x")])
    held = archive.latest([ok.url, lost.url])
    print(json.dumps([ok.body, held[ok.url].id == ok.id != "", archive.body(ok.digest).decode(), held[lost.url].status]))
with Archive.open(sys.argv[2]) as archive:
    run(job, settings=OPTIONS, archive=archive)
""",
        site.url,
        str(tmp_path / "a.db"),
    )
    assert told == [None, True, "<p>kept</p>", 404]


def test_what_the_guard_refused_is_looked_at_again_once_admitted(net: Any, tmp_path: Any) -> None:
    site = net.site()
    site.answers = {"/x": net.page()}
    url, db = site.url + "/x", tmp_path / "a.db"
    refused = net.look([url], archive=db, allow_addresses=[])[0]
    assert (refused.failure, refused.id) == (Failure.BLOCKED_ADDRESS, "")
    with Archive.open(db) as archive:
        assert archive.latest([url]) == {}
    assert net.look([url], archive=db)[0].status == 200


def test_an_archive_that_cannot_keep_ends_the_look(net: Any, tmp_path: Any) -> None:
    site = net.site()
    site.answers = {"*": net.page()}
    told = _python(
        """
from storage.archive import Archive
class Full(Archive):
    def keep_captures(self, looked):
        raise ArchiveError("The disk is full.")
async def job(field):
    try:
        await field.look(wants("/x"))
    except ArchiveError as error:
        print(json.dumps(error.message))
with Full.open(sys.argv[2]) as archive:
    run(job, settings=OPTIONS, archive=archive)
""",
        site.url,
        str(tmp_path / "a.db"),
    )
    assert told == "The disk is full."


def test_a_fault_of_ours_on_one_page_ends_no_other(net: Any) -> None:
    site = net.site()
    site.answers = {"/bad": net.page(b"bad"), "/good": net.page(b"good")}
    told = _python(
        """
from crawler import outcome
kept = outcome.answered
def broken(journey, response, *rest):
    if response.body == b"bad":
        raise RuntimeError("a fault of ours")
    return kept(journey, response, *rest)
outcome.answered = broken
async def job(field):
    bad, good = await field.look(wants("/bad", "/good"))
    print(json.dumps([str(bad.failure), "a fault of ours" in bad.detail, good.status]))
run(job, settings=OPTIONS)
""",
        site.url,
    )
    assert told == ["limit", True, 200]


def test_ipv6_is_asked_where_admitted(net: Any) -> None:
    site = net.site("::1")
    site.answers = {"/x": net.page(b"six")}
    assert net.look([site.url + "/x"], allow_addresses=["::1/128"])[0].body == b"six"


def test_the_same_job_runs_without_uvloop(net: Any) -> None:
    site = net.site()
    site.answers = {"*": net.page()}
    told = _python(
        """
sys.modules["uvloop"] = None
async def job(field):
    looked = await field.look(wants("/x"))
    print(json.dumps([looked[0].status, type(asyncio.get_running_loop()).__module__]))
run(job, settings=OPTIONS)
""",
        site.url,
    )
    assert told == [200, "asyncio.unix_events"]


@pytest.mark.parametrize("wrong", [{"width": 0}, {"delay": -1.0}, {"total": 0}, {"max_hops": -1}])
def test_a_number_out_of_its_range_is_refused(wrong: Any) -> None:
    from crawler.options import CrawlSettings

    with pytest.raises(ConfigError):
        CrawlSettings(**wrong)


def test_after_kill_9_the_archive_is_whole_and_the_next_run_goes_on(net: Any, tmp_path: Any) -> None:
    site = net.site()
    site.answers = {"*": net.page(b"<p>page</p>")}
    db = str(tmp_path / "a.db")
    code = """
from storage.archive import Archive
import os, signal
async def job(field):
    def progress(one, left=[150]):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
    await field.look(wants(*(f"/{n}" for n in range(300))), progress=progress)
with Archive.open(sys.argv[2]) as archive:
    run(job, settings=OPTIONS, archive=archive)
"""
    killed = subprocess.run(
        [sys.executable, "-c", HEAD + code, site.url, db], capture_output=True, cwd=ROOT, timeout=60
    )
    assert killed.returncode == -9
    urls = [f"{site.url}/{n}" for n in range(300)]
    with Archive.open(db) as archive:
        kept = archive.latest(urls)
        assert archive.check() == []
        assert all(archive.body(one.digest or "") == b"<p>page</p>" for one in kept.values())
    assert 150 <= len(kept) < 300
    rest = [url for url in urls if url not in kept]
    assert {one.status for one in net.look(rest, archive=db).captures} == {200}
    with Archive.open(db) as archive:
        assert len(archive.latest(urls)) == 300
