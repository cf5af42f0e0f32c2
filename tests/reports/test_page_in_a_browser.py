from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from quotations.model import Passage, Span, Verdict
from reports import render
from reports.addresses import at_passage

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("site")
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", folder
    server.shutdown()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1400])
def test_the_report_obeys_its_own_policy_fits_and_asks_for_nothing(browser, sample, tmp_path, scheme, width) -> None:
    file = tmp_path / "report.html"
    file.write_text(render([sample.AUDIT], "html"), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert said == []
    assert asked == [file.as_uri()]
    assert page.evaluate("getComputedStyle(document.querySelector('del')).textDecorationLine") == "line-through"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out_from_their_ground(browser, sample, tmp_path, scheme) -> None:
    file = tmp_path / "report.html"
    file.write_text(render([sample.AUDIT], "html"), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1200, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(file.as_uri())
    faint = page.evaluate(
        """() => {
          const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => { v /= 255;
            return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
            if (!/, 0\\)|transparent/.test(c)) return c; } return "rgb(255, 255, 255)"; };
          const worst = {};
          for (const e of document.querySelectorAll("body *")) {
            if (!e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
            const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            if (ratio < 4.5) worst[e.tagName + "." + e.className] = ratio.toFixed(2);
          }
          return worst; }"""
    )
    assert faint == {}
    context.close()


def test_the_address_that_is_offered_opens_the_source_at_the_passage(browser, site) -> None:
    address, folder = site
    filler = "<p>The tide came in and the tide went out, and nobody wrote it down.</p>" * 200
    words = "the well-known, half-sunk mole & its lamp"
    body = f"<h1>Minutes</h1>{filler}<p>They kept {words.replace('&', '&amp;')} until the winter.</p>{filler}"
    (folder / "source.html").write_text(f"<!doctype html><meta charset=utf-8><title>M</title>{body}", encoding="utf-8")
    passage = Passage(exact=words, prefix="They kept ", suffix=" until the winter.", span=Span(10, 10 + len(words)))
    page = browser.new_page()
    page.goto(f"{address}/source.html")
    assert page.evaluate("scrollY") == 0
    page.goto("about:blank")
    page.goto(at_passage(f"{address}/source.html", passage, ambiguous=True))
    page.wait_for_function("scrollY > 500", timeout=5_000)
    page.close()


def test_hostile_words_run_nothing_in_a_browser(browser, sample, tmp_path) -> None:
    hostile = (
        '</script><script>alert(1)</script><img src=//x.example/ onerror=alert(2)><svg onload=alert(3)>" autofocus'
    )
    seen = replace(sample.SEEN, title=hostile, final_url=f"https://a.example/{hostile}")
    findings = tuple(
        sample.finding(str(number), hostile, verdict, source=seen, comparison=sample.compared(verdict, hostile))
        for number, verdict in enumerate(Verdict, 1)
    )
    article = replace(sample.ARTICLE, title=hostile, author=hostile, provenance={"title": hostile})
    links = tuple(replace(link, url=f"https://a.example/{hostile}", evidence=(hostile,)) for link in sample.LINKS)
    file = tmp_path / "report.html"
    audit = replace(sample.AUDIT, article=article, findings=findings, links=links, name=hostile)
    file.write_text(render(audit, "html"), encoding="utf-8")
    page = browser.new_context(bypass_csp=True).new_page()  # without the policy too
    met: list[str] = []
    page.on("dialog", lambda dialog: (met.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: met.append(request.url) if request.url != file.as_uri() else None)
    page.goto(file.as_uri())
    assert page.evaluate("document.scripts.length") == 0
    assert met == []
