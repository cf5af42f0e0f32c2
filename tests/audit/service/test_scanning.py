"""Which articles of a watch are read at all, and which are audited."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from audit.service.scanning import GOOD, Outcome, Scan
from quotations.model import Audit, Capture, LinkState, Severity, State
from quotations.reading import read_articles

pytestmark = pytest.mark.integration


@pytest.fixture
def watched(bench, tmp_path):
    """A watch on a folder of three articles that were audited just now, and a counter of what is read."""
    watch = bench.archive.add_watch(str(tmp_path / "saved"), str(tmp_path / "out"), "folder")
    (tmp_path / "saved").mkdir()
    for number in range(3):
        file = tmp_path / "saved" / f"{number}.html"
        url = f"https://a{number}.example/minutes"
        file.write_text(
            f"<title>Notes {number}</title><article><p>The <a href='{url}'>minutes</a> said that “the night crossing "
            "shall not be given up before the new lamp is lit.”</p></article>"
        )
        bench.archive.keep_captures([Capture(url=url, captured_at=bench.now(), status=200)])
        (article,) = read_articles(file.read_bytes(), name=str(file))
        audit = Audit(article=article, findings=(), links=(), audited_at=bench.now(), name=str(file))
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        bench.archive.set_watch_file(watch.id, str(file), digest, bench.archive.keep_audit(audit))
    return watch


def scanned(bench, watch):
    read = []
    articles = type(bench.sandbox).articles
    bench.sandbox.articles = lambda data, **given: (
        read.append(given["name"].rpartition("/")[2]) or articles(bench.sandbox, data, **given)
    )
    scan = Scan(Outcome(watch), bench, bench.now())
    scan.files()
    told = scan.outcome
    return read, (told.new, told.changed, told.unchanged), [job.key.rpartition("/")[2] for job in scan.jobs]


def test_files_that_are_as_they_were_are_not_read_again(bench, watched):
    assert scanned(bench, watched) == ([], (0, 0, 3), [])


def test_new_and_changed_files_alone_are_read(bench, watched, tmp_path):
    (tmp_path / "saved" / "1.html").write_text("<title>Other</title><article><p>Other words.</p></article>")
    (tmp_path / "saved" / "new.html").write_text("<title>New</title><article><p>New words.</p></article>")
    read, counts, jobs = scanned(bench, watched)
    assert read == jobs == ["1.html", "new.html"]
    assert counts == (1, 1, 2)


def test_a_file_whose_sources_are_due_is_read_and_audited(bench, watched):
    later = replace(bench, now=lambda: bench.now() + GOOD + timedelta(hours=1))
    for number in (0, 2):
        look = Capture(url=f"https://a{number}.example/minutes", captured_at=later.now(), status=200)
        bench.archive.keep_captures([look])
    assert scanned(later, watched) == (["1.html"], (0, 1, 2), ["1.html"])


def test_a_file_of_which_no_audit_is_held_is_read(bench, watched, tmp_path):
    file = str(tmp_path / "saved" / "2.html")
    bench.archive.set_watch_file(watched.id, file, bench.archive.watch_files(watched.id)[file].digest)
    read, counts, _ = scanned(bench, watched)
    assert (read, counts) == (["2.html"], (0, 0, 3))


def test_whether_sources_are_due_is_asked_once_of_an_article_that_was_read(bench, watched, tmp_path):
    for number in range(3):
        page = (tmp_path / "saved" / f"{number}.html").read_text()
        (tmp_path / "saved" / f"{number}.html").write_text(page.replace("Notes", "Other notes"))
    asked = []
    due = type(bench.archive).due
    bench.archive.due = lambda *given, **named: asked.append(given[0]) or due(bench.archive, *given, **named)
    scan = Scan(Outcome(watched), bench, bench.now())
    scan.files()
    assert (scan.sources(), scan.sources()) == (0, 0)
    assert len(scan.jobs) == 3
    assert len(asked) == 3


@pytest.mark.parametrize(("admitted", "expected"), [((), (0, 0, 3)), (("10.0.0.0/8",), (0, 1, 2))])
def test_an_address_that_the_guard_refuses_is_asked_again_only_when_others_are_admitted(
    bench, watched, tmp_path, admitted, expected
):
    file = tmp_path / "saved" / "1.html"
    file.write_text(file.read_text().replace("https://a1.example/minutes", "https://10.0.0.7/minutes"))
    (article,) = read_articles(file.read_bytes(), name=str(file))
    (cited,) = article.citations
    refused = LinkState(
        citation=cited.id, href=cited.href, url=cited.url, state=State.BLOCKED_ADDRESS, severity=Severity.NOTE
    )
    audit = Audit(article=article, findings=(), links=(refused,), audited_at=bench.now(), name=str(file))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    bench.archive.set_watch_file(watched.id, str(file), digest, bench.archive.keep_audit(audit))
    given = replace(bench, config=replace(bench.config, allow_address=admitted))
    assert scanned(given, watched)[1] == expected
    later = replace(given, now=lambda: bench.now() + GOOD + timedelta(hours=1))
    assert scanned(later, watched)[1] == (0, 3, 0)
