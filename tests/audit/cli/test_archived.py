"""`report`: audits out of the archive."""

import json
from datetime import UTC, datetime

import pytest

from audit.cli import main
from quotations.model import Article, Audit, LinkState, Severity, State
from storage import Archive

pytestmark = pytest.mark.integration
NOW = datetime.now(UTC)


@pytest.fixture
def db(tmp_path):
    place = tmp_path / "archive.db"
    with Archive.open(place) as archive:
        for number in range(3):
            article = Article(
                title=f"Notes {number}", text="", format="html", quotations=(), citations=(), attributions=()
            )
            state, severity = (State.GONE, Severity.ERROR) if number == 1 else (State.ALIVE, Severity.OK)
            link = LinkState(citation="1", href="https://a.example/", url=None, state=state, severity=severity)
            archive.keep_audit(
                Audit(article=article, findings=(), links=(link,), audited_at=NOW, name=f"/saved/{number}.html")
            )
    return str(place)


def report(db, *given):
    return main(["report", "--db", db, "--format", "json", *given])


@pytest.mark.parametrize("form", ["json", "html", "csv", "terminal"])
def test_an_audit_is_written_before_the_next_is_read(db, monkeypatch, tmp_path, form):
    order = []
    read = Archive.audit
    monkeypatch.setattr(Archive, "audit", lambda self, one, **how: order.append(one) or read(self, one, **how))

    class Told:
        late = form == "html"
        head = foot = str

        def add(self, audit):
            order.append(f"written {audit.id}")
            return ""

    monkeypatch.setattr("reports.stream", lambda *_, **__: Told())
    assert report(db, "--since", "1d", "--format", form, "-o", str(tmp_path / "out")) == 0
    assert order == ["3", "written 3", "2", "written 2", "1", "written 1"]


def test_the_lines_of_a_collection_are_those_of_its_audits_and_the_worst_counts(db, capsys):
    assert report(db, "--collection", "/saved", "--fail-on", "error") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["article"]["title"] for line in lines] == ["Notes 2", "Notes 1", "Notes 0"]
    assert report(db, "3", "2", "1", "--fail-on", "error") == 1
    assert capsys.readouterr().out.splitlines() == lines


def test_a_page_of_many_for_which_there_is_no_room_aside_is_told(db, monkeypatch, capsys, tmp_path):
    class Full:
        def __init__(self, *_, **__):
            pass

        __enter__ = lambda self: self  # noqa: E731
        __exit__ = lambda *_: None  # noqa: E731

        def write(self, _):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", Full)
    out = tmp_path / "page.html"
    assert report(db, "--since", "1d", "--format", "html", "-o", str(out)) == 2
    told = capsys.readouterr().err
    assert "No space left" in told
    assert "TMPDIR" in told
    assert not out.exists()
