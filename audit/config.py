"""One frozen configuration, from defaults, files, environment and flags, each value with where it came from.

Later ones win: built-in defaults, the user's own file (``$XDG_CONFIG_HOME/citetrail/citetrail.toml``), a file in
the working directory (``citetrail.toml``, or ``[tool.citetrail]`` of ``pyproject.toml``), the environment
(``CITETRAIL_…``), flags. A file found in the working directory may have come with somebody else's files, so it
may not say which addresses may be fetched, where the archive is, or whom to ask about it; and about servers it may
only say that they are asked less.
"""

from __future__ import annotations

import dataclasses
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from audit.durations import duration
from audit.endpoints import archives_of, check_archives, check_saving, endpoint_tables
from crawler.hostrules import HostRule, host_rules, tighter
from quotations.errors import ConfigError
from quotations.model import JUDGED_KINDS, Endpoints, QuotationKind, Role

#: What a file in the working directory may not set.
TRUSTED_ONLY = frozenset({
    "allow_address", "resolve", "db", "archives", "endpoints", "save", "save_keys", "contact", "browser",
    "browser_path",
})  # fmt: skip
#: What is never shown.
SECRET = frozenset({"save_keys"})
#: Settings to which each origin adds, instead of taking the place of the one before.
_ADDED = frozenset({"exclude", "hosts"})
#: Lists whose items may hold commas and blanks.
_WHOLE = frozenset({"exclude"})
#: Seconds between requests and requests at a time, where nobody admitted the address.
_DELAY, _WIDTH = 1.0, 1
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
    #: web archives to ask for copies (the flag is `--archive`): addresses before the timestamp, such as
    #: "https://web.archive.org/web/", or names of `endpoints`
    archives: tuple[str, ...] = ()
    #: doors of single archives: `[endpoints.library]` with `copies`, `timegate`, `timemap`, `cdx`, `available`, `save`
    #: (addresses), `delay` and `list_delay` (seconds) and `budget` (requests for one article)
    endpoints: tuple[Endpoints, ...] = ()
    save: bool = False  #: have the first of the archives that takes pages keep living sources of which it has no copy
    save_keys: str = ""  #: your keys for that, "ACCESS:SECRET"; never shown
    delay: float = -1.0  #: seconds between requests to one registrable domain; below 0: 1, and 0 at admitted addresses
    #: what is asked of single hosts: `[hosts."example.org"]` with `delay` (seconds), `width` (requests at a time), `budget`
    #: (sources a run), `skip` (why it is not asked at all) and `until` (the last day of that)
    hosts: tuple[HostRule, ...] = ()
    #: hosts, and beginnings of addresses (`*` is anything), that are not followed; what flags, environment and files say adds up
    exclude: tuple[str, ...] = ()
    max_sources: int = 2000  #: sources a run
    max_per_host: int = 0  #: sources of one host a run; 0: no limit
    dead_after: int = 3  #: failures until a link that does not answer counts as dead …
    dead_interval: str = "3d"  #: … each at least so long after the one before
    browser: bool = False  #: have a browser build pages that show their words only after a script has run
    browser_path: str = ""  #: the browser, a Chromium; empty: the system's, else Playwright's own
    browser_timeout: float = 30.0  #: seconds that a browser may take for one page
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

    def take(found: Mapping[str, Any], origin: str, *, mild: bool = False) -> None:
        for name, value in found.items():
            typed = _typed(name, value, origin)
            if mild:
                _check_mild(name, typed, origin)
            values[name] = _added(name, typed, values.get(name, ()), mild=mild) if name in _ADDED else typed
            provenance[name] = origin

    config_home = environ.get("XDG_CONFIG_HOME") or str(Path(environ.get("HOME") or Path.home()) / ".config")
    own = Path(config_home) / "citetrail" / "citetrail.toml"
    take(_file(own, ()), str(own))
    for path, keys in ((folder / "pyproject.toml", ("tool", "citetrail")), (folder / "citetrail.toml", ())):
        take(_trusted(_file(path, keys), path), str(path), mild=True)
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


def _check_mild(name: str, value: Any, origin: str) -> None:
    """Raises ConfigError where a file in the working directory wants servers asked faster than the default manners."""
    delays = [value] if name == "delay" else [rule.delay for rule in value] if name == "hosts" else []
    widths = [rule.width for rule in value] if name == "hosts" else []
    if any(one is not None and 0 <= one < _DELAY for one in delays) or any((one or 1) > _WIDTH for one in widths):
        raise ConfigError(
            f"{origin} may not have servers asked faster than one request at a time and {_DELAY:.0f} second apart",
            hint="a file in the working directory may only ask less; set it in your own file ~/.config/citetrail/citetrail.toml",
            subject=name,
        )


def _added(name: str, value: Any, before: Any, *, mild: bool) -> Any:
    """What an origin adds to what was said before it: whom not to ask is never unsaid by the next.

    Of two rules for one host the later holds; a *mild* origin can only make it stricter.
    """
    if name == "exclude":
        return tuple(dict.fromkeys((*before, *value)))
    rules = {rule.host: rule for rule in before}
    for rule in value:
        rules[rule.host] = tighter(rules[rule.host], rule) if mild and rule.host in rules else rule
    return tuple(rules.values())


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
    if name == "hosts":
        return host_rules(_table(value, origin, name), origin)
    if name == "endpoints":
        return endpoint_tables(_table(value, origin, name), origin)
    try:
        if isinstance(default, bool):
            return (
                value
                if isinstance(value, bool)
                else {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[str(value).lower()]
            )
        if isinstance(default, tuple):
            items = (value if name in _WHOLE else value.replace(",", " ")).split() if isinstance(value, str) else value
            if name in _WHOLE:
                return tuple(str(item) for item in items if str(item).strip())
            return tuple(part for item in items for part in str(item).replace(",", " ").split())
        return float(value) if isinstance(default, float) else int(value) if isinstance(default, int) else str(value)
    except (KeyError, TypeError, ValueError) as error:
        wanted = "true or false" if isinstance(default, bool) else type(default).__name__
        raise ConfigError(f"{origin}: {name} is {value!r}", hint=f"{name} takes {wanted}", subject=name) from error


def _table(value: Any, origin: str, name: str) -> Mapping[str, Any]:
    """A table of a file, or of the environment, where it is written as JSON."""
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        found = None
    if isinstance(found, Mapping):
        return found
    hint = f'in a file [{name}.NAME], in the environment JSON: {{"NAME": {{"delay": 5}}}}'
    raise ConfigError(f"{origin}: {name} is no table of {name}", hint=hint, subject=name)


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
    duration(config.dead_interval)
    if not 0 <= config.port <= 65_535:
        raise ConfigError(f"port is {config.port}", hint="a port is 0 (any that is free) to 65535", subject="port")
    if config.dead_after < 1:
        raise ConfigError("dead_after is less than 1", hint="set it to how many failures count", subject="dead_after")
    check_archives(config.archives, (one.name for one in config.endpoints))
    if config.save:
        check_saving(config.save_keys, archives_of(config.archives, config.endpoints))
    return config
