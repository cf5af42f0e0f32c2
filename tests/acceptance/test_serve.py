"""The local page and API, over real HTTP."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time

import pytest
from pydantic import TypeAdapter

from audit.shapes import CheckShape

pytestmark = pytest.mark.acceptance
WORDS = "the night crossing shall not be given up before the new lamp is lit"
TEXT = f"The board resolved that {WORDS}, and asked the clerk to write to the light-keeper."


class Server:
    """One running ``citetrail serve``."""

    def __init__(self, process, port, archive):
        self.process, self.port, self.archive = process, port, archive

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        heads = {key.replace("_", "-"): value for key, value in headers.items()}
        if isinstance(body, dict):
            body, heads = json.dumps(body), {"Content-Type": "application/json", **heads}
        connection.request(method, path, body, heads)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()


@pytest.fixture(scope="module")
def server(command, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "HOME": str(home), "CITETRAIL_ALLOW_ADDRESS": "127.0.0.0/8"}
    archive = home / "archive.db"
    process = subprocess.Popen(
        [*command, "serve", "--port", str(port), "--db", str(archive)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    running = Server(process, port, archive)
    until = time.monotonic() + 90
    while time.monotonic() < until:
        try:
            running.ask("GET", "/healthz")
            break
        except OSError:
            time.sleep(0.1)
    yield running
    process.kill()
    process.communicate()


def test_words_are_checked_against_a_pasted_text_and_a_page(server, site, minutes):
    site.pages["/minutes"] = minutes
    for where in ({"text": TEXT}, {"source": site.url + "/minutes"}):
        status, _, body = server.ask("POST", "/api/v1/check", {"quote": WORDS, **where})
        told = TypeAdapter(CheckShape).validate_json(body)
        assert (status, told["verdict"]) == (200, "VERBATIM")


@pytest.mark.parametrize(
    "body",
    [
        {"quote": WORDS, "source": "/etc/passwd"},
        {"quote": WORDS, "source": "file:///etc/passwd"},
        {"quote": WORDS},
        {"quote": "", "text": TEXT},
        {"quote": WORDS, "text": TEXT, "profile": "shouting"},
        {"words": WORDS},
    ],
)
def test_what_cannot_be_asked_is_a_problem(server, body):
    status, headers, told = server.ask("POST", "/api/v1/check", body)
    assert (status, headers["Content-Type"]) == (422, "application/problem+json")
    assert json.loads(told)["title"]


def test_the_form_answers_in_the_reports_words_and_escapes_what_it_was_given(server):
    status, _, page = server.ask("GET", "/")
    assert status == 200
    assert "<form" in page
    form = "quote=%3Cscript%3Ealert(1)%3C%2Fscript%3E+the+lamp&text=" + TEXT.replace(" ", "+")
    status, headers, page = server.ask("POST", "/", form, Content_Type="application/x-www-form-urlencoded")
    assert status == 200
    assert "<script>alert" not in page
    assert headers["X-Frame-Options"] == "DENY"


def test_a_stranger_name_and_a_cross_site_post_are_turned_away(server):
    assert server.ask("GET", "/", Host="evil.example")[0] == 421
    for headers in ({"Sec_Fetch_Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        status, heads, _ = server.ask("POST", "/api/v1/check", {"quote": "x", "text": "x"}, **headers)
        assert (status, heads["Content-Type"]) == (403, "application/problem+json")


def test_held_audits_are_served_and_an_unknown_one_is_a_problem(server, citetrail, tmp_path):
    (tmp_path / "work" / "a.md").write_text(
        '# The lamp\n\nThe [chart](#) says "the lamp is lit at dusk by the keeper."\n'
    )
    made = citetrail("--db", server.archive, "audit", "a.md", "--format", "json").json
    status, _, body = server.ask("GET", f"/api/v1/audits/{made['audit']}")
    assert (status, json.loads(body)) == (200, made)
    assert "The lamp" in server.ask("GET", f"/audits/{made['audit']}")[2]
    front = server.ask("GET", "/")[2]
    assert "The lamp" in front
    assert "nothing amiss" in front
    status, headers, _ = server.ask("GET", "/api/v1/audits/999999")
    assert (status, headers["Content-Type"]) == (404, "application/problem+json")


def test_looks_at_sources_and_their_text_are_served(server, site, minutes):
    site.pages["/minutes"] = minutes
    asked = json.loads(server.ask("POST", "/api/v1/check", {"quote": WORDS, "source": site.url + "/minutes"})[2])
    status, _, body = server.ask("GET", "/api/v1/sources?url=" + site.url + "/minutes%23part")
    look = json.loads(body)["captures"][0]
    assert (status, look["status"], look["digest"]) == (200, 200, asked["source"]["digest"])
    assert json.loads(server.ask("GET", f"/api/v1/captures/{look['id']}")[2]) == look
    status, headers, text = server.ask("GET", look["text"])
    assert (status, headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert text[asked["passage"]["start"] : asked["passage"]["end"]] == asked["passage"]["exact"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/captures/999999/text",
        "/api/v1/captures/x",
        "/api/v1/sources?url=https://a.example/",
        "/api/v1/findings?audit=77",
        "/nowhere",
    ],
)
def test_what_is_not_held_is_a_problem(server, path):
    status, headers, body = server.ask("GET", path)
    assert (status, headers["Content-Type"]) == (404, "application/problem+json")
    assert json.loads(body)["title"]


@pytest.mark.parametrize("path", ["/nowhere", "/audits/999999"])
def test_a_browser_gets_a_page_where_there_is_none(server, path):
    status, headers, page = server.ask("GET", path, Accept="text/html,*/*;q=0.8")
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert 'role="alert"' in page
    assert 'action="/"' in page
    assert server.ask("GET", "/api/v1" + path, Accept="text/html")[1]["Content-Type"] == "application/problem+json"


def test_findings_and_watches_are_served(server, citetrail, tmp_path):
    (tmp_path / "work" / "b.md").write_text('# Bell\n\nThe [chart](#) says "the bell is rung at dusk by the keeper."\n')
    made = citetrail("--db", server.archive, "audit", "b.md", "--format", "json").json
    told = json.loads(server.ask("GET", f"/api/v1/findings?audit={made['audit']}")[2])
    assert told == {"audit": made["audit"], "findings": made["findings"]}
    citetrail("--db", server.archive, "watch", "add", tmp_path / "work", "--reports", tmp_path / "out")
    (watch,) = json.loads(server.ask("GET", "/api/v1/watches")[2])["watches"]
    assert watch["target"] == str(tmp_path / "work")


def test_the_day_of_a_citation_is_taken_into_account(server, site, minutes):
    site.pages["/minutes"] = minutes
    asked = {"quote": WORDS, "source": site.url + "/minutes", "as_of": "2019-01-01"}
    told = json.loads(server.ask("POST", "/api/v1/check", asked)[2])
    assert (told["verdict"], told["checkability"]) == ("VERBATIM", "full")
    asked["quote"] = WORDS.replace("not ", "")
    told = json.loads(server.ask("POST", "/api/v1/check", asked)[2])
    assert (told["checkability"], told["severity"]) == ("later_version", "warning")
    assert server.ask("POST", "/api/v1/check", {**asked, "as_of": "yesterday"})[0] == 422


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1200)])
def test_the_page_is_used_by_keyboard_alone_and_fits(server, browser, site, minutes, scheme, width):
    site.pages["/minutes"] = minutes
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1:{server.port}/")
    page.keyboard.type(WORDS.replace("not ", ""))
    page.keyboard.press("Tab")
    page.keyboard.type(site.url + "/minutes")
    page.keyboard.press("Enter")
    page.wait_for_selector(".answer")
    assert page.evaluate("document.activeElement.className") == "answer"
    assert "a negation" in page.inner_text(".answer")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.input_value("#source") == site.url + "/minutes"
    assert said == []
    context.close()


def test_the_interface_describes_itself(server):
    status, _, body = server.ask("GET", "/openapi.json")
    assert status == 200
    assert "/api/v1/check" in json.loads(body)["paths"]


def test_a_port_that_is_taken_is_told(server, citetrail):
    done = citetrail("serve", "--port", server.port)
    assert done.code == 2
    assert "--port" in done.err


def test_what_people_say_today_stands_in_audits_of_yesterday(server, citetrail, tmp_path):
    (tmp_path / "work" / "b.md").write_text("# Planks\n\nThe yard [has them](https://yard.example/planks).\n")
    made = citetrail("--db", server.archive, "links", "b.md", "--offline", "--format", "json").json
    said = ("https://yard.example/planks", "dead", "--why", "the yard burnt down", "--who", "Ann")
    assert citetrail("override", "add", *said, "--db", server.archive).code == 0
    assert "Ann says" in server.ask("GET", f"/audits/{made['audit']}")[2]
    _, _, body = server.ask("GET", f"/api/v1/audits/{made['audit']}")
    assert json.loads(body)["links"][0]["override"]["word"] == "dead"


def test_it_stops_cleanly_on_a_signal(server):
    # the last test of this module: the server is gone after it
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(60) in (0, 143)
    assert b"Traceback" not in server.process.stderr.read()
