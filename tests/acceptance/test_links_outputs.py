"""What `links` can write besides its answer: Robust Links, replacements, and places in files for build servers."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.acceptance

KEPT = "the night crossing shall not be given up before the new lamp is lit"
PAINTED = "the children may paint the wall of the ticket house"


@pytest.fixture
def work(tmp_path):
    return tmp_path / "work"


def moved(site, path, to, status=301):
    site.pages[path] = (status, {"Location": to}, "")


@pytest.fixture
def page(site, work, minutes):
    """An article that quotes from a page that has moved, links one that moved, one that moved for a while, one gone."""
    site.pages["/new"] = minutes
    site.pages["/other"] = minutes.replace(PAINTED, "nobody is to touch the ticket house at all")
    moved(site, "/old", "/new")
    moved(site, "/plain", "/new?b=1")
    moved(site, "/drifted", "/other", 308)
    moved(site, "/while", "/new", 302)
    site.pages["/new?b=1"] = minutes
    text = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Lamps – Ærø</title></head><body><article><h1>Lamps</h1>
<p>Ærø: the board <a class=q href="{site.url}/old#lamp">resolved</a> that “{KEPT}”, which was well received by all.</p>
<p>A second paper <a href='{site.url}/drifted'>reported</a> that “{PAINTED}”, as the clerk had it from the chair.</p>
<p>More is told <a href="{site.url}/plain">in the minutes</a>, <a href="{site.url}/while">for now here</a>
and <a href="{site.url}/gone?a=1&amp;b=2">there</a>.</p>
</article></body></html>
"""
    (work / "a.html").write_text(text, encoding="utf-8")
    return text


def test_replacements_are_offered_where_the_quoted_words_still_are(citetrail, site, work, page):
    done = citetrail("links", "a.html", "--replacements", "moved.csv", "--fail-on", "never")
    assert done.code == 0, done.err
    assert "2 links have new addresses; 1 is held back" in done.err
    rows = list(csv.DictReader((work / "moved.csv").open(newline="")))
    assert [(row["old"], row["new"], row["quotations"]) for row in rows] == [
        (f"{site.url}/old#lamp", f"{site.url}/new#lamp", "1 of 1 there"),
        (f"{site.url}/plain", f"{site.url}/new?b=1", "none judged"),
    ]
    assert [(row["line"], row["column"], row["why"]) for row in rows] == [
        ("3", "19", "moved for good (301)"),
        ("5", "17", "moved for good (301)"),
    ]
    citetrail("links", "a.html", "--replacements", "moved.json")
    (first, _) = json.loads((work / "moved.json").read_text())["replacements"]
    assert (first["line"], first["as written"]) == (3, f"{site.url}/old#lamp")
    citetrail("links", "a.html", "--replacements", "moved.txt")
    assert f"a.html:3:19\n  - {site.url}/old#lamp\n  + {site.url}/new#lamp\n" in (work / "moved.txt").read_text()


def test_the_answer_of_links_stays_one_of_links_alone(citetrail, work, page):
    done = citetrail("links", "a.html", "--replacements", "moved.csv", "--format", "json", "--fail-on", "never")
    assert "findings" not in done.json
    assert done.json["summary"]["judged"] == 0


def test_without_anything_moved_the_list_is_empty_and_has_its_names(citetrail, site, work, minutes):
    site.pages["/minutes"] = minutes
    (work / "b.md").write_text(f"The board [resolved]({site.url}/minutes) it.\n")
    assert citetrail("links", "b.md", "--replacements", "moved.csv").code == 0
    assert (work / "moved.csv").read_text().startswith('"article","line","column","page","link","old","new"')


def test_a_robust_copy_has_attributes_on_every_audited_link_and_is_otherwise_the_same_file(citetrail, site, work, page):
    done = citetrail("links", "a.html", "--robust-links", "out.html", "--as-of", "2026-05-03", "--fail-on", "never")
    assert "5 robust links" in done.err
    copy = (work / "out.html").read_bytes().decode()
    added = re.findall(r' data-originalurl="[^"]*" data-versiondate="2026-05-03"', copy)
    assert len(added) == 5
    assert f'href="{site.url}/old#lamp" data-originalurl="{site.url}/old#lamp" data-versiondate="2026-05-03">' in copy
    assert f'data-originalurl="{site.url}/gone?a=1&amp;b=2"' in copy
    for one in added:
        copy = copy.replace(one, "", 1)
    assert copy == page
    assert (work / "a.html").read_text() == page


def test_an_archives_copy_that_has_the_words_is_the_version_of_a_robust_link(citetrail, site, work, page, minutes):
    when = {"Memento-Datetime": "Sat, 02 May 2026 10:00:00 GMT"}

    class Pages(dict):
        def get(self, path, default=None):
            if path.startswith("/web/2") and path.endswith("/drifted"):
                return (200, when, minutes)
            return dict.get(self, path, default)

    site.pages = Pages(site.pages)
    settings = {"CITETRAIL_ARCHIVES": f"{site.url}/web/"}
    done = citetrail(
        "links", "a.html", "--robust-links", "out.html", "--as-of", "2026-05-03", "--fail-on", "never", **settings
    )
    assert "5 robust links" in done.err, done.err
    (version,) = re.findall(r' data-versionurl="([^"]*)"', (work / "out.html").read_text())
    assert version.startswith(f"{site.url}/web/20260502100000/")
    assert version.endswith("/drifted")
    assert "id_" not in version


