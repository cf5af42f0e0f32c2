import io
import struct
import zipfile

import pytest

from quotations.errors import DamagedInput, InputError, InputTooLarge, UnknownFormat
from quotations.reading.formats import read_documents
from quotations.reading.formats.zipped import Zipped

pytestmark = pytest.mark.unit


def packed(*members: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as package:
        for name, content in members:
            package.writestr(name, content)
    return out.getvalue()


def test_a_member_is_read_by_its_exact_name() -> None:
    package = Zipped(packed(("../a", b"one"), ("a", b"two")))
    assert package.read("a") == b"two"
    with pytest.raises(KeyError):
        package.read("b")


def test_the_head_of_a_member_is_all_that_is_unpacked_for_it() -> None:
    package = Zipped(packed(("a", b"one two")))
    assert (package.head("a", 3), package.head("a", 100)) == (b"one", b"one two")
    with pytest.raises(KeyError):
        package.head("b", 3)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(DamagedInput, match="bomb"):
        Zipped(packed(("a", bytes(50_000_000))))


def test_overlapping_members_are_refused() -> None:
    data = bytearray(packed(("a", b"x" * 500), ("b", b"y" * 500), compression=zipfile.ZIP_STORED))
    directory = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 42, 0)
    with pytest.raises(DamagedInput, match="overlap"):
        Zipped(bytes(data))


def test_too_many_members_are_refused() -> None:
    with pytest.raises(InputTooLarge):
        Zipped(packed(*((str(n), b"") for n in range(20_001)), compression=zipfile.ZIP_STORED))


def test_a_member_larger_than_it_says_is_refused() -> None:
    with pytest.raises(InputTooLarge):
        Zipped(packed(("a", b"x" * 5000))).read("a", most=1000)


def test_a_locked_member_says_so() -> None:
    data = bytearray(packed(("a", b"secret words"), compression=zipfile.ZIP_STORED))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(header) + flags] |= 1
    with pytest.raises(DamagedInput, match="password"):
        Zipped(bytes(data)).read("a")


@pytest.mark.parametrize("cut", [4, 30, 60, 200])
def test_a_truncated_container_is_damaged(cut: int) -> None:
    data = packed(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>" * 50))
    with pytest.raises(InputError):
        read_documents(data[:-cut])


def test_a_zip_of_something_else_names_what_is_read() -> None:
    with pytest.raises(UnknownFormat) as caught:
        read_documents(packed(("a.bin", b"1"), ("b.bin", b"2")), name="things.zip")
    assert "EPUB" in caught.value.hint
    assert caught.value.subject == "things.zip"


def test_entities_of_its_own_make_xml_hostile() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
    with pytest.raises(DamagedInput, match="entities"):
        read_documents(packed(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", bomb)))
