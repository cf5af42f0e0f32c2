"""How the nouns' values stand in columns: moments, words, and JSON plain or packed."""

# ruff: noqa: ARG002 - SQLAlchemy hands the dialect to all of these

from __future__ import annotations

import json
import re
import threading
from datetime import UTC, datetime
from typing import Any

import zstandard
from sqlalchemy import DateTime, Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

_SURROGATE = re.compile("[\ud800-\udfff]")
_LEVEL = 3
_own = threading.local()
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Moment(TypeDecorator[datetime]):
    """An aware moment; kept in UTC, which SQLite cannot say of a column itself."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; naive there where the dialect knows no zones."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """Words for people and queries; what PostgreSQL refuses (NUL, lone surrogates) becomes U+FFFD."""

    impl = Text()
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Without what no database takes."""
        return None if value is None else _SURROGATE.sub("�", value.replace("\0", "�"))


class Json(TypeDecorator[Any]):
    """A JSON value as readable text; every code point survives, lone surrogates and NUL as escapes."""

    impl = Text()
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """To text."""
        return dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """From text."""
        return None if value is None else json.loads(value)


class Packed(TypeDecorator[Any]):
    """A large JSON value, compressed (Zstandard, RFC 8878)."""

    impl = LargeBinary()
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes:
        """To compressed bytes; bytes are no JSON value, and are taken for one that `packed_json` made ready."""
        return value if isinstance(value, bytes) else packed_json(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        """From compressed bytes."""
        return None if value is None else json.loads(unpack(bytes(value)))


def dumps(value: Any) -> str:
    """JSON that any database takes as text."""
    words = _to_json(value)
    try:
        words.encode()
    except UnicodeEncodeError:  # rare, and finding it out this way is quicker than looking for it
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", words)
    return words


def packed_json(value: Any) -> bytes:
    """What a `Packed` column holds of *value*: the costly part of writing it, which needs no transaction."""
    return pack(dumps(value).encode())


def pack(data: bytes) -> bytes:
    """Compress *data*."""
    compressor = getattr(_own, "compressor", None)
    if compressor is None:  # making one costs more than compressing a page's headers
        compressor = _own.compressor = zstandard.ZstdCompressor(level=_LEVEL)
    return bytes(compressor.compress(data))


def unpack(data: bytes) -> bytes:
    """What `pack` was given; raises zstandard.ZstdError when *data* is damaged."""
    return zstandard.ZstdDecompressor().decompress(data)
