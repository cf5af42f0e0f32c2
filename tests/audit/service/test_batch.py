"""Lines of a batch, and windows of them."""

import io
import json
import os

import pytest

from audit.cli import batch
from audit.service.batch import Line

pytestmark = pytest.mark.unit


def test_a_line_is_an_object_with_words_and_a_source():
    assert Line.of('{"id": 7, "quote": "a b", "source": "x.html"}') == Line("7", "a b", "x.html")


@pytest.mark.parametrize(
    "text", ["", "nothing", "[]", '{"id": "a"}', '{"quote": 1, "source": "x"}', "[" * 100_000, '"x"', "null"]
)
def test_anything_else_is_a_line_with_an_error(text):
    assert Line.of(text).error


def test_the_id_of_a_bad_line_is_kept():
    assert Line.of('{"id": "a", "quote": "x"}').id == "a"


def test_a_window_is_full_at_so_many_lines_and_blank_lines_are_none(monkeypatch, tmp_path):
    monkeypatch.setattr(batch, "LINES", 3)
    path = tmp_path / "b"
    path.write_text("\n".join(f"line {n}\n" for n in range(7)))
    with path.open("rb", buffering=0) as source:
        assert [len(window) for window in batch.windows(source)] == [3, 3, 1]


def test_lines_longer_than_a_read_come_whole(tmp_path):
    path = tmp_path / "b"
    path.write_text(json.dumps({"quote": "x" * 300_000}) + "\nlast")
    with path.open("rb", buffering=0) as source:
        assert [len(line) for window in batch.windows(source) for line in window] == [300_013, 4]


def test_a_pipe_that_pauses_gives_what_it_has():
    read, write = os.pipe()
    with io.FileIO(read) as source:
        os.write(write, b"one\ntwo\nthr")
        windows = batch.windows(source)
        assert next(windows) == ["one", "two"]
        os.write(write, b"ee\n")
        os.close(write)
        assert list(windows) == [["three"]]
