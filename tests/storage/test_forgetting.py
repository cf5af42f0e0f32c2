"""What is forgotten is gone for good; what was seen of it stays, and so does what others have as well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quotations.model import Audit, Capture, Text
from storage import Archive
from storage.bodies import digest_of

pytestmark = pytest.mark.integration

Make = Callable[..., Capture]
URL, OTHER = "https://a.example/page", "https://b.example/copy"
BODY = b"<p>a long night, and nobody counted the lamps</p>"


def test_the_bytes_and_texts_of_a_source_go_and_its_looks_stay(archive: Archive, capture: Make) -> None:
    (seen,) = archive.keep_captures([capture(URL, body=BODY)])
    digest = digest_of(BODY)
    archive.keep_text(digest, "5", Text(text="a long night", media_type="text/html"))
    (gone,) = archive.forget([URL])
    assert (gone.looks, gone.bodies, gone.size, gone.left) == (1, 1, len(BODY), 0)
    assert archive.body(digest) is None
    assert archive.text(digest, "5") is None
    assert archive.forgotten([digest, digest_of(b"x")]) == {digest}
    assert [one.id for one in archive.history(URL)] == [seen.id]
    assert archive.check() == []
    (again,) = archive.forget([URL])
    assert (again.looks, again.bodies) == (1, 0)


def test_what_was_forgotten_is_not_kept_again_and_what_changed_is(archive: Archive, capture: Make) -> None:
    archive.keep_captures([capture(URL, body=BODY)])
    archive.forget([URL])
    archive.keep_captures([capture(URL, hours=1, body=BODY), capture(URL, hours=2, body=BODY + b"new")])
    assert archive.body(digest_of(BODY)) is None
    assert archive.body(digest_of(BODY + b"new")) == BODY + b"new"


def test_what_others_have_as_well_stays_and_they_are_named(
    archive: Archive, capture: Make, audit: Callable[..., Audit]
) -> None:
    archive.keep_captures([capture(URL, body=BODY), capture(OTHER, body=BODY)])
    (gone,) = archive.forget([URL])
    assert (gone.bodies, gone.left, gone.others) == (0, 1, (OTHER,))
    archive.keep_article(audit().article, BODY, "saved.html")
    assert archive.forget([URL, OTHER])[0].others == ("saved.html",)
    assert archive.body(digest_of(BODY)) == BODY


def test_sources_that_share_their_bytes_are_forgotten_together(archive: Archive, capture: Make) -> None:
    archive.keep_captures([capture(URL, body=BODY), capture(OTHER, body=BODY)])
    assert [one.bodies for one in archive.forget([URL, OTHER, URL])] == [1, 0]
    assert archive.body(digest_of(BODY)) is None


def test_of_an_unknown_source_nothing_is_told(archive: Archive) -> None:
    (gone,) = archive.forget([URL])
    assert (gone.url, gone.looks, gone.bodies, gone.left, gone.others) == (URL, 0, 0, 0, ())


def test_no_file_of_the_archive_holds_what_was_forgotten(tmp_path: Path, capture: Make) -> None:
    words = bytes(range(33, 127)) * 3  # does not shrink to nothing, and stands whole in what it is packed to
    with Archive.open(tmp_path / "a.db") as archive:
        archive.keep_captures([capture(URL, body=words)])
        assert any(words[:90] in file.read_bytes() for file in tmp_path.iterdir())
        archive.forget([URL])
        assert not any(words[:90] in file.read_bytes() for file in tmp_path.iterdir())
