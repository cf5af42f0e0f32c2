"""Values: plain objects that are made once, compared by what they hold, and never changed.

They are what ``@dataclass(frozen=True, slots=True)`` makes, to whoever reads or checks types, at a third of the cost:
a frozen dataclass sets each of its fields through a call, and reading an article makes thousands of them. What is given
to others (`quotations.model`) stays frozen at run time as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform, overload

_T = TypeVar("_T")


@overload
def plain_value(cls: type[_T], /) -> type[_T]: ...


@overload
def plain_value(*, kw_only: bool) -> Callable[[type[_T]], type[_T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def plain_value(cls: type[_T] | None = None, /, *, kw_only: bool = False) -> type[_T] | Callable[[type[_T]], type[_T]]:
    """Make *cls* a class of values: slots, equality and a hash by its fields; types are checked as if it were frozen."""
    if cls is None:
        return lambda one: dataclass(slots=True, unsafe_hash=True, kw_only=kw_only)(one)
    return dataclass(slots=True, unsafe_hash=True)(cls)
