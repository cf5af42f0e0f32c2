from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from quotations.model import Severity, Verdict
from reports.collection import audits_page
from reports.page import check_page, document, finding_fragment, style_hash

pytestmark = pytest.mark.unit

HOSTILE = "</style></blockquote><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7*7 }}\x00\x1b[31m\u202e"


@pytest.fixture(scope="module")
def page(sample) -> str:
    return audits_page([sample.AUDIT])


@pytest.fixture(scope="module")
def soup(page) -> BeautifulSoup:
    return BeautifulSoup(page, "lxml")


def test_the_policy_allows_the_one_style_sheet_by_its_hash_and_nothing_else(soup) -> None:
    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    css = soup.find("style").string
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert f"sha256-{digest}" == style_hash()


def test_the_page_asks_for_nothing_and_runs_nothing(soup, page) -> None:
    assert not soup.find_all(["script", "link", "img", "iframe", "object", "embed", "form"])
    assert not soup.find_all(style=True)
    assert not re.search(r"url\(|@import", page)
    assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]


def test_every_finding_stands_on_the_page_once_with_its_quotation(soup, sample) -> None:
    for finding in sample.FINDINGS:
        [found] = soup.find_all(id=f"q{finding.quotation.id}")
        assert finding.quotation.text.split(" ")[0] in found.get_text()


def test_the_gravest_comes_first_and_the_unchecked_last(soup, sample) -> None:
    order = [tag["id"][1:] for tag in soup.find_all(id=re.compile(r"^q\d+$"))]
    by_id = {finding.quotation.id: finding for finding in sample.FINDINGS}
    ranks = [by_id[one].severity.rank if by_id[one].severity else -1 for one in order]
    assert ranks == sorted(ranks, reverse=True)
    assert by_id[order[0]].severity is Severity.ERROR
    assert by_id[order[-1]].verdict is Verdict.UNCHECKED


def test_differences_are_marked_in_both_texts_and_said_in_words(soup) -> None:
    critical = soup.find(id="q9")
    article, source = critical.find_all("blockquote")
    assert "40" in article.find("del").get_text()
    assert [ins.get_text().split("]")[1].split("[")[0].strip() for ins in source.find_all("ins")] == ["not", "14"]
    assert "left out here: not" in article.get_text()
    assert "The quotation has “40” where the source has “14” (a number)." in critical.get_text()


def test_the_passage_stands_in_its_surroundings_with_source_date_digest_and_a_way_there(soup) -> None:
    altered = soup.find(id="q7")
    told = altered.get_text(" ")
    assert "came to the matter of the mole" in told
    assert "Minutes of the harbour board, May 2026" in told
    assert "23 Nov 2026, 09:12 UTC" in told
    assert "sha256:9c1e4f7a02b3" in told
    assert "#:~:text=the%20road%20floods" in altered.find("a")["href"]


def test_misattributed_and_absent_look_different(soup) -> None:
    absent, elsewhere = soup.find(id="q13"), soup.find(id="q14")
    assert absent["class"] != elsewhere["class"]
    assert absent.find("use")["href"] != elsewhere.find("use")["href"]
    assert absent.find("h3").get_text() != elsewhere.find("h3").get_text()
    assert "The other source" in elsewhere.get_text()


def test_a_later_version_accuses_nobody_of_more_than_reading_differently(soup) -> None:
    assert soup.find(id="q15").find("h3").get_text() == "Not in today’s version"
    assert soup.find(id="q16").find("h3").get_text() == "Today’s version reads differently"
    assert "412 days" in soup.find(id="q16").get_text()


def test_quoted_words_carry_their_language_and_direction(soup) -> None:
    for quote in soup.find(id="look").find_all("blockquote"):
        assert quote["dir"] == "auto"
    assert soup.find(id="q9").find("blockquote")["lang"] == "en"


def test_a_language_that_is_no_tag_is_left_out(sample) -> None:
    article = replace(sample.ARTICLE, language='en" onload="x')
    assert "onload" not in audits_page([replace(sample.AUDIT, article=article)]).split("<main")[1].split("Language")[0]


def test_every_tone_has_a_shape_and_every_shape_that_is_used_is_drawn(soup) -> None:
    drawn = {symbol["id"] for symbol in soup.find_all("symbol")}
    used = {use["href"][1:] for use in soup.find_all("use")}
    assert used <= drawn
    assert len(used) == 7


def test_the_head_says_what_was_checked_and_found(soup) -> None:
    lede = soup.find(class_="lede").get_text().replace("\xa0", " ")
    assert lede.startswith("36 quotations, 24 judged; 16 checked: 5 stand in their source")
    assert lede.endswith("8 could not be checked.")


def test_links_tell_state_reason_since_when_and_what_to_do(soup) -> None:
    links = soup.find(id="links").get_text(" ")
    assert "Gone" in links
    assert "404 Not Found" in links
    assert "failing since 2 Sep 2026, last good 30 Jun 2026" in links
    assert "Link an archived copy" in links


def test_the_foot_tells_how_the_article_was_known_and_how_to_make_it_again(soup) -> None:
    foot = soup.find("footer").get_text(" ")
    assert "from meta article:published_time" in foot
    assert "citetrail audit saved/the-mole.html --offline" in foot
    assert "chicago" in foot


