"""Articles at addresses: a page, a feed, and what only names or begins an article."""

import pytest
from pydantic import TypeAdapter

from audit.shapes import WatchRunShape

pytestmark = pytest.mark.acceptance
ARTICLE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><article>
<h1>{title}</h1><p>According to the <a href="/minutes">minutes</a>, the board resolved that “the night crossing shall
not be given up before the new lamp is lit.” Nobody in the town had expected that the matter would end in this way.</p>
</article></body></html>"""
WHOLE = (
    "&lt;p&gt;The board wrote, “the night crossing shall not be given up,” in its "
    "&lt;a href=&quot;{site}/minutes&quot;&gt;minutes&lt;/a&gt;.&lt;/p&gt;"
)


def feed(site, *entries):
    items = "".join(
        f"<item><title>{title}</title><link>{site.url}{path}</link><description>{words}</description></item>"
        for title, path, words in entries
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour news</title>{items}</channel></rss>'
    return 200, {"Content-Type": "application/rss+xml"}, body


@pytest.fixture
def town(site, minutes):
    """A site with an article, a feed that begins it and holds another whole, and the minutes that both cite."""
    site.pages["/minutes"] = minutes
    site.pages["/lamp"] = ARTICLE.format(title="The new lamp")
    site.pages["/feed"] = feed(
        site,
        ("The new lamp", "/lamp", "Nobody had expected that […]"),
        ("The crossing", "/crossing", WHOLE.format(site=site.url)),
    )
    return site


def run(citetrail):
    done = citetrail("watch", "run", "--format", "json")
    return TypeAdapter(WatchRunShape).validate_python(done.json)["watches"]


def audits(done):
    files = [line.get("articles", [line]) for line in done.lines]
    return {one["article"]["title"]: one for file in files for one in file}


def test_a_page_is_read_and_audited_at_its_address(citetrail, town):
    read = citetrail("read", f"{town.url}/lamp", "--format", "json").json
    assert (read["article"]["title"], read["article"]["url"]) == ("The new lamp", f"{town.url}/lamp")
    (link,) = read["citations"]
    assert link["url"] == f"{town.url}/minutes"
    assert town.fetched() == ["/lamp"]
    done = citetrail("audit", f"{town.url}/lamp", "--format", "json")
    assert [finding["verdict"] for finding in done.json["findings"]] == ["CONVENTIONAL"]
    assert citetrail("links", f"{town.url}/lamp", "--format", "json").json["links"][0]["state"] == "alive"
    assert town.fetched() == ["/lamp", "/minutes"], "what was seen within the day is not asked for again"


def test_an_entry_that_a_feed_only_begins_is_read_on_its_page_and_a_whole_one_is_not(citetrail, town):
    found = audits(citetrail("audit", f"{town.url}/feed", "--format", "json"))
    assert {title: [one["verdict"] for one in audit["findings"]] for title, audit in found.items()} == {
        "The new lamp": ["CONVENTIONAL"],
        "The crossing": ["CONVENTIONAL"],
    }
    assert sorted(town.fetched()) == ["/feed", "/lamp", "/minutes"]


def test_a_list_of_bookmarks_is_audited_page_by_page(citetrail, town, tmp_path):
    saved = tmp_path / "bookmarks.html"
    saved.write_text(
        f'<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p><DT><A HREF="{town.url}/lamp" '
        f'ADD_DATE="1700000000">The lamp</A><DT><A HREF="{town.url}/gone">Gone</A></DL>'
    )
    done = citetrail("audit", saved, "--format", "json")
    assert [one["verdict"] for one in done.json["findings"]] == ["CONVENTIONAL"]
    assert f"{town.url}/gone could not be read: gone" in done.err
    assert citetrail("audit", saved, "--format", "json", "--strict").code == 3


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((404, {}, "<title>Not found</title>"), "gone"),
        ((403, {"cf-mitigated": "challenge"}, "<title>Just a moment...</title>"), "asks for a human"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + bytes(200)), "no format"),
    ],
)
def test_an_address_without_an_article_is_told_with_what_to_do(citetrail, site, answer, told):
    site.pages["/x"] = answer
    done = citetrail("audit", f"{site.url}/x", "--format", "json")
    assert done.code == 2
    assert told in (done.json["error"]["message"] + done.json["error"]["code"].replace("unknown", "no")).replace(
        "_", " "
    )
    assert done.json["error"]["hint"]


def test_what_may_pass_is_to_be_tried_again(citetrail, site):
    site.pages["/x"] = (503, {}, "<title>Service unavailable</title>")
    error = citetrail("audit", f"{site.url}/x", "--format", "json").json["error"]
    assert (error["code"], error["hint"]) == ("unread_page", "run again later")
    error = citetrail("audit", f"{site.url}/y", "--offline", "--format", "json").json["error"]
    assert error["hint"] == "run again without --offline"


def test_a_page_that_is_held_is_audited_again_without_the_network(citetrail, town):
    citetrail("audit", f"{town.url}/lamp")
    town.hits.clear()
    done = citetrail("audit", f"{town.url}/lamp", "--offline", "--format", "json")
    assert [finding["verdict"] for finding in done.json["findings"]] == ["CONVENTIONAL"]
    assert town.hits == []


def test_robots_txt_is_obeyed_for_articles_too(citetrail, town):
    town.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /lamp\n")
    done = citetrail("audit", f"{town.url}/lamp", "--format", "json")
    assert (done.code, done.json["error"]["code"]) == (2, "unread_page")
    assert "robots.txt" in done.json["error"]["message"]
    assert "/lamp" not in town.hits


def test_the_charset_that_the_answer_names_is_read_by(citetrail, town):
    page = (
        ARTICLE.format(title="Der Dämmerungsläufer").replace('<meta charset="utf-8">', "").encode("cp1250", "replace")
    )
    town.pages["/de"] = (200, {"Content-Type": "text/html; charset=windows-1250"}, page)
    assert citetrail("read", f"{town.url}/de", "--format", "json").json["article"]["title"] == "Der Dämmerungsläufer"


def test_robust_links_need_a_saved_page(citetrail, town, tmp_path):
    done = citetrail("links", f"{town.url}/lamp", "--robust-links", tmp_path / "copy.html", "--format", "json")
    assert (done.code, done.json["error"]["code"]) == (2, "usage")
    assert town.fetched() == []


def test_a_watched_feed_is_asked_each_time_and_only_its_new_entries_are_audited(citetrail, town, tmp_path):
    reports = tmp_path / "reports"
    added = citetrail("watch", "add", f"{town.url}/feed", "--reports", reports, "--format", "json").json
    assert (added["kind"], added["target"]) == ("address", f"{town.url}/feed")
    (first,) = run(citetrail)
    assert (first["new"], first["changed"], first["unchanged"], first["failed"]) == (2, 0, 0, [])
    assert len(list(reports.glob("*.html"))) == 2
    town.hits.clear()
    (second,) = run(citetrail)
    assert (second["new"], second["changed"], second["unchanged"], second["audits"]) == (0, 0, 2, [])
    assert town.fetched() == ["/feed"]
    town.pages["/night"] = ARTICLE.format(title="At night")
    town.pages["/feed"] = feed(
        town,
        ("At night", "/night", "The harbour slept. Continue reading →"),
        ("The new lamp", "/lamp", "Nobody had expected that […]"),
        ("The crossing", "/crossing", WHOLE.format(site=town.url)),
    )
    (third,) = run(citetrail)
    assert (third["new"], third["changed"], third["unchanged"]) == (1, 0, 2)
    assert len(list(reports.glob("at-night-*.html"))) == 1
    listed = citetrail("report", "--collection", added["id"], "--format", "json").lines
    assert {one["article"]["title"] for one in listed} == {"The new lamp", "The crossing", "At night"}


def test_a_watched_export_and_a_list_of_addresses_are_audited_article_by_article(citetrail, town, tmp_path):
    saved, listing = tmp_path / "feed.xml", tmp_path / "list"
    saved.write_text(town.pages["/feed"][2])
    listing.write_text(f"# to read\n{town.url}/lamp\n{town.url}/gone\n")
    for target in (saved, listing):
        citetrail("watch", "add", target, "--reports", tmp_path / f"reports-of-{target.stem}")
    export, addresses = run(citetrail)
    assert (export["new"], addresses["new"]) == (2, 1)
    assert [failed["error"]["code"] for failed in addresses["failed"]] == ["unread_page"]
    assert sorted(town.fetched()) == ["/gone", "/lamp", "/minutes"], "two watches of one page ask once"
    saved.write_text(feed(town, ("The crossing", "/crossing", WHOLE.format(site=town.url)))[2])
    export, addresses = run(citetrail)
    assert (export["new"], export["unchanged"], addresses["unchanged"]) == (0, 1, 1)


def test_a_page_that_differs_in_everything_but_its_article_is_unchanged(citetrail, town, tmp_path):
    citetrail("watch", "add", f"{town.url}/lamp", "--reports", tmp_path / "reports")
    run(citetrail)
    town.pages["/lamp"] = town.pages["/lamp"].replace("<head>", "<head><!-- served in 12 ms -->")
    (same,) = run(citetrail)
    assert (same["changed"], same["unchanged"]) == (0, 1)
    town.pages["/lamp"] = town.pages["/lamp"].replace("in this way", "in this strange way")
    (other,) = run(citetrail)
    assert (other["changed"], other["unchanged"]) == (1, 0)
