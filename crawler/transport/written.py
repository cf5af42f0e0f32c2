"""A request in the bytes that are sent, as Twisted's connections ask for one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from scrapy import Request
from twisted.internet.defer import Deferred, succeed

_TOKEN = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")  # RFC 9110, 5.6.2
_VISIBLE = re.compile(rb"[\x21-\x7e]+")


class Written:
    """*request*, asked of the server that is *host* in its own words.

    Raises:
        ValueError: it cannot be written without saying something else.
    """

    persistent = True

    def __init__(self, request: Request, host: bytes) -> None:
        self.method = request.method.encode("ascii")
        self.bodyProducer = request.body or None  # so named by Twisted, which sends nothing twice that has a body
        target = written_path(request.url)
        if not _TOKEN.fullmatch(self.method) or not _VISIBLE.fullmatch(target):
            raise ValueError(f"no request line: {request.method} {request.url}"[:200])
        self.head = [b"%s %s HTTP/1.1" % (self.method, target)]
        if request.body or self.method in (b"POST", b"PUT"):
            self.head.append(b"Content-Length: %d" % len(request.body))
        for name, values in dict.items(request.headers):
            self.head += [_line(name, value) for value in values]
        if b"Host" not in request.headers:
            self.head.append(b"Host: " + host)
        self._bytes = b"\r\n".join((*self.head, b"", request.body))

    def writeTo(self, transport: Any) -> Deferred[None]:  # noqa: N802 - Twisted's interface
        """Send it: at once what the socket takes, for to be told by the loop that it can be written costs more."""
        rest = self._bytes
        if getattr(transport, "dataBuffer", None) == b"" and not transport._tempDataBuffer and transport.connected:
            sent = transport.writeSomeData(rest)
            rest = rest[sent:] if isinstance(sent, int) else rest  # a broken connection is told of by `write`
        if rest:
            transport.write(rest)
        return succeed(None)

    def stopWriting(self) -> None:  # noqa: N802 - Twisted's interface
        """Nothing is written bit by bit."""


@lru_cache(maxsize=512)  # most requests have the same
def _line(name: bytes, value: bytes) -> bytes:
    if not _TOKEN.fullmatch(name):
        raise ValueError(f"no header's name: {name[:100]!r}")
    return name + b": " + b" ".join(value.splitlines())


def written_path(url: str) -> bytes:
    """The request target of an absolute ASCII *url*: path and query as written, "/" for none (RFC 9112, 3.2.1)."""
    rest = url.partition("://")[2].partition("#")[0]
    slash, question = rest.find("/"), rest.find("?")
    if slash >= 0 and (question < 0 or slash < question):
        return rest[slash:].encode("ascii")
    return b"/" + rest[question:].encode("ascii") if question >= 0 else b"/"
