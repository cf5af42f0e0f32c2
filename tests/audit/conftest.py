"""A bench over a real archive with a sandbox that reads in this process, and articles to try it on."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, datetime

import pytest

from audit.config import Config
from audit.service.bench import Bench
from quotations.judging.archives.reading import read_copies
from quotations.judging.archives.saving import read_answer
from quotations.reading import read_articles
from quotations.text import read_text
from storage import Archive

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Reader:
    """Reads as the sandbox does, here; counts what it read."""

    def __init__(self):
        self.read = 0

    def articles(self, data, *, name=None, base_url=None, charset=None):
        return read_articles(data, name=name, base_url=base_url)

    def text(self, data, **given):
        self.read += 1
        return read_text(data, **given)

    def submit(self, job):
        answer = Future()
        try:
            answer.set_result(getattr(self, job.name)(job.data, **job.arguments))
        except Exception as error:
            answer.set_exception(error)
        return answer

    def copies(self, data, **given):
        return read_copies(data, **given)

    def save_answer(self, data):
        return read_answer(data)


@pytest.fixture
def bench(tmp_path):
    with Archive.open(tmp_path / "archive.db") as archive:
        yield Bench(Config(), Reader(), archive, now=lambda: NOON)


@pytest.fixture
def article():
    page = """<!doctype html><html lang="en"><head><title>The lamp</title></head><body><article><h1>The lamp</h1>
    <p>According to the <a href="https://board.example/minutes">minutes</a>, the board resolved that “the night crossing
    shall not be given up before the new lamp is lit.” Nobody in the town had expected it.</p>
    <p>In her <a href="https://paper.example/letter">letter</a> the keeper wrote: “no boat will leave before the lamp is
    lit again.” It was printed on a Friday, and the town talked of nothing else.</p></article></body></html>"""
    (read,) = read_articles(page.encode(), name="lamp.html")
    return read
