"""The index of a WACZ: CDXJ lines in the order of their keys, compressed in blocks, and an index of the blocks.

As pywb's cdxj-indexer writes it (ZipNum): `index.cdx.gz` holds gzip members of at most `LINES` lines, `index.idx` the
first key of each with its place.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence

from reports.evidence.records import Written
from reports.evidence.surt import key_of

LINES = 300
NAME = "index.cdx.gz"


def line_of(written: Written, file: str) -> str:
    """The CDXJ line of a record that stands in *file*."""
    stamp = "".join(char for char in written.date[:19] if char.isdigit())
    revisit = written.kind == "revisit"
    told = {
        "url": written.url,
        "mime": "warc/revisit" if revisit else written.mime,
        "status": "200" if written.kind in ("resource", "conversion") else written.status,
        "digest": written.digest,
        "length": str(written.length),
        "offset": str(written.offset),
        "filename": file,
    }
    return f"{key_of(written.url)} {stamp} {json.dumps(told)}\n"


def blocks(lines: Sequence[str]) -> tuple[bytes, bytes]:
    """The compressed index of *lines*, which are sorted here, and the index of its blocks."""
    ordered = sorted(lines, key=lambda line: line.encode())
    packed, places = b"", [f"!meta 0 {json.dumps({'format': 'cdxj-gzip-1.0', 'filename': NAME})}\n"]
    for at in range(0, len(ordered), LINES):
        block = ordered[at : at + LINES]
        compressor = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS + 16)
        member = compressor.compress("".join(block).encode()) + compressor.flush()
        place = {
            "offset": len(packed),
            "length": len(member),
            "digest": "sha256:" + hashlib.sha256(member).hexdigest(),
            "filename": NAME,
        }
        places.append(f"{block[0].partition('{')[0].strip()} {json.dumps(place)}\n")
        packed += member
    return packed, "".join(places).encode()
