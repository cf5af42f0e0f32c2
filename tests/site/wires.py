"""HTTP and its bodies, as a third hunt met them: lengths, chunks and codings."""

import gzip

import brotli
import zstandard
from heads import HEAD, page
from pages import article, http


def codings(site):
    """Content codings, whole, cut and damaged."""
    add = site.page
    br = brotli.compress(page("Brotli cut"))
    add(
        "brotli cut",
        "w.example/brcut",
        http(br[: len(br) // 2], "200 OK", "Content-Encoding: br"),
        "unreadable",
        "truncated",
    )
    add(
        "brotli whole",
        "w.example/br",
        http(brotli.compress(page("Brotli whole")), "200 OK", "Content-Encoding: br"),
        "alive",
    )
    z = zstandard.compress(page("Zstd whole"))
    add("zstd whole", "w.example/zstd", http(z, "200 OK", "Content-Encoding: zstd"), "alive")
    add(
        "zstd cut",
        "w.example/zstdcut",
        http(zstandard.compress(page("Zstd cut"))[:300], "200 OK", "Content-Encoding: zstd"),
        "unreadable",
        "encoding",
    )
    add(
        "gzip upper case",
        "w.example/GZ",
        http(gzip.compress(page("Gzip upper")), "200 OK", "Content-Encoding: GZIP"),
        "alive",
    )
    add(
        "gzip and identity",
        "w.example/gzid",
        http(gzip.compress(page("Gzip identity")), "200 OK", "Content-Encoding: gzip, identity"),
        "alive",
    )
    add("coding utf-8", "w.example/utf8", http(page("Coding utf-8"), "200 OK", "Content-Encoding: utf-8"), "alive")
    add("coding none", "w.example/none", http(page("Coding none"), "200 OK", "Content-Encoding: none"), "alive")
    add(
        "gzip garbage behind",
        "w.example/gztail",
        http(gzip.compress(page("Gzip tail")) + b"\0\0garbage", "200 OK", "Content-Encoding: gzip"),
        "alive",
    )
    bad = bytearray(gzip.compress(page("Gzip damaged")))
    bad[len(bad) // 2] ^= 0xFF
    add(
        "gzip damaged",
        "w.example/gzbad",
        http(bytes(bad), "200 OK", "Content-Encoding: gzip"),
        "unreadable",
        "encoding",
    )


def lengths(site):
    """Lengths and chunks, right and wrong."""
    add = site.page
    body = article("Over the wire").encode()
    add(
        "length negative",
        "w.example/neg",
        HEAD + b"Content-Length: -1\r\nConnection: close\r\n\r\n" + page("Length negative"),
        "alive",
    )
    add(
        "length words",
        "w.example/words",
        HEAD + b"Content-Length: many\r\nConnection: close\r\n\r\n" + page("Length words"),
        "alive",
    )
    add(
        "length twice the same",
        "w.example/twice",
        HEAD + b"Content-Length: %d\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % (len(body), len(body)) + body,
        "alive",
    )
    add(
        "length twice not the same",
        "w.example/differ",
        HEAD + b"Content-Length: 10\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body,
        "failed",
        "protocol",
    )
    add(
        "length and chunks",
        "w.example/both",
        HEAD
        + b"Content-Length: 7\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n" % len(body)
        + body
        + b"\r\n0\r\n\r\n",
        "alive",
    )
    add(
        "chunks without end",
        "w.example/noend",
        HEAD + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n" % len(body) + body + b"\r\n",
        "unreadable",
        "truncated",
    )
    add(
        "chunks broken",
        "w.example/brk",
        HEAD
        + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n" % 500
        + body[:500]
        + b"\r\nzz\r\n"
        + body[500:],
        "unreadable",
        "truncated",
    )
    add(
        "chunks said but plain",
        "w.example/notchunk",
        HEAD + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body,
        "unreadable",
        "truncated",
    )
    add(
        "chunks with extensions",
        "w.example/ext",
        HEAD
        + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n%X;name=val\r\n" % len(body)
        + body
        + b"\r\n0\r\nX-Trailer: 1\r\n\r\n",
        "alive",
    )
    add(
        "chunks with padded sizes",
        "w.example/pad",
        HEAD
        + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n%06x  \r\n" % len(body)
        + body
        + b"\r\n0\r\n\r\n",
        "alive",
    )
    add(
        "te identity",
        "w.example/teid",
        HEAD + b"Transfer-Encoding: identity\r\nConnection: close\r\n\r\n" + page("TE identity"),
        "alive",
    )


GROUPS = (codings, lengths)
