"""The evidence of an audit as one WACZ 1.1.1: records, their index, the list of pages, and the digests of all.

The same audit gives the same bytes: the members' times are the audit's. Nothing is signed; `datapackage-digest.json`
is what somebody may sign or have a time-stamp put on.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import UTC
from pathlib import PurePath
from typing import IO, Any, BinaryIO

from quotations.errors import InputTooLarge
from reports.evidence.account import Account
from reports.evidence.dossier import Dossier
from reports.evidence.index import NAME, blocks, line_of
from reports.evidence.records import Written
from reports.evidence.warc import PAPERS, Progress, records_of
from reports.words import evidence as words

VERSION = "1.1.1"
_WARC = "data.warc.gz"


def write_wacz(dossier: Dossier, out: BinaryIO, progress: Progress | None = None) -> Account:
    """Write the evidence to *out*, which must be seekable; what went in and what did not."""
    account = Account()
    lines: list[str] = []
    pages = [_dumps({"format": "json-pages-1.0", "id": "pages", "title": words.PAGES})]
    with zipfile.ZipFile(out, "w", allowZip64=True) as file:
        package = _Package(file, dossier)
        with package.member(f"archive/{_WARC}") as member:
            for written, title in records_of(dossier, member, account, progress):  # type: ignore[arg-type]
                lines.append(line_of(written, _WARC))
                if title is not None:
                    pages.append(_page(written, title))
        index, places = blocks(lines)
        package.add(f"indexes/{NAME}", index)
        package.add("indexes/index.idx", places)
        package.add("pages/pages.jsonl", "".join(pages).encode(), packed=True)
        described = package.described()
        package.add("datapackage.json", described, packed=True, listed=False)
        digest = {"path": "datapackage.json", "hash": _sha256(described)}
        package.add("datapackage-digest.json", _dumps(digest).encode(), packed=True, listed=False)
    return account


class _Package:
    """Members of a ZIP file that know their own sizes and digests."""

    def __init__(self, file: zipfile.ZipFile, dossier: Dossier) -> None:
        self._file = file
        self._dossier = dossier
        self._at = dossier.audit.audited_at.astimezone(UTC)
        self._resources: list[dict[str, Any]] = []

    def member(self, path: str) -> _Member:
        """A member that is written piece by piece; its bytes are stored as they are, so that readers can seek.

        Without fields for more than 2 GiB, since ReplayWeb.page takes a member's beginning from the central directory.
        """
        return _Member(self._file.open(self._info(path, packed=False), "w"), path, self._resources)

    def add(self, path: str, data: bytes, *, packed: bool = False, listed: bool = True) -> None:
        """A whole member."""
        self._file.writestr(self._info(path, packed=packed), data)
        if listed:
            self._resources.append(_resource(path, _sha256(data), len(data)))

    def described(self) -> bytes:
        """The list of all members (Frictionless Data Package), and what the whole is."""
        audit = self._dossier.audit
        told = {
            "profile": "data-package",
            "wacz_version": VERSION,
            "software": self._dossier.software,
            "title": words.TITLE.format(title=audit.article.title or self._dossier.name),
            "description": " ".join((words.DESCRIPTION, *words.NOTES)),
            "created": f"{self._at:%Y-%m-%dT%H:%M:%SZ}",
            "mainPageURL": f"{PAPERS}report.html",
            "mainPageDate": f"{self._at:%Y-%m-%dT%H:%M:%SZ}",
            "resources": self._resources,
        }
        return json.dumps(told, indent=2, ensure_ascii=False).encode("utf-8", "backslashreplace")

    def _info(self, path: str, *, packed: bool) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(path, max(self._at.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.external_attr = 0o644 << 16
        return info


class _Member:
    def __init__(self, file: IO[bytes], path: str, resources: list[dict[str, Any]]) -> None:
        self._file, self._path, self._resources = file, path, resources
        self._hash, self._size = hashlib.sha256(), 0

    def write(self, data: bytes) -> None:
        if self._size + len(data) > zipfile.ZIP64_LIMIT:
            raise InputTooLarge(
                "The evidence is larger than the 2 GiB that every reader of WACZ takes.",
                hint="Write it with --format warc.",
                subject=self._path,
            )
        self._file.write(data)
        self._hash.update(data)
        self._size += len(data)

    def __enter__(self) -> _Member:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._resources.append(_resource(self._path, "sha256:" + self._hash.hexdigest(), self._size))


def _resource(path: str, digest: str, size: int) -> dict[str, Any]:
    return {"name": PurePath(path).name, "path": path, "hash": digest, "bytes": size}


def _page(written: Written, title: str) -> str:
    number = hashlib.sha256(written.id.encode()).hexdigest()[:22]
    return _dumps({"id": number, "url": written.url, "ts": f"{written.date[:19]}Z", "title": title})


def _dumps(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode() + "\n"


def _sha256(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()
