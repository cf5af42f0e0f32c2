"""Environments of their own for the programs that ours is measured beside: never the project's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def environment(folder: Path, name: str, wanted: Sequence[str]) -> Path:
    """The `bin` of the environment *name* below *folder*, with *wanted* installed by pip unless it is already.

    Raises:
        RuntimeError: it cannot be installed here; the last line that pip says.
    """
    place, ready = folder.resolve() / name, folder.resolve() / name / ".installed"
    if not ready.exists() or ready.read_text().split() != list(wanted):
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        pip = [str(place / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", *wanted]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"pip could not install it: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
        ready.write_text(" ".join(wanted))
    return place / "bin"
