from __future__ import annotations

import pytest

from crawler.load import Load

pytestmark = pytest.mark.unit

MEBIBYTE = 1024 * 1024


def test_it_is_told_once_when_the_load_grows_heavy_and_once_when_it_is_light_again() -> None:
    load, told = Load(), []
    load.on_heavy(told.append)
    for change in (40, 40, 40, -20, -20, -20, -20, -40):
        load.add(change * MEBIBYTE)
    assert told == [True, False]
    assert load.bytes == 0


def test_only_large_bodies_are_cut_and_only_under_an_attack() -> None:
    load = Load()
    load.add(500 * MEBIBYTE)
    assert not load.cuts(10 * MEBIBYTE)
    load.add(20 * MEBIBYTE)
    assert load.cuts(10 * MEBIBYTE)
    assert not load.cuts(MEBIBYTE // 2)
