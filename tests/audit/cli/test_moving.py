"""An archive written into a file and taken over from it, at the command line."""

import pytest

from audit.cli import main
from storage import Archive

pytestmark = pytest.mark.integration


@pytest.fixture
def db(tmp_path):
    with Archive.open(tmp_path / "a.db") as archive:
        archive.add_watch("saved", "out", "folder")
    return str(tmp_path / "a.db")


def test_an_archive_goes_through_a_file_into_another(db, tmp_path, capsys):
    file, new = str(tmp_path / "copy.db"), str(tmp_path / "new" / "b.db")
    assert main(["db", "export", file, "--db", db]) == 0
    assert main(["db", "import", file, "--db", new]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [file, new]
    assert "1 row" in told.err
    with Archive.open(new) as archive:
        assert [one.target for one in archive.watches()] == ["saved"]


def test_neither_a_file_nor_an_archive_that_is_there_is_written_over(db, tmp_path, capsys):
    assert main(["db", "export", db, "--db", db]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["db", "import", db, "--db", db]) == 2
    assert "not empty" in capsys.readouterr().err


def test_an_export_that_fails_leaves_no_file(db, tmp_path, monkeypatch):
    def fails(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Archive, "copy_into", fails)
    assert main(["db", "export", str(tmp_path / "copy.db"), "--db", db]) == 130
    assert [file.name for file in tmp_path.glob("copy.db*")] == []
