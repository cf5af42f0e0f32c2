from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import crawler.sandbox
from crawler.sandbox.launch import launch

pytestmark = pytest.mark.integration

ROOT = Path(crawler.sandbox.__file__).parents[2]
PARENT = """
import sys, threading
from crawler.sandbox import Job, Sandbox
if sys.argv[1] == "threaded":
    threading.Thread(target=threading.Event().wait, daemon=True).start()
sandbox = Sandbox(workers=2)
for _ in range(2):
    sandbox.submit(Job("text", {}, b"words", str, 600)).result()
print(*[child._process.pid for child in sandbox._children if child._process], flush=True)
threading.Event().wait()
"""


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _confined(pid: int) -> None:
    """Wait until the child has told the kernel with whom it ends, which it does before this."""
    for _ in range(600):
        if "NoNewPrivs:\t1" in Path(f"/proc/{pid}/status").read_text():
            return
        time.sleep(0.05)
    raise AssertionError(f"{pid} was never confined")


def _gone(pids: list[int]) -> bool:
    for _ in range(600):
        if not any(map(_alive, pids)):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("kind", ["forked", "threaded"])
def test_no_child_survives_a_parent_that_was_killed(kind: str) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, kind], stdout=subprocess.PIPE, cwd=ROOT, text=True)
    assert parent.stdout is not None
    pids = [int(word) for word in parent.stdout.readline().split()]
    assert pids
    for pid in pids:
        _confined(pid)  # one that has answered nothing yet may still be on its way there
        os.kill(pid, signal.SIGSTOP)  # it is deaf and will not see that its pipe closed
    assert all(map(_alive, pids))
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    assert _gone(pids)


def test_a_process_with_threads_starts_fresh_interpreters_that_answer() -> None:
    script = (
        "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
        "from crawler.sandbox import Job, Sandbox\n"
        "from crawler.sandbox.launch import may_fork\n"
        "assert not may_fork()\n"
        "with Sandbox(workers=1) as sandbox:\n"
        "    print(sandbox.submit(Job('nothing', {}, b'', str, 30)).exception())\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert "KeyError: 'nothing'" in done.stdout


def test_a_fresh_interpreter_sees_neither_environment_nor_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a planted module ran')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("CITETRAIL_SECRET", "s3cret")
    monkeypatch.setattr("crawler.sandbox.launch.may_fork", lambda: False)
    process = launch(1 << 28)
    try:
        process.pipe.settimeout(60)
        from crawler.sandbox.child import BORN
        from crawler.sandbox.frames import receive, send

        assert receive(process.pipe)[0] == BORN
        send(process.pipe, [{"job": "nothing", "arguments": {}, "size": 0, "seconds": 30}])
        answer, _ = receive(process.pipe)
        assert "KeyError" in answer["broke"]
        assert b"s3cret" not in Path(f"/proc/{process.pid}/environ").read_bytes()
    finally:
        process.end()


def test_a_child_that_lost_its_pipe_leaves_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.sandbox.launch.may_fork", lambda: False)
    process = launch(1 << 28)
    process.pipe.close()
    assert process._wait() == 0


def test_nothing_is_ever_unpickled() -> None:
    names = set()
    for path in Path(crawler.sandbox.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    assert not names & {"pickle", "marshal", "shelve", "multiprocessing", "dill"}


def test_the_sandbox_loads_nothing_heavy() -> None:
    script = "import sys, crawler.sandbox; print(*sorted(set(name.split('.')[0] for name in sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"scrapy", "twisted", "sqlalchemy", "asyncio", "trafilatura", "selectolax"}


def test_a_signal_that_comes_with_a_fork_is_neither_lost_nor_held_back_for_ever(monkeypatch):
    """Python swallows what is raised while it mends its locks behind a fork."""
    fork, blocked = os.fork, []

    def forking():
        blocked.append(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)  # a process that forks has this thread alone
        return fork()

    monkeypatch.setattr(os, "fork", forking)
    monkeypatch.setattr("crawler.sandbox.launch.may_fork", lambda: True)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it
    try:
        with pytest.raises(KeyboardInterrupt):
            launch(1 << 30)
    finally:
        signal.signal(signal.SIGINT, before)
    assert blocked == [True]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
