from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import storage
from storage import Archive

pytestmark = pytest.mark.integration

ROOT = Path(storage.__file__).parents[1]
WRITING = """
import sys, os
from datetime import datetime, UTC
from quotations.model import Capture
from storage import Archive, Writer
with Archive.open(sys.argv[1]) as archive, Writer(archive) as writer:
    number = 0
    while True:
        looks = [
            writer.submit(Capture(url=f"https://a.example/{sys.argv[2]}/{number + n}", body=os.urandom(2000), status=200,
                                  captured_at=datetime(2026, 1, 1, tzinfo=UTC)))
            for n in range(20)
        ]
        number += 20
        for look in looks:
            print(look.result().url, flush=True)
"""


def test_nothing_that_was_acknowledged_is_lost_when_the_process_is_killed(db: str) -> None:
    Archive.open(db).close()
    seed = random.SystemRandom().randrange(1 << 30)
    chance, acknowledged = random.Random(seed), []
    for life in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITING, db, str(life)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        for _ in range(chance.randrange(1, 300)):
            acknowledged.append(process.stdout.readline().strip())
        process.send_signal(signal.SIGKILL)
        acknowledged += [
            line.strip() for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")
        ]
        process.wait()
    with Archive.open(db) as archive:
        assert archive.check() == [], f"seed {seed}"
        assert set(acknowledged) <= set(archive.latest(acknowledged)), f"seed {seed}"
        assert len(acknowledged) == len(set(acknowledged))
