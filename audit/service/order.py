"""What is asked of an audit: one article, and how its sources are to be looked at and judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from audit.service.supplied import Supplied
from quotations.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One article to audit, and how."""

    article: Article
    data: bytes
    name: str
    as_of: date | None = None
    supplied: Supplied = field(default_factory=Supplied)
    good: timedelta = timedelta(days=1)  #: how old a good capture may be
    failed: timedelta = timedelta(days=1)  #: how old a failed one may be
    quotations: bool = True  #: False: links only
    given: str = ""  #: the file or address that a person named, which may hold several articles
    held: str = ""  #: id of the article where the archive has it with its bytes, which then are not given


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article at an address, read there before it is audited."""

    url: str
    named_by: str = ""  #: the feed, list or export that names it; empty where a person did
