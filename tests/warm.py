"""A process that has loaded the program once and makes a copy of itself for each command.

Most of a short command's time goes into loading what it needs. Several hundred commands are run here; a copy of a
process that has loaded everything differs from a fresh one in nothing that those tests look at. Where a fresh
interpreter matters (what it loads, which encoding its streams have) the console script itself is run.

A request is one JSON line over a socket, and with it the descriptors of the command's standard streams and of a pipe
that hears the command's process id and, once it has ended, its exit code.
"""

from __future__ import annotations

import gc
import io
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

DESCRIPTORS = 4
_LOADED = [
    "audit.cli.articles",
    "audit.cli.linking",
    "audit.cli.checking",
    "audit.cli.archived",
    "audit.cli.evidence",
    "audit.cli.overriding",
    "audit.cli.watching",
    "audit.service.bench",
    "audit.service.collection",
    "audit.service.evidence",
    "audit.service.news",
    "crawler.run",
    "crawler.field",
    "crawler.sandbox.child",
    "crawler.sandbox.doors",
    "storage",
    "reports.page",
    "reports.news",
    "jinja2",
    "quotations.reading",
    "quotations.judging",
    "quotations.comparison",
    "quotations.text",
    "bs4",
    "lxml.html",
    "selectolax.lexbor",
    "tldextract",
    "trafilatura",
]
#: The numbers' library else starts threads, and a process with threads cannot be copied whole.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


class Warm:
    """The client's side: runs a command in a copy of the warm process."""

    def __init__(self) -> None:
        self.pipe, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env={**os.environ, **_ONE_THREAD},
            )

    def run(
        self, argv: list[str], *, stdin: str | None, cwd: str, env: dict[str, str], timeout: float, script: str = ""
    ) -> tuple[int, str, str]:
        """The exit code (negative: the signal that ended it), standard output and standard error.

        Of ``citetrail *argv``, or of ``python script *argv``.
        """
        streams = [os.memfd_create(name) for name in ("in", "out", "err")]
        os.write(streams[0], (stdin or "").encode("utf-8", "surrogateescape"))
        os.lseek(streams[0], 0, os.SEEK_SET)
        ours, theirs = os.pipe()
        try:
            request = json.dumps({"argv": argv, "cwd": cwd, "env": env, "script": script}).encode()
            socket.send_fds(self.pipe, [len(request).to_bytes(4, "big") + request], [*streams, theirs])
            os.close(theirs)
            with os.fdopen(ours, "rb", buffering=0) as told:
                code = _heard(told, timeout)
            return code, *(_content(stream) for stream in streams[1:])
        finally:
            for stream in streams:
                os.close(stream)

    def close(self) -> None:
        """End the process."""
        self.pipe.close()
        self.process.wait(30)


def _heard(told: io.FileIO, timeout: float) -> int:
    import select

    number = int(told.read(12))
    if not select.select([told], [], [], timeout)[0]:
        os.kill(number, signal.SIGKILL)
        raise subprocess.TimeoutExpired("citetrail", timeout)
    return int(told.read(12))


def _content(stream: int) -> str:
    with os.fdopen(os.dup(stream), "rb") as file:
        file.seek(0)
        return file.read().decode("utf-8", "surrogateescape").replace("\r\n", "\n")


def serve(pipe: socket.socket) -> None:
    """Copy this process for each request until nobody asks any more."""
    import importlib

    for name in _LOADED:
        importlib.import_module(name)
    assert len(list(Path("/proc/self/task").iterdir())) == 1, "something that was loaded has started threads"
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever watches a command waits for it
    while True:
        data, descriptors, _, _ = socket.recv_fds(pipe, 1 << 20, DESCRIPTORS)
        if not data:
            return
        size = int.from_bytes(data[:4], "big")
        while len(data) < size + 4:
            data += pipe.recv(1 << 20)
        if os.fork() == 0:
            pipe.close()
            _watch(json.loads(data[4:]), descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def _watch(request: dict, descriptors: list[int]) -> None:
    """Start the command in a process of its own and tell how it ended; never returns."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    *streams, told = descriptors
    number = os.fork()
    if number == 0:
        os.close(told)
        _become(request, streams)
    os.write(told, b"%12d" % number)
    code = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    os.write(told, b"%12d" % code)
    os._exit(0)


def _become(request: dict, streams: list[int]) -> None:
    """Be the command; never returns."""
    code = 1
    try:
        for number, descriptor in enumerate(streams):
            os.dup2(descriptor, number)
        os.closerange(3, max(streams) + 1)
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])
        sys.argv = [request["script"] or "citetrail", *request["argv"]]
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False, buffering=1)
        code = _main(request["script"])
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _main(script: str) -> int:
    if script:
        import runpy

        runpy.run_path(script, run_name="__main__")
        return 0
    from audit.cli import main

    return main()


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
