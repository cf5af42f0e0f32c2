from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quotations.model import Failure

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]
JOB = """
import resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[2]),) * 2)
from collections import Counter
from crawler.options import CrawlSettings
from crawler.run import run
from quotations.errors import CrawlError
from quotations.model import Want
urls = [f"http://127.0.{4 + n // 250}.{1 + n % 250}:{sys.argv[1]}/x" for n in range(int(sys.argv[3]))]
held = []
async def job(field):
    try:
        while len(sys.argv) > 4:
            held.append(open("/dev/null"))
    except OSError:
        for one in held[-int(sys.argv[4]):]:
            one.close()
    looked = await field.look([Want(url=url) for url in urls])
    print(Counter(str(one.failure or one.status) for one in looked))
try:
    run(job, settings=CrawlSettings(allow_addresses=("127.0.0.0/8",)))
except CrawlError as error:
    print(error.code)
"""


def _run(*numbers: int) -> str:
    arguments = [sys.executable, "-c", JOB, *map(str, numbers)]
    done = subprocess.run(arguments, capture_output=True, text=True, cwd=ROOT, timeout=90)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_more_hosts_than_descriptors_lose_no_source(net: Any) -> None:
    site = net.site("0.0.0.0")
    site.answers = {"*": net.page()}
    assert _run(site.port, 96, 300) == "Counter({'200': 300})"


def test_a_shortage_of_our_own_is_never_a_sources_failure(net: Any) -> None:
    site = net.site("0.0.0.0")
    site.answers = {"*": net.page()}
    assert _run(site.port, 128, 100, 2) == "shortage"


def test_a_name_server_that_never_answers_holds_up_neither_other_names_nor_the_end(net: Any) -> None:
    site = net.site()
    site.answers = {"*": net.page()}
    silent = [f"http://s{n}.{n}.example/" for n in range(40)]
    dns = {f"s{n}.{n}.example": [["never"]] for n in range(40)} | {"quick.example": [["127.0.0.1"]]}
    looked = net.look([*silent, f"http://quick.example:{site.port}/x"], dns=dns, connect_timeout=0.5)
    assert {one.failure for one in looked.captures[:-1]} == {Failure.DNS}
    assert "within 0.5 s" in looked[0].detail
    assert looked[40].status == 200


def test_a_host_that_asks_for_an_hour_is_left_alone(net: Any) -> None:
    site, other = net.site("127.0.0.1"), net.site("127.0.0.2")
    site.answers = {
        "*": net.page(b"later", "Retry-After: 3600", status="429 Too Many Requests"),
        "/robots.txt": net.page(),
    }
    other.answers = {"*": net.page()}
    looked = net.look([f"{site.url}/{n}" for n in range(20)], [other.url + "/x"], width=1, delay=0.0)
    kinds = [str(one.failure or one.status) for one in looked.captures]
    assert kinds == ["429"] * 3 + ["budget"] * 17 + ["200"]
    assert "left alone" in looked[10].detail
