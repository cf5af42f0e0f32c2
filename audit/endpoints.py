"""Web archives in the settings: plain addresses, or tables of their doors, and the lanes in which they are asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from crawler.lanerules import LaneRule
from quotations.errors import ConfigError
from quotations.model import Endpoints

_DOORS = ("copies", "timegate", "timemap", "cdx", "available", "save")
_SECONDS = ("delay", "list_delay")
_HINT = 'write [endpoints.library], then copies = "https://archive.example/all/", or timegate, timemap, cdx, available, save'
#: Seconds between lists, and between pages that are handed in, where nobody set them: what the Internet Archive asks for.
_LISTS, _SAVES, _JOBS = 2.5, 9.0, 1.0


def endpoint_tables(table: Mapping[str, Any], origin: str) -> tuple[Endpoints, ...]:
    """The archives of a settings' table, each under its name.

    Raises:
        ConfigError: a door or number is wrong; *origin* says where the table stands.
    """
    return tuple(_archive(str(name), found, origin) for name, found in table.items())


def _archive(name: str, found: Any, origin: str) -> Endpoints:
    where = f"{origin}: endpoints.{name}"
    if not isinstance(found, Mapping) or "/" in name:
        raise ConfigError(f"{where} is no table of an archive’s doors", hint=_HINT, subject=f"endpoints.{name}")
    known = {one.name for one in fields(Endpoints)} - {"name"}
    for key, value in found.items():
        if key not in known:
            told = ", ".join(sorted(known))
            raise ConfigError(f"{where} has no {key}", hint=f"an archive has {told}", subject=f"endpoints.{name}")
        if key in _DOORS and not str(value).startswith(("http://", "https://")):
            raise ConfigError(f"{where}: {key} is no http address", hint=_HINT, subject=f"endpoints.{name}")
    if not any(found.get(door) for door in _DOORS[:-1]):
        raise ConfigError(f"{where} names no door by which copies are found", hint=_HINT, subject=f"endpoints.{name}")
    try:
        numbers: dict[str, Any] = {key: float(found[key]) for key in _SECONDS if key in found}
        numbers |= {"budget": int(found["budget"])} if "budget" in found else {}
    except (TypeError, ValueError) as error:
        raise ConfigError(f"{where}: {error}", hint="delays are seconds", subject=f"endpoints.{name}") from error
    if any(not 0 <= number < 1e6 for number in numbers.values()):
        raise ConfigError(f"{where} has a number out of range", hint="0 or more", subject=f"endpoints.{name}")
    values: dict[str, Any] = {door: str(found[door]) for door in _DOORS if found.get(door)} | numbers
    return Endpoints(name=name, **values)


def check_archives(archives: Iterable[str], tables: Iterable[str]) -> None:
    """Raises ConfigError for an archive that is neither an address nor the name of a table."""
    named = set(tables)
    for archive in archives:
        if not archive.startswith(("http://", "https://")) and archive not in named:
            hint = "give the address that stands before an archive's timestamps, such as https://web.archive.org/web/, or the name of a table [endpoints.NAME]"
            raise ConfigError(f"archives: {archive!r} is no http address", hint=hint, subject="archives")


def archives_of(archives: Sequence[str], tables: Iterable[Endpoints]) -> tuple[Endpoints, ...]:
    """The archives that are asked, in order, by their address or the name of one of *tables*."""
    if not archives:
        return ()
    from quotations.judging.archives.endpoints import endpoints_of

    named = {one.name: one for one in tables}
    return tuple(named[one] if one in named else endpoints_of(one) for one in dict.fromkeys(archives))


def keeper(archives: Iterable[Endpoints]) -> Endpoints:
    """The first of *archives* that takes pages to keep; raises ConfigError where none does."""
    for one in archives:
        if one.save:
            return one
    raise ConfigError(
        "save: none of the archives takes pages to keep",
        hint="add https://web.archive.org/web/ to archives, or give an archive of [endpoints] a save",
        subject="save",
    )


def check_saving(keys: str, archives: Iterable[Endpoints]) -> None:
    """Raises ConfigError where keys to have pages kept, or an archive that takes them, are missing."""
    access, colon, secret = keys.partition(":")
    if not (access and colon and secret) or not keys.isprintable() or " " in keys:
        raise ConfigError(
            "save needs your keys of the archive, and save_keys does not hold them",
            hint="give them as CITETRAIL_SAVE_KEYS=ACCESS:SECRET (https://archive.org/account/s3.php shows yours)",
            subject="save_keys",
        )
    keeper(archives)


def lanes_of(archives: Iterable[Endpoints]) -> tuple[LaneRule, ...]:
    """The lanes of *archives*: lists apart from copies, handing in apart from both."""
    rules: list[LaneRule] = []
    for one in archives:
        lists = [door for door in (one.cdx, one.timemap, one.available) if door]
        rules += [LaneRule(prefix=d, name=f"{one.name}: lists", delay=one.list_delay, least=_LISTS) for d in lists]
        copies = dict.fromkeys(door for door in (one.copies, one.timegate) if door)
        rules += [LaneRule(prefix=door, name=f"{one.name}: copies", delay=one.delay) for door in copies]
        if one.save:
            rules.append(LaneRule(prefix=one.save, name=f"{one.name}: save", delay=one.delay, least=_SAVES))
            rules.append(LaneRule(prefix=f"{one.save}/status/", name=f"{one.name}: jobs", delay=one.delay, least=_JOBS))
    return tuple(rules)
