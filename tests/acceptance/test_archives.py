"""Archives' copies, asked of a small archive on loopback that speaks as the Wayback Machine and pywb do (RFC 7089)."""

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest

from storage.archive import Archive as Held

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
    """Answers as the Wayback Machine does: CDX, the nearest copy by redirect, copies, its own 404.

    *faults* are answers by the beginning of a path; they go before all else.
    """

    def __init__(self, copies, faults=None, digests=True):
        super().__init__()
        self.copies = copies  #: path of the original → {timestamp: (status, page)}
        self.faults = faults or {}
        self.digests = digests

    def get(self, path, default=None):
        for beginning, answer in self.faults.items():
            if path.startswith(beginning):
                return answer
        if path.startswith("/cdx/search/cdx?"):
            return (200, {"Content-Type": "application/json"}, self.cdx(parse_qs(path.partition("?")[2])["url"][0]))
        if not path.startswith("/web/2"):
            return super().get(path, default)
        stamp, _, original = path[5:].partition("id_/")
        held = self.held(original)
        if not held:
            return (404, {}, "<title>Archive</title><p>The archive has not archived that URL.")
        nearest = min(held, key=lambda one: abs(int(one) - int(stamp)))
        if nearest != stamp:
            return (302, {"Location": f"/web/{nearest}id_/{original}"}, "")
        at = datetime.strptime(nearest, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        status, body = held[nearest]
        return (status, {"Memento-Datetime": f"{at:%a, %d %b %Y %H:%M:%S} GMT"}, body)

    def held(self, original):
        return next((held for name, held in self.copies.items() if original.endswith(name)), {})

    def cdx(self, original):
        rows = [["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]]
        for stamp, (status, body) in sorted(self.held(original).items()):
            digest = base64.b32encode(hashlib.sha1(body.encode()).digest()).decode() if self.digests else "-"
            rows.append(["key", stamp, original, "text/html", str(status), digest, "900"])
        return json.dumps(rows) if len(rows) > 1 else "[]"


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
    assert (finding["verdict"], finding["severity"]) == ("CONVENTIONAL", "ok")
    assert (finding["source"]["state"], finding["source"]["captured_at"][:10]) == ("gone", "2022-03-07")
    assert finding["placement"]["rung"] == "archived_version"
    assert finding["placement"]["captured_at"].startswith("2022-03-07")
    assert finding["open"]["archive"].startswith(f"{site.url}/web/20220307101112/")
    assert finding["open"]["live"] == f"{site.url}/gone"
    assert finding["rules"][-1] == "archived_version"


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
    assert "stood in the copy of 1 May 2023 and are gone from the copy of 1 June 2024" in " ".join(link["evidence"])
    finding = told["findings"][0]
    assert (finding["verdict"], finding["placement"]["rung"]) == ("CONVENTIONAL", "archived_version")
    assert finding["source"]["state"] == "alive"


def fetched(site):
    """The copies whose bytes were asked for."""
    return [path[5:19] for path in site.hits if path.startswith("/web/2") and "id_/" in path]


def test_copies_of_the_same_bytes_are_fetched_once_and_halving_finds_the_change(citetrail, site, article):
    stamps = [f"20{year}{month:02}01000000" for year in (22, 23, 24, 25) for month in range(1, 13)]
    site.pages = Archive({"/changed": {stamp: (200, WITH if stamp < "20240701" else WITHOUT) for stamp in stamps}})
    site.pages["/changed"] = WITHOUT
    link = audit(citetrail, site, article("/changed"))["links"][0]
    assert "the copy of 1 June 2024 and are gone from the copy of 1 July 2024" in " ".join(link["evidence"])
    assert len(fetched(site)) == 2

    site.hits.clear()
    unlike = {
        stamp: (200, page(QUOTED if stamp < "20240701" else "less water", f"Page of {stamp}")) for stamp in stamps
    }
    site.pages = Archive({"/other": unlike})
    site.pages["/other"] = WITHOUT
    link = audit(citetrail, site, article("/other"))["links"][0]
    assert "the copy of 1 June 2024 and are gone from the copy of 1 July 2024" in " ".join(link["evidence"])
    assert len(fetched(site)) <= 2 + 6


def test_copies_on_either_side_that_disagree_leave_it_uncertain(citetrail, site, article):
    site.pages = Archive({"/gone": {"20220101000000": (200, WITHOUT), "20220601000000": (200, WITH)}})
    told = audit(citetrail, site, article("/gone"))
    said = " ".join(told["links"][0]["evidence"])
    assert "the quoted words stand in the copy of 1 June 2022 and not in that of 1 January 2022" in said
    assert "on 5 March 2022 is uncertain by 151 days" in said
    assert (told["findings"][0]["verdict"], told["findings"][0]["confidence"]) == ("CONVENTIONAL", "medium")
    assert told["links"][0]["archive"]["at"].startswith("2022-06-01")


def test_a_copy_can_find_but_never_accuse(citetrail, site, article):
    site.pages = Archive({"/gone": {"20220307101112": (200, WITHOUT)}})
    told = audit(citetrail, site, article("/gone"))
    finding = told["findings"][0]
    assert (finding["verdict"], finding["severity"]) == ("UNCHECKED", None)
    assert finding["placement"]["searched"] == ["archived_version"]
    assert "do not stand in the archived copy of 7 March 2022" in " ".join(told["links"][0]["evidence"])


def test_words_that_came_later_than_they_were_cited_clear_nobody(citetrail, site, article):
    site.pages = Archive({"/gone": {"20220301000000": (200, WITHOUT), "20250101000000": (200, WITH)}})
    finding = audit(citetrail, site, article("/gone"))["findings"][0]
    assert (finding["verdict"], finding["checkability"]) == ("UNCHECKED", "link:gone")
    assert finding["placement"]["captured_at"].startswith("2025-01-01")


def test_when_the_archive_last_saw_it_answer_is_a_second_opinion(citetrail, site, article):
    lately = f"{datetime.now(UTC) - timedelta(days=12):%Y%m%d%H%M%S}"
    copies = {"20220307101112": (200, WITH), lately: (200, WITH), "20250101000000": (404, "gone")}
    site.pages = Archive({"/walled": copies, "/gone": {**copies, "20260101000000": (404, "gone")}})
    del site.pages.copies["/gone"][lately]
    site.pages["/walled"] = (403, {}, "<title>No</title>No.")
    walled, gone = audit(citetrail, site, article("/walled", "/gone"), "links")["links"]
    assert walled["state"] == "refused"
    assert any("last saw it answer" in one and one.endswith("12 days before this look") for one in walled["evidence"])
    assert any(one.endswith("on 7 March 2022, and 404 from 1 January 2025 on") for one in gone["evidence"])


HTML = (200, {}, "<!doctype html><html><title>Wayback Machine</title><p>Sorry.")
BLOCKED = (403, {"Content-Type": "text/plain", "X-Archive-Wayback-Runtime-Error": "AdministrativeAccessControlException: Blocked Site Error"}, "Blocked Site Error")  # fmt: skip


@pytest.mark.parametrize(
    ("faults", "told", "asked"),
    [
        ({"/cdx": (429, {}, "slow down")}, "asked us to come back later (HTTP 429)", 1),
        ({"/cdx": BLOCKED}, "keeps this page back (HTTP 403, Blocked Site Error)", 1),
        ({"/cdx": HTML, "/web/": HTML}, "sent a page in place of a list of copies", 4),
        ({"/cdx": (200, {}, '[["urlkey","timest'), "/web/": (504, {}, "")}, "sent what could not be read", 4),
        ({"/web/2": (200, {}, "<title>Wayback Machine</title>")}, "sent no copy where it lists one", 2),
    ],
)
def test_an_archives_faults_are_told_and_never_held_against_the_source(citetrail, site, article, faults, told, asked):
    site.pages = Archive({"/gone": {"20220307101112": (200, WITH)}}, faults)
    found = audit(citetrail, site, article("/gone"))
    link = found["links"][0]
    assert (link["state"], link["archive"]) == ("gone", None)
    assert told in " ".join(link["evidence"])
    assert found["findings"][0]["verdict"] == "UNCHECKED"
    own = {path for path in site.hits if path.startswith(("/cdx", "/web/"))}
    assert len(own) == asked


def test_without_a_list_the_address_that_leads_to_the_nearest_copy_serves(citetrail, site, article):
    site.pages = Archive(
        {"/gone": {"20220307101112": (200, WITH)}}, {"/cdx": (404, {}, "no"), "/web/timemap": (404, {}, "")}
    )
    told = audit(citetrail, site, article("/gone"))
    assert told["links"][0]["archive"]["at"].startswith("2022-03-07T10:11:12")


def test_a_redirect_to_another_timestamp_is_told_by_that_copys_own_time(citetrail, site, article):
    site.pages = Archive({"/gone": {"20220307101112": (200, WITH)}})
    site.pages.faults["/web/20220307101112id_"] = (302, {"Location": f"/web/20210101000000id_/{site.url}/gone"}, "")
    at = {"Memento-Datetime": "Fri, 01 Jan 2021 00:00:00 GMT"}
    site.pages.faults[f"/web/20210101000000id_/{site.url}/gone"] = (200, at, WITH)
    told = audit(citetrail, site, article("/gone"))
    assert told["links"][0]["archive"]["at"].startswith("2021-01-01")
    assert told["findings"][0]["source"]["captured_at"].startswith("2021-01-01")


def test_what_an_archive_said_is_kept_with_its_own_time_and_serves_offline(citetrail, site, article, tmp_path):
    site.pages = Archive({"/gone": dict.fromkeys(STAMPS, (200, WITH))})
    name = article("/gone", "/never")
    first = audit(citetrail, site, name)
    assert first["links"][1]["evidence"][-1] == "127.0.0.1 has no copy of it"
    asked = len(site.hits)
    again = citetrail(
        "audit", name, "--format", "json", "--offline", "--archive", f"{site.url}/web/", "--fail-on", "never"
    ).json
    assert len(site.hits) == asked
    assert again["findings"][0]["source"] == first["findings"][0]["source"]
    assert [link["evidence"] for link in again["links"]] == [link["evidence"] for link in first["links"]]
    with Held.open(tmp_path / "home" / ".local" / "share" / "citetrail" / "archive.db") as held:
        looks = held.history(f"{site.url}/gone")
    (copy,) = [one for one in looks if one.memento is not None]
    assert (copy.captured_at, copy.memento.original) == (copy.memento.at, f"{site.url}/gone")
    assert f"{copy.captured_at:%Y%m%d%H%M%S}" == "20220307101112"


def test_a_second_run_asks_no_archive_again(citetrail, site, article):
    site.pages = Archive({"/gone": dict.fromkeys(STAMPS, (200, WITH))})
    name = article("/gone")
    audit(citetrail, site, name)
    site.hits.clear()
    audit(citetrail, site, name)
    assert [path for path in site.hits if path != "/robots.txt"] == []


def test_two_archives_are_asked_one_after_another(citetrail, site, article):
    site.pages = Archive(
        {"/gone": {"20220307101112": (200, WITH)}}, {"/none/": (404, {}, ""), "/cdx?": (200, {}, "[]")}
    )
    doors = {
        "none": {"cdx": f"{site.url}/cdx"},
        "far": {"copies": f"{site.url}/web/", "cdx": f"{site.url}/cdx/search/cdx"},
    }
    told = citetrail(
        "links", article("/gone", "/never"), "--format", "json", "--fail-on", "never",
        "--archive", "none", "--archive", "far", CITETRAIL_ENDPOINTS=json.dumps(doors),
    ).json  # fmt: skip
    gone, never = told["links"]
    assert gone["archive"]["archive"] == "far"
    assert never["evidence"][-1] == "none and far have no copy of it"


def test_each_archive_is_asked_within_its_budget(citetrail, site, article):
    site.pages = Archive({f"/gone{n}": dict.fromkeys(STAMPS, (200, WITH)) for n in range(4)})
    told = citetrail(
        "links", article(*site.pages.copies), "--format", "json", "--fail-on", "never", "--archive", "library",
        CITETRAIL_ENDPOINTS=json.dumps(
            {"library": {"copies": f"{site.url}/web/", "cdx": f"{site.url}/cdx/search/cdx", "budget": 5}}
        ),
    ).json  # fmt: skip
    asked = [path for path in site.hits if path.startswith(("/cdx", "/web/"))]
    assert len(asked) == 5
    assert any("its budget of 5 requests is spent" in said for link in told["links"] for said in link["evidence"])


def test_a_check_of_words_on_a_day_asks_the_archives(citetrail, site):
    site.pages = Archive({"/changed": {stamp: (200, WITH if stamp < "2024" else WITHOUT) for stamp in STAMPS}})
    site.pages["/changed"] = WITHOUT
    found = citetrail(
        "check", QUOTED, f"{site.url}/changed", "--as-of", "2022-03-05", "--archive", f"{site.url}/web/", "--format", "json"
    )  # fmt: skip
    assert (found.code, found.json["verdict"]) == (0, "VERBATIM")
    assert found.json["source"]["captured_at"].startswith("2022-03-07")
    drifted = "the quoted words stood in the copy of 1 May 2023 and are gone from the copy of 1 June 2024"
    assert drifted in found.json["archived"]
    shown = citetrail("check", QUOTED, f"{site.url}/changed", "--as-of", "2022-03-05", "--archive", f"{site.url}/web/")
    assert "In the version of 7 Mar 2022, gone from the live page." in shown.out
    assert "The quoted words stood in the copy of 1 May 2023" in shown.out


def test_an_archives_copy_that_is_cited_is_not_looked_for_in_archives(citetrail, site, article):
    site.pages = Archive({})
    audit(citetrail, site, article(f"/web/20220307101112/{site.url}/gone"))
    assert not [path for path in site.hits if path.startswith(("/cdx", "/web/timemap"))]


def test_no_archive_is_asked_unless_configured_nor_for_a_page_that_has_the_words(citetrail, site, article):
    site.pages = Archive({"/good": {"20220307101112": (200, WITH)}})
    site.pages["/good"] = WITH
    told = audit(citetrail, site, article("/good"))
    assert told["findings"][0]["verdict"] in ("VERBATIM", "TYPOGRAPHIC", "CONVENTIONAL")
    citetrail("links", article("/gone"), "--format", "json", "--allow-address", "127.0.0.0/8", "--fail-on", "never")
    assert not [path for path in site.hits if path.startswith(("/web/", "/cdx"))]
