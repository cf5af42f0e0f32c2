"""One real `links` command over the hostile site: every state, reason and notice, and how it is known."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.acceptance

HERE = Path(__file__).parent
_DEAD = {"gone", "soft_404", "parked", "hijacked"}


@pytest.fixture(scope="module")
def site():
    server = subprocess.Popen([sys.executable, HERE / "serve.py"], stdout=subprocess.PIPE, text=True)
    try:
        yield json.loads(server.stdout.readline())
    finally:
        server.kill()
        server.wait()


@pytest.fixture(scope="module")
def links(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("survey")
    (folder / "survey.html").write_text(site["article"])
    command = [
        sys.executable,
        "-m",
        "audit",
        "links",
        "survey.html",
        "--format",
        "json",
        "--db",
        "a.db",
        *site["options"],
    ]
    # Bodies of more than 2 MB are too large here, so that the test need not send many of them.
    settings = {**os.environ, "CITETRAIL_MAX_BODY": "2000000", "HOME": str(folder), "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, timeout=300)
    assert done.returncode == 1, done.stderr  # there are dead links, so there are findings
    return json.loads(done.stdout)["links"]


def test_the_site_misbehaves_in_more_than_sixty_ways(site):
    assert len(site["cases"]) > 1475
    assert len({(case["state"], case["reason"]) for case in site["cases"]}) > 40


def test_every_citation_has_one_link_in_the_articles_order(site, links):
    assert [link["href"] for link in links] == [case["href"] for case in site["cases"]]


def test_every_link_has_its_state_reason_and_notices(site, links):
    wrong = [
        (case, {name: link[name] for name in ("state", "reason", "notices", "evidence")})
        for case, link in zip(site["cases"], links, strict=True)
        if (link["state"], link["reason"]) != (case["state"], case["reason"])
        or ("notices" in case and link["notices"] != case["notices"])
        or case.get("says", "") not in " ".join(link["evidence"])
    ]
    assert wrong == []


def test_no_living_link_is_called_dead_and_no_dead_one_living(site, links):
    for case, link in zip(site["cases"], links, strict=True):
        assert (link["state"] in _DEAD) == (case["state"] in _DEAD), case


def test_every_link_says_how_it_is_known(links):
    assert all(link["evidence"] and all(link["evidence"]) for link in links)


def test_severity_accuses_only_the_dead(links):
    severe = {link["state"] for link in links if link["severity"] in ("warning", "error")}
    assert severe == _DEAD
