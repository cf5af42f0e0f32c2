"""Pages that show their words only after a script has run, built by a real Chromium behind our guard."""

import json

import pytest

pytestmark = pytest.mark.acceptance

WORDS = "the night crossing shall not be given up before the new lamp is lit"
REST = "The clerk read the accounts of the year, which were found in order, and the chair thanked everybody."
SHELL = (
    "<!doctype html><html lang=en><title>Minutes</title><div id=root></div>"
    "<noscript>You need to enable JavaScript to run this app.</noscript>{}"
)
SHOW = f"document.getElementById('root').innerHTML = '<h1>Minutes</h1><p>' + text + '</p><p>{REST}</p>'"


@pytest.fixture
def look(citetrail, site, chromium):
    pytest.importorskip("playwright.async_api", reason="Playwright is not installed")

    def check(path, *more):
        return citetrail(
            "check", WORDS, site.url + path, "--format", "json", *more,
            CITETRAIL_BROWSER_PATH=chromium, CITETRAIL_BROWSER_TIMEOUT="5",
        ).json  # fmt: skip

    return check


def scripts(site, **pages):
    for name, script in pages.items():
        site.pages[f"/{name}"] = SHELL.format(f"<script>{script}</script>")


def test_a_page_that_a_script_builds_is_read_as_a_reader_sees_it(look, site):
    site.pages["/app"] = SHELL.format("<script src=/app.js></script><img src=/picture.png>")
    load = f"fetch('/minutes.json').then(r => r.json()).then(({{text}}) => {{{SHOW}; document.cookie = 'seen=1'}})"
    site.pages["/app.js"] = (200, {"Content-Type": "text/javascript", "Set-Cookie": "a=b"}, load)
    site.pages["/minutes.json"] = (
        200,
        {"Content-Type": "application/json"},
        json.dumps({"text": f"Resolved that {WORDS}."}),
    )
    told = look("/app", "--browser")
    assert (told["verdict"], told["source"]["state"], told["checkability"]) == ("VERBATIM", "alive", "full")
    assert "/picture.png" not in site.hits


def test_without_the_flag_nothing_is_built(look, site):
    scripts(site, app=f"const text = '{WORDS}'; {SHOW}")
    told = look("/app")
    assert (told["verdict"], told["checkability"]) == ("UNCHECKED", "link:needs_rendering")
    assert site.fetched() == ["/app"]


def test_a_page_that_was_held_unbuilt_is_built_when_somebody_asks_for_it(look, site, citetrail, tmp_path, chromium):
    scripts(site, app=f"const text = '{WORDS}'; {SHOW}")
    assert look("/app")["checkability"] == "link:needs_rendering"
    assert look("/app", "--browser")["verdict"] == "VERBATIM"
    fetched = site.fetched()
    assert look("/app", "--browser")["verdict"] == "VERBATIM"
    assert site.fetched() == fetched  # what was built is held as well

    scripts(site, minutes=f"const text = '{WORDS}'; {SHOW}")
    (tmp_path / "work" / "article.html").write_text(
        f"<article><h1>Ferries</h1><p>As <a href='{site.url}/minutes'>the minutes</a> say.</p></article>"
    )
    browser = {"CITETRAIL_BROWSER_PATH": chromium, "CITETRAIL_BROWSER_TIMEOUT": "5"}
    states = [
        citetrail("links", "article.html", "--format", "json", *more, **browser).json["links"][0]["state"]
        for more in ((), ("--browser",))
    ]
    assert states == ["needs_rendering", "alive"]


def test_a_private_address_is_kept_from_the_page_and_the_look_says_so(look, site, citetrail):
    text = "The tide tables could not be loaded, and there is nothing else to show at the moment."
    scripts(
        site, app=f"fetch('http://10.1.2.3/tides').then(r => r.text()).catch(() => '{text}').then(text => {{{SHOW}}})"
    )
    told = look("/app", "--browser")
    assert (told["verdict"], told["checkability"]) == ("UNCHECKED", "link:needs_rendering")


def test_what_robots_may_not_see_and_what_would_be_sent_is_missing_and_accuses_nobody(look, site):
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /data/\n")
    site.pages["/data/minutes"] = WORDS
    scripts(
        site,
        app=f"fetch('/data/minutes').then(r => r.text()).catch(() => 'no minutes').then(text => {{{SHOW}}})",
        post=f"fetch('/ask', {{method: 'POST', body: 'x'}}).then(r => r.text()).catch(() => 'none').then(text => {{{SHOW}}})",
    )
    for path in ("/app", "/post"):
        told = look(path, "--browser")
        assert (told["verdict"], told["checkability"]) == ("UNCHECKED", "link:needs_rendering")
    assert "/data/minutes" not in site.hits


def test_an_endless_script_ends_with_its_time_and_the_next_page_is_built(look, site, citetrail, tmp_path, chromium):
    scripts(site, endless="while (true) {}", app=f"const text = 'Resolved that {WORDS}.'; {SHOW}")
    (tmp_path / "work" / "article.html").write_text(
        f"<article><h1>Ferries</h1><p>As <a href='{site.url}/endless'>the tables</a> and <a href='{site.url}/app'>the minutes</a> say.</p></article>"
    )
    done = citetrail(
        "links",
        "article.html",
        "--browser",
        "--format",
        "json",
        CITETRAIL_BROWSER_PATH=chromium,
        CITETRAIL_BROWSER_TIMEOUT="5",
    )
    endless, app = done.json["links"]
    assert (endless["state"], app["state"]) == ("needs_rendering", "alive")
    assert "a browser was asked: its scripts had not built it after 5 s" in endless["evidence"]


def test_without_a_browser_the_look_says_what_is_missing(citetrail, site, tmp_path):
    pytest.importorskip("playwright.async_api", reason="Playwright is not installed")
    scripts(site, app=f"const text = '{WORDS}'; {SHOW}")
    (tmp_path / "work" / "article.html").write_text(
        f"<article><h1>Ferries</h1><p>As <a href='{site.url}/app'>the minutes</a> say, it is lit.</p></article>"
    )
    done = citetrail(
        "links", "article.html", "--browser", "--format", "json", CITETRAIL_BROWSER_PATH="/no/such/browser"
    )
    (link,) = done.json["links"]
    assert link["state"] == "needs_rendering"
    assert any("the browser could not be started" in said for said in link["evidence"])


def test_a_file_in_the_working_directory_starts_no_browser(citetrail, tmp_path):
    for setting in ("browser = true", 'browser_path = "/bin/true"'):
        (tmp_path / "work" / "citetrail.toml").write_text(setting + "\n")
        assert citetrail("config", "show").code == 2
