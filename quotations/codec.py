"""Nouns to JSON values and back: the one codec of the sandbox's pipe, the archive's columns, reports and API.

A dataclass becomes an object of its fields, an enum its word, a span ``[start, end]``, a moment ISO 8601.
Fields that hold bytes are left out: bodies travel beside the JSON, never in it. Unknown keys are ignored and
missing ones take the field's default, so that what a newer or older version wrote can still be read.

>>> from quotations.model import Span, Hop
>>> encode(Hop(url="https://a.example/", status=301, location="/b"))
{'url': 'https://a.example/', 'status': 301, 'location': '/b'}
>>> decode(Span, [3, 8])
Span(start=3, end=8)
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

from quotations.model import Span

T = TypeVar("T")
Json = Any  #: str, int, float, bool, None, list or dict of the same


def encode(value: object) -> Json:
    """The JSON value of a noun, or of a tuple, list or mapping of nouns.

    Raises TypeError for a value that is no noun and no JSON.
    """
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return {name: encode(getattr(value, name)) for name in _fields_of(value)}
    raise TypeError(f"no JSON for {type(value).__name__}")


def decode(kind: type[T], value: Json) -> T:
    """The noun of class *kind* that `encode` made *value* from.

    Raises ValueError (or its subclasses, KeyError, TypeError) when *value* is not such a thing.
    """
    return cast("T", _reader(kind)(value))


_PLAIN = frozenset({str, int, float, bool})


def _fields_of(value: Any) -> tuple[str, ...]:
    kind: Any = type(value)
    return _names(kind)


def _reader(kind: Any) -> Callable[[Json], Any]:
    return _decoder(kind)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    hints = typing.get_type_hints(kind)
    return tuple(
        f.name for f in dataclasses.fields(kind) if bytes not in (hints[f.name], *typing.get_args(hints[f.name]))
    )


@cache
def _decoder(kind: Any) -> Callable[[Json], Any]:
    """The function that reads one type; made once for each type."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _optional(args)
    if origin is tuple:
        return _sequence(args)
    if origin is not None and issubclass(origin, Mapping):
        item = _decoder(args[1])
        return lambda value: {str(key): item(one) for key, one in value.items()}
    if kind is Span:
        return lambda value: Span(value[0], value[1])
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if dataclasses.is_dataclass(kind):
        return _record(cast("type", kind))
    if kind is float:
        return float
    return lambda value: value


def _optional(args: tuple[Any, ...]) -> Callable[[Json], Any]:
    inner = [arg for arg in args if arg is not type(None)]
    if len(inner) > 1:  # a union of JSON's own scalars: nothing to decode
        return lambda value: value
    read = _decoder(inner[0])
    return lambda value: None if value is None else read(value)


def _sequence(args: tuple[Any, ...]) -> Callable[[Json], Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        read = _decoder(args[0])
        return lambda value: tuple(map(read, value))
    readers = [_decoder(arg) for arg in args]
    return lambda value: tuple(read(item) for read, item in zip(readers, value, strict=True))


def _record(kind: type) -> Callable[[Json], Any]:
    hints = typing.get_type_hints(kind)
    readers = {name: _decoder(hints[name]) for name in _names(kind)}

    def read(value: Json) -> Any:
        return kind(**{name: reader(value[name]) for name, reader in readers.items() if name in value})

    return read
