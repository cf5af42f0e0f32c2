"""From kept bytes to text, once."""

from dataclasses import replace

import pytest

from audit.service.texts import Shelf, looked, looked_all, text_of
from quotations.errors import DamagedInput, SandboxCrash
from quotations.model import Capture, Incomplete

pytestmark = pytest.mark.integration
PAGE = b"<title>t</title><p>The board met for three hours and heard two engineers.</p>"


def kept(bench, url="https://a.example/", body=PAGE):
    capture = Capture(
        url=url, captured_at=bench.now(), final_url=url, status=200, media_type="text/html", size=len(body), body=body
    )
    return bench.archive.keep_captures([capture])[0]


def test_a_body_is_read_once_and_its_text_kept(bench):
    capture = kept(bench)
    first = text_of(capture, bench.sandbox, bench.archive)
    assert text_of(capture, bench.sandbox, bench.archive) == first
    assert bench.sandbox.read == 1


def test_a_body_that_killed_its_reader_is_not_tried_again(bench):
    capture = kept(bench)

    def crash(data, **_):
        bench.sandbox.read += 1
        raise SandboxCrash("SIGSEGV")

    bench.sandbox.text = crash
    for _ in range(2):
        told = text_of(capture, bench.sandbox, bench.archive)
        assert (told.text, told.incomplete) == ("", Incomplete.UNREADABLE)
    assert bench.sandbox.read == 1


def test_a_look_without_a_body_has_no_text(bench):
    capture = Capture(url="https://a.example/", captured_at=bench.now(), status=404)
    assert looked(capture, bench.sandbox, bench.archive).text is None


def test_a_shelf_gives_the_same_index_again_and_makes_room(bench):
    shelf = Shelf(room=200)
    one, two = kept(bench), kept(bench, "https://b.example/", PAGE.replace(b"two", b"twenty") * 3)
    first = shelf.looked(one, bench.sandbox, bench.archive)
    assert first.index is not None
    assert shelf.looked(one, bench.sandbox, bench.archive) is first
    shelf.looked(two, bench.sandbox, bench.archive)
    assert shelf.looked(one, bench.sandbox, bench.archive) is not first


def pages(bench, count):
    return [kept(bench, f"https://a{n}.example/", PAGE.replace(b"three", str(n).encode())) for n in range(count)]


def test_many_are_read_as_one_by_one(bench, monkeypatch):
    captures = pages(bench, 7)
    monkeypatch.setattr("audit.service.texts._GROUP", 3)
    failed = Capture(url="https://a.example/", captured_at=bench.now(), status=404)
    found = looked_all([captures[3], failed, *captures, captures[0]], bench.sandbox, bench.archive)
    assert bench.sandbox.read == 7
    assert found == [looked(one, bench.sandbox, bench.archive) for one in [captures[3], failed, *captures, captures[0]]]
    assert bench.sandbox.read == 7


def test_one_that_kills_its_reader_or_is_no_text_is_not_the_end_of_the_others(bench):
    captures = pages(bench, 5)

    def text(data, _text=bench.sandbox.text, **given):
        if b"for 1 hours" in data:
            raise SandboxCrash("SIGSEGV")
        if b"for 2 hours" in data:
            raise DamagedInput("no text")
        return _text(data, **given)

    bench.sandbox.text = text
    found = looked_all(captures, bench.sandbox, bench.archive)
    assert [one.text and one.text.incomplete for one in found] == [None, Incomplete.UNREADABLE, None, None, None]
    assert [one.text is None for one in found] == [False, False, True, False, False]


def test_the_same_bytes_under_another_type_are_tried_again(bench):
    first, second = pages(bench, 1)[0], replace(kept(bench, "https://b.example/"), media_type="text/plain")
    second = replace(second, digest=first.digest)

    def text(data, _text=bench.sandbox.text, **given):
        if given["media_type"] == "text/html":
            raise DamagedInput("no text")
        return _text(data, **given)

    bench.sandbox.text = text
    found = looked_all([first, second], bench.sandbox, bench.archive)
    assert [one.text is None for one in found] == [True, False]


def test_only_so_many_bodies_are_in_memory_at_once(bench, monkeypatch):
    captures = pages(bench, 9)
    monkeypatch.setattr("audit.service.texts._GROUP_BYTES", 2 * (captures[0].size or 0))
    most = []
    bodies_of = bench.archive.bodies_of
    bench.archive.bodies_of = lambda digests: most.append(len(digests)) or bodies_of(digests)
    looked_all(captures, bench.sandbox, bench.archive)
    assert most == [2, 2, 2, 2, 1]