def test_hostile_words_in_any_place_stay_words(sample) -> None:
    quotation = replace(sample.quotation("1", HOSTILE), speaker=HOSTILE, prefix=HOSTILE, suffix=HOSTILE, cue=HOSTILE)
    seen = replace(sample.SEEN, title=HOSTILE, url=f"javascript:{HOSTILE}", final_url=None, language=HOSTILE)
    comparison = replace(
        sample.compared(Verdict.CRITICAL, HOSTILE),
        operations=(sample.operation(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "number", Verdict.CRITICAL),),
    )
    finding = sample.finding("1", HOSTILE, Verdict.CRITICAL, quotation=quotation, source=seen, comparison=comparison)
    link = replace(sample.LINKS[0], href=HOSTILE, url=f"javascript:{HOSTILE}", evidence=(HOSTILE,), final_url="data:x")
    article = replace(
        sample.ARTICLE,
        **dict.fromkeys(("title", "author", "publisher", "published", "url", "language", "original_url"), HOSTILE),
        provenance={"title": HOSTILE},
        citations=(replace(sample.CITATIONS[0], anchor=HOSTILE),),
    )
    audit = replace(sample.AUDIT, article=article, findings=(finding,), links=(link,), name=HOSTILE, id=HOSTILE)
    soup = BeautifulSoup(audits_page([audit]), "lxml")
    assert not soup.find_all(["script", "img"])
    assert all(a["href"].startswith(("https://", "http://", "#")) for a in soup.find_all("a"))
    assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
    page = str(soup)
    assert not re.search("[\x00\x1b\u202e]", page)
    assert "49" not in soup.find("h1").get_text()


def test_ten_thousand_letters_in_one_word_are_no_trouble(sample) -> None:
    finding = sample.finding("1", "a" * 10_000, Verdict.NOT_FOUND)
    assert "a" * 10_000 in check_page(finding)


def test_several_audits_on_one_page_keep_their_anchors_apart(sample) -> None:
    soup = BeautifulSoup(audits_page([sample.AUDIT, sample.AUDIT]), "lxml")
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_every_inner_link_leads_to_a_place_on_the_page(soup) -> None:
    ids = {tag["id"] for tag in soup.find_all(id=True)}
    assert {a["href"][1:] for a in soup.find_all("a") if a["href"].startswith("#")} <= ids


def test_a_page_of_links_alone_tells_how_links_are_judged(sample) -> None:
    page = audits_page([sample.AUDIT], findings=False)
    assert "links checked" in page
    assert "never called gone" in page
    assert "paired with the source" not in page
    assert "citetrail links " in page
    assert "links checked" in audits_page([sample.AUDIT, sample.AUDIT], findings=False)


def test_links_of_one_state_stand_together_under_what_to_do(soup) -> None:
    table = soup.find("table", class_="links")
    heads = [head.get_text(" ", strip=True) for head in table.find_all("tr", class_="head")]
    assert len(heads) == len(table.find_all("tbody"))
    assert any(head.startswith("Gone") and "Link an archived copy" in head for head in heads)
    contents = [link["href"] for link in soup.find("nav").find_all("a") if "#links-" in link["href"]]
    assert [f"#{head['id']}" for head in table.find_all("th", scope="rowgroup")] == contents


def test_a_page_of_links_alone_has_no_findings(sample) -> None:
    soup = BeautifulSoup(audits_page([sample.AUDIT], findings=False), "lxml")
    assert soup.find(id="look") is None
    assert soup.find(id="links") is not None


def test_an_audit_without_anything_in_it_is_still_a_page(sample) -> None:
    article = replace(sample.ARTICLE, quotations=(), citations=(), attributions=(), title=None, provenance={})
    soup = BeautifulSoup(audits_page([replace(sample.AUDIT, article=article, findings=(), links=())]), "lxml")
    assert soup.find(class_="lede").get_text() == "No quotation was found."


def test_the_fragment_and_the_frame_serve_another_face(sample) -> None:
    fragment = finding_fragment(sample.FINDINGS[8])
    page = document("A title & more", Markup("<main>{}</main>").format(fragment), policy="")
    assert "Changed where it counts" in page
    assert "Content-Security-Policy" not in page
    assert "<title>A title &amp; more</title>" in page


def test_the_quoted_words_stand_between_their_neighbours_with_one_pair_of_marks(sample) -> None:
    quotation = replace(
        sample.quotation("1", "kept as it stands"), prefix="hat the clerk said: “", suffix="” Then she le"
    )
    page = BeautifulSoup(check_page(sample.finding("1", "x", Verdict.VERBATIM, quotation=quotation)), "lxml")
    told = page.find("blockquote").get_text()
    assert told == "… the clerk said: “kept as it stands” Then she …"


def test_a_page_of_several_tells_its_method_once_and_names_each_audit_of_an_article(sample) -> None:
    first, second = replace(sample.AUDIT, id="1"), replace(sample.AUDIT, id="2")
    again = BeautifulSoup(audits_page([first, second]), "lxml")
    assert again.h1.get_text() == "2 audits of 1 article"
    assert [heading.get_text() for heading in again.find_all("h2")].count("Method and limits") == 1
    names = [part["aria-label"] for part in again.find_all(["section", "nav"], attrs={"aria-label": True})]
    assert len(set(names)) == len(names) == 4
    other = replace(first, article=replace(first.article, title="Another"))
    assert BeautifulSoup(audits_page([first, other]), "lxml").h1.get_text() == "2 articles"
