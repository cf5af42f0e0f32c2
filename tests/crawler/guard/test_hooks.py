"""That the guard is really in place: each hook into Scrapy and Twisted by the name that it hangs on."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import scrapy
from scrapy.core.downloader import _idna_patch, contextfactory
from scrapy.core.downloader.handlers import DownloadHandlers, http11
from scrapy.core.downloader.middleware import DownloaderMiddlewareManager
from scrapy.core.engine import ExecutionEngine
from scrapy.core.scraper import Slot
from scrapy.settings import Settings, default_settings
from twisted.internet import _sslverify, abstract, tcp
from twisted.web import _newclient, client

from crawler.addon import CitetrailAddon
from crawler.spiders.sources import SourceSpider

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[3]
SABOTAGE = {
    "the resolver": "crawler.addon.CitetrailAddon.update_pre_crawler_settings = classmethod(lambda cls, s: None);"
    "crawler.addon._GUARD.pop('TWISTED_DNS_RESOLVER')",
    "the handler of http": "crawler.addon._GUARD['DOWNLOAD_HANDLERS']['http'] = "
    "'scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler'",
    "file": "crawler.addon._GUARD['DOWNLOAD_HANDLERS']['file'] = "
    "'scrapy.core.downloader.handlers.file.FileDownloadHandler'",
    "the middleware": "crawler.addon._MANNERS['DOWNLOADER_MIDDLEWARES'].clear()",
    "the policy": "crawler.guard.policy.Policy._judge = lambda self, address: None",
}
JOB = """
import sys, crawler.addon, crawler.guard.policy
{sabotage}
from crawler.options import CrawlSettings
from crawler.run import run
from quotations.errors import GuardError
from quotations.model import Want
async def job(field):
    await field.look([Want(url=sys.argv[1])])
try:
    run(job, settings=CrawlSettings())
except GuardError as error:
    print("refused:", error.message)
