"""SIGTERM ends a command even where Python swallows what its handler raises."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[3]
SWALLOWED = """
import os, signal, sys, threading, time
from audit.cli import streams
streams._LAST = 0.5
streams.ready()
class Swallows:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        for _ in range(100):
            pass
swallows = Swallows()
del swallows
print("went on", flush=True)
held = threading.Lock()
held.acquire()
held.acquire()
"""


def _run(code):
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_a_signal_whose_exception_is_swallowed_still_ends_the_command():
    done = _run(SWALLOWED)
    assert done.stdout == "went on\n"
    assert done.returncode == 128 + signal.SIGTERM
