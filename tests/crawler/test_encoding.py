from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from crawler.encoding import Bomb, decode

pytestmark = pytest.mark.unit

LIMIT = 1 << 24
WORDS = b"<p>What was said by the river.</p>" * 200
PACKED = {
    "gzip": gzip.compress(WORDS),
    "x-gzip": gzip.compress(WORDS),
    "deflate": zlib.compress(WORDS),
    "br": brotli.compress(WORDS),
    "zstd": zstandard.compress(WORDS),
}


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize("coding", PACKED)
def test_each_coding_is_undone(coding: str) -> None:
    assert decode(PACKED[coding], coding.upper(), LIMIT).body == WORDS


def test_deflate_is_read_with_and_without_its_wrapper() -> None:
    assert decode(_raw_deflate(WORDS), "deflate", LIMIT).body == WORDS


def test_codings_are_undone_last_first() -> None:
    assert decode(gzip.compress(brotli.compress(WORDS)), "br, gzip", LIMIT).body == WORDS


@pytest.mark.parametrize("coding", PACKED)
def test_what_ends_early_is_kept_and_not_complete(coding: str) -> None:
    done = decode(PACKED[coding][:-12], coding, LIMIT)
    assert not done.complete
    assert WORDS.startswith(done.body)


@pytest.mark.parametrize("coding", PACKED)
def test_more_than_the_limit_is_cut(coding: str) -> None:
    done = decode(PACKED[coding], coding, 1000)
    assert (done.body, done.complete) == (WORDS[:1000], False)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_refused(coding: str) -> None:
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstandard.compress}[coding]
    with pytest.raises(Bomb):
        decode(pack(bytes(1 << 25)), coding, LIMIT)


def test_a_bomb_inside_a_bomb_is_refused() -> None:
    with pytest.raises(Bomb):
        decode(gzip.compress(gzip.compress(bytes(1 << 25))), "gzip, gzip", LIMIT)


@pytest.mark.parametrize("coding", ["identity", "zstd", "", "no such coding"])
def test_an_unknown_coding_leaves_the_body(coding: str) -> None:
    assert decode(WORDS, coding, LIMIT).body == WORDS


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "gzip, br"]))
def test_no_bytes_break_it(data: bytes, coding: str) -> None:
    assert len(decode(data, coding, 1000).body) <= max(1000, len(data))