"""


@pytest.mark.parametrize("part", SABOTAGE)
def test_without_any_part_of_the_guard_nothing_is_fetched(net: Any, part: str) -> None:
    site = net.site()
    site.answers = {"*": net.page(b"secret")}
    job = JOB.format(sabotage=SABOTAGE[part])
    done = subprocess.run([sys.executable, "-c", job, site.url], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.stdout.startswith("refused: "), done.stdout + done.stderr
    assert site.asked == []


def test_the_addon_wins_over_the_command_line() -> None:
    settings = Settings({"TWISTED_DNS_RESOLVER": "other"}, priority="cmdline")
    settings.set("DOWNLOAD_HANDLERS", {"http": "other"}, priority="cmdline")
    CitetrailAddon.update_pre_crawler_settings(settings)
    CitetrailAddon().update_settings(settings)
    assert settings["TWISTED_DNS_RESOLVER"] == "crawler.guard.resolver.GuardedResolver"
    assert settings["DOWNLOAD_HANDLERS"]["http"] == "crawler.transport.handler.GuardedHandler"


@pytest.mark.parametrize("setting", ["TWISTED_DNS_RESOLVER", "DNS_RESOLVER"])
def test_scrapys_own_command_goes_through_the_guard(net: Any, setting: str) -> None:
    site = net.site()
    site.answers = {"*": net.page(b"secret")}
    stock = f"{setting}=scrapy.resolver.CachingThreadedResolver"
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "fetch", "-s", stock, site.url],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
    )
    assert "secret" not in done.stdout
    assert site.asked == []


def test_scrapy_is_the_version_whose_private_names_are_used() -> None:
    assert scrapy.__version__.startswith("2.19.")


@pytest.mark.parametrize(
    ("owner", "name", "used_by"),
    [
        (http11, "_LenientHTTPClientParser", "transport.parser"),
        (_idna_patch, "_install_twisted_idna_fallbacks", "transport.handler: names with underscores"),
        (client, "_HTTP11ClientFactory", "transport.protocol: connect check"),
        (client, "_RetryingHTTP11ClientProtocol", "transport.pool: a kept connection that was closed meanwhile"),
        (contextfactory, "_ScrapyCertificateOptions", "transport.tls"),
        (_sslverify, "ClientTLSOptions", "transport.tls: verification, and the second look without"),
        (_sslverify, "_verifyCB", "transport.tls: what is wrong with a certificate"),
        (DownloadHandlers, "_get_handler", "guard.selftest, transport.downloader"),
        (_newclient.HTTP11ClientProtocol, "_giveUp", "transport.protocol: header cap"),
        (_newclient, "STATUS", "transport.protocol: header cap"),
        (_newclient, "HEADER", "transport.protocol: header cap"),
        (_newclient.HTTP11ClientProtocol, "_transportProxy", "transport.protocol: no needless pause"),
        (_newclient.HTTP11ClientProtocol, "_parser", "transport.protocol: our parser"),
        (tcp.Connection, "writeSomeData", "transport.written: sent at once"),
        (abstract.FileDescriptor, "dataBuffer", "transport.written: sent at once"),
    ],
)
def test_a_private_name_that_we_hang_on_is_still_there(owner: Any, name: str, used_by: str) -> None:
    assert hasattr(owner, name), used_by


def test_the_engine_takes_captures_without_a_round_of_the_loop_for_each() -> None:
    assert default_settings.SCRAPER_SLOT_MAX_ACTIVE_SIZE > 0
    assert "if not self.needs_backout():" in inspect.getsource(ExecutionEngine._start_request_processing)
    assert "self.active_size > self.max_active_size" in inspect.getsource(Slot.needs_backout)
    assert SourceSpider.custom_settings["SCRAPER_SLOT_MAX_ACTIVE_SIZE"] < 0


def test_the_engine_downloads_by_what_the_setting_names() -> None:
    assert "self.downloader.fetch(" in inspect.getsource(ExecutionEngine._download)
    assert 'self.settings["DOWNLOADER"]' in inspect.getsource(ExecutionEngine)
    assert 'self.methods["process_request"]' in inspect.getsource(DownloaderMiddlewareManager)


def test_twisteds_connections_ask_of_a_request_and_a_response_what_ours_have() -> None:
    asked = inspect.getsource(_newclient.HTTP11ClientProtocol.request)
    assert "request.writeTo(self.transport)" in asked
    assert "TransportProxyProducer(self.transport)" in asked
    assert "request.bodyProducer" in inspect.getsource(client._RetryingHTTP11ClientProtocol.request)
    assert "self._tempDataBuffer = []" in inspect.getsource(abstract.FileDescriptor)
    assert "self._producer = producer" in inspect.getsource(_newclient.TransportProxyProducer.__init__)


def test_scrapy_lists_the_spider() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert done.stdout.split() == ["sources"]


def test_scrapy_crawls_an_articles_sources_into_the_archive(net: Any, tmp_path: Any) -> None:
    from storage.archive import Archive

    site = net.site()
    site.answers = {"/one": net.page(b"<p>one</p>"), "/two": net.redirect("/one")}
    article = tmp_path / "article.html"
    links = "".join(f"<p>As <a href='{site.url}{path}'>the paper</a> had it.</p>" for path in ("/one", "/two", "/no"))
    article.write_text(f"<!doctype html><title>A</title><article><h1>A</h1>{links}</article>")
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "sources", "-a", f"article={article}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        env={"PATH": "/usr/bin:/bin", "CITETRAIL_ALLOW_ADDRESS": "127.0.0.0/8", "XDG_DATA_HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    assert f"{site.url}/one: 200 text/html" in done.stderr
    with Archive.open(tmp_path / "citetrail" / "archive.db", create=False) as archive:
        kept = archive.latest([site.url + path for path in ("/one", "/two", "/no")])
    assert [one.status for one in kept.values()] == [200, 200, 404]


def test_scrapy_crawl_without_an_article_says_what_to_do() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "sources"], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert "-a article=FILE" in done.stderr


def test_reading_the_configuration_loads_no_scrapy() -> None:
    code = "import sys, json, crawler.options, crawler.sandbox; print(json.dumps([m for m in sys.modules if m == 'scrapy']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert json.loads(done.stdout) == []
