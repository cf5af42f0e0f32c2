"""One frozen configuration, from defaults, files, environment and flags, each value with where it came from.

Later ones win: built-in defaults, the user's own file (``$XDG_CONFIG_HOME/citetrail/citetrail.toml``), a file in
the working directory (``citetrail.toml``, or ``[tool.citetrail]`` of ``pyproject.toml``), the environment
(``CITETRAIL_…``), flags. A file found in the working directory may have come with somebody else's files, so it
may not say which addresses may be fetched, where the archive is, or whom to ask about it.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from audit.durations import duration
from quotations.errors import ConfigError
from quotations.model import JUDGED_KINDS, QuotationKind, Role

#: What a file in the working directory may not set.
TRUSTED_ONLY = frozenset({"allow_address", "resolve", "db", "archives", "contact"})
FAIL_ON = ("note", "warning", "error", "never")
PROFILES = ("chicago", "ap", "legal", "transcript", "ocr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Every setting; each is also a flag (dashes for underscores) and ``CITETRAIL_NAME``."""

    db: str = ""  #: file or URL of the archive; empty: ``$XDG_DATA_HOME/citetrail/archive.db``
    allow_address: tuple[str, ...] = ()  #: private networks (CIDR) that may be fetched
    resolve: tuple[str, ...] = ()  #: HOST:PORT:ADDRESS
    offline: bool = False  #: archive only
    format: str = "terminal"  #: terminal, json, html, csv … as the command has them
    fail_on: str = ""  #: note, warning, error or never; empty: the command's own default
    strict: bool = False  #: exit 3 when something could not be checked
    kinds: tuple[str, ...] = tuple(sorted(kind.value for kind in JUDGED_KINDS))  #: kinds that are judged
    roles: tuple[str, ...] = ("body", "note", "list")  #: roles that are followed
    profile: str = "chicago"  #: house style: chicago, ap, legal, transcript or ocr
    max_age: str = ""  #: how old a held capture may be: "1h", "30d"; empty: the command's own default
    fresh: bool = False  #: look again, whatever is held
    contact: str = ""  #: address or page that the User-Agent names
    #: web archives to ask for copies: addresses before the timestamp, "https://web.archive.org/web/"
    archives: tuple[str, ...] = ()
    delay: float = -1.0  #: seconds between requests to one registrable domain; below 0: 1, and 0 at admitted addresses
    max_sources: int = 2000  #: sources a run
    max_body: int = 16 * 1024 * 1024  #: bytes of a source that are read
    max_input: int = 64 * 1024 * 1024  #: bytes of a saved article that are read
    deadline: float = 60.0  #: seconds that reading one file may take
    host: str = "127.0.0.1"  #: address that `serve` listens on
    port: int = 8747  #: port that `serve` listens on
    quiet: bool = False  #: say nothing but the answer
    verbose: bool = False  #: say more; show where an error arose
    progress: bool = True  #: show progress on standard error
    provenance: Mapping[str, str] = field(default_factory=dict)  #: where each value that is no default came from

    def age(self, default: str) -> timedelta:
        """How old a capture may be, `max_age` or else the command's *default*."""
        return duration(self.max_age or default)

    @property
    def archive(self) -> str:
        """The archive's file or URL."""
        return self.db or str(data_home() / "archive.db")


def data_home(environ: Mapping[str, str] | None = None) -> Path:
    """The folder of the default archive, by the XDG Base Directory Specification."""
    import os

    env = os.environ if environ is None else environ
    base = env.get("XDG_DATA_HOME") or str(Path(env.get("HOME") or Path.home()) / ".local" / "share")
    return Path(base) / "citetrail"


