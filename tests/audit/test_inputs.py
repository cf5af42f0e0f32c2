import os
import threading

import pytest

from audit import inputs
from audit.inputs import Input, askable, expand, is_url, read
from quotations.errors import EmptyInput, InputTooLarge, MissingInput, UsageError

pytestmark = pytest.mark.unit


@pytest.fixture
def saved(tmp_path):
    (tmp_path / "b.html").write_text("b")
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.html").write_text("h")
    (tmp_path / "b_files").mkdir()
    (tmp_path / "b_files" / "frame.html").write_text("f")
    return tmp_path


def test_a_folder_gives_its_articles_by_name_without_a_pages_own_folder(saved):
    assert [one.name for one in expand([str(saved)])] == [str(saved / "a.md"), str(saved / "b.html")]


def test_of_a_snapshot_s_many_copies_one_is_read(saved):
    for name in ("1795699545.227264", "1795699545.3"):
        (saved / "box" / "archive" / name / "readability").mkdir(parents=True)
        for copy in ("index.json", "index.html", "output.pdf", "readability/content.html"):
            (saved / "box" / "archive" / name / copy).write_text("x")
    first, second = saved / "box" / "archive" / "1795699545.227264", saved / "box" / "archive" / "1795699545.3"
    (first / "singlefile.html").write_text("x")
    (second / "output.html").write_text("")
    (saved / "box" / "sources").mkdir()
    (saved / "box" / "sources" / "list.txt").write_text("x")
    chosen = [first / "singlefile.html", second / "readability" / "content.html"]
    assert [one.path for one in expand([str(first)])] == chosen[:1]
    assert [one.path for one in expand([str(saved / "box" / "archive")])] == chosen
    (saved / "box" / "ArchiveBox.conf").write_text("x")
    assert [one.path for one in expand([str(saved / "box")])] == chosen
    assert len(expand([str(saved)])) == 2 + len(chosen) + 1


def test_a_file_is_taken_whatever_its_name(saved):
    assert [one.path for one in expand([str(saved / "picture.png")])] == [saved / "picture.png"]


def test_a_glob_gives_what_fits_and_an_empty_one_is_told(saved):
    assert [one.path for one in expand([str(saved / "*.html")])] == [saved / "b.html"]
    with pytest.raises(MissingInput, match="no file fits"):
        expand([str(saved / "*.pdf")])


def test_what_has_a_scheme_is_an_address_and_what_exists_is_a_file(saved, monkeypatch):
    assert is_url("https://a.example/x")
    assert is_url("data:text/plain,x")
    assert not is_url("C")
    monkeypatch.chdir(saved)
    (saved / "note:one.md").write_text("n")
    assert not is_url("note:one.md")


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("http://", "names no host"),
        ("https://:80/", "names no host"),
        ("http://[::1", "no host that can exist"),
        ("http://a b.example/", "no host that can exist"),
        ("http://a..example/", "no host that can exist"),
        ("http://a.example:99999/", "its port cannot exist"),
        ("http://a.example:0/", "its port cannot exist"),
    ],
)
def test_an_address_that_is_none_is_told_before_anything_is_asked(written, fault):
    with pytest.raises(UsageError, match=fault):
        askable(written)
    with pytest.raises(UsageError, match=fault):
        expand([written])


@pytest.mark.parametrize(
    "written", ["https:///a.example/x", "http://[::1]:8080/", "http://ä.example", "file:///x", "mailto:a@b"]
)
def test_an_address_that_browsers_would_ask_for_passes(written):
    assert askable(written) == written


def test_a_missing_file_and_no_input_at_all_say_what_to_do():
    with pytest.raises(MissingInput) as caught:
        expand(["/nowhere/at/all.html"])
    assert caught.value.hint
    with pytest.raises(UsageError):
        expand([])


def test_bytes_are_read_up_to_a_limit(saved):
    one = Input("x", saved / "b.html")
    assert read(one, 10) == b"b"
    (saved / "b.html").write_bytes(b"x" * 11)
    with pytest.raises(InputTooLarge):
        read(one, 10)
    (saved / "b.html").write_bytes(b" \n")
    with pytest.raises(EmptyInput):
        read(one, 10)


def test_a_pipe_is_read_when_somebody_writes_into_it(tmp_path, monkeypatch):
    pipe = tmp_path / "article.md"
    os.mkfifo(pipe)
    monkeypatch.setattr(inputs, "_PIPE_SECONDS", 0.2)
    with pytest.raises(MissingInput, match="nobody writes into this pipe"):
        inputs.read(inputs.Input(str(pipe), pipe), 1000)
    monkeypatch.setattr(inputs, "_PIPE_SECONDS", 20.0)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"The gate was open.",))
    writer.start()
    assert inputs.read(inputs.Input(str(pipe), pipe), 1000) == b"The gate was open."
    writer.join()
