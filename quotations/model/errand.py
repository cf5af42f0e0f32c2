"""A look that is more than a plain request: with headers of its own, handed in, or not to be kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotations.model.capture import Want


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand(Want):
    """What an archive is asked. Not counted among a run's sources: archives have budgets of their own.

    A fragment of `url` stays here: it tells two questions apart that go to one address.
    """

    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)  #: beside ours, to the first host alone
    body: bytes | None = field(default=None, repr=False)  #: a form that is handed in (POST)
    private: bool = False  #: carries a person's keys: kept nowhere, led nowhere else; robots.txt is for crawlers
