"""The sources that a saved article cites, for `scrapy crawl sources -a article=FILE`."""

from __future__ import annotations

from pathlib import Path

from crawler.sandbox import Sandbox
from quotations.model import Role
from quotations.urls import source_url


def cited_urls(path: str) -> list[str]:
    """The addresses of *path*'s cited sources in the article's order, each once; navigation apart.

    Raises:
        InputError: the file cannot be read as an article.
        SandboxError: reading it took too long or too much.
    """
    file = Path(path)
    with Sandbox(workers=1) as sandbox:
        articles = sandbox.articles(file.read_bytes(), name=file.name)
    urls = (c.url for article in articles for c in article.citations if c.url and c.role is not Role.CHROME)
    return list(dict.fromkeys(source_url(url) for url in urls))
