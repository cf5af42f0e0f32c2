"""Bytes taken away for good. What was seen of their source stays, and so does their digest: they are never kept again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from storage.tables import ARTICLE, BODY, CAPTURE, SOURCE, TEXT, key


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was taken away of one source."""

    url: str
    looks: int  #: that are held of it; they stay
    bodies: int  #: that were taken away
    size: int  #: bytes that they had, unpacked
    left: int  #: bodies that stay, since others have them as well
    others: tuple[str, ...]  #: sources and saved articles that do


def forget(connection: Connection, urls: Sequence[str]) -> list[Forgotten]:
    """Take away the bytes of the sources at *urls*, and the texts that were read from them.

    Bytes that only these sources have in common go with the first of them.
    """
    if connection.dialect.name == "sqlite":  # what is deleted is overwritten, not only given free
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    named = [key(url) for url in urls]
    return [_forget(connection, url, named) for url in dict.fromkeys(urls)]


def _forget(connection: Connection, url: str, named: Sequence[bytes]) -> Forgotten:
    source = select(SOURCE.c.id).where(SOURCE.c.key == key(url)).scalar_subquery()
    looks = connection.scalar(select(func.count()).select_from(CAPTURE).where(CAPTURE.c.source == source)) or 0
    seen = select(CAPTURE.c.digest).where(CAPTURE.c.source == source, CAPTURE.c.digest.is_not(None))
    held = select(BODY.c.digest, BODY.c.size).where(BODY.c.digest.in_(seen), BODY.c.data.is_not(None))
    gone: list[int] = []
    others: list[str] = []
    left = 0
    for digest, size in connection.execute(held).all():
        if found := _others(connection, digest, named):
            others += found
            left += 1
            continue
        connection.execute(update(BODY).where(BODY.c.digest == digest).values(data=None))
        connection.execute(delete(TEXT).where(TEXT.c.digest == digest))
        gone.append(size)
    return Forgotten(
        url=url, looks=looks, bodies=len(gone), size=sum(gone), left=left, others=tuple(dict.fromkeys(others))
    )


def _others(connection: Connection, digest: str, named: Sequence[bytes]) -> list[str]:
    """Sources that were not named, and saved articles, that have the bytes of *digest*."""
    sources = select(SOURCE.c.url).join(CAPTURE, CAPTURE.c.source == SOURCE.c.id)
    sources = sources.where(CAPTURE.c.digest == digest, SOURCE.c.key.not_in(named)).distinct()
    articles = select(ARTICLE.c.name).where(ARTICLE.c.digest == digest).distinct()
    return [*connection.scalars(sources), *connection.scalars(articles)]
