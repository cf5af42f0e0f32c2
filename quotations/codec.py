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
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, TypeVar, cast

from quotations.model import Span

T = TypeVar("T")
Json = Any  #: str, int, float, bool, None, list or dict of the same


def encode(value: object) -> Json:
    """The JSON value of a noun, or of a tuple, list or mapping of nouns.

    Raises TypeError for a value that is no noun and no JSON.
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    return (_WRITERS.get(kind) or _writer(kind))(value)


def decode(kind: type[T], value: Json) -> T:
    """The noun of class *kind* that `encode` made *value* from.

    Raises ValueError (or its subclasses, KeyError, TypeError) when *value* is not such a thing.
    """
    return cast("T", _reader(kind)(value))


_PLAIN = frozenset({type(None), str, int, float, bool})
_WRITERS: dict[type, Callable[[Any], Json]] = {}  #: made once for each type


def _writer(kind: Any) -> Callable[[Any], Json]:
    """The function that writes one type."""
    if issubclass(kind, Span):
        write: Callable[[Any], Json] = _span
    elif issubclass(kind, Enum):
        write = attrgetter("_value_")
    elif issubclass(kind, (list, tuple)):
        write = _items
    elif issubclass(kind, Mapping):
        write = _mapping
    elif issubclass(kind, date):
        write = kind.isoformat
    elif dataclasses.is_dataclass(kind):
        write = _fields(kind)
    else:
        raise TypeError(f"no JSON for {kind.__name__}")
    _WRITERS[kind] = write
    return write


def _span(value: Span) -> Json:
    return [value.start, value.end]


def _items(value: Sequence[Any]) -> Json:
    return [item if type(item) in _PLAIN else encode(item) for item in value]


def _mapping(value: Mapping[Any, Any]) -> Json:
    return {str(key): encode(item) for key, item in value.items()}


def _fields(kind: Any) -> Callable[[Any], Json]:
    names = _names(kind)
    if len(names) < 2:  # of one name the getter below gives no tuple
        return lambda value: {name: encode(getattr(value, name)) for name in names}
    values, hints = attrgetter(*names), typing.get_type_hints(kind)
    others = [name for name in names if not _is_plain(hints[name])]

    def write(value: Any) -> Json:
        made = dict(zip(names, values(value), strict=True))
        for name in others:
            one = made[name]
            if type(one) not in _PLAIN:
                made[name] = encode(one)
        return made

    return write


def _is_plain(hint: Any) -> bool:
    """Whether all that a field of this type may hold is a JSON value as it stands."""
    union = typing.get_origin(hint) in (typing.Union, types.UnionType)
    return _PLAIN.issuperset(typing.get_args(hint) if union else (hint,))


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
        return _Members(kind).__getitem__
    if dataclasses.is_dataclass(kind):
        return _record(cast("type", kind))
    if kind is float:
        return float
    return _plain


def _plain(value: Json) -> Any:
    return value


def _optional(args: tuple[Any, ...]) -> Callable[[Json], Any]:
    inner = [arg for arg in args if arg is not type(None)]
    if len(inner) > 1:  # a union of JSON's own scalars: nothing to decode
        return _plain
    read = _decoder(inner[0])
    if read is _plain:
        return _plain
    return lambda value: None if value is None else read(value)


def _sequence(args: tuple[Any, ...]) -> Callable[[Json], Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        read = _decoder(args[0])
        return tuple if read is _plain else lambda value: tuple(map(read, value))
    readers = [_decoder(arg) for arg in args]
    return lambda value: tuple(read(item) for read, item in zip(readers, value, strict=True))


class _Members(dict[Json, Enum]):
    """The members of an enum by their words; one that is none of them raises ValueError, as the enum itself does."""

    def __init__(self, kind: type[Enum]) -> None:
        super().__init__({member.value: member for member in kind})
        self._kind = kind

    def __missing__(self, word: Json) -> Enum:
        return self._kind(word)


def _record(kind: Any) -> Callable[[Json], Any]:
    hints = typing.get_type_hints(kind)
    readers = [(name, _decoder(hints[name])) for name in _names(kind)]

    def read(value: Json) -> Any:
        return kind(**{name: reader(value[name]) for name, reader in readers if name in value})

    return _filler(kind, readers, read) if _fillable(kind) else read


def _fillable(kind: Any) -> bool:
    """Whether an object of *kind* is nothing but its slots, of which the JSON value has every one."""
    fields = dataclasses.fields(kind)
    bare = "__slots__" in vars(kind) and not hasattr(kind, "__post_init__")
    return bare and len(fields) > 1 and len(fields) == len(_names(kind))


def _filler(
    kind: Any, readers: Sequence[tuple[str, Callable[[Json], Any]]], missing: Callable[[Json], Any]
) -> Callable[[Json], Any]:
    """The function that reads a record by filling its slots, which costs half of what a frozen dataclass's own making does.

    *missing* reads what lacks a field.
    """
    values = itemgetter(*(name for name, _ in readers))
    made = [(at, reader) for at, (_, reader) in enumerate(readers) if reader is not _plain]
    slots = [getattr(kind, name).__set__ for name, _ in readers]
    new = object.__new__

    def read(value: Json) -> Any:
        try:
            given = list(values(value))
        except KeyError:  # another version wrote it
            return missing(value)
        for at, reader in made:
            given[at] = reader(given[at])
        one = new(kind)
        for slot, item in zip(slots, given, strict=True):
            slot(one, item)
        return one

    return read