def load(environ: Mapping[str, str], folder: Path, flags: Mapping[str, Any]) -> Config:
    """The configuration of one run.

    Args:
        environ: the environment.
        folder: the working directory.
        flags: values given on the command line; None means not given.

    Raises:
        ConfigError: a file is no TOML, a name is unknown, a value is of the wrong kind, or a file in the working
            directory sets what it may not.
    """
    values: dict[str, Any] = {}
    provenance: dict[str, str] = {}

    def take(found: Mapping[str, Any], origin: str) -> None:
        for name, value in found.items():
            values[name] = _typed(name, value, origin)
            provenance[name] = origin

    config_home = environ.get("XDG_CONFIG_HOME") or str(Path(environ.get("HOME") or Path.home()) / ".config")
    own = Path(config_home) / "citetrail" / "citetrail.toml"
    take(_file(own, ()), str(own))
    for path, keys in ((folder / "pyproject.toml", ("tool", "citetrail")), (folder / "citetrail.toml", ())):
        take(_trusted(_file(path, keys), path), str(path))
    take(_environment(environ), "environment")
    take({name: value for name, value in flags.items() if value is not None}, "command line")
    return _checked(Config(**values, provenance=provenance))


def _file(path: Path, keys: tuple[str, ...]) -> Mapping[str, Any]:
    try:
        found: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if keys:  # somebody else's pyproject.toml is not ours to complain about
            return {}
        raise ConfigError(
            f"{path} cannot be read: {error}", hint="mend the file or move it away", subject=str(path)
        ) from error
    for key in keys:
        found = found.get(key, {})
    return {str(name).replace("-", "_"): value for name, value in found.items()}


def _trusted(found: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    for name in sorted(TRUSTED_ONLY & set(found)):
        raise ConfigError(
            f"{path} may not set {name}: a file in the working directory may have come with somebody else's files",
            hint=f"give it as a flag, as CITETRAIL_{name.upper()}, or in your own file ~/.config/citetrail/citetrail.toml",
            subject=name,
        )
    return found


def _environment(environ: Mapping[str, str]) -> Mapping[str, Any]:
    names = {f.name for f in dataclasses.fields(Config)} - {"provenance"}
    found = {key[10:].lower(): value for key, value in environ.items() if key.startswith("CITETRAIL_")}
    return {name: value for name, value in found.items() if name in names and value != ""}


def _typed(name: str, value: Any, origin: str) -> Any:
    """*value* as the setting's type, from TOML, a flag or the environment's text."""
    default = {f.name: f.default for f in dataclasses.fields(Config)}.get(name)
    if default is None or name == "provenance":
        raise ConfigError(
            f"{origin}: there is no setting {name}", hint="`citetrail config show` lists them", subject=name
        )
    try:
        if isinstance(default, bool):
            return (
                value
                if isinstance(value, bool)
                else {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[str(value).lower()]
            )
        if isinstance(default, tuple):
            items = value.replace(",", " ").split() if isinstance(value, str) else value
            return tuple(part for item in items for part in str(item).replace(",", " ").split())
        return float(value) if isinstance(default, float) else int(value) if isinstance(default, int) else str(value)
    except (KeyError, TypeError, ValueError) as error:
        wanted = "true or false" if isinstance(default, bool) else type(default).__name__
        raise ConfigError(f"{origin}: {name} is {value!r}", hint=f"{name} takes {wanted}", subject=name) from error


def _checked(config: Config) -> Config:
    for name, value, allowed in (
        ("fail_on", config.fail_on, ("", *FAIL_ON)),
        ("profile", config.profile, PROFILES),
        *(("kinds", kind, ("all", *QuotationKind)) for kind in config.kinds),
        *(("roles", role, ("all", *Role)) for role in config.roles),
    ):
        if value not in tuple(map(str, allowed)):
            words = ", ".join(str(word) for word in allowed if word)
            raise ConfigError(f"{name} is {value!r}", hint=f"{name} is one of {words}", subject=name)
    if config.max_age:
        duration(config.max_age)
    for archive in config.archives:
        if not archive.startswith(("http://", "https://")):
            hint = "give the address that stands before an archive's timestamps, such as https://web.archive.org/web/"
            raise ConfigError(f"archives: {archive!r} is no http address", hint=hint, subject="archives")
    return config
