"""From kept bytes to text, once."""

import pytest

from audit.service.texts import Shelf, looked, text_of
from quotations.errors import SandboxCrash
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
