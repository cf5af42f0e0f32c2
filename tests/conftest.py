"""What tests need beside Python: a browser, a web archive. What a run could not have is named at its end."""

from __future__ import annotations

import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine, or a library that the first example loads, may take any one of them over Hypothesis's 200 ms.
settings.register_profile("citetrail", deadline=None)
settings.load_profile("citetrail")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: "1": install what is missing, also by sudo; "0": install nothing. Unset: only root installs.
INSTALL = "CITETRAIL_TEST_INSTALL"
#: Where pywb's commands are, for tests against a real web archive; else one is installed in an environment of its own.
PYWB = "CITETRAIL_TEST_PYWB"
#: pywb reads its own version by pkg_resources, which newer setuptools no longer have.
PYWB_NEEDS = ("pywb==2.10.0", "setuptools<81")


def found() -> str | None:
    """The browser of this machine, or one that Playwright brought."""
    for name in BROWSERS:
        if where := shutil.which(name):
            return where
    brought = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"))
    return str(brought[-1]) if brought else None


def installed() -> str | None:
    """A browser from the machine's packages, where this run may install one; several processes wait for the first."""
    may = os.environ.get(INSTALL) or ("1" if os.geteuid() == 0 else "0")
    if may != "1" or not shutil.which("apt-get"):
        return None
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    with Path(tempfile.gettempdir(), f"citetrail-tests-{os.getuid()}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        tried = Path(f"{lock.name}.{os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}")
        if found() is None and not tried.exists():
            tried.touch()
            for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
                command = [*root, "apt-get", *step]
                environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
                subprocess.run(command, check=False, capture_output=True, timeout=600, env=environ)
    return found()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    where = found() or installed()
    if where is None:
        pytest.skip(f"no Chromium on this machine ({INSTALL}=1 installs one): nothing was opened in a browser")
    return where


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator:
    """A running Chromium, as Playwright drives it.

    Of one module and no longer: while it is open an event loop runs in this thread, and tests that bring their own
    could not start one.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def warm() -> Iterator:
    """A process that has loaded the program; None: each command is a fresh one (a module may say so)."""
    if sys.platform != "linux":
        yield None
        return
    specification = importlib.util.spec_from_file_location("warm", Path(__file__).with_name("warm.py"))
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    process = module.Warm()
    yield process
    process.close()


def pywb_commands() -> Path | None:
    """The folder of pywb's commands, named or installed; several processes wait for the first."""
    if named := os.environ.get(PYWB):
        return Path(named)
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if os.environ.get(INSTALL) != "1" or uv is None:
        return None
    place = Path(tempfile.gettempdir(), f"citetrail-tests-{os.getuid()}-pywb")
    with Path(f"{place}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        tried = Path(f"{place}.{os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}")
        if not (place / "ready").exists() and not tried.exists():
            tried.touch()
            shutil.rmtree(place, ignore_errors=True)
            if install_pywb(uv, place):
                (place / "ready").touch()
    return place / "bin" if (place / "ready").exists() else None


def install_pywb(uv: str, place: Path) -> bool:
    """Whether pywb now stands in an environment of its own: newer Pythons than named here lack what it imports."""
    made = [uv, "venv", "-q", "--python", ">=3.9,<3.14", str(place)]
    filled = ["pip", "install", "-q", "--python", str(place / "bin" / "python"), *PYWB_NEEDS]
    try:
        if subprocess.run(made, check=False, capture_output=True, timeout=120).returncode:
            return False
        # uv's own certificates first, those of the machine next: a proxy may be known to the latter alone.
        return any(
            subprocess.run([uv, *certificates, *filled], check=False, capture_output=True, timeout=120).returncode == 0
            for certificates in ([], ["--system-certs"])
        )
    except subprocess.TimeoutExpired:
        return False


@pytest.fixture(scope="session")
def pywb() -> Path:
    """The folder of pywb's commands."""
    where = pywb_commands()
    if where is None or not (where / "wayback").exists():
        pytest.skip(f"no pywb on this machine ({INSTALL}=1 installs it, {PYWB} names one): no real archive was asked")
    return where


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        told = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[told.removeprefix("Skipped: ")] += 1
    terminalreporter.section("what this run could not have")
    if not reasons:
        terminalreporter.line("nothing: every test ran")
    for reason, count in reasons.most_common():
        terminalreporter.line(f"{reason} ({count} test{'s' if count > 1 else ''} skipped)", yellow=True)
