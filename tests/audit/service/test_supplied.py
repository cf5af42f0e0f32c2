"""Copies of sources that a person supplies."""

import pytest

from audit.service.supplied import supplied
from quotations.errors import EmptyInput, MissingInput, UnknownFormat, UsageError

pytestmark = pytest.mark.integration


@pytest.fixture
def copy(tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text("The board resolved that the night crossing shall not be given up. " * 3)
    return path


def test_a_number_gives_the_copy_to_that_citation(article, bench, copy):
    found = supplied([f"2={copy}"], article, bench)
    assert list(found.by_citation) == ["2"]
    assert found.by_citation["2"].capture.supplied == str(copy)
    assert found.by_citation["2"].capture.url == "https://paper.example/letter"
    assert "night crossing" in found.by_citation["2"].text.text


def test_an_address_gives_the_copy_to_all_that_cite_it_also_when_it_holds_an_equals_sign(article, bench, copy):
    found = supplied([f"https://a.example/x?id=7#part={copy}"], article, bench)
    assert list(found.by_url) == ["https://a.example/x?id=7"]


def test_a_bare_copy_is_for_any(article, bench, copy):
    found = supplied([str(copy)], article, bench)
    assert (len(found.bare), found.by_citation, found.by_url, found.instead) == (1, {}, {}, {})


def test_a_number_with_an_address_is_looked_at_in_its_place(article, bench):
    assert supplied(["1=https://b.example/"], article, bench).instead == {"1": "https://b.example/"}


def test_a_file_whose_name_looks_like_a_number_is_a_file(article, bench, copy, monkeypatch):
    (copy.parent / "1=note.txt").write_text("A note of some length that says nothing of the lamp at all.")
    monkeypatch.chdir(copy.parent)
    assert len(supplied(["1=note.txt"], article, bench).bare) == 1


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ("9={copy}", UsageError),
        ("1={folder}/gone.txt", MissingInput),
        ("{folder}/gone.txt", MissingInput),
        ("https://a.example/x", UsageError),
        ("{folder}/empty.txt", EmptyInput),
        ("{folder}/binary.bin", UnknownFormat),
    ],
)
def test_what_does_not_fit_is_told_with_what_to_do(article, bench, copy, given, error):
    (copy.parent / "empty.txt").write_text(" ")
    (copy.parent / "binary.bin").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
    with pytest.raises(error) as caught:
        supplied([given.format(copy=copy, folder=copy.parent)], article, bench)
    assert caught.value.hint
