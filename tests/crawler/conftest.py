from __future__ import annotations

import base64
import contextlib
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from quotations.codec import decode, encode
from quotations.model import Capture

DRIVER = Path(__file__).with_name("driver.py")
ROOT = DRIVER.parents[2]

Answer = bytes | Callable[[socket.socket, "Asked"], None]


@dataclass
class Asked:
    """One request as a server saw it."""

    target: str
    host: str
    headers: dict[str, str]


@dataclass
class Site:
    """A raw server: what it answers is written by the test, byte by byte where it matters."""

    address: str
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    tls: Any = None
    greeting: bytes | None = None  #: sent to whoever connects, before the connection is closed

    def __post_init__(self) -> None:
        family = socket.AF_INET6 if ":" in self.address else socket.AF_INET
        self._listener = socket.create_server((self.address, self.port), family=family, backlog=256)
        self.port = self._listener.getsockname()[1]
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}"

    def hits(self, path: str) -> int:
        return sum(one.target == path for one in self.asked)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), connection:
            if self.greeting is not None:
                connection.recv(1)
                connection.sendall(self.greeting)
                return
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
            stream = connection.makefile("rb")
            while self._one(connection, stream):
                pass

    def _one(self, connection: socket.socket, stream: Any) -> bool:
        first = stream.readline().split(b" ")
        if len(first) < 3:
            return False
        headers: dict[str, str] = {}
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            headers[name.decode().lower()] = value.strip().decode("latin-1")
        asked = Asked(first[1].decode(), headers.get("host", ""), headers)
        with self._lock:
            self.asked.append(asked)
            answer = self._answer(asked)
        if callable(answer):
            answer(connection, asked)
            return False
        connection.sendall(answer)
        return b"Connection: close" not in answer

    def _answer(self, asked: Asked) -> Answer:
        found = self.answers.get(asked.target, self.answers.get("*"))
        if found is None and asked.target == "/robots.txt":
            return page(b"", status="404 Not Found")
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        return found if found is not None else page(b"none", status="404 Not Found")


def page(body: bytes = b"<p>words</p>", *headers: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + body


def redirect(target: str, status: str = "302 Found", *headers: str) -> bytes:
    return page(b"", f"Location: {target}", *headers, status=status)


@dataclass
class Looked:
    """What one crawl brought."""

    captures: list[Capture]
    attempts: list[str]

    def __getitem__(self, place: int) -> Capture:
        return self.captures[place]

    def __len__(self) -> int:
        return len(self.captures)


ADMITTED = {"allow_addresses": ["127.0.0.0/8"]}


def look(
    warm: Any,
    *looks: list[Any],
    dns: Any = None,
    earlier: Any = None,
    archive: Any = None,
    environment: Any = None,
    **settings: Any,
) -> Looked:
    """Look at all of *looks*, one `Field.look` each, in a crawl of its own."""
    task = {
        "looks": looks,
        "settings": ADMITTED | settings,
        "dns": dns,
        "earlier": {url: encode(one) for url, one in (earlier or {}).items()},
        "archive": str(archive) if archive else None,
    }
    code, out, err = _driven(warm, json.dumps(task), {"PATH": "/usr/bin:/bin", **(environment or {})})
    assert code == 0, err
    assert err == "", "a crawl says nothing of single pages"
    told = json.loads(out)
    captures = [
        replace(decode(Capture, one), body=base64.b64decode(body) if body is not None else None)
        for one, body in zip(told["captures"], told["bodies"], strict=True)
    ]
    return Looked(captures, told["attempts"])


def _driven(warm: Any, task: str, env: dict[str, str]) -> tuple[int, str, str]:
    """The driver's exit code, output and errors; *warm* is a process to copy, or None for a fresh one."""
    if warm is not None:
        told: tuple[int, str, str] = warm.run([], script=str(DRIVER), stdin=task, cwd=str(ROOT), env=env, timeout=90)
        return told
    done = subprocess.run(
        [sys.executable, str(DRIVER)],
        input=task,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=90,
        env={"PYTHONPATH": str(ROOT), **env},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


class Net:
    """What tests of the crawl have: servers to write, and crawls to run against them."""

    page = staticmethod(page)
    redirect = staticmethod(redirect)

    def __init__(self, warm: Any = None) -> None:
        self._made: list[Site] = []
        self._warm = warm

    def look(self, *looks: list[Any], **more: Any) -> Looked:
        """Look at all of *looks* in a crawl of its own."""
        return look(self._warm, *looks, **more)

    def site(self, address: str = "127.0.0.1", **rest: Any) -> Site:
        self._made.append(Site(address, **rest))
        return self._made[-1]

    def close(self) -> None:
        for one in self._made:
            one.close()


@pytest.fixture(scope="module")
def net(warm: Any) -> Iterator[Net]:
    made = Net(warm)
    yield made
    made.close()
