"""The web server as a task of the crawl's own loop; signals stay with the crawl."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator

import uvicorn

from audit.service.bench import Bench, Looker
from audit.web.app import make_app
from audit.web.service import Desk
from crawler.field import Field
from quotations.errors import UsageError


class Server(uvicorn.Server):
    """uvicorn without its own signal handling: the crawl cancels the job, and the job ends the server."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield


def serve(bench: Bench, *, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until a signal comes.

    Args:
        bench: what to work with.
        host: address to listen on.
        port: port to listen on; 0 for any that is free.
        ready: hears the address once the server listens.

    Raises:
        UsageError: the address cannot be listened on.
    """
    listening = _listen(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}/"

    async def job(field: Looker) -> None:
        app = make_app(Desk(bench, field), hosts=[name] if host not in ("0.0.0.0", "::") else [])  # noqa: S104
        config = uvicorn.Config(
            app, log_level="warning", lifespan="off", loop="none", access_log=False, timeout_graceful_shutdown=3
        )
        server = Server(config)
        if isinstance(field, Field):
            field.on_stop(lambda: setattr(server, "should_exit", True))
        ready(address)
        try:
            await server.serve(sockets=[listening])
        finally:
            listening.close()

    bench.run(job)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family, backlog=64)
        # Connections inherit it: head and body of an answer are two writes, and the second must not wait for the first.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError as error:
        raise UsageError(
            f"cannot listen on {host} port {port}: {error.strerror}",
            hint="name another with --port, or with --host",
            subject=str(port),
        ) from error
    listening.setblocking(False)
    return listening
