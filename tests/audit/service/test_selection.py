"""Which audits a report of a period or of a collection is made of."""

from dataclasses import replace
from datetime import timedelta

import pytest

from audit.service.selection import Selection
from quotations.errors import NotInArchive
from quotations.model import Audit, Finding, SourceSeen, Verdict

pytestmark = pytest.mark.integration


@pytest.fixture
def keep(bench, article):
    def kept(name, hours, *, title="The lamp", findings=True):
        finding = Finding(
            quotation=article.quotations[0],
            verdict=Verdict.VERBATIM,
            source=SourceSeen(url="https://a.example/"),
            attribution=None,
            severity=None,
            checkability="full",
        )
        audit = Audit(
            article=replace(article, title=title),
            findings=(finding,) if findings else (),
            links=(),
            audited_at=bench.now() + timedelta(hours=hours),
            name=str(name),
        )
        return bench.archive.keep_audit(audit)

    return kept


def test_of_each_article_the_newest_audit_counts_and_one_of_links_alone_hides_none(bench, keep, tmp_path):
    first, second = keep(tmp_path / "a.html", 1), keep(tmp_path / "a.html", 2)
    keep(tmp_path / "a.html", 3, findings=False)
    other = keep(tmp_path / "b.html", 0, findings=False)
    assert Selection().of(bench.archive) == [second, other]
    assert len(Selection(every=True).of(bench.archive)) == 4
    assert Selection(since=bench.now() + timedelta(hours=1), every=True).of(bench.archive)[-1] == first


def test_a_collection_is_a_folder_however_its_files_were_named(bench, keep, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    keep(tmp_path / "saved" / "a.html", 1)
    named_otherwise, elsewhere = keep("saved/a.html", 2), keep(tmp_path / "saved-too" / "a.html", 3)
    keep("https://a.example/saved/a.html", 4)
    assert Selection(collection="saved").of(bench.archive) == [named_otherwise]
    assert Selection(collection=str(tmp_path)).of(bench.archive) == [elsewhere, named_otherwise]


def test_articles_of_one_file_are_told_apart_by_their_titles(bench, keep, tmp_path):
    one, two = keep(tmp_path / "list.json", 1, title="Dusk"), keep(tmp_path / "list.json", 1, title="Dawn")
    assert Selection(collection=str(tmp_path)).of(bench.archive) == [two, one]


def test_a_collection_is_what_a_watch_has_seen(bench, keep, tmp_path):
    inside = keep(tmp_path / "a.html", 1)
    keep(tmp_path / "b.html", 2)
    watch = bench.archive.add_watch(str(tmp_path / "list.txt"), str(tmp_path / "out"), "list")
    bench.archive.set_watch_file(watch.id, str(tmp_path / "a.html"), "digest", inside)
    assert Selection(collection=watch.id).of(bench.archive) == [inside]
    with pytest.raises(NotInArchive, match="no watch 77"):
        Selection(collection="77").of(bench.archive)


def test_a_period_has_no_most_audits(bench, keep, tmp_path):
    for number in range(104):
        keep(tmp_path / f"{number}.html", number)
    assert len(Selection(since=bench.now()).of(bench.archive)) == 104
