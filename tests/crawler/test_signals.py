"""A run that is stopped: what has been fetched is kept, the rest can go on another time."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from storage.archive import Archive

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]
JOB = """
import json, sys
from crawler.options import CrawlSettings
from crawler.run import run
from quotations.model import Want
from storage.archive import Archive
task = json.load(sys.stdin)
archive = Archive.open(task["db"])
async def job(field):
    if task.get("on_stop"):
        import asyncio
        stop = asyncio.Event()
        field.on_stop(stop.set)
        looked = await field.look([Want(url=u) for u in task["urls"]])
        assert stop.is_set()
        later = await field.look([Want(url=task["urls"][0])])
        print([str(one.failure or "ok") for one in looked + later], flush=True)
        return None
    try:
        return await field.look([Want(url=u) for u in task["urls"]])
    finally:
        print("job over", flush=True)
settings = CrawlSettings(allow_addresses=("127.0.0.0/8",))
try:
    run(job, settings=settings, archive=archive)
finally:
    archive.close()
"""


def _hang(connection: socket.socket, _: Any) -> None:
    connection.settimeout(30)
    connection.recv(1)


def _start(task: dict[str, Any]) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", JOB],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(task))
    process.stdin.close()
    process.stdin = None
    return process


def _when(condition: Any, seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it never came to pass"
        time.sleep(0.02)


@pytest.fixture
def half_done(net: Any, tmp_path: Path) -> Any:
    """A crawl with five pages fetched and five that hang."""
    site = net.site()
    site.answers = {f"/ok{n}": net.page(b"<p>kept</p>") for n in range(5)} | {f"/hang{n}": _hang for n in range(5)}
    task = {"db": str(tmp_path / "a.db"), "urls": [site.url + path for path in site.answers]}

    def stop(number: int, **more: Any) -> tuple[int, str, str]:
        process = _start(task | more)
        _when(lambda: sum(one.target != "/robots.txt" for one in site.asked) >= 10)
        time.sleep(0.3)
        process.send_signal(number)
        out, errors = process.communicate(timeout=60)
        return process.returncode, out, errors

    return stop, task, site


def _kept(task: dict[str, Any]) -> dict[str, Any]:
    with Archive.open(task["db"]) as archive:
        return dict(archive.latest(task["urls"]))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_run_and_keeps_what_was_fetched(half_done: Any, number: int, code: int) -> None:
    stop, task, _site = half_done
    returned, out, errors = stop(number)
    # Python itself ends by the signal when KeyboardInterrupt reaches its top.
    assert returned in (code, -number), errors
    assert "job over" in out
    kept = _kept(task)
    assert sorted(kept) == sorted(url for url in task["urls"] if "/ok" in url)
    assert all(one.status == 200 for one in kept.values())


def test_a_job_may_end_by_itself(half_done: Any) -> None:
    stop, task, _ = half_done
    returned, out, errors = stop(signal.SIGTERM, on_stop=True)
    assert returned == 143, errors
    assert out.strip() == str(["ok"] * 5 + ["interrupted"] * 6)
    assert len(_kept(task)) == 5


def test_the_next_run_goes_on(half_done: Any, net: Any) -> None:
    stop, task, site = half_done
    stop(signal.SIGTERM)
    site.answers |= {f"/hang{n}": net.page(b"<p>at last</p>") for n in range(5)}
    rest = [url for url in task["urls"] if url not in _kept(task)]
    looked = net.look(rest, archive=task["db"])
    assert [one.status for one in looked.captures] == [200] * 5
    assert len(_kept(task)) == 10


def test_a_second_signal_leaves_at_once(half_done: Any) -> None:
    _, task, site = half_done
    job = JOB.replace('print("job over", flush=True)', "print('stuck', flush=True); import time; time.sleep(60)")
    process = subprocess.Popen([sys.executable, "-c", job], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(task))
    process.stdin.close()
    _when(lambda: sum(one.target != "/robots.txt" for one in site.asked) >= 10)
    process.send_signal(signal.SIGTERM)
    assert process.stdout.readline() == "stuck\n"
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 143
