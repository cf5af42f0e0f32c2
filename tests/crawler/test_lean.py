from __future__ import annotations

import inspect

import pytest

pytestmark = pytest.mark.unit


def test_scrapys_aliases_are_as_they_would_be() -> None:
    from scrapy.core.downloader import contextfactory, tls

    import crawler.transport  # noqa: F401

    for alias in (contextfactory.ScrapyClientContextFactory, tls.ScrapyClientTLSOptions):
        assert alias.__module__.startswith("scrapy.core.downloader.")
    assert len(inspect.stack()) > 2
