"""Answers are read as browsers read them: a faulty header that decides nothing is no reason to lose the page."""

from __future__ import annotations

from typing import Any

from scrapy.core.downloader.handlers.http11 import _LenientHTTPClientParser
from twisted.web._newclient import ParseError
from twisted.web.http import _ChunkedTransferDecoder

from crawler.failures import Failed
from crawler.tap import HEAD
from quotations.model import Failure

CONNECTION = "citetrail_connection"  #: attribute of Twisted's response: the transport that it comes over
HEADER_LIMIT = 256 * 1024
HEADERS_LIMIT = 5000  #: lines of headers, as curl has it: each costs more time than its bytes tell


class _PaddedChunks(_ChunkedTransferDecoder):
    """Chunks as old servers send them, blanks around the size; every browser takes them."""

    def _dataReceived_CHUNK_LENGTH(self) -> bool:  # noqa: N802 - Twisted's name
        end = self._buffer.find(b"\r\n")
        if end > 0:
            size, mark, rest = bytes(self._buffer[:end]).partition(b";")
            self._buffer[:end] = size.strip(b" \t") + mark + rest
            self._start = 0
        return bool(super()._dataReceived_CHUNK_LENGTH())


class SourceParser(_LenientHTTPClientParser):
    """Scrapy's lenient parser, with the faults that browsers forgive and it does not.

    It is put in place of the parser that Twisted has already made, so it keeps no state of its own: an answer's head
    as it came is kept with the answer, for evidence.
    """

    MAX_LENGTH = HEADER_LIMIT
    _transferDecoders = {b"chunked": _PaddedChunks}  # noqa: N815, RUF012 - Twisted's name

    def statusReceived(self, status: bytes) -> None:  # noqa: N802, D102 - Twisted's interface
        super().statusReceived(status)
        if not 100 <= self.response.code <= 999:
            raise ParseError("no status code", status)
        if self.response.code == 101:  # nothing that we understand follows, and the connection may stay open for ever
            raise Failed(
                Failure.PROTOCOL, "it went over to another protocol, which nobody had asked for", connected=True
            )
        setattr(self.response, HEAD, [status])
        proxy: Any = self.transport
        setattr(self.response, CONNECTION, proxy._producer)

    def headerReceived(self, name: bytes, value: bytes) -> None:  # noqa: N802, D102 - Twisted's interface
        head = getattr(self.response, HEAD)
        head.append(b"%s: %s" % (name, value))
        if len(head) > HEADERS_LIMIT:
            raise Failed(Failure.PROTOCOL, f"more than {HEADERS_LIMIT:,} headers", connected=True)
        try:
            super().headerReceived(name, value)
        except ValueError:
            return  # a name that is no token (RFC 9110, 5.1): typographic marks, blanks

    def allHeadersReceived(self) -> None:  # noqa: N802, D102 - Twisted's interface
        _one_length(self.connHeaders)
        _known_coding(self.connHeaders)
        super().allHeadersReceived()


def _one_length(headers: Any) -> None:
    """RFC 9112, 6.3: the same length said twice is one length; what is no number is none."""
    said = headers.getRawHeaders(b"content-length")
    if not said:
        return
    lengths = {part.strip() for value in said for part in value.split(b",")}
    numbers = {part for part in lengths if part.isdigit() and len(part) < 19}
    if not numbers:
        headers.removeHeader(b"content-length")
    elif len(numbers) == 1:
        headers.setRawHeaders(b"content-length", [numbers.pop()])
    elif not headers.hasHeader(b"transfer-encoding"):
        told = ", ".join(sorted(number.decode("ascii") for number in numbers)[:4])
        raise Failed(Failure.PROTOCOL, f"it names several lengths for one answer: {told}", connected=True)


def _known_coding(headers: Any) -> None:
    """`identity` and unknown transfer codings beside or instead of chunked."""
    said = headers.getRawHeaders(b"transfer-encoding")
    if not said:
        return
    codings = [part.strip().lower() for value in said for part in value.split(b",")]
    if b"chunked" in codings:
        headers.setRawHeaders(b"transfer-encoding", [b"chunked"])
    else:
        headers.removeHeader(b"transfer-encoding")
