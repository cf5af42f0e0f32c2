"""What must be right before anything else can be: versions, the address guard, the archive."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from audit import __version__
from audit.config import Config
from quotations.errors import CitetrailError

#: The libraries whose versions matter to an answer.
LIBRARIES = (
    "scrapy",
    "twisted",
    "sqlalchemy",
    "selectolax",
    "beautifulsoup4",
    "trafilatura",
    "pypdfium2",
    "tldextract",
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at, and what was found."""

    what: str
    ok: bool
    found: str


def examine(config: Config) -> list[Check]:
    """Look at everything; a fault is a row, never an exception."""
    rows = [
        Check("citetrail", True, __version__),
        Check("python", sys.version_info >= (3, 11), f"{platform.python_version()} on {platform.system()}"),
    ]
    for name in LIBRARIES:
        try:
            rows.append(Check(name, True, version(name)))
        except PackageNotFoundError:
            rows.append(Check(name, False, "not installed: run `make setup` again"))
    return [*rows, _guard(config), _sandbox(), _archive(config)]


def _guard(config: Config) -> Check:
    from audit.service.bench import crawl_settings
    from crawler.run import run

    async def nothing(_: object) -> None:
        """The guard tests itself before any job."""

    try:
        run(nothing, settings=crawl_settings(config))
    except CitetrailError as error:
        return Check("address guard", False, f"{error.message}; {error.hint}")
    admitted = ", ".join(config.allow_address) or "none"
    return Check("address guard", True, f"in place; private addresses admitted: {admitted}")


def _sandbox() -> Check:
    from crawler.sandbox import Sandbox

    try:
        with Sandbox(workers=1) as sandbox:
            text = sandbox.text(b"The sandbox reads this sentence.", media_type="text/plain")
    except CitetrailError as error:
        return Check("sandbox", False, error.message)
    return Check("sandbox", bool(text.text), "reads in a child of its own")


def _archive(config: Config) -> Check:
    from storage import Archive

    place = Path(config.archive.removeprefix("sqlite:///"))
    if "://" not in str(place) and not place.exists() and _may_be_made(place):
        return Check("archive", True, f"{place}, made when it is first needed")
    try:
        with Archive.open(config.archive, create=False) as archive:
            faults = archive.check()
    except CitetrailError as error:
        return Check("archive", False, f"{error.message}; {error.hint}")
    return Check("archive", not faults, faults[0] if faults else config.archive)


def _may_be_made(place: Path) -> bool:
    """Whether the nearest folder that stands above *place* may be written to."""
    above = next((folder for folder in place.absolute().parents if folder.exists()), Path("/"))
    return above.is_dir() and os.access(above, os.W_OK)