def test_several_articles_get_their_copies_in_a_folder(citetrail, work, page):
    (work / "b.html").write_text(page)
    done = citetrail("links", "a.html", "b.html", "--robust-links", "copies", "--fail-on", "never")
    assert done.code == 0, done.err
    assert {path.name for path in (work / "copies").iterdir()} == {"a.html", "b.html"}


def test_what_cannot_carry_robust_links_is_refused_by_name_before_anything_is_fetched(citetrail, site, work, page):
    (work / "b.md").write_text(f"The board [resolved]({site.url}/old) it.\n")
    done = citetrail("links", "b.md", "--robust-links", "out.md", "--format", "json")
    assert (done.code, done.json["error"]["subject"]) == (2, "b.md")
    assert "pandoc" in done.json["error"]["hint"]
    with zipfile.ZipFile(work / "packed.html", "w") as packed:
        packed.writestr("index.html", page)
    zipped = citetrail("links", "packed.html", "--robust-links", "out.html", "--format", "json")
    assert (zipped.code, zipped.json["error"]["subject"]) == (2, "packed.html")
    assert site.hits == []
    over = citetrail("links", "a.html", "--robust-links", "a.html", "--format", "json")
    assert (over.code, over.json["error"]["code"]) == (2, "usage")
    assert (work / "a.html").read_text() == page


def test_a_hostile_address_does_not_leave_its_attribute(citetrail, site, work):
    (work / "h.html").write_text(
        f"""<html lang="en"><title>H</title><article><h1>H</h1><p>It is <a href='{site.url}/"onclick="x'>told here</a> so.</p>"""
    )
    citetrail("links", "h.html", "--robust-links", "out.html", "--fail-on", "never")
    copy = (work / "out.html").read_text()
    assert 'data-originalurl="' in copy
    assert 'data-originalurl="' + site.url + '/"onclick' not in copy


def pdf(pages):
    """A PDF whose pages hold these lines."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(pages):
        shown = "\n".join(f"BT /F1 10 Tf 40 {700 - 12 * at} Td ({line}) Tj ET" for at, line in enumerate(lines))
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {font} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = f"/Size {len(objects) + 1} /Root 1 0 R"
    out += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< {size} >>\nstartxref\n{len(out)}\n%%EOF"
    )
    return out.encode()


def places(citetrail, name, work):
    rows = list(csv.DictReader(io.StringIO(citetrail("links", name, "--format", "csv", "--fail-on", "never").out)))
    sarif = json.loads(citetrail("links", name, "--format", "sarif", "--fail-on", "never").out)
    junit = ElementTree.fromstring(citetrail("links", name, "--format", "junit", "--fail-on", "never").out)
    return rows, sarif["runs"][0]["results"], list(junit.iter("testcase"))


def test_places_in_a_page_are_those_of_its_file(citetrail, site, work, page):
    rows, results, cases = places(citetrail, "a.html", work)
    lines = page.splitlines()
    for row in rows:
        assert lines[int(row["line"]) - 1][int(row["column"]) - 1 :].startswith("<a ")
    (gone,) = results
    region = gone["locations"][0]["physicalLocation"]["region"]
    at = lines[region["startLine"] - 1]
    assert at[region["startColumn"] - 1 : region["endColumn"] - 1].endswith("there</a>")
    assert {case.get("file") for case in cases} == {"a.html"}
    failed = next(case for case in cases if case.find("failure") is not None)
    assert failed.get("line") == "6"
    assert "line 6, column 5" in failed.find("failure").text


def test_places_in_markdown_are_those_of_its_file(citetrail, site, work):
    text = f"# Lamps\n\nÆrø: the board [wrote]({site.url}/gone) and\nlater [went]({site.url}/gone2).\n"
    (work / "a.md").write_text(text)
    rows, results, cases = places(citetrail, "a.md", work)
    assert [(row["line"], row["column"]) for row in rows] == [("3", "17"), ("4", "8")]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    assert [(one["startLine"], one["startColumn"]) for one in regions] == [(3, 17), (4, 8)]
    assert [case.get("line") for case in cases] == ["3", "4"]


def test_places_in_a_file_of_several_articles_are_never_those_of_another(citetrail, site, work, minutes):
    site.pages["/minutes"] = minutes
    items = "".join(
        f"<item><title>Lamps {n}</title><link>https://paper.example/{n}</link><description>&lt;p&gt;The board "
        f'&lt;a href="{site.url}/gone{n}"&gt;wrote&lt;/a&gt; a letter.&lt;/p&gt;</description></item>\n'
        for n in range(2)
    )
    (work / "feed.xml").write_text(f'<rss version="2.0"><channel><title>T</title>\n{items}</channel></rss>')
    rows, results, cases = places(citetrail, "feed.xml", work)
    assert [row["url"] for row in rows if row["url"].startswith(site.url)] == [f"{site.url}/gone0", f"{site.url}/gone1"]
    assert {row["line"] for row in rows} == {""}
    assert all("region" not in result["locations"][0]["physicalLocation"] for result in results)
    assert all(case.get("line") is None for case in cases)
    assert {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results} == {"feed.xml"}


def test_places_in_a_pdf_are_its_pages(citetrail, site, work):
    told = "The board is said to have told the town of it in a letter, which is kept at"
    pages = [(told, f"{site.url}/gone{number}", "and was read aloud before the winter came.") for number in range(2)]
    (work / "a.pdf").write_bytes(pdf(pages))
    rows, results, cases = places(citetrail, "a.pdf", work)
    assert [(row["page"], row["line"]) for row in rows] == [("1", ""), ("2", "")]
    assert [result["properties"]["page"] for result in results] == [1, 2]
    assert results[1]["locations"][0]["message"]["text"] == "page 2"
    assert "page 2" in cases[1].find("failure").text
