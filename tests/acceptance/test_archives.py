"""Archives' copies, asked of a small archive on loopback that speaks as the Wayback Machine and pywb do (RFC 7089)."""

from datetime import UTC, datetime

import pytest

pytestmark = pytest.mark.acceptance

QUOTED = "we have never seen the river stand so quiet in April"
LINES = "The lock was painted green in the year of the long frost, and the keeper's boots stood by the door. "
#: The times at which the archive looked.
STAMPS = ("20190301080000", "20220307101112", "20230501000000", "20240601000000", "20250101000000")


def page(words, title="The quiet river"):
    body = "".join(f"<p>{LINES * 3}{n}</p>" for n in range(6))
    return f"<!doctype html><html lang=en><title>{title}</title><h1>{title}</h1><p>The keeper wrote: {words}. {LINES}</p>{body}"


WITH, WITHOUT = page(QUOTED), page("the water is lower every year")


class Archive(dict):
    """Answers for ``/web/TIMESTAMPid_/ADDRESS``: the nearest copy by redirect, that copy, or the archive's own 404."""

    def __init__(self, copies):
        super().__init__()
        self.copies = copies  #: path of the original → {timestamp: (status, page)}

    def get(self, path, default=None):
        if not path.startswith("/web/"):
            return super().get(path, default)
        stamp, _, original = path[5:].partition("id_/")
        held = next((held for name, held in self.copies.items() if original.endswith(name)), {})
        if not held:
            return (404, {}, "<title>Archive</title><p>The archive has not archived that URL.")
        nearest = min(held, key=lambda one: abs(int(one) - int(stamp)))
        if nearest != stamp:
            return (302, {"Location": f"/web/{nearest}id_/{original}"}, "")
        at = datetime.strptime(nearest, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        status, body = held[nearest]
        return (status, {"Memento-Datetime": f"{at:%a, %d %b %Y %H:%M:%S} GMT"}, body)


@pytest.fixture
def article(tmp_path, site, citetrail):
    def write(*paths):
        cited = "".join(
            f'<p>“{QUOTED},” wrote <a href="{site.url}{path}">the keeper of the lock</a>.</p>' for path in paths
        )
        (tmp_path / "work" / "a.html").write_text(
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quiet water</title>'
            '<meta property="article:published_time" content="2022-03-05T09:00:00Z"></head>'
            f"<body><article><h1>Quiet water</h1>{cited}</article></body></html>"
        )
        return "a.html"

    return write


def audit(citetrail, site, name, command="audit"):
    return citetrail(
        command, name, "--format", "json", "--allow-address", "127.0.0.0/8", "--fail-on", "never",
        CITETRAIL_ARCHIVES=f"{site.url}/web/",
    ).json  # fmt: skip


def test_a_gone_page_shows_the_copy_nearest_to_the_citations_day(citetrail, site, article):
    site.pages = Archive({"/gone": dict.fromkeys(STAMPS, (200, WITH))})
    told = audit(citetrail, site, article("/gone"))
    link = told["links"][0]
    assert link["state"] == "gone"
    assert link["archive"]["at"].startswith("2022-03-07T10:11:12")
    assert link["archive"]["url"] == f"{site.url}/web/20220307101112/{site.url}/gone"
    assert any("copy of 7 March 2022, 2 days from the day cited" in said for said in link["evidence"])
    finding = told["findings"][0]
    assert finding["verdict"] == "UNCHECKED"
    assert finding["placement"]["rung"] == "archived_version"
    assert finding["placement"]["captured_at"].startswith("2022-03-07")
    assert finding["open"]["archive"].startswith(f"{site.url}/web/20220307101112/")


def test_an_archives_own_error_page_and_an_archived_error_are_no_copies(citetrail, site, article):
    site.pages = Archive({"/walled": {"20220307101112": (404, WITH)}})
    told = audit(citetrail, site, article("/never", "/walled"), "links")
    assert [link["state"] for link in told["links"]] == ["gone", "gone"]
    assert [link["archive"] for link in told["links"]] == [None, None]


def test_an_archived_notice_that_nothing_is_there_is_no_copy(citetrail, site, article):
    lost = "<title>Page not found</title><h1>Page not found</h1><p>Sorry.</p>"
    site.pages = Archive({"/lost": {"20220307101112": (200, lost)}})
    assert audit(citetrail, site, article("/lost"), "links")["links"][0]["archive"] is None


def test_a_page_that_lost_the_words_has_drifted_between_two_copies(citetrail, site, article):
    copies = {stamp: (200, WITH if stamp < "2024" else WITHOUT) for stamp in STAMPS}
    site.pages = Archive({"/changed": copies})
    site.pages["/changed"] = WITHOUT
    told = audit(citetrail, site, article("/changed"))
    link = told["links"][0]
    assert (link["state"], link["notices"]) == ("alive", ["drifted"])
    assert any(
        "stood in the copy of 1 May 2023 and are gone from the page of 1 June 2024" in s for s in link["evidence"]
    )
    assert told["findings"][0]["placement"]["rung"] == "archived_version"


def test_no_archive_is_asked_unless_configured_nor_for_a_page_that_has_the_words(citetrail, site, article):
    site.pages = Archive({"/good": {"20220307101112": (200, WITH)}})
    site.pages["/good"] = WITH
    told = audit(citetrail, site, article("/good"))
    assert told["findings"][0]["verdict"] in ("VERBATIM", "TYPOGRAPHIC", "CONVENTIONAL")
    citetrail("links", article("/gone"), "--format", "json", "--allow-address", "127.0.0.0/8", "--fail-on", "never")
    assert not [path for path in site.hits if path.startswith("/web/")]
