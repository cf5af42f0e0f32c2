"""Where an answer goes: whole into a file or not at all, and into what is no file as it is."""

import os
import stat
import threading
from pathlib import Path

import pytest

from audit.cli.session import Session, write_whole
from quotations.errors import ConfigError

pytestmark = pytest.mark.unit


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard = []
    listener = threading.Thread(target=lambda: heard.append(pipe.read_text()))
    listener.start()
    write_whole(pipe, "an answer\n")
    listener.join(10)
    assert heard == ["an answer\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_to_a_file_stays_a_link(tmp_path):
    (tmp_path / "file.txt").write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to("file.txt")
    write_whole(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "file.txt").read_text() == "new"


def test_a_folder_is_no_place_for_an_answer(tmp_path):
    with pytest.raises(ConfigError, match="Is a directory"):
        write_whole(tmp_path, "answer")
    assert list(tmp_path.iterdir()) == []


def test_a_dash_is_standard_output(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    Session.open({}, output=Path("-"), fail_on="never").emit("an answer")
    assert capsys.readouterr().out == "an answer\n"
    assert list(tmp_path.iterdir()) == []
