"""The server of the pages, on every loopback address, in a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.request import urlopen

from benchmarks.crawling.pages import Pages

HOST, INDEX = "http://127.0.1.%d:%d", "http://127.0.2.1:%d"
#: LinkChecker asks a host at most thrice a second unless its answers have a header of this name.
HEAD = b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nLinkChecker: welcome\r\nContent-Length: %d\r\n\r\n"


def addresses(numbers: list[int], hosts: int, port: int) -> list[str]:
    """Where these pages are, over that many hosts in turn."""
    return [f"{HOST % (1 + n % hosts, port)}/{number}" for n, number in enumerate(numbers)]


def index_of(port: int, size: int, hosts: int) -> str:
    """The address of a page with a link to each of the first *size* pages."""
    return f"{INDEX % port}/index?{size}?{hosts}"


def counted(port: int) -> int:
    """How many different pages were asked for since this was last asked."""
    with urlopen(f"{INDEX % port}/counted") as answer:
        return int(answer.read())


def serve(pages: Pages) -> None:
    """Answer until killed; prints the port."""
    numbers = frozenset(pages.numbers)
    asked: set[int] = set()

    def answer(target: str, port: int) -> tuple[bytes, bytes]:
        path, *rest = target.lstrip("/").split("?")
        if path.isdigit() and int(path) in numbers:
            asked.add(int(path))
            return b"200 OK", pages.body(int(path))
        if path == "index":
            links = addresses(pages.numbers[: int(rest[0])], int(rest[1]), port)
            return b"200 OK", "".join(f"<p><a href={url}>A page</a></p>\n" for url in links).encode()
        if path == "counted":
            told = b"%d" % len(asked)
            asked.clear()
            return b"200 OK", told
        return b"404 Not Found", b""

    asyncio.run(_run(answer))


async def _run(answer: Callable[[str, int], tuple[bytes, bytes]]) -> None:
    class Server(asyncio.Protocol):
        def connection_made(self, transport: Any) -> None:
            self.transport = transport
            self.port = transport.get_extra_info("sockname")[1]

        def data_received(self, data: bytes) -> None:
            for request in data.split(b"\r\n\r\n")[:-1]:
                status, body = answer(request.split(b" ", 2)[1].decode("latin-1"), self.port)
                self.transport.write(HEAD % (status, len(body)) + body)

    server = await asyncio.get_running_loop().create_server(Server, "0.0.0.0", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
